//! `completions`: what a shell needs to complete the command.

use crate::args::{Cli, CompletionsArgs};
use crate::console::Console;
use crate::exit::Exit;
use crate::stop::Stop;
use clap::CommandFactory;

pub(crate) fn run(args: &CompletionsArgs, console: &Console) -> Result<Exit, Stop> {
    let mut script = Vec::new();
    let mut command = Cli::command();
    let name = command.get_name().to_owned();
    clap_complete::generate(args.shell, &mut command, name, &mut script);
    console.print_bytes(&script)?;
    Ok(Exit::Done)
}

//! `schema`: what editors and other programs check documents against.

use crate::args::SchemaArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::stop::Stop;

pub(crate) fn run(args: &SchemaArgs, console: &Console) -> Result<Exit, Stop> {
    console.print_bytes(args.of.text().as_bytes())?;
    Ok(Exit::Done)
}

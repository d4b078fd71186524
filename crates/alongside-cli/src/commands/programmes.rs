//! `programmes`: which of several programmes fit whom.

use crate::args::{Format, ProgrammesArgs};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::locate;
use crate::render::names::Names;
use crate::render::{View, programmes};
use crate::stop::Stop;

pub(crate) fn run(args: &ProgrammesArgs, console: &Console) -> Result<Exit, Stop> {
    let loaded = backend::read(&locate(&args.input, console)?, console)?;
    let mut found = backend::programmes(&loaded.programme, args.person.as_deref())?;
    if !args.both_sides && args.person.is_none() {
        found.mentors.clear();
    }
    match args.format {
        Format::Json => console.print_bytes(&backend::pretty(&found)?)?,
        Format::Table => {
            let matching = loaded.programme.matching();
            let names = if args.names { Names::of(matching) } else { Names::default() };
            let view = View { width: console.width(), all: args.all, names: &names };
            console.print(&programmes::fits(&found, matching.support, view))?;
        }
    }
    Ok(Exit::Done)
}

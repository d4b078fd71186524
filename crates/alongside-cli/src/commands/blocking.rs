//! `blocking`: who would rather have each other than what an outcome proposes to them.

use crate::args::{BlockingArgs, Format};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::locate;
use crate::render::names::Names;
use crate::render::{View, blocking};
use crate::stop::Stop;

pub(crate) fn run(args: &BlockingArgs, console: &Console) -> Result<Exit, Stop> {
    let located = locate(&args.input, console)?;
    let outcome = backend::read_outcome(&args.outcome)?;
    let loaded = backend::read(&located, console)?;
    let found = backend::blocking_pairs(&loaded.programme, &outcome, console)?;
    match args.format {
        Format::Json => console.print_bytes(&backend::pretty(&found)?)?,
        Format::Table => {
            let matching = loaded.programme.matching();
            let names = if args.names { Names::of(matching) } else { Names::default() };
            let view = View { width: console.width(), all: args.all, names: &names };
            console.print(&blocking::render(&found, matching.support, view))?;
        }
    }
    Ok(Exit::Done)
}

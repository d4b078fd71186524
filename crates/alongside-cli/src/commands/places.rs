//! `places`: what one more place with a mentor would be worth.

use crate::args::{Format, PlacesArgs};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::locate;
use crate::render::names::Names;
use crate::render::{View, places};
use crate::stop::Stop;

pub(crate) fn run(args: &PlacesArgs, console: &Console) -> Result<Exit, Stop> {
    let loaded = backend::read(&locate(&args.input, console)?, console)?;
    let found = backend::places(&loaded.programme, console)?;
    match args.format {
        Format::Json => console.print_bytes(&backend::pretty(&found)?)?,
        Format::Table => {
            let matching = loaded.programme.matching();
            let names = if args.names { Names::of(matching) } else { Names::default() };
            let view = View { width: console.width(), all: args.all, names: &names };
            console.print(&places::render(&found, matching.support, view))?;
        }
    }
    Ok(Exit::Done)
}

//! `check`: the audit of an outcome.

use crate::args::{CheckArgs, Format};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::locate;
use crate::render::findings;
use crate::stop::Stop;

pub(crate) fn run(args: &CheckArgs, console: &Console) -> Result<Exit, Stop> {
    let located = locate(&args.input, console)?;
    let outcome = backend::read_outcome(&args.outcome)?;
    let loaded = backend::read(&located, console)?;
    let audit = backend::audit(&loaded.programme, &outcome, console);
    match args.format {
        Format::Json => console.print_bytes(&backend::pretty(&audit)?)?,
        Format::Table => {
            let matching = loaded.programme.matching();
            console.print(&findings::render(&audit, matching.support, console.width()))?;
        }
    }
    Ok(if audit.findings.is_empty() { Exit::Done } else { Exit::FindingsFound })
}

//! `validate`: every problem at once, and what was read.

use crate::args::{Format, ValidateArgs};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::locate;
use crate::render::{issues, validated};
use crate::stop::Stop;

pub(crate) fn run(args: &ValidateArgs, console: &Console) -> Result<Exit, Stop> {
    match (locate(&args.input, console).and_then(|located| backend::read(&located, console)), args.format) {
        (Ok(loaded), Format::Json) => console.print_bytes(&validated::json(&loaded)?)?,
        (Ok(loaded), Format::Table) => {
            let summary = validated::table(&loaded, console.width());
            let warnings = issues::list(&loaded.warnings);
            let gap = if warnings.is_empty() { "" } else { "\n" };
            console.print(&format!("{warnings}{gap}{summary}"))?;
        }
        // Here the problems are what was asked for, not talk by the way.
        (Err(Stop::Invalid(failure)), Format::Table) => {
            let read = validated::sheets(&failure.sheets, console.width());
            console.print(&format!("{}{read}", issues::list(&failure.issues)))?;
            return Ok(Exit::InvalidInput);
        }
        (Err(stop), _) => return Err(stop),
    }
    Ok(Exit::Done)
}

//! `text`: what one of the people concerned may read about a pair.

use super::explain::known;
use crate::args::TextArgs;
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::locate;
use crate::stop::Stop;
use alongside::domain::Side;
use alongside::texts::{may_be_told, text};

pub(crate) fn run(args: &TextArgs, console: &Console) -> Result<Exit, Stop> {
    let loaded = backend::read(&locate(&args.input, console)?, console)?;
    let matching = loaded.programme.matching();
    let mentee = known(matching, Side::Mentee, &args.mentee)?;
    let mentor = known(matching, Side::Mentor, &args.mentor)?;
    may_be_told(matching, &mentee, &mentor)?;
    let text = text(matching, &mentee, &mentor, args.reader, args.stage)?;
    console.print_bytes(text.as_bytes())?;
    Ok(Exit::Done)
}

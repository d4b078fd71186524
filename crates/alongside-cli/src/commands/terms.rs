//! `terms`: a vocabulary to begin with.

use crate::console::Console;
use crate::exit::Exit;
use crate::stop::Stop;
use alongside::reference::STARTING_TERMS;

pub(crate) fn run(console: &Console) -> Result<Exit, Stop> {
    console.print_bytes(STARTING_TERMS.as_bytes())?;
    Ok(Exit::Done)
}

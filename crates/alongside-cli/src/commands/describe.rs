//! `describe`: the reference, without leaving the terminal.

use crate::args::DescribeArgs;
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::render::style;
use crate::render::text::Put;
use crate::stop::Stop;
use alongside::reference::{self, Entry};

/// What the command itself has to tell.
const EXIT_CODES: &str = "exit-codes";

pub(crate) fn run(args: &DescribeArgs, console: &Console) -> Result<Exit, Stop> {
    let entries = reference::entries();
    let text = match args.name.as_deref() {
        None => list(&entries),
        Some(EXIT_CODES) => Exit::reference(),
        Some(name) => {
            // A rule and a criterion, say, may share a name: both are meant.
            let found: Vec<_> = entries.iter().filter(|entry| entry.name == name).map(describe).collect();
            if found.is_empty() {
                return Err(unknown(name, &entries));
            }
            found.join("\n")
        }
    };
    console.print(&text)?;
    Ok(Exit::Done)
}

fn describe(entry: &Entry) -> String {
    let title = style::paint(style::HEADING, format!("{} {}", entry.kind, entry.name));
    format!("{title}\n\n{}\n", entry.text.trim())
}

fn list(entries: &[Entry]) -> String {
    let mut text = String::new();
    let mut kind = "";
    for entry in entries {
        if entry.kind != kind {
            kind = entry.kind;
            text.push_str(&style::heading(kind));
        }
        text.put(format_args!("  {}\n", entry.name));
    }
    text.push_str(&style::heading("command"));
    text.put(format_args!("  {EXIT_CODES}\n"));
    text.trim_start().to_owned()
}

fn unknown(name: &str, entries: &[Entry]) -> Stop {
    let known = entries.iter().map(|entry| entry.name.as_str()).chain([EXIT_CODES]);
    let advice = backend::nearest(name, known)
        .map_or_else(|| "`alongside describe` lists all".to_owned(), |near| format!("did you mean {near}?"));
    Stop::Usage(format!("nothing is called that; {advice}"))
}

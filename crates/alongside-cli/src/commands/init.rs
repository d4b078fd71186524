//! `init`: a small programme, ready to run.

use crate::args::InitArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::render::text::shown;
use crate::results::Destination;
use crate::stop::Stop;

macro_rules! example {
    ($($name:literal),+) => {
        [$(($name, include_str!(concat!("../../../../docs/examples/befriending/", $name)))),+]
    };
}

/// The example of the book.
const FILES: [(&str, &str); 4] = example!("programme.toml", "mentors.csv", "mentees.csv", "README.md");

pub(crate) fn run(args: &InitArgs, console: &Console) -> Result<Exit, Stop> {
    let files: Vec<_> = FILES.iter().map(|(name, text)| (*name, text.as_bytes().to_vec())).collect();
    Destination::fresh(&args.dir)?.write(&files)?;
    let dir = args.dir.to_string_lossy();
    let dir = shown(dir.trim_end_matches('/'));
    let next = args.dir.join("programme.toml");
    let next = quoted(&shown(&next.to_string_lossy()));
    console.print(&format!("Made {dir} with an example programme. Next:\n\n  alongside match {next}\n"))?;
    Ok(Exit::Done)
}

/// The path as a shell takes it.
pub(super) fn quoted(path: &str) -> String {
    let plain = path.chars().all(|c| c.is_alphanumeric() || "/._-:\\".contains(c));
    if plain { path.to_owned() } else { format!("\"{path}\"") }
}

//! `man`: the manual's pages, one for the command and one for each of its commands.

use crate::args::{Cli, ManArgs};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::render::text::shown;
use crate::stop::Stop;
use clap::{Command, CommandFactory};
use clap_mangen::Man;
use std::fs;
use std::io::Write;
use std::path::Path;

pub(crate) fn run(args: &ManArgs, console: &Console) -> Result<Exit, Stop> {
    let pages = pages()?;
    match (&args.out, args.command.as_deref()) {
        (Some(dir), _) => write(dir, &pages, console)?,
        (None, command) => {
            let name = command.map_or_else(|| "alongside.1".to_owned(), |command| format!("alongside-{command}.1"));
            let page = pages.iter().find(|(known, _)| *known == name);
            let (_, page) = page.ok_or_else(|| unknown(command.unwrap_or_default(), &pages))?;
            console.print_bytes(page)?;
        }
    }
    Ok(Exit::Done)
}

/// Every page with the name of its file.
fn pages() -> Result<Vec<(String, Vec<u8>)>, Stop> {
    let mut whole = Cli::command();
    whole.build();
    let mut pages = vec![page("alongside", &whole)?];
    for command in whole.get_subcommands() {
        pages.push(page(&format!("alongside-{}", command.get_name()), command)?);
    }
    Ok(pages)
}

fn page(name: &str, command: &Command) -> Result<(String, Vec<u8>), Stop> {
    let mut roff = Vec::new();
    let command = command.clone().display_name(name);
    Man::new(command)
        .title(name)
        .render(&mut roff)
        .map_err(|error| Stop::io("cannot put together the manual", &error))?;
    Ok((format!("{name}.1"), roff))
}

/// Each page is written beside its place and then put there, since the folder is one that others use too.
fn write(dir: &Path, pages: &[(String, Vec<u8>)], console: &Console) -> Result<(), Stop> {
    let name = dir.to_string_lossy();
    let name = shown(&name);
    fs::create_dir_all(dir).map_err(|error| Stop::io(format!("cannot make {name}"), &error))?;
    for (file, page) in pages {
        let aside = dir.join(format!(".{file}.new"));
        let write = || {
            let mut open = fs::File::create(&aside)?;
            open.write_all(page)?;
            open.sync_all()?;
            fs::rename(&aside, dir.join(file))
        };
        if let Err(error) = write() {
            // Why it failed is told; a file that cannot be removed adds nothing to it.
            let _ = fs::remove_file(&aside);
            return Err(Stop::io(format!("cannot write {file} in {name}"), &error));
        }
    }
    console.note(&format!("wrote {} pages of the manual in {name}", pages.len()));
    Ok(())
}

fn unknown(command: &str, pages: &[(String, Vec<u8>)]) -> Stop {
    let known: Vec<&str> =
        pages.iter().filter_map(|(name, _)| name.strip_prefix("alongside-")?.strip_suffix(".1")).collect();
    let advice = backend::nearest(command, known.iter().copied())
        .map_or_else(|| format!("there are {}", known.join(", ")), |near| format!("did you mean {near}?"));
    Stop::Usage(format!("no command is called that; {advice}"))
}

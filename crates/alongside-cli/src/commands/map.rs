//! `map`: looks at sheets, asks what no sheet can tell, and writes a programme file.

mod talk;

use crate::args::{Format, MapArgs};
use crate::backend::{self, Answers, ColumnProposal, Failure, Interview, Proposal, Survey};
use crate::console::Console;
use crate::exit::Exit;
use crate::render::recognised;
use crate::render::text::shown;
use crate::results::NewFile;
use crate::stop::Stop;
use alongside::domain::Date;
use alongside::issue::Issues;
use serde::Serialize;
use std::io::{self, IsTerminal};
use std::path::{Component, Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

pub(crate) fn run(args: &MapArgs, console: &Console) -> Result<Exit, Stop> {
    // A place that may not be written is told before the questions, not after them.
    let file = NewFile::at(&args.out, args.force)?;
    let proposal = look(args, &file)?;
    let answers = match args.as_of {
        Some(day) => Answers::seen_from(day, "as you said"),
        None => Answers::seen_from(today()?, "the day on which this file was written"),
    };
    let asks = !args.yes && console.is_watched() && io::stdin().is_terminal();
    let answers = if asks {
        console.say(&recognised::table(&proposal.columns(&answers), console.width()));
        talk::hold(Interview::new(&proposal, answers), &mut io::stdin().lock(), &mut |line| console.say(line))?
    } else {
        answers
    };
    let text = proposal.draft(&answers);
    file.write(text.as_bytes())?;
    let open = text.lines().filter(|line| line.starts_with("# OPEN")).count();
    let columns = proposal.columns(&answers);
    match args.format {
        Format::Json => console.print_bytes(&json(args, &columns, open)?)?,
        Format::Table => {
            let table = if asks { String::new() } else { recognised::table(&columns, console.width()) };
            let out = args.out.to_string_lossy();
            console.print(&format!("{table}{}", recognised::next(&shown(&out), open)))?;
        }
    }
    Ok(Exit::Done)
}

fn look(args: &MapArgs, file: &NewFile) -> Result<Proposal, Stop> {
    let mut issues = Issues::new();
    let worksheet = |number: usize| args.sheet.get(number).or(args.sheet.first()).map(String::as_str);
    let mut survey = |path: &Path, number: usize| {
        let looked = Survey::of_file(path, &seen_from(file.folder(), path), worksheet(number));
        looked.map_err(|told| issues.append(told)).ok()
    };
    let mentors = survey(&args.mentors, 0);
    // Two worksheets of one workbook are two sheets.
    let second = args.mentees.as_deref().or_else(|| (args.sheet.len() == 2).then_some(args.mentors.as_path()));
    let mentees = second.map(|path| survey(path, 1));
    let proposal = match (mentors, mentees) {
        (Some(only), None) => Some(Proposal::of_one(only)),
        (Some(one), Some(Some(_))) if args.mentees.as_ref() == Some(&args.mentors) && args.sheet.len() < 2 => {
            Some(Proposal::of_one(one))
        }
        (Some(mentors), Some(Some(mentees))) => Some(Proposal::new(Some(mentors), Some(mentees))),
        _ => None,
    };
    proposal.ok_or_else(|| Stop::Invalid(Box::new(Failure { issues, sources: Vec::new(), sheets: Vec::new() })))
}

/// The sheet as a programme file in that folder has to name it: the shortest way there, with slashes.
fn seen_from(folder: &Path, sheet: &Path) -> String {
    let plain = || sheet.to_string_lossy().into_owned();
    let Ok(real) = sheet.canonicalize() else { return plain() };
    if sheet.is_absolute() {
        return plain();
    }
    let (mut there, mut here) = (real.components().peekable(), folder.components().peekable());
    while there.peek().is_some() && there.peek() == here.peek() {
        there.next();
        here.next();
    }
    let up = here.map(|_| Component::ParentDir);
    let way: PathBuf = up.chain(there).collect();
    let parts: Vec<_> = way.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect();
    parts.join("/")
}

/// The day it is, in universal time.
fn today() -> Result<Date, Stop> {
    let failed = || Stop::Usage("the clock of this machine is of no use; give the day with --as-of".to_owned());
    let since = SystemTime::now().duration_since(UNIX_EPOCH).map_err(|_| failed())?;
    let epoch: Date = "1970-01-01".parse().map_err(|_| failed())?;
    let days = Duration::from_secs(since.as_secs() / 86_400 * 86_400);
    epoch.checked_add(days).map_err(|_| failed())
}

fn json(args: &MapArgs, columns: &[ColumnProposal], open: usize) -> Result<Vec<u8>, Stop> {
    #[derive(Serialize)]
    struct Told<'a> {
        programme: String,
        open_questions: usize,
        columns: &'a [ColumnProposal],
    }
    backend::pretty(&Told { programme: args.out.to_string_lossy().into_owned(), open_questions: open, columns })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_are_named_as_seen_from_the_programme() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        std::fs::create_dir(root.join("a")).unwrap();
        std::fs::write(root.join("a/m.csv"), "x").unwrap();
        let sheet = root.join("a/m.csv");
        // An absolute path stays as it was given.
        assert_eq!(seen_from(&root, &sheet), sheet.to_string_lossy());
        assert_eq!(seen_from(&root, Path::new("nowhere.csv")), "nowhere.csv");
    }
}

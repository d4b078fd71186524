//! `shortlist`: several options for each mentee, and what follows from people's answers.

use super::explain::known;
use crate::args::{ListFormat, ShortlistArgs};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::locate;
use crate::render::names::Names;
use crate::render::text::shown;
use crate::render::{View, shortlists};
use crate::results::NewFile;
use crate::stop::Stop;
use alongside::domain::{Matching, PersonId, Side};
use alongside::shortlist::{Kind, Request, Shortlists};

pub(crate) fn run(args: &ShortlistArgs, console: &Console) -> Result<Exit, Stop> {
    let format = args.format();
    if format == ListFormat::Xlsx && args.out.is_none() && console.shows_output() {
        let advice = "a workbook is no text for a terminal: add `> lists.xlsx`, or use `--out lists.xlsx`";
        return Err(Stop::Usage(advice.to_owned()));
    }
    let file = args.out.as_deref().map(|path| NewFile::at(path, args.force)).transpose()?;
    let loaded = backend::read(&locate(&args.input, console)?, console)?;
    let matching = loaded.programme.matching();
    let request = request(args, matching)?;
    let lists = backend::shortlists(&loaded.programme, &request, console)?;
    if let (Some(file), Some(path)) = (file, &args.out) {
        let bytes = match format {
            // A file is for a spreadsheet or a program, whatever is shown.
            ListFormat::Table | ListFormat::Csv => backend::shortlists_csv(&lists)?,
            ListFormat::Json => lists.to_json().into_bytes(),
            ListFormat::Xlsx => backend::shortlists_xlsx(&lists)?,
        };
        file.write(&bytes)?;
        console.note(&format!("wrote {}", shown(&path.to_string_lossy())));
        return table(args, &lists, matching, console);
    }
    match format {
        ListFormat::Table => return table(args, &lists, matching, console),
        ListFormat::Json => console.print_bytes(lists.to_json().as_bytes())?,
        ListFormat::Csv => console.print_bytes(&backend::shortlists_csv(&lists)?)?,
        ListFormat::Xlsx => console.print_bytes(&backend::shortlists_xlsx(&lists)?)?,
    }
    Ok(Exit::Done)
}

fn table(args: &ShortlistArgs, lists: &Shortlists, matching: &Matching, console: &Console) -> Result<Exit, Stop> {
    let names = if args.names { Names::of(matching) } else { Names::default() };
    let view = View { width: console.width(), all: args.all, names: &names };
    console.print(&shortlists::render(lists, view))?;
    Ok(Exit::Done)
}

/// What the command line asks for.
fn request(args: &ShortlistArgs, matching: &Matching) -> Result<Request, Stop> {
    let kind = args.safe.map_or(Kind::Proposal, Into::into);
    let mut request = Request::new(args.options, kind);
    if let Some(appearances) = args.appearances {
        if kind != Kind::Proposal {
            let advice = "`--appearances` does nothing with `--safe`: on safe lists the places decide; leave it out";
            return Err(Stop::Usage(advice.to_owned()));
        }
        request.appearances = appearances;
    }
    let pairs = |texts: &[String]| texts.iter().map(|text| pair(matching, text)).collect::<Result<Vec<_>, Stop>>();
    (request.picked, request.declined) = (pairs(&args.pick)?, pairs(&args.decline)?);
    Ok(request)
}

/// `MENTEE=MENTOR`; ids may hold `=` themselves, so the one is meant that parts two people.
fn pair(matching: &Matching, text: &str) -> Result<(PersonId, PersonId), Stop> {
    let parts = text.match_indices('=').map(|(at, _)| (&text[..at], &text[at + 1..]));
    let both = parts.clone().find_map(|(mentee, mentor)| {
        let (mentee, mentor) = (PersonId::new(mentee)?, PersonId::new(mentor)?);
        (matching.mentee(&mentee).is_some() && matching.mentor(&mentor).is_some()).then_some((mentee, mentor))
    });
    if let Some(both) = both {
        return Ok(both);
    }
    let Some((mentee, mentor)) = parts.into_iter().next() else {
        let (mentee, mentor) = (matching.support.mentee(), matching.support.mentor());
        return Err(Stop::Usage(format!("write the {mentee}'s id, `=`, the {mentor}'s id, such as B07=V03")));
    };
    Ok((known(matching, Side::Mentee, mentee)?, known(matching, Side::Mentor, mentor)?))
}

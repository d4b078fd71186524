//! `explain`: why this pair, why not that one, why nobody.

use crate::args::{ExplainArgs, Format, Input};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::{is_programme, locate};
use crate::render::names::Names;
use crate::render::text::shown;
use crate::render::{View, explanation};
use crate::stop::Stop;
use alongside::domain::{Matching, PersonId, Side};
use std::path::Path;

pub(crate) fn run(args: &ExplainArgs, console: &Console) -> Result<Exit, Stop> {
    let Asked { input, mentee, mentor } = asked(args)?;
    let loaded = backend::read(&locate(&input, console)?, console)?;
    let matching = loaded.programme.matching();
    let mentee = known(matching, Side::Mentee, &mentee)?;
    let mentor = mentor.as_deref().map(|id| known(matching, Side::Mentor, id)).transpose()?;
    let answer = backend::explain(&loaded.programme, &mentee, mentor.as_ref(), console)?;
    match args.format {
        Format::Json => console.print_bytes(&backend::pretty(&answer)?)?,
        Format::Table => {
            let names = if args.names { Names::of(matching) } else { Names::default() };
            let view = View { width: console.width(), all: true, names: &names };
            console.print(&explanation::render(&answer, matching.support, matching.full_fit(), view))?;
        }
    }
    Ok(Exit::Done)
}

/// What the command line asks.
#[derive(Debug)]
struct Asked {
    input: Input,
    mentee: String,
    mentor: Option<String>,
}

/// Tells the programme, which may be left out, from the people. Of three words the first is the programme; of fewer it is
/// where it can be nothing else, and never beside `--config`.
fn asked(args: &ExplainArgs) -> Result<Asked, Stop> {
    let first = args.input.programme.as_deref().map(Path::as_os_str);
    let named = args.mentor.is_some() || (args.input.config.is_none() && first.is_some_and(is_programme));
    let mut input = args.input.clone();
    let (mentee, mentor) = if named {
        (args.mentee.clone(), args.mentor.clone())
    } else {
        input.programme = None;
        let mentee = first.map(|word| word.to_string_lossy().into_owned());
        (mentee, args.mentee.clone())
    };
    let mentee = mentee.ok_or_else(|| Stop::Usage("say whom to explain: give the id of a mentee".to_owned()))?;
    Ok(Asked { input, mentee, mentor })
}

/// The id of somebody on that side, or who may be meant: only where ids tell nothing about people.
pub(super) fn known(matching: &Matching, side: Side, text: &str) -> Result<PersonId, Stop> {
    let ids: Vec<&PersonId> = match side {
        Side::Mentor => matching.mentors.iter().map(|mentor| &mentor.person.id).collect(),
        Side::Mentee => matching.mentees.iter().map(|mentee| &mentee.person.id).collect(),
    };
    let wanted = PersonId::new(text);
    if let Some(id) = wanted.filter(|id| ids.binary_search(&id).is_ok()) {
        return Ok(id);
    }
    let word = match side {
        Side::Mentor => matching.support.mentor(),
        Side::Mentee => matching.support.mentee(),
    };
    let near = matching.opaque_ids.then(|| backend::nearest(text, ids.iter().map(|id| id.as_str()))).flatten();
    let near = near.map(|id| format!("; did you mean {}?", shown(id))).unwrap_or_default();
    Err(Stop::Usage(format!("no {word} has the id asked for{near}")))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::args::{Cli, Command};
    use clap::Parser;

    fn read(line: &str) -> Result<(Option<String>, String, Option<String>), String> {
        let words = ["alongside", "explain"].into_iter().chain(line.split_whitespace());
        let Command::Explain(args) = Cli::try_parse_from(words).unwrap().command else { unreachable!() };
        let Asked { input, mentee, mentor } = asked(&args).map_err(|stop| format!("{stop:?}"))?;
        Ok((input.programme.map(|path| path.to_string_lossy().into_owned()), mentee, mentor))
    }

    #[test]
    fn programme_and_people_are_told_apart() {
        let some = |word: &str| Some(word.to_owned());
        assert_eq!(read("p.toml B07 V03"), Ok((some("p.toml"), "B07".to_owned(), some("V03"))));
        assert_eq!(read("p.toml B07"), Ok((some("p.toml"), "B07".to_owned(), None)));
        assert_eq!(read("- B07"), Ok((some("-"), "B07".to_owned(), None)));
        assert_eq!(read("B07"), Ok((None, "B07".to_owned(), None)));
        assert_eq!(read("B07 V03"), Ok((None, "B07".to_owned(), some("V03"))));
        assert_eq!(read("p.json V03 --config q.toml"), Ok((None, "p.json".to_owned(), some("V03"))));
        assert_eq!(read("p B07 V03"), Ok((some("p"), "B07".to_owned(), some("V03"))), "three words begin with it");
        assert!(read("p.toml").is_err() && read("").is_err() && read("--config p.toml").is_err());
    }
}

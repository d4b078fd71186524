//! `explain`: why this pair, why not that one, why nobody.

use crate::args::{ExplainArgs, Format};
use crate::backend;
use crate::console::Console;
use crate::exit::Exit;
use crate::render::names::Names;
use crate::render::text::shown;
use crate::render::{View, explanation};
use crate::stop::Stop;
use alongside::domain::{Matching, PersonId, Side};

pub(crate) fn run(args: &ExplainArgs, console: &Console) -> Result<Exit, Stop> {
    let loaded = backend::read(&args.input)?;
    let matching = loaded.programme.matching();
    let mentee = known(matching, Side::Mentee, &args.mentee)?;
    let mentor = args.mentor.as_deref().map(|id| known(matching, Side::Mentor, id)).transpose()?;
    let answer = backend::explain(&loaded.programme, &mentee, mentor.as_ref())?;
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

/// The id of somebody on that side, or who may be meant: only where ids tell nothing about people.
fn known(matching: &Matching, side: Side, text: &str) -> Result<PersonId, Stop> {
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

//! `generate`: a made-up programme of any size.

use super::init::quoted;
use crate::args::GenerateArgs;
use crate::console::Console;
use crate::exit::Exit;
use crate::progress::{Doing, during};
use crate::render::text::shown;
use crate::results::{Destination, Fill};
use crate::stop::Stop;
use alongside::domain::Side;
use alongside::input::FurtherKind;
use alongside::synthetic::Synthetic;
use alongside_sheets::{write_synthetic, write_synthetic_further};

const PROGRAMME: &str = "programme.toml";
const MENTORS: &str = "mentors.csv";
const MENTEES: &str = "mentees.csv";

/// The name of a sheet beside those of people.
const fn further_name(kind: FurtherKind) -> &'static str {
    match kind {
        FurtherKind::Relationships => "relationships.csv",
        FurtherKind::Decisions => "decisions.csv",
        FurtherKind::Terms => "terms.csv",
        FurtherKind::Scores => "scores.csv",
    }
}

pub(crate) fn run(args: &GenerateArgs, console: &Console) -> Result<Exit, Stop> {
    let destination = Destination::fresh(&args.out)?;
    let made = Synthetic::new(args.shape, args.seed).people(args.mentees, args.mentors);
    let people = u64::from(args.mentees) + u64::from(args.mentors);
    during(console, Doing::Writing, |counts| {
        let further: Vec<_> = made.further_kinds().map(|kind| (kind, further_name(kind))).collect();
        let programme = made.programme_with_sheets(MENTORS, MENTEES, &further);
        let sheet = |side| -> Box<Fill<'_>> {
            Box::new(move |out| write_synthetic(&made, side, out, &mut || counts.one_more(people)))
        };
        let mut files: Vec<(&str, Box<Fill<'_>>)> = vec![
            (PROGRAMME, Box::new(|out| out.write_all(programme.as_bytes()))),
            (MENTORS, sheet(Side::Mentor)),
            (MENTEES, sheet(Side::Mentee)),
        ];
        for (kind, name) in &further {
            files.push((name, Box::new(|out| write_synthetic_further(&made, *kind, out))));
        }
        destination.stream(&mut files)
    })?;
    let dir = args.out.to_string_lossy();
    let dir = shown(dir.trim_end_matches('/'));
    let next = args.out.join(PROGRAMME);
    let next = quoted(&shown(&next.to_string_lossy()));
    let (mentees, mentors) = (args.mentees, args.mentors);
    console.print(&format!(
        "Made {dir}: {mentees} mentees, {mentors} mentors, nobody real. Next:\n\n  alongside match {next}\n"
    ))?;
    Ok(Exit::Done)
}

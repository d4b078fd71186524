//! `match`: proposes a matching, shows it, writes it.

use crate::args::{MatchArgs, MatchFormat};
use crate::backend::{self, Loaded};
use crate::console::Console;
use crate::exit::Exit;
use crate::manifest::Manifest;
use crate::render::names::Names;
use crate::render::text::shown;
use crate::render::validated::sheets_read as sheets;
use crate::render::{self, View, issues};
use crate::results::{Destination, RESULT_FILES};
use crate::stop::Stop;
use alongside::Outcome;
use alongside::outcome::Status;
use std::path::Path;

pub(crate) fn run(args: &MatchArgs, console: &Console) -> Result<Exit, Stop> {
    if args.format() == MatchFormat::Xlsx && console.shows_output() {
        let advice = "a workbook is no text for a terminal: add `> matching.xlsx`, or use `--out`";
        return Err(Stop::Usage(advice.to_owned()));
    }
    // A destination that may not be written is told before the work, not after it.
    let destination = args.out.as_deref().map(|dir| Destination::for_result(dir, args.replace)).transpose()?;
    if let Some(threads) = args.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(usize::from(threads));
        pool.build_global().map_err(|error| Stop::Failed(format!("cannot start {threads} threads: {error}")))?;
    }
    let loaded = backend::read(&args.input)?;
    for line in sheets(&loaded.sheets) {
        console.note(&line);
    }
    warn(args, &loaded, console);
    if console.is_watched() {
        let matching = loaded.programme.matching();
        let (mentees, mentors) = (matching.mentees.len(), matching.mentors.len());
        let (mentee, mentor) = (matching.support.mentee(), matching.support.mentor());
        console.note(&format!("matching {mentees} {mentee}s with {mentors} {mentor}s"));
    }
    let outcome = backend::run(&loaded.programme, args.time_limit)?;
    if let (Some(destination), Some(dir)) = (destination, &args.out) {
        write(&destination, dir, &loaded, &outcome, console)?;
    }
    print(args, &loaded, &outcome, console)?;
    Ok(match outcome.status {
        Status::Optimal => Exit::Done,
        Status::BestFound => Exit::LimitReached,
    })
}

fn warn(args: &MatchArgs, loaded: &Loaded, console: &Console) {
    if loaded.warnings.is_empty() {
        return;
    }
    let counts = issues::counts(&loaded.warnings);
    let advice = if args.input.is_stdin() {
        "`alongside validate -` shows them".to_owned()
    } else {
        format!("`alongside validate {}` shows them", shown(&args.input.programme.to_string_lossy()))
    };
    console.note(&format!("{counts} in the input; {advice}"));
}

fn write(
    destination: &Destination,
    dir: &Path,
    loaded: &Loaded,
    outcome: &Outcome,
    console: &Console,
) -> Result<(), Stop> {
    let [outcome_json, proposals, unmatched, workbook, manifest] = RESULT_FILES;
    let mut files = vec![
        (outcome_json, backend::outcome_json(outcome)),
        (proposals, backend::proposals_csv(outcome)?),
        (unmatched, backend::unmatched_csv(outcome)?),
        (workbook, backend::matching_xlsx(outcome)?),
    ];
    let record = Manifest::new(outcome, &loaded.sources, &files);
    files.push((manifest, backend::pretty(&record)?));
    let left_over = destination.write(&files)?;
    let dir = dir.to_string_lossy();
    console.note(&format!("wrote {} in {}", RESULT_FILES.join(", "), shown(&dir)));
    if let Some(left_over) = left_over {
        let path = left_over.to_string_lossy();
        console.say(&format!("the earlier result could not be removed: remove {} yourself", shown(&path)));
    }
    Ok(())
}

fn print(args: &MatchArgs, loaded: &Loaded, outcome: &Outcome, console: &Console) -> Result<(), Stop> {
    match args.format() {
        MatchFormat::Json => console.print_bytes(&backend::outcome_json(outcome)),
        MatchFormat::Csv => console.print_bytes(&backend::proposals_csv(outcome)?),
        MatchFormat::Xlsx => console.print_bytes(&backend::matching_xlsx(outcome)?),
        MatchFormat::Table => {
            let names = if args.names { Names::of(loaded.programme.matching()) } else { Names::default() };
            let view = View { width: console.width(), all: args.all, names: &names };
            console.print(&render::outcome(outcome, view))
        }
    }
}

//! `match`: proposes a matching, shows it, writes it.

use crate::args::{MatchArgs, MatchFormat};
use crate::backend::{self, Loaded};
use crate::console::Console;
use crate::exit::Exit;
use crate::locate::{Located, locate};
use crate::manifest::Manifest;
use crate::progress::{Doing, during};
use crate::render::names::Names;
use crate::render::text::shown;
use crate::render::validated::sheets_read as sheets;
use crate::render::{self, View, issues};
use crate::results::{Destination, RESULT_FILES};
use crate::stop::Stop;
use crate::timings::Timings;
use alongside::Outcome;
use alongside::outcome::Status;
use std::io::Write;
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
    let timings = Timings::new(args.timings);
    let located = locate(&args.input, console)?;
    let loaded = backend::read(&located, console)?;
    timings.over("reading");
    for line in sheets(&loaded.sheets) {
        console.note(&line);
    }
    warn(&located, &loaded, console);
    if console.is_watched() {
        let matching = loaded.programme.matching();
        let (mentees, mentors) = (matching.mentees.len(), matching.mentors.len());
        let (mentee, mentor) = (matching.support.mentee(), matching.support.mentor());
        console.note(&format!("matching {mentees} {mentee}s with {mentors} {mentor}s"));
    }
    let outcome = backend::run(&loaded.programme, args.time_limit, &timings, console)?;
    timings.over("the rest of the outcome");
    if let (Some(destination), Some(dir)) = (destination, &args.out) {
        write(&destination, dir, &loaded, &outcome, (&timings, console))?;
    }
    print(args, &loaded, &outcome, console)?;
    timings.over("printing");
    timings.tell(console);
    let exit = match outcome.status {
        Status::Optimal | Status::Stable => Exit::Done,
        Status::BestFound => Exit::LimitReached,
    };
    // The system takes all memory back at once; giving back each part of a large result takes much longer.
    std::mem::forget((loaded, outcome));
    Ok(exit)
}

fn warn(located: &Located, loaded: &Loaded, console: &Console) {
    if loaded.warnings.is_empty() {
        return;
    }
    let counts = issues::counts(&loaded.warnings);
    let advice = if located.is_stdin() {
        "`alongside validate -` shows them".to_owned()
    } else {
        format!("`alongside validate {}` shows them", shown(&located.programme.to_string_lossy()))
    };
    console.note(&format!("{counts} in the input; {advice}"));
}

fn write(
    destination: &Destination,
    dir: &Path,
    loaded: &Loaded,
    outcome: &Outcome,
    (timings, console): (&Timings, &Console),
) -> Result<(), Stop> {
    let [outcome_json, proposals, unmatched, workbook, manifest] = RESULT_FILES;
    let left_over = during(console, Doing::Writing, |_| -> Result<_, Stop> {
        let begun = destination.begin()?;
        let whole = |name, bytes: Result<Vec<u8>, Stop>| -> Result<_, Stop> {
            let bytes = bytes?;
            Ok(begun.file(name, |file| file.write_all(&bytes))?)
        };
        // What takes longest is begun first.
        let (book, (json, (paired, waiting))) = rayon::join(
            || whole(workbook, backend::matching_xlsx(outcome)),
            || {
                let json = || begun.file(outcome_json, |file| outcome.write_json(file));
                let paired = || whole(proposals, backend::proposals_csv(outcome));
                let waiting = || whole(unmatched, backend::unmatched_csv(outcome));
                rayon::join(json, || rayon::join(paired, waiting))
            },
        );
        timings.over("files");
        let record = Manifest::new(outcome, &loaded.sources, vec![json?, paired?, waiting?, book?]);
        whole(manifest, backend::pretty(&record))?;
        Ok(begun.finish()?)
    })?;
    timings.over("in place");
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

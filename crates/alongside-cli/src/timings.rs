//! How long each stage of a command took: on standard error where asked for, and in no result.

use crate::console::Console;
use crate::render::style::heading;
use crate::render::table::Table;
use crate::render::text::Put;
use alongside::Part;
use alongside::solve::pairs::{Round, Step};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};

/// A clock that is read at the end of each stage.
#[derive(Debug)]
pub(crate) struct Timings(Option<Mutex<Taken>>);

#[derive(Debug)]
struct Taken {
    last: Now,
    stages: Vec<(&'static str, Duration, Option<Duration>)>,
    rounds: Vec<Round>,
}

/// What the clock on the wall says, and how long the processors have worked.
#[derive(Debug, Clone, Copy)]
struct Now {
    wall: Instant,
    processor: Option<Duration>,
}

impl Now {
    fn read() -> Self {
        Self { wall: Instant::now(), processor: processor() }
    }
}

/// How long all threads have worked so far, where the system tells.
#[cfg(target_os = "linux")]
fn processor() -> Option<Duration> {
    use rustix::time::{ClockId, clock_gettime};
    let time = clock_gettime(ClockId::ProcessCPUTime);
    Some(Duration::new(u64::try_from(time.tv_sec).ok()?, u32::try_from(time.tv_nsec).ok()?))
}

#[cfg(not(target_os = "linux"))]
const fn processor() -> Option<Duration> {
    None
}

impl Timings {
    /// From now on, if they are wanted.
    pub(crate) fn new(wanted: bool) -> Self {
        let taken = || Taken { last: Now::read(), stages: Vec::new(), rounds: Vec::new() };
        Self(wanted.then(|| Mutex::new(taken())))
    }

    /// A stage is over.
    pub(crate) fn over(&self, stage: &'static str) {
        let Some(taken) = &self.0 else { return };
        let mut taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
        let now = Now::read();
        let processor = now.processor.zip(taken.last.processor).map(|(now, last)| now.saturating_sub(last));
        let wall = now.wall.saturating_duration_since(taken.last.wall);
        taken.stages.push((stage, wall, processor));
        taken.last = now;
    }

    /// A part of the engine's run is over.
    pub(crate) fn part(&self, part: Part) {
        self.over(part.name());
        if let (Part::AllPairs(rounds), Some(taken)) = (part, &self.0) {
            taken.lock().unwrap_or_else(PoisonError::into_inner).rounds = rounds;
        }
    }

    /// Says them.
    pub(crate) fn tell(&self, console: &Console) {
        let Some(taken) = &self.0 else { return };
        let taken = taken.lock().unwrap_or_else(PoisonError::into_inner);
        let mut text = stages(&taken.stages, console.width());
        text.push_str(&rounds(&taken.rounds, console.width()));
        console.say(text.trim_start_matches('\n'));
    }
}

fn stages(stages: &[(&'static str, Duration, Option<Duration>)], width: usize) -> String {
    let mut table = Table::new().left("stage").right("seconds").right("processor");
    let shown = |time: Option<Duration>| time.map_or_else(|| "-".to_owned(), seconds);
    for (stage, wall, processor) in stages {
        table.row([(*stage).to_owned(), seconds(*wall), shown(*processor)]);
    }
    let wall = stages.iter().map(|(_, wall, _)| *wall).sum();
    let processor = stages.iter().map(|(.., processor)| *processor).sum();
    table.row(["all".to_owned(), seconds(wall), shown(processor)]);
    format!("{}{}", heading("Timings"), table.render(width))
}

fn rounds(rounds: &[Round], width: usize) -> String {
    if rounds.is_empty() {
        return String::new();
    }
    let mut table = Table::new().left("round").right("solving").right("passing").right("rows").right("pairs");
    table = table.right("broken").right("added").right("kept");
    for round in rounds {
        let step = match round.step {
            Step::Scan => "scan".to_owned(),
            Step::Cover => "cover".to_owned(),
            Step::Sample => "sample".to_owned(),
            Step::Price { level } => format!("price level {level}"),
        };
        table.row([
            step,
            seconds(round.solving),
            seconds(round.passing),
            round.rows.to_string(),
            round.pairs.to_string(),
            round.broken.to_string(),
            round.added.to_string(),
            round.kept.to_string(),
        ]);
    }
    let mut text = heading("Rounds over all pairs");
    text.put(table.render(width));
    text
}

fn seconds(time: Duration) -> String {
    format!("{:.3}", time.as_secs_f64())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stages_add_up_and_rounds_are_told() {
        let ms = Duration::from_millis;
        let text = stages(&[("reading", ms(20), Some(ms(19))), ("columns", ms(5), Some(ms(10)))], 100);
        let text = anstream::adapter::strip_str(&text).to_string();
        let lines: Vec<Vec<&str>> = text.lines().map(|line| line.split_whitespace().collect()).collect();
        assert!(lines.contains(&vec!["reading", "0.020", "0.019"]), "{text}");
        assert_eq!(lines.last().unwrap(), &["all", "0.025", "0.029"], "{text}");
        // A system that does not tell leaves the column open.
        assert!(stages(&[("reading", ms(20), None)], 100).contains('-'));
        assert_eq!(rounds(&[], 100), "");
        let step = Step::Price { level: 1 };
        let round = Round { step, solving: ms(1), passing: ms(2), rows: 3, pairs: 4, broken: 5, added: 6, kept: 7 };
        let text = anstream::adapter::strip_str(&rounds(&[round], 100)).to_string();
        let last: Vec<&str> = text.lines().last().unwrap().split_whitespace().collect();
        assert_eq!(last, ["price", "level", "1", "0.001", "0.002", "3", "4", "5", "6", "7"]);
    }

    #[test]
    fn nothing_is_kept_where_nobody_asked() {
        let timings = Timings::new(false);
        timings.over("reading");
        assert!(timings.0.is_none());
    }
}

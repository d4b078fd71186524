//! The outcome in a few lines.

use super::style::{self, heading, paint};
use super::table::Table;
use super::text::Put;
use super::text::{count, shown, wrap};
use alongside::Outcome;
use alongside::domain::Support;
use alongside::outcome::{Level, LevelName, Status, Totals};

/// Who is served, tier by tier, with what places, and how sure that is.
pub(crate) fn render(outcome: &Outcome, width: usize) -> String {
    let programme = &outcome.programme;
    let offer = match programme.support {
        Support::Mentoring => "mentoring",
        Support::Befriending => "befriending",
    };
    format!(
        "{}\n  {offer} from {} to {}\n{}{}\n{}",
        paint(style::HEADING, shown(&programme.name)),
        programme.as_of,
        programme.planned_until,
        heading("Summary"),
        served(&outcome.totals, programme.support, outcome.idle.len(), width),
        proof(outcome, width)
    )
}

fn served(totals: &Totals, support: Support, idle: usize, width: usize) -> String {
    let (mentor, mentee) = (support.mentor(), support.mentee());
    let mut table = Table::new().left("").prose("");
    let people = count(totals.mentees as u64, mentee);
    table.row([format!("{} of {people}", totals.served), format!("proposed a {mentor}; {} wait", totals.waiting)]);
    if totals.tiers.len() > 1 {
        for tier in &totals.tiers {
            table.row([format!("  {} of {} in tier {}", tier.served, tier.mentees, tier.tier), String::new()]);
        }
    }
    let places = count(totals.places, "place");
    let mentors = count(totals.mentors as u64, mentor);
    table.row([format!("{} of {places}", totals.served), format!("taken, of {mentors}; {idle} with nobody proposed")]);
    let full = i64::try_from(totals.served).unwrap_or(i64::MAX).saturating_mul(totals.full_fit);
    table.row([format!("{} of {full}", totals.total_fit), "total fit to the programme's criteria".to_owned()]);
    table.render(width)
}

/// How sure the levels are, and by how much those that are not proved might be bettered.
fn proof(outcome: &Outcome, width: usize) -> String {
    let seed = outcome.programme.seed;
    let aim: Vec<&Level> = outcome.levels.iter().filter(|level| level.level != LevelName::Seed).collect();
    match outcome.status {
        Status::Optimal => {
            let levels: Vec<String> = aim.iter().map(|level| shown(&level.level.words()).into_owned()).collect();
            let proved =
                format!("  {}\n", paint(style::GOOD, "proved to be the greatest possible, one after another:"));
            let levels = wrap(&levels.join("; "), width.saturating_sub(4), 0);
            format!("{proved}    {}\n  among equals the seed {seed} decided\n", levels.join("\n    "))
        }
        Status::BestFound => {
            let title = paint(style::WARNING, "stopped at the limit");
            let mut text = format!("  {title}: the best matching found, with the bound on each level\n");
            for level in aim {
                let words = level.level.words();
                let words = shown(&words);
                let sure =
                    if level.value == level.bound { "proved".to_owned() } else { format!("at most {}", level.bound) };
                text.put(format_args!("    {words}: {}, {sure}\n", level.value));
            }
            text.put(format_args!("  among equals the seed {seed} decided\n"));
            text
        }
    }
}

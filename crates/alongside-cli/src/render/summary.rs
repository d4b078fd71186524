//! The outcome in a few lines.

use super::style::{self, heading, paint};
use super::table::Table;
use super::text::{count, shown};
use alongside::Outcome;
use alongside::domain::Support;
use alongside::outcome::{Status, Totals, telling};

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
        levels(outcome, width)
    )
}

fn served(totals: &Totals, support: Support, idle: usize, width: usize) -> String {
    let (mentor, mentee) = (support.mentor(), support.mentee());
    let mut table = Table::new().left("").prose("");
    let people = count(totals.mentees as u64, mentee);
    table.row([
        format!("{} of {people}", totals.served),
        format!("proposed a {mentor}; {} still waiting", totals.waiting),
    ]);
    if totals.tiers.len() > 1 {
        for tier in &totals.tiers {
            table.row([format!("  {} of {} in tier {}", tier.served, tier.mentees, tier.tier), String::new()]);
        }
    }
    for (number, words) in [
        (totals.continuing, "with a pair that goes on"),
        (totals.urgent, "with a pair that a person must look at first"),
        (totals.held, "on hold"),
    ] {
        if number > 0 {
            table.row([format!("{number} of {people}"), words.to_owned()]);
        }
    }
    let places = count(totals.places, "place");
    let mentors = count(totals.mentors as u64, mentor);
    let taken = totals.places_taken + totals.served as u64;
    table.row([format!("{taken} of {places}"), format!("taken, of {mentors}; {idle} with nobody proposed")]);
    let full = i64::try_from(totals.served).unwrap_or(i64::MAX).saturating_mul(totals.full_fit);
    table.row([format!("{} of {full}", totals.total_fit), "total fit to the programme's criteria".to_owned()]);
    table.render(width)
}

/// The aim, level by level, and how sure each is.
fn levels(outcome: &Outcome, width: usize) -> String {
    let mut table = Table::new().left("aim, in this order").right("reached").prose("");
    for level in telling(&outcome.levels) {
        let words = level.level.words();
        let sure = if level.value == level.bound {
            "proved to be the greatest possible".to_owned()
        } else {
            format!("not proved; at most {} is possible", level.bound)
        };
        table.row([shown(&words).into_owned(), level.value.to_string(), sure]);
    }
    let limit = match outcome.status {
        Status::Optimal => String::new(),
        Status::BestFound => format!("  {}\n", paint(style::WARNING, "stopped at the limit with the best found")),
    };
    format!("{}{limit}  among equals the seed {} decided\n", table.render(width), outcome.programme.seed)
}

//! The outcome in a few lines.

use super::style::{self, heading, paint};
use super::table::Table;
use super::text::{count, shown};
use alongside::Outcome;
use alongside::domain::Support;
use alongside::outcome::{GroundReport, LevelName, Stability, Status, telling};

/// Who is served, tier by tier, with what places, and how sure that is.
pub(crate) fn render(outcome: &Outcome, width: usize) -> String {
    let programme = &outcome.programme;
    let offer = match programme.support {
        Support::Mentoring => "mentoring",
        Support::Befriending => "befriending",
    };
    let design = programme.design.as_ref().map_or_else(String::new, |design| format!("  {}\n", design.words()));
    format!(
        "{}\n  {offer} from {} to {}\n{design}{}{}\n{}",
        paint(style::HEADING, shown(&programme.name)),
        programme.as_of,
        programme.planned_until,
        heading("Summary"),
        served(outcome, width),
        outcome
            .stability
            .as_ref()
            .map_or_else(|| levels(outcome, width), |stability| stable(outcome, stability, width))
    )
}

fn served(outcome: &Outcome, width: usize) -> String {
    let (totals, support, idle) = (&outcome.totals, outcome.programme.support, outcome.idle.len());
    let (mentor, mentee) = (support.mentor(), support.mentee());
    let mut table = Table::new().left("").prose("");
    let people = count(totals.mentees as u64, mentee);
    table.row([
        format!("{} of {people}", totals.served),
        format!("proposed a {mentor}; {} still waiting", totals.waiting),
    ]);
    if totals.tiers.len() > 1 {
        for tier in &totals.tiers {
            let by = outcome.priority.iter().filter(|ground| ground.tier == tier.tier && ground.mentees > 0);
            let told = |ground: &GroundReport| {
                let why = ground.why.trim_end_matches('.');
                format!("{} by {} ({})", ground.mentees, shown(&ground.id), shown(why))
            };
            let by: Vec<String> = by.map(told).collect();
            table.row([format!("  {} of {} in tier {}", tier.served, tier.mentees, tier.tier), by.join(", ")]);
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

/// That nobody would rather have somebody whom they can get, and what that costs in people served.
fn stable(outcome: &Outcome, stability: &Stability, width: usize) -> String {
    let support = outcome.programme.support;
    let mut table = Table::new().left("people served").right("stable").right("tiers first").right("fewer");
    let mut row = |what: String, served: usize, most: usize, fewer: i64| {
        table.row([what, served.to_string(), most.to_string(), fewer.to_string()]);
    };
    if stability.tiers.len() > 1 {
        for tier in &stability.tiers {
            row(format!("tier {}", tier.tier), tier.served, tier.most, tier.fewer);
        }
    }
    row("all".to_owned(), stability.served, stability.most, stability.fewer);
    format!(
        "  stable: no {} and {} would both rather have each other ({})\n{}  among equals the seed {} decided\n",
        support.mentee(),
        support.mentor(),
        stability.method.words(support),
        table.render(width),
        outcome.programme.seed
    )
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
        Status::Optimal | Status::Stable => String::new(),
        Status::BestFound => format!("  {}\n", paint(style::WARNING, "stopped at the limit with the best found")),
    };
    // A search that ends with the best, or at a limit, settles nothing between equals.
    let settled = outcome.levels.iter().all(|level| level.level != LevelName::Seed || level.value == level.bound);
    let equals = if settled {
        format!("among equals the seed {} decided", outcome.programme.seed)
    } else {
        "among equals the first that was found stands".to_owned()
    };
    format!("{}{limit}  {equals}\n", table.render(width))
}

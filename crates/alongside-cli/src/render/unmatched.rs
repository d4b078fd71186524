//! The people left waiting, each with reasons.

use super::View;
use super::reasons::{division, foremost};
use super::style::heading;
use super::table::Table;
use super::text::{Put, count, shown};
use alongside::Outcome;
use alongside::domain::Support;
use alongside::outcome::Unmatched;

/// Rows shown unless all are asked for.
const MOST: usize = 20;
/// Rules named for each person.
const RULES: usize = 2;

/// Who waits, how long, and what stands in the way.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    let support = outcome.programme.support;
    if outcome.unmatched.is_empty() {
        return format!("{}  nobody\n", heading("Waiting"));
    }
    let mut table = Table::new().left(support.mentee()).right("tier").right("waiting").prose("what stands in the way");
    for unmatched in outcome.unmatched.iter().take(view.rows(MOST)) {
        table.tall_row([
            vec![view.names.mentee(&unmatched.mentee)],
            vec![unmatched.tier.to_string()],
            vec![waiting(unmatched)],
            std::iter::once(chance(unmatched, support)).chain(foremost(&unmatched.reasons, RULES)).collect(),
        ]);
    }
    let more = view.more(outcome.unmatched.len(), MOST);
    format!("{}{}{more}", heading("Waiting"), table.render(view.width))
}

/// How long the person has been waiting.
pub(crate) fn waiting(unmatched: &Unmatched) -> String {
    match unmatched.waiting_days {
        Some(days) => count(days.unsigned_abs(), "day"),
        None => "not known".to_owned(),
    }
}

/// Whether anybody could have served the person, and what became of those.
pub(crate) fn chance(unmatched: &Unmatched, support: Support) -> String {
    let division = division(&unmatched.asked, support.mentor());
    let held_back: usize = unmatched.held_back.iter().map(|one| one.candidates).sum();
    let short: usize = unmatched.short_of.iter().map(|one| one.candidates).sum();
    let mut text = match unmatched.needed_elsewhere.saturating_sub(held_back + short) {
        0 => division,
        1 => format!("{division}; 1 has no place left"),
        places => format!("{division}; {places} have no place left"),
    };
    for one in &unmatched.held_back {
        let who = shown(one.supervisor.as_str());
        let has = if one.candidates == 1 { "has a place" } else { "have a place" };
        text.put(format_args!("; {} {has}, and the caseload of {who} is full", one.candidates));
    }
    for one in &unmatched.short_of {
        text.put(format_args!("; {}", one.words()));
    }
    text
}

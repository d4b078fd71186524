//! The people left waiting, with reasons, as a sheet.

use super::line::Line;
use alongside::outcome::{Outcome, Refusals};
use std::io::{self, Write};

const HEADERS: [&str; 11] = [
    "mentee_id",
    "tier",
    "waiting_since",
    "waiting_days",
    "servable",
    "candidates",
    "needed_elsewhere",
    "refused",
    "needs_check",
    "below_floor",
    "reasons",
];

/// Writes one row for each mentee left waiting, in the outcome's order.
///
/// `servable` is `yes` or `no`; an unknown `waiting_since` and its `waiting_days` are blank; `reasons` tells each rule
/// that did not allow everybody, such as `time_overlap: 12 refused, 3 need a check (4 by this rule alone)`, joined by `; `.
/// Every text is [neutralised](crate::neutralise).
///
/// # Errors
/// Those of the writer.
pub fn write_unmatched(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let mut line = Line::default();
    for header in HEADERS {
        line.text(header);
    }
    line.end(out)?;
    for person in &outcome.unmatched {
        let reasons: Vec<_> = person.reasons.iter().map(reason).collect();
        line.text(person.mentee.as_str()).typed(person.tier);
        line.typed_or_blank(person.waiting_since).typed_or_blank(person.waiting_days);
        line.text(if person.servable { "yes" } else { "no" });
        line.typed(person.asked.candidates).typed(person.needed_elsewhere).typed(person.asked.refused);
        line.typed(person.asked.needs_check).typed(person.asked.below_floor);
        line.text(&reasons.join("; ")).end(out)?;
    }
    Ok(())
}

/// One rule's counts in words; counts of nobody are left out.
fn reason(refusals: &Refusals) -> String {
    let mut counts = Vec::new();
    if refusals.refused > 0 {
        counts.push(format!("{} refused", refusals.refused));
    }
    match refusals.needs_check {
        0 => {}
        1 => counts.push("1 needs a check".to_owned()),
        several => counts.push(format!("{several} need a check")),
    }
    let alone = if refusals.alone > 0 { format!(" ({} by this rule alone)", refusals.alone) } else { String::new() };
    format!("{}: {}{alone}", refusals.rule, counts.join(", "))
}

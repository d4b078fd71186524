//! The people left waiting, with reasons, as a sheet.

use super::line::{Lines, put};
use super::table::Table;
use alongside::outcome::{Outcome, Refusals, ShortOf, Unmatched};
use std::io::{self, Write};

const HEADERS: [&str; 14] = [
    "mentee_id",
    "tier",
    "tier_by",
    "waiting_since",
    "waiting_days",
    "servable",
    "candidates",
    "needed_elsewhere",
    "held_back",
    "short_of",
    "refused",
    "needs_check",
    "below_floor",
    "reasons",
];

/// Writes one row for each mentee left waiting, in the outcome's order.
///
/// `tier_by` is the ground that gives them their tier, blank where it is the one stated or the last; `servable` is `yes` or `no`; an unknown `waiting_since` and its `waiting_days` are blank; `reasons` tells each rule
/// that did not allow everybody, such as `time_overlap: 12 refused, 3 need a check (4 by this rule alone)`, joined by `; `;
/// where several programmes share the run, `programme` is the one that the mentee was referred to. Every text is [neutralised](crate::neutralise).
///
/// # Errors
/// Those of the writer.
pub fn write_unmatched(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let mut lines = Lines::new(out);
    for header in HEADERS {
        lines.text(header);
    }
    if !outcome.programmes.is_empty() {
        lines.text("programme");
    }
    lines.end()?;
    put_unmatched(outcome, &mut lines)
}

/// The rows without their header.
pub(crate) fn put_unmatched<T: Table>(outcome: &Outcome, table: &mut T) -> Result<(), T::Error> {
    for person in &outcome.unmatched {
        table.text(person.mentee.as_str()).number(person.tier.into()).text(person.tier_by.as_deref().unwrap_or(""));
        table.date_or_blank(person.waiting_since).number_or_blank(person.waiting_days);
        table.text(if person.servable { "yes" } else { "no" });
        table
            .count(person.asked.candidates)
            .count(person.needed_elsewhere)
            .text(&held_back(person))
            .text(&short_of(person))
            .count(person.asked.refused);
        table.count(person.asked.needs_check).count(person.asked.below_floor);
        table.text(&reasons(&person.reasons));
        if !outcome.programmes.is_empty() {
            table.text(person.programme.as_deref().unwrap_or(""));
        }
        table.end()?;
    }
    Ok(())
}

/// Supervisors whose caseloads are full, each with how many candidates that holds back.
fn held_back(person: &Unmatched) -> String {
    let named = person.held_back.iter().map(|one| format!("{}: {}", one.supervisor, one.candidates));
    named.collect::<Vec<_>>().join("; ")
}

/// What candidates with a place have too little of, each with how many.
fn short_of(person: &Unmatched) -> String {
    person.short_of.iter().map(ShortOf::words).collect::<Vec<_>>().join("; ")
}

/// Every rule's counts in words.
pub(crate) fn reasons(reasons: &[Refusals]) -> String {
    let mut words = String::new();
    for refusals in reasons {
        if !words.is_empty() {
            words.push_str("; ");
        }
        put_reason(refusals, &mut words);
    }
    words
}

/// One rule's counts in words, with the checks, training and capabilities that are lacking; counts of nobody are left out.
fn put_reason(refusals: &Refusals, words: &mut String) {
    let Refusals { rule, refused, needs_check, alone, .. } = refusals;
    words.push_str(rule);
    words.push_str(": ");
    if *refused > 0 {
        put(words, format_args!("{refused} refused"));
    }
    if (*refused).min(*needs_check) > 0 {
        words.push_str(", ");
    }
    match needs_check {
        0 => {}
        1 => words.push_str("1 needs a check"),
        several => put(words, format_args!("{several} need a check")),
    }
    if *alone > 0 {
        put(words, format_args!(" ({alone} by this rule alone)"));
    }
    for (at, lacking) in refusals.lacking().into_iter().enumerate() {
        words.push_str(if at == 0 { ", lacking " } else { ", " });
        words.push_str(lacking);
    }
}

//! The proposed pairs as a sheet.

use super::line::Lines;
use super::table::Table;
use alongside::outcome::{Met, Outcome, WishResult};
use std::io::{self, Write};

/// Writes one row for each proposal, in the outcome's order.
///
/// Columns: `mentee_id`, `mentor_id`, `fit`, `tier`, `tier_by`, the ground that gives the tier; where several programmes share the run, `programme`, the mentee's, and `shared_by`, those that share a mentor of other programmes with it; one for each criterion, headed by its id, with what it adds to the
/// fit; `wishes_met`, such as `2 of 3`, blank where neither of the two stated a wish; `against`, the criterion on which most
/// is lost; `alternatives`, ids of the next best mentors joined by `; `; `for_staff`, facts that refuse and score nothing; `ways`,
/// in which ways the two can meet, and what is missing for the others; `meeting`, a possible time, and ids of mentees met at
/// the same time. Every text is [neutralised](crate::neutralise);
/// names and other data of people do not occur.
///
/// # Errors
/// Those of the writer.
pub fn write_proposals(outcome: &Outcome, out: &mut impl Write) -> io::Result<()> {
    let mut lines = Lines::new(out);
    lines.text("mentee_id").text("mentor_id").text("fit").text("tier").text("tier_by");
    if !outcome.programmes.is_empty() {
        lines.text("programme").text("shared_by");
    }
    for criterion in &outcome.criteria {
        lines.text(&criterion.id);
    }
    lines
        .text("wishes_met")
        .text("against")
        .text("alternatives")
        .text("for_staff")
        .text("ways")
        .text("meeting")
        .end()?;
    put_proposals(outcome, &mut lines)
}

/// The rows without their header.
pub(crate) fn put_proposals<T: Table>(outcome: &Outcome, table: &mut T) -> Result<(), T::Error> {
    for proposal in &outcome.proposals {
        table.text(proposal.mentee.as_str()).text(proposal.mentor.as_str());
        table.number(proposal.fit).number(proposal.tier.into()).text(proposal.tier_by.as_deref().unwrap_or(""));
        if !outcome.programmes.is_empty() {
            table.text(proposal.programme.as_deref().unwrap_or("")).text(&proposal.shared_by.join("; "));
        }
        for criterion in &outcome.criteria {
            let found = proposal.contributions.iter().find(|part| part.criterion == criterion.id);
            table.number_or_blank(found.map(|part| part.contribution));
        }
        let alternatives: Vec<_> = proposal.alternatives.iter().map(|other| other.mentor.as_str()).collect();
        table.text(&wishes_met(&proposal.wishes));
        table.text(proposal.against.as_ref().map_or("", |against| &against.criterion));
        table.text(&alternatives.join("; "));
        let facts = proposal.for_staff.iter().map(|fact| fact.words(outcome.programme.support));
        table.text(&facts.collect::<Vec<_>>().join("; "));
        let ways = proposal.ways.iter().map(|way| way.words(outcome.programme.support));
        table.text(&ways.collect::<Vec<_>>().join("; "));
        let meeting = proposal.meeting.as_ref().and_then(|meeting| meeting.words(ToString::to_string));
        table.text(&meeting.unwrap_or_default()).end()?;
    }
    Ok(())
}

pub(crate) fn wishes_met(wishes: &[WishResult]) -> String {
    let met = wishes.iter().filter(|wish| wish.met == Met::Yes).count();
    if wishes.is_empty() { String::new() } else { format!("{met} of {}", wishes.len()) }
}

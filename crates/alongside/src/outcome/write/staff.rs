//! Facts about a pair for staff alone.

use crate::compile::Wish;
use crate::domain::{Answer, AttributeKey, Date, Matching, Person, Side};
use crate::outcome::{CarerWish, Exclusion, Met, StaffFact, WishResult};
use crate::round::Round;
use std::sync::Arc;

/// Why one excludes the other, what could end the relationship early, the mentor's promise first, then who supports
/// the mentee already, then what the mentee's carer was told and would like.
pub(crate) fn for_staff(round: &Round<'_>, mentee: usize, mentor: usize) -> Vec<StaffFact> {
    let matching = round.compiled.matching;
    let (Some(supported), Some(giving)) = (matching.mentees.get(mentee), matching.mentors.get(mentor)) else {
        return Vec::new();
    };
    let why = |by: Side, own: &Person, other: &Person| {
        let reason = own.exclusion_reasons.get(&other.id)?.clone();
        Some(StaffFact::Excluded(Exclusion { by, reason }))
    };
    let mut facts: Vec<StaffFact> = why(Side::Mentee, &supported.person, &giving.person).into_iter().collect();
    facts.extend(why(Side::Mentor, &giving.person, &supported.person));
    facts.extend(promise_ends(matching, &giving.person).map(StaffFact::PromiseEnds));
    facts.extend(until(matching, &supported.person).map(StaffFact::MenteeUntil));
    facts.extend(until(matching, &giving.person).map(StaffFact::MentorUntil));
    for (side, person) in [(Side::Mentee, &supported.person), (Side::Mentor, &giving.person)] {
        if one_of(person, "move_likely").is_some_and(|said| **said == *"yes") {
            facts.push(StaffFact::MoveLikely(side));
        }
    }
    facts.extend(listed(matching, &supported.person, "existing_support").map(StaffFact::ExistingSupport));
    if supported.nominated_mentor.is_none() {
        let said = |attribute: &str, word: &str| one_of(&supported.person, attribute).filter(|said| ***said == *word);
        facts.extend(said("network_contacted", "no").map(|_| StaffFact::NetworkContacted(false)));
        facts.extend(said("own_network", "small").cloned().map(StaffFact::OwnNetwork));
    }
    facts.extend(listed(matching, &supported.person, "carer_informed_of").map(StaffFact::CarerInformedOf));
    let (mentees, mentors) = (&round.compiled.mentees, &round.compiled.mentors);
    for (wish, stated) in
        Wish::all(round.compiled, &supported.carer_preferences).iter().zip(&supported.carer_preferences)
    {
        let met = match wish.met(mentees, mentee, mentors, mentor) {
            None => Met::Unknown,
            Some(true) => Met::Yes,
            Some(false) => Met::No,
        };
        let WishResult { attribute, strength, want, met, .. } = WishResult::new(matching, Side::Mentee, stated, met);
        facts.push(StaffFact::CarerWish(CarerWish { attribute, strength, want, met }));
    }
    facts
}

/// The terms that somebody named, as they are printed.
fn listed(matching: &Matching, person: &Person, attribute: &str) -> Option<Vec<Arc<str>>> {
    let key = AttributeKey::new(attribute);
    let Some(Answer::Tags(terms)) = person.answers.get(&key) else { return None };
    let known = matching.attributes.get(&key);
    let label = |term: &Arc<str>| known.map_or_else(|| term.clone(), |one| one.label(term).into());
    Some(terms.iter().map(label).collect())
}

fn one_of<'p>(person: &'p Person, attribute: &str) -> Option<&'p Arc<str>> {
    match person.answers.get(attribute) {
        Some(Answer::OneOf(term)) => Some(term),
        _ => None,
    }
}

/// The day that the mentor's promise reaches, where that is before the last planned one.
fn promise_ends(matching: &Matching, mentor: &Person) -> Option<Date> {
    let Some(Answer::Number(months)) = mentor.answers.get("promised_months") else { return None };
    let months = jiff::Span::new().try_months(months.0.div_euclid(1000)).ok()?;
    matching.as_of.checked_add(months).ok().filter(|day| *day < matching.planned_until)
}

/// The last day on which somebody can take part, where that is before the last planned one.
fn until(matching: &Matching, person: &Person) -> Option<Date> {
    match person.answers.get("available_until") {
        Some(Answer::Date(day)) if *day < matching.planned_until => Some(*day),
        _ => None,
    }
}

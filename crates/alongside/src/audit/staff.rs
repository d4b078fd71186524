//! Facts about a pair for staff alone, derived once more.

use super::calendar::{day, months_later};
use super::facts::{answer, position, printed, words};
use super::finding::{Finding, FindingCode};
use super::pairing::Pair;
use super::wish::{holds, met};
use super::wishes::print;
use crate::domain::{Answer, AttributeKey, Date, Matching, Person, Side};
use crate::outcome::{CarerWish, Exclusion, StaffFact};
use std::sync::Arc;

/// Compares the facts of one pair.
pub(super) fn check(findings: &mut Vec<Finding>, matching: &Matching, pair: Pair<'_>, stated: &[StaffFact]) {
    if stated != derive(matching, pair) {
        findings.push(Finding::new(FindingCode::StaffFacts, "the facts for staff are others"));
    }
}

/// The facts of a pair, as an outcome has them.
pub(super) fn derive(matching: &Matching, pair: Pair<'_>) -> Vec<StaffFact> {
    let (mentee, mentor) = (&pair.mentee.person, &pair.mentor.person);
    let mut facts = Vec::new();
    for (by, own, other) in [(Side::Mentee, mentee, mentor), (Side::Mentor, mentor, mentee)] {
        let named = own.exclusion_reasons.iter().find(|(id, _)| **id == other.id);
        facts.extend(named.map(|(_, reason)| StaffFact::Excluded(Exclusion { by, reason: reason.clone() })));
    }
    let months = answer(mentor, "promised_months").and_then(position).map(|thousandths| thousandths.div_euclid(1000));
    if let Some(months) = months.and_then(|months| u16::try_from(months).ok()) {
        let (year, month, of_month) = months_later(matching.as_of, months);
        if (year, month, of_month) < day(matching.planned_until) {
            let narrow = |number: i64| i8::try_from(number).unwrap_or(1);
            let date = Date::new(i16::try_from(year).unwrap_or(i16::MAX), narrow(month), narrow(of_month));
            facts.extend(date.ok().map(StaffFact::PromiseEnds));
        }
    }
    let ends = |person: &Person| match answer(person, "available_until") {
        Some(Answer::Date(last)) if day(*last) < day(matching.planned_until) => Some(*last),
        _ => None,
    };
    facts.extend(ends(mentee).map(StaffFact::MenteeUntil));
    facts.extend(ends(mentor).map(StaffFact::MentorUntil));
    let moves =
        |person: &Person| answer(person, "move_likely").is_some_and(|said| words(said).any(|word| **word == *"yes"));
    facts.extend(moves(mentee).then_some(StaffFact::MoveLikely(Side::Mentee)));
    facts.extend(moves(mentor).then_some(StaffFact::MoveLikely(Side::Mentor)));
    let listed = |name: &str| -> Option<Vec<Arc<str>>> {
        let key = AttributeKey::new(name);
        Some(words(answer(mentee, name)?).map(|word| printed(matching, &key, word).clone()).collect())
    };
    facts.extend(listed("existing_support").map(StaffFact::ExistingSupport));
    let says =
        |name: &str, what: &str| answer(mentee, name).is_some_and(|said| words(said).all(|word| **word == *what));
    let nobody_named = pair.mentee.nominated_mentor.is_none();
    if nobody_named && says("network_contacted", "no") {
        facts.push(StaffFact::NetworkContacted(false));
    }
    if nobody_named && says("own_network", "small") {
        facts.push(StaffFact::OwnNetwork("small".into()));
    }
    facts.extend(listed("carer_informed_of").map(StaffFact::CarerInformedOf));
    for wish in &pair.mentee.carer_preferences {
        facts.push(StaffFact::CarerWish(CarerWish {
            attribute: wish.attribute.as_str().to_owned(),
            strength: wish.strength,
            want: print(matching, wish),
            met: met(wish, holds(matching, wish, Side::Mentee, pair)),
        }));
    }
    facts
}

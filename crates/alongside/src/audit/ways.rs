//! In which ways a pair can meet, derived once more.

use super::facts::{agree, answer, position, words};
use super::finding::{Finding, FindingCode};
use super::pairing::{MENTEE_FIRST, Pair, side_word};
use super::rules::{Verdict, in_person};
use crate::domain::{Matching, Person, RuleKind, Side, Way};
use crate::outcome::{Met, PossibleWay};

/// Compares the ways of one pair.
pub(super) fn check(findings: &mut Vec<Finding>, matching: &Matching, pair: Pair<'_>, stated: &[PossibleWay]) {
    if stated != derive(matching, pair) {
        findings.push(Finding::new(FindingCode::Ways, "the ways in which the two can meet are others"));
    }
}

/// Every way that both wrote down, in the mentee's order.
pub(super) fn derive(matching: &Matching, pair: Pair<'_>) -> Vec<PossibleWay> {
    let mut told = Vec::new();
    for way in pair.mentee.person.ways.ways() {
        if !pair.mentor.person.ways.ways().any(|theirs| theirs == way) {
            continue;
        }
        let personal: Vec<String> = MENTEE_FIRST
            .into_iter()
            .flat_map(|side| {
                lacks(matching, way, side, pair.person(side)).map(move |field| format!("{} {field}", side_word(side)))
            })
            .collect();
        let (possible, missing) = if personal.is_empty() { between(matching, way, pair) } else { (Met::No, personal) };
        told.push(PossibleWay { way, possible, missing });
    }
    told
}

/// What one person lacks for a way.
fn lacks<'m>(matching: &'m Matching, way: Way, side: Side, person: &'m Person) -> impl Iterator<Item = &'m str> {
    let needed = matching.delivery.needs.iter().filter(move |need| need.0 == way).map(|need| need.1);
    let refused = needed.filter(|field| says(person, field, "no"));
    let minor = match (matching.delivery.supervised_under, answer(person, "age").and_then(position)) {
        (None, _) => false,
        (Some(_), None) => true,
        (Some(under), Some(age)) => age < under,
    };
    let alone = way == Way::Internet && side == Side::Mentee && minor && !says(person, "online_supervision", "yes");
    let wanting = if answer(person, "age").is_none() { "age" } else { "online_supervision" };
    refused.chain(alone.then_some(wanting))
}

fn says(person: &Person, field: &str, word: &str) -> bool {
    answer(person, field).is_some_and(|said| words(said).any(|one| **one == *word))
}

/// Whether what the two speak and the way there let them meet so, and what does not or may not.
pub(super) fn between(matching: &Matching, way: Way, pair: Pair<'_>) -> (Met, Vec<String>) {
    let mut against = vec![("language", speaks(matching, way, pair))];
    if way == Way::FaceToFace {
        against.push(("distance", reaches(matching, pair)));
    }
    for (met, result) in [(Some(false), Met::No), (None, Met::Unknown)] {
        let named: Vec<String> =
            against.iter().filter(|(_, found)| *found == met).map(|(what, _)| (*what).to_owned()).collect();
        if !named.is_empty() {
            return (result, named);
        }
    }
    (Met::Yes, Vec::new())
}

/// Whether the pair has the language, or the interpreter, that the way asks for.
pub(super) fn speaks(matching: &Matching, way: Way, pair: Pair<'_>) -> Option<bool> {
    let delivery = &matching.delivery;
    if !delivery.language_for.contains(&way) {
        return Some(true);
    }
    let interpreted = MENTEE_FIRST.into_iter().any(|side| says(pair.person(side), "interpreter", "yes"));
    if interpreted && delivery.interpreter_for.contains(&way) {
        return Some(true);
    }
    let spoken = |side| answer(pair.person(side), "languages");
    Some(agree(matching, "languages", spoken(Side::Mentee)?, spoken(Side::Mentor)?))
}

/// Whether all rules of travel let the two meet in person.
fn reaches(matching: &Matching, pair: Pair<'_>) -> Option<bool> {
    let mut open = Some(true);
    for rule in &matching.rules {
        let RuleKind::Travel { who, max_km, unknown } = &rule.kind else { continue };
        match in_person(*who, *max_km, *unknown, pair) {
            Verdict::Refused(_) => return Some(false),
            Verdict::NeedsCheck(_) => open = None,
            Verdict::Eligible => {}
        }
    }
    open
}

/// The ways that both accept, as people are read: none where a side is blank.
pub(super) fn accepted(matching: &Matching, pair: Pair<'_>) -> Option<Vec<Way>> {
    let key = crate::domain::AttributeKey::new("delivery_methods");
    let ways = |side| -> Option<Vec<Way>> {
        let said = answer(pair.person(side), "delivery_methods")?;
        Some(words(said).filter_map(|word| Way::of_word(super::facts::counts_as(matching, &key, word))).collect())
    };
    let theirs = ways(Side::Mentor)?;
    Some(ways(Side::Mentee)?.into_iter().filter(|way| theirs.contains(way)).collect())
}

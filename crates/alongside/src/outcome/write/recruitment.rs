//! Where too few mentors are like those who asked for somebody like themselves.

use crate::compile::{Answered, Column};
use crate::domain::{Attribute, Strength, Want};
use crate::outcome::RecruitmentNeed;
use crate::round::Round;
use std::collections::BTreeMap;

/// A need for every attribute on which somebody wishes to have the same, where the places with such mentors are fewer than
/// those who ask, by name of the attribute.
pub(super) fn recruitment(round: &Round<'_>) -> Vec<RecruitmentNeed> {
    let attributes = round.compiled.matching.attributes.values();
    attributes.filter_map(|attribute| need(round, attribute)).collect()
}

fn need(round: &Round<'_>, attribute: &Attribute) -> Option<RecruitmentNeed> {
    let (compiled, matching) = (round.compiled, round.compiled.matching);
    let (own, theirs) = (compiled.mentees.column(&attribute.key), compiled.mentors.column(&attribute.key));
    let asks = |strengths: &[Strength], mentee: usize| {
        matching.mentees.get(mentee).is_some_and(|one| {
            one.person.preferences.iter().any(|wish| {
                wish.attribute == attribute.key && wish.want == Want::Same && strengths.contains(&wish.strength)
            })
        })
    };
    let asking: Vec<usize> = (0..compiled.mentees())
        .filter(|mentee| !own.is_blank(*mentee) && asks(&[Strength::Must, Strength::Prefer], *mentee))
        .collect();
    if asking.is_empty() {
        return None;
    }
    let kinds = of_kind(theirs, (0..compiled.mentors()).filter(|mentor| capacity(round, *mentor) > 0));
    let mut like: Vec<bool> = vec![false; kinds.len()];
    let mut without = 0;
    for alike in of_kind(own, asking.iter().copied()) {
        let mut any = false;
        for (kind, like) in kinds.iter().zip(&mut like) {
            let agree = alike.first().zip(kind.first()).and_then(|(one, other)| own.agree(*one, theirs, *other));
            (any, *like) = (any || agree == Some(true), *like || agree == Some(true));
        }
        without += if any { 0 } else { alike.len() };
    }
    let mentors: Vec<usize> =
        kinds.into_iter().zip(&like).filter(|(_, like)| **like).flat_map(|(kind, _)| kind).collect();
    let places: u64 = mentors.iter().map(|mentor| u64::from(capacity(round, *mentor))).sum();
    let waiting = |mentee: &&usize| round.mentor_of(**mentee).is_none() && !compiled.fixed.is_out(**mentee);
    (without > 0 || places < asking.len() as u64).then(|| RecruitmentNeed {
        attribute: attribute.key.to_string(),
        asked: asking.len(),
        must: asking.iter().filter(|mentee| asks(&[Strength::Must], **mentee)).count(),
        waiting: asking.iter().filter(waiting).count(),
        without,
        mentors: mentors.len(),
        places,
    })
}

fn capacity(round: &Round<'_>, mentor: usize) -> u32 {
    round.compiled.matching.mentors.get(mentor).map_or(0, |one| one.capacity)
}

/// People with the same answer together, blanks left out.
fn of_kind(column: &Column, people: impl Iterator<Item = usize>) -> Vec<Vec<usize>> {
    let mut kinds: BTreeMap<Answered<'_>, Vec<usize>> = BTreeMap::new();
    for person in people.filter(|person| !column.is_blank(*person)) {
        kinds.entry(column.answer(person)).or_default().push(person);
    }
    kinds.into_values().collect()
}

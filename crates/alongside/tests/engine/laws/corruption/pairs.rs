//! Other pairs, nothing else changed.

use super::{Kind, one_of};
use alongside::domain::PersonId;

pub(super) const KINDS: &[Kind] = &[
    ("proposal missing", |_, outcome, dice| {
        if !outcome.proposals.is_empty() {
            outcome.proposals.remove(dice.roll(outcome.proposals.len()));
        }
    }),
    ("proposal twice", |_, outcome, _| outcome.proposals.extend(outcome.proposals.last().cloned())),
    ("another mentor", |programme, outcome, dice| {
        let mentors = &programme.matching().mentors;
        let mentor = mentors.get(dice.roll(mentors.len().max(1))).map(|mentor| mentor.person.id.clone());
        one_of(&mut outcome.proposals, dice, |one| one.mentor = mentor.unwrap());
    }),
    ("nobody's mentor", |_, outcome, dice| {
        let nobody = PersonId::new("nobody").unwrap();
        one_of(&mut outcome.proposals, dice, |one| one.mentor = nobody);
    }),
    ("nobody's mentee", |_, outcome, dice| {
        let nobody = PersonId::new("nobody").unwrap();
        one_of(&mut outcome.proposals, dice, |one| one.mentee = nobody);
    }),
    ("two mentors swapped", |_, outcome, dice| {
        let count = outcome.proposals.len().max(1);
        let (one, other) = (dice.roll(count), dice.roll(count));
        if one != other {
            let mentor = outcome.proposals[one].mentor.clone();
            outcome.proposals[one].mentor = outcome.proposals[other].mentor.clone();
            outcome.proposals[other].mentor = mentor;
        }
    }),
];

//! What is said of proposed pairs.

use super::{Kind, one_of};
use crate::support::Dice;
use alongside::Outcome;
use alongside::outcome::{Because, Contribution, LevelName, Met, Proposal};

/// Changes one contribution of one proposal.
fn part(outcome: &mut Outcome, dice: &mut Dice, change: impl FnOnce(&mut Contribution)) {
    let mut parts: Vec<_> = outcome.proposals.iter_mut().flat_map(|one| &mut one.contributions).collect();
    one_of(&mut parts, dice, |part| change(part));
}

/// Changes one proposal.
fn one(outcome: &mut Outcome, dice: &mut Dice, change: impl FnOnce(&mut Proposal)) {
    one_of(&mut outcome.proposals, dice, change);
}

pub(super) const KINDS: &[Kind] = &[
    ("points", |_, outcome, dice| part(outcome, dice, |part| part.points ^= 1)),
    ("weight", |_, outcome, dice| part(outcome, dice, |part| part.weight += 1)),
    ("contribution", |_, outcome, dice| part(outcome, dice, |part| part.contribution += 1)),
    ("because", |_, outcome, dice| {
        part(outcome, dice, |part| part.because = Because::Unknown(vec!["mentor luck".into()]));
    }),
    ("terms covered", |_, outcome, dice| {
        let parts = outcome.proposals.iter_mut().flat_map(|one| &mut one.contributions);
        let mut covered: Vec<_> = parts
            .filter_map(|part| match &mut part.because {
                Because::Covered { stated, terms } => Some((stated, terms)),
                _ => None,
            })
            .collect();
        one_of(&mut covered, dice, |(stated, terms)| match terms.pop() {
            Some(_) => {}
            None => **stated += 1,
        });
    }),
    ("own weight", |_, outcome, dice| {
        part(outcome, dice, |part| part.own_weight = if part.own_weight.is_some() { None } else { Some(3) });
    }),
    ("share of the mentor", |_, outcome, dice| part(outcome, dice, |part| part.mentor_share += 1)),
    ("share of the mentee", |_, outcome, dice| part(outcome, dice, |part| part.mentee_share += 1)),
    ("mentee's fit", |_, outcome, dice| one(outcome, dice, |one| one.mentee_fit += 1)),
    ("mentor's fit", |_, outcome, dice| one(outcome, dice, |one| one.mentor_fit += 1)),
    ("fit", |_, outcome, dice| one(outcome, dice, |one| one.fit += 1)),
    ("points, all sums along", |_, outcome, dice| {
        // A thousandth more for one pair, and every number that rests on it.
        let at = dice.roll(outcome.criteria.len().max(1));
        let which = dice.roll(outcome.proposals.len().max(1));
        let Some(proposal) = outcome.proposals.get_mut(which) else { return };
        let Some(part) = proposal.contributions.get_mut(at) else { return };
        part.points += 1;
        part.contribution += part.weight;
        proposal.fit += part.weight;
        outcome.totals.total_fit += part.weight;
        outcome.criteria[at].points += 1;
        let (criterion, weight) = (part.criterion.clone(), part.weight);
        if let Some(against) = proposal.against.as_mut().filter(|against| against.criterion == criterion) {
            against.lost -= weight;
        }
        for level in &mut outcome.levels {
            let more = match &level.level {
                LevelName::TotalFit => weight,
                LevelName::Criterion(id) if *id == criterion => 1,
                _ => continue,
            };
            level.value += more;
            level.bound += more;
        }
    }),
    ("contribution missing", |_, outcome, dice| one(outcome, dice, |one| drop(one.contributions.pop()))),
    ("contributions reversed", |_, outcome, dice| one(outcome, dice, |one| one.contributions.reverse())),
    ("tier", |_, outcome, dice| one(outcome, dice, |one| one.tier += 1)),
    ("against missing", |_, outcome, dice| one(outcome, dice, |one| one.against = None)),
    ("against lost", |_, outcome, dice| {
        one(outcome, dice, |one| one.against.iter_mut().for_each(|against| against.lost += 1));
    }),
    ("against another", |_, outcome, dice| {
        one(outcome, dice, |one| one.against.iter_mut().for_each(|against| against.criterion = "luck".into()));
    }),
    ("wish missing", |_, outcome, dice| one(outcome, dice, |one| drop(one.wishes.pop()))),
    ("wish met", |_, outcome, dice| {
        one(outcome, dice, |one| {
            one.wishes.iter_mut().for_each(|wish| wish.met = if wish.met == Met::Yes { Met::No } else { Met::Yes });
        });
    }),
    ("wish's words", |_, outcome, dice| {
        one(outcome, dice, |one| {
            one.wishes
                .iter_mut()
                .filter(|wish| ![" or more", " or less"].iter().any(|open| wish.want.ends_with(open)))
                .for_each(|wish| wish.want.push('x'));
        });
    }),
    ("open wish turned round", |_, outcome, dice| {
        one(outcome, dice, |one| {
            for wish in &mut one.wishes {
                wish.want = match wish.want.strip_suffix(" or more") {
                    Some(end) => format!("{end} or less"),
                    None => wish.want.replace(" or less", " or more"),
                };
            }
        });
    }),
    ("alternative missing", |_, outcome, dice| one(outcome, dice, |one| drop(one.alternatives.pop()))),
    ("alternative's fit", |_, outcome, dice| {
        one(outcome, dice, |one| one.alternatives.iter_mut().for_each(|other| other.fit += 1));
    }),
    ("alternative's places", |_, outcome, dice| {
        one(outcome, dice, |one| one.alternatives.iter_mut().for_each(|other| other.places_free += 1));
    }),
    ("alternatives reversed", |_, outcome, dice| one(outcome, dice, |one| one.alternatives.reverse())),
];

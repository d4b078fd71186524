//! What is said of the programme as a whole.

use super::{Kind, one_of};
use crate::support::Dice;
use alongside::domain::{Design, PersonId, SaidBy, View, Weighing};
use alongside::outcome::{LevelName, Status};
use alongside::{Outcome, Programme};

pub(super) const KINDS: &[Kind] = &[
    ("format", |_, outcome, _| outcome.format = "alongside-outcome/0".into()),
    ("engine", |_, outcome, _| outcome.engine.push('x')),
    ("programme name", |_, outcome, _| outcome.programme.name.push('x')),
    ("seed", |_, outcome, _| outcome.programme.seed += 1),
    ("floor", |_, outcome, _| outcome.programme.floor += 1),
    ("floor of the mentee", |_, outcome, _| outcome.programme.mentee_floor += 1),
    ("floor of the mentor", |_, outcome, _| outcome.programme.mentor_floor += 1),
    ("view", |_, outcome, dice| {
        one_of(&mut outcome.criteria, dice, |one| {
            one.view = if one.view == View::Mentor { View::Mentee } else { View::Mentor };
        });
    }),
    ("weighing", |_, outcome, dice| {
        one_of(&mut outcome.criteria, dice, |one| {
            one.weighing = match one.weighing.take() {
                None => Some(Weighing { stated: one.weight, by: SaidBy::Preset, factors: Vec::new() }),
                Some(_) => None,
            };
        });
    }),
    ("a need for mentors", |_, outcome, dice| one_of(&mut outcome.recruitment, dice, |one| one.asked += 1)),
    ("design", |_, outcome, _| {
        outcome.programme.design = match outcome.programme.design.take() {
            None => Some(Design { open_ended: true, ..Design::default() }),
            Some(_) => None,
        };
    }),
    ("as of", |_, outcome, _| outcome.programme.as_of = outcome.programme.as_of.tomorrow().unwrap()),
    ("planned until", |_, outcome, _| outcome.programme.planned_until = outcome.programme.as_of),
    ("status", |_, outcome, _| outcome.status = Status::BestFound),
    ("certificate without a level", |_, outcome, _| drop(outcome.certificate.as_mut().unwrap().levels.pop())),
    ("certificate with a level twice", |_, outcome, _| {
        let levels = &mut outcome.certificate.as_mut().unwrap().levels;
        levels.push(levels[0].clone());
    }),
    ("certificate of one more person", |_, outcome, dice| {
        one_of(&mut outcome.certificate.as_mut().unwrap().levels, dice, |level| level.mentors.push(0));
    }),
    ("cover of the least fit missing", |_, outcome, _| outcome.certificate.as_mut().unwrap().cover = None),
    ("cover for another fit", |_, outcome, _| {
        outcome.certificate.as_mut().unwrap().cover.iter_mut().for_each(|cover| cover.fit += 1);
    }),
    ("cover that somebody dropped out of", |_, outcome, _| {
        let cover = outcome.certificate.as_mut().unwrap().cover.as_mut();
        let served = cover.and_then(|cover| cover.mentor_of.iter_mut().find(|mentor| mentor.is_some()));
        if let Some(mentor) = served {
            *mentor = None;
        }
    }),
    ("cover without prices", |_, outcome, _| {
        outcome.certificate.as_mut().unwrap().cover.iter_mut().for_each(|cover| cover.levels.clear());
    }),
    ("price of somebody proposed", |programme, outcome, dice| {
        let proposed: Vec<_> = outcome.proposals.iter().map(|one| one.mentee.clone()).collect();
        dearer(programme, outcome, dice, &proposed, 1);
    }),
    ("price of somebody proposed, lower", |programme, outcome, dice| {
        // Below zero, which no mentee's price may be.
        let proposed: Vec<_> = outcome.proposals.iter().map(|one| one.mentee.clone()).collect();
        dearer(programme, outcome, dice, &proposed, -1_000_000);
    }),
    ("price of somebody waiting", |programme, outcome, dice| {
        let waiting: Vec<_> = outcome.unmatched.iter().map(|one| one.mentee.clone()).collect();
        dearer(programme, outcome, dice, &waiting, 1);
    }),
    ("level value", |_, outcome, dice| one_of(&mut outcome.levels, dice, |one| one.value += 1)),
    ("level value and bound", |_, outcome, dice| {
        one_of(&mut outcome.levels, dice, |level| {
            level.value += 1;
            level.bound += 1;
        });
    }),
    ("level bound", |_, outcome, dice| one_of(&mut outcome.levels, dice, |one| one.bound += 1)),
    ("level missing", |_, outcome, dice| drop(outcome.levels.remove(dice.roll(outcome.levels.len())))),
    ("levels reversed", |_, outcome, _| outcome.levels.reverse()),
    ("level renamed", |_, outcome, _| outcome.levels[0].level = LevelName::TierServed(7)),
    ("total served", |_, outcome, _| outcome.totals.served += 1),
    ("total waiting", |_, outcome, _| outcome.totals.waiting += 1),
    ("total candidates", |_, outcome, _| outcome.totals.candidates += 1),
    ("total places", |_, outcome, _| outcome.totals.places += 1),
    ("total fit", |_, outcome, _| outcome.totals.total_fit += 1),
    ("full fit", |_, outcome, _| outcome.totals.full_fit += 1),
    ("mentors counted", |_, outcome, _| outcome.totals.mentors += 1),
    ("tier served", |_, outcome, dice| one_of(&mut outcome.totals.tiers, dice, |one| one.served += 1)),
    ("tier missing", |_, outcome, _| outcome.totals.tiers.truncate(1)),
    ("rule missing", |_, outcome, dice| drop(outcome.rules.remove(dice.roll(outcome.rules.len())))),
    ("rule's reason", |_, outcome, dice| one_of(&mut outcome.rules, dice, |one| one.why = Some("Just so.".into()))),
    ("rules swapped", |_, outcome, _| outcome.rules.swap(0, 1)),
    ("criterion missing", |_, outcome, _| drop(outcome.criteria.pop())),
    ("criterion's points", |_, outcome, dice| {
        one_of(&mut outcome.criteria, dice, |one| one.points += 1);
    }),
    ("criterion's weight", |_, outcome, dice| {
        one_of(&mut outcome.criteria, dice, |one| one.weight += 1);
    }),
    ("a programme missing", |_, outcome, _| drop(outcome.programmes.pop())),
    ("a programme's counts", |_, outcome, dice| one_of(&mut outcome.programmes, dice, |one| one.waiting += 1)),
    ("a programme's mentors", |_, outcome, dice| one_of(&mut outcome.programmes, dice, |one| one.shared_in += 1)),
    ("a programme that shares", |_, outcome, dice| {
        one_of(&mut outcome.programmes, dice, |one| one.shares_with.push("another".into()));
    }),
    ("a programme's weights", |_, outcome, dice| {
        one_of(&mut outcome.programmes, dice, |one| one.weights.iter_mut().for_each(|weight| weight.weight += 1));
    }),
    ("the programme of a proposal", |_, outcome, dice| {
        one_of(&mut outcome.proposals, dice, |one| one.programme = one.programme.is_none().then(|| "another".into()));
    }),
    ("the programme of who waits", |_, outcome, dice| {
        one_of(&mut outcome.unmatched, dice, |one| one.programme = one.programme.is_none().then(|| "another".into()));
    }),
    ("who shares a mentor", |_, outcome, dice| {
        one_of(&mut outcome.proposals, dice, |one| {
            one.shared_by = if one.shared_by.is_empty() { vec!["x".into()] } else { Vec::new() }
        });
    }),
    ("record missing", |_, outcome, dice| drop(outcome.records.remove(dice.roll(outcome.records.len())))),
    ("record twice", |_, outcome, dice| {
        let record = outcome.records[dice.roll(outcome.records.len())].clone();
        outcome.records.push(record);
    }),
];

/// Puts up the price of one of these mentees for all tiers together.
fn dearer(programme: &Programme, outcome: &mut Outcome, dice: &mut Dice, mentees: &[PersonId], by: i64) {
    if mentees.is_empty() {
        return;
    }
    let id = &mentees[dice.roll(mentees.len())];
    let at = programme.matching().mentees.iter().position(|one| one.person.id == *id).unwrap();
    outcome.certificate.as_mut().unwrap().levels[0].mentees[at] += by;
}

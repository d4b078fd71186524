//! What is said of the programme as a whole.

use super::{Kind, one_of};
use alongside::outcome::{LevelName, Status};

pub(super) const KINDS: &[Kind] = &[
    ("format", |_, outcome, _| outcome.format = "alongside-outcome/0".into()),
    ("engine", |_, outcome, _| outcome.engine.push('x')),
    ("programme name", |_, outcome, _| outcome.programme.name.push('x')),
    ("seed", |_, outcome, _| outcome.programme.seed += 1),
    ("floor", |_, outcome, _| outcome.programme.floor += 1),
    ("as of", |_, outcome, _| outcome.programme.as_of = outcome.programme.as_of.tomorrow().unwrap()),
    ("planned until", |_, outcome, _| outcome.programme.planned_until = outcome.programme.as_of),
    ("status", |_, outcome, _| outcome.status = Status::BestFound),
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
    ("record missing", |_, outcome, dice| drop(outcome.records.remove(dice.roll(outcome.records.len())))),
    ("record twice", |_, outcome, dice| {
        let record = outcome.records[dice.roll(outcome.records.len())].clone();
        outcome.records.push(record);
    }),
];

//! What is said of people left over, and of questions.

use super::{Kind, one_of};
use crate::support::Dice;
use alongside::Outcome;
use alongside::outcome::{Asked, Obstacle, Refusals};

/// Changes the reasons of one person left over, who has some.
fn reasons(outcome: &mut Outcome, dice: &mut Dice, change: impl FnOnce(&mut Vec<Refusals>)) {
    let waiting = outcome.unmatched.iter_mut().map(|one| &mut one.reasons);
    let idle = outcome.idle.iter_mut().map(|one| &mut one.reasons);
    let mut all: Vec<_> = waiting.chain(idle).filter(|reasons| !reasons.is_empty()).collect();
    one_of(&mut all, dice, |reasons| change(reasons));
}

fn moved(asked: &mut Asked) {
    if asked.refused > 0 {
        asked.refused -= 1;
        asked.needs_check += 1;
    } else {
        asked.all += 1;
    }
}

pub(super) const KINDS: &[Kind] = &[
    ("waiting missing", |_, outcome, _| drop(outcome.unmatched.pop())),
    ("waiting twice", |_, outcome, _| outcome.unmatched.extend(outcome.unmatched.last().cloned())),
    ("waiting reversed", |_, outcome, _| outcome.unmatched.reverse()),
    ("waiting tier", |_, outcome, dice| one_of(&mut outcome.unmatched, dice, |one| one.tier += 1)),
    ("servable", |_, outcome, dice| {
        one_of(&mut outcome.unmatched, dice, |one| one.servable = !one.servable);
    }),
    ("needed elsewhere", |_, outcome, dice| {
        one_of(&mut outcome.unmatched, dice, |one| one.needed_elsewhere += 1);
    }),
    ("waiting days", |_, outcome, dice| {
        one_of(&mut outcome.unmatched, dice, |one| one.waiting_days = Some(-1));
    }),
    ("waiting since", |_, outcome, dice| {
        one_of(&mut outcome.unmatched, dice, |one| one.waiting_since = None);
    }),
    ("reason missing", |_, outcome, dice| reasons(outcome, dice, |one| drop(one.pop()))),
    ("reason refused", |_, outcome, dice| reasons(outcome, dice, |one| one[0].refused += 1)),
    ("reason for checks", |_, outcome, dice| {
        reasons(outcome, dice, |one| one[0].needs_check += 1);
    }),
    ("reason alone", |_, outcome, dice| reasons(outcome, dice, |one| one[0].alone += 1)),
    ("reason's rule", |_, outcome, dice| {
        reasons(outcome, dice, |one| one[0].rule = "another".into());
    }),
    ("detail's people", |_, outcome, dice| {
        reasons(outcome, dice, |one| one[0].details[0].people += 1);
    }),
    ("detail's obstacle", |_, outcome, dice| {
        reasons(outcome, dice, |one| one[0].details[0].obstacle = Obstacle::SamePerson);
    }),
    ("detail's subject", |_, outcome, dice| {
        reasons(outcome, dice, |one| one[0].details[0].about = Some("luck".into()));
    }),
    ("detail missing", |_, outcome, dice| reasons(outcome, dice, |one| one[0].details.clear())),
    ("asked of the waiting", |_, outcome, dice| {
        one_of(&mut outcome.unmatched, dice, |one| moved(&mut one.asked));
    }),
    ("asked of the idle", |_, outcome, dice| {
        one_of(&mut outcome.idle, dice, |one| moved(&mut one.asked));
    }),
    ("idle missing", |_, outcome, _| drop(outcome.idle.pop())),
    ("idle twice", |_, outcome, _| outcome.idle.extend(outcome.idle.first().cloned())),
    ("idle reversed", |_, outcome, _| outcome.idle.reverse()),
    ("idle places", |_, outcome, dice| one_of(&mut outcome.idle, dice, |one| one.capacity += 1)),
    ("served elsewhere", |_, outcome, dice| {
        one_of(&mut outcome.idle, dice, |one| one.served_elsewhere += 1);
    }),
    ("question missing", |_, outcome, _| drop(outcome.questions.pop())),
    ("question twice", |_, outcome, _| outcome.questions.extend(outcome.questions.first().cloned())),
    ("questions reversed", |_, outcome, _| outcome.questions.reverse()),
    ("question's pairs", |_, outcome, dice| {
        one_of(&mut outcome.questions, dice, |one| one.pairs += 1);
    }),
    ("question's best answer", |_, outcome, dice| {
        one_of(&mut outcome.questions, dice, |one| one.best_changes = one.best_changes.map(|is| !is));
    }),
    ("question's worst answer", |_, outcome, dice| {
        one_of(&mut outcome.questions, dice, |one| one.worst_changes = one.worst_changes.map(|is| !is));
    }),
    ("question untried", |_, outcome, dice| {
        one_of(&mut outcome.questions, dice, |one| one.best_changes = None);
    }),
    ("question's field", |_, outcome, dice| {
        one_of(&mut outcome.questions, dice, |one| one.field = "name".into());
    }),
];

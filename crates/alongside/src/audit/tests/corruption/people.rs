//! Who is proposed, who waits, who is idle, and why.

use super::{Spoil, all_are_caught, all_at_once, first, stranger};
use crate::audit::testing::outcome::outcome;
use crate::audit::testing::{criterion, matching, mentee, mentor, programme};
use crate::audit::{FindingCode as Code, audit};
use crate::domain::{CriterionKind, UnknownAnswer};
use crate::outcome::{Asked, Obstacle, Outcome};

/// Changes each count of a division in turn.
fn asked(asked: &mut Asked) {
    asked.refused += 1;
    asked.candidates = asked.candidates.saturating_sub(1);
}

const WAYS: &[Spoil] = &[
    ("a proposal dropped", Code::WaitingMissing, |it| it.proposals.pop().map(drop)),
    ("a proposal dropped, seen from the levels", Code::LevelValue, |it| it.proposals.pop().map(drop)),
    ("a waiting mentee forged onto an idle mentor", Code::WaitingUnfounded, |it| {
        let (mentee, mentor) = (it.unmatched.first()?.mentee.clone(), it.idle.first()?.mentor.clone());
        let mut forged = it.proposals.first()?.clone();
        (forged.mentee, forged.mentor) = (mentee, mentor);
        it.proposals.push(forged);
        Some(())
    }),
    ("a refused pair forged", Code::NotEligible, |it| {
        let refused = |asked: &Asked| asked.refused + asked.needs_check == asked.all && asked.all > 0;
        let mentee = it.unmatched.iter().find(|it| refused(&it.asked))?.mentee.clone();
        let mut forged = it.proposals.first()?.clone();
        forged.mentee = mentee;
        it.proposals.push(forged);
        Some(())
    }),
    ("two mentors swapped, nothing else", Code::Alternatives, |it| {
        let [one, other, ..] = &mut *it.proposals else { return None };
        let differ = one.mentor != other.mentor && !one.alternatives.is_empty();
        let told_apart = one.alternatives.iter().any(|it| it.mentor == other.mentor);
        (differ && told_apart).then(|| std::mem::swap(&mut one.mentor, &mut other.mentor))
    }),
    ("everybody with one mentor", Code::CapacityExceeded, |it| {
        let mentor = it.proposals.first()?.mentor.clone();
        let others = it.proposals.iter().filter(|it| it.mentor != mentor).count();
        it.proposals.iter_mut().for_each(|it| it.mentor = mentor.clone());
        (others > 1).then_some(())
    }),
    ("a proposal twice", Code::RepeatedMentee, |it| {
        it.proposals.push(it.proposals.last()?.clone());
        Some(())
    }),
    ("an unknown mentee proposed", Code::UnknownPerson, |it| first(it, |it| Some(it.mentee = stranger()))),
    ("an unknown mentor proposed", Code::UnknownPerson, |it| first(it, |it| Some(it.mentor = stranger()))),
    ("an unknown mentee waiting", Code::UnknownPerson, |it| Some(it.unmatched.first_mut()?.mentee = stranger())),
    ("an unknown mentor idle", Code::UnknownPerson, |it| Some(it.idle.first_mut()?.mentor = stranger())),
    ("proposals out of order", Code::Order, |it| (it.proposals.len() > 1).then(|| it.proposals.reverse())),
    ("waiting out of order", Code::Order, |it| (it.unmatched.len() > 1).then(|| it.unmatched.reverse())),
    ("idle out of order", Code::Order, |it| (it.idle.len() > 1).then(|| it.idle.reverse())),
    ("a waiting mentee missing", Code::WaitingMissing, |it| it.unmatched.pop().map(drop)),
    ("a waiting mentee twice", Code::WaitingUnfounded, |it| {
        it.unmatched.push(it.unmatched.last()?.clone());
        Some(())
    }),
    ("a served mentee waiting", Code::WaitingUnfounded, |it| {
        let mut other = it.unmatched.first()?.clone();
        other.mentee = it.proposals.first()?.mentee.clone();
        it.unmatched.push(other);
        Some(())
    }),
    ("an idle mentor missing", Code::IdleMissing, |it| it.idle.pop().map(drop)),
    ("a busy mentor idle", Code::IdleUnfounded, |it| {
        let mut other = it.idle.first()?.clone();
        other.mentor = it.proposals.first()?.mentor.clone();
        it.idle.push(other);
        Some(())
    }),
    ("tier of a proposal", Code::Tier, |it| first(it, |it| Some(it.tier += 1))),
    ("tier of somebody waiting", Code::Tier, |it| Some(it.unmatched.first_mut()?.tier += 1)),
    ("waiting days", Code::WaitingTime, |it| {
        *it.unmatched.iter_mut().find_map(|it| it.waiting_days.as_mut())? += 1;
        Some(())
    }),
    ("waiting days forgotten", Code::WaitingTime, |it| {
        it.unmatched.iter_mut().find_map(|it| it.waiting_days.take()).map(drop)
    }),
    ("waiting since", Code::WaitingTime, |it| {
        let since = it.unmatched.iter_mut().find_map(|it| it.waiting_since.as_mut())?;
        *since = since.yesterday().ok()?;
        Some(())
    }),
    ("needed elsewhere", Code::NeededElsewhere, |it| Some(it.unmatched.first_mut()?.needed_elsewhere += 1)),
    ("servable", Code::Servable, |it| it.unmatched.first_mut().map(|it| it.servable = !it.servable)),
    ("served elsewhere", Code::ServedElsewhere, |it| Some(it.idle.first_mut()?.served_elsewhere += 1)),
    ("capacity of an idle mentor", Code::Capacity, |it| Some(it.idle.first_mut()?.capacity += 1)),
    ("asked of somebody waiting", Code::Asked, |it| it.unmatched.first_mut().map(|it| asked(&mut it.asked))),
    ("asked of an idle mentor", Code::Asked, |it| it.idle.first_mut().map(|it| asked(&mut it.asked))),
    ("everybody asked", Code::Asked, |it| Some(it.idle.first_mut()?.asked.all += 1)),
    ("without place", Code::Asked, |it| Some(it.unmatched.first_mut()?.asked.without_place += 1)),
    ("below the floor", Code::Asked, |it| Some(it.unmatched.first_mut()?.asked.below_floor += 1)),
    ("a reason missing", Code::Reasons, |it| it.unmatched.iter_mut().find_map(|it| it.reasons.pop()).map(drop)),
    ("a reason of an idle mentor missing", Code::Reasons, |it| {
        it.idle.iter_mut().find_map(|it| it.reasons.pop()).map(drop)
    }),
    ("reasons out of order", Code::Reasons, |it| {
        let some = it.unmatched.iter_mut().find(|it| it.reasons.len() > 1)?;
        some.reasons.reverse();
        Some(())
    }),
    ("refused by a rule", Code::Reasons, |it| Some(reason(it)?.refused += 1)),
    ("needing a check for a rule", Code::Reasons, |it| Some(reason(it)?.needs_check += 1)),
    ("by a rule alone", Code::Reasons, |it| Some(reason(it)?.alone += 1)),
    ("a detail missing", Code::Reasons, |it| reason(it)?.details.pop().map(drop)),
    ("people of a detail", Code::Reasons, |it| Some(reason(it)?.details.first_mut()?.people += 1)),
    ("what a detail is about", Code::Reasons, |it| {
        reason(it)?.details.first_mut()?.about = Some("something else".into());
        Some(())
    }),
    ("the obstacle of a detail", Code::Reasons, |it| {
        let detail = reason(it)?.details.first_mut()?;
        detail.obstacle = if detail.obstacle == Obstacle::Expired { Obstacle::NotRecorded } else { Obstacle::Expired };
        Some(())
    }),
];

fn reason(it: &mut Outcome) -> Option<&mut crate::outcome::Refusals> {
    it.unmatched.iter_mut().flat_map(|it| &mut it.reasons).next()
}

#[test]
fn spoilt_people_are_caught() {
    all_are_caught(WAYS);
    all_at_once(WAYS);
}

#[test]
fn a_pair_below_the_floor_is_caught() {
    let mut made = matching();
    made.mentees.push(mentee("E1"));
    made.mentors.push(mentor("M1"));
    made.criteria.push(criterion(CriterionKind::RankedChoices { ranks: 1 }, UnknownAnswer::Neutral));
    for (floor, codes) in [(500, &[][..]), (501, &[Code::BelowFloor])] {
        made.aim.floor = floor;
        let programme = programme(made.clone());
        let found = audit(&programme, &outcome(&programme, &[Some(0)]));
        assert_eq!(found.findings.iter().map(|it| it.code).collect::<Vec<_>>(), codes);
    }
}

//! Every corruption of a true outcome is caught.

mod forged;
mod kept;
mod pairs;
mod parts;
mod people;
mod whole;

use crate::oracle::{best, can_have, candidates, limited, settled, vector};
use crate::support::{Dice, blueprints, outcome, programme, sample};
use alongside::audit::audit;
use alongside::domain::{PersonId, Shortage};
use alongside::outcome::{Proposal, ShortOf};
use alongside::{Outcome, Programme};
use std::collections::BTreeMap;

/// Changes an outcome for the worse, or leaves it alone where it has nothing of the kind.
type Corrupt = fn(&Programme, &mut Outcome, &mut Dice);

/// A kind of corruption by name.
type Kind = (&'static str, Corrupt);

/// Changes one of these, if there is any.
fn one_of<T>(items: &mut [T], dice: &mut Dice, change: impl FnOnce(&mut T)) {
    if !items.is_empty() {
        change(&mut items[dice.roll(items.len())]);
    }
}

/// Whether the outcome's pairs are worse than the best, or no matching over candidates at all.
fn worse_by_the_oracle(programme: &Programme, corrupted: &Outcome) -> bool {
    let matching = programme.matching();
    let candidates = candidates(matching);
    let standing = settled(matching);
    let (free, mut room) = (standing.free.clone(), standing.room.clone());
    let mut mentor_of = vec![None; matching.mentees.len()];
    let mut used = vec![0; matching.mentors.len()];
    for one in &corrupted.proposals {
        let mentee = matching.mentees.iter().position(|mentee| mentee.person.id == one.mentee);
        let mentor = matching.mentors.iter().position(|mentor| mentor.person.id == one.mentor);
        let (Some(mentee), Some(mentor)) = (mentee, mentor) else { return true };
        used[mentor] += 1;
        if let Some(at) = standing.supervisor[mentor] {
            let Some(left) = room[at].checked_sub(standing.weight[mentor]) else { return true };
            room[at] = left;
        }
        if candidates[mentee][mentor].is_none()
            || mentor_of[mentee].replace(mentor).is_some()
            || used[mentor] > free[mentor]
        {
            return true;
        }
    }
    let members = |mentor: usize| -> Vec<usize> {
        (0..mentor_of.len()).filter(|mentee| mentor_of[*mentee] == Some(mentor)).collect()
    };
    if (0..used.len()).any(|mentor| used[mentor] > 0 && !can_have(matching, &standing, mentor, &members(mentor))) {
        return true;
    }
    // What a search found is not proved at the seed's level.
    let searched = limited(matching, &standing) && corrupted.certificate.is_none();
    let (reached, best) = (vector(matching, &candidates, &mentor_of), best(matching, &candidates).levels);
    let compared = best.len() - usize::from(searched);
    reached[..compared] < best[..compared]
}

/// What can be wrong where hours, times and company limit whom mentors have together.
const OF_LIMITS: &[Kind] = &[
    ("short of something else", |_, outcome, dice| {
        one_of(&mut outcome.unmatched, dice, |one| match one.short_of.first_mut() {
            Some(short) => short.candidates += 1,
            None => one.short_of.push(ShortOf { of: Shortage::Hours, candidates: 1 }),
        });
    }),
    ("meeting at another time", |programme, outcome, dice| {
        // Of people of whom nobody knows when they are free, any time is as good.
        let matching = programme.matching();
        let known = |one: &Proposal| {
            let (mentee, mentor) = (matching.mentee(&one.mentee).unwrap(), matching.mentor(&one.mentor).unwrap());
            mentee.person.availability.is_some() && mentor.person.availability.is_some()
        };
        let mut known: Vec<&mut Proposal> = outcome.proposals.iter_mut().filter(|one| known(one)).collect();
        one_of(&mut known, dice, |one| {
            if let Some(meeting) = &mut one.meeting {
                meeting.begins = meeting.begins.take().map(|_| "Mon 03:30".to_owned());
            }
        });
    }),
    ("meeting left out", |_, outcome, dice| one_of(&mut outcome.proposals, dice, |one| one.meeting = None)),
    ("met together with a stranger", |_, outcome, dice| {
        let id = PersonId::new("a stranger").unwrap();
        one_of(&mut outcome.proposals, dice, |one| {
            one.meeting.iter_mut().for_each(|meeting| meeting.together_with.push(id.clone()));
        });
    }),
    ("what is left of a caseload", |_, outcome, dice| one_of(&mut outcome.supervisors, dice, |one| one.left += 1)),
];

#[test]
fn every_corruption_under_limits_is_caught() {
    let kinds: Vec<Kind> = [people::KINDS, parts::KINDS, pairs::KINDS, forged::KINDS, kept::KINDS, OF_LIMITS].concat();
    let mut applied: BTreeMap<&str, usize> = OF_LIMITS.iter().map(|(name, _)| (*name, 0)).collect();
    for (seed, blueprint) in sample(150, 12, &blueprints(6)).into_iter().enumerate() {
        let document = blueprint.limited();
        let (programme, truth) = (programme(&document), outcome(&document));
        for (kind, (name, corrupt)) in kinds.iter().enumerate() {
            let mut dice = Dice::new((seed * 1000 + kind) as u64);
            let mut corrupted = truth.clone();
            corrupt(&programme, &mut corrupted, &mut dice);
            if corrupted == truth {
                continue;
            }
            if let Some(applied) = applied.get_mut(name) {
                *applied += 1;
            }
            // Another matching may be as good, at all levels that a search proves.
            let forged = pairs::KINDS.iter().chain(forged::KINDS).any(|(forged, _)| forged == name);
            if !forged || worse_by_the_oracle(&programme, &corrupted) {
                assert!(!audit(&programme, &corrupted).is_clean(), "{name} is not caught: {document:#}");
            }
        }
    }
    let rare: Vec<_> = applied.iter().filter(|(_, count)| **count < 3).collect();
    assert!(rare.is_empty(), "hardly ever applied: {rare:?}");
}

#[test]
fn every_corruption_is_caught() {
    let kinds: Vec<Kind> =
        [whole::KINDS, people::KINDS, parts::KINDS, pairs::KINDS, forged::KINDS, kept::KINDS].concat();
    assert!(kinds.len() >= 60, "{}", kinds.len());
    let mut applied: BTreeMap<&str, usize> = kinds.iter().map(|(name, _)| (*name, 0)).collect();
    for (seed, blueprint) in sample(400, 8, &blueprints(6)).into_iter().enumerate() {
        let document = blueprint.document();
        let (programme, truth) = (programme(&document), outcome(&document));
        for (kind, (name, corrupt)) in kinds.iter().enumerate() {
            let mut dice = Dice::new((seed * 1000 + kind) as u64);
            let mut corrupted = truth.clone();
            corrupt(&programme, &mut corrupted, &mut dice);
            if corrupted == truth {
                continue;
            }
            let pairs_kind = pairs::KINDS.iter().chain(forged::KINDS).any(|(pairs, _)| pairs == name);
            if pairs_kind {
                assert!(worse_by_the_oracle(&programme, &corrupted), "{name} is as good: {document:#}");
            }
            *applied.get_mut(name).unwrap() += 1;
            assert!(!audit(&programme, &corrupted).is_clean(), "{name} is not caught: {document:#}");
        }
    }
    let rare: Vec<_> = applied.iter().filter(|(_, count)| **count < 3).collect();
    assert!(rare.is_empty(), "hardly ever applied: {rare:?}");
}

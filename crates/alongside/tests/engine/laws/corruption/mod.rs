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

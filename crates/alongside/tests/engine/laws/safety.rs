//! No weight buys off a rule; no place is used twice; the floor is kept.

use crate::oracle::{Pair, allowed, settled};
use crate::support::{Dice, blueprints, many, outcome, programme};
use alongside::domain::{KnownAs, Person};
use proptest::prelude::*;
use std::collections::BTreeMap;

proptest! {
    #![proptest_config(many(500))]

    #[test]
    fn no_refused_pair_whatever_the_weights(blueprint in blueprints(8), dice in any::<u64>()) {
        let mut dice = Dice::new(dice);
        let mut document = if dice.chance(30) { blueprint.limited() } else { blueprint.document() };
        for criterion in document["criteria"].as_array_mut().unwrap() {
            criterion["weight"] = dice.pick(&[1, 1, 1000, 999, 500]).into();
        }
        let weights = document["criteria"].as_array().unwrap().iter().map(|one| one["weight"].as_i64().unwrap());
        let most = 1000 * weights.sum::<i64>();
        document["aim"]["floor"] = dice.pick(&[0, most / 3, most / 2]).into();
        // Floors of one side that its part could no longer reach would be refused.
        for floor in ["mentee_floor", "mentor_floor"] {
            document["aim"].as_object_mut().unwrap().remove(floor);
        }
        let (programme, outcome) = (programme(&document), outcome(&document));
        let matching = programme.matching();
        let mut used = BTreeMap::new();
        let settled = settled(matching);
        for one in &outcome.proposals {
            let (mentee, mentor) = (matching.mentee(&one.mentee).unwrap(), matching.mentor(&one.mentor).unwrap());
            prop_assert!(allowed(Pair { matching, mentee, mentor }), "{:?}", one);
            let says = |own: &Person, other: &Person| own.known_to.get(&other.id) == Some(&KnownAs::Kin);
            let (own, other) = (&mentee.person, &mentor.person);
            prop_assert!(!says(own, other) && !says(other, own), "family: {:?}", one);
            prop_assert!(one.fit >= matching.aim.floor && one.fit <= matching.full_fit());
            prop_assert_eq!(one.tier, mentee.tier);
            let used = used.entry(&one.mentor).or_insert(0);
            *used += 1;
            let at = matching.mentors.iter().position(|one| one.person.id == mentor.person.id).unwrap();
            prop_assert!(*used <= settled.free[at]);
        }
        let mentees: std::collections::BTreeSet<_> = outcome.proposals.iter().map(|one| &one.mentee).collect();
        prop_assert_eq!(mentees.len(), outcome.proposals.len());
        // Nobody is dropped: everybody is served or waits with reasons, works or is idle with reasons.
        let apart = outcome.kept.len() + outcome.urgent.len() + settled.held.iter().filter(|held| **held).count();
        prop_assert_eq!(outcome.proposals.len() + outcome.unmatched.len() + apart, matching.mentees.len());
        let totals = &outcome.totals;
        let parts = [totals.served, totals.continuing, totals.urgent, totals.held, totals.waiting];
        prop_assert_eq!(parts.iter().sum::<usize>(), totals.mentees);
        for tier in &totals.tiers {
            let parts = [tier.served, tier.continuing, tier.urgent, tier.held, tier.waiting];
            prop_assert_eq!(parts.iter().sum::<usize>(), tier.mentees);
        }
        let busy = matching.mentors.iter().zip(&settled.busy);
        let working = busy.filter(|(one, busy)| **busy || used.contains_key(&one.person.id)).count();
        prop_assert_eq!(working + outcome.idle.len(), matching.mentors.len());
        // Nobody waits beside a candidate who has a place free, and no mentor idles beside one who waits.
        prop_assert!(outcome.unmatched.iter().all(|one| one.needed_elsewhere == one.asked.candidates));
        // One whose supervisor has no room left is named with the supervisor.
        for one in &outcome.idle {
            prop_assert_eq!(one.held_back_by.is_some(), one.served_elsewhere < one.asked.candidates);
        }
        for one in &outcome.supervisors {
            let weight = |of: usize| settled.weight[of];
            let own = (0..matching.mentors.len()).filter(|at| matching.mentors[*at].supervisor.as_ref() == Some(&one.supervisor));
            let used: u32 = own.map(|at| {
                used.get(&matching.mentors[at].person.id).copied().unwrap_or(0) * weight(at)
            }).sum();
            let room = settled.room[matching.supervisors.iter().position(|other| other.id == one.supervisor).unwrap()];
            prop_assert_eq!(room.checked_sub(used), Some(one.left));
            for idle in outcome.idle.iter().filter(|idle| idle.held_back_by.as_ref() == Some(&one.supervisor)) {
                prop_assert!(one.left < weight(matching.mentors.iter().position(|at| at.person.id == idle.mentor).unwrap()));
            }
        }
        for one in &outcome.unmatched {
            prop_assert!(one.servable || !one.reasons.is_empty() || one.asked.below_floor > 0
                || one.asked.without_place > 0 || one.asked.settled > 0 || matching.mentors.is_empty());
        }
    }

    #[test]
    fn a_higher_floor_never_serves_more(blueprint in blueprints(8), rise in 0_i64..3000) {
        let mut document = blueprint.document();
        let floor = document["aim"]["floor"].as_i64().unwrap();
        let before = outcome(&document);
        document["aim"]["floor"] = (floor + rise).min(before.totals.full_fit).into();
        let after = outcome(&document);
        prop_assert!(after.totals.candidates <= before.totals.candidates);
        prop_assert!(after.totals.served <= before.totals.served);
    }
}

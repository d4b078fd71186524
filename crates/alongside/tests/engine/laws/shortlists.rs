//! Lists of options keep what they promise, whatever people answer.

use crate::oracle::{candidates, settled};
use crate::support::{Dice, blueprints, programme, sample, shuffled, unsupervised};
use alongside::domain::{Matching, PersonId, Programme};
use alongside::shortlist::{Kind, Request, ShorterBecause, Shortlist, Shortlists};
use alongside::{Engine, Error};
use serde_json::{Value, json};
use std::num::NonZeroU32;

fn asked(options: usize, kind: Kind) -> Request {
    Request::new(NonZeroU32::new(u32::try_from(options).unwrap()).unwrap(), kind)
}

fn lists(programme: &Programme, request: &Request) -> Shortlists {
    Engine::new().shortlists(programme, request).unwrap()
}

/// What may be: who may be proposed to whom, and how many places there are.
struct Open {
    pairs: Vec<Vec<bool>>,
    free: Vec<u32>,
}

impl Open {
    fn of(matching: &Matching) -> Self {
        let candidates = candidates(matching);
        let pairs = candidates.iter().map(|row| row.iter().map(Option::is_some).collect()).collect();
        Self { pairs, free: settled(matching).free }
    }

    /// What is left beside these pairs, which stand, and without those; none where they do not fit.
    fn beside(&self, taken: &[(usize, usize)], without: &[(usize, usize)]) -> Option<Self> {
        let mut left = Self { pairs: self.pairs.clone(), free: self.free.clone() };
        for &(mentee, mentor) in taken {
            if !left.pairs[mentee][mentor] {
                return None;
            }
            left.pairs[mentee].fill(false);
            left.free[mentor] = left.free[mentor].checked_sub(1)?;
        }
        for &(mentee, mentor) in without {
            left.pairs[mentee][mentor] = false;
        }
        Some(left)
    }

    /// The most of each tier in order: tier by tier, everybody who can be seated beside all who are (Kuhn 1955).
    fn most(&self, matching: &Matching) -> Vec<usize> {
        let mut sitting: Vec<Vec<usize>> = vec![Vec::new(); self.free.len()];
        let mut served = vec![0; matching.aim.tiers.into()];
        for tier in 1..=matching.aim.tiers {
            for (mentee, one) in matching.mentees.iter().enumerate() {
                if one.tier == tier && self.seat(mentee, &mut sitting, &mut vec![false; self.free.len()]) {
                    served[usize::from(tier) - 1] += 1;
                }
            }
        }
        served
    }

    fn seat(&self, mentee: usize, sitting: &mut Vec<Vec<usize>>, seen: &mut [bool]) -> bool {
        for mentor in 0..self.free.len() {
            if !self.pairs[mentee][mentor] || seen[mentor] {
                continue;
            }
            seen[mentor] = true;
            if sitting[mentor].len() < self.free[mentor] as usize {
                sitting[mentor].push(mentee);
                return true;
            }
            for at in 0..sitting[mentor].len() {
                let moved = sitting[mentor][at];
                if self.seat(moved, sitting, seen) {
                    sitting[mentor][at] = mentee;
                    return true;
                }
            }
        }
        false
    }
}

fn places(matching: &Matching, pairs: &[(PersonId, PersonId)]) -> Vec<(usize, usize)> {
    let mentee = |id: &PersonId| matching.mentees.iter().position(|one| one.person.id == *id).unwrap();
    let mentor = |id: &PersonId| matching.mentors.iter().position(|one| one.person.id == *id).unwrap();
    pairs.iter().map(|(one, other)| (mentee(one), mentor(other))).collect()
}

/// The numbers that can be reached with these answers, those who picked among them.
fn most(
    matching: &Matching,
    open: &Open,
    picked: &[(PersonId, PersonId)],
    declined: &[(PersonId, PersonId)],
) -> Vec<usize> {
    let taken = places(matching, picked);
    let mut most = open.beside(&taken, &places(matching, declined)).unwrap().most(matching);
    for (mentee, _) in taken {
        most[usize::from(matching.mentees[mentee].tier) - 1] += 1;
    }
    most
}

fn numbers(found: &Shortlists) -> Vec<usize> {
    found.tiers.iter().map(|one| one.picked + one.served).collect()
}

fn options(list: &Shortlist) -> impl Iterator<Item = (PersonId, PersonId)> {
    list.options.iter().map(|option| (list.mentee.clone(), option.mentor.clone()))
}

#[test]
fn whatever_is_picked_from_lists_issued_in_turn_every_tier_stays_at_its_most() {
    let (mut picks, mut declines, mut chances) = (0, 0, 0);
    for (at, blueprint) in sample(180, 41, &blueprints(7)).into_iter().enumerate() {
        let document = unsupervised(blueprint.document());
        let programme = programme(&document);
        let matching = programme.matching();
        let (open, mut dice) = (Open::of(matching), Dice::new(at as u64));
        let mut request = asked(1 + dice.roll(4), Kind::OneAfterAnother);
        let faithful = dice.chance(50);
        let first = most(matching, &open, &[], &[]);
        let mut found = lists(&programme, &request);
        assert_eq!(numbers(&found), first, "{document:#}");
        loop {
            let with_options: Vec<&Shortlist> = found.lists.iter().filter(|list| !list.options.is_empty()).collect();
            assert!(with_options.iter().enumerate().all(|(at, list)| list.turn == Some(at + 1)));
            if with_options.is_empty() {
                break;
            }
            // Usually whoever's turn it is, sometimes somebody out of turn.
            let list = with_options[if dice.chance(70) { 0 } else { dice.roll(with_options.len()) }];
            assert!(list.options.len() <= request.options.get() as usize);
            chances += list.options.len();
            let before = numbers(&found);
            if faithful || dice.chance(60) {
                let mut of_list: Vec<_> = options(list).collect();
                request.picked.push(of_list.swap_remove(dice.roll(of_list.len())));
                picks += 1;
                found = lists(&programme, &request);
                assert_eq!(numbers(&found), before, "a pick cost somebody a place\n{document:#}\n{request:?}");
            } else {
                request.declined.extend(options(list));
                declines += 1;
                found = lists(&programme, &request);
            }
            let expected = most(matching, &open, &request.picked, &request.declined);
            assert_eq!(numbers(&found), expected, "{document:#}\n{request:?}");
        }
        let picked: usize = found.tiers.iter().map(|one| one.picked).sum();
        assert_eq!(picked, request.picked.len());
        assert!(found.tiers.iter().all(|one| one.served == 0), "a list is empty and somebody could be served");
        assert!(!faithful || numbers(&found) == first);
    }
    assert!(picks > 100 && declines > 40 && chances > picks + declines, "{picks} {declines} {chances}");
}

#[test]
fn every_combination_of_picks_from_joint_lists_holds() {
    let (mut several, mut combinations) = (0, 0);
    for (at, blueprint) in sample(250, 42, &blueprints(7)).into_iter().enumerate() {
        let document = unsupervised(blueprint.document());
        let programme = programme(&document);
        let matching = programme.matching();
        let (open, mut dice) = (Open::of(matching), Dice::new(at as u64));
        let found = lists(&programme, &asked(1 + dice.roll(4), Kind::Jointly));
        let first = most(matching, &open, &[], &[]);
        assert_eq!(numbers(&found), first);
        assert_eq!(found.lists.iter().filter(|list| !list.options.is_empty()).count(), first.iter().sum::<usize>());
        let mut all: Vec<Vec<(PersonId, PersonId)>> = vec![Vec::new()];
        for list in &found.lists {
            several += usize::from(list.options.len() > 1);
            // Somebody may also not have answered yet.
            all = all
                .iter()
                .flat_map(|before| {
                    let with = options(list).map(|pick| [&before[..], &[pick]].concat());
                    with.chain([before.clone()]).collect::<Vec<_>>()
                })
                .collect();
            while all.len() > 60 {
                all.swap_remove(dice.roll(all.len()));
            }
        }
        for picks in all {
            combinations += 1;
            assert_eq!(most(matching, &open, &picks, &[]), first, "{document:#}\n{picks:?}");
        }
    }
    assert!(several > 30 && combinations > 1000, "{several} {combinations}");
}

/// Adds up what a choice of further options is worth: how many for each tier, then level by level.
fn worth(matching: &Matching, candidates: &[Vec<Option<Vec<i64>>>], chosen: &[(usize, usize)]) -> Vec<i64> {
    let (tiers, waited) = (usize::from(matching.aim.tiers), usize::from(matching.aim.longest_waiting_first));
    let mut sum = vec![0; tiers + waited + matching.aim.first.len() + 2];
    for &(mentee, mentor) in chosen {
        let one = &matching.mentees[mentee];
        sum[usize::from(one.tier) - 1] += 1;
        sum[tiers] += matching.days_waited(one) * waited as i64;
        let own = candidates[mentee][mentor].as_ref().unwrap();
        sum[tiers + waited..].iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
    }
    sum
}

#[test]
fn further_options_are_the_best_of_all_that_there_could_be() {
    let (mut tried, mut bound) = (0, 0);
    for (at, blueprint) in sample(600, 43, &blueprints(5)).into_iter().enumerate() {
        let mut document = unsupervised(blueprint.document());
        for key in ["quality", "steps", "ranks"] {
            document["aim"].as_object_mut().unwrap().remove(key);
        }
        let programme = programme(&document);
        let matching = programme.matching();
        let mut dice = Dice::new(at as u64);
        let mut request = asked(1 + dice.roll(3), Kind::Proposal);
        request.appearances = NonZeroU32::new(1 + u32::try_from(dice.roll(3)).unwrap()).unwrap();
        let found = lists(&programme, &request);
        let outcome = Engine::new().run(&programme).unwrap();
        let pairs = |proposed: bool| -> Vec<(PersonId, PersonId)> {
            let of = |list: &Shortlist| {
                let chosen = list.options.iter().filter(|option| option.proposed == proposed);
                chosen.map(|option| (list.mentee.clone(), option.mentor.clone())).collect::<Vec<_>>()
            };
            found.lists.iter().flat_map(of).collect()
        };
        let proposals: Vec<_> = outcome.proposals.iter().map(|one| (one.mentee.clone(), one.mentor.clone())).collect();
        assert_eq!(pairs(true), proposals);
        assert!(found.lists.iter().all(|list| list.options.iter().skip(1).all(|option| !option.proposed)));

        let candidates = candidates(matching);
        let proposed = places(matching, &proposals);
        let further = places(matching, &pairs(false));
        let others: Vec<(usize, usize)> = (0..matching.mentees.len())
            .flat_map(|mentee| (0..matching.mentors.len()).map(move |mentor| (mentee, mentor)))
            .filter(|(mentee, mentor)| {
                candidates[*mentee][*mentor].is_some() && !proposed.contains(&(*mentee, *mentor))
            })
            .collect();
        if others.len() > 12 {
            continue;
        }
        tried += 1;
        let fits = |chosen: &[(usize, usize)]| {
            let of_mentee = |at| chosen.iter().chain(&proposed).filter(|pair| pair.0 == at).count();
            let further_of = |at| chosen.iter().filter(|pair| pair.1 == at).count();
            let proposed_of = |at| proposed.iter().filter(|pair| pair.1 == at).count();
            (0..matching.mentees.len()).all(|at| of_mentee(at) <= request.options.get() as usize)
                && (0..matching.mentors.len())
                    .all(|at| further_of(at) <= (request.appearances.get() as usize).saturating_sub(proposed_of(at)))
        };
        assert!(fits(&further), "{document:#}");
        let mut best = Vec::new();
        for choice in 0..1_u32 << others.len() {
            let chosen: Vec<_> = (0..others.len()).filter(|at| choice >> at & 1 == 1).map(|at| others[at]).collect();
            if fits(&chosen) {
                best = best.max(worth(matching, &candidates, &chosen));
            }
        }
        bound += usize::from(further.len() < others.len());
        assert_eq!(worth(matching, &candidates, &further), best, "{document:#}\n{request:?}");
    }
    assert!(tried > 300 && bound > 50, "{tried} {bound}");
}

#[test]
fn what_keeps_a_list_short_is_true() {
    let mut seen = [0; 4];
    for (at, blueprint) in sample(150, 44, &blueprints(9)).into_iter().enumerate() {
        let document = unsupervised(blueprint.document());
        let programme = programme(&document);
        let matching = programme.matching();
        let (open, mut dice) = (Open::of(matching), Dice::new(at as u64));
        let first = most(matching, &open, &[], &[]);
        for kind in [Kind::Proposal, Kind::OneAfterAnother, Kind::Jointly] {
            let mut request = asked(2 + dice.roll(3), kind);
            request.appearances = NonZeroU32::new(1 + u32::try_from(dice.roll(2)).unwrap()).unwrap();
            let found = lists(&programme, &request);
            for list in &found.lists {
                let at = matching.mentees.iter().position(|one| one.person.id == list.mentee).unwrap();
                let listed = places(matching, &options(list).collect::<Vec<_>>());
                let others: Vec<usize> = (0..matching.mentors.len())
                    .filter(|mentor| open.pairs[at][*mentor] && !listed.contains(&(at, *mentor)))
                    .collect();
                let Some(shorter) = &list.shorter else {
                    assert_eq!(list.options.len(), request.options.get() as usize);
                    continue;
                };
                assert!(list.options.len() < request.options.get() as usize);
                assert_eq!((shorter.left_out, shorter.candidates), (others.len(), others.len() + listed.len()));
                seen[shorter.because as usize] += 1;
                match shorter.because {
                    ShorterBecause::NoMoreCandidates => {
                        let asked = shorter.asked.unwrap();
                        assert_eq!((others.len(), asked.candidates), (0, listed.len()));
                        let all = asked.refused + asked.needs_check + asked.below_floor + asked.settled;
                        assert_eq!(all + asked.without_place + asked.candidates, matching.mentors.len());
                        assert!(asked.refused == 0 || shorter.reasons.iter().any(|one| one.refused > 0));
                    }
                    ShorterBecause::OnEnoughLists => {
                        for mentor in others {
                            let id = &matching.mentors[mentor].person.id;
                            let on = |list: &&Shortlist| list.options.iter().any(|option| option.mentor == *id);
                            let on = found.lists.iter().filter(on).count();
                            assert!(on >= request.appearances.get() as usize, "{document:#}");
                        }
                    }
                    ShorterBecause::WouldCostAPlace => {
                        for mentor in others {
                            let pair = (list.mentee.clone(), matching.mentors[mentor].person.id.clone());
                            assert_ne!(most(matching, &open, &[pair], &[]), first, "{document:#}");
                        }
                    }
                    ShorterBecause::NoPlaceToBackIt => assert!(kind == Kind::Jointly && !others.is_empty()),
                }
            }
        }
    }
    assert!(seen.iter().all(|seen| *seen > 10), "{seen:?}");
}

#[test]
fn answers_and_decisions_are_the_same() {
    for (at, blueprint) in sample(80, 45, &blueprints(7)).into_iter().enumerate() {
        let document = unsupervised(blueprint.document());
        let plain = programme(&document);
        let mut dice = Dice::new(at as u64);
        for kind in [Kind::Proposal, Kind::OneAfterAnother, Kind::Jointly] {
            let mut request = asked(3, kind);
            let first = lists(&plain, &request);
            let with_options: Vec<&Shortlist> = first.lists.iter().filter(|list| !list.options.is_empty()).collect();
            let Some(one) = with_options.first() else { continue };
            let other = with_options[dice.roll(with_options.len())];
            request.picked.push(options(one).next().unwrap());
            request.declined.extend(options(other).filter(|pair| *pair != request.picked[0]));
            let mut decided = document.clone();
            let decision = |decision: &str, pair: &(PersonId, PersonId)| {
                json!({ "decision": decision, "mentee": pair.0.as_str(), "mentor": pair.1.as_str(),
                    "by": "Ottoline Brambleby", "on": "2026-08-25", "reason": "They said so." })
            };
            let decisions = decided["decisions"].as_array_mut().unwrap();
            decisions.extend(request.picked.iter().map(|pair| decision("keep", pair)));
            decisions.extend(request.declined.iter().map(|pair| decision("bar", pair)));
            let answered = lists(&plain, &request);
            let decided = lists(&programme(&decided), &Request { picked: Vec::new(), declined: Vec::new(), ..request });
            let served = |found: &Shortlists| found.tiers.iter().map(|tier| tier.served).collect::<Vec<_>>();
            assert_eq!(served(&answered), served(&decided), "{document:#}");
            let sorted = |found: &Shortlists| {
                let mut lists = found.lists.clone();
                lists.sort_by(|one, other| one.mentee.cmp(&other.mentee));
                // Who declined waits behind the others, which a decision does not say.
                for list in &mut lists {
                    list.turn = None;
                }
                lists
            };
            assert_eq!(sorted(&answered), sorted(&decided), "{document:#}");
        }
    }
}

#[test]
fn the_order_of_rows_changes_no_list() {
    for (at, blueprint) in sample(40, 46, &blueprints(8)).into_iter().enumerate() {
        let document = unsupervised(blueprint.document());
        let other = Programme::from_json(&shuffled(&document, &mut Dice::new(at as u64))).unwrap().programme;
        for kind in [Kind::Proposal, Kind::OneAfterAnother, Kind::Jointly] {
            let request = asked(3, kind);
            assert_eq!(lists(&programme(&document), &request).to_json(), lists(&other, &request).to_json());
        }
    }
}

#[test]
fn what_cannot_have_been_picked_is_refused() {
    let document: Value = json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "mentors": [{ "id": "m1" }, { "id": "m2" }],
        "mentees": [{ "id": "e1", "exclusions": "m2" }, { "id": "e2" }, { "id": "e3" }],
    });
    let programme = programme(&document);
    let id = |text: &str| PersonId::new(text).unwrap();
    let said = |picked: &[(&str, &str)], declined: &[(&str, &str)]| {
        let all = |pairs: &[(&str, &str)]| pairs.iter().map(|(one, other)| (id(one), id(other))).collect();
        let request = Request { picked: all(picked), declined: all(declined), ..asked(2, Kind::OneAfterAnother) };
        Engine::new().shortlists(&programme, &request).map(|found| numbers(&found))
    };
    let refused = |one: &str, other: &str| Err(Error::NotACandidate { mentee: id(one), mentor: id(other) });
    assert_eq!(said(&[], &[]), Ok(vec![2]));
    assert_eq!(said(&[("e1", "m1")], &[]), Ok(vec![2]));
    assert_eq!(said(&[("e1", "m2")], &[]), refused("e1", "m2"));
    assert_eq!(said(&[("e2", "m1"), ("e3", "m1")], &[]), refused("e3", "m1"));
    assert_eq!(said(&[("e2", "m1"), ("e2", "m2")], &[]), refused("e2", "m2"));
    assert_eq!(said(&[("e2", "m1")], &[("e2", "m1")]), refused("e2", "m1"));
    // Two people are left who can have one mentor, and one who can have nobody.
    assert_eq!(said(&[], &[("e2", "m2"), ("e3", "m2")]), Ok(vec![1]));
    assert!(matches!(said(&[("e9", "m1")], &[]), Err(Error::UnknownPerson { .. })));
    assert!(matches!(said(&[], &[("e1", "m9")]), Err(Error::UnknownPerson { .. })));
}

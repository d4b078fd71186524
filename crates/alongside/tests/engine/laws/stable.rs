//! Where the aim is a stable matching, nobody can do better by going to somebody who would have them.

use crate::oracle::{candidates, settled};
use crate::support::{Dice, blueprints, outcome, programme, sample, shuffled, unsupervised};
use alongside::audit::{FindingCode, audit};
use alongside::domain::{Matching, StableMethod};
use alongside::outcome::{Certificate, Outcome, Status};
use alongside::{Engine, Programme};
use serde_json::{Value, json};
use std::cmp::Reverse;
use std::collections::BTreeSet;

/// The same programme with another aim.
fn with_aim(document: &Value, change: &Value) -> Value {
    let mut other = document.clone();
    let aim = other["aim"].as_object_mut().unwrap();
    for key in ["quality", "steps", "ranks", "method", "first", "longest_waiting_first", "most_mentors"] {
        aim.remove(key);
    }
    aim.extend(change.as_object().unwrap().clone());
    other
}

fn stable(document: &Value, method: &str) -> Value {
    with_aim(document, &json!({ "quality": "stable", "method": method }))
}

/// The same programme with more people who chose somebody: what the sides want differs by that alone.
fn choosing(document: &Value, seed: u64) -> Value {
    let mut other = document.clone();
    let mut dice = Dice::new(seed);
    let mut mentors: Vec<Value> = document["mentors"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
    for mentee in other["mentees"].as_array_mut().unwrap() {
        dice.shuffle(&mut mentors);
        mentee["choices"] = mentors[..dice.roll(mentors.len() + 1)].into();
    }
    other
}

/// Four or five people a side, nearly all of whom may meet, with few different fits and choices of all kinds.
fn market(seed: u64) -> Value {
    let mut dice = Dice::new(seed);
    let mentees: Vec<Value> =
        (0..4 + dice.roll(2)).map(|at| json!({ "id": format!("e{at}"), "priority_tier": 1 + dice.roll(2) })).collect();
    let mentors: Vec<Value> =
        (0..4).map(|at| json!({ "id": format!("m{at}"), "capacity": 1 + dice.roll(4) / 3 })).collect();
    let mut scores = Vec::new();
    for (mentee, mentor) in mentees.iter().flat_map(|mentee| mentors.iter().map(move |mentor| (mentee, mentor))) {
        let points = dice.pick(&[100, 400, 400, 700, 1000]);
        scores.push(json!({ "mentee": mentee["id"], "mentor": mentor["id"], "points": points }));
    }
    json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "seed": dice.roll(1000),
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "criteria": [{ "criterion": "supplied", "weight": 1, "why": "They met." }],
        "aim": { "tiers": 2, "floor": dice.pick(&[0, 400, 400]) },
        "scores": scores, "mentors": mentors, "mentees": mentees,
    })
}

/// The candidates as both sides see them: what a mentor is worth to a mentee, what the mentee is worth to the mentor, what
/// decides between equals.
type Seen = Vec<Vec<Option<((bool, i64), i64, i64)>>>;

fn seen(matching: &Matching) -> Seen {
    let candidates = candidates(matching);
    let cell = |mentee: usize, mentor: usize| {
        let worth = candidates[mentee][mentor].as_ref()?;
        let [.., fit, tie] = worth[..] else { unreachable!() };
        let id = &matching.mentors[mentor].person.id;
        let rank = matching.mentees[mentee].choices.iter().position(|chosen| chosen == id);
        Some((rank.map_or((false, fit), |rank| (true, -(rank as i64))), fit, tie))
    };
    let row = |mentee| (0..matching.mentors.len()).map(|mentor| cell(mentee, mentor)).collect();
    (0..matching.mentees.len()).map(row).collect()
}

/// The pairs that would both rather have each other, from the definition. With `strict`, ties are decided.
fn blocking(seen: &Seen, free: &[u32], mentor_of: &[Option<usize>], strict: bool) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    for (mentee, row) in seen.iter().enumerate() {
        for (mentor, cell) in row.iter().enumerate() {
            let Some((worth, fit, tie)) = *cell else { continue };
            let for_mentee = |other: usize| {
                let (worth, _, tie) = seen[mentee][other].unwrap();
                (worth, if strict { (tie, Reverse(other)) } else { (0, Reverse(0)) })
            };
            let for_mentor = |other: usize| {
                let (_, fit, tie) = seen[other][mentor].unwrap();
                (fit, if strict { (tie, Reverse(other)) } else { (0, Reverse(0)) })
            };
            let here = |at: usize| if strict { (tie, Reverse(at)) } else { (0, Reverse(0)) };
            let wants = mentor_of[mentee].is_none_or(|now| (worth, here(mentor)) > for_mentee(now));
            let held: Vec<usize> = (0..seen.len()).filter(|other| mentor_of[*other] == Some(mentor)).collect();
            let is_wanted =
                held.len() < free[mentor] as usize || held.iter().any(|other| (fit, here(mentee)) > for_mentor(*other));
            if mentor_of[mentee] != Some(mentor) && wants && is_wanted {
                found.push((mentee, mentor));
            }
        }
    }
    found
}

fn mentor_of(matching: &Matching, outcome: &Outcome) -> Vec<Option<usize>> {
    let of = |id| outcome.proposals.iter().find(|one| one.mentee == id).map(|one| one.mentor.clone());
    let at = |id| matching.mentors.iter().position(|one| one.person.id == id);
    matching.mentees.iter().map(|one| of(one.person.id.clone()).and_then(at)).collect()
}

/// Every matching over the candidates.
fn every(seen: &Seen, free: &mut [u32], mentor_of: &mut Vec<Option<usize>>, look: &mut dyn FnMut(&[Option<usize>])) {
    let mentee = mentor_of.len();
    if mentee == seen.len() {
        return look(mentor_of);
    }
    mentor_of.push(None);
    every(seen, free, mentor_of, look);
    for mentor in 0..free.len() {
        if free[mentor] > 0 && seen[mentee][mentor].is_some() {
            free[mentor] -= 1;
            mentor_of[mentee] = Some(mentor);
            every(seen, free, mentor_of, look);
            free[mentor] += 1;
        }
    }
    mentor_of.pop();
}

#[test]
fn it_is_stable_and_the_best_stable_one_for_all_mentees() {
    let (mut several, mut fewer) = (0, 0);
    for (at, blueprint) in sample(500, 31, &blueprints(5)).into_iter().enumerate() {
        let plain = if at % 2 == 0 { unsupervised(blueprint.document()) } else { market(at as u64) };
        let document = stable(&choosing(&plain, at as u64), "best_for_mentees");
        let (programme, outcome) = (programme(&document), outcome(&document));
        let matching = programme.matching();
        let (seen, free) = (seen(matching), settled(matching).free);
        let proposed = mentor_of(matching, &outcome);
        assert_eq!(blocking(&seen, &free, &proposed, false), [], "{document:#}");
        let (mut stable_ones, mut most) = (0, Vec::new());
        let mut best = vec![None; seen.len()];
        let tiers = usize::from(matching.aim.tiers);
        every(&seen, &mut free.clone(), &mut Vec::new(), &mut |one| {
            let mut served = vec![0; tiers];
            for (mentee, _) in one.iter().enumerate().filter(|(_, mentor)| mentor.is_some()) {
                served[usize::from(matching.mentees[mentee].tier) - 1] += 1;
            }
            most = std::mem::take(&mut most).max(served);
            if blocking(&seen, &free, one, true).is_empty() {
                stable_ones += 1;
                for (mentee, mentor) in one.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)))
                {
                    let (worth, _, tie) = seen[mentee][mentor].unwrap();
                    let place = Some((worth, tie, Reverse(mentor)));
                    best[mentee] = place.max(best[mentee]);
                }
            }
        });
        several += usize::from(stable_ones > 1);
        let best: Vec<Option<usize>> = best.into_iter().map(|best| best.map(|(.., Reverse(mentor))| mentor)).collect();
        assert_eq!(proposed, best, "{document:#}");
        let said = outcome.stability.as_ref().unwrap();
        assert_eq!(said.tiers.iter().map(|one| one.most).collect::<Vec<_>>(), most, "{document:#}");
        assert_eq!(said.served, outcome.proposals.len());
        assert_eq!(said.fewer, said.most as i64 - said.served as i64);
        fewer += usize::from(said.fewer > 0);
        assert_eq!((outcome.status, outcome.levels.len()), (Status::Stable, 0));
        assert!(audit(&programme, &outcome).is_clean(), "{:#?}\n{document:#}", audit(&programme, &outcome).findings);
    }
    assert!(several > 10 && fewer > 10, "{several} {fewer}");
}

#[test]
fn where_ties_may_serve_more_it_is_stable_all_the_same() {
    let mut more = 0;
    for blueprint in sample(200, 32, &blueprints(12)) {
        let plain = unsupervised(blueprint.document());
        let document = stable(&plain, "more_served");
        let (programme, found) = (programme(&document), outcome(&document));
        let matching = programme.matching();
        let (seen, free) = (seen(matching), settled(matching).free);
        assert_eq!(blocking(&seen, &free, &mentor_of(matching, &found), false), [], "{document:#}");
        let said = found.stability.as_ref().unwrap();
        assert_eq!(said.method, StableMethod::MoreServed);
        assert!(2 * said.served >= said.most, "{document:#}");
        assert!(audit(&programme, &found).is_clean(), "{:#?}", audit(&programme, &found).findings);
        let other = outcome(&stable(&plain, "best_for_mentees"));
        more += usize::from(found.totals.served > other.totals.served);
    }
    assert!(more > 0);
}

#[test]
fn the_order_of_rows_changes_no_byte() {
    for (at, blueprint) in sample(60, 33, &blueprints(8)).into_iter().enumerate() {
        for method in ["best_for_mentees", "more_served"] {
            let document = stable(&unsupervised(blueprint.document()), method);
            let text = shuffled(&document, &mut Dice::new(at as u64));
            let other = Programme::from_json(&text).unwrap().programme;
            assert_eq!(outcome(&document).to_json(), Engine::new().run(&other).unwrap().to_json(), "{document:#}");
        }
    }
}

/// The outcome of another aim, said to be stable.
fn said_to_be_stable(other: Outcome, stable: &Outcome) -> Outcome {
    let mut forged = Outcome { status: Status::Stable, levels: Vec::new(), certificate: None, ..other };
    for question in &mut forged.questions {
        (question.best_changes, question.worst_changes) = (None, None);
    }
    let mut said = stable.stability.clone().unwrap();
    for (tier, totals) in said.tiers.iter_mut().zip(&forged.totals.tiers) {
        tier.served = totals.served;
        tier.fewer = tier.most as i64 - tier.served as i64;
    }
    said.served = forged.totals.served;
    said.fewer = said.most as i64 - said.served as i64;
    forged.stability = Some(said);
    forged
}

#[test]
fn a_matching_that_is_not_the_one_is_caught_by_its_blocking_pairs() {
    let (mut blocked, mut others, mut same) = (0, 0, 0);
    for blueprint in sample(400, 34, &blueprints(7)) {
        let document = choosing(&unsupervised(blueprint.document()), 7);
        let flow = outcome(&with_aim(&document, &json!({})));
        let document = stable(&document, "best_for_mentees");
        let (programme, stable) = (programme(&document), outcome(&document));
        let matching = programme.matching();
        let forged = said_to_be_stable(flow, &stable);
        let pairs = blocking(&seen(matching), &settled(matching).free, &mentor_of(matching, &forged), false);
        let found = audit(&programme, &forged).findings;
        let codes: BTreeSet<FindingCode> = found.iter().map(|one| one.code).collect();
        let told: Vec<_> = found.iter().filter(|one| one.code == FindingCode::BlockingPair).collect();
        assert_eq!(told.len(), pairs.len(), "{document:#}");
        for (finding, (mentee, mentor)) in told.iter().zip(&pairs) {
            assert_eq!(finding.mentee.as_ref(), Some(&matching.mentees[*mentee].person.id));
            assert_eq!(finding.mentor.as_ref(), Some(&matching.mentors[*mentor].person.id));
        }
        let expected: &[FindingCode] = if !pairs.is_empty() {
            blocked += 1;
            &[FindingCode::Stability, FindingCode::BlockingPair]
        } else if forged.proposals != stable.proposals {
            others += 1;
            &[FindingCode::StableChoice]
        } else {
            same += 1;
            &[]
        };
        assert_eq!(codes.into_iter().collect::<Vec<_>>(), expected, "{found:#?}\n{document:#}");
    }
    assert!(blocked > 40 && others > 0 && same > 40, "{blocked} {others} {same}");
}

/// A kind of corruption by name.
type Kind = (&'static str, FindingCode, fn(&mut Outcome));

const KINDS: [Kind; 11] = [
    ("status", FindingCode::Status, |it| it.status = Status::Optimal),
    ("nothing said", FindingCode::Stability, |it| it.stability = None),
    ("a certificate", FindingCode::Certificate, |it| {
        it.certificate = Some(Certificate { levels: Vec::new(), cover: None });
    }),
    ("method", FindingCode::Stability, |it| it.stability.as_mut().unwrap().method = StableMethod::MoreServed),
    ("blocking pairs", FindingCode::Stability, |it| it.stability.as_mut().unwrap().blocking_pairs = 1),
    ("served", FindingCode::Stability, |it| it.stability.as_mut().unwrap().served += 1),
    ("most", FindingCode::Stability, |it| it.stability.as_mut().unwrap().most += 1),
    ("a tier's most", FindingCode::Stability, |it| it.stability.as_mut().unwrap().tiers[0].most += 1),
    ("a tier's fewer", FindingCode::Stability, |it| it.stability.as_mut().unwrap().tiers[0].fewer -= 1),
    ("prices", FindingCode::Stability, |it| {
        it.stability.as_mut().unwrap().prices.mentees.push(0);
    }),
    ("who could be served", FindingCode::Stability, |it| {
        let said = &mut it.stability.as_mut().unwrap().mentor_of;
        // Somebody less, or two too many where nobody is served.
        match said.iter_mut().find(|mentor| mentor.is_some()) {
            Some(mentor) => *mentor = None,
            None => said.push(Some(0)),
        }
    }),
];

#[test]
fn what_is_said_of_stability_is_asked_again() {
    for blueprint in sample(80, 35, &blueprints(6)) {
        let document = stable(&unsupervised(blueprint.document()), "best_for_mentees");
        let (programme, outcome) = (programme(&document), outcome(&document));
        for (name, code, corrupt) in KINDS {
            let mut corrupted = outcome.clone();
            corrupt(&mut corrupted);
            let found = audit(&programme, &corrupted).findings;
            assert!(found.iter().any(|one| one.code == code), "{name}: {found:#?}\n{document:#}");
        }
        let other = crate::support::programme(&with_aim(&document, &json!({})));
        assert!(audit(&other, &outcome).findings.iter().any(|one| one.code == FindingCode::Status));
    }
}

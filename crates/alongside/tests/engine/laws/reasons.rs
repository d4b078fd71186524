//! Parts add up, and every reason is true when asked again.

use super::ask;
use crate::oracle::{self, Pair, Verdict, settled};
use crate::support::{blueprints, many, outcome, programme};
use alongside::domain::{PersonId, Programme};
use alongside::outcome::{Answered, Asked, Contribution, Detail, Level, LevelName, PairExplanation, Refusals, Within};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::BTreeMap;

fn parts_add_up(parts: &[Contribution], fit: i64) {
    for part in parts {
        assert_eq!(part.contribution, part.weight * part.points);
        assert!((0..=1000).contains(&part.points), "{part:?}");
    }
    assert_eq!(parts.iter().map(|part| part.contribution).sum::<i64>(), fit);
}

/// What the engine says of a pair is what the specification says.
fn said_rightly(programme: &Programme, mentee: &PersonId, said: &PairExplanation) {
    let matching = programme.matching();
    let (mentee, mentor) = (matching.mentee(mentee).unwrap(), matching.mentor(&said.mentor).unwrap());
    let pair = Pair { matching, mentee, mentor };
    parts_add_up(&said.contributions, said.fit);
    for (rule, verdict) in matching.rules.iter().zip(&said.verdicts) {
        let about = || verdict.about.as_deref().map(str::to_owned);
        let told = match verdict.answer {
            Answered::Eligible => Verdict::Eligible,
            Answered::Refused => Verdict::Refused(verdict.obstacle.unwrap(), about()),
            Answered::NeedsCheck => Verdict::NeedsCheck(verdict.obstacle.unwrap(), about()),
        };
        assert_eq!(told, oracle::verdict(rule, pair), "{rule:?}");
    }
    for (criterion, part) in matching.criteria.iter().zip(&said.contributions) {
        assert_eq!(part.points, oracle::points(criterion, pair).points, "{criterion:?}");
    }
    assert_eq!(said.below_floor, !oracle::reaches_floors(pair));
    assert_eq!(said.fit, oracle::fit(pair));
    assert_eq!((said.mentee_fit, said.mentor_fit), oracle::both_fits(pair));
    assert_eq!(said.mentee_fit + said.mentor_fit, said.fit);
}

/// Reasons and division of one person's pairs, counted from what is said of each.
fn counted(programme: &Programme, said: &[&(PersonId, PairExplanation)]) -> (Vec<Refusals>, Asked) {
    let matching = programme.matching();
    let settled = settled(matching);
    let mut asked = Asked { all: said.len(), ..Asked::default() };
    let mut reasons: Vec<Refusals> = matching
        .rules
        .iter()
        .map(|rule| Refusals { rule: rule.id.clone(), refused: 0, needs_check: 0, alone: 0, details: Vec::new() })
        .collect();
    let mut details: Vec<BTreeMap<_, usize>> = vec![BTreeMap::new(); reasons.len()];
    for (mentee, pair) in said {
        let mentee = matching.mentees.iter().position(|one| one.person.id == *mentee).unwrap();
        let mentor = matching.mentors.iter().position(|one| one.person.id == pair.mentor).unwrap();
        let against: Vec<_> =
            pair.verdicts.iter().enumerate().filter(|(_, one)| one.answer != Answered::Eligible).collect();
        for (at, verdict) in &against {
            match verdict.answer {
                Answered::Refused => reasons[*at].refused += 1,
                _ => reasons[*at].needs_check += 1,
            }
            *details[*at].entry((verdict.obstacle.unwrap(), verdict.about.clone())).or_default() += 1;
        }
        if let [(only, _)] = against[..] {
            reasons[only].alone += 1;
        }
        let refused = against.iter().any(|(_, one)| one.answer == Answered::Refused);
        let has_place = settled.free[mentor] > 0 && oracle::can_have(matching, &settled, mentor, &[mentee]);
        *match (refused, against.is_empty(), pair.below_floor, settled.out(mentee), has_place) {
            (true, ..) => &mut asked.refused,
            (_, false, ..) => &mut asked.needs_check,
            (_, _, true, ..) => &mut asked.below_floor,
            (.., true, _) => &mut asked.settled,
            (.., false) => &mut asked.without_place,
            _ => &mut asked.candidates,
        } += 1;
    }
    for (reason, details) in reasons.iter_mut().zip(details) {
        let detail = |((obstacle, about), people)| Detail { obstacle, about, people };
        reason.details = details.into_iter().map(detail).collect();
    }
    reasons.retain(|reason| reason.refused + reason.needs_check > 0);
    (reasons, asked)
}

/// Whether nothing but places and caseloads limits whom mentors have.
fn oracle_unlimited(programme: &Programme) -> bool {
    !oracle::limited(programme.matching(), &settled(programme.matching()))
}

fn reasons_are_true(document: &Value) {
    let (programme, outcome) = (programme(document), outcome(document));
    // A search does not settle the choice of the seed, so supposing something may come upon another of the equals.
    let worth = |levels: &[Level]| {
        let counts = outcome.certificate.is_some() && oracle_unlimited(&programme);
        levels.iter().filter(|one| counts || one.level != LevelName::Seed).map(|one| one.value).collect::<Vec<_>>()
    };
    let said = ask::pairs(&programme);
    for (mentee, pair) in &said {
        said_rightly(&programme, mentee, pair);
    }

    let proposed = |mentee: &PersonId, mentor: &PersonId| {
        outcome.proposals.iter().any(|one| one.mentee == *mentee && one.mentor == *mentor)
    };
    for (mentee, pair) in &said {
        assert_eq!(pair.proposed, proposed(mentee, &pair.mentor));
        let held = |holder: &PersonId| {
            outcome
                .held
                .iter()
                .any(|one| one.mentee.as_ref() == Some(holder) && one.mentor.as_ref() == Some(&pair.mentor))
        };
        let stands = |holder: &PersonId| {
            outcome.kept.iter().any(|one| one.mentee == *holder && one.mentor == pair.mentor)
                || outcome.urgent.iter().any(|one| one.mentee == *holder && one.mentor == pair.mentor)
        };
        let holds = |holder: &PersonId| proposed(holder, &pair.mentor) || held(holder) || stands(holder);
        assert!(pair.holders.iter().all(holds));
        assert_eq!(pair.as_proposed, outcome.levels);
        // Making a pair that is made already costs nothing.
        assert!(!pair.proposed || pair.if_made.as_deref().map(worth) == Some(worth(&outcome.levels)));
        // Nor does barring one that is not made; and no supposing makes anything better.
        let same = |barred: &Vec<Level>| worth(barred) == worth(&outcome.levels);
        assert!(pair.proposed || pair.if_barred.as_ref().is_none_or(same));
        for supposed in [&pair.if_made, &pair.if_barred].into_iter().flatten() {
            assert!(worth(supposed) <= worth(&outcome.levels));
        }
        assert_eq!(pair.within.is_some(), pair.if_made.is_some());
        assert!(!pair.proposed || pair.within != Some(Within::None));
        assert!(pair.proposed || pair.within != Some(Within::All));
    }
    for one in &outcome.proposals {
        parts_add_up(&one.contributions, one.fit);
        let (_, again) = said.iter().find(|(mentee, pair)| *mentee == one.mentee && pair.mentor == one.mentor).unwrap();
        assert_eq!((&again.contributions, &again.wishes), (&one.contributions, &one.wishes));
        assert_eq!(again.against, one.against);
    }
    for one in &outcome.kept {
        parts_add_up(&one.contributions, one.fit);
        let (_, again) = said.iter().find(|(mentee, pair)| *mentee == one.mentee && pair.mentor == one.mentor).unwrap();
        assert!(again.verdicts.iter().all(|verdict| verdict.answer == Answered::Eligible));
        assert_eq!((&again.contributions, &again.wishes), (&one.contributions, &one.wishes));
    }
    for one in &outcome.urgent {
        let (_, again) = said.iter().find(|(mentee, pair)| *mentee == one.mentee && pair.mentor == one.mentor).unwrap();
        let against = again.verdicts.iter().filter(|verdict| verdict.answer != Answered::Eligible);
        let against: Vec<_> = against.map(|it| (&it.rule, it.answer, it.obstacle.unwrap(), &it.about)).collect();
        let stated: Vec<_> = one.objections.iter().map(|it| (&it.rule, it.answer, it.obstacle, &it.about)).collect();
        assert!(!stated.is_empty() && stated == against);
    }
    for one in &outcome.unmatched {
        let own: Vec<_> = said.iter().filter(|(mentee, _)| *mentee == one.mentee).collect();
        assert_eq!((one.reasons.clone(), one.asked), counted(&programme, &own));
        assert_eq!(one.asked.all, programme.matching().mentors.len());
        assert_eq!(one.servable, one.asked.candidates > 0);
    }
    for one in &outcome.idle {
        let own: Vec<_> = said.iter().filter(|(_, pair)| pair.mentor == one.mentor).collect();
        assert_eq!((one.reasons.clone(), one.asked), counted(&programme, &own));
    }
    let divided = |asked: Asked| {
        [asked.refused, asked.needs_check, asked.below_floor, asked.settled, asked.without_place, asked.candidates]
            .iter()
            .sum::<usize>()
            == asked.all
    };
    assert!(outcome.unmatched.iter().all(|one| divided(one.asked)));
    assert!(outcome.idle.iter().all(|one| divided(one.asked)));
}

proptest! {
    #![proptest_config(many(300))]

    #[test]
    fn every_reason_is_true_when_asked_again(blueprint in blueprints(5), limited in prop::bool::weighted(0.3)) {
        reasons_are_true(&if limited { blueprint.limited() } else { blueprint.document() });
    }
}

#[test]
fn counts_of_rules_overlap_and_alone_does_not() {
    // Of three mentors one breaks both rules, two one each.
    let document = serde_json::json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "rules": [{ "rule": "shared_language" }, { "rule": "delivery_method" }],
        "mentors": [
            { "id": "m1", "languages": "Polish", "delivery_methods": "internet" },
            { "id": "m2", "languages": "Polish", "delivery_methods": "telephone" },
            { "id": "m3", "languages": "English", "delivery_methods": "internet" },
        ],
        "mentees": [{ "id": "e1", "languages": "English", "delivery_methods": "telephone" }],
    });
    let outcome = outcome(&document);
    let told: Vec<_> = outcome.unmatched[0].reasons.iter().map(|one| (&*one.rule, one.refused, one.alone)).collect();
    assert_eq!(told, [("shared_language", 2, 1), ("delivery_method", 2, 1)]);
    assert_eq!(outcome.unmatched[0].asked.refused, 3);
}

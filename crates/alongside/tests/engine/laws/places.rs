//! What a place is worth is what the best matching with one more, or one less, gains or loses.

use crate::support::{blueprints, outcome, programme, sample, unsupervised};
use alongside::outcome::{LevelName, Outcome};
use alongside::places::Change;
use alongside::{Engine, Error};
use serde_json::{Value, json};

/// Tiers, and the levels after people served but the seed's.
fn reached(outcome: &Outcome) -> (Vec<i64>, Vec<i64>) {
    let of = |counts: &dyn Fn(&LevelName) -> bool| {
        outcome.levels.iter().filter(|level| counts(&level.level)).map(|level| level.value).collect()
    };
    let later =
        |name: &LevelName| !matches!(name, LevelName::TierServed(_) | LevelName::PeopleServed | LevelName::Seed);
    (of(&|name| matches!(name, LevelName::TierServed(_))), of(&later))
}

/// How the better of two outcomes differs from the other.
fn change(better: &Outcome, other: &Outcome) -> Change {
    let ((tiers, values), (other_tiers, other_values)) = (reached(better), reached(other));
    let gained: Vec<(u8, i64)> =
        (1..).zip(tiers.iter().zip(&other_tiers)).map(|(tier, (one, other))| (tier, one - other)).collect();
    let tier = gained.iter().find(|(_, gained)| *gained != 0);
    assert!(gained.iter().map(|(_, gained)| gained.abs()).sum::<i64>() <= 1, "one place is one person at most");
    let values = values.iter().zip(&other_values).map(|(one, other)| one - other).collect();
    Change { tier: tier.map(|(tier, _)| *tier), by_level: values }
}

fn with_capacity(document: &Value, mentor: usize, capacity: u32) -> Outcome {
    let mut other = document.clone();
    other["mentors"][mentor]["capacity"] = capacity.into();
    outcome(&other)
}

#[test]
fn one_place_more_or_less_changes_what_is_said() {
    let (mut more, mut less, mut served, mut full) = (0, 0, 0, 0);
    for (at, blueprint) in sample(160, 61, &blueprints(6)).into_iter().enumerate() {
        let mut document = unsupervised(blueprint.document());
        // A place that a nominated pair takes beforehand serves somebody too, and not by a proposal.
        document["nominated_mentors"] = "candidate".into();
        let aim = document["aim"].as_object_mut().unwrap();
        for key in ["quality", "steps", "ranks", "most_mentors"] {
            aim.remove(key);
        }
        match at % 4 {
            0 => drop(aim.insert("quality".into(), "most_first_choices".into())),
            1 => drop(aim.insert("quality".into(), "fewest_last_choices".into())),
            _ => {}
        }
        let (programme, now) = (programme(&document), outcome(&document));
        let said = Engine::new().places(&programme).unwrap();
        assert_eq!(said.levels.len(), reached(&now).1.len());
        for (mentor, worth) in
            document["mentors"].as_array().unwrap().iter().map(|one| one["id"].clone()).enumerate().map(
                |(place, id)| {
                    (place, said.mentors.iter().find(|one| one.mentor.as_str() == id.as_str().unwrap()).unwrap())
                },
            )
        {
            let wider = with_capacity(&document, mentor, worth.capacity + 1);
            assert_eq!(worth.one_more, change(&wider, &now), "{document:#}");
            more += usize::from(!worth.one_more.is_nothing());
            served += usize::from(worth.one_more.tier.is_some());
            full += usize::from(worth.places_open == 0 && !worth.one_more.is_nothing());
            assert_eq!(worth.one_less.is_some(), worth.places_open > 0);
            if let Some(one_less) = &worth.one_less {
                let narrower = with_capacity(&document, mentor, worth.capacity - 1);
                assert_eq!(*one_less, change(&now, &narrower), "{document:#}");
                less += usize::from(!one_less.is_nothing());
            }
        }
    }
    assert!(more > 40 && less > 40 && served > 20 && full > 5, "{more} {less} {served} {full}");
}

#[test]
fn aims_that_do_not_add_up_have_no_prices() {
    for quality in ["least_fit", "worst_off_first", "stable"] {
        let document = json!({
            "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
            "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
            "aim": { "quality": quality }, "mentors": [{ "id": "m1" }], "mentees": [{ "id": "e1" }],
        });
        assert_eq!(Engine::new().places(&programme(&document)), Err(Error::NoPrices));
    }
    let supervised = json!({
        "name": "Second Wind of Nowhere", "support": "mentoring", "as_of": "2026-09-01", "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Nobody is ever alone with anybody." },
        "supervisors": [{ "id": "s1", "caseload": 1 }], "mentors": [{ "id": "m1" }], "mentees": [{ "id": "e1" }],
    });
    assert_eq!(Engine::new().places(&programme(&supervised)), Err(Error::NoPrices));
}

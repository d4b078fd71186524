//! Too few mentors for three tiers of need.

use super::{pairs, proposal, raised, story, told};
use crate::support;
use alongside::audit::audit;
use alongside::outcome::LevelName;
use alongside::{Engine, IssueCode, Outcome};
use serde_json::{Value, json};

fn programme() -> Value {
    story(
        &json!({
            "aim": { "tiers": 3 },
            "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 1,
                "why": "Something to talk about." }],
        }),
        json!([{ "id": "Hortensia", "interests": "chess" }, { "id": "Osbert", "interests": "chess" }]),
        json!([
            { "id": "urgent", "priority_tier": 1, "interests": "darts", "waiting_since": "2026-10-31" },
            { "id": "high", "priority_tier": 2, "interests": "kites", "waiting_since": "2026-10-01" },
            { "id": "routine, long", "priority_tier": 3, "interests": "chess", "waiting_since": "2025-11-02" },
            { "id": "routine, no date", "interests": "chess" },
            { "id": "routine, new", "priority_tier": "3", "interests": "chess", "waiting_since": "2026-11-02" },
        ]),
    )
}

#[test]
fn need_comes_before_fit() {
    let outcome = told(&programme());
    let served: Vec<&str> = outcome.proposals.iter().map(|one| one.mentee.as_str()).collect();
    // Neither of the two shares an interest with anybody; three who share one wait.
    assert_eq!(served, ["high", "urgent"]);
    assert_eq!(outcome.totals.total_fit, 0);
    let tiers: Vec<_> = outcome.totals.tiers.iter().map(|tier| (tier.tier, tier.served, tier.waiting)).collect();
    assert_eq!(tiers, [(1, 1, 0), (2, 1, 0), (3, 0, 3)]);
    let levels: Vec<_> = outcome.levels.iter().take(4).map(|level| (level.level.clone(), level.value)).collect();
    let tier = LevelName::TierServed;
    assert_eq!(levels, [(tier(1), 1), (tier(2), 1), (tier(3), 0), (LevelName::PeopleServed, 2)]);
}

#[test]
fn within_a_tier_the_longest_wait_comes_before_fit_where_the_aim_says_so() {
    let mut document = programme();
    document["aim"]["longest_waiting_first"] = true.into();
    document["mentors"][0]["capacity"] = 3.into();
    document["mentees"][4]["interests"] = "chess".into();
    document["mentees"][2]["interests"] = "kites".into();
    let outcome = told(&document);
    // One place more than the two of the tiers before: whoever waits for a year gets it, not whoever shares chess.
    let served: Vec<&str> = outcome.proposals.iter().map(|one| one.mentee.as_str()).collect();
    assert_eq!(served.len(), 4);
    assert!(served.contains(&"routine, long"), "{served:?}");
    let days = outcome.levels.iter().find(|one| one.level == LevelName::DaysWaited).unwrap();
    // The second of two, thirty-two and three hundred and sixty-five days; the last place goes by fit alone.
    assert_eq!((days.value, days.bound), (2 + 32 + 365, 2 + 32 + 365));
    // A tier before still comes first, however short the wait.
    document["mentors"][0]["capacity"] = 1.into();
    let fewer = told(&document);
    assert!(fewer.proposals.iter().all(|one| one.tier < 3));
}

#[test]
fn those_left_are_listed_by_how_long_they_wait() {
    let outcome = told(&programme());
    let left: Vec<_> = outcome.unmatched.iter().map(|one| (one.mentee.as_str(), one.waiting_days)).collect();
    assert_eq!(left, [("routine, long", Some(365)), ("routine, new", Some(0)), ("routine, no date", None)]);
    assert!(outcome.unmatched.iter().all(|one| one.needed_elsewhere == 2 && one.servable));
}

#[test]
fn one_more_place_goes_to_the_next_tier_and_then_fit_decides() {
    let mut document = programme();
    document["mentors"][0]["capacity"] = 2.into();
    let outcome = told(&document);
    assert_eq!(outcome.totals.served, 3);
    assert_eq!(outcome.totals.total_fit, 1000);
    assert_eq!(outcome.proposals.iter().filter(|one| one.tier == 3).count(), 1);
}

#[test]
fn the_urgent_leave_the_mentor_whom_others_need_when_they_can() {
    let document = story(
        &json!({ "aim": { "tiers": 2 }, "rules": [{ "rule": "shared_language" }],
            "criteria": [{ "criterion": "ranked_choices", "weight": 1, "why": "They have met." }] }),
        json!([
            { "id": "Polish and English", "languages": "Polish; English" },
            { "id": "English", "languages": "English" },
        ]),
        json!([
            { "id": "urgent", "priority_tier": 1, "languages": "English", "choices": ["Polish and English"] },
            { "id": "routine", "priority_tier": 2, "languages": "Polish" },
        ]),
    );
    // Serving more people comes before the first choice of one of them.
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("routine", "Polish and English"), ("urgent", "English")]);
    assert_eq!(proposal(&outcome, "urgent").alternatives[0].places_free, 0);
}

#[test]
fn no_mentor_has_two_while_another_who_could_help_has_nobody() {
    let with = |aim: Value| {
        story(
            &json!({
                "aim": aim,
                "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 1,
                    "why": "Something to talk about." }],
            }),
            json!([{ "id": "Bramble", "capacity": 2, "interests": "chess" }, { "id": "Tansy", "interests": "kites" }]),
            json!([{ "id": "Ada", "interests": "chess" }, { "id": "Bel", "interests": "chess" }]),
        )
    };
    let used = |outcome: &Outcome| {
        let mentors: std::collections::BTreeSet<_> = outcome.proposals.iter().map(|one| one.mentor.as_str()).collect();
        mentors.len()
    };
    assert_eq!(used(&told(&with(json!({})))), 1, "by fit alone Bramble has both");
    for aim in [json!({ "most_mentors": true }), json!({ "most_mentors": true, "quality": "worst_off_first" })] {
        let document = with(aim);
        let outcome = told(&document);
        assert_eq!((outcome.totals.served, used(&outcome)), (2, 2));
        let level = outcome.levels.iter().find(|one| one.level == LevelName::MentorsUsed).unwrap();
        assert_eq!((level.value, level.bound), (2, 2));
        assert!(audit(&support::programme(&document), &outcome).is_clean());
        // With Bramble for this one, the other goes to Tansy.
        let made = outcome.proposals.iter().find(|one| one.mentor.as_str() == "Tansy").unwrap().mentee.clone();
        let said = Engine::new().explain(&support::programme(&document), &made, Some(&super::id("Bramble"))).unwrap();
        let other = said.pair.unwrap().if_made.unwrap();
        assert_eq!(other.iter().find(|one| one.level == LevelName::MentorsUsed).unwrap().value, 2);
    }
    for quality in ["least_fit", "stable"] {
        let aim = json!({ "most_mentors": true, "quality": quality });
        assert_eq!(raised(&with(aim)), [IssueCode::BadSetting], "{quality}");
    }
}

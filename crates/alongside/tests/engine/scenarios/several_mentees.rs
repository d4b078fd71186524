//! Mentors with several mentees: what they ask of each other.

use super::{details, pairs, proposal, raised, story, told, waiting};
use crate::support;
use alongside::audit::audit;
use alongside::domain::Shortage;
use alongside::outcome::{Obstacle, ShortOf, Status};
use alongside::{Engine, Error, IssueCode, Outcome};
use serde_json::{Value, json};

/// Told, and found without fault by the audit.
fn sound(document: &Value) -> Outcome {
    let outcome = told(document);
    let found = audit(&support::programme(document), &outcome);
    assert!(found.is_clean(), "{:?}", found.findings);
    outcome
}

fn left(of: Shortage) -> Vec<ShortOf> {
    vec![ShortOf { of, candidates: 1 }]
}

/// Bramble has places for three, and so many hours.
fn hourly(hours: f64, needs: [f64; 3]) -> Value {
    let [ada, bel, cyd] = needs;
    story(
        &json!({ "rules": [{ "rule": "hours" }], "aim": { "tiers": 2 } }),
        json!([{ "id": "Bramble", "capacity": 3, "hours_per_week": hours }]),
        json!([
            { "id": "ada", "hours_per_week": ada },
            { "id": "bel", "hours_per_week": bel },
            { "id": "cyd", "hours_per_week": cyd, "priority_tier": 1 },
        ]),
    )
}

#[test]
fn two_hours_are_not_enough_for_two_who_need_ninety_minutes() {
    let outcome = sound(&hourly(2.0, [1.5, 1.5, 1.5]));
    assert_eq!(pairs(&outcome), [("cyd", "Bramble")]);
    // All need the same, so places alone tell it, and the proof is there.
    assert!(outcome.certificate.is_some());
    let ada = waiting(&outcome, "ada");
    assert_eq!((ada.short_of.clone(), ada.needed_elsewhere, ada.servable), (left(Shortage::Hours), 1, true));
}

#[test]
fn who_needs_more_than_a_mentor_has_is_refused_with_the_reason() {
    let outcome = sound(&hourly(1.0, [1.0, 1.5, 2.0]));
    assert_eq!(pairs(&outcome), [("ada", "Bramble")]);
    let cyd = waiting(&outcome, "cyd");
    assert_eq!(details(&cyd.reasons, "hours"), [(Obstacle::NotEnough, None, 1)]);
    assert!(!cyd.servable);
}

#[test]
fn unequal_needs_are_searched_for_the_best_and_need_comes_before_number() {
    // Three hours: the urgent one needs two and a half, the two others one and a half each.
    let outcome = sound(&hourly(3.0, [1.5, 1.5, 2.5]));
    assert_eq!(pairs(&outcome), [("cyd", "Bramble")]);
    assert_eq!(outcome.status, Status::Optimal);
    // Of one tier, two are more than one.
    let mut document = hourly(3.0, [1.5, 1.5, 2.5]);
    document["mentees"][2].as_object_mut().unwrap().remove("priority_tier");
    assert_eq!(pairs(&sound(&document)), [("ada", "Bramble"), ("bel", "Bramble")]);
}

#[test]
fn pairs_that_go_on_use_their_hours_up_first() {
    let mut document = hourly(3.0, [1.5, 1.5, 1.5]);
    document["relationships"] = json!([{ "mentor": "Bramble", "mentee": "ada", "status": "current" }]);
    let outcome = sound(&document);
    assert_eq!(pairs(&outcome), [("cyd", "Bramble")]);
    assert_eq!(waiting(&outcome, "bel").short_of, left(Shortage::Hours));
    // With none left before the matching, nobody is a candidate.
    document["mentors"][0]["hours_per_week"] = 2.into();
    let outcome = sound(&document);
    assert!(outcome.proposals.is_empty());
    let cyd = waiting(&outcome, "cyd");
    assert_eq!((cyd.asked.without_place, cyd.asked.candidates, cyd.servable), (1, 0, false));
}

#[test]
fn messages_between_meetings_have_a_limit_that_all_mentees_share() {
    let document = story(
        &json!({ "rules": [{ "rule": "contact" }] }),
        json!([
            { "id": "Bramble", "capacity": 2, "contact_channels": "text; call", "contacts_per_week": 3 },
            { "id": "Sorrel", "contact_channels": "email", "contacts_per_week": 9 },
        ]),
        json!([
            { "id": "ada", "contact_channels": "text", "contacts_per_week": 2 },
            { "id": "bel", "contact_channels": "call", "contacts_per_week": 2 },
        ]),
    );
    let outcome = sound(&document);
    assert_eq!(outcome.totals.served, 1);
    let [left_over] = outcome.unmatched.as_slice() else { panic!("{:?}", outcome.unmatched) };
    assert_eq!(left_over.short_of, left(Shortage::Contact));
    assert_eq!(details(&left_over.reasons, "contact"), [(Obstacle::NoneShared, None, 1)]);
}

#[test]
fn who_may_be_rung_only_in_the_morning_needs_somebody_who_rings_then() {
    let with = |hers: &str, theirs: &str| {
        let reached = json!({ "contact_channels": "call", "contacts_per_week": 1 });
        let person = |id: &str, times: &str| {
            let mut person = reached.clone();
            person
                .as_object_mut()
                .unwrap()
                .extend([("id".to_owned(), id.into()), ("contact_times".to_owned(), times.into())]);
            person
        };
        let rule = json!({ "rules": [{ "rule": "contact" }] });
        sound(&story(&rule, json!([person("Bramble", theirs)]), json!([person("ada", hers)])))
    };
    assert_eq!(with("mornings", "mornings; evenings").totals.served, 1);
    assert_eq!(with("mornings", "").totals.served, 1, "who says nothing of it may be reached at any time");
    let outcome = with("mornings", "evenings");
    let [ada] = outcome.unmatched.as_slice() else { panic!("{:?}", outcome.unmatched) };
    assert_eq!(details(&ada.reasons, "contact"), [(Obstacle::NoneShared, Some("contact_times"), 1)]);
    assert_eq!(
        Obstacle::NoneShared.words(Some("contact_times"), alongside::domain::Support::Mentoring),
        "no contact times in common"
    );
}

/// Bramble on Tuesdays from five to seven, and three who are met as said, when said.
fn tuesdays(ways: [&str; 3], times: [&str; 3]) -> Value {
    let mentees: Vec<Value> = ["ada", "bel", "cyd"]
        .iter()
        .zip(ways.iter().zip(times))
        .map(|(id, (ways, times))| json!({ "id": id, "delivery_models": ways, "availability": times }))
        .collect();
    story(
        &json!({ "several_mentees": { "meeting_minutes": 60 }, "rules": [{ "rule": "delivery_model" }] }),
        json!([{ "id": "Bramble", "capacity": 3, "availability": "Tue 17:00-19:00",
            "delivery_models": "individually; together" }]),
        mentees.into(),
    )
}

#[test]
fn whoever_is_met_alone_has_a_time_of_their_own() {
    let outcome = sound(&tuesdays(["individually"; 3], ["Tue 17:00-19:00"; 3]));
    // Two hours are two meetings, though there are three places.
    assert_eq!(outcome.totals.served, 2);
    let times: Vec<_> =
        outcome.proposals.iter().map(|one| one.meeting.as_ref().unwrap().begins.clone().unwrap()).collect();
    assert!(times.contains(&"Tue 17:00".to_owned()) && times.contains(&"Tue 18:00".to_owned()), "{times:?}");
    assert_eq!(outcome.unmatched[0].short_of, left(Shortage::SeveralMentees));
}

#[test]
fn a_group_needs_one_time_that_suits_all_of_it() {
    let together = ["together"; 3];
    let outcome = sound(&tuesdays(together, ["Tue 17:00-19:00", "Tue 17:30-19:00", "Tue 17:00-18:30"]));
    assert_eq!(outcome.totals.served, 3);
    let ada = proposal(&outcome, "ada").meeting.as_ref().unwrap();
    assert_eq!((ada.begins.as_deref(), ada.minutes), (Some("Tue 17:30"), Some(60)));
    assert_eq!(ada.together_with, [super::id("bel"), super::id("cyd")]);
    // Each two have an hour in common, all three have not.
    let mut document = tuesdays(together, ["Mon 9:00-10:00; Tue 17:00-18:00", "Tue 17:00-18:00; Wed 9:00-10:00", ""]);
    document["mentors"][0]["availability"] = "Mon 9:00-10:00; Tue 17:00-18:00; Wed 9:00-10:00".into();
    document["mentees"][2]["availability"] = "Mon 9:00-10:00; Wed 9:00-10:00".into();
    let outcome = sound(&document);
    assert_eq!((outcome.totals.served, outcome.status), (2, Status::Optimal));
}

#[test]
fn nobody_is_put_together_with_whom_they_do_not_want() {
    let mut document = tuesdays(["together"; 3], ["Tue 17:00-19:00"; 3]);
    document["mentees"][1]["not_together_with"] = json!(["ada"]);
    let outcome = sound(&document);
    assert_eq!(outcome.totals.served, 2);
    let both = pairs(&outcome);
    assert!(both.contains(&("cyd", "Bramble")), "{both:?}");
    // Whoever would be met alone as well is.
    document["mentees"][1]["delivery_models"] = "together; individually".into();
    let outcome = sound(&document);
    assert_eq!(outcome.totals.served, 3);
    assert!(proposal(&outcome, "bel").meeting.as_ref().unwrap().together_with.is_empty());
}

#[test]
fn dedicated_support_has_a_mentor_to_itself() {
    let mut document = tuesdays(["dedicated", "individually", "individually"], ["Tue 17:00-19:00"; 3]);
    document["mentors"][0]["delivery_models"] = "individually; dedicated".into();
    document["aim"] = json!({ "tiers": 2 });
    document["mentees"][0]["priority_tier"] = 1.into();
    assert_eq!(pairs(&sound(&document)), [("ada", "Bramble")]);
    document["several_mentees"]["dedicated"] = 2.into();
    assert_eq!(sound(&document).totals.served, 2);
}

#[test]
fn a_limit_on_the_search_leaves_a_bound() {
    let mentees: Vec<Value> =
        (0..9).map(|at| json!({ "id": format!("e{at}"), "hours_per_week": 2 + at % 3 })).collect();
    let mentors: Vec<Value> =
        (0..3).map(|at| json!({ "id": format!("m{at}"), "capacity": 4, "hours_per_week": 7 + at })).collect();
    let mut document = story(&json!({ "rules": [{ "rule": "hours" }] }), mentors.into(), mentees.into());
    let best = sound(&document);
    document["aim"] = json!({ "search_nodes": 1 });
    let quick = sound(&document);
    assert_eq!(best.status, Status::Optimal);
    for (quick, best) in quick.levels.iter().zip(&best.levels).take(2) {
        assert!(quick.value <= best.value && best.value <= quick.bound, "{quick:?} {best:?}");
    }
}

#[test]
fn what_rests_on_a_flow_is_refused_with_the_reason() {
    let programme = support::programme(&hourly(3.0, [1.5, 1.5, 2.5]));
    let refused = |asked: Result<(), Error>| matches!(asked, Err(Error::NoFlow { .. }));
    assert!(refused(Engine::new().places(&programme).map(drop)));
    let outcome = Engine::new().run(&programme).unwrap();
    assert!(refused(Engine::new().blocking_pairs(&programme, &outcome).map(drop)));
}

#[test]
fn what_does_nothing_or_cannot_be_is_told() {
    let good = hourly(3.0, [1.5, 1.5, 2.5]);
    for hours in [-1, 1001] {
        let mut beyond = good.clone();
        beyond["mentees"][0]["hours_per_week"] = hours.into();
        assert_eq!(raised(&beyond), [IssueCode::BadNumber]);
    }
    let mut nobody = tuesdays(["together"; 3], ["Tue 17:00-19:00"; 3]);
    nobody["mentees"][1]["not_together_with"] = json!(["adda"]);
    assert_eq!(raised(&nobody), [IssueCode::DanglingId]);
    nobody["mentees"][1]["not_together_with"] = json!(["bel"]);
    assert_eq!(raised(&nobody), [IssueCode::DanglingId]);
    nobody["mentees"][1]["not_together_with"] = json!(["ada"]);
    nobody.as_object_mut().unwrap().remove("several_mentees");
    assert_eq!(raised(&nobody), [IssueCode::BadSetting]);
    let mut crowd = tuesdays(["together"; 3], ["Tue 17:00-19:00"; 3]);
    crowd["mentors"][0]["capacity"] = 13.into();
    assert_eq!(raised(&crowd), [IssueCode::LimitExceeded]);
    for quality in ["least_fit", "worst_off_first", "stable"] {
        let mut other = good.clone();
        other["aim"]["quality"] = quality.into();
        assert_eq!(raised(&other), [IssueCode::BadSetting], "{quality}");
    }
    let mut idle = good.clone();
    idle["rules"] = json!([]);
    idle["aim"]["search_nodes"] = 5.into();
    assert!(raised(&idle).contains(&IssueCode::BadSetting));
    let mut weights = good;
    weights["caseload_weights"] = json!({ "peer": 3 });
    assert_eq!(raised(&weights), [IssueCode::BadSetting]);
}

#[test]
fn whoever_waits_for_dedicated_support_is_told_so() {
    let outcome = sound(&story(
        &json!({ "several_mentees": {}, "rules": [{ "rule": "delivery_model" }] }),
        json!([{ "id": "M", "capacity": 3, "delivery_models": "dedicated" }]),
        json!([{ "id": "a", "delivery_models": "dedicated" }, { "id": "b", "delivery_models": "dedicated" }]),
    ));
    assert_eq!(outcome.proposals.len(), 1);
    assert_eq!(outcome.unmatched[0].short_of, left(Shortage::Dedicated));
    assert_eq!(
        outcome.unmatched[0].short_of[0].words(),
        "1 has a place and dedicated support, which leaves no room for another mentee"
    );
}

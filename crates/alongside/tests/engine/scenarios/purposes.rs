//! What a programme is for, in what it does: new things to try, a change of behaviour, company that lasts, and settings.

use super::{pairs, proposal, raised, story, told};
use crate::support;
use alongside::domain::Setting;
use alongside::outcome::{Because, StaffFact};
use alongside::{IssueCode, Outcome};
use serde_json::{Value, json};

fn weight(outcome: &Outcome, criterion: &str) -> i64 {
    outcome.criteria.iter().find(|one| &*one.id == criterion).unwrap().weight
}

/// Elif likes chess and would like to try tango; one volunteer plays chess, the other dances.
fn dance(design: &Value) -> Value {
    story(
        design,
        json!([{ "id": "Chess player", "interests": "chess" }, { "id": "Dancer", "interests": "tango" }]),
        json!([{ "id": "Elif", "goals": "confidence", "interests": "chess", "wants_to_try": "tango" }]),
    )
}

#[test]
fn opportunities_give_the_dancer_to_whoever_wants_to_try_tango_and_company_alone_does_not() {
    for preset in ["mentoring", "befriending"] {
        let alike = told(&dance(&json!({ "preset": preset })));
        assert_eq!(pairs(&alike), [("Elif", "Chess player")], "{preset}");
        let opened = told(&dance(&json!({ "preset": preset, "purpose": "opportunities" })));
        assert_eq!(pairs(&opened), [("Elif", "Dancer")], "{preset}");
        let parts = &proposal(&opened, "Elif").contributions;
        let tango = parts.iter().find(|part| &*part.criterion == "something_new").unwrap();
        assert_eq!(tango.because, Because::Covered { stated: 1, terms: vec!["tango".into()] });
    }
    // What somebody knows how to do counts as what they like to do does.
    let mut skilled = dance(&json!({ "preset": "mentoring", "purpose": "opportunities" }));
    skilled["mentors"] = json!([
        { "id": "Chess player", "interests": "chess", "skills": "sums" },
        { "id": "Dancer", "skills": "tango" },
    ]);
    assert_eq!(pairs(&told(&skilled)), [("Elif", "Dancer")]);
}

#[test]
fn whoever_wants_to_change_how_they_behave_meets_a_mentor_prepared_for_it() {
    let document = |purpose: &str| {
        story(
            &json!({
                "purpose": purpose,
                "criteria": [
                    { "criterion": "training_held", "training": ["Restorative practice", "Trauma awareness"], "weight": 2,
                      "why": "Hard weeks come, and a mentor should have been prepared for them." },
                    { "criterion": "shared_tags", "id": "interests", "attribute": "interests", "weight": 4, "why": "Talk." },
                ],
            }),
            json!([
                { "id": "Ishaan", "interests": "boxing",
                  "training": ["restorative practice 2026-03-01", "trauma awareness 2025-02-01 to 2027-01-31"] },
                { "id": "Wilf", "interests": "boxing; fishing" },
            ]),
            json!([{ "id": "Kai", "interests": "boxing; fishing" }]),
        )
    };
    let outcome = told(&document("supportive"));
    assert_eq!(pairs(&outcome), [("Kai", "Wilf")]);
    let outcome = told(&document("behaviour"));
    assert_eq!(pairs(&outcome), [("Kai", "Ishaan")]);
    let held = proposal(&outcome, "Kai").contributions[0].clone();
    // The plan ends on 2 May: training that lapses in January is not held throughout.
    assert_eq!((held.points, held.weight), (500, 6));
    assert_eq!(held.because, Because::TrainingHeld { listed: 2, items: vec!["Restorative practice".into()] });
    let support = outcome.programme.support;
    assert_eq!(held.because.words(support), "holds 1 of 2: Restorative practice");
    let none = &proposal(&outcome, "Kai").alternatives[0];
    assert_eq!(&*none.mentor.to_string(), "Wilf");
    // And regular hours weigh more, where they count at all.
    let regular = |purpose: &str| {
        let design = json!({ "preset": "mentoring", "purpose": purpose });
        weight(
            &told(&story(&design, json!([{ "id": "Wilf" }]), json!([{ "id": "Kai", "goals": "calm" }]))),
            "shared_time",
        )
    };
    assert_eq!((regular("opportunities"), regular("behaviour")), (2, 4));
}

#[test]
fn who_can_promise_the_year_is_there_for_the_year_and_nobody_is_worth_less_for_leaving_early() {
    let mentor = |id: &str, months: Value| json!({ "id": id, "promised_months": months });
    let document = story(
        &json!({ "criteria": [{ "criterion": "duration", "weight": 1, "unknown": "lowest", "why": "To the end." }] }),
        json!([mentor("Short", json!(3)), mentor("Long", json!(6))]),
        json!([{ "id": "Moves in February", "available_until": "2027-02-02" }, { "id": "Stays" }]),
    );
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Moves in February", "Short"), ("Stays", "Long")]);
    assert!(outcome.proposals.iter().all(|one| one.fit == 1000));
    let alone = story(
        &json!({ "criteria": [{ "criterion": "duration", "weight": 1, "why": "To the end." }] }),
        json!([mentor("Short", json!(3))]),
        json!([{ "id": "Stays" }]),
    );
    let outcome = told(&alone);
    let part = &proposal(&outcome, "Stays").contributions[0];
    // From 2 November to 2 May are 181 days, to 2 February 92.
    assert_eq!((part.points, &part.because), (508, &Because::SureDays { sure: 92, planned: 181 }));
    let words = part.because.words(outcome.programme.support);
    assert_eq!(words, "the mentor can promise 92 of 181 days: about length, no judgement of risk");
    // Nobody who promised nothing is refused, and nobody is asked for a promise they never gave.
    let mut silent = alone;
    silent["mentors"][0] = json!({ "id": "Short" });
    assert_eq!(proposal(&told(&silent), "Stays").fit, 500);
}

#[test]
fn company_that_is_to_last_weighs_promises_more() {
    let design = |purpose: Value| json!({ "preset": "befriending", "purpose": purpose });
    let outcome = |purpose| told(&story(&design(purpose), json!([{ "id": "Vi" }]), json!([{ "id": "Ned" }])));
    assert_eq!(weight(&outcome(Value::Null), "duration"), 2);
    let supportive = outcome(json!("supportive"));
    assert_eq!(weight(&supportive, "duration"), 4);
    assert_eq!((weight(&supportive, "interests"), weight(&supportive, "distance")), (20, 12));
}

#[test]
fn a_purpose_that_makes_nothing_weigh_more_is_told_with_what_it_would_look_at() {
    let raised = |design: Value| raised(&dance(&design));
    assert_eq!(raised(json!({ "preset": "befriending", "purpose": "targeted" })), [IssueCode::IdlePurpose]);
    let goals = json!({ "preset": "mentoring", "purpose": "targeted", "sub_goals": ["desistance", "integration"] });
    assert_eq!(raised(goals.clone()), [IssueCode::IdlePurpose; 2]);
    let mut document = dance(&goals);
    document["criteria"] = json!([
        { "criterion": "shared_tags", "id": "languages", "attribute": "languages", "full_at": 1, "weight": 2,
          "why": "Somebody to speak with in a first language." },
    ]);
    let built = alongside::Programme::from_json(&document.to_string()).unwrap();
    let told = built.warnings.to_string();
    assert!(told.contains("`desistance`") && told.contains("`shared_tags` on `lived_experience`"), "{told}");
    assert!(!told.contains("`integration`"), "{told}");
    // A factor of the programme's own is something that weighs more.
    let own = json!({ "preset": "befriending", "purpose": "targeted",
        "factors": [{ "sake": "targeted", "criterion": "interests", "factor": 2 }] });
    assert_eq!(raised(own), []);
    // One of several programmes is asked as well.
    let of_one = json!({
        "preset": "befriending",
        "rules": [{ "rule": "programme" }],
        "programmes": [{ "id": "visits" }, { "id": "work", "purpose": "targeted" }],
    });
    assert_eq!(raised(of_one), [IssueCode::IdlePurpose]);
}

#[test]
fn a_setting_is_told_with_every_outcome_and_decides_nothing() {
    let outcome = |setting: Value| support::outcome(&dance(&json!({ "preset": "mentoring", "setting": setting })));
    let without = outcome(Value::Null);
    for (word, setting) in
        [("community", Setting::Community), ("statutory", Setting::Statutory), ("business", Setting::Business)]
    {
        let within = outcome(json!(word));
        let design = within.programme.design.clone().unwrap();
        assert_eq!(design.setting, Some(setting));
        assert_eq!(design.words(), format!("preset mentoring; setting {word}; formal"));
        assert_eq!((&within.proposals, &within.criteria), (&without.proposals, &without.criteria));
    }
}

#[test]
fn a_blank_is_worth_no_more_than_one_interest_in_common() {
    let document = story(
        &json!({ "criteria": [
            { "criterion": "shared_tags", "attribute": "interests", "weight": 1, "why": "Something to talk about." }] }),
        json!([{ "id": "Gardener", "interests": "gardening" }]),
        json!([{ "id": "Blank", "waiting_since": "2026-10-01" }, { "id": "Also a gardener", "interests": "gardening" }]),
    );
    let fit = |mentee: &str| {
        let pair = |one: &Value| one["id"] == mentee;
        let mut alone = document.clone();
        alone["mentees"].as_array_mut().unwrap().retain(pair);
        told(&alone).proposals[0].fit
    };
    assert_eq!((fit("Blank"), fit("Also a gardener")), (500, 500));
}

#[test]
fn a_dislike_in_common_counts_and_what_another_loves_is_kept_away_from_by_a_wish() {
    let document = |mentee: Value| {
        story(
            &json!({ "criteria": [
                { "criterion": "stated_preferences", "weight": 4, "why": "What people wish for." },
                { "criterion": "shared_dislikes", "weight": 1, "why": "Something to laugh about." },
                { "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 2, "why": "To talk." },
            ] }),
            json!([
                { "id": "Football and chess", "interests": "football; chess", "dislikes": "shopping" },
                { "id": "Chess", "interests": "chess", "dislikes": "bingo" },
            ]),
            json!([mentee]),
        )
    };
    let dislikes = |what: &str| json!({ "id": "Ola", "interests": "chess", "dislikes": what });
    // Both would rather not go shopping.
    assert_eq!(pairs(&told(&document(dislikes("shopping; football")))), [("Ola", "Football and chess")]);
    // That one dislikes what the other loves counts for nothing by itself: it takes a wish.
    let mut keeps_away = dislikes("shopping; football");
    keeps_away["preferences"] = json!(["avoid interests football"]);
    let outcome = told(&document(keeps_away));
    assert_eq!(pairs(&outcome), [("Ola", "Chess")]);
}

#[test]
fn who_said_nothing_of_it_meets_in_person_where_that_is_usual_and_it_is_told() {
    let document = |delivery: Value| {
        story(
            &json!({
                "delivery": delivery,
                "rules": [{ "rule": "delivery_method" }, { "rule": "delivery_model" }, { "rule": "travel", "who": "nobody", "max_km": 10 }],
            }),
            json!([{ "id": "Near", "place": "52.0 0.1" }, { "id": "Rings", "delivery_methods": "telephone" }]),
            json!([{ "id": "Ned", "place": "52.01 0.1" }]),
        )
    };
    let unsaid = document(json!({}));
    assert_eq!((raised(&unsaid), pairs(&support::outcome(&unsaid))), (vec![], vec![]));
    let usual = document(json!({ "usual_methods": ["face_to_face"], "usual_models": ["one_to_one"] }));
    assert_eq!(raised(&usual), [IssueCode::TakenAsUsual; 4]);
    let outcome = support::outcome(&usual);
    assert_eq!(pairs(&outcome), [("Ned", "Near")]);
    // Whoever answered is not taken to want something else.
    assert!(outcome.idle.iter().any(|one| one.mentor.as_str() == "Rings"));
    let warned = alongside::Programme::from_json(&usual.to_string()).unwrap().warnings.to_string();
    assert!(warned.contains("1 of the mentees left `delivery_methods` blank"), "{warned}");
    assert!(warned.contains("2 of the mentors left `delivery_models` blank"), "{warned}");
}

#[test]
fn somebody_lonely_comes_first_and_has_a_befriender_with_as_many_calls_to_give() {
    let document = story(
        &json!({
            "support": "befriending",
            "preset": "befriending",
            "attributes": { "isolation": { "kind": "level", "order": ["hardly ever", "some days", "most days"],
                "sensitivity": "ordinary" } },
            "aim": { "tiers": 2 },
            "priority": [{ "tier": 1, "id": "lonely", "attribute": "isolation", "value": "most days..",
                "why": "Whoever feels lonely most days hears from nobody else." }],
            "rules": [{ "rule": "contact" }],
        }),
        json!([
            { "id": "A call a week", "contact_channels": "call", "contacts_per_week": 1 },
            { "id": "Three calls", "contact_channels": "call", "contacts_per_week": 3 },
        ]),
        json!([
            { "id": "Blodwen", "isolation": "most days", "contact_channels": "call", "contacts_per_week": 2 },
            { "id": "Kit", "isolation": "hardly ever", "contact_channels": "call", "contacts_per_week": 2 },
        ]),
    );
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Blodwen", "Three calls")]);
    let blodwen = proposal(&outcome, "Blodwen");
    assert_eq!((blodwen.tier, blodwen.tier_by.as_deref()), (1, Some("lonely")));
}

#[test]
fn somebody_out_of_work_has_the_mentor_who_can_help_with_work_and_confidence() {
    let design = json!({ "preset": "mentoring", "purpose": "targeted", "sub_goals": ["employment"] });
    let document = story(
        &design,
        json!([
            { "id": "Foreman", "skills": "finding work; confidence", "interests": "fishing" },
            { "id": "Neighbour", "skills": "cooking", "interests": "darts; films" },
        ]),
        json!([{ "id": "Dai", "goals": "finding work; confidence", "interests": "darts; films" }]),
    );
    let outcome = told(&document);
    assert_eq!(pairs(&outcome), [("Dai", "Foreman")]);
    assert_eq!(weight(&outcome, "coverage"), 40);
}

#[test]
fn both_kinds_of_support_look_for_time_and_something_to_share_and_neither_waives_a_check() {
    for preset in ["mentoring", "befriending"] {
        let document = story(
            &json!({ "preset": preset, "safeguarding": { "checks": ["Two references"] } }),
            json!([
                { "id": "Checked", "checks": ["two references 2026-01-01 to 2030-01-01"] },
                { "id": "Alike", "interests": "choir; walks" },
            ]),
            json!([{ "id": "Mab", "goals": "company", "interests": "choir; walks" }]),
        );
        let outcome = told(&document);
        assert_eq!(pairs(&outcome), [("Mab", "Checked")], "{preset}");
        for shared in ["interests", "something_new", "shared_time", "duration"] {
            assert!(weight(&outcome, shared) > 0, "{preset} {shared}");
        }
    }
}

#[test]
fn a_mentee_whom_nobody_asked_about_their_own_network_is_pointed_out_to_staff() {
    let facts = |mentee: Value| {
        // That a nominee is no natural mentor is told, and does not matter here.
        let outcome = support::outcome(&story(&json!({}), json!([{ "id": "Vi" }, { "id": "Aunt" }]), json!([mentee])));
        outcome.proposals[0].for_staff.clone()
    };
    let not_asked = facts(json!({ "id": "Ned", "network_contacted": "no" }));
    assert_eq!(not_asked, [StaffFact::NetworkContacted(false)]);
    let words = not_asked[0].words(alongside::domain::Support::Mentoring);
    assert_eq!(words, "for staff: nobody has asked yet whom the mentee knows and would name");
    assert_eq!(facts(json!({ "id": "Ned", "network_contacted": "yes" })), []);
    assert_eq!(facts(json!({ "id": "Ned" })), []);
    let named = json!({ "id": "Ned", "network_contacted": "no", "nominated_mentor": "Aunt" });
    assert_eq!(facts(named), []);
}

#[test]
fn a_small_network_gives_staff_somebody_to_think_of_and_refuses_nobody() {
    let facts = |mentee: Value| {
        let outcome = support::outcome(&story(&json!({}), json!([{ "id": "Vi" }, { "id": "Aunt" }]), json!([mentee])));
        assert_eq!(outcome.proposals.len(), 1);
        outcome.proposals[0].for_staff.clone()
    };
    let small = facts(json!({ "id": "Ned", "network_contacted": "yes", "own_network": "small" }));
    assert_eq!(small, [StaffFact::OwnNetwork("small".into())]);
    assert_eq!(
        small[0].words(alongside::domain::Support::Mentoring),
        "for staff: the mentee's own network is small: perhaps a former carer, a teacher, a club leader or a relative \
         they lost touch with is somebody to ask about"
    );
    assert_eq!(facts(json!({ "id": "Ned", "own_network": "wide" })), []);
    assert_eq!(facts(json!({ "id": "Ned" })), []);
    assert_eq!(facts(json!({ "id": "Ned", "own_network": "small", "nominated_mentor": "Aunt" })), []);
}

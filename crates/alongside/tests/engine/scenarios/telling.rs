//! What a mentee, a mentor and a carer read about a pair: what was agreed to be told, and nothing else.

use super::{id, raised, story};
use crate::support::programme;
use alongside::IssueCode;
use alongside::domain::{Audience, PairStage};
use alongside::texts::text;
use serde_json::{Value, json};

fn document() -> Value {
    story(
        &json!({
            "support": "befriending",
            "basis": { "lived_experience": { "basis": "not_for_profit_body" }, "needs": { "basis": "not_for_profit_body" } },
            "attributes": { "gender_group": { "kind": "one_of", "values": ["Woman", "Man"], "sensitivity": "ordinary",
                "protected": "sex" } },
            "rules": [{ "rule": "capabilities", "unknown": "allow" }],
            "terms": [{ "term": "Football", "synonyms": ["footy"], "attribute": "interests" }],
            "disclosure": {
                "interests": { "mentee": "proposed", "mentor": "proposed", "carer": "matched" },
                "lived_experience": { "mentee": "introduced", "why": "Mentors agreed to it." },
                "name": { "mentee": "introduced", "mentor": "introduced", "carer": "introduced" },
                "place": { "mentee": "proposed", "mentor": "matched" },
                "availability": { "mentee": "proposed", "mentor": "proposed", "carer": "proposed" },
                "gender_group": { "mentee": "proposed", "why": "Asked for by many, and nobody objected." },
            },
        }),
        json!([{ "id": "v7", "name": "Winifred Oake", "interests": ["footy", "Baking"], "gender_group": "woman",
            "lived_experience": ["bereavement", "prison"], "shareable_experiences": ["bereavement"],
            "place": "E 530000 N 180000", "availability": "Mon 10:00-12:00; Sat am", "age": 61, "capacity": 4 }]),
        json!([{ "id": "b3", "name": "Dot Larch", "interests": ["football", "chess"], "needs": ["step-free access"],
            "place": "E 533000 N 180000", "availability": "Mon am; Tue am", "age": 83,
            "preferences": "prefer gender_group woman" }]),
    )
}

fn read(document: &Value, reader: Audience, stage: PairStage) -> String {
    text(programme(document).matching(), &id("b3"), &id("v7"), reader, stage).unwrap()
}

#[test]
fn a_befriendee_reads_what_the_two_have_in_common_and_how_near_they_are() {
    let proposed = read(&document(), Audience::Mentee, PairStage::Proposed);
    assert_eq!(
        proposed,
        "We would like to suggest a befriender for you.\n\n\
         - Gender group: Woman.\n\
         - Interests: you both said Football; they also said baking.\n\
         - Distance: 2 to 5 km.\n\
         - You both have time on Monday.\n\n\
         You can say yes, no, or ask the coordinator who sent you this whatever you would like to know. A no costs nothing.\n"
    );
    let introduced = read(&document(), Audience::Mentee, PairStage::Introduced);
    assert!(introduced.starts_with("A first meeting with the befriender we suggested for you: Winifred Oake.\n"));
    // Of two experiences, the one that she agreed to share.
    assert!(introduced.contains("- Lived experience: bereavement.\n") && !introduced.contains("prison"));
}

#[test]
fn a_befriender_and_a_carer_read_less() {
    let mentor = read(&document(), Audience::Mentor, PairStage::Introduced);
    assert!(mentor.contains("- Interests: you both said Football; they also said chess.\n"), "{mentor}");
    for undisclosed in ["km", "step-free", "83", "Woman"] {
        assert!(!mentor.contains(undisclosed), "{mentor}");
    }
    let carer = read(&document(), Audience::Carer, PairStage::Introduced);
    assert!(carer.contains("Winifred Oake") && carer.contains("Both have time on Monday."), "{carer}");
    assert!(!carer.contains("ootball") && !carer.contains("aking"), "{carer}");
    let matched = read(&document(), Audience::Carer, PairStage::Matched);
    // What the young person likes is theirs to tell.
    assert!(matched.contains("- Interests: baking, Football.\n"), "{matched}");
}

#[test]
fn of_whom_she_excluded_nobody_reads_and_of_whom_she_meets_she_does() {
    let told_of = |document: &Value| {
        let programme = crate::support::programme(document);
        let (mentee, mentor) = (&programme.matching().mentees[0], &programme.matching().mentors[0]);
        alongside::texts::may_be_told(programme.matching(), &mentee.person.id, &mentor.person.id)
    };
    let mut document = document();
    assert_eq!(told_of(&document), Ok(()));
    let mentor = document["mentors"][0]["id"].clone();
    document["mentees"][0]["exclusions"] = mentor.clone();
    assert!(matches!(told_of(&document), Err(alongside::Error::NotEligible { .. })));
    // They meet: a person has to settle that, and until then has to be able to write to both.
    let mentee = document["mentees"][0]["id"].clone();
    document["relationships"] = json!([{ "mentee": mentee, "mentor": mentor, "status": "current" }]);
    assert_eq!(told_of(&document), Ok(()));
}

#[test]
fn what_is_merely_usual_is_in_nobodys_mouth() {
    let everybody = json!({ "mentee": "proposed", "mentor": "proposed", "carer": "proposed" });
    let mut document = document();
    document["delivery"] = json!({ "usual_methods": ["face_to_face"], "usual_models": ["one_to_one"],
        "telephone_needs": ["phone"] });
    document["offers"] = json!(["references"]);
    document["disclosure"] =
        json!({ "delivery_methods": everybody, "delivery_models": everybody, "offers": everybody });
    for reader in [Audience::Mentee, Audience::Mentor, Audience::Carer] {
        let told = read(&document, reader, PairStage::Matched);
        assert!(told.contains("We will tell you more when we talk."), "{told}");
    }
    // Winifred said how she would rather meet, and Dot, who left it blank, reads that.
    document["mentors"][0]["delivery_methods"] = "telephone; face_to_face".into();
    document["mentors"][0]["phone"] = "no".into();
    document["mentors"][0]["offers"] = "references".into();
    document["mentees"][0]["delivery_models"] = "one_to_one".into();
    let facts = |reader: Audience| -> Vec<String> {
        let told = read(&document, reader, PairStage::Proposed);
        told.lines().filter(|line| line.starts_with("- ")).map(str::to_owned).collect()
    };
    let hers = ["- Ways of meeting: face to face, telephone.", "- Offers: references."];
    assert_eq!(facts(Audience::Mentee), hers);
    assert_eq!(facts(Audience::Carer), hers);
    assert_eq!(facts(Audience::Mentor), ["- Forms of support: one to one."]);
}

#[test]
fn attributes_stand_under_plain_words_and_days_as_in_a_letter() {
    let mut document = document();
    document["support"] = "mentoring".into();
    document["basis"]["ethnicity"] = json!({ "basis": "not_for_profit_body" });
    document["ethnicity"] = json!({ "scheme": "england_wales_2021" });
    document["attributes"]["favourite_tea"] = json!({ "kind": "one_of", "sensitivity": "ordinary" });
    document["attributes"]["first_day_at_school"] = json!({ "kind": "date", "sensitivity": "ordinary" });
    let mentor = json!({ "mentor": "proposed", "why": "Asked of each of them." });
    let names = ["ethnicity_broad", "favourite_tea", "first_day_at_school", "hours_per_week", "phone", "waiting_since"];
    document["disclosure"] =
        names.into_iter().map(|name| (name.to_owned(), mentor.clone())).collect::<serde_json::Map<_, _>>().into();
    let mentee = document["mentees"][0].as_object_mut().unwrap();
    let answers = json!({ "ethnicity": "Indian", "favourite_tea": "assam", "first_day_at_school": "2026-09-01",
        "hours_per_week": 1.5, "phone": "yes", "waiting_since": "2026-01-01" });
    mentee.extend(answers.as_object().unwrap().clone());
    let told = read(&document, Audience::Mentor, PairStage::Proposed);
    let lines: Vec<&str> = told.lines().filter(|line| line.starts_with("- ")).collect();
    assert_eq!(
        lines,
        [
            "- Broad ethnic group: Asian or Asian British.",
            "- Favourite tea: assam.",
            "- First day at school: 1 September 2026.",
            "- Hours a week: 1.5.",
            "- Can be rung: yes.",
            "- Waiting since: 1 January 2026.",
        ]
    );
}

#[test]
fn nothing_of_a_cell_steers_a_terminal_or_turns_a_line() {
    let mut document = document();
    document["mentors"][0]["name"] = "Wini\u{1b}]0;owned\u{7}fred \u{202e}Oake".into();
    document["mentors"][0]["interests"] = json!(["bak\u{1b}[2Jing", "a\u{2028}b", "\u{634}\u{200c}\u{6cc}"]);
    let told = read(&document, Audience::Mentee, PairStage::Introduced);
    assert!(told.contains("for you: Wini]0;ownedfred Oake.\n"), "{told}");
    assert!(told.contains("- Interests: a b, bak[2jing, \u{634}\u{200c}\u{6cc}.\n"), "{told}");
    assert!(!told.chars().any(|c| (c.is_control() && c != '\n') || c == '\u{202e}'), "{told}");
}

#[test]
fn without_a_word_on_disclosure_nobody_is_told_anything() {
    let mut silent = document();
    silent.as_object_mut().unwrap().remove("disclosure");
    for reader in [Audience::Mentee, Audience::Mentor, Audience::Carer] {
        let told = read(&silent, reader, PairStage::Matched);
        assert!(told.contains("We will tell you more when we talk."), "{told}");
        assert!(!told.contains("Oake") && !told.contains("Larch") && !told.contains('-'), "{told}");
    }
}

#[test]
fn what_was_not_agreed_to_be_shared_does_not_score_either() {
    let mut shared = document();
    shared["criteria"] = json!([{ "criterion": "shared_tags", "attribute": "lived_experience", "full_at": 1, "weight": 1,
        "why": "Somebody who has been there." }]);
    shared["mentees"][0]["lived_experience"] = json!(["prison"]);
    shared["mentees"][0]["preferences"] = Value::Null;
    assert_eq!(super::told(&shared).proposals[0].fit, 0);
    shared["mentors"][0]["shareable_experiences"] = json!(["Prison"]);
    assert_eq!(super::told(&shared).proposals[0].fit, 1000);
    shared["mentors"][0]["shareable_experiences"] = Value::Null;
    assert_eq!(super::told(&shared).proposals[0].fit, 1000, "nobody asked, and the field itself is what may be shared");
}

#[test]
fn words_that_mean_nothing_are_told() {
    let mut wrong = document();
    wrong["disclosure"] = json!({ "intrests": { "mentee": "proposed" } });
    assert_eq!(raised(&wrong), [IssueCode::UnknownAttribute]);
    wrong["disclosure"] = json!({ "interests": { "mentee": "always" } });
    assert_eq!(raised(&wrong), [IssueCode::UnknownValue]);
    wrong["disclosure"] = json!({ "interests": { "supervisor": "proposed" } });
    assert_eq!(raised(&wrong), [IssueCode::UnknownKey]);
    wrong["disclosure"] = json!([]);
    assert_eq!(raised(&wrong), [IssueCode::WrongType]);
}

#[test]
fn where_mentors_are_asked_silence_shares_nothing() {
    let mut programme = document();
    programme["criteria"] = json!([{ "criterion": "shared_tags", "attribute": "lived_experience", "full_at": 1, "weight": 1,
        "unknown": "lowest", "why": "Somebody who has been there." }]);
    programme["mentees"][0]["lived_experience"] = json!(["addiction"]);
    programme["mentees"][0]["preferences"] = Value::Null;
    let silent = json!({ "id": "m-silent", "lived_experience": ["addiction"], "capacity": 1 });
    programme["mentors"].as_array_mut().unwrap().push(silent);
    let fits = |programme: &Value| {
        let outcome = super::told(programme);
        (outcome.proposals[0].mentor.to_string(), outcome.proposals[0].fit)
    };
    // One mentor answered the question, so it was asked of all: what the other said is not theirs to use.
    assert_eq!(fits(&programme).1, 0);
    programme["mentors"][1]["shareable_experiences"] = json!(["addiction"]);
    assert_eq!(fits(&programme), ("m-silent".to_owned(), 1000));
    // Where nobody was asked, the field itself is what they are willing to share.
    programme["mentors"][1]["shareable_experiences"] = Value::Null;
    programme["mentors"][0]["shareable_experiences"] = Value::Null;
    assert_eq!(fits(&programme), ("m-silent".to_owned(), 1000));
}

#[test]
fn what_is_for_staff_alone_is_told_to_nobody_and_what_is_sensitive_only_with_a_reason() {
    let with = |what: &str, why: Value| {
        let mut document = document();
        document["basis"] = json!({ "lived_experience": { "basis": "not_for_profit_body" },
            "needs": { "basis": "not_for_profit_body" }, what: { "basis": "not_for_profit_body" } });
        document["disclosure"] = json!({ what: { "mentor": "matched", "why": why } });
        document
    };
    for what in [
        "barred_from",
        "placement_type",
        "care_status",
        "transition_date",
        "relationship_barriers",
        "carer_consent",
        "carer_informed_of",
        "existing_support",
        "own_network",
    ] {
        assert_eq!(raised(&with(what, json!("It would help."))), [IssueCode::BadSetting], "{what}");
    }
    for what in ["ethnicity", "needs", "age"] {
        assert_eq!(raised(&with(what, Value::Null)), [IssueCode::DisclosedWithoutReason], "{what}");
        let outcome = super::told(&with(what, json!("Asked of each of them.")));
        let recorded = format!("{:?}", outcome.records);
        assert!(recorded.contains(r#"of: "disclosure""#) && recorded.contains("Asked of each of them."), "{recorded}");
    }
}

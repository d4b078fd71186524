//! Pairs that meet already, pairs that met before, and what a coordinator decided.

use super::{details, pairs, raised, story, told, waiting};
use crate::support::programme;
use alongside::audit::audit;
use alongside::domain::PersonId;
use alongside::input::{Document, FurtherKind, FurtherRecord, Node, Notation, Origin, SheetOrigin, build};
use alongside::outcome::{Answered, Obstacle, Record};
use alongside::{Engine, IssueCode, Outcome};
use serde_json::{Value, json};
use std::sync::Arc;

fn decision(decision: &str, mentor: Option<&str>, mentee: Option<&str>) -> Value {
    json!({
        "decision": decision, "mentor": mentor, "mentee": mentee, "by": "Tabitha Snugglethorpe", "on": "2026-10-20",
        "reason": "Talked over with both.",
    })
}

/// Agnes has two places, Bertie one; Clem and Dot look for somebody.
fn two_and_two(settings: &Value) -> Value {
    story(
        settings,
        json!([{ "id": "Agnes", "capacity": 2 }, { "id": "Bertie" }]),
        json!([{ "id": "Clem" }, { "id": "Dot" }]),
    )
}

/// What the engine tells, which the audit finds nothing wrong with.
fn audited(document: &Value) -> Outcome {
    let outcome = told(document);
    let found = audit(&programme(document), &outcome);
    assert!(found.is_clean(), "{:#?}", found.findings);
    let totals = &outcome.totals;
    let parts = totals.served + totals.continuing + totals.urgent + totals.held + totals.waiting;
    assert_eq!(parts, totals.mentees);
    outcome
}

#[test]
fn a_pair_that_meets_goes_on_and_takes_its_place() {
    let current = json!({ "mentor": "Bertie", "mentee": "Clem", "status": "current", "started": "2026-03-09" });
    let outcome = audited(&two_and_two(&json!({ "relationships": [current] })));
    assert_eq!(pairs(&outcome), [("Dot", "Agnes")]);
    let [kept] = &outcome.kept[..] else { panic!("{:?}", outcome.kept) };
    assert_eq!((kept.mentee.as_str(), kept.mentor.as_str(), kept.current), ("Clem", "Bertie", true));
    assert_eq!(kept.since.map(|day| day.to_string()).as_deref(), Some("2026-03-09"));
    let totals = &outcome.totals;
    assert_eq!((totals.served, totals.continuing, totals.waiting), (1, 1, 0));
    assert_eq!((totals.places, totals.places_taken), (3, 1));
    // Bertie works already, and Clem's pair is no candidate.
    assert!(outcome.idle.is_empty());
    assert_eq!(totals.candidates, 1);
}

#[test]
fn a_past_pair_is_not_proposed_again_unless_that_is_said() {
    let past = |again: Option<&str>| {
        let past = json!({ "mentor": "Bertie", "mentee": "Clem", "ended": "2026-05-01", "again": again });
        story(&json!({ "relationships": [past] }), json!([{ "id": "Bertie" }]), json!([{ "id": "Clem" }]))
    };
    let outcome = audited(&past(None));
    assert_eq!(pairs(&outcome), []);
    let said = details(&waiting(&outcome, "Clem").reasons, "past_pairs");
    assert_eq!(said, [(Obstacle::PastPair, None, 1)]);
    assert_eq!(pairs(&audited(&past(Some("yes")))), [("Clem", "Bertie")]);
    let mut allowed = past(None);
    allowed["past_pairs"] = "allow".into();
    assert_eq!(pairs(&audited(&allowed)), [("Clem", "Bertie")]);
}

#[test]
fn what_a_coordinator_keeps_is_fixed_with_who_when_and_why() {
    let keep = decision("keep", Some("Agnes"), Some("Dot"));
    let outcome = audited(&two_and_two(&json!({ "decisions": [keep] })));
    let kept = &outcome.kept[0];
    assert!(!kept.current && kept.since.is_none());
    let why = kept.decision.as_ref().unwrap();
    assert_eq!((why.by.as_str(), why.reason.as_str()), ("Tabitha Snugglethorpe", "Talked over with both."));
    assert_eq!(pairs(&outcome).len(), 1);
    let [Record::Decision { decision, mentor, .. }] = &outcome.records[..] else { panic!("{:?}", outcome.records) };
    assert_eq!((decision.as_str(), mentor.as_ref().map(PersonId::as_str)), ("keep", Some("Agnes")));
}

#[test]
fn what_a_coordinator_bars_is_refused() {
    let bar = |mentor| decision("bar", Some(mentor), Some("Clem"));
    let document = two_and_two(&json!({ "decisions": [bar("Agnes"), bar("Bertie")] }));
    let outcome = audited(&document);
    assert_eq!(pairs(&outcome).len(), 1);
    assert_eq!(details(&waiting(&outcome, "Clem").reasons, "decisions"), [(Obstacle::Barred, None, 2)]);
}

#[test]
fn a_pair_on_hold_keeps_its_place_free() {
    let hold = decision("hold", Some("Bertie"), Some("Clem"));
    let outcome = audited(&two_and_two(&json!({ "decisions": [hold] })));
    // Dot might have had either; Bertie's one place is reserved.
    assert_eq!(pairs(&outcome), [("Dot", "Agnes")]);
    assert_eq!((outcome.totals.held, outcome.totals.places_taken), (1, 1));
    let [held] = &outcome.held[..] else { panic!("{:?}", outcome.held) };
    assert_eq!(held.mentee.as_ref().map(PersonId::as_str), Some("Clem"));
}

#[test]
fn a_person_on_hold_is_left_out_for_now() {
    let outcome = audited(&two_and_two(&json!({ "decisions": [decision("hold", None, Some("Clem"))] })));
    assert_eq!((pairs(&outcome).len(), outcome.totals.held, outcome.totals.waiting), (1, 1, 0));
    let both = [decision("hold", Some("Agnes"), None), decision("hold", Some("Bertie"), None)];
    let outcome = audited(&two_and_two(&json!({ "decisions": both })));
    assert_eq!((pairs(&outcome).len(), outcome.totals.held, outcome.totals.waiting), (0, 0, 2));
    assert_eq!(details(&waiting(&outcome, "Dot").reasons, "decisions"), [(Obstacle::OnHold, None, 2)]);
}

#[test]
fn a_hold_on_a_mentor_leaves_the_pairs_that_meet() {
    let current = json!({ "mentor": "Agnes", "mentee": "Clem" });
    let hold = decision("hold", Some("Agnes"), None);
    let outcome = audited(&two_and_two(&json!({ "relationships": [current], "decisions": [hold] })));
    assert_eq!((outcome.kept.len(), outcome.urgent.len()), (1, 0));
    assert_eq!(pairs(&outcome), [("Dot", "Bertie")]);
}

#[test]
fn a_veto_beats_a_coordinators_keep() {
    let mut document = two_and_two(&json!({ "decisions": [decision("keep", Some("Bertie"), Some("Clem"))] }));
    document["mentees"][0]["exclusions"] = json!(["Bertie"]);
    let outcome = audited(&document);
    assert!(outcome.kept.is_empty());
    let [urgent] = &outcome.urgent[..] else { panic!("{:?}", outcome.urgent) };
    let [objection] = &urgent.objections[..] else { panic!("{urgent:?}") };
    assert_eq!((&*objection.rule, objection.obstacle), ("exclusions", Obstacle::Excluded));
    // Nobody is sent to Bertie meanwhile, and Clem is not sent to anybody.
    assert_eq!(pairs(&outcome), [("Dot", "Agnes")]);
    assert_eq!((outcome.totals.urgent, outcome.totals.places_taken), (1, 1));
}

#[test]
fn a_check_that_ran_out_makes_a_pair_that_meets_urgent() {
    let current = json!({ "mentor": "Bertie", "mentee": "Clem" });
    let mut document = two_and_two(&json!({
        "relationships": [current], "safeguarding": { "checks": ["DBS check", "references"] },
    }));
    document["mentors"][1]["checks"] = json!(["DBS check 2023-09-04 to 2026-09-03"]);
    let outcome = audited(&document);
    let objection = &outcome.urgent[0].objections[0];
    assert_eq!((objection.answer, objection.obstacle), (Answered::Refused, Obstacle::Expired));
    assert_eq!(objection.about.as_deref(), Some("DBS check"));
}

#[test]
fn more_pairs_than_places_are_told_and_go_on() {
    let meets = |mentee: &str| json!({ "mentor": "Bertie", "mentee": mentee });
    let document = two_and_two(&json!({ "relationships": [meets("Clem"), meets("Dot")] }));
    assert_eq!(raised(&document), [IssueCode::OverCapacity]);
    let outcome = crate::support::outcome(&document);
    assert_eq!((outcome.kept.len(), outcome.totals.places_taken), (2, 1));
    assert!(audit(&programme(&document), &outcome).is_clean());
}

#[test]
fn a_kept_pair_is_explained_as_what_it_is() {
    let document = two_and_two(&json!({
        "relationships": [{ "mentor": "Bertie", "mentee": "Clem" }],
        "decisions": [decision("hold", None, Some("Dot"))],
    }));
    let programme = programme(&document);
    let explain = |mentee: &str, mentor: Option<&str>| {
        let id = |text: &str| PersonId::new(text).unwrap();
        Engine::new().explain(&programme, &id(mentee), mentor.map(id).as_ref()).unwrap()
    };
    let told = explain("Clem", Some("Agnes"));
    assert!(told.kept.is_some() && told.proposal.is_none() && told.unmatched.is_none() && told.candidates.is_empty());
    assert!(told.pair.unwrap().if_made.is_none());
    let told = explain("Dot", Some("Bertie"));
    assert_eq!((told.held.len(), told.kept, told.unmatched), (1, None, None));
    let pair = told.pair.unwrap();
    assert_eq!((pair.capacity, pair.places_open), (1, 0));
    assert_eq!(pair.holders, [PersonId::new("Clem").unwrap()]);
}

#[test]
fn a_row_of_a_sheet_reads_as_the_same_in_the_document() {
    let mut document = two_and_two(&json!({ "sheets": {} }));
    let parse = |document: &Value| Document::parse(&document.to_string(), Notation::Json, None).unwrap();
    let dates = alongside::input::DateOrder::DayMonthYear;
    let headers = [(Arc::from("mentor"), Arc::from("Volunteer"))].into();
    let sheet = Arc::new(SheetOrigin { file: "pairs.csv".into(), headers, dates });
    let row = |mentor: &str| FurtherRecord {
        kind: FurtherKind::Relationships,
        fields: [("mentor", mentor), ("mentee", "Clem"), ("started", "09/03/2026"), ("status", " Current ")]
            .map(|(field, text)| (field.into(), Node::text(text)))
            .into(),
        origin: Origin::Row { sheet: sheet.clone(), row: 7 },
    };
    let of_sheet = build(&parse(&document), Vec::new(), vec![row("Bertie")]).unwrap().programme;
    let issues = build(&parse(&document), Vec::new(), vec![row("Nobody")]).unwrap_err();
    let issue = issues.iter().find(|issue| issue.code == IssueCode::DanglingId).unwrap();
    assert_eq!((issue.place.row, issue.place.column.as_deref()), (Some(7), Some("Volunteer")));
    document["relationships"] = json!([{ "mentor": "Bertie", "mentee": "Clem", "started": "2026-03-09" }]);
    assert_eq!(of_sheet, programme(&document));
}

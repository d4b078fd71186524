//! Supervisors: nobody is matched beyond what can be looked after.

use super::{raised, story, told, waiting};
use crate::support;
use alongside::IssueCode;
use alongside::audit::audit;
use alongside::outcome::HeldBack;
use serde_json::{Value, json};

/// Two supervisors, of whom one looks after two of the three mentors; three mentees who could meet anybody.
fn programme(caseloads: [u32; 2]) -> Value {
    let supervisors = ["s-hortensia", "s-osbert"];
    let listed = supervisors.iter().zip(caseloads).map(|(id, caseload)| json!({ "id": id, "caseload": caseload }));
    story(
        &json!({ "supervisors": listed.collect::<Vec<_>>(), "aim": { "tiers": 2 },
            "criteria": [{ "criterion": "shared_tags", "attribute": "interests", "full_at": 1, "weight": 1,
                "why": "Something to talk about." }] }),
        json!([
            { "id": "Figwort", "supervisor": "s-hortensia", "interests": "chess" },
            { "id": "Teasel", "supervisor": "s-hortensia", "interests": "kites" },
            { "id": "Yarrow", "supervisor": "s-osbert", "interests": "darts" },
        ]),
        json!([
            { "id": "chess", "interests": "chess" },
            { "id": "kites", "interests": "kites" },
            { "id": "urgent", "interests": "kites", "priority_tier": 1 },
        ]),
    )
}

#[test]
fn no_more_pairs_than_a_caseload_has_room_for() {
    let document = programme([1, 5]);
    let outcome = told(&document);
    // Three mentors with a place each; one supervisor can look after one pair alone.
    assert_eq!(outcome.totals.served, 2);
    assert!(outcome.proposals.iter().any(|one| one.mentee.as_str() == "urgent"));
    let used: Vec<_> =
        outcome.supervisors.iter().map(|one| (one.supervisor.as_str(), one.before, one.proposed)).collect();
    assert_eq!(used, [("s-hortensia", 0, 1), ("s-osbert", 0, 1)]);
    assert!(audit(&support::programme(&document), &outcome).is_clean());
}

#[test]
fn whoever_waits_is_told_whose_caseload_is_full() {
    let outcome = told(&programme([1, 5]));
    let [left] = outcome.unmatched.as_slice() else { panic!("{:?}", outcome.unmatched) };
    assert_eq!(left.held_back, [HeldBack { supervisor: super::id("s-hortensia"), candidates: 1 }]);
    // The two of whom one has no place and one a full supervisor, and whoever Yarrow meets.
    assert_eq!(left.needed_elsewhere, 3);
    assert!(left.servable);
}

#[test]
fn pairs_that_meet_already_count_towards_the_caseload() {
    let mut document = programme([1, 5]);
    document["relationships"] = json!([{ "mentor": "Figwort", "mentee": "chess", "status": "current" }]);
    let outcome = told(&document);
    let hortensia = &outcome.supervisors[0];
    assert_eq!((hortensia.before, hortensia.proposed), (1, 0));
    // Teasel shares kites with both, and cannot be looked after.
    assert_eq!(super::pairs(&outcome), [("urgent", "Yarrow")]);
    assert_eq!(waiting(&outcome, "kites").held_back[0].candidates, 1);
}

#[test]
fn room_in_every_caseload_changes_nothing() {
    let supervised = told(&programme([2, 1]));
    let without = told(&support::unsupervised(programme([2, 1])));
    assert_eq!(supervised.proposals, without.proposals);
    assert_eq!(supervised.totals.served, 3);
    assert!(supervised.unmatched.is_empty());
}

#[test]
fn a_supervisor_whom_nobody_knows_is_told() {
    let mut document = programme([1, 1]);
    document["mentors"][0]["supervisor"] = "s-hortensja".into();
    assert_eq!(raised(&document), [IssueCode::DanglingId]);
    let mut twice = programme([1, 1]);
    twice["supervisors"][1]["id"] = "s-hortensia".into();
    twice["mentors"][2]["supervisor"] = "s-hortensia".into();
    assert_eq!(raised(&twice), [IssueCode::DuplicateName]);
    let mut stable = programme([1, 1]);
    stable["aim"]["quality"] = "stable".into();
    assert_eq!(raised(&stable), [IssueCode::BadSetting]);
    let mut misplaced = programme([1, 1]);
    misplaced["mentees"][0]["supervisor"] = "s-osbert".into();
    assert_eq!(raised(&misplaced), [IssueCode::BadSetting]);
}

#[test]
fn every_aim_keeps_the_caseloads() {
    for quality in ["least_fit", "worst_off_first", "most_first_choices", "fewest_last_choices"] {
        let mut document = programme([1, 5]);
        document["aim"]["quality"] = quality.into();
        let outcome = told(&document);
        assert_eq!((outcome.totals.served, outcome.supervisors[0].proposed), (2, 1), "{quality}");
        assert!(audit(&support::programme(&document), &outcome).is_clean(), "{quality}");
    }
}

#[test]
fn a_peer_mentor_counts_twice() {
    let mut document = programme([3, 5]);
    for (at, role) in [(0, "peer"), (1, "volunteer")] {
        document["mentors"][at]["role_type"] = role.into();
    }
    // Room for the peer and the volunteer, and then for nobody more.
    let outcome = told(&document);
    assert_eq!((outcome.totals.served, outcome.supervisors[0].left), (3, 0));
    document["supervisors"][0]["caseload"] = 2.into();
    let outcome = told(&document);
    assert_eq!((outcome.totals.served, outcome.supervisors[0].proposed), (2, 1));
    assert!(audit(&support::programme(&document), &outcome).is_clean());
    // Counted as any other, both go.
    document["caseload_weights"] = json!({ "peer": 1 });
    assert_eq!(told(&document).totals.served, 3);
    // A peer alone in a caseload of one cannot be looked after.
    document["caseload_weights"] = json!({ "peer": 2 });
    document["supervisors"][0]["caseload"] = 1.into();
    document["mentors"][1]["capacity"] = 0.into();
    let outcome = told(&document);
    assert_eq!(pairs_of(&outcome), ["Yarrow"]);
    assert_eq!(outcome.unmatched[0].held_back, [HeldBack { supervisor: super::id("s-hortensia"), candidates: 1 }]);
}

fn pairs_of(outcome: &alongside::Outcome) -> Vec<&str> {
    outcome.proposals.iter().map(|one| one.mentor.as_str()).collect()
}

#[test]
fn unequal_caseloads_do_not_go_with_thresholds_of_fit() {
    let mut document = programme([3, 5]);
    document["mentors"][0]["role_type"] = "peer".into();
    document["aim"]["quality"] = "least_fit".into();
    assert_eq!(raised(&document), [IssueCode::BadSetting]);
    document["caseload_weights"] = json!({ "peer": 1 });
    assert_eq!(raised(&document), []);
}

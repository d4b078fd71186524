//! Stories of mentoring and befriending, each with what the engine decides and the reasons it gives.

mod activity;
mod aims;
mod availability;
mod backgrounds;
mod both_sides;
mod capabilities;
mod carers;
mod checks;
mod choices;
mod ethnicity;
mod floor;
mod gender;
mod goals;
mod grades;
mod how_to_meet;
mod known;
mod nevers;
mod own;
mod own_weights;
mod pairs;
mod places;
mod possible_ways;
mod presets;
mod priority;
mod promises;
mod purposes;
mod questions;
mod rare_interests;
mod scarcity;
mod several_mentees;
mod several_programmes;
mod supervisors;
mod supplied;
mod telephone;
mod telling;
mod terms_of_meeting;
mod two_views;
mod unused;
mod vocabulary;
mod volunteers;
mod why;
mod wishes;

use crate::support;
use alongside::domain::PersonId;
use alongside::outcome::{Because, Obstacle, Proposal, Refusals, Unmatched};
use alongside::{IssueCode, Outcome, Programme};
use serde_json::{Value, json};

/// A programme seen from 2 November 2026 and planned to last until 2 May 2027, with these settings and people.
fn story(settings: &Value, mentors: Value, mentees: Value) -> Value {
    let mut document = json!({
        "name": "Second Wind of Nowhere",
        "support": "mentoring",
        "as_of": "2026-11-02",
        "planned_months": 6,
        "seed": 1,
        "safeguarding": { "checks": [], "why": "Everybody meets in a room with a coordinator." },
    });
    document.as_object_mut().unwrap().extend(settings.as_object().unwrap().clone());
    document["mentors"] = mentors;
    document["mentees"] = mentees;
    document
}

/// The outcome of a story, its reading without a complaint.
fn told(document: &Value) -> Outcome {
    assert_eq!(raised(document), []);
    support::outcome(document)
}

/// Codes that reading the document raises, errors and warnings; a story may do without criteria.
fn raised(document: &Value) -> Vec<IssueCode> {
    let issues = match Programme::from_json(&document.to_string()) {
        Ok(built) => built.warnings,
        Err(issues) => issues,
    };
    issues.iter().map(|issue| issue.code).filter(|code| *code != IssueCode::NoCriteria).collect()
}

fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

/// Proposed pairs, mentee first.
fn pairs(outcome: &Outcome) -> Vec<(&str, &str)> {
    outcome.proposals.iter().map(|one| (one.mentee.as_str(), one.mentor.as_str())).collect()
}

fn proposal<'a>(outcome: &'a Outcome, mentee: &str) -> &'a Proposal {
    outcome.proposals.iter().find(|one| one.mentee.as_str() == mentee).unwrap()
}

fn waiting<'a>(outcome: &'a Outcome, mentee: &str) -> &'a Unmatched {
    outcome.unmatched.iter().find(|one| one.mentee.as_str() == mentee).unwrap()
}

/// Points of that criterion, and what they rest on.
fn points<'a>(proposal: &'a Proposal, criterion: &str) -> (i64, &'a Because) {
    let part = proposal.contributions.iter().find(|part| &*part.criterion == criterion).unwrap();
    (part.points, &part.because)
}

/// What one rule said: obstacle, what about, how many.
fn details<'a>(reasons: &'a [Refusals], rule: &str) -> Vec<(Obstacle, Option<&'a str>, usize)> {
    let of_rule = reasons.iter().filter(|one| &*one.rule == rule).flat_map(|one| &one.details);
    of_rule.map(|detail| (detail.obstacle, detail.about.as_deref(), detail.people)).collect()
}

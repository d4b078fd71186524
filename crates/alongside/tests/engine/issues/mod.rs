//! Every problem that reading can raise: where it is told, how it is mended, and that nothing is told afterwards.

mod cases;
mod lines;
mod nearest;
mod programmes;
mod together;
mod words;

use alongside::{IssueCode, Issues, Programme};
use serde_json::{Value, json};

/// A sound programme that raises nothing.
fn sound() -> Value {
    json!({
        "name": "Second Wind of Nowhere",
        "support": "mentoring",
        "as_of": "2026-11-02",
        "planned_months": 6,
        "safeguarding": { "checks": [], "why": "Everybody meets in a room with a coordinator." },
        "attributes": {
            "grade": { "kind": "level", "order": ["AA", "AO"], "sensitivity": "ordinary" },
            "hours": { "kind": "number", "sensitivity": "ordinary" },
            "area": { "kind": "one_of", "values": ["Far Moor", "Upper Fold"], "sensitivity": "ordinary" },
        },
        "criteria": [{ "criterion": "shared_time", "weight": 1, "why": "Easier to move a meeting." }],
        "mentors": [{ "id": "m1" }, { "id": "m2" }],
        "mentees": [{ "id": "e1" }, { "id": "e2" }],
    })
}

/// All that is raised, errors and warnings.
fn raised(text: &str) -> Issues {
    match Programme::from_json(text) {
        Ok(built) => built.warnings,
        Err(issues) => issues,
    }
}

fn codes(issues: &Issues) -> Vec<IssueCode> {
    issues.iter().map(|issue| issue.code).collect()
}

#[test]
fn the_sound_programme_raises_nothing() {
    assert!(raised(&sound().to_string()).is_empty());
}

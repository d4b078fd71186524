//! Faults of the vocabulary and of supplied scores.

use super::cases::{Case, case};
use alongside::IssueCode;
use serde_json::{Value, json};

/// Cases of the vocabulary and of supplied scores.
pub(super) fn words_and_scores() -> Vec<Case> {
    let supplied = || json!([{ "criterion": "supplied", "weight": 1, "why": "Noted at the taster day." }]);
    let score =
        |mentee: &str, mentor: &str, points: i64| json!({ "mentee": mentee, "mentor": mentor, "points": points });
    let term = |term: &str, key: &str, other: &str| json!({ "term": term, key: other });
    let bad = |place, lines: Value, mended: Value| case(IssueCode::BadTerm, place, ("/terms", lines), Some(mended));
    vec![
        bad("terms[0]", json!([term("a", "canonical", "A")]), json!([term("a", "canonical", "b")])),
        bad(
            "terms[1]",
            json!([term("a", "canonical", "b"), term("a", "canonical", "c")]),
            json!([term("a", "canonical", "b"), term("a", "canonical", "B")]),
        ),
        bad(
            "terms[0]",
            json!([term("a", "canonical", "b"), term("b", "canonical", "c")]),
            json!([term("a", "canonical", "c"), term("b", "canonical", "c")]),
        ),
        bad(
            "terms[1]",
            json!([term("a", "canonical", "b"), term("a", "parent", "c")]),
            json!([term("a", "canonical", "b"), term("b", "parent", "c")]),
        ),
        bad(
            "terms[1]",
            json!([term("a", "synonyms", "b"), term("a", "parent", "b")]),
            json!([term("a", "synonyms", "b")]),
        ),
        bad(
            "terms[0]",
            json!([{ "term": "the moor", "canonical": "Moorside", "attribute": "area" }]),
            json!([{ "term": "the moor", "canonical": "Far Moor", "attribute": "area" }]),
        ),
        case(
            IssueCode::AttributeKind,
            "terms[0].attribute",
            ("/terms", json!([{ "term": "a", "attribute": "grade" }])),
            Some(json!([{ "term": "a", "attribute": "interests" }])),
        ),
        case(
            IssueCode::NearMissTerm,
            "mentors[0].interests",
            ("/mentors/0/interests", json!(["fotball"])),
            Some(json!(["football"])),
        )
        .given("/terms", json!([{ "term": "Football" }])),
        case(
            IssueCode::NearMissTerm,
            "mentees[0].interests",
            ("/mentees/0/interests", json!(["board-game"])),
            Some(json!(["board games"])),
        )
        .given("/mentors/0/interests", json!(["Board games"])),
        case(
            IssueCode::DuplicateScore,
            "scores[1]",
            ("/scores", json!([score("e1", "m1", 1), score("e1", "m1", 2)])),
            Some(json!([score("e1", "m1", 1), score("e1", "m2", 2)])),
        )
        .given("/criteria", supplied()),
        case(IssueCode::IdleScores, "scores[0]", ("/scores", json!([score("e1", "m1", 1)])), Some(json!([]))),
        case(
            IssueCode::LooksLikeARank,
            "scores[0]",
            ("/scores", json!([score("e1", "m1", 1), score("e1", "m2", 2), score("e2", "m1", 3)])),
            Some(json!([score("e1", "m1", 100), score("e1", "m2", 2), score("e2", "m1", 3)])),
        )
        .given("/criteria", supplied()),
        case(
            IssueCode::DanglingId,
            "scores[0].mentor",
            ("/scores", json!([score("e1", "m9", 1)])),
            Some(json!([score("e1", "m2", 1)])),
        )
        .given("/criteria", supplied()),
        case(
            IssueCode::BadNumber,
            "scores[0].points",
            ("/scores", json!([score("e1", "m1", 1001)])),
            Some(json!([score("e1", "m1", 1000)])),
        )
        .given("/criteria", supplied()),
        case(
            IssueCode::UnknownValue,
            "scores[0].criterion",
            ("/scores", json!([{ "mentee": "e1", "mentor": "m1", "points": 1, "criterion": "suplied" }])),
            Some(json!([{ "mentee": "e1", "mentor": "m1", "points": 1, "criterion": "supplied" }])),
        )
        .given("/criteria", supplied()),
        case(IssueCode::BadSetting, "scores", ("/scores", json!([])), Some(json!([score("e1", "m1", 1)])))
            .given("/criteria", supplied()),
    ]
}

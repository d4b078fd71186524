//! Experiences that a mentor agreed to share.

use super::is_blank;
use crate::domain::{Answer, Answers, AttributeKey, Side, TermSet};
use crate::input::PersonRecord;
use crate::input::attributes::Attributes;
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeSet;

const FIELD: &str = "shareable_experiences";

/// Whether any mentor says what of their experiences may be shared: then all were asked, and a blank agrees to nothing.
pub(super) fn any_asked(records: &[PersonRecord]) -> bool {
    let answers = |record: &PersonRecord| record.field(FIELD).is_some_and(|node| !is_blank(node));
    records.iter().any(|record| record.side == Side::Mentor && answers(record))
}

/// Leaves of a mentor's lived experience what they agreed to share, where mentors were asked: nothing else counts, and
/// nothing else is told.
pub(super) fn keep_shareable(
    record: &PersonRecord,
    asked: bool,
    answers: &mut Answers,
    attributes: &mut Attributes,
    issues: &mut Issues,
) {
    if !asked || record.side != Side::Mentor {
        return;
    }
    let field = FIELD;
    let key = AttributeKey::new("lived_experience");
    let Some(node) = record.field(field).filter(|node| !is_blank(node)) else {
        answers.remove(&key);
        return;
    };
    let Some(spellings) = super::inline::texts(node) else {
        issues.push(
            IssueCode::WrongType,
            record.field_place(field),
            "not a list of texts",
            "write texts, joined by `;`",
        );
        // What may be shared is not known, so nothing is.
        answers.remove(&key);
        return;
    };
    let mut agreed = BTreeSet::new();
    for spelling in &spellings {
        if let Some(term) = attributes.term(&key, spelling) {
            agreed.insert(attributes.counts_as(&key, &term));
        }
    }
    let Some(Answer::Tags(had)) = answers.get(&key) else { return };
    let shared = had.iter().filter(|term| agreed.contains(&attributes.counts_as(&key, term))).cloned();
    let shared: TermSet = shared.collect();
    if shared.is_empty() {
        answers.remove(&key);
    } else {
        answers.insert(key, Answer::Tags(shared));
    }
}

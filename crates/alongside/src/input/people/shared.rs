//! Experiences that a mentor agreed to share.

use super::is_blank;
use crate::domain::{Answer, Answers, AttributeKey, TermSet};
use crate::input::PersonRecord;
use crate::input::attributes::Attributes;
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeSet;

/// Leaves of a mentor's lived experience what they agreed to share, where they were asked: nothing else counts, and nothing
/// else is told.
pub(super) fn keep_shareable(
    record: &PersonRecord,
    answers: &mut Answers,
    attributes: &mut Attributes,
    issues: &mut Issues,
) {
    let field = "shareable_experiences";
    let Some(node) = record.field(field).filter(|node| !is_blank(node)) else { return };
    let key = AttributeKey::new("lived_experience");
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

//! Experiences that a mentor agreed to share.

use super::fields::Fields;
use super::is_blank;
use super::person::ReadPerson;
use crate::domain::{Answer, Answers, AttributeKey, Side, TermSet};
use crate::input::attributes::Attributes;
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeSet;

const FIELD: &str = "shareable_experiences";

/// Whether a mentor says what of their experiences may be shared: then all were asked, and a blank agrees to nothing.
pub(super) fn asks(record: &Fields<'_>) -> bool {
    record.side == Side::Mentor && record.field(FIELD).is_some_and(|node| !is_blank(node))
}

/// Takes a mentor's lived experience out, where mentors were asked what of it may be shared and this one left that blank.
pub(super) fn share_nothing(mentor: &mut ReadPerson) {
    if mentor.shares_by_default {
        mentor.person.answers.remove("lived_experience");
    }
}

/// Leaves of a mentor's lived experience what they agreed to share, if they say: nothing else counts, and nothing else is
/// told.
pub(super) fn keep_shareable(
    record: &Fields<'_>,
    answers: &mut Answers,
    attributes: &mut Attributes,
    issues: &mut Issues,
) {
    let Some(node) = record.field(FIELD).filter(|_| asks(record)) else { return };
    let key = AttributeKey::new("lived_experience");
    let Some(spellings) = super::inline::texts(node) else {
        issues.push(
            IssueCode::WrongType,
            record.field_place(FIELD),
            "not a list of texts",
            "write texts, joined by `;`",
        );
        // What may be shared is not known, so nothing is.
        answers.remove(&key);
        return;
    };
    let Some(Answer::Tags(had)) = answers.get(&key) else {
        // Where it is not blank, the mentor's consent is missing, which is told.
        if record.field("lived_experience").is_none_or(is_blank) {
            tell_not_held(record, spellings.len(), issues);
        }
        return;
    };
    let held: BTreeSet<_> = had.iter().map(|term| attributes.counts_as(&key, term)).collect();
    let mut agreed = BTreeSet::new();
    let mut not_held = 0;
    for spelling in &spellings {
        match attributes.term(&key, spelling).map(|term| attributes.counts_as(&key, &term)) {
            Some(term) if held.contains(&term) => _ = agreed.insert(term),
            _ => not_held += 1,
        }
    }
    tell_not_held(record, not_held, issues);
    let shared: TermSet =
        had.iter().filter(|term| agreed.contains(&attributes.counts_as(&key, term))).cloned().collect();
    if shared.is_empty() {
        answers.remove(&key);
    } else {
        answers.insert(key, Answer::Tags(shared));
    }
}

/// Tells of what may be shared and is not among the mentor's experiences, without naming it.
fn tell_not_held(record: &Fields<'_>, number: usize, issues: &mut Issues) {
    if number == 0 {
        return;
    }
    let (count, counts) = if number == 1 {
        ("one experience".to_owned(), "it counts")
    } else {
        (format!("{number} experiences"), "they count")
    };
    let message =
        format!("agrees to share {count} that `lived_experience` of the same mentor does not name: {counts} nowhere");
    let remedy = "write it in both, in the same words, or take it out here";
    issues.push(IssueCode::SharedNotHeld, record.field_place(FIELD), message, remedy);
}

//! Whether the embedding program's own criteria can be asked again.

use super::book::Book;
use super::finding::{Finding, FindingCode};

/// Reports each that was not given to the audit.
pub(super) fn check(findings: &mut Vec<Finding>, book: &Book<'_>) {
    for scale in book.scales.iter().filter(|scale| scale.is_missing()) {
        let message = "the criterion is the embedding program's own, and the audit was not given it";
        findings.push(Finding::new(FindingCode::OwnCriterion, message).about(&*scale.criterion.id));
    }
}

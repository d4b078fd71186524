//! Faults of the engine that the targets found and that are not mended yet, so that they do not hide others.
//!
//! Each function goes when its fault does; the corpus holds inputs that then show whether it is gone.

use alongside::audit::{Finding, FindingCode};
use alongside::{Issue, IssueCode};

/// A cell of wishes or consents whose word for the attribute is unknown: the message shows the word.
pub(crate) fn tells_answer(issue: &Issue) -> bool {
    issue.code == IssueCode::UnknownAttribute
}

/// A path in a document is shown with whatever characters its keys have; and the words that a sheet's `delimiter` can be
/// are listed with a tab among them as it is.
pub(crate) fn has_controls(issue: &Issue) -> bool {
    let path = issue.place.path.as_deref().unwrap_or_default();
    path.contains(char::is_control) || path.ends_with(".delimiter")
}

/// A wish for exactly one position, as `prefer grade low`: the engine prints `low`, the audit expects `low to low`.
pub(crate) fn misjudged(finding: &Finding) -> bool {
    finding.code == FindingCode::Wishes
}

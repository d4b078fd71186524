//! `coverage`: how much of what the mentee names the mentor's answer covers.

use super::covering::Covering;
use crate::compile::Compiled;
use crate::domain::{AttributeKey, Side};
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "coverage",
    looks_at: "What the mentee wants to reach or learn, and what the mentor can help with: `goals` and `skills`, or \
        two other attributes of kind tags.",
    why: "Mentoring is for a purpose: a goal that the mentor can help with is worth more than a hobby in common, and \
        where the aim is to open up opportunities, what one has and the other would like to try counts for more than \
        what both have. That is what practice says; it is no finding that points predict success.",
    effect: "A blank on either side is unknown. Otherwise 1000 × covered / stated, rounded down: of the terms that \
        the mentee stated, how many the mentor has. What the mentor has beyond them neither earns nor costs points. Where \
        a vocabulary is declared, synonyms count as one term, and a goal is covered by what stands below it too: somebody \
        who can help with bread covers baking.",
    settings: &[
        ("mentee_attribute", "the mentee's attribute, of kind tags; `goals` when absent"),
        ("mentor_attribute", "the mentor's, of kind tags; `skills` when absent"),
    ],
    example: r#"[[criteria]]
criterion = "coverage"
weight = 5
why = "The mentor can help with what the mentee wants to work on."

[[criteria]]
criterion = "coverage"
id = "something_new"
mentee_attribute = "wants_to_try"
mentor_attribute = "interests"
weight = 3
why = "What one has done and the other would like to try.""#,
    cannot_know: "Which goal matters most to somebody, and that `finding work` and `job search` are alike, unless the \
        programme's `terms` say so. Who names one goal is covered wholly or not at all.",
};

/// What mentees want covered by what mentors have.
pub(super) fn new(compiled: &Compiled<'_>, mentee: &AttributeKey, mentor: &AttributeKey) -> Covering {
    Covering::new(compiled, Side::Mentee, [mentee, mentor])
}

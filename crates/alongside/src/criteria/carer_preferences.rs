//! `carer_preferences`: what the mentee's carer would like of a mentor.

use super::stated_preferences::StatedPreferences;
use crate::compile::Compiled;
use crate::domain::UnknownAnswer;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "carer_preferences",
    looks_at: "The mentee's `carer_preferences`, and the mentor's answers on which they turn.",
    why: "Carers are kept informed, and some programmes ask them what they would like (Foundations, practice guide on \
        mentoring and befriending, key principle 3). What the young person wishes stays apart from it and is weighed by \
        itself, so that everybody sees whose wish earned what. A programme without this criterion shows carers' wishes to \
        staff and counts them nowhere.",
    effect: "No wish of a carer: the points of an unknown, with the reason `no_wish`, which is never held against the pair. \
        Otherwise the mean over the carer's wishes, rounded down: 1000 for one that the pair gives, 0 for one that it does \
        not, the points of an unknown for one that a blank leaves open. `must` and `never` refuse nobody here and count as \
        `prefer` and `avoid` do. A wish on a protected characteristic is told as `unjustified-carer-wish`, unless the \
        programme's reason stands in `justifications`.",
    settings: &[],
    example: r#"[[criteria]]
criterion = "carer_preferences"
weight = 1
why = "Carers know what a week can hold. It counts a little, and never as much as what the young person says."

[[mentees]]
id = "e1"
carer_preferences = "prefer interests chess""#,
    cannot_know: "Whether the young person agrees with it, and what a carer would rather not write down.",
};

/// Ready to be asked.
pub(super) fn new<'a>(compiled: &'a Compiled<'a>, unknown: UnknownAnswer) -> StatedPreferences<'a> {
    StatedPreferences::of_carers(compiled, unknown)
}

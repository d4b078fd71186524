//! The consent of a young mentee's carer.

use super::{Pair, Verdict};
use crate::audit::facts::{answer, position};
use crate::outcome::Obstacle;

/// Whether a carer consents, where the mentee is young enough to need it.
pub(super) fn ask(under: i64, pair: Pair<'_>) -> Verdict<'_> {
    let mentee = &pair.mentee.person;
    let young = answer(mentee, "age").and_then(position).map(|age| age < under);
    let consent = answer(mentee, "carer_consent").and_then(|said| said.terms().next()).map(|said| &**said);
    let open = |about| Verdict::NeedsCheck((Obstacle::Blank, Some(about)));
    match (young, consent) {
        (Some(false), _) | (_, Some("yes")) => Verdict::Eligible,
        (None, _) => open("age"),
        (Some(true), None) => open("carer_consent"),
        (Some(true), Some(_)) => Verdict::refused(Obstacle::CarerRefuses),
    }
}

//! A natural mentor is there for who nominated them.

use super::{Pair, Verdict};
use crate::audit::facts::answer;
use crate::domain::{Answer, Mentor};
use crate::outcome::Obstacle;

/// Whether the mentor is no natural one, or nominated by the mentee.
pub(super) fn ask(pair: Pair<'_>) -> Verdict<'_> {
    if is_natural(pair.mentor) == Some(true) && !nominated(pair) {
        Verdict::refused(Obstacle::NotNominated)
    } else {
        Verdict::Eligible
    }
}

/// Whether the mentee named this mentor.
pub(super) fn nominated(pair: Pair<'_>) -> bool {
    pair.mentee.nominated_mentor.as_ref().is_some_and(|named| *named == pair.mentor.person.id)
}

/// Whether the mentor's role is that of a natural mentor; none where it is blank.
pub(super) fn is_natural(mentor: &Mentor) -> Option<bool> {
    match answer(&mentor.person, "role_type")? {
        Answer::OneOf(role) => Some(**role == *"natural"),
        _ => Some(false),
    }
}

//! Nobody meets themselves, and nobody meets whom either excludes.

use super::{Pair, Verdict};
use crate::outcome::Obstacle;

/// Whether they are two people.
pub(super) fn ask_self(pair: Pair<'_>) -> Verdict<'_> {
    if pair.mentee.person.id == pair.mentor.person.id {
        Verdict::refused(Obstacle::SamePerson)
    } else {
        Verdict::Eligible
    }
}

/// Whether neither excludes the other.
pub(super) fn ask(pair: Pair<'_>) -> Verdict<'_> {
    let (mentee, mentor) = (&pair.mentee.person, &pair.mentor.person);
    if mentee.exclusions.contains(&mentor.id) || mentor.exclusions.contains(&mentee.id) {
        Verdict::refused(Obstacle::Excluded)
    } else {
        Verdict::Eligible
    }
}

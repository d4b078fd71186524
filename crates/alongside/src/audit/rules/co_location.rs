//! Whether one would have to go where they must not be.

use super::{Pair, Verdict};
use crate::audit::facts::{answer, words};
use crate::domain::{Person, UnknownData};
use crate::outcome::Obstacle;

/// What the bans of each say of the places of the other.
pub(super) fn ask(unknown: UnknownData, pair: Pair<'_>) -> Verdict<'_> {
    let (mentee, mentor) = (&pair.mentee.person, &pair.mentor.person);
    let said = [met(mentee, mentor), met(mentor, mentee)];
    if said.contains(&Some(true)) {
        Verdict::refused(Obstacle::CoLocation)
    } else if said.contains(&None) {
        Verdict::blank(unknown, "attends")
    } else {
        Verdict::Eligible
    }
}

/// Whether the other is where the one must not be; none where that is not known and matters.
fn met(one: &Person, other: &Person) -> Option<bool> {
    let Some(bans) = answer(one, "barred_from") else { return Some(false) };
    let places = answer(other, "attends")?;
    Some(words(bans).any(|ban| words(places).any(|place| place == ban)))
}

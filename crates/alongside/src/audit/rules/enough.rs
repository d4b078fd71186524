//! As much of something as is needed: hours, contacts.

use super::{Pair, Verdict};
use crate::audit::facts::{answer, position};
use crate::domain::UnknownData;
use crate::outcome::Obstacle;

/// Whether the mentor has as much as the mentee needs.
pub(super) fn ask<'a>(attribute: &'static str, unknown: UnknownData, pair: Pair<'a>) -> Verdict<'a> {
    let number = |person| answer(person, attribute).and_then(position);
    match (number(&pair.mentee.person), number(&pair.mentor.person)) {
        (Some(need), Some(has)) if need > has => Verdict::refused(Obstacle::NotEnough),
        (Some(_), Some(_)) => Verdict::Eligible,
        _ => Verdict::blank(unknown, attribute),
    }
}

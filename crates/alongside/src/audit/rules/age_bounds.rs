//! Ages within bounds.

use super::{Pair, Verdict};
use crate::audit::facts::{answer, position};
use crate::domain::{Bounds, Person, UnknownData};
use crate::outcome::Obstacle;

/// The age's position, as bounds on it are kept.
fn age(person: &Person) -> Option<i64> {
    answer(person, "age").and_then(position)
}

/// Whether the mentor's age, the mentee's and their difference lie within the bounds.
pub(super) fn ask<'a>(
    mentor_bounds: &Bounds,
    mentee_bounds: &Bounds,
    difference_bounds: &Bounds,
    unknown: UnknownData,
    pair: Pair<'a>,
) -> Verdict<'a> {
    let (mentor, mentee) = (age(&pair.mentor.person), age(&pair.mentee.person));
    let difference = mentor.zip(mentee).map(|(mentor, mentee)| mentor.saturating_sub(mentee));
    if outside(mentor, mentor_bounds) {
        Verdict::refused(Obstacle::MentorOutOfBounds)
    } else if outside(mentee, mentee_bounds) {
        Verdict::refused(Obstacle::MenteeOutOfBounds)
    } else if outside(difference, difference_bounds) {
        Verdict::refused(Obstacle::DifferenceOutOfBounds)
    } else if open_to(mentor, mentor_bounds) || open_to(mentee, mentee_bounds) || open_to(difference, difference_bounds)
    {
        Verdict::blank(unknown, "age")
    } else {
        Verdict::Eligible
    }
}

/// Whether the position is known and lies outside.
pub(super) fn outside(position: Option<i64>, bounds: &Bounds) -> bool {
    let inside = |at: i64| bounds.min.is_none_or(|min| min <= at) && bounds.max.is_none_or(|max| at <= max);
    position.is_some_and(|at| !inside(at))
}

/// Whether a bound asks for a position that is not known.
pub(super) fn open_to(position: Option<i64>, bounds: &Bounds) -> bool {
    position.is_none() && (bounds.min.is_some() || bounds.max.is_some())
}

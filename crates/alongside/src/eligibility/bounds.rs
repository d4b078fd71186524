//! Bounds on positions and on their difference, the same for ages and for any other attribute.

use crate::domain::Bounds;
use crate::outcome::Obstacle;

/// An answer that a bound needs is blank.
pub(super) struct Blank;

/// Which bound the mentee's and mentor's positions break, if any; known answers are held against the bounds even when
/// the other is blank.
pub(super) fn outside(
    (mentee, mentor): (Option<i64>, Option<i64>),
    mentor_bounds: Bounds,
    mentee_bounds: Bounds,
    difference: Bounds,
) -> Result<Option<Obstacle>, Blank> {
    let breaks = |position: Option<i64>, bounds: Bounds| position.is_some_and(|at| !bounds.contains(at));
    let apart = mentee.zip(mentor).map(|(mentee, mentor)| mentor - mentee);
    if breaks(mentor, mentor_bounds) {
        return Ok(Some(Obstacle::MentorOutOfBounds));
    }
    if breaks(mentee, mentee_bounds) {
        return Ok(Some(Obstacle::MenteeOutOfBounds));
    }
    if breaks(apart, difference) {
        return Ok(Some(Obstacle::DifferenceOutOfBounds));
    }
    let misses = |position: Option<i64>, bounds: Bounds| position.is_none() && !bounds.is_open();
    if misses(mentor, mentor_bounds) || misses(mentee, mentee_bounds) || misses(apart, difference) {
        return Err(Blank);
    }
    Ok(None)
}

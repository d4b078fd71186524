//! Two answers to one attribute, in a declared relation or within bounds.

use super::age_bounds::{open_to, outside};
use super::{Pair, Verdict};
use crate::audit::facts::{agree, answer, position};
use crate::domain::{Bounds, Matching, Relation, UnknownData};
use crate::outcome::Obstacle;

/// Whether the relation holds and the mentor's position, the mentee's and their difference lie within `bounds`, named
/// in this order.
pub(super) fn ask<'a>(
    matching: &Matching,
    attribute: &'a str,
    relation: Option<Relation>,
    bounds: [&Bounds; 3],
    unknown: UnknownData,
    pair: Pair<'a>,
) -> Verdict<'a> {
    let refused = |obstacle| Verdict::Refused((obstacle, Some(attribute)));
    let mentor = answer(&pair.mentor.person, attribute);
    let mentee = answer(&pair.mentee.person, attribute);
    let agreement = mentor.zip(mentee).map(|(mentor, mentee)| agree(matching, attribute, mentor, mentee));
    let [mentor_bounds, mentee_bounds, difference_bounds] = bounds;
    let (mentor_at, mentee_at) = (mentor.and_then(position), mentee.and_then(position));
    let difference = mentor_at.zip(mentee_at).map(|(mentor, mentee)| mentor.saturating_sub(mentee));

    match (relation, agreement) {
        (Some(Relation::Same), Some(false)) => return refused(Obstacle::NotSame),
        (Some(Relation::Different), Some(true)) => return refused(Obstacle::NotDifferent),
        _ => {}
    }
    if outside(mentor_at, mentor_bounds) {
        refused(Obstacle::MentorOutOfBounds)
    } else if outside(mentee_at, mentee_bounds) {
        refused(Obstacle::MenteeOutOfBounds)
    } else if outside(difference, difference_bounds) {
        refused(Obstacle::DifferenceOutOfBounds)
    } else if (relation.is_some() && agreement.is_none())
        || open_to(mentor_at, mentor_bounds)
        || open_to(mentee_at, mentee_bounds)
        || open_to(difference, difference_bounds)
    {
        Verdict::blank(unknown, attribute)
    } else {
        Verdict::Eligible
    }
}

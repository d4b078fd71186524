//! How far the mentor stands from the wished distance above the mentee.

use super::{FULL, Ground, Score};
use crate::audit::facts::position;
use crate::domain::Answer;
use crate::outcome::Unit;

/// Full points at the ideal difference, none at `span` from it or beyond.
pub(super) fn score<'a>(ideal: i64, span: i64, mentee: &Answer, mentor: &Answer) -> Score<'a> {
    let at = |answer| i128::from(position(answer).unwrap_or_default());
    let difference = at(mentor) - at(mentee);
    let (distance, span) = ((difference - i128::from(ideal)).abs(), i128::from(span));
    let points = if distance < span { FULL * (span - distance) / span } else { 0 };
    let printed = difference.clamp(i64::MIN.into(), i64::MAX.into()) as i64;
    let unit = match mentor {
        Answer::Level(_) => Unit::Levels,
        Answer::Date(_) => Unit::Days,
        _ => Unit::Thousandths,
    };
    Score { points, ground: Ground::Difference(printed, unit) }
}

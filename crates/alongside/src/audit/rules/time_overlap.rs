//! Free at the same time, long enough in one stretch.

use super::{Pair, Verdict};
use crate::audit::hours::{has_run, shared};
use crate::domain::UnknownData;
use crate::outcome::Obstacle;

/// Whether they share a stretch of so many half hours.
pub(super) fn ask(half_hours: u32, unknown: UnknownData, pair: Pair<'_>) -> Verdict<'_> {
    match (&pair.mentee.person.availability, &pair.mentor.person.availability) {
        (Some(mentee), Some(mentor)) if shared(mentee, mentor) == 0 => Verdict::refused(Obstacle::NoneShared),
        (Some(mentee), Some(mentor)) if !has_run(mentee, mentor, half_hours) => Verdict::refused(Obstacle::TooShort),
        (Some(_), Some(_)) => Verdict::Eligible,
        _ => Verdict::blank(unknown, "availability"),
    }
}

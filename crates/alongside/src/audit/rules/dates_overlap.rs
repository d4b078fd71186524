//! Days of the planned period on which both can take part.

use super::{Pair, Verdict};
use crate::audit::calendar::day_number;
use crate::audit::facts::{answer, position};
use crate::domain::{Date, UnknownData};
use crate::outcome::Obstacle;

/// Whether there are so many of them.
pub(super) fn ask(
    period: [Date; 2],
    (minimum_days, before_transition): (u32, bool),
    unknown: UnknownData,
    pair: Pair<'_>,
) -> Verdict<'_> {
    let day = |field| [&pair.mentee.person, &pair.mentor.person].map(|person| answer(person, field).and_then(position));
    let (starts, ends) = (day("available_from"), day("available_until"));
    let [start, end] = period.map(day_number);
    let start = starts.into_iter().flatten().chain([start]).max().unwrap_or(start);
    let end = ends.into_iter().flatten().chain([end]).min().unwrap_or(end);
    if end < start {
        return Verdict::refused(Obstacle::NoneShared);
    }
    if end - start + 1 < i64::from(minimum_days) {
        return Verdict::refused(Obstacle::TooShort);
    }
    let transition = answer(&pair.mentee.person, "transition_date").and_then(position);
    let ahead = transition.filter(|day| before_transition && *day > day_number(period[0]));
    if ahead.is_some_and(|day| start >= day) {
        return Verdict::refused(Obstacle::StartsTooLate);
    }
    let blank = |days: [Option<i64>; 2]| days.into_iter().any(|day| day.is_none());
    if blank(starts) {
        Verdict::blank(unknown, "available_from")
    } else if blank(ends) {
        Verdict::blank(unknown, "available_until")
    } else if before_transition && transition.is_none() {
        Verdict::blank(unknown, "transition_date")
    } else {
        Verdict::Eligible
    }
}

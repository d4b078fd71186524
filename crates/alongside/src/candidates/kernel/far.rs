//! The loops over places: who is too far off, and points for being near.

#![allow(
    clippy::needless_bitwise_bool,
    reason = "a branch in the middle of a lane would end the loop's being one of many"
)]
#![allow(clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "bits are moved between lanes of one width")]
#![allow(
    clippy::needless_range_loop,
    reason = "plain counting needs nothing inlined to become one instruction of many lanes"
)]

use super::lanes::{BLOCKS, CLASSES, LANES, Lanes, Live, all_if, nearest, refused_if, whole_part};
use multiversion::multiversion;

/// Sixteen places, in metres from the middle of the earth.
pub(super) type Places = [Lanes<i32>; 3];

#[inline(always)]
fn squared(places: &Places, own: [i32; 3]) -> Lanes<i64> {
    let mut squared = [0_i64; LANES];
    for axis in 0..3 {
        for lane in 0..LANES {
            // No two points of the globe are further apart than 31 bits.
            let apart = i64::from(places[axis][lane].wrapping_sub(own[axis]));
            squared[lane] = squared[lane].wrapping_add(apart.wrapping_mul(apart));
        }
    }
    squared
}

/// What a row says of journeys.
#[derive(Debug, Clone)]
pub(super) struct Journey {
    pub(super) place: [i32; 3],
    /// For each mentor's class of ways of meeting, whether the two need not meet.
    pub(super) need_not: [i32; CLASSES],
    /// The same as bits, where classes are few.
    pub(super) need_not_bits: u32,
    /// Whether a mentor whose place is blank may be met.
    pub(super) blank: bool,
    /// Squares of metres that are too far: for everybody, and for the mentee.
    pub(super) everybody: i64,
    pub(super) own: i64,
    /// Whether mentor's and mentee's own have both to reach (1), one of them (0), or one alone counts: see
    /// [`Reach`].
    pub(super) reach: Reach,
}

/// Whose way counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The mentor's.
    Mentor,
    /// The mentee's, or nobody's: the mentor's does not count.
    Own,
    /// The longer.
    Either,
    /// The shorter.
    Both,
}

/// Refuses mentors who are too far off. `limits` are each mentor's own squares that are too far.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn refuse_far(
    live: Live,
    places: &[Places],
    nowhere: &[Lanes<u8>],
    ways: &[Lanes<u8>],
    limits: &[Lanes<i64>],
    journey: &Journey,
    sums: &mut [Lanes<i32>],
) {
    for block in live {
        let (places, nowhere, ways) = (&places[block], &nowhere[block], &ways[block]);
        let (limits, sums) = (&limits[block], &mut sums[block]);
        let squared = squared(places, journey.place);
        for lane in 0..LANES {
            let theirs = limits[lane];
            let limit = match journey.reach {
                Reach::Mentor => theirs,
                Reach::Own => journey.own,
                Reach::Either => theirs.max(journey.own),
                Reach::Both => theirs.min(journey.own),
            };
            let near = squared[lane] < limit.min(journey.everybody);
            let by_place = if nowhere[lane] == 0 { near } else { journey.blank };
            let fine = by_place | (journey.need_not[usize::from(ways[lane])] != 0);
            sums[lane] = refused_if(!fine, sums[lane]);
        }
    }
}

/// How points for distance come about, all in whole kilometres.
#[derive(Debug, Clone)]
pub(super) struct Nearness {
    pub(super) place: [i32; 3],
    /// For each mentor's class of ways of meeting, whether the two never meet in person.
    pub(super) never: [i32; CLASSES],
    /// The same as bits, where classes are few.
    pub(super) never_bits: u32,
    pub(super) near: i32,
    pub(super) far: i32,
    pub(super) weight: i32,
    pub(super) unknown: i32,
    /// Whether the mentee's own place is blank.
    pub(super) nowhere: bool,
}

/// Adds points for distance.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_distance(
    live: Live,
    places: &[Places],
    nowhere: &[Lanes<u8>],
    ways: &[Lanes<u8>],
    nearness: &Nearness,
    sums: &mut [Lanes<i32>],
) {
    for block in live {
        let (places, nowhere, ways, sums) = (&places[block], &nowhere[block], &ways[block], &mut sums[block]);
        let squared = squared(places, nearness.place);
        for lane in 0..LANES {
            // The root is rounded correctly, so its whole part is the whole root of numbers below 2^52.
            let metres = (squared[lane] as f64).sqrt() as i32;
            let kilometres = metres.wrapping_add(500) as u32 / 1000;
            let left = nearness.far.wrapping_sub((kilometres as i32).max(nearness.near)).max(0);
            let range = nearness.far.wrapping_sub(nearness.near);
            // Products below 2^25 and ranges below 2^15 leave a float of 53 bits far from any doubt.
            let points = (f64::from(left.wrapping_mul(1000)) / f64::from(range)) as i32;
            let points = points.wrapping_mul(nearness.weight);
            let known = (nowhere[lane] == 0) & !nearness.nowhere;
            let points = if known { points } else { nearness.unknown };
            let never = nearness.never[usize::from(ways[lane])] != 0;
            sums[lane] = sums[lane].wrapping_add(if never { nearness.weight.wrapping_mul(1000) } else { points });
        }
    }
}

/// In a mentor's mark: the place is blank. The bits below it are the classes of ways of meeting.
pub(super) const NOWHERE: u32 = 1 << 31;

/// Furthest that two places may be apart along an axis where squares are counted in 32 bits, in metres.
pub(super) const SHORT: i64 = 65_535;

/// A limit in 32 bits that no square reaches.
pub(super) const ANY: u32 = u32::MAX;

/// Squares of distances, those beyond 32 bits as the greatest but one. What is further than [`SHORT`] along an axis is
/// no nearer than that.
#[inline(always)]
fn short_squared(places: &Places, own: [i32; 3]) -> Lanes<u32> {
    let mut squared = [0_u32; LANES];
    for axis in 0..3 {
        for lane in 0..LANES {
            // No two points of the globe are further apart than 31 bits.
            let apart = places[axis][lane].wrapping_sub(own[axis]).wrapping_abs().min(SHORT as i32) as u32;
            squared[lane] = squared[lane].saturating_add(apart.wrapping_mul(apart));
        }
    }
    for lane in 0..LANES {
        squared[lane] = squared[lane].min(ANY - 1);
    }
    squared
}

/// As [`refuse_far`], where nobody goes further than [`SHORT`] unless they go everywhere. `own` and `everybody` are the
/// row's limits in 32 bits.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn refuse_far_short(
    live: Live,
    places: &[Places],
    marks: &[Lanes<u32>],
    limits: &[Lanes<u32>],
    journey: &Journey,
    [own, everybody]: [u32; 2],
    sums: &mut [Lanes<i32>],
) {
    let excused = journey.need_not_bits | if journey.blank { NOWHERE } else { 0 };
    // Either's longer or both's shorter, with a bound that makes one of the two idle.
    let (at_least, at_most) = match journey.reach {
        Reach::Mentor => (0, everybody),
        Reach::Own => (ANY, own.min(everybody)),
        Reach::Either => (own, everybody),
        Reach::Both => (0, own.min(everybody)),
    };
    let (places, marks, limits) = (&places[..sums.len()], &marks[..sums.len()], &limits[..sums.len()]);
    for block in live {
        let (places, marks, limits, sums) = (&places[block], &marks[block], &limits[block], &mut sums[block]);
        let squared = short_squared(places, journey.place);
        for lane in 0..LANES {
            let limit = limits[lane].max(at_least).min(at_most);
            let near = (squared[lane] < limit) & (marks[lane] & NOWHERE == 0);
            let fine = near | (marks[lane] & excused != 0);
            sums[lane] = refused_if(!fine, sums[lane]);
        }
    }
}

/// Kilometres up to which [`add_by_short_distance`] counts: their metres' squares fit 31 bits.
pub(super) const SHORT_KM: i32 = 46;

/// As [`add_by_distance`], where no more than [`SHORT_KM`] earn any points.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_short_distance(
    live: Live,
    places: &[Places],
    marks: &[Lanes<u32>],
    nearness: &Nearness,
    sums: &mut [Lanes<i32>],
) {
    let reciprocal = 1.0 / nearness.far.wrapping_sub(nearness.near).max(1) as f32;
    let unknown = if nearness.nowhere { !nearness.never_bits } else { NOWHERE };
    let full = nearness.weight.wrapping_mul(1000);
    let (places, marks) = (&places[..sums.len()], &marks[..sums.len()]);
    let mut squares = [[0_u32; LANES]; BLOCKS];
    for block in live {
        squares[block] = short_squared(&places[block], nearness.place);
    }
    for block in live {
        let (squared, marks, sums) = (&squares[block], &marks[block], &mut sums[block]);
        for lane in 0..LANES {
            let squared = squared[lane].min(i32::MAX as u32);
            // Nearly the whole kilometres, rounded, and then whether it is one more or less. Those are `k` if and only
            // if the square lies from (1000 k - 500)^2 to below (1000 k + 500)^2.
            let about = nearest((squared as i32 as f32).sqrt() * 0.001);
            let begin = about.wrapping_mul(1000).wrapping_sub(500);
            let end = begin.wrapping_add(1000) as u32;
            let less = i32::from(squared < begin.wrapping_mul(begin) as u32);
            let more = i32::from(squared >= end.wrapping_mul(end));
            let kilometres = about.wrapping_sub(less).wrapping_add(more);
            let left = nearness.far.wrapping_sub(kilometres.max(nearness.near)).max(0);
            let points = whole_part(left.wrapping_mul(1000), reciprocal).wrapping_mul(nearness.weight);
            let blank = all_if(marks[lane] & unknown != 0);
            let points = points & !blank | nearness.unknown & blank;
            let never = all_if(marks[lane] & nearness.never_bits != 0);
            sums[lane] = sums[lane].wrapping_add(points & !never | full & never);
        }
    }
}

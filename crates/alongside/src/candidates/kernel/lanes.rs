//! The loops: sixteen pairs at a time, the same integers on every instruction set.
//!
//! Blocks hold sixteen mentors each. A sum below 0 is a pair that was refused, at most [`REFUSED`] whatever is added to
//! it; blocks in which every pair was are passed over.

#![allow(
    clippy::needless_bitwise_bool,
    reason = "a branch in the middle of a lane would end the loop's being one of many"
)]
#![allow(clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "bits are moved between lanes of one width")]

use multiversion::multiversion;

/// Pairs worked on together.
pub(super) const LANES: usize = 16;

/// One value a mentor of a block.
pub(super) type Lanes<T> = [T; LANES];

/// The sum of a pair that was refused. No pair that stands has as much, so no addition lifts one above 0.
pub(super) const REFUSED: i32 = -(1 << 28);

/// Classes that a table tells apart.
pub(super) const CLASSES: usize = 256;

/// Counts that a table of points tells apart; the last stands for a blank.
pub(super) const COUNTS: usize = 512;

/// Whether no pair of the block stands.
#[inline(always)]
fn is_lost(sums: &Lanes<i32>) -> bool {
    sums.iter().fold(-1, |all, sum| all & *sum) < 0
}

/// Adds what a table has for each mentor's class.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_class(classes: &[Lanes<u8>], table: &[i32; CLASSES], sums: &mut [Lanes<i32>]) {
    for (classes, sums) in classes.iter().zip(sums) {
        for (class, sum) in classes.iter().zip(sums) {
            *sum = sum.wrapping_add(table[usize::from(*class)]).max(REFUSED);
        }
    }
}

/// The same with no care for refusals.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn tally_by_class(classes: &[Lanes<u8>], table: &[i32; CLASSES], tallies: &mut [Lanes<i32>]) {
    for (classes, tallies) in classes.iter().zip(tallies) {
        for (class, tally) in classes.iter().zip(tallies) {
            *tally = tally.wrapping_add(table[usize::from(*class)]);
        }
    }
}

/// One word of a person's set: which, and the bits in it.
pub(super) type Word = (usize, u32);

/// Refuses mentors who share no bit with the row's words. `width` words a block.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn refuse_apart(words: &[Lanes<u32>], width: usize, row: &[Word], sums: &mut [Lanes<i32>]) {
    for (block, sums) in words.chunks_exact(width).zip(sums) {
        if is_lost(sums) {
            continue;
        }
        let mut shared = [0; LANES];
        for (word, bits) in row {
            // A word that no mentor has shares nothing.
            let Some(theirs) = block.get(*word) else { continue };
            for (shared, theirs) in shared.iter_mut().zip(theirs) {
                *shared |= theirs & bits;
            }
        }
        for (sum, shared) in sums.iter_mut().zip(&shared) {
            *sum = if *shared == 0 { REFUSED } else { *sum };
        }
    }
}

/// Adds what a table has for the number of bits shared. A mentor who is blank has the last entry of the table in
/// `blanks`, and no bits; others have 0.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_count(
    words: &[Lanes<u32>],
    width: usize,
    blanks: &[Lanes<u16>],
    row: &[Word],
    table: &[i32; COUNTS],
    sums: &mut [Lanes<i32>],
) {
    for ((block, blanks), sums) in words.chunks_exact(width).zip(blanks).zip(sums) {
        if is_lost(sums) {
            continue;
        }
        let mut counts = [0_u32; LANES];
        for (count, blank) in counts.iter_mut().zip(blanks) {
            *count = u32::from(*blank);
        }
        for (word, bits) in row {
            let Some(theirs) = block.get(*word) else { continue };
            for (count, theirs) in counts.iter_mut().zip(theirs) {
                *count = count.wrapping_add((theirs & bits).count_ones());
            }
        }
        for (sum, count) in sums.iter_mut().zip(&counts) {
            *sum = sum.wrapping_add(table[*count as usize % COUNTS]);
        }
    }
}

/// A term of the mentee's: where its bit is, what it is worth, and the narrower terms that count in its place.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) word: usize,
    pub(super) bit: u32,
    pub(super) worth: i32,
    pub(super) narrower: Vec<Word>,
}

/// How a sum of worths becomes points: at most `most`, divided by `full_at`, times `weight`; `unknown` for blanks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) most: i32,
    pub(super) full_at: i32,
    pub(super) weight: i32,
    pub(super) unknown: i32,
}

/// Adds points for what the shared terms are worth.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_worth(
    words: &[Lanes<u32>],
    width: usize,
    blanks: &[Lanes<u16>],
    terms: &[Term],
    scale: Scale,
    sums: &mut [Lanes<i32>],
) {
    for ((block, blanks), sums) in words.chunks_exact(width).zip(blanks).zip(sums) {
        if is_lost(sums) {
            continue;
        }
        let mut worth = [0_i32; LANES];
        for term in terms {
            let mut has = [0_u32; LANES];
            let Some(theirs) = block.get(term.word) else { continue };
            for (has, theirs) in has.iter_mut().zip(theirs) {
                *has = theirs & term.bit;
            }
            for (word, bits) in &term.narrower {
                let Some(theirs) = block.get(*word) else { continue };
                for (has, theirs) in has.iter_mut().zip(theirs) {
                    *has = if theirs & bits == 0 { *has } else { 0 };
                }
            }
            for (worth, has) in worth.iter_mut().zip(&has) {
                *worth = worth.wrapping_add(if *has == 0 { 0 } else { term.worth });
            }
        }
        for ((sum, worth), blank) in sums.iter_mut().zip(&worth).zip(blanks) {
            let points = quotient((*worth).min(scale.most), scale.full_at).wrapping_mul(scale.weight);
            *sum = sum.wrapping_add(if *blank == 0 { points } else { scale.unknown });
        }
    }
}

/// The whole part of a quotient of numbers from 0 to 2^24, at most 2000, by a divisor up to 2^12. A fraction is at
/// least one divisor's part away from the next whole number, and a float of this size is nearer than that to the truth.
#[inline(always)]
fn quotient(number: i32, divisor: i32) -> i32 {
    (number as f32 / divisor as f32) as i32
}

/// Bits of each number in a tally of wishes.
pub(super) const TALLY_BITS: u32 = 10;

/// Adds the mean over wishes tallied as `asked + (met << 10) + (open << 20)`: 1000 for one met, `open` points for one
/// that a blank leaves open, `unknown` in all where nothing was asked.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_tally(tallies: &[Lanes<i32>], open: i32, weight: i32, sums: &mut [Lanes<i32>]) {
    let part = (1 << TALLY_BITS) - 1;
    for (tallies, sums) in tallies.iter().zip(sums) {
        for (sum, tally) in sums.iter_mut().zip(tallies) {
            let (asked, met) = (tally & part, tally >> TALLY_BITS & part);
            let left_open = tally >> (2 * TALLY_BITS) & part;
            let all = met.wrapping_mul(1000).wrapping_add(left_open.wrapping_mul(open));
            let points = if asked == 0 { open } else { quotient(all, asked.max(1)) };
            *sum = sum.wrapping_add(points.wrapping_mul(weight));
        }
    }
}

/// Sixteen places, in metres from the middle of the earth.
pub(super) type Places = [Lanes<i32>; 3];

#[inline(always)]
fn squared(places: &Places, own: [i32; 3]) -> Lanes<i64> {
    let mut squared = [0_i64; LANES];
    for (axis, own) in places.iter().zip(own) {
        for (squared, theirs) in squared.iter_mut().zip(axis) {
            // No two points of the globe are further apart than 31 bits.
            let apart = i64::from(theirs.wrapping_sub(own));
            *squared = squared.wrapping_add(apart.wrapping_mul(apart));
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
    places: &[Places],
    nowhere: &[Lanes<u8>],
    ways: &[Lanes<u8>],
    limits: &[Lanes<i64>],
    journey: &Journey,
    sums: &mut [Lanes<i32>],
) {
    for ((places, nowhere), ((ways, limits), sums)) in places.iter().zip(nowhere).zip(ways.iter().zip(limits).zip(sums))
    {
        if is_lost(sums) {
            continue;
        }
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
            sums[lane] = if fine { sums[lane] } else { REFUSED };
        }
    }
}

/// How points for distance come about, all in whole kilometres.
#[derive(Debug, Clone)]
pub(super) struct Nearness {
    pub(super) place: [i32; 3],
    /// For each mentor's class of ways of meeting, whether the two never meet in person.
    pub(super) never: [i32; CLASSES],
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
    places: &[Places],
    nowhere: &[Lanes<u8>],
    ways: &[Lanes<u8>],
    nearness: &Nearness,
    sums: &mut [Lanes<i32>],
) {
    for ((places, nowhere), (ways, sums)) in places.iter().zip(nowhere).zip(ways.iter().zip(sums)) {
        if is_lost(sums) {
            continue;
        }
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

/// Refuses pairs that cannot come to `least` and the mentor's price with `most` more points.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn drop_hopeless(prices: &[Lanes<i32>], least: i32, floor: i32, most: i32, sums: &mut [Lanes<i32>]) {
    for (prices, sums) in prices.iter().zip(sums) {
        for (price, sum) in prices.iter().zip(sums) {
            let reached = sum.wrapping_add(most);
            let hopeful = (reached >= least.wrapping_add(*price)) & (reached >= floor);
            *sum = if hopeful { *sum } else { REFUSED };
        }
    }
}

//! The loops: sixteen pairs at a time, the same integers on every instruction set.
//!
//! Blocks hold sixteen mentors each. A sum below 0 is a pair that was refused, at most [`REFUSED`] whatever is added to
//! it; blocks in which every pair was are passed over.

#![allow(
    clippy::needless_bitwise_bool,
    reason = "a branch in the middle of a lane would end the loop's being one of many"
)]
#![allow(
    clippy::needless_range_loop,
    reason = "plain counting needs nothing inlined to become one instruction of many lanes"
)]
#![allow(clippy::cast_sign_loss, clippy::cast_possible_wrap, reason = "bits are moved between lanes of one width")]

use multiversion::multiversion;

/// Pairs worked on together.
pub(super) const LANES: usize = 16;

/// Blocks worked on together, so that sums stay in the nearest cache: as many as there are bits in [`Live`].
pub(super) const BLOCKS: usize = 32;

/// One value a mentor of a block.
pub(super) type Lanes<T> = [T; LANES];

/// The sum of a pair that was refused. No pair that stands has as much, so no addition lifts one above 0.
pub(super) const REFUSED: i32 = -(1 << 28);

/// Classes that a table tells apart.
pub(super) const CLASSES: usize = 256;

/// Blocks of which some pair stands, a bit each: whatever is none of these is passed over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Live(u32);

impl Live {
    /// So many blocks, at most as many as there are bits.
    pub(super) const fn all(blocks: usize) -> Self {
        Self(u32::MAX >> ((u32::BITS as usize - blocks) % u32::BITS as usize))
    }

    /// Whether there are none.
    pub(super) const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

impl IntoIterator for Live {
    type Item = usize;
    type IntoIter = Blocks;

    #[inline(always)]
    fn into_iter(self) -> Blocks {
        Blocks(self.0)
    }
}

/// Live blocks, ascending. As nobody counts them beforehand, the compiler does not try to work on lanes of several
/// blocks at once, which are far apart.
#[derive(Debug)]
pub(super) struct Blocks(u32);

impl Iterator for Blocks {
    type Item = usize;

    #[inline(always)]
    fn next(&mut self) -> Option<usize> {
        let block = self.0.trailing_zeros() as usize;
        self.0 &= self.0.wrapping_sub(1);
        (block < u32::BITS as usize).then_some(block)
    }
}

/// Those of the blocks of which some pair still stands.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn standing(live: Live, sums: &[Lanes<i32>]) -> Live {
    let mut left = 0;
    for block in live {
        let sums = &sums[block];
        let mut all = -1;
        for lane in 0..LANES {
            all &= sums[lane];
        }
        left |= u32::from(all >= 0) << block;
    }
    Live(left)
}

/// A sum, or that it was refused.
#[inline(always)]
pub(super) fn refused_if(holds: bool, sum: i32) -> i32 {
    let holds = all_if(holds);
    sum & !holds | REFUSED & holds
}

/// Adds what a table has for each mentor's class.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_class(live: Live, classes: &[Lanes<u8>], table: &[i32; CLASSES], sums: &mut [Lanes<i32>]) {
    let classes = &classes[..sums.len()];
    for block in live {
        let (classes, sums) = (&classes[block], &mut sums[block]);
        for lane in 0..LANES {
            sums[lane] = sums[lane].wrapping_add(table[classes[lane] as usize]);
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
pub(super) fn refuse_apart(live: Live, words: &[Lanes<u32>], width: usize, row: &[Word], sums: &mut [Lanes<i32>]) {
    for block in live {
        let theirs = &words[block * width..(block + 1) * width];
        let sums = &mut sums[block];
        let shared = shared(theirs, row);
        for lane in 0..LANES {
            sums[lane] = refused_if(shared[lane] == 0, sums[lane]);
        }
    }
}

/// Refuses mentors who share a bit with the row's words. `width` words a block.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn refuse_sharing(live: Live, words: &[Lanes<u32>], width: usize, row: &[Word], sums: &mut [Lanes<i32>]) {
    for block in live {
        let theirs = &words[block * width..(block + 1) * width];
        let sums = &mut sums[block];
        let shared = shared(theirs, row);
        for lane in 0..LANES {
            sums[lane] = refused_if(shared[lane] != 0, sums[lane]);
        }
    }
}

/// The bits shared, all words put together.
#[inline(always)]
fn shared(block: &[Lanes<u32>], row: &[Word]) -> Lanes<u32> {
    let mut shared = [0; LANES];
    for at in 0..row.len() {
        let (word, bits) = row[at];
        // Words that no mentor has share nothing, and words ascend. Leaving here also keeps the compiler from going
        // over words, not lanes, many at a time.
        let Some(theirs) = block.get(word) else { break };
        for lane in 0..LANES {
            shared[lane] |= theirs[lane] & bits;
        }
    }
    shared
}

/// How many bits are shared.
#[inline(always)]
fn counted(block: &[Lanes<u32>], row: &[Word], counts: &mut Lanes<u32>) {
    for at in 0..row.len() {
        let (word, bits) = row[at];
        let Some(theirs) = block.get(word) else { break };
        for lane in 0..LANES {
            counts[lane] = counts[lane].wrapping_add((theirs[lane] & bits).count_ones());
        }
    }
}

/// How a sum of worths becomes points: at most `full_at` times a thousand, divided by `full_at`, times `weight`;
/// `unknown` for blanks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) full_at: i32,
    pub(super) weight: i32,
    pub(super) unknown: i32,
}

impl Scale {
    /// Most points that sets worth so much can earn with anybody.
    pub(super) fn most(self, worth: i64) -> i32 {
        let full_at = i64::from(self.full_at.max(1));
        let points = worth.clamp(0, full_at * 1000) / full_at;
        (points as i32).wrapping_mul(self.weight).max(self.unknown)
    }
}

/// Most that points may be divided by: see [`whole_part`].
pub(super) const MOST_FULL_AT: i64 = 1024;

/// The whole part of a quotient by a divisor up to 1024, given one by the divisor: of numbers from 0 to 2^22, where it
/// is at most 1000. The number and a half is an odd number of halves, so at least a 2048th away from a whole number
/// once divided, and two roundings of a float are nearer than an 8000th to the truth.
#[inline(always)]
pub(super) fn whole_part(number: i32, reciprocal: f32) -> i32 {
    below((number as f32 + 0.5) * reciprocal)
}

/// One and a half times 2^23: floats around it are whole numbers, each one more than the last in its bits too.
const WHOLES: f32 = 12_582_912.0;

/// The whole part of a float from 0 to 2^20 that is no whole number: less a half and rounded. A cast would do, but
/// looks for numbers out of range lane by lane.
#[inline(always)]
fn below(number: f32) -> i32 {
    nearest(number - 0.5)
}

/// A float from -2^20 to 2^20, rounded.
#[inline(always)]
pub(super) fn nearest(number: f32) -> i32 {
    (number + WHOLES).to_bits().wrapping_sub(WHOLES.to_bits()) as i32
}

/// All bits set where something holds, none where it does not.
#[inline(always)]
pub(super) fn all_if(holds: bool) -> i32 {
    i32::from(holds).wrapping_neg()
}

/// Adds points for the number of bits shared, each worth as much. Mentors who are blank have something in `blanks`.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_count(
    live: Live,
    words: &[Lanes<u32>],
    width: usize,
    blanks: &[Lanes<u8>],
    (row, each): (&[Word], i32),
    scale: Scale,
    sums: &mut [Lanes<i32>],
) {
    let reciprocal = 1.0 / scale.full_at as f32;
    let most = scale.full_at.wrapping_mul(1000);
    let blanks = &blanks[..sums.len()];
    for block in live {
        let theirs = &words[block * width..(block + 1) * width];
        let (blanks, sums) = (&blanks[block], &mut sums[block]);
        let mut counts = [0_u32; LANES];
        counted(theirs, row, &mut counts);
        for lane in 0..LANES {
            let worth = (counts[lane] as i32).wrapping_mul(each).min(most);
            let points = whole_part(worth, reciprocal).wrapping_mul(scale.weight);
            let blank = all_if(blanks[lane] != 0);
            sums[lane] = sums[lane].wrapping_add(points & !blank | scale.unknown & blank);
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

/// Adds points for what the shared terms are worth.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_worth(
    live: Live,
    words: &[Lanes<u32>],
    width: usize,
    blanks: &[Lanes<u8>],
    terms: &[Term],
    scale: Scale,
    sums: &mut [Lanes<i32>],
) {
    let reciprocal = 1.0 / scale.full_at as f32;
    let most = scale.full_at.wrapping_mul(1000);
    let mut worths = [[0_i32; LANES]; BLOCKS];
    let blanks = &blanks[..sums.len()];
    // Term by term, so that what the loops of lanes hold fits a few registers.
    for term in terms {
        if term.word >= width {
            break;
        }
        for block in live {
            let words = &words[block * width..(block + 1) * width];
            let worth = &mut worths[block];
            let theirs = &words[term.word];
            if term.narrower.is_empty() {
                for lane in 0..LANES {
                    let has = all_if(theirs[lane] & term.bit != 0);
                    worth[lane] = worth[lane].wrapping_add(has & term.worth);
                }
                continue;
            }
            let narrower = shared(words, &term.narrower);
            for lane in 0..LANES {
                let missing = ((theirs[lane] & term.bit) ^ term.bit) | narrower[lane];
                worth[lane] = worth[lane].wrapping_add(all_if(missing == 0) & term.worth);
            }
        }
    }
    for block in live {
        let (worth, blanks, sums) = (&worths[block], &blanks[block], &mut sums[block]);
        for lane in 0..LANES {
            let points = whole_part(worth[lane].min(most), reciprocal).wrapping_mul(scale.weight);
            let blank = all_if(blanks[lane] != 0);
            sums[lane] = sums[lane].wrapping_add(points & !blank | scale.unknown & blank);
        }
    }
}

/// Mentors' columns for wishes, each set of them some words a block.
#[derive(Debug, Clone, Copy)]
pub(super) struct WishColumns<'a> {
    /// Which of the mentees' wishes a mentor goes along with, which a blank leaves open; so many words.
    pub(super) met: &'a [Lanes<u32>],
    pub(super) open: &'a [Lanes<u32>],
    pub(super) of_mentees: usize,
    /// Which wishes a mentor has; so many words.
    pub(super) has: &'a [Lanes<u32>],
    pub(super) of_mentors: usize,
    /// How many that is.
    pub(super) many: &'a [Lanes<u8>],
}

/// A mentee's wishes, and what the mentee makes of the mentors'.
#[derive(Debug, Clone)]
pub(super) struct WishRow {
    pub(super) has: Vec<Word>,
    pub(super) many: u32,
    pub(super) met: Vec<Word>,
    pub(super) open: Vec<Word>,
}

/// Adds the mean over the wishes of both: 1000 for one met, `open` points for one that a blank leaves open, as many in
/// all where there are none.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_wishes(
    live: Live,
    columns: WishColumns<'_>,
    row: &WishRow,
    open: i32,
    weight: i32,
    sums: &mut [Lanes<i32>],
) {
    for block in live {
        let (sums, many) = (&mut sums[block], &columns.many[block]);
        let (mut met, mut left_open) = ([0_u32; LANES], [0_u32; LANES]);
        let theirs = block * columns.of_mentees..(block + 1) * columns.of_mentees;
        counted(&columns.met[theirs.clone()], &row.has, &mut met);
        counted(&columns.open[theirs], &row.has, &mut left_open);
        let theirs = block * columns.of_mentors..(block + 1) * columns.of_mentors;
        counted(&columns.has[theirs.clone()], &row.met, &mut met);
        counted(&columns.has[theirs], &row.open, &mut left_open);
        for lane in 0..LANES {
            let asked = u32::from(many[lane]).wrapping_add(row.many) as i32;
            let all = (met[lane] as i32).wrapping_mul(1000).wrapping_add((left_open[lane] as i32).wrapping_mul(open));
            let unasked = all_if(asked == 0);
            let points = quotient(all, asked.max(1)) & !unasked | open & unasked;
            sums[lane] = sums[lane].wrapping_add(points.wrapping_mul(weight));
        }
    }
}

/// The whole part of a quotient of numbers from 0 to 2^22, where it is at most 1000, by a divisor up to 512. With half
/// a unit more it is at least a 1024th away from a whole number, and two roundings of a float are nearer than an 8000th
/// to the truth.
#[inline(always)]
pub(super) fn quotient(number: i32, divisor: i32) -> i32 {
    below((number as f32 + 0.5) / divisor as f32)
}

/// When somebody is there: the first and the last day.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stay {
    pub(super) first: i32,
    pub(super) last: i32,
}

/// Refuses mentors who are there with the mentee for less than so many days. Days lie within 2^29 of 0.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn refuse_brief(
    live: Live,
    first: &[Lanes<i32>],
    last: &[Lanes<i32>],
    stay: Stay,
    days: i32,
    sums: &mut [Lanes<i32>],
) {
    let (first, last) = (&first[..sums.len()], &last[..sums.len()]);
    for block in live {
        let (first, last, sums) = (&first[block], &last[block], &mut sums[block]);
        for lane in 0..LANES {
            let together = last[lane].min(stay.last).wrapping_sub(first[lane].max(stay.first)).wrapping_add(1);
            sums[lane] = refused_if(together < days, sums[lane]);
        }
    }
}

/// Refuses pairs that cannot come to `least` and the mentor's price with `most` more points.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn drop_hopeless(
    live: Live,
    prices: &[Lanes<i32>],
    least: i32,
    floor: i32,
    most: i32,
    sums: &mut [Lanes<i32>],
) {
    let prices = &prices[..sums.len()];
    for block in live {
        let (prices, sums) = (&prices[block], &mut sums[block]);
        for lane in 0..LANES {
            let reached = sums[lane].wrapping_add(most);
            let hopeful = (reached >= least.wrapping_add(prices[lane])) & (reached >= floor);
            sums[lane] = refused_if(!hopeful, sums[lane]);
        }
    }
}

/// Sums as they are told: what was refused or is below the floor as [`i32::MIN`].
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn conclude(sums: &[i32], floor: i32, values: &mut [i32]) {
    let sums = &sums[..values.len()];
    for at in 0..values.len() {
        values[at] = if sums[at] < floor { i32::MIN } else { sums[at] };
    }
}

/// Adds what all pairs that are allowed have beside.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(crate) fn add_to_allowed(more: i32, values: &mut [i32]) {
    for at in 0..values.len() {
        values[at] = if values[at] == i32::MIN { i32::MIN } else { values[at].wrapping_add(more) };
    }
}

/// Adds another level's points, so many times, to pairs that are allowed.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(crate) fn add_level(points: &[i32], unit: i32, values: &mut [i32]) {
    let points = &points[..values.len()];
    for at in 0..values.len() {
        let sum = values[at].wrapping_add(points[at].wrapping_mul(unit));
        values[at] = if values[at] == i32::MIN { i32::MIN } else { sum };
    }
}

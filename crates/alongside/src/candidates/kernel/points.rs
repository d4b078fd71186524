//! Points for what two people have in common: loops over the few mentors that are left for a row.

use super::gates::each;
use super::records::Records;
use multiversion::multiversion;

/// One word of a person's set: which word of a record, and the bits in it.
pub(super) type Word = (usize, u64);

/// How a sum of worths becomes points: at most `full_at` times a thousand, divided by `full_at`, times `weight`;
/// `unknown` for blanks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    pub(super) full_at: i32,
    pub(super) weight: i32,
    pub(super) unknown: i32,
}

impl Scale {
    /// The points of a sum of worths.
    pub(super) fn points(self, worth: i64) -> i32 {
        let full_at = i64::from(self.full_at.max(1));
        let points = worth.clamp(0, full_at * 1000) / full_at;
        (points as i32).wrapping_mul(self.weight)
    }

    /// The least sum that earns all there is to earn: 31 bits, as `full_at` has a limit.
    pub(super) fn full(self) -> i32 {
        self.full_at.max(1).wrapping_mul(1000)
    }

    /// The same of a sum in 31 bits.
    #[inline(always)]
    pub(super) fn points_of(self, worth: i32) -> i32 {
        let full_at = self.full_at.max(1);
        (worth.clamp(0, full_at.wrapping_mul(1000)) / full_at).wrapping_mul(self.weight)
    }

    /// Most points that a pair can earn whose sum is at most so much.
    pub(super) fn most(self, worth: i64) -> i32 {
        self.points(worth).max(self.unknown)
    }
}

/// Where a record says that a set is blank: a bit of its first word.
pub(super) type Blank = u32;

#[inline(always)]
fn is_blank(record: &[u64], blank: Blank) -> bool {
    record[0] >> blank & 1 != 0
}

/// Adds the points of a table for the number of bits shared. Mentors who are blank earn `unknown`.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_count(
    records: &Records,
    columns: &[u32],
    (row, blank): (&[Word], Blank),
    (table, unknown): (&[i32], i32),
    sums: &mut [i32],
) {
    for (sum, column) in sums.iter_mut().zip(columns) {
        let record = records.of(*column);
        let mut shared = 0;
        for (word, bits) in row {
            shared += (record[*word] & bits).count_ones();
        }
        let points = if is_blank(record, blank) { unknown } else { table[shared as usize] };
        *sum = sum.wrapping_add(points);
    }
}

/// Adds a thousand times the share that the bits in common are of as many as a word of the record says, rounded down,
/// times a weight. Mentors who are blank earn `unknown`.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_share(
    records: &Records,
    columns: &[u32],
    (row, blank): (&[Word], Blank),
    (many, weight, unknown): (usize, i32, i32),
    sums: &mut [i32],
) {
    for (sum, column) in sums.iter_mut().zip(columns) {
        let record = records.of(*column);
        let mut shared = 0;
        for (word, bits) in row {
            shared += (record[*word] & bits).count_ones();
        }
        // The share is at most a thousand: nobody shares more than they named.
        let points = (shared * 1000).checked_div(record[many] as u32).unwrap_or(0).cast_signed();
        *sum = sum.wrapping_add(if is_blank(record, blank) { unknown } else { points.wrapping_mul(weight) });
    }
}

/// What a record says of days where nothing is known.
pub(super) const NO_DAYS: u64 = u64::MAX;

/// Adds a thousand times the share that the days of a record are of those wanted, at most all of it, rounded down, times
/// a weight; all of it where none are wanted. Mentors of whom nothing is known earn `unknown`.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
pub(super) fn add_by_days(
    records: &Records,
    columns: &[u32],
    at: usize,
    (wanted, weight, unknown): (u64, i32, i32),
    sums: &mut [i32],
) {
    for (sum, column) in sums.iter_mut().zip(columns) {
        let sure = records.of(*column)[at];
        // A plan has at most a few thousand days, so a thousand times as much fits.
        let share = (sure.min(wanted) as u32).wrapping_mul(1000).checked_div(wanted as u32).unwrap_or(1000);
        let points = share.cast_signed().wrapping_mul(weight);
        *sum = sum.wrapping_add(if sure == NO_DAYS { unknown } else { points });
    }
}

/// A term of the mentee's: where its bit is, what it is worth, and the narrower terms that count in its place.
#[derive(Debug, Clone)]
pub(super) struct Term {
    pub(super) word: usize,
    pub(super) bit: u64,
    pub(super) worth: i32,
    pub(super) narrower: Vec<Word>,
}

/// Where a term's bit is in a record: the word, and how far it is shifted.
pub(super) type Place = (u32, u32);

/// Adds the points of a table for the combination of terms that is shared. Mentors who are blank earn `unknown`.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
pub(super) fn add_by_few(
    records: &Records,
    columns: &[u32],
    (places, blank): (&[Place], Blank),
    (table, unknown): (&[i32], i32),
    sums: &mut [i32],
) {
    for (sum, column) in sums.iter_mut().zip(columns) {
        let record = records.of(*column);
        let mut shared = 0;
        for (at, (word, shift)) in places.iter().enumerate() {
            shared |= (record[*word as usize] >> shift & 1) << at;
        }
        let points = if is_blank(record, blank) { unknown } else { table[shared as usize] };
        *sum = sum.wrapping_add(points);
    }
}

/// Adds points for what the shared terms are worth.
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
pub(super) fn add_by_worth(
    records: &Records,
    columns: &[u32],
    (terms, blank): (&[Term], Blank),
    scale: Scale,
    sums: &mut [i32],
) {
    for (sum, column) in sums.iter_mut().zip(columns) {
        let record = records.of(*column);
        let mut worth = 0_i32;
        for term in terms {
            // No branch: whether a term is shared is anybody's guess.
            let shared = i32::from(record[term.word] & term.bit != 0).wrapping_neg();
            let mut counts = shared & term.worth;
            for (word, bits) in &term.narrower {
                counts &= i32::from(record[*word] & bits == 0).wrapping_neg();
            }
            worth = worth.wrapping_add(counts);
        }
        let points = if is_blank(record, blank) { scale.unknown } else { scale.points_of(worth) };
        *sum = sum.wrapping_add(points);
    }
}

/// Where a record has wishes: which of the mentees' wishes the mentor goes along with, which a blank leaves open, which
/// wishes the mentor has and how many.
#[derive(Debug, Clone, Copy)]
pub(super) struct WishWords {
    pub(super) met: usize,
    pub(super) open: usize,
    pub(super) has: usize,
    pub(super) many: usize,
}

/// A mentee's wishes, and what the mentee makes of the mentors', all as words of one part of a record.
#[derive(Debug, Clone)]
pub(super) struct WishRow {
    /// What the mean counts for.
    pub(super) weight: i32,
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
    records: &Records,
    columns: &[u32],
    (row, at): (&WishRow, WishWords),
    (open, weight): (u32, i32),
    sums: &mut [i32],
) {
    for (sum, column) in sums.iter_mut().zip(columns) {
        let record = records.of(*column);
        let asked = record[at.many] as u32 + row.many;
        let counted = |begin: usize, row: &[Word]| {
            let mut count = 0;
            for (word, bits) in row {
                count += (record[begin + word] & bits).count_ones();
            }
            count
        };
        let met = counted(at.met, &row.has) + counted(at.has, &row.met);
        let left_open = counted(at.open, &row.has) + counted(at.has, &row.open);
        let points = (met * 1000 + left_open * open).checked_div(asked).unwrap_or(open);
        *sum = sum.wrapping_add(points.cast_signed().wrapping_mul(weight));
    }
}

/// The words of a set that have any bit, each with where it stands in a record whose part begins at `at`.
pub(super) fn filled(words: &[u64], at: usize) -> Vec<Word> {
    (at..).zip(words.iter().copied()).filter(|(_, bits)| *bits != 0).collect()
}

/// The numbers of a set's bits.
pub(super) fn numbers(words: &[u64]) -> Vec<usize> {
    let mut all = Vec::new();
    each(words, |word| word, |bit| all.push(bit));
    all
}

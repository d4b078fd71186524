//! Which mentors can reach the bar at all, told by sets of columns before any pair is looked at: whoever shares no term,
//! or only one, with the mentee falls short of the most there is by so many points.

use super::bitmaps::{Bitmaps, WORDS, keep, take_out};
use super::gates::each;
use super::points::Scale;
use super::steps::{Set, count};
use alongside_solver::pairs::{Priced, Within};
use multiversion::multiversion;
use std::ops::Range;

/// A criterion of sets as it tells mentors apart for one mentee.
#[derive(Debug)]
pub(super) struct Telling {
    /// The sets of columns that have each of the mentee's terms, twice that of blanks: those may earn whatever they do.
    terms: Vec<u32>,
    /// By how much those who share none fall short of the most, and those who share one alone.
    none: i32,
    one: i32,
}

/// What pairs are asked for: their sums have to come to `least` and the column's price.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ask<'b> {
    pub(crate) least: i64,
    /// One entry a column asked for; none where all are 0.
    pub(crate) prices: &'b [i32],
    /// The prices in sets, and what to add to those of the sets.
    pub(crate) by_price: Option<(&'b Priced, i64)>,
}

impl<'b> Ask<'b> {
    /// Columns among which all are that a sum of at most so much can be enough for.
    fn within(&self, most: i64) -> Within<'b> {
        let limit = most - self.least;
        match self.by_price {
            Some((priced, shift)) => priced.at_most(limit - shift),
            None if self.prices.is_empty() && limit < 0 => Within::None,
            None => Within::All,
        }
    }

    /// What a column's sum has to reach; `at` counts from the first column asked for.
    #[inline(always)]
    pub(super) fn bar(&self, at: usize) -> i64 {
        self.least + self.prices.get(at).map_or(0, |price| i64::from(*price))
    }
}

impl Telling {
    /// From a mentee's own set, and what its terms are worth together and at most alone. None where there are no sets of
    /// columns.
    pub(super) fn new(set: &Set, own: &[u64], scale: Scale, (all, one): (i64, i64)) -> Option<Self> {
        let sets = set.terms.clone()?;
        let blanks = sets.end - 1;
        let mut terms = Vec::with_capacity(count(own) as usize + 2);
        each(own, |word| word, |term| terms.extend(Some(sets.start + term as u32).filter(|term| *term < blanks)));
        terms.extend([blanks, blanks]);
        let most = scale.most(all);
        Some(Self { terms, none: most, one: most - scale.points(one) })
    }

    /// From a set of columns: all others fall short of the most by as much.
    pub(super) fn of_others(set: u32, short: i32) -> Self {
        Self { terms: vec![set, set], none: short, one: short }
    }

    /// Most that it takes away.
    pub(super) const fn weight(&self) -> i32 {
        self.none
    }
}

/// Criteria that are told by at most.
pub(super) const MOST_TOLD: usize = 3;

/// Keeps of `bits` the columns that one of the asks may be content with. `most` is the most that a pair of the row can
/// come to.
pub(super) fn keep_hopeful(
    telling: &[Telling],
    sets: &Bitmaps,
    asks: &[Ask<'_>],
    most: i64,
    words: &Range<usize>,
    bits: &mut [u64],
) {
    let many = bits.len();
    let mut shared = [[[0_u64; WORDS]; 2]; MOST_TOLD];
    // Of the first criterion nothing, one term or more may be shared; of the others nothing or some.
    let mut kinds = 3;
    for ([some, more], telling) in shared.iter_mut().zip(telling) {
        sets.count(&telling.terms, words, &mut some[..many], &mut more[..many]);
    }
    for _ in 1..telling.len().max(1) {
        kinds *= 2;
    }
    let mut hopeful = [0; WORDS];
    let hopeful = &mut hopeful[..many];
    for kind in 0..kinds {
        let shares = |at: usize| if at == 0 { kind % 3 } else { 2 * (((kind / 3) >> (at - 1)) & 1) };
        let short = telling.iter().enumerate().map(|(at, telling)| match shares(at) {
            0 => i64::from(telling.none),
            1 => i64::from(telling.one),
            _ => 0,
        });
        let most = most - short.sum::<i64>();
        let mut content = [0; WORDS];
        let content = &mut content[..many];
        for within in asks.iter().map(|ask| ask.within(most)) {
            match within {
                Within::All => content.fill(u64::MAX),
                Within::None => {}
                Within::Some(..) => {
                    content.iter_mut().zip(words.clone()).for_each(|(content, word)| *content |= within.word(word));
                }
            }
        }
        for (at, [some, more]) in shared.iter().enumerate().take(telling.len().max(1)) {
            let (some, more) = (&some[..many], &more[..many]);
            match (shares(at), at) {
                (0, _) => take_out(content, some),
                (1, _) => only(content, some, more),
                (_, 0) => keep(content, more),
                _ => keep(content, some),
            }
        }
        hopeful.iter_mut().zip(content).for_each(|(hopeful, content)| *hopeful |= *content);
    }
    keep(bits, hopeful);
}

#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
fn only(bits: &mut [u64], set: &[u64], but: &[u64]) {
    bits.iter_mut().zip(set.iter().zip(but)).for_each(|(bits, (set, but))| *bits &= set & !but);
}

//! Which mentors can reach the bar at all, told by sets of columns before any pair is looked at: whoever shares no term,
//! or only one, with the mentee falls short of the most there is by so many points.

use super::bitmaps::{Bitmaps, WORDS};
use super::points::{Scale, numbers};
use super::steps::Set;
use alongside_solver::pairs::{Priced, Within};
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
        let terms = numbers(own).into_iter().map(|term| sets.start + term as u32).filter(|term| *term < blanks);
        let most = scale.most(all);
        let terms = terms.chain([blanks, blanks]).collect();
        Some(Self { terms, none: most, one: most - scale.points(one) })
    }

    /// Most that it takes away.
    pub(super) const fn weight(&self) -> i32 {
        self.none
    }
}

/// Keeps of `bits` the columns that one of the asks may be content with. `most` is the most that a pair of the row can
/// come to. At most two are told by.
pub(super) fn keep_hopeful(
    telling: &[Telling],
    sets: &Bitmaps,
    asks: &[Ask<'_>],
    most: i64,
    words: &Range<usize>,
    bits: &mut [u64],
) {
    let nobody_told = Telling { terms: Vec::new(), none: 0, one: 0 };
    let first = telling.first().unwrap_or(&nobody_told);
    let second = telling.get(1).unwrap_or(&nobody_told);
    // What columns share: nothing, one term, more of the first criterion; nothing or some of the second.
    let mut hopes = [[Within::All; 2]; 6];
    for (at, (short_first, short_second)) in
        [(0, 0), (first.one, 0), (first.none, 0), (0, second.none), (first.one, second.none), (first.none, second.none)]
            .into_iter()
            .enumerate()
    {
        let most = most - i64::from(short_first) - i64::from(short_second);
        for hope in &mut hopes[at] {
            *hope = Within::None;
        }
        for (hope, ask) in hopes[at].iter_mut().zip(asks) {
            *hope = ask.within(most);
        }
    }
    if hopes.iter().all(|hope| hope.contains(&Within::All)) {
        return;
    }
    let mut counts = [[0_u64; WORDS]; 4];
    let [some, more, others, unused] = &mut counts;
    let many = bits.len();
    sets.count(&first.terms, words, &mut some[..many], &mut more[..many]);
    sets.count(&second.terms, words, &mut others[..many], &mut unused[..many]);
    for (at, bits) in bits.iter_mut().enumerate().filter(|(_, bits)| **bits != 0) {
        let (some, more, others) = (some[at], more[at], others[at]);
        let kinds = [
            more & others,
            some & !more & others,
            !some & others,
            more & !others,
            some & !more & !others,
            !some & !others,
        ];
        let mut hopeful = 0;
        for (kind, hope) in kinds.into_iter().zip(&hopes) {
            hopeful |= kind & (hope[0].word(words.start + at) | hope[1].word(words.start + at));
        }
        *bits &= hopeful;
    }
}

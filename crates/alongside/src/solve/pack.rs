//! Packing tiers and levels into as few machine words as keeps them exact.

use super::part::{Link, Part, Side};
use super::problem::Problem;
use super::table::Table;
use super::weight::Weight;

/// What a digit of a weight says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Source {
    /// 1 for an edge, 0 for a pair that has none.
    Allowed,
    /// [`Part::tier_value`].
    Tier,
    /// The value at a level.
    Level(usize),
}

/// One digit: `(value - low) * scale`, added to a word.
#[derive(Debug, Clone, Copy)]
struct Digit {
    source: Source,
    low: i64,
    scale: i64,
    word: usize,
}

/// How the weights of one part are written.
///
/// Every best answer of a part has the same number of pairs, say `n`. So a
/// level may be shifted to start at 0 without changing which answer is best,
/// and its total over an answer is a digit in `0 ..= n * range`. Written in a
/// mixed radix of `n * range + 1`, several levels share a word and their order
/// is still *exactly* lexicographic: no carry is possible. A level that is
/// the same on every edge needs no digit. The leading digit says whether the
/// pair is an edge at all, so one refused pair outweighs everything else.
///
/// A label in the Hungarian method is an alternating sum along two tight paths,
/// so of at most `4n` weights, and a slack is two labels and a weight. Words
/// are held to `i64::MAX / (16 (n + 1))`, which keeps both below `i64::MAX`.
/// A shifted value is at most 2^41 and `n` at most [`MAX_PAIRS`], so one digit
/// always fits in a word.
#[derive(Debug)]
pub(super) struct Plan {
    digits: Vec<Digit>,
    words: usize,
}

/// Most pairs in a part solved densely; see [`Plan`].
pub(super) const MAX_PAIRS: usize = 1 << 17;

impl Plan {
    /// Plans the words for a part of at most [`MAX_PAIRS`] pairs. Time: links
    /// times levels.
    pub(super) fn new(problem: &Problem, part: &Part) -> Self {
        let pairs = part.pairs() as i128;
        let limit = i128::from(i64::MAX) / (16 * (pairs + 1));
        let mut sources = vec![Source::Allowed];
        if part.side == Side::Columns {
            sources.push(Source::Tier);
        }
        sources.extend((0..problem.level_count()).map(Source::Level));

        let mut digits: Vec<Digit> = Vec::new();
        let (mut word, mut largest, mut scale) = (0, 0_i128, 1_i128);
        for source in sources.into_iter().rev() {
            let (low, high) = source.bounds(problem, part);
            let range = i128::from(high) - i128::from(low);
            if range == 0 {
                continue;
            }
            if range.saturating_mul(scale) > limit - largest {
                (word, largest, scale) = (word + 1, 0, 1);
            }
            digits.push(Digit { source, low, scale: scale as i64, word });
            largest += range * scale;
            scale = scale.saturating_mul(pairs * range + 1);
        }
        let words = word + 1;
        for digit in &mut digits {
            // Planned from the last level backwards; the first word leads.
            digit.word = words - 1 - digit.word;
        }
        Self { digits, words }
    }

    /// Words needed.
    pub(super) fn words(&self) -> usize {
        self.words
    }

    /// The weight of each link, in order, after that of a refused pair.
    pub(super) fn weights<const N: usize>(&self, problem: &Problem, part: &Part) -> Table<Weight<N>> {
        let refused = Weight([0; N]);
        let links = part.links.iter().map(|&link| {
            let mut weight = refused;
            for digit in &self.digits {
                let value = digit.source.value(problem, part, link) - digit.low;
                if let Some(word) = weight.0.get_mut(digit.word) {
                    *word += value * digit.scale;
                }
            }
            weight
        });
        std::iter::once(refused).chain(links).collect()
    }
}

impl Source {
    fn value(self, problem: &Problem, part: &Part, link: Link) -> i64 {
        match self {
            Self::Allowed => 1,
            Self::Tier => part.tier_value(problem, link),
            Self::Level(level) => problem.levels[level][link.edge],
        }
    }

    /// The least and greatest value; a refused pair counts where it matters.
    fn bounds(self, problem: &Problem, part: &Part) -> (i64, i64) {
        let floor = (self == Self::Allowed).then_some(0);
        let values = || {
            let values = part.links.iter().map(|&l| self.value(problem, part, l));
            values.chain(floor)
        };
        (values().min().unwrap_or(0), values().max().unwrap_or(0))
    }
}

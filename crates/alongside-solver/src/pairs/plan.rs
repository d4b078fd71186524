//! How a run over all pairs goes about it.

use super::report::Round;
use super::source::AllPairs;
use std::fmt;

/// How a run goes about it. None of it changes what is best, nor that it is proven.
#[derive(Clone, Copy)]
pub struct Plan<'a> {
    /// Pairs kept by each row to begin with.
    pub per_row: usize,
    /// Pairs kept by each column to begin with.
    pub per_column: usize,
    /// Of a row with more allowed pairs than about so many, only these are looked at to begin with.
    pub among: usize,
    /// Rounds of pricing that look at a few of the pairs only, before all are gone over, where rows have pairs that were
    /// not looked at to begin with.
    pub samples: usize,
    /// Most pairs added for a row in one round.
    pub added: usize,
    /// Pairs are added too if they miss breaking the potentials by less than this, in units of the last of the
    /// levels that the source puts together. Half as much with every round over all pairs, as less and less moves.
    pub slack: i32,
    /// Most pairs remembered, at four bytes each, that are as good as their potentials at all levels before the one at
    /// hand. Where there are more, later rounds at the level go over all pairs again.
    pub remembered: usize,
    /// Rounds of pricing after which the best found is returned with a bound.
    pub rounds: usize,
    /// Told of every round once it is over.
    pub watch: Option<&'a (dyn Fn(&Round) + Sync)>,
}

impl Plan<'_> {
    /// What was measured to do well: 20 a row, 5 a column, 12 more a round, a slack of a fiftieth of the values' range;
    /// the best of one pair in 25 to begin with, or of 300, and one look at a few of the others, where pairs are counted
    /// with little work.
    pub fn for_source<S: AllPairs>(source: &S) -> Self {
        Self {
            per_row: 20,
            per_column: 5,
            among: if source.counts_alone() { (source.columns() / 25).max(300) } else { usize::MAX },
            samples: 1,
            added: 12,
            slack: source.most(source.together().max(1) - 1) / 50,
            remembered: 1 << 24,
            rounds: 200,
            watch: None,
        }
    }
}

impl fmt::Debug for Plan<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let watch = self.watch.map(|_| "...");
        f.debug_struct("Plan")
            .field("per_row", &self.per_row)
            .field("per_column", &self.per_column)
            .field("among", &self.among)
            .field("samples", &self.samples)
            .field("added", &self.added)
            .field("slack", &self.slack)
            .field("remembered", &self.remembered)
            .field("rounds", &self.rounds)
            .field("watch", &watch)
            .finish()
    }
}

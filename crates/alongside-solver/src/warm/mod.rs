//! Solving again after a change, from what was known before.
//!
//! [`Live`] holds an optimal assignment with its prices. An edit spoils the proof in at most a few places: a row left
//! out that had something to lose, a place left empty that was worth something. Each is mended by one search for a
//! cheapest chain of moves, which looks only at columns nearer than its end.

mod anchor;
mod columns;
mod edit;
mod error;
mod export;
mod forward;
pub(crate) mod heap;
pub(crate) mod layout;
pub(crate) mod moves;
mod pairs;
mod recast;
mod reverse;
mod rows;
mod start;
pub(crate) mod state;
#[cfg(test)]
pub(crate) mod tests;
pub(crate) mod tuple;

pub use error::{EditError, StartError};
pub use moves::Moved;

use crate::certificate::Certificate;
use crate::problem::{MAX_ROWS, MAX_VALUE, Problem, ProblemError};
use crate::solution::Solution;
use layout::Layout;
use state::{NONE, Standing, State};

/// One pair of a row or column that is added.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NewPair<'a> {
    /// The other side: the column for a new row, the row for a new column.
    pub with: u32,
    /// The value at each level.
    pub values: &'a [i64],
}

/// What an assignment comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Objective<'a> {
    /// Rows served in each tier.
    pub served: &'a [usize],
    /// Total of each level of value.
    pub totals: &'a [i64],
}

/// An optimal assignment that stays optimal while its problem is edited, and its proof.
///
/// Rows and columns keep their numbers through every edit; new ones are numbered on. Each edit returns whom it moved,
/// by row. After it the objective is that of a cold solve of [`Live::problem`], and so are the pairs wherever the
/// optimum is the only one, as a last level of random numbers makes it.
///
/// Time of an edit: that of the lists it changes and of a few shortest path searches that stop at their end
/// (at worst each O(m log n) comparisons of tuples); nothing is cleared or copied in proportion to the problem.
/// Memory: twice the pairs, 16 bytes each and 8 more for every further machine word that the levels need.
///
/// Limit: with values up to `B` at a level and `C` the smaller of the numbers of rows and columns, each rounded up to
/// a power of two, `B C` may be at most 2^54. It is checked at the start and by every edit that enlarges one of them.
/// Such an edit can cost one pass over everything, as can one in many thousands after which prices have to be laid
/// anew.
#[derive(Debug, Clone)]
pub struct Live {
    form: Form,
}

/// By the machine words that the levels need.
#[derive(Debug, Clone)]
enum Form {
    One(Box<State<1>>),
    Two(Box<State<2>>),
    Four(Box<State<4>>),
    All(Box<State<15>>),
}

macro_rules! with {
    ($form:expr, $state:ident => $do:expr) => {
        match $form {
            Form::One($state) => $do,
            Form::Two($state) => $do,
            Form::Four($state) => $do,
            Form::All($state) => $do,
        }
    };
}

/// Makes a state of the width that a layout needs.
macro_rules! of_width {
    ($layout:expr, $make:expr) => {
        match $layout.words() {
            ..=1 => Form::One(Box::new($make)),
            2 => Form::Two(Box::new($make)),
            3 | 4 => Form::Four(Box::new($make)),
            _ => Form::All(Box::new($make)),
        }
    };
}

impl Live {
    /// Takes up a solution, from whatever solver, whose certificate is checked on the way. Time: linear in the edges.
    ///
    /// # Errors
    ///
    /// The problem is not plain, the values are too large, or the certificate does not prove the solution.
    pub fn new(problem: &Problem, solution: &Solution) -> Result<Self, StartError> {
        let levels = problem.level_count();
        if !problem.is_plain() {
            return Err(StartError::NotPlain);
        }
        let layout = |certificate| Layout::of(problem, certificate, levels).ok_or(StartError::Overflow);
        let (plain, wide) = (layout(None)?, layout(solution.certificate.as_ref())?);
        let mut live = Self::empty(problem, wide)?;
        with!(&mut live.form, state => state.take_up(problem, solution))?;
        // Prices further out than they need be are laid anew, and then fit.
        if with!(&live.form, state => state.layout != plain) {
            with!(&mut live.form, state => state.anchor());
            live.lay_out(plain);
        }
        Ok(live)
    }

    /// Solves a problem by putting in one row after the other, each by a shortest path search (Ahuja, Magnanti and
    /// Orlin, 1993, section 9.7). Time: O(n m log n). It needs nothing to start from; [`solve`](crate::solve::solve)
    /// is far quicker.
    ///
    /// # Errors
    ///
    /// The problem is not plain, or the values are too large.
    pub fn from_nothing(problem: &Problem) -> Result<Self, StartError> {
        let mut live =
            Self::empty(problem, Layout::of(problem, None, problem.level_count()).ok_or(StartError::Overflow)?)?;
        with!(&mut live.form, state => state.put_all());
        Ok(live)
    }

    fn empty(problem: &Problem, layout: Layout) -> Result<Self, StartError> {
        if !problem.is_plain() {
            return Err(StartError::NotPlain);
        }
        Ok(Self { form: of_width!(layout, State::empty(problem, layout)) })
    }

    /// Bars a pair.
    ///
    /// # Errors
    ///
    /// There is no such pair, or the row is kept.
    pub fn reject(&mut self, row: u32, column: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.reject(row, column)))
    }

    /// Allows a pair, or gives it other values, one at each level.
    ///
    /// # Errors
    ///
    /// There is no such row or column, the row is kept, or the values do not fit.
    pub fn set_pair(&mut self, row: u32, column: u32, values: &[i64]) -> Result<&[Moved], EditError> {
        self.fit(0, 0, values.iter().copied().enumerate())?;
        with!(&mut self.form, state => state.edit(|state| {
            state.present(row)?;
            let worth = state.worth(state.tiers[row as usize], values)?;
            state.set_pair(row, column, worth)
        }))
    }

    /// Gives a pair another value at one level of value.
    ///
    /// # Errors
    ///
    /// There is no such pair or level, the row is kept, or the value does not fit.
    pub fn set_value(&mut self, row: u32, column: u32, level: usize, value: i64) -> Result<&[Moved], EditError> {
        self.fit(0, 0, std::iter::once((level, value)))?;
        with!(&mut self.form, state => state.edit(|state| {
            let worth = state.with_value(row, column, level, value)?;
            state.set_pair(row, column, worth)
        }))
    }

    /// Settles a pair: its row and one place of its column leave the problem, whatever the pair is worth, until it is
    /// [released](Live::release).
    ///
    /// # Errors
    ///
    /// There is no such pair, its column has no place, or the row is kept already.
    pub fn keep(&mut self, row: u32, column: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.keep(row, column)))
    }

    /// Brings back a kept row and its place.
    ///
    /// # Errors
    ///
    /// The row is not kept.
    pub fn release(&mut self, row: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.release(row)))
    }

    /// Adds a row with its pairs. Its number is the number of rows before.
    ///
    /// # Errors
    ///
    /// A column does not exist or is named twice, the tier does not exist, or a value does not fit.
    pub fn add_row(&mut self, tier: u8, pairs: &[NewPair<'_>]) -> Result<&[Moved], EditError> {
        self.fit(1, 0, pairs.iter().flat_map(|pair| pair.values.iter().copied().enumerate()))?;
        with!(&mut self.form, state => state.edit(|state| {
            if tier >= state.tier_count {
                return Err(EditError::NoTier(tier));
            }
            let exists = |column: u32| {
                if state.gone.get(column as usize) == Some(&false) { Ok(tier) } else { Err(EditError::NoColumn(column)) }
            };
            let pairs = state.new_pairs(pairs, exists)?;
            state.add_row(tier, pairs);
            Ok(())
        }))
    }

    /// Takes a row out. If it was kept, its place comes back.
    ///
    /// # Errors
    ///
    /// There is no such row.
    pub fn remove_row(&mut self, row: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.remove_row(row)))
    }

    /// Adds a column with its pairs. Its number is the number of columns before.
    ///
    /// # Errors
    ///
    /// A row does not exist, is kept or named twice, or a value does not fit.
    pub fn add_column(&mut self, capacity: u32, pairs: &[NewPair<'_>]) -> Result<&[Moved], EditError> {
        self.fit(0, 1, pairs.iter().flat_map(|pair| pair.values.iter().copied().enumerate()))?;
        with!(&mut self.form, state => state.edit(|state| {
            let tier = |row: u32| state.present(row).map(|()| state.tiers[row as usize]);
            let pairs = state.new_pairs(pairs, tier)?;
            state.add_column(capacity, pairs);
            Ok(())
        }))
    }

    /// Takes a column out.
    ///
    /// # Errors
    ///
    /// There is no such column, or rows are kept with it.
    pub fn remove_column(&mut self, column: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.remove_column(column)))
    }

    /// Gives a column that many places, those of kept rows included.
    ///
    /// # Errors
    ///
    /// There is no such column, or it keeps more rows.
    pub fn set_capacity(&mut self, column: u32, capacity: u32) -> Result<&[Moved], EditError> {
        with!(&mut self.form, state => state.edit(|state| state.set_capacity(column, capacity)))
    }

    /// What the assignment comes to, kept pairs left aside.
    pub fn objective(&self) -> Objective<'_> {
        with!(&self.form, state => Objective { served: &state.served, totals: &state.totals })
    }

    /// The column that a row is given; also the one it is kept with.
    pub fn assignment_of(&self, row: u32) -> Option<u32> {
        with!(&self.form, state => match state.standing.get(row as usize)? {
            Standing::Kept(column) => Some(*column),
            Standing::Gone => None,
            Standing::Here => Some(state.rows[row as usize].mate).filter(|column| *column != NONE),
        })
    }

    /// The kept pairs, by row. Time: linear in the rows.
    pub fn kept(&self) -> Vec<(u32, u32)> {
        let pair = |(row, standing): (usize, &Standing)| match standing {
            Standing::Kept(column) => Some((row as u32, *column)),
            _ => None,
        };
        with!(&self.form, state => state.standing.iter().enumerate().filter_map(pair).collect())
    }

    /// The problem as edited, without the kept pairs: rows that are kept or removed have no pairs, and places kept are
    /// taken off their column. Time: linear.
    ///
    /// # Errors
    ///
    /// There are more pairs than a problem can have.
    pub fn problem(&self) -> Result<Problem, ProblemError> {
        Problem::new(with!(&self.form, state => state.parts()))
    }

    /// The assignment with its proof, in the numbering of [`Live::problem`]. Time: linear.
    pub fn solution(&self) -> Solution {
        with!(&self.form, state => state.solution())
    }

    /// The proof alone. Time: linear in rows and columns.
    pub fn certificate(&self) -> Certificate {
        with!(&self.form, state => state.certificate())
    }

    /// Lays the state out anew if further rows, columns or values, each with its level, do not fit.
    fn fit(
        &mut self,
        more_rows: usize,
        more_columns: usize,
        values: impl Iterator<Item = (usize, i64)> + Clone,
    ) -> Result<(), EditError> {
        let (layout, rows, columns) = with!(&self.form, state => {
            (&state.layout, state.rows.len() + more_rows, state.columns.len() + more_columns)
        });
        if rows > MAX_ROWS || columns >= NONE as usize {
            return Err(EditError::TooMany);
        }
        if let Some((_, value)) = values.clone().find(|(_, value)| !(-MAX_VALUE..=MAX_VALUE).contains(value)) {
            return Err(EditError::Value(value));
        }
        let chain = rows.min(columns);
        if layout.admits_chain(chain) && values.clone().all(|(level, value)| layout.admits(level, value)) {
            return Ok(());
        }
        let mut largest: Vec<u64> = layout.values().collect();
        let mut culprit = 0;
        for (level, value) in values {
            let largest = largest.get_mut(level).ok_or(EditError::Levels)?;
            if value.unsigned_abs() > *largest {
                (*largest, culprit) = (value.unsigned_abs(), value);
            }
        }
        let Some(layout) = Layout::new(chain, &largest) else {
            return Err(if culprit == 0 { EditError::TooMany } else { EditError::Value(culprit) });
        };
        self.lay_out(layout);
        Ok(())
    }

    fn lay_out(&mut self, layout: Layout) {
        let old = std::mem::replace(&mut self.form, Form::One(Box::default()));
        self.form = with!(old, state => of_width!(layout, state.recast(layout)));
    }
}

#[cfg(test)]
impl Live {
    /// Leaves prices so little room that they are laid anew all the time.
    fn narrow(&mut self, limit: u64) {
        with!(&mut self.form, state => state.layout.narrow(limit));
    }
}

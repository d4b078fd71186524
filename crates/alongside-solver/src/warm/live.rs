//! The assignment that stays optimal: what it begins with, and what it can be asked.

use super::error::{EditError, StartError};
use super::form::{Form, of_width, with};
use super::layout::Layout;
use super::state::{NONE, Standing, State};
use crate::certificate::Certificate;
use crate::problem::{MAX_ROWS, MAX_VALUE, Problem, ProblemError};
use crate::solution::Solution;

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
    pub(super) form: Form,
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
    pub(super) fn fit(
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
    pub(super) fn narrow(&mut self, limit: u64) {
        with!(&mut self.form, state => state.layout.narrow(limit));
    }
}

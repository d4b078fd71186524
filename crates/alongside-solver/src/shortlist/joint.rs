//! Lists that hold whatever all rows choose at once.

use super::session::{SafeList, SafeLists};
use crate::control::Control;
use crate::network::{Gain, Network, optimise};
use crate::solution::SolveError;

/// Lists issued together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointLists {
    /// The lists, by row.
    pub lists: Vec<SafeList>,
    /// The edges that serve the rows without a list in every case, ascending.
    pub others: Vec<usize>,
}

impl SafeLists<'_> {
    /// Lists for some rows at once such that every combination of picks is part of an assignment with the numbers of
    /// [`SafeLists::served`]. A row that wants one column more picks any one option; one that wants several picks as
    /// many, any it likes. Each list has an option for each column its row is served with in that assignment; rows that
    /// are not served in it have no list. `rows` ascending; rows that do not exist are passed over.
    ///
    /// Why it holds: every option is backed by a place of its own. A column stands on no more lists than it has places,
    /// a set of columns on no more than its limit allows, and every row not asked keeps the places it has. So no two
    /// picks can collide, and the rows served are the same whatever is picked.
    ///
    /// How long the lists can be: where no sets of columns bind and all rows are asked, no family of lists is larger
    /// in all, for if every combination of picks is to be possible a column cannot stand on more lists than it has
    /// places (all of them might pick it), and the rows that have a list are then the rows served. Where sets bind it
    /// need not be the largest, since two options of one row in one set count twice though it picks only one. Among
    /// lists as large, the totals are the greatest, level after level.
    ///
    /// The picks are entered with [`SafeLists::pick`], in any order. Enter picks before anybody declines: striking pairs
    /// can make more possible than was when the lists were issued, and an option need not be safe against that.
    ///
    /// Time: one flow with as many units as options.
    ///
    /// # Errors
    ///
    /// As [`crate::network::solve`].
    pub fn lists_jointly(&self, rows: &[u32]) -> Result<JointLists, SolveError> {
        let problem = self.standing.problem;
        let length = u32::try_from(self.length).unwrap_or(u32::MAX);
        let wanted = &self.standing.demands;
        let mut options = wanted.clone();
        for row in rows {
            if let Some(options) = options.get_mut(*row as usize).filter(|options| **options > 0) {
                *options = (*options).max(length);
            }
        }
        let network = Network { demands: &options, paid: wanted, ..self.standing.network() };
        let mut gains = vec![Gain::FirstPlaces(self.standing.priorities()), Gain::Places(vec![1; problem.rows()])];
        gains.extend(problem.levels.iter().map(|level| Gain::Edges(level)));
        let mut joint = JointLists { lists: Vec::new(), others: Vec::new() };
        for edge in optimise(&network, &gains, &Control::default())?.chosen {
            let row = self.standing.edge_rows[edge];
            if rows.binary_search(&row).is_err() {
                joint.others.push(edge);
            } else if let Some(list) = joint.lists.last_mut().filter(|list| list.row == row) {
                list.options.push(edge);
            } else {
                joint.lists.push(SafeList { row, options: vec![edge] });
            }
        }
        for list in &mut joint.lists {
            self.sort(&mut list.options);
        }
        Ok(joint)
    }
}

//! A problem as a table.

use super::Pair;
use alongside_solver::{Ceilings, Problem, ProblemParts};

/// A problem: `cells[row][column]` has a value per level, or none where the pair is kept out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Case {
    pub(crate) tier_count: u8,
    pub(crate) tiers: Vec<u8>,
    pub(crate) demands: Vec<u32>,
    pub(crate) capacities: Vec<u32>,
    pub(crate) group_of: Vec<Option<u32>>,
    pub(crate) limits: Vec<u32>,
    pub(crate) use_columns: bool,
    pub(crate) levels: usize,
    pub(crate) cells: Vec<Vec<Option<Vec<i64>>>>,
}

impl Case {
    pub(crate) fn rows(&self) -> usize {
        self.cells.len()
    }

    pub(crate) fn columns(&self) -> usize {
        self.capacities.len()
    }

    /// Every pair that is allowed, by row and then by column: the order of the problem's edges.
    pub(crate) fn pairs(&self) -> Vec<Pair> {
        let of_row = |row: usize| move |(column, _): (usize, &Option<Vec<i64>>)| (row, column);
        let rows = self.cells.iter().enumerate();
        rows.flat_map(|(row, cells)| cells.iter().enumerate().filter(|(_, cell)| cell.is_some()).map(of_row(row)))
            .collect()
    }

    pub(crate) fn values(&self, (row, column): Pair) -> &[i64] {
        self.cells[row][column].as_deref().expect("an allowed pair")
    }

    pub(crate) fn priority(&self, row: usize) -> i64 {
        i64::from(self.tier_count - self.tiers[row])
    }

    pub(crate) fn parts(&self) -> ProblemParts {
        let pairs = self.pairs();
        let row_starts = (0..=self.rows()).map(|end| pairs.iter().filter(|(row, _)| *row < end).count()).collect();
        // What may be left out is left out, so that both ways of saying it are taken.
        let plain = self.demands.iter().all(|demand| *demand == 1);
        let grouped = self.group_of.iter().any(Option::is_some);
        ProblemParts {
            tier_count: self.tier_count,
            tiers: self.tiers.clone(),
            demands: if plain { Vec::new() } else { self.demands.clone() },
            capacities: self.capacities.clone(),
            ceilings: Ceilings {
                group_of: if grouped { self.group_of.clone() } else { Vec::new() },
                limits: self.limits.clone(),
            },
            use_columns: self.use_columns,
            row_starts,
            columns: pairs.iter().map(|(_, column)| u32::try_from(*column).unwrap()).collect(),
            levels: (0..self.levels).map(|at| pairs.iter().map(|pair| self.values(*pair)[at]).collect()).collect(),
        }
    }

    pub(crate) fn problem(&self) -> Problem {
        Problem::new(self.parts()).unwrap()
    }

    /// The edges of these pairs.
    pub(crate) fn edges(&self, chosen: &[Pair]) -> Vec<usize> {
        let pairs = self.pairs();
        chosen.iter().map(|pair| pairs.binary_search(pair).expect("an allowed pair")).collect()
    }

    /// The pairs of these edges.
    pub(crate) fn pairs_of(&self, edges: &[usize]) -> Vec<Pair> {
        let pairs = self.pairs();
        edges.iter().map(|edge| pairs[*edge]).collect()
    }

    /// Whether the pairs are an assignment: counted pair by pair.
    pub(crate) fn allows(&self, chosen: &[Pair]) -> bool {
        let count = |is: &dyn Fn(&Pair) -> bool| chosen.iter().filter(|pair| is(pair)).count();
        let once = |pair: &Pair| self.cells[pair.0][pair.1].is_some() && count(&|other| other == pair) == 1;
        chosen.iter().all(once)
            && (0..self.rows()).all(|row| count(&|pair| pair.0 == row) <= self.demands[row] as usize)
            && (0..self.columns()).all(|column| count(&|pair| pair.1 == column) <= self.capacities[column] as usize)
            && self.limits.iter().enumerate().all(|(group, limit)| {
                count(&|pair| self.group_of[pair.1].is_some_and(|of| of as usize == group)) <= *limit as usize
            })
    }
}

//! The conditions, checked against their problem.

use std::error::Error;
use std::fmt;

use super::company::Company;
use crate::problem::Problem;

/// The material of [`Conditions`], not yet checked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ConditionParts {
    /// What pairs use up: one or more scales, such as hours or caseload points.
    pub weights: Vec<Weights>,
    /// Limits on what is used up.
    pub budgets: Vec<Budget>,
    /// Pairs of rows that may not share a column, the lower row first, ascending.
    pub apart: Vec<(u32, u32)>,
}

/// How much of something each pair uses up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Weights {
    /// The same for all edges of a row: one entry a row.
    Rows(Vec<u32>),
    /// One entry an edge.
    Edges(Vec<u32>),
}

/// What the pairs of some columns use up together may not exceed a limit.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Budget {
    /// Index into [`ConditionParts::weights`].
    pub weights: usize,
    /// The columns, strictly ascending.
    pub columns: Vec<u32>,
    /// The most they may use up together, in the unit of the weights.
    pub limit: u64,
}

/// Checked conditions on the assignments of a problem.
#[derive(Debug, Clone)]
pub struct Conditions<'p> {
    pub(super) problem: &'p Problem,
    pub(super) weights: Vec<Weights>,
    pub(super) budgets: Vec<Budget>,
    /// Which rows can share a column, beyond pairs of them.
    pub(super) company: Option<&'p dyn Company>,
    /// The row of each edge.
    pub(super) edge_rows: Vec<u32>,
    /// The budgets each column is in, in order.
    budgets_of: Lists,
    /// The rows each row may not share a column with, ascending.
    apart_from: Lists,
    /// The edges of each column, ascending.
    edges_of: Lists,
}

/// Why conditions were refused. Counted from 0.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum ConditionsError {
    /// These weights have neither one entry a row nor one an edge, whichever they say.
    WeightsLength {
        /// Which weights.
        weights: usize,
        /// The length needed.
        expected: usize,
        /// The length given.
        given: usize,
    },
    /// A budget names weights that do not exist.
    NoWeights {
        /// The budget.
        budget: usize,
    },
    /// A budget's columns are not strictly ascending, or one does not exist.
    Columns {
        /// The budget.
        budget: usize,
    },
    /// A pair of rows is not in order, stands with itself, or names a row that does not exist.
    Apart {
        /// Its place in the list.
        pair: usize,
    },
}

impl<'p> Conditions<'p> {
    /// Checks conditions against the problem they are for. Time: linear in edges, budgets' columns and pairs of rows.
    ///
    /// # Errors
    ///
    /// The first inconsistency found.
    pub fn new(problem: &'p Problem, parts: ConditionParts) -> Result<Self, ConditionsError> {
        check(problem, &parts)?;
        let ConditionParts { weights, budgets, apart } = parts;
        let edge_rows: Vec<u32> =
            (0..problem.rows()).flat_map(|row| problem.edges_of(row).map(move |_| row as u32)).collect();
        let in_budget =
            budgets.iter().enumerate().flat_map(|(at, budget)| budget.columns.iter().map(move |c| (*c, at as u32)));
        let budgets_of = Lists::new(problem.columns(), in_budget);
        // The lower neighbours of each row, then the higher: ascending, as the pairs are.
        let lower = apart.iter().map(|(left, right)| (*right, *left));
        let apart_from = Lists::new(problem.rows(), lower.chain(apart.iter().copied()));
        let edges = problem.edge_columns().iter().enumerate().map(|(edge, column)| (*column, edge as u32));
        let edges_of = Lists::new(problem.columns(), edges);
        Ok(Self { problem, weights, budgets, company: None, edge_rows, budgets_of, apart_from, edges_of })
    }

    /// The same, and rows that share a column have to get on.
    #[must_use]
    pub fn in_company(self, company: &'p dyn Company) -> Self {
        Self { company: Some(company), ..self }
    }

    /// The rows of a column's edges that cannot share it, ascending; none where they can. Edges ascending.
    pub(super) fn at_odds(&self, column: u32, edges: &[usize]) -> Option<Vec<u32>> {
        let company = self.company.filter(|_| edges.len() > 1)?;
        let rows: Vec<u32> = edges.iter().map(|edge| self.edge_rows[*edge]).collect();
        company.at_odds(column, &rows)
    }

    /// The problem they are for.
    pub fn problem(&self) -> &'p Problem {
        self.problem
    }

    /// What an edge uses up of a budget's limit, if its column is in the budget.
    pub(super) fn weight(&self, budget: usize, edge: usize) -> u64 {
        u64::from(match &self.weights[self.budgets[budget].weights] {
            Weights::Rows(each) => each[self.edge_rows[edge] as usize],
            Weights::Edges(each) => each[edge],
        })
    }

    /// The budgets that an edge uses up something of.
    pub(super) fn budgets_of(&self, edge: usize) -> &[u32] {
        self.budgets_of.of(self.problem.columns[edge])
    }

    /// The rows that a row may not share a column with.
    pub(super) fn apart_from(&self, row: u32) -> &[u32] {
        self.apart_from.of(row)
    }

    /// The edges of a column.
    pub(super) fn edges_of(&self, column: u32) -> &[u32] {
        self.edges_of.of(column)
    }
}

/// A list for each of some things, one after another.
#[derive(Debug, Clone)]
struct Lists {
    starts: Vec<usize>,
    all: Vec<u32>,
}

impl Lists {
    /// Lists from pairs of a thing and what belongs to it, in the order given.
    fn new(things: usize, pairs: impl Iterator<Item = (u32, u32)> + Clone) -> Self {
        let mut starts = vec![0; things + 1];
        for (thing, _) in pairs.clone() {
            starts[thing as usize + 1] += 1;
        }
        for thing in 0..things {
            starts[thing + 1] += starts[thing];
        }
        let mut next = starts.clone();
        let mut all = vec![0; starts[things]];
        for (thing, item) in pairs {
            all[next[thing as usize]] = item;
            next[thing as usize] += 1;
        }
        Self { starts, all }
    }

    fn of(&self, thing: u32) -> &[u32] {
        &self.all[self.starts[thing as usize]..self.starts[thing as usize + 1]]
    }
}

fn check(problem: &Problem, parts: &ConditionParts) -> Result<(), ConditionsError> {
    for (weights, each) in parts.weights.iter().enumerate() {
        let (expected, given) = match each {
            Weights::Rows(each) => (problem.rows(), each.len()),
            Weights::Edges(each) => (problem.edges(), each.len()),
        };
        if expected != given {
            return Err(ConditionsError::WeightsLength { weights, expected, given });
        }
    }
    for (budget, Budget { weights, columns, .. }) in parts.budgets.iter().enumerate() {
        if *weights >= parts.weights.len() {
            return Err(ConditionsError::NoWeights { budget });
        }
        let known = columns.last().is_none_or(|column| (*column as usize) < problem.columns());
        if !known || !columns.is_sorted_by(|left, right| left < right) {
            return Err(ConditionsError::Columns { budget });
        }
    }
    let mut before = None;
    for (pair, (left, right)) in parts.apart.iter().enumerate() {
        if left >= right || *right as usize >= problem.rows() || before >= Some((left, right)) {
            return Err(ConditionsError::Apart { pair });
        }
        before = Some((left, right));
    }
    Ok(())
}

impl fmt::Display for ConditionsError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::WeightsLength { weights, expected, given } => {
                write!(f, "weights {weights} have {given} entries, they need {expected}")
            }
            Self::NoWeights { budget } => write!(f, "budget {budget} names weights that are absent"),
            Self::Columns { budget } => write!(f, "the columns of budget {budget} are not ascending or not all there"),
            Self::Apart { pair } => {
                write!(f, "pair {pair} of rows to be kept apart is out of order or names a row that is absent")
            }
        }
    }
}

impl Error for ConditionsError {}

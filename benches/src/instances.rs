//! Public instances of the assignment problem: generators that others can repeat bit for bit, with the checksums and
//! optima that several solvers agree on.

pub mod dense;
pub mod edits;
pub mod sparse;

use crate::dice::unit;
use alongside_solver::{Problem, ProblemError, ProblemParts};
use pathfinding::matrix::Matrix;

/// One instance, to be maximised: as many rows as can be, then the total.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Instance {
    /// Its rows.
    pub rows: usize,
    /// How many rows each column takes.
    pub capacities: Vec<u32>,
    /// Row, column and value of each edge, in order of row, then column.
    pub edges: Vec<(usize, usize, i64)>,
}

/// What is known of an instance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known {
    /// Number of edges.
    pub edges: usize,
    /// Sum of their values.
    pub sum: i64,
    /// Rows that the best assignment serves.
    pub served: usize,
    /// Its total.
    pub total: i64,
}

/// `sr1k20`: 1000 by 1000, twenty draws a row, everybody can be served.
pub const RANDOM: Known = Known { edges: 19_810, sum: 9_908_601, served: 1000, total: 920_408 };

/// `sc1k20`: 1000 by 900 in regions that do not agree with each other, so that not everybody can be served.
pub const CLUSTERED: Known = Known { edges: 19_320, sum: 11_199_358, served: 900, total: 742_654 };

/// The cost of the best assignment of [`dense()`], from the exact costs.
pub const DENSE_COST: f64 = 1.558_823_016_932_678_7;

/// The whole part of a number from 0 up.
fn floor(number: f64) -> usize {
    #[expect(clippy::cast_sign_loss, reason = "never below 0")]
    let floor = number as usize;
    floor
}

/// `sr...`: `draws` columns drawn for each row, repetitions dropped; with `capacities`, a column takes 1 to 5 rows.
pub fn sparse_random(rows: usize, columns: usize, draws: usize, seed: u64, capacities: bool) -> Instance {
    let drawn = (0..rows * draws).map(|at| {
        let column = floor(columns as f64 * unit(seed, 1, at as u64));
        (at / draws, column)
    });
    let value = |row: usize, column: usize| 1 + (1000.0 * unit(seed, 2, (row * columns + column) as u64)) as i64;
    finish(rows, places(columns, seed, capacities), drawn.collect(), value)
}

/// `sc...`: regions of about 250 rows, demand and supply skewed against each other, a tenth of the draws across.
pub fn sparse_clustered(rows: usize, columns: usize, draws: usize, seed: u64) -> Instance {
    let regions = (rows / 250).max(1);
    let at = |stream: u64, index: usize| unit(seed, stream, index as u64);
    let home: Vec<usize> = (0..rows).map(|row| floor(regions as f64 * at(4, row).powf(1.3))).collect();
    let mut members: Vec<Vec<usize>> = vec![Vec::new(); regions];
    for column in 0..columns {
        members.get_mut(floor(regions as f64 * at(5, column))).into_iter().for_each(|one| one.push(column));
    }
    let mut drawn = Vec::with_capacity(rows * draws);
    for (row, home) in home.iter().enumerate() {
        for index in row * draws..(row + 1) * draws {
            let region = (home + usize::from(at(6, index) >= 0.9)) % regions;
            let within = members.get(region).map_or(&[][..], Vec::as_slice);
            let column = within.get(floor(within.len() as f64 * at(7, index)));
            drawn.extend(column.map(|column| (row, *column)));
        }
    }
    let value = |row: usize, column: usize| {
        let (x, y) = (at(8, row) - at(10, column), at(9, row) - at(11, column));
        // Not `hypot` and not a fused operation: the checksums are of exactly these steps.
        let near = 1.0 - (x * x + y * y).sqrt() / 2f64.sqrt();
        1 + (600.0 * near) as i64 + (400.0 * at(2, row * columns + column)) as i64
    };
    finish(rows, places(columns, seed, false), drawn, value)
}

/// `u500`: every row may go to every column at a cost from 0 to 1, here in units of 2^-40 and turned round.
pub fn dense(size: usize, seed: u64) -> Instance {
    let cells = (0..size * size).map(|at| (at / size, at % size));
    let value = |row: usize, column: usize| -((cost(size, seed, row, column) * 2f64.powi(40)) as i64);
    finish(size, vec![1; size], cells.collect(), value)
}

/// The exact cost of a cell of [`dense()`].
pub fn cost(size: usize, seed: u64, row: usize, column: usize) -> f64 {
    unit(seed, 0, (row * size + column) as u64)
}

fn places(columns: usize, seed: u64, capacities: bool) -> Vec<u32> {
    let place = |column: usize| if capacities { 1 + floor(5.0 * unit(seed, 3, column as u64)) as u32 } else { 1 };
    (0..columns).map(place).collect()
}

fn finish(
    rows: usize,
    capacities: Vec<u32>,
    mut drawn: Vec<(usize, usize)>,
    value: impl Fn(usize, usize) -> i64,
) -> Instance {
    drawn.sort_unstable();
    drawn.dedup();
    let edges = drawn.into_iter().map(|(row, column)| (row, column, value(row, column))).collect();
    Instance { rows, capacities, edges }
}

impl Instance {
    /// Sum of the edges' values.
    pub fn sum(&self) -> i64 {
        self.edges.iter().map(|(_, _, value)| value).sum()
    }

    /// The instance as the engine's solver takes it.
    ///
    /// # Errors
    /// None for an instance of this module.
    pub fn problem(&self) -> Result<Problem, ProblemError> {
        let mut row_starts = vec![0];
        row_starts.extend((0..self.rows).map(|row| self.edges.partition_point(|(at, ..)| *at <= row)));
        Problem::new(ProblemParts {
            tier_count: 1,
            tiers: vec![0; self.rows],
            capacities: self.capacities.clone(),
            row_starts,
            columns: self.edges.iter().map(|(_, column, _)| *column as u32).collect(),
            levels: vec![self.edges.iter().map(|(_, _, value)| *value).collect()],
            ..ProblemParts::default()
        })
    }

    /// The instance as a solver of full matrices takes it, and what each row served is worth there beside its value.
    ///
    /// A place is a column of its own. To be served is worth more than all values together, so that the best total has
    /// the most rows; no edge is worth nothing. Rows and columns change sides where there are more rows.
    pub fn matrix(&self) -> (Matrix<i64>, i64) {
        let starts: Vec<usize> = std::iter::once(0)
            .chain(self.capacities.iter().scan(0, |sum, places| {
                *sum += *places as usize;
                Some(*sum)
            }))
            .collect();
        let columns = starts.last().copied().unwrap_or(0);
        let rows = i64::try_from(self.rows).unwrap_or(i64::MAX);
        let served = 1 + self.edges.iter().map(|(_, _, value)| value.abs()).max().unwrap_or(0) * 2 * rows;
        let turned = self.rows > columns;
        let (height, width) = if turned { (columns, self.rows) } else { (self.rows, columns) };
        let mut matrix = Matrix::new(height, width, 0);
        for (row, column, value) in &self.edges {
            let places = starts.get(*column).copied().unwrap_or(0)..starts.get(column + 1).copied().unwrap_or(0);
            for place in places {
                let cell = if turned { (place, *row) } else { (*row, place) };
                if let Some(cell) = matrix.get_mut(cell) {
                    *cell = served + value;
                }
            }
        }
        (matrix, served)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_instances_are_those_of_the_others() {
        let sparse =
            [(sparse_random(1000, 1000, 20, 105, false), RANDOM), (sparse_clustered(1000, 900, 20, 205), CLUSTERED)];
        for (instance, known) in sparse {
            assert_eq!((instance.edges.len(), instance.sum()), (known.edges, known.sum));
        }
        let cells = (0..500).flat_map(|row| (0..500).map(move |column| cost(500, 1500, row, column)));
        assert!((cells.sum::<f64>() - 124_630.737_695_14).abs() < 1e-6);
    }
}

//! How far from room a column is at least.

use super::{NONE, Seats};
use crate::problem::Problem;

/// Steps to room, one for each row that would have to move.
///
/// From [`Labels::far`] on there is no way to room, and the label counts the steps to a row of the tier at hand, which
/// may lose its seat to a row that was counted before; from [`Labels::closed`] on there is no way at all.
#[derive(Debug)]
pub(super) struct Labels {
    /// At most the true steps from each column, and never falling while a tier is seated.
    pub(super) column: Vec<u32>,
    /// For each row that has a seat, at most the steps its column is from room if this row is the one to move.
    pub(super) row: Vec<u32>,
    pub(super) far: u32,
    pub(super) closed: u32,
    /// The rows with an edge to each column, made when first needed.
    back: Option<Back>,
    queue: Vec<u32>,
}

/// The edges seen from the columns.
#[derive(Debug)]
struct Back {
    starts: Vec<u32>,
    rows: Vec<u32>,
}

impl Labels {
    pub(super) fn new(problem: &Problem, seats: &Seats) -> Self {
        // A shortest way passes a full column at most once, and no more columns can be full than there are rows.
        let far = problem.rows().min(problem.columns()) as u32 + 2;
        let closed = 2 * far + 2;
        let column = seats.worth.iter().map(|worth| if *worth == 0 { 0 } else { closed }).collect();
        Self { column, row: vec![0; problem.rows()], far, closed, back: None, queue: Vec::new() }
    }

    /// Makes every label exact, breadth first from the room there is. Time: edges.
    pub(super) fn renew(&mut self, problem: &Problem, seats: &mut Seats, tier: u8) {
        let back = self.back.take().unwrap_or_else(|| Back::new(problem));
        self.column.fill(self.closed);
        self.row.fill(self.closed);
        self.queue.clear();
        for column in 0..problem.columns() as u32 {
            if seats.worth[column as usize] == 0 && seats.seating.has_room(problem, column) {
                self.column[column as usize] = 0;
                self.queue.push(column);
            }
        }
        self.spread(seats, &back, 0);
        let reached = self.queue.len();
        for (row, owner) in problem.tiers().iter().enumerate() {
            if *owner == tier && self.row[row] == self.closed {
                let column = seats.seating.column(row);
                if column == NONE || seats.worth[column as usize] != 0 {
                    continue;
                }
                self.row[row] = self.far;
                if self.column[column as usize] == self.closed {
                    self.column[column as usize] = self.far;
                    self.queue.push(column);
                }
            }
        }
        self.spread(seats, &back, reached);
        for column in 0..problem.columns() as u32 {
            self.heapify(seats, column);
        }
        self.back = Some(back);
    }

    fn spread(&mut self, seats: &Seats, back: &Back, mut next: usize) {
        while let Some(column) = self.queue.get(next).copied() {
            next += 1;
            let steps = self.column[column as usize] + 1;
            for row in back.of(column) {
                if self.row[*row as usize] != self.closed {
                    continue;
                }
                let from = seats.seating.column(*row as usize);
                if from == NONE || from == column || seats.worth[from as usize] != 0 {
                    continue;
                }
                self.row[*row as usize] = steps;
                if self.column[from as usize] == self.closed {
                    self.column[from as usize] = steps;
                    self.queue.push(from);
                }
            }
        }
    }

    /// Puts a column's holders in the order of a heap, the one nearest to room first.
    pub(super) fn heapify(&self, seats: &mut Seats, column: u32) {
        let holders = seats.seating.holders_mut(column);
        for at in (0..holders.len() / 2).rev() {
            self.sink(holders, at);
        }
    }

    /// Lets the holder at a place of the heap sink to where it belongs.
    pub(super) fn sink(&self, holders: &mut [u32], mut at: usize) {
        loop {
            let mut child = 2 * at + 1;
            if child >= holders.len() {
                return;
            }
            let steps = |at: usize| self.row[holders[at] as usize];
            if child + 1 < holders.len() && steps(child + 1) < steps(child) {
                child += 1;
            }
            if steps(at) <= steps(child) {
                return;
            }
            holders.swap(at, child);
            at = child;
        }
    }
}

impl Back {
    fn new(problem: &Problem) -> Self {
        let mut starts = vec![0_u32; problem.columns() + 2];
        for column in problem.edge_columns() {
            starts[*column as usize + 2] += 1;
        }
        for at in 2..starts.len() {
            starts[at] += starts[at - 1];
        }
        let mut rows = vec![0; problem.edges()];
        for row in 0..problem.rows() {
            for column in &problem.edge_columns()[problem.edges_of(row)] {
                let at = &mut starts[*column as usize + 1];
                rows[*at as usize] = row as u32;
                *at += 1;
            }
        }
        Self { starts, rows }
    }

    fn of(&self, column: u32) -> &[u32] {
        &self.rows[self.starts[column as usize] as usize..self.starts[column as usize + 1] as usize]
    }
}

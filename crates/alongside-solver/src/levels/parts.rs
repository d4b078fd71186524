//! The parts in which something is left to decide.

use super::components::Components;
use super::standing::Standing;
use super::tight::Tight;
use crate::problem::Problem;
use crate::tiers::NONE;

/// Rows and columns by part. What is in no part is settled: nothing about it can change at this level or below.
#[derive(Debug)]
pub(crate) struct Parts {
    /// The part of each column, or [`NONE`].
    pub(crate) of_column: Vec<u32>,
    /// The part of each row, or [`NONE`].
    pub(crate) of_row: Vec<u32>,
    /// Where each part's columns begin in `columns`.
    column_starts: Vec<u32>,
    columns: Vec<u32>,
    row_starts: Vec<u32>,
    rows: Vec<u32>,
    /// The place of each row and column within its part.
    pub(crate) place_of_row: Vec<u32>,
    pub(crate) place_of_column: Vec<u32>,
    /// Whether each part touches the outside, so that places may stay empty or rows wait.
    pub(crate) open: Vec<bool>,
    /// Pieces with nothing to decide that hold some row.
    pub(crate) settled: usize,
}

impl Parts {
    /// Components with more than one column, and the connected pieces of the outside's. Time: tight edges.
    pub(crate) fn of(problem: &Problem, standing: &Standing, tight: &Tight, components: &Components) -> Self {
        let mut pieces = Pieces { parent: (0..problem.columns() as u32).collect() };
        let outside = components.outside();
        for run in components.order.chunk_by(|one, other| same(components, *one, *other)) {
            if components.of[run[0] as usize] != outside {
                for node in &run[1..] {
                    pieces.join(run[0], *node);
                }
            }
        }
        let mut choice = vec![false; problem.columns()];
        let inside = |column: u32| components.of[column as usize] == outside;
        let mut entry = vec![NONE; problem.rows()];
        for (row, entry) in entry.iter_mut().enumerate() {
            let own = standing.seating.column(row);
            if own != NONE && !inside(own) {
                continue;
            }
            *entry = own;
            for edge in tight.of_row(row) {
                let column = problem.edge_columns()[*edge as usize];
                if !inside(column) || column == own {
                    continue;
                }
                choice[column as usize] = true;
                if *entry == NONE {
                    *entry = column;
                } else if pieces.parent[column as usize] != pieces.parent[*entry as usize] {
                    pieces.join(*entry, column);
                }
            }
        }
        Self::number(problem, standing, components, &mut pieces, &choice, &entry)
    }

    fn number(
        problem: &Problem,
        standing: &Standing,
        components: &Components,
        pieces: &mut Pieces,
        choice: &[bool],
        entry: &[u32],
    ) -> Self {
        let columns = problem.columns() as u32;
        let (mut chosen, mut held) = (vec![false; columns as usize], vec![false; columns as usize]);
        for column in 0..columns {
            let root = pieces.root(column);
            let inside = components.of[column as usize] == components.outside();
            chosen[root as usize] |= choice[column as usize] || (!inside && root != column);
            held[root as usize] |= standing.seating.taken(column) > 0;
        }
        let mut label = vec![NONE; columns as usize];
        let mut open = Vec::new();
        let mut of_column = vec![NONE; columns as usize];
        for column in 0..columns {
            let root = pieces.root(column) as usize;
            if chosen[root] {
                if label[root] == NONE {
                    label[root] = open.len() as u32;
                    open.push(components.of[column as usize] == components.outside());
                }
                of_column[column as usize] = label[root];
            }
        }
        let of_row: Vec<u32> = (0..problem.rows())
            .map(|row| match standing.seating.column(row) {
                NONE if entry[row] == NONE => NONE,
                NONE => of_column[entry[row] as usize],
                column => of_column[column as usize],
            })
            .collect();
        let settled = (0..columns as usize).filter(|root| held[*root] && !chosen[*root]).count();
        let (column_starts, columns, place_of_column) = sorted(&of_column, open.len());
        let (row_starts, rows, place_of_row) = sorted(&of_row, open.len());
        Self {
            of_column,
            of_row,
            column_starts,
            columns,
            row_starts,
            rows,
            place_of_row,
            place_of_column,
            open,
            settled,
        }
    }

    pub(crate) fn count(&self) -> usize {
        self.open.len()
    }

    /// The columns of a part, ascending.
    pub(crate) fn columns(&self, part: usize) -> &[u32] {
        &self.columns[self.column_starts[part] as usize..self.column_starts[part + 1] as usize]
    }

    /// The rows of a part, ascending.
    pub(crate) fn rows(&self, part: usize) -> &[u32] {
        &self.rows[self.row_starts[part] as usize..self.row_starts[part + 1] as usize]
    }
}

fn same(components: &Components, one: u32, other: u32) -> bool {
    components.of[one as usize] == components.of[other as usize]
}

/// Counting sort by part: where each begins, the members, each member's place.
fn sorted(of: &[u32], parts: usize) -> (Vec<u32>, Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; parts + 1];
    for part in of.iter().filter(|part| **part != NONE) {
        starts[*part as usize + 1] += 1;
    }
    for part in 0..parts {
        starts[part + 1] += starts[part];
    }
    let mut next = starts.clone();
    let mut members = vec![0; starts[parts] as usize];
    let mut places = vec![0; of.len()];
    for (member, part) in of.iter().enumerate().filter(|(_, part)| **part != NONE) {
        let at = &mut next[*part as usize];
        members[*at as usize] = member as u32;
        places[member] = *at - starts[*part as usize];
        *at += 1;
    }
    (starts, members, places)
}

/// Union and find with halved paths (Tarjan, 1975); the lower number leads.
struct Pieces {
    parent: Vec<u32>,
}

impl Pieces {
    fn root(&mut self, mut node: u32) -> u32 {
        while self.parent[node as usize] != node {
            let above = self.parent[self.parent[node as usize] as usize];
            self.parent[node as usize] = above;
            node = above;
        }
        node
    }

    fn join(&mut self, one: u32, other: u32) {
        let (one, other) = (self.root(one), self.root(other));
        self.parent[one.max(other) as usize] = one.min(other);
    }
}

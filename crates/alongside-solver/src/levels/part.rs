//! One part at one level, as a transport problem.

use super::parts::Parts;
use super::standing::Standing;
use super::tight::Tight;
use crate::problem::Problem;
use crate::transport::Transport;

/// The columns of a transport problem, owned. Bidders are the side that is filled in every answer: columns that closed
/// for a tier, else rows.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) scarce: bool,
    starts: Vec<usize>,
    items: Vec<u32>,
    values: Vec<i64>,
    demands: Vec<u32>,
    capacities: Vec<u32>,
    required: Vec<bool>,
    /// Rows with a tight edge that leads out of the part.
    pub(super) crossing: Vec<u32>,
    /// The problem's edge of each of the part's.
    pub(super) edges: Vec<u32>,
}

/// What a level works on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level<'a> {
    pub(super) problem: &'a Problem,
    pub(super) values: &'a [i64],
    pub(super) standing: &'a Standing,
    pub(super) tight: &'a Tight,
    pub(super) parts: &'a Parts,
}

impl Part {
    /// Time: tight edges of the part's rows.
    pub(super) fn new(level: &Level<'_>, part: usize) -> Self {
        let (rows, columns) = (level.parts.rows(part), level.parts.columns(part));
        let scarce = columns.first().is_some_and(|column| level.standing.scarce[*column as usize]);
        let closed = !level.parts.open[part];
        let mut made = if scarce { Self::by_columns(level, part) } else { Self::by_rows(level, part) };
        let seated = |row: &u32| closed || level.standing.row_seated[*row as usize];
        let full = |column: &u32| closed || level.standing.column_full[*column as usize];
        // A column of a closed part keeps as many rows as it has, even where it has room for more.
        let room = |column: &u32| {
            if closed || scarce {
                level.standing.seating.taken(*column)
            } else {
                level.problem.capacities()[*column as usize]
            }
        };
        if scarce {
            made.demands = columns.iter().map(room).collect();
            made.capacities = vec![1; rows.len()];
            made.required = rows.iter().map(seated).collect();
        } else {
            made.demands = vec![1; rows.len()];
            made.capacities = columns.iter().map(room).collect();
            made.required = columns.iter().map(full).collect();
        }
        made.scarce = scarce;
        made
    }

    pub(super) fn transport(&self) -> Transport<'_> {
        Transport {
            starts: &self.starts,
            items: &self.items,
            values: &self.values,
            demands: &self.demands,
            capacities: &self.capacities,
            required: &self.required,
        }
    }

    fn empty() -> Self {
        Self {
            scarce: false,
            starts: vec![0],
            items: Vec::new(),
            values: Vec::new(),
            demands: Vec::new(),
            capacities: Vec::new(),
            required: Vec::new(),
            crossing: Vec::new(),
            edges: Vec::new(),
        }
    }

    fn by_rows(level: &Level<'_>, part: usize) -> Self {
        let mut made = Self::empty();
        for row in level.parts.rows(part) {
            for (edge, column) in inner(level, part, *row) {
                made.items.push(level.parts.place_of_column[column as usize]);
                made.values.push(level.values[edge as usize]);
                made.edges.push(edge);
            }
            let inside = made.items.len() - made.starts[made.starts.len() - 1];
            if inside < level.tight.of_row(*row as usize).len() {
                made.crossing.push(*row);
            }
            made.starts.push(made.items.len());
        }
        made
    }

    fn by_columns(level: &Level<'_>, part: usize) -> Self {
        let mut made = Self::empty();
        made.starts = vec![0; level.parts.columns(part).len() + 1];
        let (starts, places) = (&mut made.starts, &level.parts.place_of_column);
        for row in level.parts.rows(part) {
            let mut inside = 0;
            for (_, column) in inner(level, part, *row) {
                starts[places[column as usize] as usize + 1] += 1;
                inside += 1;
            }
            if inside < level.tight.of_row(*row as usize).len() {
                made.crossing.push(*row);
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let total = starts[starts.len() - 1];
        let mut next = starts.clone();
        (made.items, made.values, made.edges) = (vec![0; total], vec![0; total], vec![0; total]);
        for row in level.parts.rows(part) {
            for (edge, column) in inner(level, part, *row) {
                let at = &mut next[places[column as usize] as usize];
                made.items[*at] = level.parts.place_of_row[*row as usize];
                made.values[*at] = level.values[edge as usize];
                made.edges[*at] = edge;
                *at += 1;
            }
        }
        made
    }
}

/// The tight edges of a row that stay inside its part, with their columns.
fn inner<'a>(level: &Level<'a>, part: usize, row: u32) -> impl Iterator<Item = (u32, u32)> + use<'a> {
    let Level { problem, tight, parts, .. } = *level;
    let edges = tight.of_row(row as usize).iter().map(|edge| (*edge, problem.edge_columns()[*edge as usize]));
    edges.filter(move |(_, column)| parts.of_column[*column as usize] == part as u32)
}

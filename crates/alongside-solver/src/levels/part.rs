//! One part at one level, as a transport problem.

use super::parts::Parts;
use super::standing::Standing;
use super::tight::Tight;
use crate::certificate::Potentials;
use crate::problem::Problem;
use crate::tiers::NONE;
use crate::transport::{Plan, Transport};
use std::borrow::Cow;

/// The columns of a transport problem. Bidders are the side that is filled in every answer: columns that closed for a
/// tier, else rows. Where such a column has several places rows bid too, and waiting is one item more: as many
/// as there are too many take it, and what it is worth to them is what everybody's potential is counted from.
#[derive(Debug)]
pub(super) struct Part<'a> {
    scarce: bool,
    /// Whether rows bid although columns are scarce: the last item is then to wait, for as many as have to.
    waits: bool,
    /// These of a part that is the whole problem are the problem's own.
    starts: Cow<'a, [usize]>,
    items: Cow<'a, [u32]>,
    values: Cow<'a, [i64]>,
    demands: Vec<u32>,
    capacities: Vec<u32>,
    required: Vec<bool>,
    /// Rows with a tight edge that leads out of the part.
    pub(super) crossing: Vec<u32>,
    /// The problem's edge of each of the part's.
    pub(super) edges: Cow<'a, [u32]>,
}

/// What a level works on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Level<'s, 'a> {
    pub(super) problem: &'a Problem,
    pub(super) values: &'a [i64],
    pub(super) standing: &'s Standing,
    pub(super) tight: &'a Tight,
    pub(super) parts: &'s Parts,
}

impl<'a> Part<'a> {
    /// Time: tight edges of the part's rows.
    pub(super) fn new(level: &Level<'_, 'a>, part: usize) -> Self {
        let (rows, columns) = (level.parts.rows(part), level.parts.columns(part));
        let scarce = columns.first().is_some_and(|column| level.standing.scarce[*column as usize]);
        let closed = !level.parts.open[part];
        let waits = scarce && columns.iter().any(|column| level.standing.seating.taken(*column) > 1);
        let scarce = scarce && !waits;
        let mut made = if scarce {
            Self::by_columns(level, part)
        } else if waits {
            Self::by_rows(level, part, |row| !closed && !level.standing.row_seated[row as usize])
        } else if is_whole(level, part) {
            Self::whole(level)
        } else {
            Self::by_rows(level, part, |_| false)
        };
        let seated = |row: &u32| closed || level.standing.row_seated[*row as usize];
        let full = |column: &u32| closed || level.standing.column_full[*column as usize];
        // A column of a closed part keeps as many rows as it has, even where it has room for more.
        let room = |column: &u32| {
            if closed || scarce || waits {
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
            if waits {
                let places: u32 = made.capacities.iter().sum();
                made.capacities.push(rows.len() as u32 - places);
                made.required.push(true);
            }
        }
        (made.scarce, made.waits) = (scarce, waits);
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

    /// What a plan chooses: each row, of those given, with the problem's edge.
    pub(super) fn chosen<'s>(
        &'s self,
        plan: &'s Plan,
        rows: &'s [u32],
    ) -> impl Iterator<Item = (u32, u32)> + use<'s, 'a> {
        let row = |bidder: usize, edge: usize| if self.scarce { rows[self.items[edge] as usize] } else { rows[bidder] };
        let chosen = plan.chosen.iter().enumerate();
        let chosen = chosen.map(move |(bidder, edge)| (row(bidder, *edge as usize), self.edges[*edge as usize]));
        chosen.filter(|(_, edge)| *edge != NONE)
    }

    /// The potentials of the part's rows and of its columns that a plan comes to.
    pub(super) fn potentials<'s>(
        &self,
        plan: &'s Plan,
    ) -> (impl Iterator<Item = i64> + use<'s>, impl Iterator<Item = i64> + use<'s>) {
        let (rows, columns) = if self.scarce { (&plan.prices, &plan.profits) } else { (&plan.profits, &plan.prices) };
        let free = if self.waits { plan.prices.last().map_or(0, |price| -price) } else { 0 };
        (rows.iter().map(move |row| row - free), columns.iter().map(move |column| column + free))
    }

    /// The prices of items that the potentials of a level come to.
    pub(super) fn prices(&self, level: &Level<'_, 'a>, part: usize, known: &Potentials) -> Vec<i64> {
        if self.scarce {
            return level.parts.rows(part).iter().map(|row| known.rows[*row as usize]).collect();
        }
        let columns = level.parts.columns(part).iter().map(|column| known.columns[*column as usize]);
        columns.chain(self.waits.then_some(0)).collect()
    }

    /// Edges of the problem in the part.
    pub(super) fn edge_count(&self) -> usize {
        self.edges.iter().filter(|edge| **edge != NONE).count()
    }

    /// What each of the part's edges is worth at some level.
    pub(super) fn worth<'s>(&'s self, values: &'s [i64]) -> impl Iterator<Item = i64> + use<'s, 'a> {
        self.edges.iter().map(|edge| if *edge == NONE { 0 } else { values[*edge as usize] })
    }

    fn of(starts: Vec<usize>, items: Vec<u32>, values: Vec<i64>, edges: Vec<u32>, crossing: Vec<u32>) -> Self {
        Self {
            scarce: false,
            waits: false,
            starts: starts.into(),
            items: items.into(),
            values: values.into(),
            demands: Vec::new(),
            capacities: Vec::new(),
            required: Vec::new(),
            crossing,
            edges: edges.into(),
        }
    }

    fn whole(level: &Level<'_, 'a>) -> Self {
        let mut made = Self::of(Vec::new(), Vec::new(), Vec::new(), Vec::new(), Vec::new());
        made.starts = level.problem.row_starts().into();
        made.items = level.problem.edge_columns().into();
        made.values = level.values.into();
        made.edges = level.tight.edges.as_slice().into();
        made
    }

    fn by_rows(level: &Level<'_, '_>, part: usize, waits: impl Fn(u32) -> bool) -> Self {
        let (rows, wait) = (level.parts.rows(part), level.parts.columns(part).len() as u32);
        let most = rows.iter().map(|row| level.tight.of_row(*row as usize).len() + usize::from(waits(*row))).sum();
        let (mut starts, mut crossing) = (Vec::with_capacity(rows.len() + 1), Vec::new());
        let (mut items, mut edges) = (Vec::with_capacity(most), Vec::with_capacity(most));
        let mut values = Vec::with_capacity(most);
        starts.push(0);
        for row in rows {
            let first = items.len();
            for (edge, column) in inner(level, part, *row) {
                items.push(level.parts.place_of_column[column as usize]);
                values.push(level.values[edge as usize]);
                edges.push(edge);
            }
            if items.len() - first < level.tight.of_row(*row as usize).len() {
                crossing.push(*row);
            }
            if waits(*row) {
                items.push(wait);
                values.push(0);
                edges.push(NONE);
            }
            starts.push(items.len());
        }
        Self::of(starts, items, values, edges, crossing)
    }

    fn by_columns(level: &Level<'_, '_>, part: usize) -> Self {
        let mut crossing = Vec::new();
        let mut starts = vec![0; level.parts.columns(part).len() + 1];
        let places = &level.parts.place_of_column;
        for row in level.parts.rows(part) {
            let mut inside = 0;
            for (_, column) in inner(level, part, *row) {
                starts[places[column as usize] as usize + 1] += 1;
                inside += 1;
            }
            if inside < level.tight.of_row(*row as usize).len() {
                crossing.push(*row);
            }
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        let total = starts[starts.len() - 1];
        let mut next = starts.clone();
        let (mut items, mut values, mut edges) = (vec![0; total], vec![0; total], vec![0; total]);
        for row in level.parts.rows(part) {
            for (edge, column) in inner(level, part, *row) {
                let at = &mut next[places[column as usize] as usize];
                items[*at] = level.parts.place_of_row[*row as usize];
                values[*at] = level.values[edge as usize];
                edges[*at] = edge;
                *at += 1;
            }
        }
        Self::of(starts, items, values, edges, crossing)
    }
}

/// Whether a part is all there is: every row, every column and every edge.
fn is_whole(level: &Level<'_, '_>, part: usize) -> bool {
    level.parts.rows(part).len() == level.problem.rows()
        && level.parts.columns(part).len() == level.problem.columns()
        && level.tight.edges.len() == level.problem.edges()
}

/// The tight edges of a row that stay inside its part, with their columns.
fn inner<'a>(level: &Level<'a, 'a>, part: usize, row: u32) -> impl Iterator<Item = (u32, u32)> + use<'a> {
    let Level { problem, tight, parts, .. } = *level;
    let edges = tight.of_row(row as usize).iter().map(|edge| (*edge, problem.edge_columns()[*edge as usize]));
    edges.filter(move |(_, column)| parts.of_column[*column as usize] == part as u32)
}

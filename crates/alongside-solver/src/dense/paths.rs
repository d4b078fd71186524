//! Shortest augmenting paths that read as little of the matrix as they can.

use super::cell::Cell;
use super::error::DenseError;
use super::full;
use super::queue::Queue;
use super::scale::LIMIT;
use super::state::{End, NONE, State};
use crate::control::Control;

/// Marks an entry of the queue that stands for the cells of a row that were not looked at.
const REST: u32 = 1 << 31;
/// Searches after which it is asked again whether reading whole rows would be quicker.
const WATCH: u64 = 8;

/// How often the matrix is read again, in all, before a narrow copy is worth its making.
const NARROW: u64 = 3;

/// What a search knows of a column.
#[derive(Debug, Clone, Copy)]
struct Label {
    distance: i64,
    /// The row it was reached from.
    from: u32,
    /// The search that knows this.
    search: u32,
}

/// Where a search is with a row.
#[derive(Debug, Clone, Copy)]
struct Visit {
    /// What is added to a reduced cost of the row to make it a distance.
    start: i64,
    /// Whether the row was read again in this search.
    refreshed: bool,
}

/// Memory of the searches.
struct Search {
    labels: Vec<Label>,
    visits: Vec<Visit>,
    queue: Queue,
    /// Columns at their final distance.
    settled: Vec<u32>,
    number: u32,
    /// The nearest column found that has no row.
    end: u32,
    /// How far it is.
    best: i64,
    /// How far the search is.
    now: i64,
}

/// Finds a column for every row that has none: Dijkstra's method over reduced costs (Tomizawa 1971; Edmonds and Karp
/// 1972). The cells of a row that are not candidates stand in the queue as one entry, at the least distance that any
/// of them can have; only when it comes up is the row read.
///
/// Where rows are read again and again, the remaining searches go through whole rows instead: see [`full`].
pub(super) fn complete<T: Cell>(state: &mut State<'_, T>, control: &Control<'_>) -> Result<End, DenseError> {
    let (rows, columns) = (state.matrix.rows(), state.matrix.columns());
    let free: Vec<usize> = (0..rows).filter(|row| state.column_of[*row] == NONE).collect();
    let mut search = Search {
        labels: vec![Label { distance: 0, from: NONE, search: 0 }; columns],
        visits: vec![Visit { start: 0, refreshed: false }; rows],
        queue: Queue::new(),
        settled: Vec::new(),
        number: 0,
        end: NONE,
        best: i64::MAX,
        now: i64::MIN,
    };
    let (mut settled, mut read) = (0, 0);
    for (done, row) in free.iter().enumerate() {
        if control.gives_up() || control.stops() {
            return Ok(End::Stopped);
        }
        control.tell(rows - free.len() + done, rows);
        let before = state.read_again;
        run(state, &mut search, *row)?;
        if state.read_again > NARROW * rows as u64 {
            state.narrow();
        }
        settled += search.settled.len() as u64;
        read += state.read_again - before;
        if done as u64 % WATCH == WATCH - 1 {
            if read > 64 && read * 3 > settled {
                state.narrow();
                return full::complete(state, &free[done + 1..], control);
            }
            (settled, read) = (0, 0);
        }
    }
    Ok(End::Matched)
}

/// Finds the row a column along the shortest path.
fn run<T: Cell>(state: &mut State<'_, T>, search: &mut Search, row: usize) -> Result<(), DenseError> {
    state.searches += 1;
    search.begin();
    search.visit(state, row, 0);
    while let Some((distance, entry)) = search.queue.pop() {
        if distance >= search.best {
            break;
        }
        search.now = distance;
        if entry >= REST {
            search.rest(state, (entry - REST) as usize);
            continue;
        }
        let label = search.labels[entry as usize];
        if label.distance != distance {
            continue;
        }
        if distance > 2 * LIMIT {
            return Err(DenseError::Overflow);
        }
        search.settled.push(entry);
        let row = state.row_of[entry as usize] as usize;
        search.visit(state, row, distance - state.worth(row, entry));
    }
    for at in 0..search.settled.len() {
        let column = search.settled[at];
        state.lower(column, search.best - search.labels[column as usize].distance)?;
    }
    let mut column = search.end;
    loop {
        let from = search.labels[column as usize].from as usize;
        let next = state.column_of[from];
        let cost = state.cost(from, column);
        state.give(from, column, cost);
        if from == row {
            return Ok(());
        }
        column = next;
    }
}

impl Search {
    fn begin(&mut self) {
        self.number += 1;
        self.queue.clear();
        self.settled.clear();
        self.end = NONE;
        self.best = i64::MAX;
        self.now = i64::MIN;
    }

    /// Goes on from a row.
    fn visit<T: Cell>(&mut self, state: &State<'_, T>, row: usize, start: i64) {
        self.visits[row] = Visit { start, refreshed: false };
        self.relax(state, row, start);
    }

    /// Looks at a row's candidates, and queues the rest of its cells.
    fn relax<T: Cell>(&mut self, state: &State<'_, T>, row: usize, start: i64) {
        let range = state.candidates.of(row);
        for (column, cost) in state.candidates.columns[range.clone()].iter().zip(&state.candidates.costs[range]) {
            let distance = start + (cost - state.fallen[*column as usize]);
            self.reach(state, row, *column, distance);
        }
        let bound = state.candidates.bounds[row];
        // Feasible potentials say that no cell of the row brings anything nearer than the row itself is.
        let rest = start.saturating_add(bound).max(self.now);
        if rest < self.best {
            self.queue.push(rest, REST + row as u32);
        }
    }

    /// Notes a way to a column.
    #[inline]
    fn reach<T>(&mut self, state: &State<'_, T>, row: usize, column: u32, distance: i64) {
        if distance >= self.best {
            return;
        }
        let label = &mut self.labels[column as usize];
        if label.search == self.number && label.distance <= distance {
            return;
        }
        *label = Label { distance, from: row as u32, search: self.number };
        if state.row_of[column as usize] == NONE {
            (self.best, self.end) = (distance, column);
        } else {
            self.queue.push(distance, column);
        }
    }

    /// Looks at the cells of a row that were not candidates: first by choosing the candidates again, a second time by
    /// looking at all.
    fn rest<T: Cell>(&mut self, state: &mut State<'_, T>, row: usize) {
        let Visit { start, refreshed, .. } = self.visits[row];
        if !refreshed {
            self.visits[row].refreshed = true;
            state.refresh(row);
            self.relax(state, row, start);
            return;
        }
        state.read_again += 1;
        state.reduce(row);
        for (column, cost) in state.reduced.iter().enumerate() {
            self.reach(state, row, column as u32, start + cost);
        }
    }
}

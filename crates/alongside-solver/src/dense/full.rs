//! Shortest augmenting paths through whole rows, for matrices whose rows have no few best cells.

use super::cell::{Cell, Number};
use super::error::DenseError;
use super::narrow::Narrow;
use super::scale::{LIMIT, Scale};
use super::state::{End, NONE, State};
use crate::control::Control;
use multiversion::multiversion;

/// Columns whose least distance is kept together.
const BLOCK: usize = 128;

/// Memory of the searches.
struct Search {
    /// Distance of each column; [`PAST`] once it is settled.
    distances: Vec<i64>,
    /// The row each was reached from.
    from: Vec<u32>,
    /// Potentials, so low for settled columns that they are never reached again.
    potentials: Vec<i64>,
    /// The least distance in each block of columns.
    minima: Vec<i64>,
    /// Columns at their final distance, and the distance.
    settled: Vec<(u32, i64)>,
}

/// Further than any column.
const FAR: i64 = i64::MAX;
/// In the place of a settled column's distance: further than a column can be.
const PAST: i64 = 3 * LIMIT;
/// In the place of its potential: any way to it is then at least [`PAST`] long, and still fits in 64 bits.
const SETTLED: i64 = -8 * LIMIT;

/// Finds a column for each of these rows: Dijkstra's method, every row looked at whole (Jonker and Volgenant 1987).
pub(super) fn complete<T: Cell>(
    state: &mut State<'_, T>,
    free: &[usize],
    control: &Control<'_>,
) -> Result<End, DenseError> {
    let (rows, columns) = (state.matrix.rows(), state.matrix.columns());
    state.narrow();
    let mut search = Search {
        distances: vec![FAR; columns],
        from: vec![NONE; columns],
        potentials: state.potentials.clone(),
        minima: vec![FAR; columns.div_ceil(BLOCK)],
        settled: Vec::new(),
    };
    for (done, row) in free.iter().enumerate() {
        if control.gives_up() || control.stops() {
            return Ok(End::Stopped);
        }
        control.tell(rows - free.len() + done, rows);
        run(state, &mut search, *row)?;
    }
    Ok(End::Matched)
}

fn run<T: Cell>(state: &mut State<'_, T>, search: &mut Search, row: usize) -> Result<(), DenseError> {
    state.searches += 1;
    search.distances.fill(FAR);
    search.settled.clear();
    let mut visited = row as u32;
    let mut start = 0;
    let (end, best) = loop {
        let columns = search.distances.len();
        let cells = visited as usize * columns..(visited as usize + 1) * columns;
        match &state.narrow {
            None | Some(Narrow::None) => relax(&state.matrix.cells()[cells], &state.scale, start, visited, search),
            Some(Narrow::Two(narrow, scale)) => relax(&narrow[cells], scale, start, visited, search),
            Some(Narrow::Four(narrow, scale)) => relax(&narrow[cells], scale, start, visited, search),
        }
        state.read_again += 1;
        let (column, distance) = nearest(search, &state.row_of);
        if distance > 2 * LIMIT {
            return Err(DenseError::Overflow);
        }
        visited = state.row_of[column as usize];
        if visited == NONE {
            break (column, distance);
        }
        search.settled.push((column, distance));
        let at = column as usize;
        start = distance - state.worth(visited as usize, column);
        search.distances[at] = PAST;
        search.potentials[at] = SETTLED;
    };
    for (column, distance) in &search.settled {
        state.lower(*column, best - distance)?;
        search.potentials[*column as usize] = state.potentials[*column as usize];
    }
    let mut column = end;
    loop {
        let from = search.from[column as usize] as usize;
        let next = state.column_of[from];
        let cost = state.cost(from, column);
        state.give(from, column, cost);
        if from == row {
            return Ok(());
        }
        column = next;
    }
}

/// Goes on from a row to all columns.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn relax<T: Number>(row: &[T], scale: &Scale, start: i64, visited: u32, search: &mut Search) {
    let blocks = row
        .chunks(BLOCK)
        .zip(search.potentials.chunks(BLOCK))
        .zip(search.distances.chunks_mut(BLOCK))
        .zip(search.from.chunks_mut(BLOCK))
        .zip(&mut search.minima);
    for ((((row, potentials), distances), from), minimum) in blocks {
        let mut least = FAR;
        let cells = row.iter().zip(potentials).zip(distances).zip(from);
        for (((cell, potential), distance), from) in cells {
            let way = cell.whole(scale).wrapping_sub(*potential).wrapping_add(start);
            let nearer = way < *distance;
            // Kept at hand: reading it back would wait for the writing.
            let nearest = if nearer { way } else { *distance };
            *distance = nearest;
            *from = if nearer { visited } else { *from };
            least = least.min(nearest);
        }
        *minimum = least;
    }
}

/// The nearest column, of equally near ones one without a row.
fn nearest(search: &Search, row_of: &[u32]) -> (u32, i64) {
    let least = search.minima.iter().copied().min().unwrap_or(FAR);
    let mut found = NONE;
    for (block, minimum) in search.minima.iter().enumerate() {
        if *minimum != least {
            continue;
        }
        let first = block * BLOCK;
        let distances = search.distances[first..].iter().take(BLOCK);
        for (at, distance) in distances.enumerate() {
            if *distance == least {
                let column = first + at;
                if row_of[column] == NONE {
                    return (column as u32, least);
                }
                found = found.min(column as u32);
            }
        }
    }
    (found, least)
}

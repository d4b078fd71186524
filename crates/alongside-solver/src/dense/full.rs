//! Shortest augmenting paths through whole rows, for matrices whose rows have no few best cells.

use super::cell::{Cell, Number};
use super::error::DenseError;
use super::lane::Lane;
use super::narrow::Narrow;
use super::scale::Scale;
use super::state::{End, NONE, State};
use crate::control::Control;
use multiversion::multiversion;

/// Columns whose least distance is kept together.
const BLOCK: usize = 128;
/// Columns compared together.
const LANES: usize = 32;

/// Memory of the searches.
struct Search<L> {
    /// Distance of each column; [`Lane::PAST`] once it is settled. Filled up to whole chunks.
    distances: Vec<L>,
    /// The row each was reached from.
    from: Vec<u32>,
    /// Potentials; [`Lane::SETTLED`] for settled columns, so that they are never reached again.
    potentials: Vec<L>,
    /// The least distance in each block of columns.
    minima: Vec<L>,
    /// Columns at their final distance, and the distance.
    settled: Vec<(u32, i64)>,
}

/// How a search ended.
enum Found {
    /// The row has a column.
    Column,
    /// Distances or potentials would leave the numbers computed in; nothing has changed.
    TooFar,
}

/// Finds a column for each of these rows: Dijkstra's method, every row looked at whole (Jonker and Volgenant 1987).
pub(super) fn complete<T: Cell>(
    state: &mut State<'_, T>,
    free: &[usize],
    control: &Control<'_>,
) -> Result<End, DenseError> {
    let rows = state.matrix.rows();
    let mut small = state.fits::<i32>().then(|| Search::<i32>::new(state));
    let mut large = None;
    for (done, row) in free.iter().enumerate() {
        if control.gives_up() || control.stops() {
            return Ok(End::Stopped);
        }
        control.tell(rows - free.len() + done, rows);
        if let Some(search) = &mut small {
            match run(state, search, *row)? {
                Found::Column => continue,
                Found::TooFar => small = None,
            }
        }
        let search = large.get_or_insert_with(|| Search::<i64>::new(state));
        if let Found::TooFar = run(state, search, *row)? {
            return Err(DenseError::Overflow);
        }
    }
    Ok(End::Matched)
}

impl<L: Lane> Search<L> {
    fn new<T: Cell>(state: &State<'_, T>) -> Self {
        let columns = state.matrix.columns();
        Self {
            distances: vec![L::FAR; columns.next_multiple_of(LANES)],
            from: vec![NONE; columns],
            potentials: state.potentials.iter().map(|potential| L::of(*potential)).collect(),
            minima: vec![L::FAR; columns.div_ceil(BLOCK)],
            settled: Vec::new(),
        }
    }
}

fn run<T: Cell, L: Lane>(state: &mut State<'_, T>, search: &mut Search<L>, row: usize) -> Result<Found, DenseError> {
    search.distances.fill(L::FAR);
    search.settled.clear();
    let mut visited = row as u32;
    let mut start = 0;
    let (end, best) = loop {
        let columns = state.matrix.columns();
        let cells = visited as usize * columns..(visited as usize + 1) * columns;
        match &state.narrow {
            None | Some(Narrow::None) => relax(&state.matrix.cells()[cells], &state.scale, start, visited, search),
            Some(Narrow::Eight(whole, width)) => {
                let row = &whole[visited as usize * width..][..columns];
                relax(row, &Scale::WHOLE, start, visited, search);
            }
            Some(Narrow::Two(narrow, scale)) => relax(&narrow[cells], scale, start, visited, search),
            Some(Narrow::Four(narrow, scale)) => relax(&narrow[cells], scale, start, visited, search),
        }
        state.read_again += 1;
        let (column, distance) = nearest(search, &state.row_of);
        let far = distance > 2 * L::LIMIT;
        visited = state.row_of[column as usize];
        if visited == NONE && !far {
            break (column, distance);
        }
        if far {
            search.restore(state);
            return Ok(Found::TooFar);
        }
        search.settled.push((column, distance));
        start = distance - state.worth(visited as usize, column);
        search.distances[column as usize] = L::PAST;
        search.potentials[column as usize] = L::SETTLED;
    };
    let low = |(column, distance): &(u32, i64)| state.potentials[*column as usize] - (best - distance) < -L::LIMIT;
    if search.settled.iter().any(low) {
        search.restore(state);
        return Ok(Found::TooFar);
    }
    state.searches += 1;
    for (column, distance) in &search.settled {
        state.lower(*column, best - distance)?;
    }
    search.restore(state);
    let mut column = end;
    loop {
        let from = search.from[column as usize] as usize;
        let next = state.column_of[from];
        let cost = state.cost(from, column);
        state.give(from, column, cost);
        if from == row {
            return Ok(Found::Column);
        }
        column = next;
    }
}

impl<L: Lane> Search<L> {
    /// Gives settled columns their potentials back.
    fn restore<T: Cell>(&mut self, state: &State<'_, T>) {
        for (column, _) in &self.settled {
            self.potentials[*column as usize] = L::of(state.potentials[*column as usize]);
        }
    }
}

/// Goes on from a row to all columns.
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn relax<T: Number, L: Lane>(row: &[T], scale: &Scale, start: i64, visited: u32, search: &mut Search<L>) {
    let start = L::of(start);
    let blocks = row
        .chunks(BLOCK)
        .zip(search.potentials.chunks(BLOCK))
        .zip(search.distances.chunks_mut(BLOCK))
        .zip(search.from.chunks_mut(BLOCK))
        .zip(&mut search.minima);
    for ((((row, potentials), distances), from), minimum) in blocks {
        let mut least = L::FAR;
        let cells = row.iter().zip(potentials).zip(distances).zip(from);
        for (((cell, potential), distance), from) in cells {
            let way = L::of(cell.whole(scale)).less_more(*potential, start);
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
#[multiversion(targets(
    "x86_64+avx512f+avx512bw+avx512dq+avx512vl+avx512vpopcntdq+avx512bitalg+popcnt+bmi2+lzcnt",
    "x86_64+avx2+fma+bmi2+popcnt"
))]
fn nearest<L: Lane>(search: &Search<L>, row_of: &[u32]) -> (u32, i64) {
    let least = search.minima.iter().fold(L::FAR, |least, minimum| least.min(*minimum));
    let mut found = NONE;
    for (block, minimum) in search.minima.iter().enumerate() {
        if *minimum != least {
            continue;
        }
        let first = block * BLOCK;
        let end = search.distances.len().min(first + BLOCK);
        let (chunks, _) = search.distances[first..end].as_chunks::<LANES>();
        for (first, near) in (first..).step_by(LANES).zip(chunks) {
            let mut hits = 0_u32;
            for (lane, distance) in near.iter().enumerate() {
                hits |= u32::from(*distance == least) << lane;
            }
            while hits != 0 {
                let column = first + hits.trailing_zeros() as usize;
                if row_of[column] == NONE {
                    return (column as u32, least.wide());
                }
                found = found.min(column as u32);
                hits &= hits - 1;
            }
        }
    }
    (found, least.wide())
}

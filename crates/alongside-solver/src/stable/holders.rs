//! The rows that hold a place for now, column by column, the first to go on top.

use std::cmp::Reverse;

/// A row that asks for a place or has one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Holder {
    /// What it is worth to the column.
    pub score: i64,
    /// Its place among equals; a smaller one is preferred.
    pub tie: u64,
    /// The edge it came along.
    pub edge: u32,
    /// The row.
    pub row: u32,
}

impl Holder {
    /// Larger is preferred. No two rows of a column are alike.
    fn standing(&self) -> (i64, Reverse<u64>, Reverse<u32>) {
        (self.score, Reverse(self.tie), Reverse(self.edge))
    }

    /// Whether the column would rather have this one.
    pub(super) fn beats(&self, other: &Self) -> bool {
        self.standing() > other.standing()
    }
}

/// All columns' places in one block of memory; no column is given more of them than it has edges.
#[derive(Debug)]
pub(super) struct Holders {
    starts: Vec<usize>,
    taken: Vec<u32>,
    places: Vec<Holder>,
}

impl Holders {
    /// Empty places: as many a column as it has room for or edges, whichever is less.
    pub(super) fn new(room: &[u32], columns: &[u32]) -> Self {
        let mut degrees = vec![0u32; room.len()];
        for column in columns {
            degrees[*column as usize] += 1;
        }
        let mut starts = Vec::with_capacity(room.len() + 1);
        let mut end = 0;
        starts.push(end);
        for (room, degree) in room.iter().zip(&degrees) {
            end += *room.min(degree) as usize;
            starts.push(end);
        }
        Self { starts, taken: vec![0; room.len()], places: vec![Holder::default(); end] }
    }

    /// Whether a column takes another row without sending one away.
    pub(super) fn has_room(&self, column: u32) -> bool {
        let column = column as usize;
        self.starts[column] + (self.taken[column] as usize) < self.starts[column + 1]
    }

    /// The rows a column holds.
    pub(super) fn of(&mut self, column: u32) -> &mut [Holder] {
        let (column, start) = (column as usize, self.starts[column as usize]);
        &mut self.places[start..start + self.taken[column] as usize]
    }

    /// Takes a row where there is room.
    pub(super) fn take(&mut self, column: u32, holder: Holder) {
        self.taken[column as usize] += 1;
        if let Some(place) = self.of(column).last_mut() {
            *place = holder;
        }
    }

    /// The rows held, of all columns.
    pub(super) fn all(&self) -> impl Iterator<Item = &Holder> {
        let ranges = self.starts.iter().zip(&self.taken);
        ranges.flat_map(|(start, taken)| &self.places[*start..*start + *taken as usize])
    }
}

/// Puts the least preferred on top. Time: linear.
pub(super) fn heapify(heap: &mut [Holder]) {
    for at in (0..heap.len() / 2).rev() {
        sink(heap, at);
    }
}

/// Sends the least preferred away for one that is preferred to it, else says that it is not. Time: logarithmic.
pub(super) fn replace(heap: &mut [Holder], holder: Holder) -> Option<Holder> {
    let top = heap.first_mut().filter(|top| holder.beats(top))?;
    let gone = std::mem::replace(top, holder);
    sink(heap, 0);
    Some(gone)
}

fn sink(heap: &mut [Holder], mut at: usize) {
    loop {
        let left = 2 * at + 1;
        let Some(mut worse) = (left < heap.len()).then_some(left) else { return };
        if left + 1 < heap.len() && heap[left].beats(&heap[left + 1]) {
            worse = left + 1;
        }
        if !heap[at].beats(&heap[worse]) {
            return;
        }
        heap.swap(at, worse);
        at = worse;
    }
}

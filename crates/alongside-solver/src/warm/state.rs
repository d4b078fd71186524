//! An assignment with its prices, held so that it can be changed.

use super::heap::Heap;
use super::layout::Layout;
use super::moves::Moves;
use super::tuple::Tuple;

/// No row, no column.
pub(crate) const NONE: u32 = u32::MAX;

/// One row.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Row<const W: usize> {
    /// Its potential: not negative, and zero for a row left out.
    pub(crate) u: Tuple<W>,
    /// The column it is given.
    pub(crate) mate: u32,
    /// The next and the previous row of that column.
    pub(crate) next: u32,
    pub(crate) prev: u32,
}

/// One column, and what the search in progress knows of it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Column<const W: usize> {
    /// Its potential: not negative, zero while there is room, [`Tuple::CLOSED`] if it takes nobody at all.
    pub(crate) v: Tuple<W>,
    /// Its distance, if `stamp` is that of the search.
    pub(crate) distance: Tuple<W>,
    pub(crate) stamp: u32,
    /// The row through which the search came.
    pub(crate) from: u32,
    /// The first of its rows.
    pub(crate) head: u32,
    /// How many more rows it can take.
    pub(crate) room: u32,
}

/// One pair, seen from one of its sides.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arc<const W: usize> {
    /// The row's priority, then the value at each level.
    pub(crate) worth: Tuple<W>,
    /// The other side.
    pub(crate) to: u32,
}

/// What became of a row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Standing {
    /// It takes part.
    Here,
    /// It was removed.
    Gone,
    /// It is kept with this column, out of the problem together with one of the column's places.
    Kept(u32),
}

/// The assignment, the potentials and both directions of the pairs.
///
/// Between edits it holds that `u + v >= worth` for every pair of a row that is here, with equality for those made;
/// that `u` and `v` are not negative; that a row left out has `u = 0` and a column with room `v = 0`.
#[derive(Debug, Clone, Default)]
pub(crate) struct State<const W: usize> {
    pub(crate) layout: Layout,
    pub(crate) tier_count: u8,
    pub(crate) tiers: Vec<u8>,
    pub(crate) standing: Vec<Standing>,
    pub(crate) rows: Vec<Row<W>>,
    pub(crate) columns: Vec<Column<W>>,
    /// The places of each column that are not kept for anybody.
    pub(crate) capacities: Vec<u32>,
    /// The places of each column that are kept.
    pub(crate) kept: Vec<u32>,
    /// Which columns were removed.
    pub(crate) gone: Vec<bool>,
    /// The pairs of each row by column; those of a kept row stay.
    pub(crate) pairs: Vec<Vec<Arc<W>>>,
    /// The pairs of each column by row, those of rows that are here.
    pub(crate) back: Vec<Vec<Arc<W>>>,
    /// Rows served in each tier.
    pub(crate) served: Vec<usize>,
    /// Total of each level of value.
    pub(crate) totals: Vec<i64>,
    pub(crate) moves: Moves,
    pub(crate) search: Search<W>,
}

/// What searches share, so that none allocates.
#[derive(Debug, Clone, Default)]
pub(crate) struct Search<const W: usize> {
    pub(crate) stamp: u32,
    pub(crate) heap: Heap<W>,
    /// Columns at the distance of the one in hand: no queue is needed for them.
    pub(crate) level: Vec<u32>,
    pub(crate) at: Option<Tuple<W>>,
    /// Columns whose distance is final.
    pub(crate) settled: Vec<u32>,
    /// In a search against the direction of moves: where the row goes that leaves this column.
    pub(crate) toward: Vec<u32>,
    /// Whether a potential has strayed out of the room the layout has for it.
    pub(crate) strayed: bool,
}

impl<const W: usize> State<W> {
    /// Begins a search: nothing is known of any column.
    pub(crate) fn begin(&mut self) {
        let search = &mut self.search;
        search.heap.clear();
        search.level.clear();
        search.settled.clear();
        search.at = None;
        search.stamp = search.stamp.wrapping_add(1);
        if search.stamp == 0 {
            // After four thousand million searches the numbers begin again.
            self.columns.iter_mut().for_each(|column| column.stamp = 0);
            search.stamp = 1;
        }
    }

    /// Notes a distance that is smaller than the one known. True if it was.
    #[inline]
    pub(crate) fn reach(&mut self, column: u32, distance: Tuple<W>, from: u32) -> bool {
        let search = &mut self.search;
        let record = &mut self.columns[column as usize];
        if record.stamp == search.stamp && record.distance <= distance {
            return false;
        }
        record.stamp = search.stamp;
        record.distance = distance;
        record.from = from;
        if search.at == Some(distance) {
            search.level.push(column);
        } else {
            search.heap.push(distance, column);
        }
        true
    }

    /// The nearest column not yet settled, if it is nearer than the best end found; else it stays.
    #[inline]
    pub(crate) fn settle(&mut self, best: Tuple<W>) -> Option<(Tuple<W>, u32)> {
        let search = &mut self.search;
        if let (Some(at), Some(&column)) = (search.at, search.level.last()) {
            if at >= best {
                return None;
            }
            search.level.pop();
            search.settled.push(column);
            return Some((at, column));
        }
        loop {
            if search.heap.nearest()? >= best {
                return None;
            }
            let (distance, column) = search.heap.pop()?;
            if self.columns[column as usize].distance == distance {
                search.at = Some(distance);
                search.settled.push(column);
                return Some((distance, column));
            }
        }
    }

    /// The row leaves its column, whose place is then empty. The pair must be tight.
    pub(crate) fn detach(&mut self, row: u32) {
        let Row { mate, next, prev, .. } = self.rows[row as usize];
        self.count(row, mate, -1);
        self.moves.note(row, mate);
        if prev == NONE {
            self.columns[mate as usize].head = next;
        } else {
            self.rows[prev as usize].next = next;
        }
        if next != NONE {
            self.rows[next as usize].prev = prev;
        }
        self.columns[mate as usize].room += 1;
        self.rows[row as usize].mate = NONE;
    }

    /// The row takes a place of a column that has one. The pair must be tight.
    pub(crate) fn attach(&mut self, row: u32, column: u32) {
        self.moves.note(row, NONE);
        let head = self.columns[column as usize].head;
        if head != NONE {
            self.rows[head as usize].prev = row;
        }
        let record = &mut self.rows[row as usize];
        (record.mate, record.next, record.prev) = (column, head, NONE);
        let record = &mut self.columns[column as usize];
        record.head = row;
        record.room -= 1;
        self.count(row, column, 1);
    }

    /// Adds a pair to the objective or takes it out. As the pair is tight, its worth is the sum of its potentials.
    fn count(&mut self, row: u32, column: u32, sign: i64) {
        let tier = &mut self.served[usize::from(self.tiers[row as usize])];
        *tier = tier.wrapping_add_signed(sign as isize);
        let worth = self.rows[row as usize].u + self.columns[column as usize].v;
        self.total(worth, sign);
    }

    /// Adds to the totals, or subtracts.
    pub(crate) fn total(&mut self, worth: Tuple<W>, sign: i64) {
        for (total, value) in self.totals.iter_mut().zip(self.layout.unpack(worth).skip(1)) {
            *total += sign * value;
        }
    }

    /// Whether a row takes part.
    pub(crate) fn is_here(&self, row: u32) -> bool {
        self.standing[row as usize] == Standing::Here
    }

    /// The rows of a column.
    pub(crate) fn rows_of(&self, column: u32) -> impl Iterator<Item = u32> {
        let mut row = self.columns[column as usize].head;
        std::iter::from_fn(move || {
            let here = (row != NONE).then_some(row)?;
            row = self.rows[here as usize].next;
            Some(here)
        })
    }
}

//! The search for a place, and for whom to leave out.

use super::state::{NONE, State};
use super::tuple::Tuple;

/// What there is one too many of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surplus {
    /// This row, which is left out at a potential above zero.
    Row(u32),
    /// One row at this column.
    At(u32),
}

/// Where a chain of moves ends.
#[derive(Debug, Clone, Copy)]
enum End {
    /// This row is left out.
    Out(u32),
    /// This column has room.
    Room(u32),
}

impl<const W: usize> State<W> {
    /// Makes good one surplus: the cheapest chain of moves (Ahuja, Magnanti and Orlin, 1993, section 9.7, successive
    /// shortest paths) from it to a column with room, or to a row that is then left out, itself perhaps.
    ///
    /// A place left empty at a price above zero counts as room: filling it mends both at once.
    /// Only columns nearer than the end are looked at, and only theirs and their rows' potentials change.
    pub(super) fn resettle(&mut self, surplus: Surplus) {
        self.begin();
        let mut best = Tuple::MOST;
        let mut end = End::Out(NONE);
        match surplus {
            Surplus::Row(row) => {
                best = self.rows[row as usize].u;
                end = End::Out(row);
                self.expand(row, Tuple::ZERO, &mut best, &mut end);
            }
            Surplus::At(column) => {
                self.reach(column, Tuple::ZERO, NONE);
            }
        }
        while let Some((distance, column)) = self.settle(best) {
            let mut row = self.columns[column as usize].head;
            while row != NONE {
                let record = self.rows[row as usize];
                let out = distance + record.u;
                if out < best {
                    (best, end) = (out, End::Out(row));
                }
                self.expand(row, distance, &mut best, &mut end);
                row = record.next;
            }
        }
        self.shift(surplus, best);
        self.walk(surplus, end);
    }

    /// Looks at where a row could go that has come free at this distance.
    #[inline]
    fn expand(&mut self, row: u32, distance: Tuple<W>, best: &mut Tuple<W>, end: &mut End) {
        let base = distance + self.rows[row as usize].u;
        // The list is put back below: meanwhile the rest of the state can be written.
        let pairs = std::mem::take(&mut self.pairs[row as usize]);
        for pair in &pairs {
            let column = &self.columns[pair.to as usize];
            let there = base + column.v - pair.worth;
            if there >= *best {
                continue;
            }
            let room = column.room > 0;
            if self.reach(pair.to, there, row) && room {
                (*best, *end) = (there, End::Room(pair.to));
            }
        }
        self.pairs[row as usize] = pairs;
    }

    /// Makes the way found free of cost, and keeps every other cost from falling below zero.
    fn shift(&mut self, surplus: Surplus, best: Tuple<W>) {
        if best == Tuple::ZERO {
            return;
        }
        let mut strayed = false;
        if let Surplus::Row(row) = surplus {
            let u = &mut self.rows[row as usize].u;
            *u -= best;
            strayed |= self.layout.strays(*u);
        }
        for &column in &self.search.settled {
            let record = &mut self.columns[column as usize];
            if record.distance >= best {
                continue;
            }
            let more = best - record.distance;
            record.v += more;
            strayed |= self.layout.strays(record.v);
            let mut row = record.head;
            while row != NONE {
                let record = &mut self.rows[row as usize];
                record.u -= more;
                strayed |= self.layout.strays(record.u);
                row = record.next;
            }
        }
        self.search.strayed |= strayed;
    }

    /// Moves everybody along the way, the last one first.
    fn walk(&mut self, surplus: Surplus, end: End) {
        let mut column = match end {
            End::Room(column) => column,
            End::Out(row) if Surplus::Row(row) == surplus => return,
            End::Out(row) => {
                let column = self.rows[row as usize].mate;
                self.detach(row);
                column
            }
        };
        while Surplus::At(column) != surplus {
            let row = self.columns[column as usize].from;
            let left = self.rows[row as usize].mate;
            if left == NONE {
                self.attach(row, column);
                return;
            }
            self.detach(row);
            self.attach(row, column);
            column = left;
        }
    }
}

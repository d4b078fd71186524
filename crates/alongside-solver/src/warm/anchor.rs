//! Prices laid anew.

use super::forward::Surplus;
use super::state::{NONE, State};
use super::tuple::Tuple;

impl<const W: usize> State<W> {
    /// Sees to it that potentials stay within the room that the layout has for them.
    pub(super) fn keep_within(&mut self) {
        if self.search.strayed {
            self.anchor();
            self.search.strayed = false;
        }
    }

    /// Gives every column the least price that proves the assignment, which no history can carry away: what the best
    /// chain of moves to it gains over leaving it alone. Time: that of one Dijkstra search over all pairs.
    pub(super) fn anchor(&mut self) {
        self.begin();
        for column in 0..self.columns.len() as u32 {
            let v = self.columns[column as usize].v;
            if v != Tuple::CLOSED {
                self.reach(column, v, NONE);
            }
        }
        for row in 0..self.rows.len() as u32 {
            let record = &self.rows[row as usize];
            if record.mate == NONE && record.u == Tuple::ZERO && self.is_here(row) {
                self.spread(row, Tuple::ZERO);
            }
        }
        while let Some((distance, column)) = self.settle(Tuple::MOST) {
            let mut row = self.columns[column as usize].head;
            while row != NONE {
                self.spread(row, distance);
                row = self.rows[row as usize].next;
            }
        }
        for column in 0..self.columns.len() {
            let record = &mut self.columns[column];
            if record.v == Tuple::CLOSED {
                continue;
            }
            let less = record.distance;
            record.v -= less;
            let mut row = record.head;
            while row != NONE {
                let record = &mut self.rows[row as usize];
                record.u += less;
                row = record.next;
            }
        }
        // Rows in the middle of an edit, left out at a potential above zero.
        for row in 0..self.rows.len() as u32 {
            let record = &self.rows[row as usize];
            if record.mate == NONE && record.u > Tuple::ZERO {
                self.rows[row as usize].u = self.need(row);
            }
        }
    }

    /// Looks at where a row could go that comes free at this distance, without end.
    pub(crate) fn spread(&mut self, row: u32, distance: Tuple<W>) {
        let base = distance + self.rows[row as usize].u;
        for at in 0..self.pairs[row as usize].len() {
            let pair = self.pairs[row as usize][at];
            let v = self.columns[pair.to as usize].v;
            if v != Tuple::CLOSED {
                self.reach(pair.to, base + v - pair.worth, row);
            }
        }
    }

    /// The least potential that a row can have beside the columns' prices.
    pub(super) fn need(&self, row: u32) -> Tuple<W> {
        let gains = self.pairs[row as usize].iter().map(|pair| pair.worth - self.columns[pair.to as usize].v);
        gains.fold(Tuple::ZERO, Tuple::max)
    }

    /// The least price that a column can have beside the rows' potentials.
    pub(super) fn least_price(&self, column: u32) -> Tuple<W> {
        let gains = self.back[column as usize].iter().map(|pair| pair.worth - self.rows[pair.to as usize].u);
        gains.fold(Tuple::ZERO, Tuple::max)
    }

    /// After a change of a row's pairs: keeps it where it is if that is still its best, else takes it out and lets it
    /// look for another place. What it leaves empty is for the caller to [fill](State::fill).
    pub(super) fn reseat(&mut self, row: u32) {
        let need = self.need(row);
        let mate = self.rows[row as usize].mate;
        if mate != NONE {
            let v = self.columns[mate as usize].v;
            let before = self.rows[row as usize].u + v;
            if let Ok(at) = self.find(row, mate) {
                let worth = self.pairs[row as usize][at].worth;
                if worth - v == need {
                    self.total(before, -1);
                    self.total(worth, 1);
                    self.rows[row as usize].u = need;
                    return;
                }
            }
            self.detach(row);
        }
        self.rows[row as usize].u = need;
        if need > Tuple::ZERO {
            self.resettle(Surplus::Row(row));
            self.keep_within();
        }
    }

    /// Where a row's pair with a column is.
    pub(crate) fn find(&self, row: u32, column: u32) -> Result<usize, usize> {
        self.pairs[row as usize].binary_search_by_key(&column, |pair| pair.to)
    }
}

//! The search for whom a place left empty should go to.

use super::state::{NONE, State};
use super::tuple::Tuple;

/// Where a chain of moves begins.
#[derive(Debug, Clone, Copy)]
enum Start {
    /// A row that was left out comes to this column.
    In(u32, u32),
    /// A place of this column is left empty in the end.
    Empty(u32),
}

impl<const W: usize> State<W> {
    /// Fills the empty places of a column as long as its price says that they are worth something.
    pub(super) fn fill(&mut self, column: u32) {
        while self.columns[column as usize].room > 0 && self.columns[column as usize].v > Tuple::ZERO {
            self.draw(column);
            self.keep_within();
        }
    }

    /// The best chain of moves that ends at an empty place: it begins with a row left out, or with a place that is
    /// then empty instead, this one perhaps, whose price has then fallen to zero.
    fn draw(&mut self, into: u32) {
        self.begin();
        let mut best = self.columns[into as usize].v;
        let mut start = Start::Empty(into);
        self.reach(into, Tuple::ZERO, NONE);
        while let Some((distance, column)) = self.settle(best) {
            let base = distance + self.columns[column as usize].v;
            let back = std::mem::take(&mut self.back[column as usize]);
            for pair in &back {
                let row = self.rows[pair.to as usize];
                let there = base + row.u - pair.worth;
                if there >= best {
                    continue;
                }
                if row.mate == NONE {
                    (best, start) = (there, Start::In(pair.to, column));
                } else if row.mate != column && self.reach(row.mate, there, pair.to) {
                    self.search.toward[row.mate as usize] = column;
                    let empty = there + self.columns[row.mate as usize].v;
                    if empty < best {
                        (best, start) = (empty, Start::Empty(row.mate));
                    }
                }
            }
            self.back[column as usize] = back;
        }
        self.lower(best);
        self.follow(start, into);
    }

    /// Makes the way found free of cost, and keeps every other cost from falling below zero.
    fn lower(&mut self, best: Tuple<W>) {
        let mut strayed = false;
        for &column in &self.search.settled {
            let record = &mut self.columns[column as usize];
            if record.distance >= best {
                continue;
            }
            let less = best - record.distance;
            record.v -= less;
            strayed |= self.layout.strays(record.v);
            let mut row = record.head;
            while row != NONE {
                let record = &mut self.rows[row as usize];
                record.u += less;
                strayed |= self.layout.strays(record.u);
                row = record.next;
            }
        }
        self.search.strayed |= strayed;
    }

    /// Moves everybody along the way. Whoever comes to a full column takes the place of the one who leaves it.
    fn follow(&mut self, start: Start, into: u32) {
        let (mut row, mut column) = match start {
            Start::In(row, column) => (row, column),
            Start::Empty(column) if column == into => return,
            Start::Empty(column) => self.leave(column),
        };
        while column != into {
            let (next, toward) = self.leave(column);
            self.attach(row, column);
            (row, column) = (next, toward);
        }
        self.attach(row, into);
    }

    /// Takes the row that moves on from a column out of it; where it goes.
    fn leave(&mut self, column: u32) -> (u32, u32) {
        let row = self.columns[column as usize].from;
        self.detach(row);
        (row, self.search.toward[column as usize])
    }
}

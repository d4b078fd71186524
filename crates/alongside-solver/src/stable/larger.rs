//! More rows served by a stable assignment where there are ties.

use super::holders::{Holder, Holders, heapify, replace};
use super::lists;
use super::market::Market;
use super::orders::Orders;
use super::ties::{Side, Ties};

/// Edges chosen, in no order, and the number of proposals.
///
/// Király's algorithm (Algorithms 6, 2013, section 3), with columns of several places in the role of as many equal
/// partners. Beside deferred acceptance it has three rules:
///
/// - among columns it likes equally, a row asks one with room first;
/// - a row in its first round that holds a place while an equally liked column has room is *unsettled*: its column
///   lets it go for anyone, and it moves on to the room there is, without having been sent away;
/// - a row that everybody sent away goes through its list a second time, and is then preferred among equals.
///
/// A column has unsettled rows only among those that came while it had room, so it is asked about each of them at most
/// once: the whole takes time linear in the edges beside sorting and keeping the least preferred on top.
pub(super) fn run(orders: &Orders<'_>, ties: &Ties<'_>, market: &Market) -> (Vec<usize>, u64) {
    let mut round = Round::new(orders, ties, market);
    // The outcome depends on who asks first: that goes by the rows' keys.
    let rows = (0..orders.problem.rows()).filter(|row| !market.kept[*row]);
    let mut queue: Vec<(u64, usize)> = rows.map(|row| (ties.row(Side::Row, row), row)).collect();
    queue.sort_unstable();
    for (_, row) in queue {
        let mut asking = Some(row);
        while let Some(row) = asking {
            asking = round.ask(row);
        }
    }
    (round.holders.all().map(|holder| holder.edge as usize).collect(), round.proposals)
}

/// Where a row is in its list.
#[derive(Debug, Clone, Copy)]
struct Place {
    /// Begin and end of the columns liked equally that it is asking now.
    group: (u32, u32),
    /// The first of them that may have room.
    open: u32,
    /// The next of them to be asked although it is full.
    full: u32,
    /// Whether this is the second time through.
    again: bool,
}

struct Round<'a> {
    orders: &'a Orders<'a>,
    ties: &'a Ties<'a>,
    lists: Vec<u32>,
    places: Vec<Place>,
    holders: Holders,
    /// How many of a column's holders came while it had room and were not yet found settled: its first so many.
    doubtful: Vec<u32>,
    proposals: u64,
}

impl<'a> Round<'a> {
    fn new(orders: &'a Orders<'a>, ties: &'a Ties<'a>, market: &Market) -> Self {
        let problem = orders.problem;
        let starts = problem.row_starts()[..problem.rows()].iter().map(|start| *start as u32);
        let place = |start| Place { group: (start, start), open: start, full: start, again: false };
        Self {
            orders,
            ties,
            lists: lists::sorted(orders, ties),
            places: starts.map(place).collect(),
            holders: Holders::new(&market.room, problem.edge_columns()),
            doubtful: vec![0; problem.columns()],
            proposals: 0,
        }
    }

    fn column(&self, at: u32) -> u32 {
        self.orders.problem.edge_columns()[self.lists[at as usize] as usize]
    }

    /// Lets a row ask until it holds a place or has none left to ask; the row then without a place, if one is.
    fn ask(&mut self, row: usize) -> Option<usize> {
        loop {
            if let Some(at) = self.open(row) {
                let (asks, column) = self.asks(row, at);
                self.holders.take(column, asks);
                self.doubtful[column as usize] += 1;
                return None;
            }
            let place = &mut self.places[row];
            if place.full < place.group.1 {
                let at = place.full;
                place.full += 1;
                let (asks, column) = self.asks(row, at);
                if let Some(gone) = self.contend(column, asks) {
                    return Some(gone);
                }
            } else if !self.advance(row) {
                return None;
            }
        }
    }

    fn asks(&mut self, row: usize, at: u32) -> (Holder, u32) {
        self.proposals += 1;
        let (edge, column) = (self.lists[at as usize], self.column(at));
        let tie = self.ties.edge(self.ties.row(Side::Column, row), column) >> 1;
        // Among equals, a row in its second round comes before every row in its first.
        let tie = if self.places[row].again { tie } else { tie | (1 << 63) };
        (Holder { score: self.orders.columns[edge as usize], tie, edge, row: row as u32 }, column)
    }

    /// The place in the list of a column with room among those the row asks now. Columns never get room again, so the
    /// search goes on where it stopped.
    fn open(&mut self, row: usize) -> Option<u32> {
        let Place { group, open, .. } = self.places[row];
        let found = (open..group.1).find(|at| self.holders.has_room(self.column(*at)));
        self.places[row].open = found.unwrap_or(group.1);
        found
    }

    /// A row asks a column that is full; the row sent away for it, if it is taken.
    fn contend(&mut self, column: u32, asks: Holder) -> Option<usize> {
        while self.doubtful[column as usize] > 0 {
            self.doubtful[column as usize] -= 1;
            let at = self.doubtful[column as usize] as usize;
            let doubtful = self.holders.of(column)[at];
            let unsettled = !self.places[doubtful.row as usize].again && self.open(doubtful.row as usize).is_some();
            if unsettled {
                self.holders.of(column)[at] = asks;
            }
            if self.settled(column) {
                heapify(self.holders.of(column));
            }
            if unsettled {
                return Some(doubtful.row as usize);
            }
        }
        replace(self.holders.of(column), asks).map(|gone| gone.row as usize)
    }

    fn settled(&self, column: u32) -> bool {
        self.doubtful[column as usize] == 0
    }

    /// Moves a row on to the columns it likes next best, or to the start of its list a second time.
    fn advance(&mut self, row: usize) -> bool {
        let edges = self.orders.problem.edges_of(row);
        let place = self.places[row];
        let (mut from, mut again) = (place.group.1, place.again);
        if from as usize == edges.end {
            if again || edges.is_empty() {
                return false;
            }
            (from, again) = (edges.start as u32, true);
        }
        let score = |at: u32| self.orders.rows[self.lists[at as usize] as usize];
        let to = (from..edges.end as u32).find(|at| score(*at) != score(from)).unwrap_or(edges.end as u32);
        self.places[row] = Place { group: (from, to), open: from, full: from, again };
        true
    }
}

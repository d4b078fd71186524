//! The assignments that are best so far, level after level.

use crate::certificate::{Certificate, Potentials};
use crate::problem::{NO_GROUP, Problem};
use crate::solution::SolveError;
use std::cmp::Ordering;

/// No edge, no node.
pub(super) const NONE: u32 = u32::MAX;

/// How many units a row, a column or a set gives on, and how few and how many the best assignments let it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Flow {
    pub(super) low: u32,
    pub(super) high: u32,
    pub(super) now: u32,
    /// Whether its potential must not fall below 0: it did not rise above at any level, and there could be fewer, or
    /// could have been before some were settled.
    pub(super) bound: bool,
}

impl Flow {
    pub(super) fn can_grow(self) -> bool {
        self.now < self.high
    }

    pub(super) fn can_shrink(self) -> bool {
        self.now > self.low
    }

    /// Whether the number is not settled yet.
    pub(super) fn is_open(self) -> bool {
        self.low < self.high
    }

    /// One unit more is settled, and no longer counted here.
    fn settle_one(&mut self) {
        self.bound |= self.low == 0 && self.is_open();
        self.low = self.low.saturating_sub(1);
        self.high -= 1;
        self.now -= 1;
    }
}

/// What is known of an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum State {
    /// Open, and not chosen now.
    Free,
    /// Open, and chosen now.
    Chosen,
    /// Settled since the open edges were last put together.
    Settled,
}

/// An edge that some of the best assignments may have and some not, as far as is known.
#[derive(Debug, Clone, Copy)]
pub(super) struct Open {
    pub(super) row: u32,
    pub(super) column: u32,
    /// The problem's edge.
    pub(super) edge: u32,
    pub(super) state: State,
    /// Neighbours in the list of the column's chosen edges.
    pub(super) next: u32,
    pub(super) last: u32,
}

/// The assignments that are best at the levels dealt with so far, and one of them.
///
/// By complementary slackness these are exactly the assignments with the edges that are settled as chosen, some of
/// those that are open, and for every row, column and set a number of places in a range: an edge of which the reduced
/// gain is not 0 at some level is settled, and so is the number of places where a potential is not 0. Every further
/// level is then best over what is open alone, which becomes less and less (the method is that of optimal faces of
/// linear programmes; for assignments, Burkard and Rendl 1991, section 3).
#[derive(Debug, Clone)]
pub(super) struct Face<'a> {
    pub(super) problem: &'a Problem,
    /// Where each row's open edges begin, and where the last one's end.
    pub(super) starts: Vec<u32>,
    pub(super) open: Vec<Open>,
    /// Where each edge of the problem is among the open ones; [`NONE`] if it was settled before they were last put
    /// together.
    pub(super) places: Vec<u32>,
    /// How many of those listed are settled.
    settled_since: usize,
    /// What each open edge is worth at the level dealt with; 0 between levels.
    pub(super) worth: Vec<i64>,
    /// The first of each column's chosen open edges.
    pub(super) heads: Vec<u32>,
    /// Where each column's open edges begin in `by_column`, and where the last one's end.
    pub(super) column_starts: Vec<u32>,
    /// The open edges column by column.
    pub(super) by_column: Vec<u32>,
    pub(super) rows: Vec<Flow>,
    pub(super) columns: Vec<Flow>,
    pub(super) groups: Vec<Flow>,
    /// Edges chosen for good.
    pub(super) settled: Vec<usize>,
    /// The potentials of every level dealt with.
    pub(super) levels: Vec<Potentials>,
}

impl<'a> Face<'a> {
    /// The assignments with as many places of each tier filled, and columns used where asked for, as is possible, and best
    /// at as many of the problem's levels of value as the certificate has: the edges are one of them, the certificate its
    /// proof for the problem without the others.
    pub(super) fn new(problem: &'a Problem, edges: &[usize], certificate: Certificate) -> Result<Self, SolveError> {
        let levels = certificate.levels;
        let sums = |index: usize, of: fn(&Potentials) -> &[i64]| -> Result<Vec<i64>, SolveError> {
            levels.iter().map(|level| of(level).get(index).copied().ok_or(SolveError::Unsound)).collect()
        };
        let bonus = |level: usize| i64::from(problem.use_columns() && level == 1);

        let mut rows = Vec::with_capacity(problem.rows());
        for (row, demand) in problem.demands().iter().enumerate() {
            let full = positive(&sums(row, |level| &level.rows)?);
            rows.push(Flow { low: if full { *demand } else { 0 }, high: *demand, now: 0, bound: !full });
        }
        let mut groups = Vec::with_capacity(problem.limits().len());
        for (group, limit) in problem.limits().iter().enumerate() {
            let full = positive(&sums(group, |level| &level.groups)?);
            groups.push(Flow { low: if full { *limit } else { 0 }, high: *limit, now: 0, bound: !full });
        }
        let mut columns = Vec::with_capacity(problem.columns());
        for (column, &capacity) in problem.capacities().iter().enumerate() {
            let mut further = sums(column, |level| &level.columns)?;
            if let Some(group) = problem.group_of(column as u32) {
                let sums = sums(group as usize, |level| &level.groups)?;
                further.iter_mut().zip(sums).for_each(|(further, group)| *further -= group);
            }
            let first: Vec<i64> = further.iter().enumerate().map(|(level, sum)| sum + bonus(level)).collect();
            let one = capacity.min(1);
            // The first row may count more than those after it, never less.
            let low = match (sign(&first), sign(&further)) {
                (_, Ordering::Greater) => capacity,
                (Ordering::Greater, _) => one,
                _ => 0,
            };
            let high = match (sign(&first), sign(&further)) {
                (_, Ordering::Greater | Ordering::Equal) => capacity,
                (Ordering::Greater | Ordering::Equal, _) => one,
                _ => 0,
            };
            columns.push(Flow { low, high, now: 0, bound: false });
        }

        let mut face = Self {
            problem,
            starts: Vec::with_capacity(problem.rows() + 1),
            open: Vec::new(),
            places: vec![NONE; problem.edges()],
            settled_since: 0,
            worth: Vec::new(),
            heads: vec![NONE; problem.columns()],
            column_starts: vec![0; problem.columns() + 1],
            by_column: Vec::new(),
            rows,
            columns,
            groups,
            settled: Vec::new(),
            levels,
        };
        face.open_edges(edges)?;
        face.check()?;
        Ok(face)
    }

    fn open_edges(&mut self, edges: &[usize]) -> Result<(), SolveError> {
        let problem = self.problem;
        let mut chosen = edges.iter().copied().peekable();
        // Where the problem's own levels begin, after tiers and columns used.
        let own = 1 + usize::from(problem.use_columns());
        self.starts.push(0);
        for row in 0..problem.rows() {
            for edge in problem.edges_of(row) {
                let column = problem.edge_columns()[edge];
                let taken = chosen.next_if_eq(&edge).is_some();
                if taken {
                    self.rows[row].now += 1;
                    self.columns[column as usize].now += 1;
                    if let Some(group) = problem.group_of(column) {
                        self.groups[group as usize].now += 1;
                    }
                }
                let reduced = self.levels.iter().enumerate().map(|(level, potentials)| {
                    let worth = match level.checked_sub(own) {
                        Some(level) => problem.level(level)[edge],
                        None if level == 0 => problem.priority(row),
                        None => 0,
                    };
                    potentials.rows[row] + potentials.columns[column as usize] - worth
                });
                let state = if taken { State::Chosen } else { State::Free };
                let open = Open { row: row as u32, column, edge: edge as u32, state, next: NONE, last: NONE };
                match reduced.map(|sum| sum.cmp(&0)).find(|order| order.is_ne()) {
                    None => self.open.push(open),
                    Some(Ordering::Less) if taken => self.settle(open),
                    Some(Ordering::Greater) if !taken => {}
                    Some(_) => return Err(SolveError::Unsound),
                }
            }
            self.starts.push(self.open.len() as u32);
        }
        self.link();
        if chosen.next().is_some() { Err(SolveError::Unsound) } else { Ok(()) }
    }

    /// Whether every number is in its range.
    fn check(&self) -> Result<(), SolveError> {
        let mut flows = self.rows.iter().chain(&self.columns).chain(&self.groups);
        if flows.all(|flow| flow.low <= flow.now && flow.now <= flow.high) { Ok(()) } else { Err(SolveError::Unsound) }
    }

    /// Takes a chosen edge out of what is open.
    fn settle(&mut self, open: Open) {
        self.settled.push(open.edge as usize);
        self.rows[open.row as usize].settle_one();
        self.columns[open.column as usize].settle_one();
        let group = self.problem.group_of[open.column as usize];
        if group != NO_GROUP {
            self.groups[group as usize].settle_one();
        }
    }

    /// Lists every column's edges anew, and the chosen ones.
    fn link(&mut self) {
        self.settled_since = 0;
        self.worth.clear();
        self.worth.resize(self.open.len(), 0);
        for (at, open) in (0..).zip(&self.open) {
            self.places[open.edge as usize] = at;
        }

        self.column_starts.fill(0);
        for open in &self.open {
            self.column_starts[open.column as usize] += 1;
        }
        let mut end = 0;
        for start in &mut self.column_starts {
            end += *start;
            *start = end;
        }
        self.by_column.resize(self.open.len(), 0);
        for (at, open) in self.open.iter().enumerate().rev() {
            let start = &mut self.column_starts[open.column as usize];
            *start -= 1;
            self.by_column[*start as usize] = at as u32;
        }

        self.heads.fill(NONE);
        for at in 0..self.open.len() as u32 {
            if self.open[at as usize].state == State::Chosen {
                self.choose(at);
            }
        }
    }

    /// Chooses an open edge.
    pub(super) fn choose(&mut self, at: u32) {
        let open = &mut self.open[at as usize];
        open.state = State::Chosen;
        open.last = NONE;
        open.next = std::mem::replace(&mut self.heads[open.column as usize], at);
        let next = open.next;
        if next != NONE {
            self.open[next as usize].last = at;
        }
    }

    /// Takes the choice back.
    pub(super) fn drop(&mut self, at: u32) {
        let open = &mut self.open[at as usize];
        open.state = State::Free;
        let (last, next, column) = (open.last, open.next, open.column);
        if next != NONE {
            self.open[next as usize].last = last;
        }
        match last {
            NONE => self.heads[column as usize] = next,
            last => self.open[last as usize].next = next,
        }
    }

    /// Leaves only what is best at one level more, of which these are the potentials, and these the edges worth anything
    /// but 0.
    pub(super) fn narrow(&mut self, potentials: &Potentials, valued: &[u32]) -> Result<(), SolveError> {
        for (flow, sum) in self.rows.iter_mut().zip(&potentials.rows) {
            narrow(flow, *sum);
        }
        for (column, (flow, sum)) in self.columns.iter_mut().zip(&potentials.columns).enumerate() {
            let group = self.problem.group_of[column];
            narrow(flow, sum - if group == NO_GROUP { 0 } else { potentials.groups[group as usize] });
        }
        for (flow, sum) in self.groups.iter_mut().zip(&potentials.groups) {
            narrow(flow, *sum);
        }
        // An edge worth 0 between a row and a column of potential 0 stays as open as it was.
        for at in valued {
            self.judge(*at, potentials)?;
        }
        for row in (0..self.rows.len()).filter(|row| potentials.rows[*row] != 0) {
            for at in self.starts[row]..self.starts[row + 1] {
                self.judge(at, potentials)?;
            }
        }
        for column in (0..self.columns.len()).filter(|column| potentials.columns[*column] != 0) {
            for at in self.column_starts[column]..self.column_starts[column + 1] {
                self.judge(self.by_column[at as usize], potentials)?;
            }
        }
        self.check()
    }

    /// Settles an edge that is worth more or less than it costs.
    fn judge(&mut self, at: u32, potentials: &Potentials) -> Result<(), SolveError> {
        let open = self.open[at as usize];
        if open.state == State::Settled {
            return Ok(());
        }
        let price = potentials.rows[open.row as usize] + potentials.columns[open.column as usize];
        match (price.cmp(&self.worth[at as usize]), open.state) {
            (Ordering::Equal, _) => return Ok(()),
            (Ordering::Less, State::Chosen) => {
                self.drop(at);
                self.settle(open);
            }
            (Ordering::Greater, State::Free) => {}
            _ => return Err(SolveError::Unsound),
        }
        self.open[at as usize].state = State::Settled;
        self.settled_since += 1;
        Ok(())
    }

    /// Puts the open edges together once most of those listed are settled, so that a level takes time by what is open.
    pub(super) fn tidy(&mut self) {
        if 2 * self.settled_since <= self.open.len() {
            return;
        }
        let (mut from, mut to) = (0, 0);
        for row in 0..self.rows.len() {
            let end = self.starts[row + 1] as usize;
            for at in from..end {
                let open = self.open[at];
                if open.state == State::Settled {
                    self.places[open.edge as usize] = NONE;
                } else {
                    self.open[to] = open;
                    to += 1;
                }
            }
            self.starts[row + 1] = to as u32;
            from = end;
        }
        self.open.truncate(to);
        self.link();
    }

    /// The edges of a column that are listed as open.
    pub(super) fn edges_of_column(&self, column: usize) -> impl Iterator<Item = u32> {
        let range = self.column_starts[column] as usize..self.column_starts[column + 1] as usize;
        self.by_column[range].iter().copied()
    }

    pub(super) fn is_chosen(&self, at: u32) -> bool {
        self.open[at as usize].state == State::Chosen
    }

    /// The open edge that an edge of the problem is.
    pub(super) fn place(&self, edge: usize) -> Option<u32> {
        let at = self.places[edge];
        (at != NONE && self.open[at as usize].state != State::Settled).then_some(at)
    }

    /// The set of a column.
    pub(super) fn group(&self, column: u32) -> Option<u32> {
        Some(self.problem.group_of[column as usize]).filter(|group| *group != NO_GROUP)
    }

    /// What a level changes before it is dealt with.
    pub(super) fn standing(&self) -> Standing {
        let (rows, columns, groups) = (self.rows.clone(), self.columns.clone(), self.groups.clone());
        Standing { open: self.open.clone(), heads: self.heads.clone(), rows, columns, groups }
    }

    /// Makes it as it was; without anything to go by, leaves it.
    pub(super) fn put_back(&mut self, before: Option<Standing>) {
        if let Some(before) = before {
            Standing {
                open: self.open,
                heads: self.heads,
                rows: self.rows,
                columns: self.columns,
                groups: self.groups,
            } = before;
        }
    }

    /// The edges of the assignment there is now, ascending.
    pub(super) fn edges(&self) -> Vec<usize> {
        let open = self.open.iter().filter(|open| open.state == State::Chosen).map(|open| open.edge as usize);
        let mut edges: Vec<usize> = self.settled.iter().copied().chain(open).collect();
        edges.sort_unstable();
        edges
    }
}

/// The assignment that a face stands at.
#[derive(Debug)]
pub(super) struct Standing {
    open: Vec<Open>,
    heads: Vec<u32>,
    rows: Vec<Flow>,
    columns: Vec<Flow>,
    groups: Vec<Flow>,
}

/// A number of places whose potential is above 0 is as great as can be, one whose is below as small.
fn narrow(flow: &mut Flow, sum: i64) {
    if flow.is_open() {
        match sum.cmp(&0) {
            Ordering::Greater => flow.low = flow.high,
            Ordering::Less => flow.high = flow.low,
            Ordering::Equal => {}
        }
    }
    flow.bound &= sum == 0;
}

fn sign(tuple: &[i64]) -> Ordering {
    tuple.iter().map(|sum| sum.cmp(&0)).find(|order| order.is_ne()).unwrap_or(Ordering::Equal)
}

fn positive(tuple: &[i64]) -> bool {
    sign(tuple) == Ordering::Greater
}

//! A matching that serves as many rows as can be, tier by tier, values aside.
//!
//! The sets of rows that can be served together are the independent sets of a
//! transversal matroid (Edmonds and Fulkerson, "Transversals and matroid
//! partition", 1965). A matroid is solved greedily: with the tiers taken in
//! order, augmenting paths (Berge 1957, Hall 1956) serve as many rows of each
//! tier as is possible given the earlier ones, and never unserve a row. The
//! result has the lexicographically largest count per tier and, every maximal
//! independent set being equally large, the most rows served altogether.

use super::problem::Graph;
use super::table::Table;

/// A column that can reach no free place, now or ever.
const CLOSED: usize = usize::MAX;

/// A growing matching on a graph.
#[derive(Debug)]
pub(super) struct Matching<'g> {
    graph: &'g Graph,
    /// The edge each row is served by.
    edge_of: Table<Option<usize>>,
    /// The rows each column holds.
    holders: Table<Vec<usize>>,
    /// The last search that visited a column, or [`CLOSED`].
    seen: Table<usize>,
    /// Searches so far; 0 is none.
    searches: usize,
    /// The first search of this phase.
    phase: usize,
    /// The row and its edge from which a search reached a row.
    from: Table<Option<(usize, usize)>>,
}

impl<'g> Matching<'g> {
    pub(super) fn empty(graph: &'g Graph) -> Self {
        let (rows, columns) = (graph.tiers.len(), graph.capacities.len());
        Self {
            graph,
            edge_of: Table::filled(None, rows),
            holders: Table::filled(Vec::new(), columns),
            seen: Table::filled(0, columns),
            searches: 0,
            phase: 0,
            from: Table::filled(None, rows),
        }
    }

    /// A matching with the best count per tier. Time: edges times the number
    /// of phases, few in practice and at most the rows; memory linear.
    pub(super) fn by_tier(graph: &'g Graph) -> Self {
        let mut matching = Self::empty(graph);
        for tier in 0..graph.tier_count {
            let rows = || (0..graph.tiers.len()).filter(|&row| graph.tiers[row] == tier);
            for row in rows() {
                graph.edges_of(row).any(|edge| matching.claim(row, edge));
            }
            matching.complete(rows(), |_, _| true);
        }
        matching
    }

    /// The edge that serves a row.
    pub(super) fn edge(&self, row: usize) -> Option<usize> {
        self.edge_of[row]
    }

    /// Rows served in each tier.
    pub(super) fn served(&self) -> Vec<usize> {
        let mut served = Table::filled(0, usize::from(self.graph.tier_count));
        for (tier, edge) in self.graph.tiers.iter().zip(self.edge_of.iter()) {
            served[usize::from(*tier)] += usize::from(edge.is_some());
        }
        served.into()
    }

    /// Whether some row left without a place can reach this column by
    /// alternating paths. Right once [`complete`](Self::complete) has run for
    /// every row: a search that fails closes exactly the columns it reached.
    pub(super) fn is_contested(&self, column: usize) -> bool {
        self.seen[column] == CLOSED
    }

    /// Serves the row by the edge if both ends are free.
    pub(super) fn claim(&mut self, row: usize, edge: usize) -> bool {
        let column = self.graph.column(edge);
        let free = self.edge_of[row].is_none() && self.has_room(column);
        if free {
            self.edge_of[row] = Some(edge);
            self.holders[column].push(row);
        }
        free
    }

    /// Serves as many of `rows` as can be, beside all those served already,
    /// along edges (row, column) that are allowed.
    pub(super) fn complete(&mut self, rows: impl Iterator<Item = usize>, allowed: impl Fn(usize, usize) -> bool) {
        let mut waiting: Vec<usize> = rows.filter(|&row| self.edge_of[row].is_none()).collect();
        // The first search of a phase finds no column already visited, so it
        // either serves its row or closes it: every phase makes progress.
        while !waiting.is_empty() {
            self.phase = self.searches + 1;
            waiting.retain(|&row| matches!(self.search(row, &allowed), Search::Blocked));
        }
    }

    fn has_room(&self, column: usize) -> bool {
        self.holders[column].len() < self.graph.capacities[column] as usize
    }

    /// Breadth first from one row to the nearest free place.
    fn search(&mut self, root: usize, allowed: &impl Fn(usize, usize) -> bool) -> Search {
        self.searches += 1;
        let mut blocked = false;
        let mut reached = Vec::new();
        let mut queue = vec![root];
        let mut next = 0;
        while let Some(&row) = queue.get(next) {
            next += 1;
            for edge in self.graph.edges_of(row) {
                let column = self.graph.column(edge);
                let seen = self.seen[column];
                if seen == CLOSED || seen == self.searches || !allowed(row, column) {
                    continue;
                }
                if seen >= self.phase {
                    // Another search of this phase came by, and has perhaps
                    // changed what can be reached from here.
                    blocked = true;
                    continue;
                }
                if self.has_room(column) {
                    self.shift(row, edge);
                    return Search::Served;
                }
                self.seen[column] = self.searches;
                reached.push(column);
                for &holder in &self.holders[column] {
                    self.from[holder] = Some((row, edge));
                    queue.push(holder);
                }
            }
        }
        if blocked {
            return Search::Blocked;
        }
        for column in reached {
            self.seen[column] = CLOSED;
        }
        Search::Closed
    }

    /// Moves the row onto a free place, the row that led to it onto the place
    /// this one leaves, and so on back to the row the search began with.
    fn shift(&mut self, mut row: usize, mut edge: usize) {
        loop {
            let left = self.edge_of[row].replace(edge);
            self.holders[self.graph.column(edge)].push(row);
            let Some(left) = left else { break };
            self.holders[self.graph.column(left)].retain(|&holder| holder != row);
            let Some(before) = self.from[row] else { break };
            (row, edge) = before;
        }
    }
}

/// How one search ended.
enum Search {
    /// The row is served.
    Served,
    /// The row can never be served beside those that are.
    Closed,
    /// Ask again in the next phase.
    Blocked,
}

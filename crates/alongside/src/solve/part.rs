//! One independent part of a problem, turned so that its scarce side leads.

use std::ops::Range;

use super::problem::Problem;
use super::table::Table;

/// Which side of a part every best answer fills completely.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// Every row is served.
    Rows,
    /// Every place of every column is taken.
    Columns,
}

/// An edge of a part, in the part's own numbering.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Link {
    pub(super) line: u32,
    pub(super) field: u32,
    /// The edge in the problem.
    pub(super) edge: usize,
}

/// A row and the edge that serves it, in the problem's numbering.
pub(super) type Served = (usize, usize);

/// A part in which *lines* (the filled side) each take exactly `takes`
/// *fields* (the other side), a field being taken at most `room` times.
#[derive(Debug)]
pub(super) struct Part {
    pub(super) side: Side,
    /// The problem's row or column of each line.
    pub(super) lines: Table<usize>,
    pub(super) takes: Table<u32>,
    /// The problem's column or row of each field.
    pub(super) fields: Table<usize>,
    pub(super) room: Table<u32>,
    /// Ordered by line, then field.
    pub(super) links: Table<Link>,
    /// Where each line's links start, and one entry more.
    pub(super) starts: Table<usize>,
    /// Rows served per tier in every best answer.
    pub(super) served: Vec<usize>,
}

impl Part {
    /// The links of a line.
    pub(super) fn links_of(&self, line: usize) -> Range<usize> {
        self.starts[line]..self.starts[line + 1]
    }

    /// The problem's row of a link.
    pub(super) fn row(&self, link: Link) -> usize {
        match self.side {
            Side::Rows => self.lines[link.line as usize],
            Side::Columns => self.fields[link.field as usize],
        }
    }

    /// A link as an answer.
    pub(super) fn serve(&self, link: Link) -> Served {
        (self.row(link), link.edge)
    }

    /// How well a link serves the tiers: larger is better. Where every row is
    /// served anyway the tiers decide nothing.
    ///
    /// Any strictly decreasing positive weights per tier would do: in a matroid
    /// the base of largest weight is the greedy one, which holds as many
    /// elements of each leading group of tiers as any independent set (Edmonds,
    /// "Matroids and the greedy algorithm", 1971; Lawler, "Combinatorial
    /// Optimization", 1976). So the tiers need one number, not one each.
    pub(super) fn tier_value(&self, problem: &Problem, link: Link) -> i64 {
        match self.side {
            Side::Rows => 0,
            Side::Columns => i64::from(problem.tier_count() - problem.graph.tiers[self.row(link)]),
        }
    }

    /// Pairs in every best answer.
    pub(super) fn pairs(&self) -> usize {
        self.takes.iter().map(|&takes| takes as usize).sum()
    }

    /// Size of the dense matrix this part needs: places by places.
    pub(super) fn cells(&self) -> usize {
        let room: usize = self.room.iter().map(|&room| room as usize).sum();
        self.pairs().saturating_mul(room)
    }
}

//! The cheapest way to fill a place again.

use super::face::{Face, Flow, NONE};
use crate::certificate::Potentials;
use crate::solution::SolveError;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A row, column or set, or the root that rows get their places from and columns hand them on to.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Node {
    /// Its price: the potential of a certificate for a row, with the opposite sign for a column or set.
    pub(super) price: i64,
    /// Its distance, if it was reached in this search.
    distance: i64,
    /// Twice the number of the last search that reached it, and one more once its distance was final.
    mark: u32,
    /// The node the search came from.
    from: u32,
    /// The open edge between them, if they are a row and a column.
    via: u32,
    /// Units it has and cannot leave.
    excess: u32,
    /// Units it has to get.
    lacks: u32,
}

/// What the searches of one level share, kept from level to level to save memory being asked for again.
///
/// Nodes are numbered rows first, then columns, then sets, then the root. A search goes forward, from a row with a place
/// to fill to whatever lacks one, or backward.
#[derive(Debug, Default)]
pub(super) struct Search {
    pub(super) nodes: Vec<Node>,
    pub(super) rows: u32,
    pub(super) columns: u32,
    pub(super) root: u32,
    searches: u32,
    /// Nodes at the distance that the search is at, and beyond.
    now: Vec<u32>,
    later: BinaryHeap<Reverse<(i64, u32)>>,
    done: Vec<u32>,
    /// What is next to the root: rows, columns and sets of which the number of places is open.
    pub(super) around: Vec<u32>,
    /// The columns of each set, one set after another.
    pub(super) members: Vec<u32>,
    pub(super) member_starts: Vec<u32>,
}

impl Search {
    /// Every price 0, nothing lacking.
    pub(super) fn begin(&mut self, face: &Face<'_>) {
        let (rows, columns, groups) = (face.rows.len(), face.columns.len(), face.groups.len());
        if self.nodes.len() != rows + columns + groups + 1 {
            self.nodes = vec![Node::default(); rows + columns + groups + 1];
            self.rows = rows as u32;
            self.columns = columns as u32;
            self.root = (rows + columns + groups) as u32;
            self.searches = 0;
            self.list_members(face);
        }
        // A level that was broken off leaves something behind.
        self.nodes.iter_mut().for_each(|node| (node.price, node.excess, node.lacks) = (0, 0, 0));
        self.around.clear();
        let is_open = |(at, flow): (u32, &Flow)| flow.is_open().then_some(at);
        self.around.extend((0..).zip(&face.rows).filter_map(is_open));
        let free = (0..).zip(&face.columns).filter(|(column, _)| face.group(*column).is_none());
        self.around.extend(free.filter_map(is_open).map(|column| self.rows + column));
        let first = self.rows + self.columns;
        self.around.extend((0..).zip(&face.groups).filter_map(is_open).map(|group| first + group));
    }

    fn list_members(&mut self, face: &Face<'_>) {
        let mut members: Vec<(u32, u32)> =
            (0..self.columns).filter_map(|column| Some((face.group(column)?, column))).collect();
        members.sort_unstable();
        let start = |group: u32| members.partition_point(|(other, _)| *other < group) as u32;
        self.member_starts = (0..=face.groups.len() as u32).map(start).collect();
        self.members = members.into_iter().map(|(_, column)| column).collect();
    }

    pub(super) fn set_row(&mut self, row: u32, price: i64) {
        self.nodes[row as usize].price = price;
    }

    pub(super) fn set_column(&mut self, column: u32, price: i64) {
        self.nodes[(self.rows + column) as usize].price = -price;
    }

    pub(super) fn column_price(&self, column: u32) -> i64 {
        -self.nodes[(self.rows + column) as usize].price
    }

    /// A column lost a row. What it may do without, it does: then the root lacks a unit. Whether it lacks it itself.
    pub(super) fn lose_row(&mut self, face: &mut Face<'_>, column: u32) -> bool {
        let flow = face.columns[column as usize];
        let group = face.group(column);
        let shrinks = flow.can_shrink() && group.is_none_or(|group| face.groups[group as usize].can_shrink());
        if shrinks {
            face.columns[column as usize].now -= 1;
            if let Some(group) = group {
                face.groups[group as usize].now -= 1;
            }
            self.nodes[self.root as usize].lacks += 1;
        } else {
            self.nodes[(self.rows + column) as usize].lacks += 1;
        }
        !shrinks
    }

    /// A row lost a column. If its price is 0 and it may go without, it does, and the root has a unit more. Whether it
    /// has a place to fill.
    pub(super) fn lose_column(&mut self, face: &mut Face<'_>, row: u32, price: i64) -> bool {
        let shrinks = price == 0 && face.rows[row as usize].can_shrink();
        if shrinks {
            face.rows[row as usize].now -= 1;
            self.nodes[self.root as usize].excess += 1;
        } else {
            self.nodes[row as usize].excess += 1;
        }
        !shrinks
    }

    /// A row asks for a place that it did not have to have.
    pub(super) fn ask(&mut self, row: u32) {
        self.nodes[row as usize].excess += 1;
        self.nodes[self.root as usize].lacks += 1;
    }

    /// Whether a column still lacks something.
    pub(super) fn lacks(&self, column: u32) -> bool {
        self.nodes[(self.rows + column) as usize].lacks > 0
    }

    /// Whether nothing is lacking that nothing is left over for.
    pub(super) fn is_settled(&self) -> bool {
        let root = self.nodes[self.root as usize];
        let (rest, lacks) = (self.nodes.len() - 1, root.lacks);
        root.excess == lacks && self.nodes[..rest].iter().all(|node| node.excess == 0 && node.lacks == 0)
    }

    /// The potentials as a certificate has them.
    pub(super) fn potentials(&self, face: &Face<'_>) -> Potentials {
        let (first, second) = (self.rows as usize, (self.rows + self.columns) as usize);
        let root = self.nodes[self.root as usize].price;
        let price = |node: &Node| node.price - root;
        // What is bound by 0 may lie below where nothing open binds it; nothing then minds its being 0.
        let groups: Vec<i64> = self.nodes[second..self.root as usize]
            .iter()
            .zip(&face.groups)
            .map(|(node, flow)| if flow.bound { (-price(node)).max(0) } else { -price(node) })
            .collect();
        let rows = self.nodes[..first].iter().zip(&face.rows);
        let rows = rows.map(|(node, flow)| if flow.bound { price(node).max(0) } else { price(node) }).collect();
        let columns = self.nodes[first..second].iter().zip(&face.columns).zip(0..);
        let columns = columns.map(|((node, flow), column)| {
            let group = face.group(column).map_or(0, |group| groups[group as usize]);
            if flow.bound { (-price(node)).max(group) } else { -price(node) }
        });
        Potentials { rows, columns: columns.collect(), groups }
    }

    /// Fills one place again, the cheapest way: forward one of a row, backward one of a column. What that costs.
    pub(super) fn fill<const FORWARD: bool>(&mut self, face: &mut Face<'_>, from: u32) -> Result<i64, SolveError> {
        self.searches += 1;
        if self.searches == u32::MAX / 2 {
            self.searches = 1;
            self.nodes.iter_mut().for_each(|node| node.mark = 0);
        }
        self.now.clear();
        self.later.clear();
        self.done.clear();
        let from = if FORWARD { from } else { self.rows + from };
        let found = self.find::<FORWARD>(face, from).ok_or(SolveError::Unsound)?;
        let distance = self.nodes[found as usize].distance;
        for node in &self.done {
            let node = &mut self.nodes[*node as usize];
            let shift = distance - node.distance;
            node.price += if FORWARD { -shift } else { shift };
        }
        let (gives, gets) = if FORWARD { (from, found) } else { (found, from) };
        self.nodes[gives as usize].excess -= 1;
        self.nodes[gets as usize].lacks -= 1;
        let mut node = found;
        while self.nodes[node as usize].from != NONE {
            let Node { from, via, .. } = self.nodes[node as usize];
            let (tail, head) = if FORWARD { (from, node) } else { (node, from) };
            self.send(face, tail, head, via);
            node = from;
        }
        Ok(distance)
    }

    /// The nearest node at which the search ends.
    fn find<const FORWARD: bool>(&mut self, face: &Face<'_>, from: u32) -> Option<u32> {
        let (mut next, mut distance) = (0, 0);
        let mut found = self.reach::<FORWARD>(from, 0, 0, NONE, NONE);
        while found.is_none() {
            let node = if let Some(node) = self.now.get(next) {
                next += 1;
                *node
            } else {
                let Reverse((further, node)) = self.later.pop()?;
                let at = self.nodes[node as usize];
                if at.mark != 2 * self.searches || at.distance != further {
                    continue;
                }
                distance = further;
                self.now.clear();
                next = 0;
                if at.ends::<FORWARD>() {
                    return Some(node);
                }
                node
            };
            let at = &mut self.nodes[node as usize];
            if at.mark != 2 * self.searches || at.distance != distance {
                continue;
            }
            at.mark += 1;
            self.done.push(node);
            found = if FORWARD { self.leave(face, node, distance) } else { self.enter(face, node, distance) };
        }
        found
    }

    /// Reaches a node at a distance; says so if that ends the search.
    #[inline]
    pub(super) fn reach<const FORWARD: bool>(
        &mut self,
        node: u32,
        distance: i64,
        now: i64,
        from: u32,
        via: u32,
    ) -> Option<u32> {
        let at = &mut self.nodes[node as usize];
        if at.mark >= 2 * self.searches && at.distance <= distance {
            return None;
        }
        (at.distance, at.mark, at.from, at.via) = (distance, 2 * self.searches, from, via);
        if distance > now {
            self.later.push(Reverse((distance, node)));
            return None;
        }
        if at.ends::<FORWARD>() {
            return Some(node);
        }
        self.now.push(node);
        None
    }

    /// Sends a unit from one node to the next.
    fn send(&self, face: &mut Face<'_>, tail: u32, head: u32, via: u32) {
        let groups = self.rows + self.columns;
        if via != NONE {
            if tail < self.rows { face.choose(via) } else { face.drop(via) }
        } else if tail < self.rows {
            face.rows[tail as usize].now -= 1;
        } else if head < self.rows {
            face.rows[head as usize].now += 1;
        } else if tail == self.root || (tail >= groups && head < groups) {
            self.flow(face, head).now -= 1;
        } else {
            self.flow(face, tail).now += 1;
        }
    }

    fn flow<'f>(&self, face: &'f mut Face<'_>, node: u32) -> &'f mut Flow {
        let column = (node - self.rows) as usize;
        match column.checked_sub(self.columns as usize) {
            None => &mut face.columns[column],
            Some(group) => &mut face.groups[group],
        }
    }
}

impl Node {
    /// Whether a search ends here.
    fn ends<const FORWARD: bool>(&self) -> bool {
        if FORWARD { self.lacks > 0 } else { self.excess > 0 }
    }
}

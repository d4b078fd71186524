//! The cheapest way to fill a place again.

use super::face::{Face, Flow, NONE};
use crate::certificate::Potentials;
use crate::solution::SolveError;
use std::cmp::Reverse;
use std::collections::BinaryHeap;

/// A row, column or set, or the root that rows get their places from and columns hand them on to.
#[derive(Debug, Clone, Copy, Default)]
struct Node {
    /// Its potential: as in a certificate for a row, with the opposite sign for a column or set.
    price: i64,
    /// Its distance, if it was reached in this search.
    distance: i64,
    /// Twice the number of the last search that reached it, and one more once its distance was final.
    mark: u32,
    /// The node before it.
    from: u32,
    /// The open edge between them, if they are a row and a column.
    via: u32,
}

/// What the searches of one level share, kept from level to level to save memory being asked for again.
///
/// Nodes are numbered rows first, then columns, then sets, then the root.
#[derive(Debug, Default)]
pub(super) struct Search {
    nodes: Vec<Node>,
    rows: u32,
    columns: u32,
    root: u32,
    searches: u32,
    /// Units each column, and the root, still has to get.
    lacks: Vec<u32>,
    root_lacks: usize,
    /// Nodes at the distance that the search is at, and beyond.
    now: Vec<u32>,
    later: BinaryHeap<Reverse<(i64, u32)>>,
    done: Vec<u32>,
    /// What the root leads to: rows, columns and sets of which the number of places is open.
    around: Vec<u32>,
    /// The columns of each set, one set after another.
    members: Vec<u32>,
    member_starts: Vec<u32>,
}

impl Search {
    /// Every potential 0, nothing lacking.
    pub(super) fn begin(&mut self, face: &Face<'_>) {
        let (rows, columns, groups) = (face.rows.len(), face.columns.len(), face.groups.len());
        if self.nodes.len() != rows + columns + groups + 1 {
            self.nodes = vec![Node::default(); rows + columns + groups + 1];
            self.rows = rows as u32;
            self.columns = columns as u32;
            self.root = (rows + columns + groups) as u32;
            self.lacks = vec![0; columns];
            self.searches = 0;
            self.list_members(face);
        }
        self.nodes.iter_mut().for_each(|node| node.price = 0);
        // A level that was broken off leaves some behind.
        self.lacks.fill(0);
        self.root_lacks = 0;
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

    pub(super) fn set_row(&mut self, row: usize, price: i64) {
        self.nodes[row].price = price;
    }

    /// A column lost a row. What it may do without, it does: then the root lacks a unit, or its set.
    pub(super) fn lack(&mut self, face: &mut Face<'_>, column: u32) {
        let flow = face.columns[column as usize];
        let group = face.group(column);
        if flow.can_shrink() && group.is_none_or(|group| face.groups[group as usize].can_shrink()) {
            face.columns[column as usize].now -= 1;
            if let Some(group) = group {
                face.groups[group as usize].now -= 1;
            }
            self.root_lacks += 1;
        } else {
            self.lacks[column as usize] += 1;
        }
    }

    /// A row asks for a place that it did not have to have.
    pub(super) fn owe(&mut self) {
        self.root_lacks += 1;
    }

    /// The potentials as a certificate has them.
    pub(super) fn potentials(&self, face: &Face<'_>) -> Potentials {
        let (first, second) = (self.rows as usize, (self.rows + self.columns) as usize);
        let root = self.nodes[self.root as usize].price;
        let price = |node: &Node| node.price - root;
        // What is open is bound by 0 also where nothing is chosen that would bind it.
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

    /// Fills one place of a row again, the cheapest way; what that costs.
    pub(super) fn run(&mut self, face: &mut Face<'_>, worth: &[i64], row: u32) -> Result<i64, SolveError> {
        self.searches += 1;
        if self.searches == u32::MAX / 2 {
            self.searches = 1;
            self.nodes.iter_mut().for_each(|node| node.mark = 0);
        }
        self.now.clear();
        self.later.clear();
        self.done.clear();
        let found = self.find(face, worth, row).ok_or(SolveError::Unsound)?;
        let distance = self.nodes[found as usize].distance;
        for node in &self.done {
            let node = &mut self.nodes[*node as usize];
            node.price -= distance - node.distance;
        }
        self.send(face, found);
        Ok(distance)
    }

    /// The nearest node that lacks something.
    fn find(&mut self, face: &Face<'_>, worth: &[i64], row: u32) -> Option<u32> {
        let mut next = 0;
        let mut distance = 0;
        if let Some(found) = self.reach(row, 0, 0, NONE, NONE) {
            return Some(found);
        }
        loop {
            let node = if let Some(node) = self.now.get(next) {
                next += 1;
                *node
            } else {
                let Reverse((further, node)) = self.later.pop()?;
                if self.nodes[node as usize].mark == 2 * self.searches && self.nodes[node as usize].distance == further
                {
                    distance = further;
                    self.now.clear();
                    next = 0;
                    if self.lacks_something(node) {
                        return Some(node);
                    }
                    node
                } else {
                    continue;
                }
            };
            let at = &mut self.nodes[node as usize];
            if at.mark != 2 * self.searches || at.distance != distance {
                continue;
            }
            at.mark += 1;
            self.done.push(node);
            let found = if node < self.rows {
                self.leave_row(face, worth, node, distance)
            } else if node < self.rows + self.columns {
                self.leave_column(face, worth, node, distance)
            } else if node < self.root {
                self.leave_group(face, node, distance)
            } else {
                self.leave_root(face, distance)
            };
            if found.is_some() {
                return found;
            }
        }
    }

    fn lacks_something(&self, node: u32) -> bool {
        if node == self.root {
            self.root_lacks > 0
        } else {
            node >= self.rows && node < self.rows + self.columns && self.lacks[(node - self.rows) as usize] > 0
        }
    }

    /// Reaches a node at a distance; says so if that ends the search.
    fn reach(&mut self, node: u32, distance: i64, now: i64, from: u32, via: u32) -> Option<u32> {
        let at = &mut self.nodes[node as usize];
        let reached = at.mark >= 2 * self.searches;
        if reached && at.distance <= distance {
            return None;
        }
        (at.distance, at.mark, at.from, at.via) = (distance, 2 * self.searches, from, via);
        if distance > now {
            self.later.push(Reverse((distance, node)));
            return None;
        }
        if self.lacks_something(node) {
            return Some(node);
        }
        self.now.push(node);
        None
    }

    fn leave_row(&mut self, face: &Face<'_>, worth: &[i64], row: u32, now: i64) -> Option<u32> {
        let price = self.nodes[row as usize].price;
        for at in face.starts[row as usize]..face.starts[row as usize + 1] {
            let open = &face.open[at as usize];
            if !open.chosen {
                let column = self.rows + open.column;
                let step = price - worth[at as usize] - self.nodes[column as usize].price;
                let found = self.reach(column, now + step, now, row, at);
                if found.is_some() {
                    return found;
                }
            }
        }
        if !face.rows[row as usize].can_shrink() {
            return None;
        }
        let step = price - self.nodes[self.root as usize].price;
        self.reach(self.root, now + step, now, row, NONE)
    }

    fn leave_column(&mut self, face: &Face<'_>, worth: &[i64], node: u32, now: i64) -> Option<u32> {
        let column = (node - self.rows) as usize;
        let price = self.nodes[node as usize].price;
        if face.columns[column].can_grow() {
            let out = face.group(column as u32).map_or(self.root, |group| self.rows + self.columns + group);
            let step = price - self.nodes[out as usize].price;
            let found = self.reach(out, now + step, now, node, NONE);
            if found.is_some() {
                return found;
            }
        }
        let mut at = face.heads[column];
        while at != NONE {
            let open = &face.open[at as usize];
            let step = price + worth[at as usize] - self.nodes[open.row as usize].price;
            let found = self.reach(open.row, now + step, now, node, at);
            if found.is_some() {
                return found;
            }
            at = open.next;
        }
        None
    }

    fn leave_group(&mut self, face: &Face<'_>, node: u32, now: i64) -> Option<u32> {
        let group = (node - self.rows - self.columns) as usize;
        let price = self.nodes[node as usize].price;
        if face.groups[group].can_grow() {
            let step = price - self.nodes[self.root as usize].price;
            let found = self.reach(self.root, now + step, now, node, NONE);
            if found.is_some() {
                return found;
            }
        }
        for member in self.member_starts[group]..self.member_starts[group + 1] {
            let column = self.members[member as usize];
            if face.columns[column as usize].can_shrink() {
                let step = price - self.nodes[(self.rows + column) as usize].price;
                let found = self.reach(self.rows + column, now + step, now, node, NONE);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    fn leave_root(&mut self, face: &Face<'_>, now: i64) -> Option<u32> {
        let price = self.nodes[self.root as usize].price;
        for around in 0..self.around.len() {
            let node = self.around[around];
            let leads = if node < self.rows {
                face.rows[node as usize].can_grow()
            } else if node < self.rows + self.columns {
                face.columns[(node - self.rows) as usize].can_shrink()
            } else {
                face.groups[(node - self.rows - self.columns) as usize].can_shrink()
            };
            if leads {
                let step = price - self.nodes[node as usize].price;
                let found = self.reach(node, now + step, now, self.root, NONE);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// Sends a unit along the path that was found.
    fn send(&mut self, face: &mut Face<'_>, found: u32) {
        if found == self.root {
            self.root_lacks -= 1;
        } else {
            self.lacks[(found - self.rows) as usize] -= 1;
        }
        let mut to = found;
        while self.nodes[to as usize].from != NONE {
            let Node { from, via, .. } = self.nodes[to as usize];
            if via != NONE {
                if from < self.rows { face.choose(via) } else { face.drop(via) }
            } else if from < self.rows {
                face.rows[from as usize].now -= 1;
            } else if to < self.rows {
                face.rows[to as usize].now += 1;
            } else if from == self.root || (from >= self.rows + self.columns && to < self.rows + self.columns) {
                self.flow(face, to).now -= 1;
            } else {
                self.flow(face, from).now += 1;
            }
            to = from;
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

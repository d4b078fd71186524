//! Where a unit can go from a node.

use super::face::{Face, NONE, State};
use super::search::Search;

impl Search {
    /// Reaches every node to which a unit can go from this one; the one that ends the search, if one does.
    pub(super) fn leave(&mut self, face: &Face<'_>, node: u32, now: i64) -> Option<u32> {
        if node < self.rows {
            self.leave_row(face, node, now)
        } else if node < self.rows + self.columns {
            self.leave_column(face, node, now)
        } else if node < self.root {
            self.leave_group(face, node, now)
        } else {
            self.leave_root(face, now)
        }
    }

    /// To a column, by an edge not chosen; back to the root, if the row may go without.
    fn leave_row(&mut self, face: &Face<'_>, row: u32, now: i64) -> Option<u32> {
        let price = self.nodes[row as usize].price;
        for at in face.starts[row as usize]..face.starts[row as usize + 1] {
            let open = &face.open[at as usize];
            if open.state == State::Free {
                let column = self.rows + open.column;
                let step = price - face.worth[at as usize] - self.nodes[column as usize].price;
                let found = self.reach::<true>(column, now + step, now, row, at);
                if found.is_some() {
                    return found;
                }
            }
        }
        if !face.rows[row as usize].can_shrink() {
            return None;
        }
        let step = price - self.nodes[self.root as usize].price;
        self.reach::<true>(self.root, now + step, now, row, NONE)
    }

    /// On to the column's set or the root, if it has room; to a row that loses its place here.
    fn leave_column(&mut self, face: &Face<'_>, node: u32, now: i64) -> Option<u32> {
        let column = (node - self.rows) as usize;
        let price = self.nodes[node as usize].price;
        if face.columns[column].can_grow() {
            let out = face.group(column as u32).map_or(self.root, |group| self.rows + self.columns + group);
            let step = price - self.nodes[out as usize].price;
            let found = self.reach::<true>(out, now + step, now, node, NONE);
            if found.is_some() {
                return found;
            }
        }
        let mut at = face.heads[column];
        while at != NONE {
            let open = &face.open[at as usize];
            let step = price + face.worth[at as usize] - self.nodes[open.row as usize].price;
            let found = self.reach::<true>(open.row, now + step, now, node, at);
            if found.is_some() {
                return found;
            }
            at = open.next;
        }
        None
    }

    /// On to the root, if the set has room; to a column of it that can do with a row less.
    fn leave_group(&mut self, face: &Face<'_>, node: u32, now: i64) -> Option<u32> {
        let group = (node - self.rows - self.columns) as usize;
        let price = self.nodes[node as usize].price;
        if face.groups[group].can_grow() {
            let step = price - self.nodes[self.root as usize].price;
            let found = self.reach::<true>(self.root, now + step, now, node, NONE);
            if found.is_some() {
                return found;
            }
        }
        for member in self.member_starts[group]..self.member_starts[group + 1] {
            let column = self.members[member as usize];
            if face.columns[column as usize].can_shrink() {
                let step = price - self.nodes[(self.rows + column) as usize].price;
                let found = self.reach::<true>(self.rows + column, now + step, now, node, NONE);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// To a row that can do with a column more, a column or set that can do with a row less.
    fn leave_root(&mut self, face: &Face<'_>, now: i64) -> Option<u32> {
        let price = self.nodes[self.root as usize].price;
        for around in 0..self.around.len() {
            let node = self.around[around];
            let leads = match self.flow_of(face, node) {
                flow if node < self.rows => flow.can_grow(),
                flow => flow.can_shrink(),
            };
            if leads {
                let step = price - self.nodes[node as usize].price;
                let found = self.reach::<true>(node, now + step, now, self.root, NONE);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }
}

//! Where a node can get a unit from.

use super::face::{Face, Flow, NONE, State};
use super::search::Search;

impl Search {
    /// Reaches every node from which a unit can come to this one; the one that ends the search, if one does.
    pub(super) fn enter(&mut self, face: &Face<'_>, node: u32, now: i64) -> Option<u32> {
        if node < self.rows {
            self.enter_row(face, node, now)
        } else if node < self.rows + self.columns {
            self.enter_column(face, node, now)
        } else if node < self.root {
            self.enter_group(face, node, now)
        } else {
            self.enter_root(face, now)
        }
    }

    /// From the root, if the row may have a column more; from a column that it would leave.
    fn enter_row(&mut self, face: &Face<'_>, row: u32, now: i64) -> Option<u32> {
        let price = self.nodes[row as usize].price;
        if face.rows[row as usize].can_grow() {
            let step = self.nodes[self.root as usize].price - price;
            let found = self.reach::<false>(self.root, now + step, now, row, NONE);
            if found.is_some() {
                return found;
            }
        }
        for at in face.starts[row as usize]..face.starts[row as usize + 1] {
            let open = &face.open[at as usize];
            if open.state == State::Chosen {
                let column = self.rows + open.column;
                let step = self.nodes[column as usize].price + face.worth[at as usize] - price;
                let found = self.reach::<false>(column, now + step, now, row, at);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// From a row that would come; from the column's set or the root, if it can do with a row less.
    fn enter_column(&mut self, face: &Face<'_>, node: u32, now: i64) -> Option<u32> {
        let column = (node - self.rows) as usize;
        let price = self.nodes[node as usize].price;
        for at in face.column_starts[column]..face.column_starts[column + 1] {
            let at = face.by_column[at as usize];
            let open = &face.open[at as usize];
            if open.state == State::Free {
                let step = self.nodes[open.row as usize].price - face.worth[at as usize] - price;
                let found = self.reach::<false>(open.row, now + step, now, node, at);
                if found.is_some() {
                    return found;
                }
            }
        }
        if !face.columns[column].can_shrink() {
            return None;
        }
        let out = face.group(column as u32).map_or(self.root, |group| self.rows + self.columns + group);
        let step = self.nodes[out as usize].price - price;
        self.reach::<false>(out, now + step, now, node, NONE)
    }

    /// From a column of the set that has room for a row more; from the root, if the set can do with one less.
    fn enter_group(&mut self, face: &Face<'_>, node: u32, now: i64) -> Option<u32> {
        let group = (node - self.rows - self.columns) as usize;
        let price = self.nodes[node as usize].price;
        for member in self.member_starts[group]..self.member_starts[group + 1] {
            let column = self.members[member as usize];
            if face.columns[column as usize].can_grow() {
                let step = self.nodes[(self.rows + column) as usize].price - price;
                let found = self.reach::<false>(self.rows + column, now + step, now, node, NONE);
                if found.is_some() {
                    return found;
                }
            }
        }
        if !face.groups[group].can_shrink() {
            return None;
        }
        let step = self.nodes[self.root as usize].price - price;
        self.reach::<false>(self.root, now + step, now, node, NONE)
    }

    /// From a row that can go without, a column or set that has room.
    fn enter_root(&mut self, face: &Face<'_>, now: i64) -> Option<u32> {
        let price = self.nodes[self.root as usize].price;
        for around in 0..self.around.len() {
            let node = self.around[around];
            let leads = match self.flow_of(face, node) {
                flow if node < self.rows => flow.can_shrink(),
                flow => flow.can_grow(),
            };
            if leads {
                let step = self.nodes[node as usize].price - price;
                let found = self.reach::<false>(node, now + step, now, self.root, NONE);
                if found.is_some() {
                    return found;
                }
            }
        }
        None
    }

    /// The places of a row, column or set.
    pub(super) fn flow_of(&self, face: &Face<'_>, node: u32) -> Flow {
        if node < self.rows {
            face.rows[node as usize]
        } else if node < self.rows + self.columns {
            face.columns[(node - self.rows) as usize]
        } else {
            face.groups[(node - self.rows - self.columns) as usize]
        }
    }
}

//! A set of edges that keeps every condition, grown and cut one edge at a time.

use super::parts::Conditions;

/// Edges chosen so far and the room they leave.
#[derive(Debug, Clone)]
pub(super) struct Kept<'c, 'p> {
    conditions: &'c Conditions<'p>,
    pub(super) chosen: Vec<bool>,
    /// The chosen edges of each column.
    of_column: Vec<Vec<u32>>,
    row_room: Vec<u32>,
    column_room: Vec<u32>,
    group_room: Vec<u32>,
    budget_room: Vec<u64>,
}

impl<'c, 'p> Kept<'c, 'p> {
    pub(super) fn new(conditions: &'c Conditions<'p>) -> Self {
        let problem = conditions.problem;
        Self {
            conditions,
            chosen: vec![false; problem.edges()],
            of_column: vec![Vec::new(); problem.columns()],
            row_room: problem.demands().to_vec(),
            column_room: problem.capacities().to_vec(),
            group_room: problem.limits().to_vec(),
            budget_room: conditions.budgets.iter().map(|budget| budget.limit).collect(),
        }
    }

    /// How many places a row still wants.
    pub(super) fn wants(&self, row: usize) -> u32 {
        self.row_room[row]
    }

    /// The chosen edges of a column, in no order.
    pub(super) fn of_column(&self, column: u32) -> &[u32] {
        &self.of_column[column as usize]
    }

    /// Whether an edge not chosen could be.
    pub(super) fn fits(&self, edge: usize) -> bool {
        let Self { conditions, .. } = self;
        let problem = conditions.problem;
        let (row, column) = (conditions.edge_rows[edge], problem.columns[edge]);
        let takes = |budget: &u32| conditions.weight(*budget as usize, edge) <= self.budget_room[*budget as usize];
        let apart_from = conditions.apart_from(row);
        let shared = |other: &u32| apart_from.binary_search(&conditions.edge_rows[*other as usize]).is_ok();
        !self.chosen[edge]
            && self.row_room[row as usize] > 0
            && self.column_room[column as usize] > 0
            && problem.group_of(column).is_none_or(|group| self.group_room[group as usize] > 0)
            && conditions.budgets_of(edge).iter().all(takes)
            && (apart_from.is_empty() || !self.of_column[column as usize].iter().any(shared))
            && self.gets_on(column, edge)
    }

    /// Whether the row of an edge can share the column with those that have it.
    fn gets_on(&self, column: u32, edge: usize) -> bool {
        let others = &self.of_column[column as usize];
        if self.conditions.company.is_none() || others.is_empty() {
            return true;
        }
        let mut edges: Vec<usize> = others.iter().map(|other| *other as usize).chain([edge]).collect();
        edges.sort_unstable();
        self.conditions.at_odds(column, &edges).is_none()
    }

    /// Chooses an edge that fits.
    pub(super) fn choose(&mut self, edge: usize) {
        self.chosen[edge] = true;
        let column = self.conditions.problem.columns[edge];
        self.of_column[column as usize].push(edge as u32);
        self.row_room[self.conditions.edge_rows[edge] as usize] -= 1;
        self.column_room[column as usize] -= 1;
        if let Some(group) = self.conditions.problem.group_of(column) {
            self.group_room[group as usize] -= 1;
        }
        for budget in self.conditions.budgets_of(edge) {
            self.budget_room[*budget as usize] -= self.conditions.weight(*budget as usize, edge);
        }
    }

    /// Lets go of a chosen edge.
    pub(super) fn release(&mut self, edge: usize) {
        self.chosen[edge] = false;
        let column = self.conditions.problem.columns[edge];
        self.of_column[column as usize].retain(|own| *own != edge as u32);
        self.row_room[self.conditions.edge_rows[edge] as usize] += 1;
        self.column_room[column as usize] += 1;
        if let Some(group) = self.conditions.problem.group_of(column) {
            self.group_room[group as usize] += 1;
        }
        for budget in self.conditions.budgets_of(edge) {
            self.budget_room[*budget as usize] += self.conditions.weight(*budget as usize, edge);
        }
    }

    /// The edges chosen, ascending.
    pub(super) fn edges(&self) -> Vec<usize> {
        self.chosen.iter().enumerate().filter(|(_, chosen)| **chosen).map(|(edge, _)| edge).collect()
    }
}

//! Which edges can change places at all.
//!
//! A row may leave its column for another that it is tight with; what comes of that is a cycle, through the outside
//! where rows may wait or places stay empty. So an edge not in use can only come into use, and one in use only go, if
//! both its ends are in one strongly connected component of the graph of moves (the fine decomposition of Dulmage and
//! Mendelsohn, 1958; for values: Berge, 1957).

use super::standing::Standing;
use super::tight::Tight;
use crate::problem::Problem;
use crate::tiers::NONE;

/// Components of the columns and, as the last of the nodes, of the outside, numbered against the direction of moves: a
/// move leads to its own component or to one with a lower number. A row is where its column is; one that waits, outside.
#[derive(Debug)]
pub(crate) struct Components {
    /// The component of each node.
    pub(crate) of: Vec<u32>,
    /// Nodes by component.
    pub(crate) order: Vec<u32>,
}

impl Components {
    /// The component of the outside.
    pub(crate) fn outside(&self) -> u32 {
        self.of.last().copied().unwrap_or(0)
    }

    /// Tarjan's algorithm (Depth-first search and linear graph algorithms, 1972), without recursion. Time: tight edges.
    pub(crate) fn find(problem: &Problem, standing: &Standing, tight: &Tight) -> Self {
        let nodes = problem.columns() + 1;
        let mut search = Search {
            problem,
            standing,
            tight,
            entered: Vec::new(),
            all_entered: (0..problem.columns() as u32).all(|column| standing.may_have_room(column)),
            number: vec![0; nodes],
            numbers: 0,
            open: Vec::new(),
            path: Vec::new(),
            components: 0,
            found: Self { of: vec![NONE; nodes], order: Vec::with_capacity(nodes) },
        };
        search.entered = search.leaving_outside();
        for node in 0..nodes as u32 {
            if search.number[node as usize] == 0 {
                search.from(node);
            }
        }
        search.found
    }
}

/// The number of a node whose component is known: after every other.
const CLOSED: u32 = u32::MAX;

struct Search<'a> {
    problem: &'a Problem,
    standing: &'a Standing,
    tight: &'a Tight,
    /// Where the outside leads: columns that a waiting row is tight with, and those that may have room.
    entered: Vec<u32>,
    /// Whether it leads to every column.
    all_entered: bool,
    /// In which order nodes were reached, from 1; 0 for not yet, [`CLOSED`] once their component is known.
    number: Vec<u32>,
    numbers: u32,
    open: Vec<u32>,
    path: Vec<Step>,
    components: u32,
    found: Components,
}

/// A node on the path and how far its moves have been followed.
struct Step {
    node: u32,
    /// The least number it can reach without leaving the path's components, as far as is known.
    least: u32,
    /// Next of its holders.
    holder: u32,
    /// The moves of the one before it that are left.
    next: u32,
    end: u32,
}

impl Step {
    /// The next node that was not reached yet; the least number of those that were is kept.
    fn next(
        &mut self,
        problem: &Problem,
        standing: &Standing,
        tight: &Tight,
        entered: &[u32],
        number: &[u32],
    ) -> Option<u32> {
        let mut least = self.least;
        let mut look = |to: u32| {
            let number = number[to as usize];
            // 0 for a node not reached; a closed one has the greatest number and changes nothing.
            least = if number == 0 { least } else { least.min(number) };
            number == 0
        };
        let mut found = None;
        if self.node as usize == problem.columns() {
            let rest = &entered[self.next as usize..];
            let at = rest.iter().position(|to| look(*to));
            self.next += at.map_or(rest.len(), |at| at + 1) as u32;
            found = at.map(|at| rest[at]);
        } else {
            let holders = standing.seating.holders(self.node);
            loop {
                let rest = &tight.edges[self.next as usize..self.end as usize];
                if let Some(at) = rest.iter().position(|edge| look(problem.edge_columns()[*edge as usize])) {
                    self.next += at as u32 + 1;
                    found = Some(problem.edge_columns()[rest[at] as usize]);
                    break;
                }
                let Some(row) = holders.get(self.holder as usize) else {
                    self.next = self.end;
                    break;
                };
                self.holder += 1;
                (self.next, self.end) = (tight.starts[*row as usize], tight.starts[*row as usize + 1]);
            }
        }
        self.least = least;
        found
    }
}

impl Search<'_> {
    fn leaving_outside(&self) -> Vec<u32> {
        let standing = self.standing;
        let waiting = standing.waiting().flat_map(|row| self.tight.of_row(row));
        let tight = waiting.map(|edge| self.problem.edge_columns()[*edge as usize]);
        tight.chain((0..self.problem.columns() as u32).filter(|column| standing.may_have_room(*column))).collect()
    }

    fn from(&mut self, root: u32) {
        let outside = self.problem.columns() as u32;
        self.enter(root);
        while let Some(step) = self.path.last_mut() {
            let node = step.node;
            if self.all_entered && node != outside && step.least == self.number[outside as usize] {
                // It leads to the outside, which leads to whatever else it leads to: no need to look.
                (step.next, step.end, step.holder) = (0, 0, u32::MAX);
            }
            if let Some(to) = step.next(self.problem, self.standing, self.tight, &self.entered, &self.number) {
                self.enter(to);
                continue;
            }
            let least = step.least;
            self.path.pop();
            if least == self.number[node as usize] {
                self.close(node);
            } else if let Some(above) = self.path.last_mut() {
                above.least = above.least.min(least);
            }
        }
    }

    fn enter(&mut self, node: u32) {
        self.numbers += 1;
        self.number[node as usize] = self.numbers;
        self.open.push(node);
        self.path.push(Step { node, least: self.numbers, holder: 0, next: 0, end: 0 });
        let outside = self.problem.columns() as u32;
        if node != outside && self.standing.gives(self.problem, node) {
            let number = self.number[outside as usize];
            if number == 0 {
                self.enter(outside);
            } else if let Some(step) = self.path.last_mut() {
                step.least = step.least.min(number);
            }
        }
    }

    fn close(&mut self, root: u32) {
        while let Some(node) = self.open.pop() {
            self.found.of[node as usize] = self.components;
            self.number[node as usize] = CLOSED;
            self.found.order.push(node);
            if node == root {
                break;
            }
        }
        self.components += 1;
    }
}

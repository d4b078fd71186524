//! The tree: open nodes in the order of their bounds, the best answer so far.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;

use super::node::{Decision, Relaxation};
use super::parts::Conditions;
use super::repair::{order, repair};
use super::violated::{Cover, find};
use super::worth::Worth;
use super::{Bounded, NodeLimit};
use crate::control::Control;
use crate::solution::SolveError;

/// A node whose relaxed answer breaks a condition.
#[derive(Debug, PartialEq, Eq)]
struct Open {
    bound: Worth,
    decisions: Vec<Decision>,
    /// Not all of these edges can be chosen.
    cover: Cover,
    /// How many of its branches have been looked at.
    tried: usize,
    /// When it was made.
    number: usize,
}

/// By bound; among equals the deeper first, then the older, which makes a dive of the search until something is found.
impl Ord for Open {
    fn cmp(&self, other: &Self) -> Ordering {
        let depth = self.decisions.len().cmp(&other.decisions.len());
        self.bound.cmp(&other.bound).then(depth).then(Reverse(self.number).cmp(&Reverse(other.number)))
    }
}

impl PartialOrd for Open {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// The search.
#[derive(Debug)]
pub(super) struct Tree<'c, 'p, 'o> {
    conditions: &'c Conditions<'p>,
    relaxation: Relaxation<'c, 'p>,
    control: &'c Control<'o>,
    order: Vec<u32>,
    open: BinaryHeap<Open>,
    best: Vec<usize>,
    worth: Worth,
    nodes: usize,
}

impl<'c, 'p, 'o> Tree<'c, 'p, 'o> {
    pub(super) fn new(conditions: &'c Conditions<'p>, control: &'c Control<'o>) -> Self {
        Self {
            conditions,
            relaxation: Relaxation::new(conditions),
            control,
            order: order(conditions),
            open: BinaryHeap::new(),
            best: Vec::new(),
            worth: Worth::of(conditions.problem, &conditions.edge_rows, &[]),
            nodes: 0,
        }
    }

    /// Grows the tree until nothing open could be better, or no more is allowed.
    pub(super) fn grow(mut self, limit: NodeLimit) -> Result<Bounded, SolveError> {
        self.look(Vec::new())?;
        while let Some(mut node) = self.open.pop() {
            if node.bound <= self.worth {
                self.open.clear();
                break;
            }
            if self.control.gives_up() {
                return Err(SolveError::GivenUp);
            }
            self.control.tell(self.nodes, limit.0);
            if self.nodes >= limit.0 || self.control.stops() {
                self.open.push(node);
                break;
            }
            // The branch in which this edge is the first of the cover that is missing.
            let mut decisions = node.decisions.clone();
            decisions.extend(node.cover[..node.tried].iter().map(|edge| Decision { edge: *edge, fixed: true }));
            decisions.push(Decision { edge: node.cover[node.tried], fixed: false });
            node.tried += 1;
            if node.tried < node.cover.len() {
                self.open.push(node);
            }
            self.look(decisions)?;
        }
        let Self { best, worth, nodes, open, .. } = self;
        let bound = open.peek().map_or(&worth, |node| &node.bound).max(&worth).clone();
        Ok(Bounded { edges: best, worth, bound, nodes })
    }

    /// Solves the relaxation of a node: its answer, repaired, may be the best so far; if it breaks a condition and is
    /// worth more, the node is open.
    fn look(&mut self, decisions: Vec<Decision>) -> Result<(), SolveError> {
        self.nodes += 1;
        let Some(relaxed) = self.relaxation.solve(&decisions, self.control)? else { return Ok(()) };
        let problem = self.conditions.problem;
        let bound = Worth::of(problem, &self.conditions.edge_rows, &relaxed.chosen);
        if bound <= self.worth {
            return Ok(());
        }
        let Some(cover) = find(self.conditions, &relaxed.chosen, &relaxed.fixed) else {
            (self.best, self.worth) = (relaxed.chosen, bound);
            return Ok(());
        };
        let repaired = repair(self.conditions, &self.order, &relaxed.chosen);
        let worth = Worth::of(problem, &self.conditions.edge_rows, &repaired);
        if worth > self.worth {
            (self.best, self.worth) = (repaired, worth);
        }
        if bound > self.worth {
            self.open.push(Open { bound, decisions, cover, tried: 0, number: self.nodes });
        }
        Ok(())
    }
}

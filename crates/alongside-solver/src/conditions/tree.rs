//! The tree: open nodes in the order of their bounds, the best answer so far.

use std::cmp::{Ordering, Reverse};
use std::collections::BinaryHeap;
use std::rc::Rc;

use super::dual::{Dual, Prices};
use super::node::{Decided, Decision, Relaxation};
use super::parts::Conditions;
use super::repair::{order, polish, repair};
use super::violated::{Cover, find};
use super::worth::Worth;
use super::{Bounded, Limit};
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
    /// The prices its bound is from.
    prices: Option<Rc<Prices>>,
    /// Whether prices for it would leave 64 bits.
    overflown: bool,
}

/// Steps of the prices at every node but the root.
const STEPS: usize = 4;

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
    dual: Dual<'c, 'p>,
    /// What is left without any decision.
    root: Option<Decided>,
    /// The root's prices of each level.
    prices: Vec<Option<Rc<Prices>>>,
    /// What nothing exceeds at each level, taken alone; empty until it is needed.
    greatest: Vec<i64>,
    steps: (usize, usize),
    control: &'c Control<'o>,
    order: Vec<u32>,
    /// Edges that are chosen whatever they are worth, ascending.
    must: &'c [usize],
    /// How many levels of value count.
    levels: usize,
    open: BinaryHeap<Open>,
    best: Vec<usize>,
    worth: Worth,
    nodes: usize,
}

impl<'c, 'p, 'o> Tree<'c, 'p, 'o> {
    pub(super) fn new(
        conditions: &'c Conditions<'p>,
        must: &'c [usize],
        limit: Limit,
        control: &'c Control<'o>,
    ) -> Self {
        let relaxation = Relaxation::new(conditions);
        let chosen: Vec<Decision> = must.iter().map(|edge| Decision { edge: *edge, fixed: true }).collect();
        Self {
            conditions,
            dual: Dual::new(conditions),
            root: relaxation.decide(&chosen),
            relaxation,
            prices: vec![None; conditions.problem.level_count() + usize::from(conditions.problem.tier_count()) + 1],
            greatest: Vec::new(),
            steps: (limit.steps, STEPS.min(limit.steps)),
            control,
            order: order(conditions),
            must,
            levels: limit.levels.min(conditions.problem.level_count()),
            open: BinaryHeap::new(),
            best: Vec::new(),
            worth: Worth::of(conditions.problem, &conditions.edge_rows, &[]),
            nodes: 0,
        }
    }

    /// As many steps of the prices as given, so that tests see the tree do what prices leave undone.
    #[cfg(test)]
    pub(super) fn paced(self, root: usize, node: usize) -> Self {
        Self { steps: (root, node), ..self }
    }

    /// Grows the tree until nothing open could be better, or no more is allowed.
    pub(super) fn grow(mut self, limit: usize) -> Result<Option<Bounded>, SolveError> {
        let must: Vec<Decision> = self.must.iter().map(|edge| Decision { edge: *edge, fixed: true }).collect();
        if !self.look(must, None)? {
            return Ok(None);
        }
        self.improve()?;
        while let Some(mut node) = self.open.pop() {
            if node.bound <= self.worth {
                self.open.clear();
                break;
            }
            if self.control.gives_up() {
                return Err(SolveError::GivenUp);
            }
            self.control.tell(self.nodes, limit);
            if self.nodes >= limit || self.control.stops() {
                self.open.push(node);
                break;
            }
            // Its bound may be from when less was known.
            if node.tried == 0 && !self.is_fresh(&node) {
                self.look_again(node)?;
                continue;
            }
            // The branch in which this edge is the first of the cover that is missing.
            let mut decisions = node.decisions.clone();
            decisions.extend(node.cover[..node.tried].iter().map(|edge| Decision { edge: *edge, fixed: true }));
            decisions.push(Decision { edge: node.cover[node.tried], fixed: false });
            node.tried += 1;
            let prices = node.prices.clone();
            if node.tried < node.cover.len() {
                self.open.push(node);
            }
            self.look(decisions, prices)?;
        }
        self.improve()?;
        while let Some(node) = self.open.pop() {
            if node.bound <= self.worth || self.is_fresh(&node) || self.control.stops() {
                self.open.push(node);
                break;
            }
            self.look_again(node)?;
        }
        let bound = self.open.peek().map_or(&self.worth, |node| &node.bound).max(&self.worth).clone();
        let bounds = self.bounds(&bound)?;
        let Self { best, worth, nodes, .. } = self;
        Ok(Some(Bounded { edges: best, worth, bound, bounds, nodes }))
    }

    /// What nothing exceeds at each level that keeps the levels before: the bound's as far as it agrees with the best
    /// answer and one further, then each level's greatest.
    fn bounds(&mut self, bound: &Worth) -> Result<Vec<i64>, SolveError> {
        let problem = self.conditions.problem;
        let (bound, mut bounds) = (bound.levels(problem), self.worth.levels(problem));
        let Some(open) = bound.iter().zip(&bounds).position(|(bound, reached)| bound != reached) else {
            return Ok(bounds);
        };
        let greatest = self.greatest()?;
        bounds[open] = bound[open];
        bounds[open + 1..bound.len()].copy_from_slice(&greatest[open + 1..bound.len()]);
        Ok(bounds)
    }

    /// Solves the relaxation of a node: its answer, repaired, may be the best so far; if it breaks a condition and no
    /// bound shows that it is of no use, the node is open. Whether its decisions can be kept at all.
    fn look(&mut self, decisions: Vec<Decision>, prices: Option<Rc<Prices>>) -> Result<bool, SolveError> {
        self.nodes += 1;
        let Some(decided) = self.relaxation.decide(&decisions) else { return Ok(false) };
        let Some(chosen) = self.relaxation.best(&decided, self.control)? else { return Ok(false) };
        let reached = Worth::of(self.conditions.problem, &self.conditions.edge_rows, &chosen);
        let bound = self.counting(reached.clone());
        if bound <= self.worth {
            return Ok(true);
        }
        let Some(cover) = find(self.conditions, &chosen, &|edge| decided.fixed[edge]) else {
            (self.best, self.worth) = (chosen, reached);
            return Ok(true);
        };
        self.offer(&chosen);
        let node = Open { bound, decisions, cover, tried: 0, number: self.nodes, prices, overflown: false };
        self.tighten_and_keep(node, &decided)?;
        Ok(true)
    }

    /// A worth cut down to the levels that count. Among worths a shorter one comes before those that only go on.
    fn counting(&self, mut worth: Worth) -> Worth {
        worth.totals.truncate(self.levels);
        worth
    }

    /// Whether a node's bound was found in view of the best answer so far.
    fn is_fresh(&self, node: &Open) -> bool {
        let problem = self.conditions.problem;
        let (bound, reached) = (node.bound.levels(problem), self.worth.levels(problem));
        let differ = bound.iter().zip(&reached).position(|(bound, reached)| bound != reached);
        let level = differ.unwrap_or(bound.len());
        node.overflown || node.prices.as_ref().is_some_and(|prices| prices.are_for(&reached[..level]))
    }

    /// Lowers the bound of a node in view of the best answer so far.
    fn look_again(&mut self, node: Open) -> Result<(), SolveError> {
        let Some(decided) = self.relaxation.decide(&node.decisions) else { return Ok(()) };
        self.tighten_and_keep(node, &decided)
    }

    fn tighten_and_keep(&mut self, mut node: Open, decided: &Decided) -> Result<(), SolveError> {
        match self.tighten(&mut node, decided) {
            Ok(()) => {}
            // Values beyond all measure: the flow's own bound has to do.
            Err(SolveError::Overflow) => node.overflown = true,
            Err(error) => return Err(error),
        }
        if node.bound > self.worth {
            self.open.push(node);
        }
        Ok(())
    }

    /// Lowers a node's bound by prices, level by level, as long as a level shows that nothing better is left at it.
    fn tighten(&mut self, node: &mut Open, decided: &Decided) -> Result<(), SolveError> {
        let problem = self.conditions.problem;
        loop {
            let (bound, reached) = (node.bound.levels(problem), self.worth.levels(problem));
            let Some(level) = (0..bound.len()).find(|level| bound[*level] != reached[*level]) else {
                node.bound = self.worth.clone();
                return Ok(());
            };
            if bound[level] < reached[level] {
                return Ok(());
            }
            let before = &reached[..level];
            let missing = !self.prices[level].as_ref().is_some_and(|prices| prices.are_for(before));
            if missing && self.root.is_some() {
                self.price_root(level, before, reached[level])?;
                continue;
            }
            let own = node.prices.as_ref().filter(|prices| prices.are_for(before)).or(self.prices[level].as_ref());
            let Self { dual, relaxation, control, .. } = self;
            let terms = (before, reached[level], self.steps.1);
            let Some(priced) = dual.bound(relaxation, decided, own, terms, control, &mut |_| ())? else {
                node.bound = self.worth.clone();
                return Ok(());
            };
            self.offer(&priced.chosen);
            let lower = priced.bound.min(bound[level]);
            node.prices = Some(priced.prices);
            if let Some(cover) = find(self.conditions, &priced.chosen, &|edge| decided.fixed[edge]) {
                node.cover = cover;
            }
            if lower < reached[level] {
                node.bound = self.worth.clone();
                return Ok(());
            }
            // Nothing exceeds these levels in this order.
            let greatest = self.greatest()?;
            let levels: Vec<i64> =
                before.iter().copied().chain([lower]).chain(greatest[level + 1..].iter().copied()).collect();
            node.bound = self.counting(Worth::from_levels(problem, &levels)).min(node.bound.clone());
            if lower > reached[level] {
                return Ok(());
            }
        }
    }

    /// Looks for better answers at the levels that no bound has asked about yet.
    fn improve(&mut self) -> Result<(), SolveError> {
        let problem = self.conditions.problem;
        let levels = self.worth.levels(problem).len() - (problem.level_count() - self.levels);
        for level in 0..levels {
            let reached = self.worth.levels(problem);
            let priced = self.prices[level].as_ref().is_some_and(|prices| prices.are_for(&reached[..level]));
            if self.open.is_empty() || priced || self.control.stops() {
                continue;
            }
            match self.price_root(level, &reached[..level], reached[level]) {
                Ok(()) | Err(SolveError::Overflow) => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }

    /// Finds the root's prices for a level, and what its flows lead to.
    fn price_root(&mut self, level: usize, before: &[i64], aim: i64) -> Result<(), SolveError> {
        let mut seen = Vec::new();
        let Self { dual, relaxation, control, root, .. } = self;
        let Some(root) = root else { return Ok(()) };
        let terms = (before, aim, self.steps.0);
        let priced = dual.bound(relaxation, root, None, terms, control, &mut |chosen| seen.push(chosen.to_vec()))?;
        self.prices[level] = priced.map(|priced| priced.prices);
        for chosen in seen {
            self.offer(&chosen);
        }
        Ok(())
    }

    /// What nothing exceeds at each level, taken alone.
    fn greatest(&mut self) -> Result<Vec<i64>, SolveError> {
        if self.greatest.is_empty()
            && let Some(root) = &self.root
        {
            self.greatest = self.relaxation.greatest(root, self.control)?;
        }
        Ok(self.greatest.clone())
    }

    /// Repairs an answer and keeps it if it is the best so far.
    fn offer(&mut self, chosen: &[usize]) {
        let repaired = repair(self.conditions, &self.order, chosen, self.must);
        let worth_of = |edges: &[usize]| Worth::of(self.conditions.problem, &self.conditions.edge_rows, edges);
        let worth = worth_of(&repaired);
        // Polishing keeps the rows served: it is worth its time where that could be enough.
        if worth.served < self.worth.served
            || worth.columns_used < self.worth.columns_used && worth.served == self.worth.served
        {
            return;
        }
        let polished = polish(self.conditions, &repaired, self.must);
        let worth = worth_of(&polished);
        if worth > self.worth {
            (self.best, self.worth) = (polished, worth);
        }
    }
}

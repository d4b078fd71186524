//! One node of the tree: what is decided, and the flow that is left.

use super::parts::Conditions;
use super::violated::all_get_on;
use super::worth::Worth;
use crate::control::Control;
use crate::network::{Gain, Network, optimise};
use crate::problem::{NO_GROUP, Problem};
use crate::solution::SolveError;

/// One decision about an edge.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Decision {
    pub(super) edge: usize,
    /// Chosen for certain, or closed.
    pub(super) fixed: bool,
}

/// What decisions leave of the network.
#[derive(Debug)]
pub(super) struct Decided {
    pub(super) open: Vec<bool>,
    pub(super) fixed: Vec<bool>,
    capacities: Vec<u32>,
    limits: Vec<u32>,
    /// 1 for each fixed edge, and how many they are.
    must: Vec<i64>,
    count: usize,
}

/// The relaxation: the same for all nodes but for the decisions.
#[derive(Debug)]
pub(super) struct Relaxation<'c, 'p> {
    conditions: &'c Conditions<'p>,
    /// The problem's sets, and one more for each budget of several columns that are in none.
    group_of: Vec<u32>,
    limits: Vec<u32>,
    /// The set that a budget limits, if its columns are one.
    group_of_budget: Vec<Option<u32>>,
    /// Of each tier, 1 for each place of its rows.
    tiers: Vec<Gain<'p>>,
    others: Vec<Gain<'p>>,
}

impl<'c, 'p> Relaxation<'c, 'p> {
    pub(super) fn new(conditions: &'c Conditions<'p>) -> Self {
        let problem = conditions.problem;
        let in_tier = |tier| Gain::Places(problem.tiers().iter().map(|own| i64::from(*own == tier)).collect());
        let used = problem.use_columns().then_some(Gain::ColumnsUsed(1));
        let values = (0..problem.level_count()).map(|level| Gain::Edges(problem.level(level)));
        let mut sets = Self {
            conditions,
            group_of: problem.group_of.clone(),
            limits: problem.limits.clone(),
            group_of_budget: Vec::new(),
            tiers: (0..problem.tier_count()).map(in_tier).collect(),
            others: used.into_iter().chain(values).collect(),
        };
        sets.group_of_budget = conditions.budgets.iter().map(|budget| sets.group_of(&budget.columns)).collect();
        sets
    }

    /// The set that is exactly these columns, made if all of them are in none.
    fn group_of(&mut self, columns: &[u32]) -> Option<u32> {
        let group = self.group_of[*columns.get(1).and(columns.first())? as usize];
        if columns.iter().any(|column| self.group_of[*column as usize] != group) {
            return None;
        }
        if group == NO_GROUP {
            let made = self.limits.len() as u32;
            self.limits.push(u32::MAX);
            for column in columns {
                self.group_of[*column as usize] = made;
            }
            return Some(made);
        }
        let members = self.group_of.iter().filter(|own| **own == group).count();
        (members == columns.len()).then_some(group)
    }

    /// What decisions leave; none if the edges they fix break a condition.
    pub(super) fn decide(&self, decisions: &[Decision]) -> Option<Decided> {
        let edges = self.conditions.problem.edges();
        let mut open = vec![true; edges];
        let mut fixed = vec![false; edges];
        for decision in decisions {
            if decision.fixed {
                fixed[decision.edge] = true;
            } else {
                open[decision.edge] = false;
            }
        }
        if self.conditions.company.is_some() {
            let chosen: Vec<usize> = (0..edges).filter(|edge| fixed[*edge]).collect();
            if !all_get_on(self.conditions, &chosen) {
                return None;
            }
        }
        let (capacities, limits) = self.imply(&mut open, &fixed)?;
        let must: Vec<i64> = fixed.iter().map(|fixed| i64::from(*fixed)).collect();
        let count = fixed.iter().filter(|fixed| **fixed).count();
        Some(Decided { open, fixed, capacities, limits, must, count })
    }

    /// The best flow by the problem's own objective; none if no flow has all fixed edges.
    pub(super) fn best(&self, decided: &Decided, control: &Control<'_>) -> Result<Option<Vec<usize>>, SolveError> {
        self.flow(decided, self.tiers.iter().chain(&self.others).cloned(), control)
    }

    /// What nothing exceeds at each level, each taken alone.
    pub(super) fn greatest(&self, decided: &Decided, control: &Control<'_>) -> Result<Vec<i64>, SolveError> {
        let mut greatest = Vec::new();
        for (level, gain) in self.tiers.iter().chain(&self.others).enumerate() {
            let chosen = self.flow(decided, std::iter::once(gain.clone()), control)?.unwrap_or_default();
            let worth = Worth::of(self.conditions.problem, &self.conditions.edge_rows, &chosen);
            greatest.push(worth.levels(self.conditions.problem)[level]);
        }
        Ok(greatest)
    }

    /// The best flow by any gains, its edges ascending; none if no flow has all fixed edges.
    pub(super) fn flow<'g>(
        &self,
        decided: &'g Decided,
        gains: impl Iterator<Item = Gain<'g>>,
        control: &Control<'_>,
    ) -> Result<Option<Vec<usize>>, SolveError> {
        let first = (decided.count > 0).then_some(Gain::Edges(&decided.must));
        let gains: Vec<Gain<'_>> = first.into_iter().chain(gains).collect();
        let network = Network {
            capacities: &decided.capacities,
            group_of: &self.group_of,
            limits: &decided.limits,
            open: &decided.open,
            ..Network::of(self.conditions.problem)
        };
        let to_the_end = Control { give_up: control.give_up, ..Control::default() };
        let chosen = optimise(&network, &gains, &to_the_end)?.chosen;
        let kept = chosen.iter().filter(|edge| decided.fixed[**edge]).count();
        Ok((kept == decided.count).then_some(chosen))
    }

    /// Closes edges that the fixed ones rule out, and gives the capacities and limits that budgets leave; none if the
    /// fixed edges break a condition.
    fn imply(&self, open: &mut [bool], fixed: &[bool]) -> Option<(Vec<u32>, Vec<u32>)> {
        let Self { conditions, .. } = self;
        let problem = conditions.problem;
        for edge in (0..problem.edges()).filter(|edge| fixed[*edge]) {
            for other in conditions.apart_from(conditions.edge_rows[edge]) {
                if let Some(other) = problem.edge(*other as usize, problem.columns[edge]) {
                    open[other] = false;
                }
            }
        }
        if fixed.iter().zip(open.iter()).any(|(fixed, open)| *fixed && !*open) {
            return None;
        }
        let (mut capacities, mut limits) = (problem.capacities().to_vec(), self.limits.clone());
        let mut weights = Vec::new();
        for (index, budget) in conditions.budgets.iter().enumerate() {
            let edges =
                || budget.columns.iter().flat_map(|column| conditions.edges_of(*column)).map(|edge| *edge as usize);
            let used: u64 = edges().filter(|edge| fixed[*edge]).map(|edge| conditions.weight(index, edge)).sum();
            let mut left = budget.limit.checked_sub(used)?;
            weights.clear();
            let mut most = 0;
            for edge in edges() {
                if fixed[edge] {
                    most += 1;
                } else if conditions.weight(index, edge) > left {
                    open[edge] = false;
                } else if open[edge] {
                    weights.push((conditions.edge_rows[edge], conditions.weight(index, edge)));
                }
            }
            most += lightest(problem, &mut weights, &mut left);
            if let [column] = budget.columns[..] {
                capacities[column as usize] = capacities[column as usize].min(most);
            } else if let Some(group) = self.group_of_budget[index] {
                limits[group as usize] = limits[group as usize].min(most);
            }
        }
        Some((capacities, limits))
    }
}

/// How many of these edges fit at most: the lightest, no more of a row's than it wants.
fn lightest(problem: &Problem, weights: &mut Vec<(u32, u64)>, left: &mut u64) -> u32 {
    weights.sort_unstable();
    let (mut row, mut of_row) = (None, 0);
    weights.retain(|(own, _)| {
        of_row = if row == Some(*own) { of_row + 1 } else { 1 };
        row = Some(*own);
        of_row <= problem.demands()[*own as usize]
    });
    weights.sort_unstable_by_key(|(_, weight)| *weight);
    let fits = |(_, weight): &&(u32, u64)| left.checked_sub(*weight).map(|rest| *left = rest).is_some();
    weights.iter().take_while(fits).count() as u32
}

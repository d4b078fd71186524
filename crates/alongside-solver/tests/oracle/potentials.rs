//! Potentials of a best assignment: as many different ones as there are places to start from.

use super::case::Case;
use super::{Pair, Tuple};
use alongside_solver::{Certificate, Potentials};

/// Labels of rows, columns and groups against a hub, which is where rows start and columns or groups end.
struct Arcs {
    nodes: usize,
    arcs: Vec<(usize, usize, Tuple)>,
}

const HUB: usize = 0;

/// A certificate of a best assignment: each node's label starts where `start` says, and is raised until every change
/// that can be made to the assignment loses or gains nothing against the labels. None if some change gains, that is,
/// if the assignment is not best.
///
/// `worth` is a pair's tuple with the tiers' sum first and columns used second, where they are a level.
pub(crate) fn certificate(
    case: &Case,
    chosen: &[Pair],
    worth: &dyn Fn(Pair) -> Tuple,
    width: usize,
    mut start: impl FnMut() -> Tuple,
) -> Option<Certificate> {
    let arcs = Arcs::of(case, chosen, worth, width);
    let mut labels: Vec<Tuple> = (0..arcs.nodes).map(|_| start()).collect();
    let mut round = 0;
    loop {
        let mut changed = false;
        for (from, to, gain) in &arcs.arcs {
            let reached: Tuple = labels[*from].iter().zip(gain).map(|(a, b)| a + b).collect();
            if reached > labels[*to] {
                labels[*to] = reached;
                changed = true;
            }
        }
        if !changed {
            break;
        }
        round += 1;
        if round > arcs.nodes {
            return None;
        }
    }
    let hub = labels[HUB].clone();
    let against_hub = |node: usize, sign: i128, zero: bool| -> Tuple {
        let tuple: Tuple = labels[node].iter().zip(&hub).map(|(label, hub)| sign * (label - hub)).collect();
        if zero { tuple.max(vec![0; width]) } else { tuple }
    };
    let column = 1 + case.rows();
    let group = column + case.columns();
    let rows: Vec<Tuple> = (0..case.rows()).map(|at| against_hub(1 + at, -1, true)).collect();
    let columns: Vec<Tuple> = (0..case.columns()).map(|at| against_hub(column + at, 1, false)).collect();
    let groups: Vec<Tuple> = (0..case.limits.len()).map(|at| against_hub(group + at, 1, true)).collect();
    let of = |tuples: &[Tuple], level: usize| -> Vec<i64> {
        tuples.iter().map(|tuple| i64::try_from(tuple[level]).unwrap()).collect()
    };
    let potentials =
        |level| Potentials { rows: of(&rows, level), columns: of(&columns, level), groups: of(&groups, level) };
    Some(Certificate { levels: (0..width).map(potentials).collect() })
}

/// Width of the tuples of the problem's own objective with the tiers' sum first.
pub(crate) fn width(case: &Case) -> usize {
    1 + usize::from(case.use_columns) + case.levels
}

/// The tuple of a pair in the problem's own objective with the tiers' sum first.
pub(crate) fn worth(case: &Case, pair: Pair) -> Tuple {
    let lead = [case.priority(pair.0), 0];
    let lead = &lead[..=usize::from(case.use_columns)];
    lead.iter().chain(case.values(pair)).map(|value| i128::from(*value)).collect()
}

/// A certificate for the problem's own objective.
pub(crate) fn own(case: &Case, chosen: &[Pair], start: impl FnMut() -> Tuple) -> Option<Certificate> {
    certificate(case, chosen, &|pair| worth(case, pair), width(case), start)
}

impl Arcs {
    fn of(case: &Case, chosen: &[Pair], worth: &dyn Fn(Pair) -> Tuple, width: usize) -> Self {
        let row = |row: usize| 1 + row;
        let column = |column: usize| row(case.rows()) + column;
        let group = |group: usize| column(case.columns()) + group;
        let count = |is: &dyn Fn(&Pair) -> bool| chosen.iter().filter(|pair| is(pair)).count();
        let nothing: Tuple = vec![0; width];
        let used: Tuple = (0..width).map(|at| i128::from(case.use_columns && at == 1)).collect();
        let minus = |tuple: &Tuple| -> Tuple { tuple.iter().map(|number| -number).collect() };
        let mut arcs = Vec::new();
        for (at, demand) in case.demands.iter().enumerate() {
            let holds = count(&|pair| pair.0 == at);
            if holds < *demand as usize {
                arcs.push((HUB, row(at), nothing.clone()));
            }
            if holds > 0 {
                arcs.push((row(at), HUB, nothing.clone()));
            }
        }
        for pair in case.pairs() {
            let (from, to, gain) = (row(pair.0), column(pair.1), worth(pair));
            arcs.push(if chosen.contains(&pair) { (to, from, minus(&gain)) } else { (from, to, gain) });
        }
        for (at, capacity) in case.capacities.iter().enumerate() {
            let holds = count(&|pair| pair.1 == at);
            let to = case.group_of[at].map_or(HUB, |of| group(of as usize));
            if holds < *capacity as usize {
                arcs.push((column(at), to, if holds == 0 { used.clone() } else { nothing.clone() }));
            }
            if holds > 0 {
                arcs.push((to, column(at), if holds == 1 { minus(&used) } else { nothing.clone() }));
            }
        }
        for (at, limit) in case.limits.iter().enumerate() {
            let holds = count(&|pair| case.group_of[pair.1].is_some_and(|of| of as usize == at));
            if holds < *limit as usize {
                arcs.push((group(at), HUB, nothing.clone()));
            }
            if holds > 0 {
                arcs.push((HUB, group(at), nothing.clone()));
            }
        }
        Self { nodes: group(case.limits.len()), arcs }
    }
}

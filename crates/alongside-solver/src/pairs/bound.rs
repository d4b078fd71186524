//! What the total of level 0 cannot exceed over all pairs, for a run that is stopped before its proof is whole.

use super::known::{Known, tuple};
use super::lists::Lists;
use super::packing::Packing;
use super::prices::Prices;
use super::run::priority;
use crate::certificate::Certificate;
use crate::problem::{Problem, ProblemParts};

/// What a round proves of all pairs.
pub(super) struct Proven<'a> {
    pub(super) certificate: &'a Certificate,
    pub(super) prices: &'a Prices,
    pub(super) known: &'a Known,
    pub(super) lists: &'a Lists,
    /// Row, column and value at level 0 of the pairs in the assignment that rows wanting several places have: no pair
    /// is chosen twice, so one may be worth more than its potentials.
    pub(super) chosen: &'a [(usize, usize, i64)],
}

/// The pairs of an assignment that may be worth more than their potentials; see [`Proven`].
pub(super) fn chosen(problem: &Problem, edges: &[usize]) -> Vec<(usize, usize, i64)> {
    let Some(values) = problem.levels.first() else { return Vec::new() };
    let several = (0..problem.rows()).filter(|row| problem.demands[*row] > 1);
    several
        .flat_map(|row| {
            let own = problem.edges_of(row);
            let from = edges.partition_point(|edge| *edge < own.start);
            edges[from..].iter().take_while(move |edge| **edge < own.end).map(move |edge| (row, *edge))
        })
        .map(|(row, edge)| (row, problem.edge_columns()[edge] as usize, values[edge]))
        .collect()
}

/// The least bound so far.
#[derive(Debug)]
pub(super) struct Bound {
    /// The greatest value of each row at level 0, once for each place it wants, tier by tier, greatest first.
    greatest: Vec<Vec<i64>>,
    /// What potentials prove.
    proven: Option<i64>,
}

impl Bound {
    /// From the lists of the best pairs of every row; `most` is the greatest value there is.
    pub(super) fn new(best: &Lists, packing: &Packing, frame: &ProblemParts, most: i32) -> Self {
        let mut greatest = vec![Vec::new(); frame.tier_count.into()];
        for list in &best.of {
            let row = list.of as usize;
            let places = frame.demands.get(row).copied().unwrap_or(1) as usize;
            if let Some(pair) = list.pairs.first() {
                let all_seen = list.rest < i64::MAX;
                let value = if all_seen { packing.unpack(pair.gain)[0] } else { most.into() };
                greatest[usize::from(frame.tiers[row])].extend(vec![value; places]);
            }
        }
        for tier in &mut greatest {
            tier.sort_unstable_by(|one, next| next.cmp(one));
        }
        Self { greatest, proven: None }
    }

    /// What no assignment that fills as many places of each tier exceeds.
    pub(super) fn total(&self, served: &[usize]) -> i64 {
        let of_tier = |(tier, served): (&Vec<i64>, &usize)| tier.iter().take(*served).sum::<i64>();
        let simple = self.greatest.iter().zip(served).map(of_tier).sum();
        self.proven.map_or(simple, |proven| proven.min(simple))
    }

    /// Takes the bound of weak duality: potentials of rows raised until no pair breaks them, whether known or listed.
    ///
    /// The bound on the total holds as it stands if the sum of the tiers meets its own; otherwise each unit by which it
    /// misses it counts as one more than the values and potentials of a pair can make up for.
    pub(super) fn tighten(&mut self, proven: &Proven<'_>, most: i32, frame: &ProblemParts, served: &[usize]) {
        let Proven { certificate, prices, known, lists, chosen } = proven;
        // A level in between has no fixed worth.
        if frame.use_columns || certificate.levels.len() < 2 {
            return;
        }
        let [tiers, values] = [&certificate.levels[0], &certificate.levels[1]];
        let mut raised: Vec<[i64; 2]> = (0..tiers.rows.len())
            .map(|row| {
                let unseen = tuple(&known.rows, row);
                [tiers.rows[row], values.rows[row]].max([unseen[0], unseen[1]])
            })
            .collect();
        for list in &lists.of {
            let row = list.of as usize;
            for pair in &list.pairs {
                let worth = prices.packing.unpack(pair.gain);
                raised[row] = raised[row].max([worth[0] + priority(frame, row), worth[1]]);
            }
        }
        let furthest = |values: &mut dyn Iterator<Item = i64>| values.map(i64::unsigned_abs).max().unwrap_or(0);
        let unit = 1
            + i128::from(furthest(&mut raised.iter().map(|raised| raised[1])))
            + i128::from(furthest(&mut values.columns.iter().copied()))
            + i128::from(furthest(&mut values.groups.iter().copied()))
            + i128::from(most);
        let mut total = [0_i128; 2];
        let mut add = |tuple: [i64; 2], times: u32| {
            total.iter_mut().zip(tuple).for_each(|(total, one)| *total += i128::from(one) * i128::from(times));
        };
        for (row, column, value) in *chosen {
            let of = raised[*row];
            let worth = [priority(frame, *row), *value];
            let beyond = [0, 1].map(|at| worth[at] - of[at] - certificate.levels[at].columns[*column]);
            add(beyond.max([0, 0]), 1);
        }
        for (row, raised) in raised.into_iter().enumerate() {
            add(raised, frame.demands.get(row).copied().unwrap_or(1));
        }
        for (column, capacity) in frame.capacities.iter().enumerate() {
            let set = frame.ceilings.group_of.get(column).copied().flatten().map(|set| set as usize);
            let common = set.map_or([0, 0], |set| [tiers.groups[set], values.groups[set]]);
            let own = [tiers.columns[column] - common[0], values.columns[column] - common[1]];
            add(own.max([0, 0]), *capacity);
        }
        for (set, limit) in frame.ceilings.limits.iter().enumerate() {
            add([tiers.groups[set], values.groups[set]], *limit);
        }
        let tier_sum: i128 =
            served.iter().zip((1..=i128::from(frame.tier_count)).rev()).map(|(n, w)| *n as i128 * w).sum();
        let over = (total[0] - tier_sum).saturating_mul(unit);
        if let Ok(bound) = i64::try_from(over.saturating_add(total[1])) {
            self.proven = Some(self.proven.map_or(bound, |before| before.min(bound)));
        }
    }
}

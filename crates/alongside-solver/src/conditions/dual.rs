//! Better bounds: a price on what conditions leave scarce.
//!
//! The Lagrangian relaxation (Geoffrion 1974; Held and Karp 1971) gives up the conditions but charges for what they
//! limit, so that the flow keeps them nearly by itself. Level by level: once a node is known to reach no more than the
//! best answer found at the levels before, only assignments that reach just that are of interest, and at this level
//!
//! `K w(x) + sum of m_k (c_k(x) - b_k) - sum of p_b (a_b(x) - limit_b)`
//!
//! bounds `K` times what any of them is worth, for prices `p >= 0` on budgets and on pairs of rows kept apart, and for
//! any `m` on the levels `c_k` before, of which `b_k` is reached. All are integers; `K` makes room for fractions of a
//! price. Prices move along the subgradient, in steps after Polyak (1969).

use std::collections::BTreeSet;
use std::rc::Rc;

use super::node::{Decided, Relaxation};
use super::parts::Conditions;
use super::violated::sharing;
use crate::control::Control;
use crate::network::Gain;
use crate::solution::SolveError;

/// Prices are held within this, gains within [`GAIN`]: beyond, a bound is not worth having.
const PRICE: i128 = 1 << 36;
const GAIN: i128 = 1 << 48;

/// Prices for one level, given the levels before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Prices {
    /// What the levels before reach; as many entries as the level's own number.
    before: Vec<i64>,
    of_before: Vec<i64>,
    of_budgets: Vec<i64>,
    /// In the order of [`Dual::close`]; what is missing is 0.
    of_close: Vec<i64>,
}

/// A bound and where it comes from.
#[derive(Debug)]
pub(super) struct Priced {
    /// Nothing reaches more at this level.
    pub(super) bound: i64,
    pub(super) prices: Rc<Prices>,
    /// What the flow chose at the last prices.
    pub(super) chosen: Vec<usize>,
}

/// What all nodes share.
#[derive(Debug)]
pub(super) struct Dual<'c, 'p> {
    conditions: &'c Conditions<'p>,
    /// Pairs of edges of one column whose rows are to be kept apart, as far as some answer chose both.
    close: Vec<(usize, usize)>,
    noted: BTreeSet<(usize, usize)>,
    /// `K` of each level.
    scales: Vec<i64>,
}

impl Prices {
    /// Whether these are prices for a level after such levels.
    pub(super) fn are_for(&self, before: &[i64]) -> bool {
        self.before == before
    }
}

impl<'c, 'p> Dual<'c, 'p> {
    pub(super) fn new(conditions: &'c Conditions<'p>) -> Self {
        let problem = conditions.problem;
        let counts = usize::from(problem.tier_count()) + usize::from(problem.use_columns());
        let scale = |level: &Vec<i64>| {
            let greatest = level.iter().map(|value| value.unsigned_abs()).max().unwrap_or(0);
            1 << (greatest.leading_zeros().saturating_sub(40)).min(16)
        };
        let scales = std::iter::repeat_n(1 << 16, counts).chain(problem.levels.iter().map(scale)).collect();
        Self { conditions, close: Vec::new(), noted: BTreeSet::new(), scales }
    }

    /// A bound on the level after those in `before`, among assignments that reach just these. `aim` is what need not be
    /// undercut. Starts from prices for the same level and takes at most `steps` steps; `seen` is shown every flow. None
    /// if no flow has all fixed edges.
    pub(super) fn bound(
        &mut self,
        relaxation: &Relaxation<'_, '_>,
        decided: &Decided,
        from: Option<&Rc<Prices>>,
        (before, aim, steps): (&[i64], i64, usize),
        control: &Control<'_>,
        seen: &mut dyn FnMut(&[usize]),
    ) -> Result<Option<Priced>, SolveError> {
        let level = before.len();
        let scale = i128::from(self.scales[level]);
        let mut prices = from.map_or_else(|| self.none(before), |prices| (**prices).clone());
        let mut best: Option<(i128, Rc<Prices>)> = None;
        let (mut pace, mut since) = (256_i128, 0);
        let mut last = Vec::new();
        for step in 0..=steps {
            let Some(edges) = self.charge(decided, &prices) else { break };
            let gain = Gain::EdgesAndUse(&edges, self.use_gain(&prices));
            let Some(chosen) = relaxation.flow(decided, std::iter::once(gain), control)? else { return Ok(None) };
            seen(&chosen);
            let (value, slopes) = self.value(&prices, &edges, &chosen);
            if best.as_ref().is_none_or(|(least, _)| value < *least) {
                best = Some((value, Rc::new(prices.clone())));
                since = 0;
            } else {
                since += 1;
                if since == 8 {
                    (pace, since) = (pace / 2, 0);
                }
            }
            last = chosen;
            let least = best.as_ref().map_or(value, |(least, _)| *least);
            if step == steps
                || control.stops()
                || least.div_euclid(scale) <= i128::from(aim)
                || pace == 0
                || !slopes.moves()
            {
                break;
            }
            slopes.step(&mut prices, pace * (value - scale * i128::from(aim)).max(scale));
            // Below 0 a column's first unit would cost more than the next, which is no flow.
            let used = usize::from(self.conditions.problem.tier_count());
            if let Some(price) = prices.of_before.get_mut(used).filter(|_| self.conditions.problem.use_columns()) {
                *price = (*price).max(0);
            }
        }
        let Some((least, prices)) = best else { return Err(SolveError::Overflow) };
        let bound = i64::try_from(least.div_euclid(scale)).unwrap_or(i64::MAX);
        Ok(Some(Priced { bound, prices, chosen: last }))
    }

    fn none(&self, before: &[i64]) -> Prices {
        Prices {
            before: before.to_vec(),
            of_before: (0..before.len()).map(|level| self.start(level, before.len())).collect(),
            of_budgets: vec![0; self.conditions.budgets.len()],
            of_close: Vec::new(),
        }
    }

    /// Where the price of a level before begins: a place is worth about half the greatest value.
    fn start(&self, before: usize, level: usize) -> i64 {
        let problem = self.conditions.problem;
        let counts = usize::from(problem.tier_count()) + usize::from(problem.use_columns());
        if before < counts && level >= counts { 1 << 23 } else { self.scales[level] }
    }

    /// What a column's first use counts, where it counts at this level or one before.
    fn use_gain(&self, prices: &Prices) -> i64 {
        let problem = self.conditions.problem;
        let tiers = usize::from(problem.tier_count());
        let level = prices.before.len();
        if !problem.use_columns() || level < tiers {
            return 0;
        }
        if level == tiers { self.scales[level] } else { prices.of_before[tiers] }
    }

    /// What an edge counts at a level; nothing at that of columns used.
    fn count(&self, level: usize, edge: usize) -> i64 {
        let problem = self.conditions.problem;
        let tiers = usize::from(problem.tier_count());
        if level < tiers {
            i64::from(usize::from(problem.tiers()[self.conditions.edge_rows[edge] as usize]) == level)
        } else if problem.use_columns() {
            level.checked_sub(tiers + 1).map_or(0, |level| problem.levels[level][edge])
        } else {
            problem.levels[level - tiers][edge]
        }
    }

    /// What each edge gains after all prices; none if it is beyond all measure.
    fn charge(&self, decided: &Decided, prices: &Prices) -> Option<Vec<i64>> {
        let level = prices.before.len();
        let mut gains = Vec::with_capacity(decided.open.len());
        for edge in 0..decided.open.len() {
            if !decided.open[edge] {
                gains.push(0);
                continue;
            }
            let mut gain = i128::from(self.scales[level]) * i128::from(self.count(level, edge));
            for (before, price) in prices.of_before.iter().enumerate() {
                gain += i128::from(*price) * i128::from(self.count(before, edge));
            }
            for budget in self.conditions.budgets_of(edge) {
                let weight = self.conditions.weight(*budget as usize, edge);
                gain -= i128::from(prices.of_budgets[*budget as usize]) * i128::from(weight);
            }
            gains.push(i64::try_from(gain).ok().filter(|_| gain.abs() < GAIN)?);
        }
        for ((left, right), price) in self.close.iter().zip(&prices.of_close) {
            gains[*left] -= price;
            gains[*right] -= price;
        }
        Some(gains)
    }

    /// What the flow says at these prices, and how far it is beyond each limit.
    fn value(&mut self, prices: &Prices, gains: &[i64], chosen: &[usize]) -> (i128, Slopes) {
        let conditions = self.conditions;
        let problem = conditions.problem;
        let reached = super::Worth::of(problem, &conditions.edge_rows, chosen).levels(problem);
        let mut value: i128 = chosen.iter().map(|edge| i128::from(gains[*edge])).sum();
        let tiers = usize::from(problem.tier_count());
        if problem.use_columns() {
            value += i128::from(self.use_gain(prices)) * i128::from(reached[tiers]);
        }
        for (before, price) in prices.before.iter().zip(&prices.of_before) {
            value -= i128::from(*before) * i128::from(*price);
        }
        let short = prices.before.iter().zip(&reached).map(|(before, reached)| before - reached).collect();
        let mut used = vec![0_i128; conditions.budgets.len()];
        for &edge in chosen {
            for budget in conditions.budgets_of(edge) {
                used[*budget as usize] += i128::from(conditions.weight(*budget as usize, edge));
            }
        }
        for ((used, budget), price) in used.iter_mut().zip(&conditions.budgets).zip(&prices.of_budgets) {
            value += i128::from(*price) * i128::from(budget.limit);
            *used -= i128::from(budget.limit);
        }
        value += prices.of_close.iter().map(|price| i128::from(*price)).sum::<i128>();
        self.note_close(chosen);
        let is_chosen = |edge: &usize| i128::from(chosen.binary_search(edge).is_ok());
        let close = self.close.iter().map(|(left, right)| is_chosen(left) + is_chosen(right) - 1).collect();
        (value, Slopes { before: short, budgets: used, close })
    }

    /// Takes up the pairs of edges that are chosen together and should not be.
    fn note_close(&mut self, chosen: &[usize]) {
        let Self { conditions, close, noted, .. } = self;
        sharing(conditions, chosen, &mut |edge, other| {
            if noted.insert((edge, other)) {
                close.push((edge, other));
            }
        });
    }
}

/// How far a flow is beyond each limit and short of each level before.
struct Slopes {
    before: Vec<i64>,
    budgets: Vec<i128>,
    close: Vec<i128>,
}

impl Slopes {
    fn moves(&self) -> bool {
        self.before.iter().any(|slope| *slope != 0) || self.budgets.iter().chain(&self.close).any(|slope| *slope != 0)
    }

    /// Moves prices against what is exceeded; `force` is the gap to close, times 256.
    fn step(&self, prices: &mut Prices, force: i128) {
        prices.of_close.resize(self.close.len(), 0);
        // A limit that is kept and has no price does not pull.
        let pulls = |slope: i128, price: i64| if price == 0 { slope.max(0) } else { slope };
        let square = |slope: i128| slope.saturating_mul(slope);
        let mut length: i128 = self.before.iter().map(|slope| square(i128::from(*slope))).sum();
        let limits = || self.budgets.iter().zip(&prices.of_budgets).chain(self.close.iter().zip(&prices.of_close));
        length += limits().map(|(slope, price)| square(pulls(*slope, *price))).sum::<i128>();
        let moved = |slope: i128| force.saturating_mul(slope) / (256 * length.max(1));
        for (price, slope) in prices.of_before.iter_mut().zip(&self.before) {
            *price = (i128::from(*price) + moved(i128::from(*slope))).clamp(-PRICE, PRICE) as i64;
        }
        let budgets = prices.of_budgets.iter_mut().zip(&self.budgets);
        for (price, slope) in budgets.chain(prices.of_close.iter_mut().zip(&self.close)) {
            *price = (i128::from(*price) + moved(*slope)).clamp(0, PRICE) as i64;
        }
    }
}

//! A plain flow: one best path after another (Busacker and Gowen 1960), each found by going over every arc again and
//! again (Bellman 1958).

use super::case::Case;
use super::{Pair, Tuple};

/// What an assignment gains: by a pair, and by a column used at all.
pub(crate) struct Gains<'g> {
    pub(crate) pair: &'g dyn Fn(Pair) -> Tuple,
    pub(crate) column_used: Tuple,
}

/// The gains of the problem's own objective, each tier a level of its own, where `between` comes after columns used
/// and before the levels of value.
pub(crate) fn with_gains<T>(case: &Case, between: &dyn Fn(Pair) -> Tuple, then: impl FnOnce(&Gains<'_>) -> T) -> T {
    let tiers = usize::from(case.tier_count);
    let lead = tiers + usize::from(case.use_columns);
    let pair = |pair: Pair| {
        let mut tuple = vec![0; lead];
        tuple[usize::from(case.tiers[pair.0])] = 1;
        tuple.extend(between(pair));
        tuple.extend(case.values(pair).iter().map(|value| i128::from(*value)));
        tuple
    };
    let width = lead + case.pairs().first().map_or(0, |pair| between(*pair).len()) + case.levels;
    let column_used = (0..width).map(|at| i128::from(case.use_columns && at == tiers)).collect();
    then(&Gains { pair: &pair, column_used })
}

/// An assignment that is best for the problem's own objective.
pub(crate) fn best(case: &Case) -> Vec<Pair> {
    with_gains(case, &|_| Tuple::new(), |gains| best_for(case, gains))
}

/// An assignment of which no other gains more.
pub(crate) fn best_for(case: &Case, gains: &Gains<'_>) -> Vec<Pair> {
    let mut net = Net::of(case, gains);
    while net.push() {}
    net.pairs.iter().filter(|(_, arc)| net.arcs[*arc].room == 0).map(|(pair, _)| *pair).collect()
}

struct Arc {
    from: usize,
    to: usize,
    room: u32,
    gain: Tuple,
}

/// Arcs in twos: each is followed by its way back.
struct Net {
    nodes: usize,
    width: usize,
    arcs: Vec<Arc>,
    pairs: Vec<(Pair, usize)>,
}

const SOURCE: usize = 0;
const SINK: usize = 1;

impl Net {
    fn of(case: &Case, gains: &Gains<'_>) -> Self {
        let width = gains.column_used.len();
        let row = |row: usize| 2 + row;
        let column = |column: usize| row(case.rows()) + column;
        let group = |group: usize| column(case.columns()) + group;
        let mut net = Self { nodes: group(case.limits.len()), width, arcs: Vec::new(), pairs: Vec::new() };
        let nothing = vec![0; width];
        for (at, demand) in case.demands.iter().enumerate() {
            net.add(SOURCE, row(at), *demand, nothing.clone());
        }
        for pair in case.pairs() {
            net.pairs.push((pair, net.arcs.len()));
            net.add(row(pair.0), column(pair.1), 1, (gains.pair)(pair));
        }
        for (at, capacity) in case.capacities.iter().enumerate() {
            let to = case.group_of[at].map_or(SINK, |of| group(of as usize));
            net.add(column(at), to, 1.min(*capacity), gains.column_used.clone());
            net.add(column(at), to, capacity.saturating_sub(1), nothing.clone());
        }
        for (at, limit) in case.limits.iter().enumerate() {
            net.add(group(at), SINK, *limit, nothing.clone());
        }
        net
    }

    fn add(&mut self, from: usize, to: usize, room: u32, gain: Tuple) {
        let loss = gain.iter().map(|number| -number).collect();
        self.arcs.push(Arc { from, to, room, gain });
        self.arcs.push(Arc { from: to, to: from, room: 0, gain: loss });
    }

    /// Sends one more along the path that gains most; not if that is less than nothing.
    fn push(&mut self) -> bool {
        let mut reached: Vec<Option<Tuple>> = vec![None; self.nodes];
        let mut last: Vec<usize> = vec![usize::MAX; self.nodes];
        reached[SOURCE] = Some(vec![0; self.width]);
        let mut changed = true;
        while changed {
            changed = false;
            for (at, arc) in self.arcs.iter().enumerate().filter(|(_, arc)| arc.room > 0) {
                let Some(start) = &reached[arc.from] else { continue };
                if reached[arc.to].as_ref().is_none_or(|label| exceeds(start, &arc.gain, label)) {
                    reached[arc.to] = Some(start.iter().zip(&arc.gain).map(|(a, b)| a + b).collect());
                    last[arc.to] = at;
                    changed = true;
                }
            }
        }
        let zero = vec![0; self.width];
        if reached[SINK].as_ref().is_none_or(|gain| *gain < zero) {
            return false;
        }
        let mut node = SINK;
        while node != SOURCE {
            let at = last[node];
            self.arcs[at].room -= 1;
            self.arcs[at ^ 1].room += 1;
            node = self.arcs[at].from;
        }
        true
    }
}

/// Whether `start + gain` is greater than `label`.
fn exceeds(start: &[i128], gain: &[i128], label: &[i128]) -> bool {
    let sum = start.iter().zip(gain).map(|(a, b)| a + b);
    sum.gt(label.iter().copied())
}

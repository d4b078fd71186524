//! Small problems at random, and every assignment each of them has.

use crate::problem::{Ceilings, Problem, ProblemParts};

/// A counter-based source of random numbers (Steele, Lea and Flood 2014).
pub(crate) struct Draw(pub(crate) u64);

impl Draw {
    pub(crate) fn bits(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    /// One of `0 .. below`.
    pub(crate) fn below(&mut self, below: u64) -> u64 {
        self.bits() % below
    }

    /// Whether something of so many in a hundred happens.
    pub(crate) fn chance(&mut self, percent: u64) -> bool {
        self.below(100) < percent
    }
}

/// How large and how varied problems are.
#[derive(Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) rows: u64,
    pub(crate) columns: u64,
    pub(crate) demand: u64,
    pub(crate) capacity: u64,
    pub(crate) levels: u64,
    pub(crate) tiers: u64,
}

/// A problem no larger than a shape, every option on now and then.
pub(crate) fn problem(draw: &mut Draw, shape: Shape) -> Problem {
    let rows = draw.below(shape.rows) + 1;
    let columns = draw.below(shape.columns) + 1;
    let tier_count = draw.below(shape.tiers) + 1;
    let several = draw.chance(50);
    let density = 20 + draw.below(80);
    let spread = [2_u64, 5, 1000][draw.below(3) as usize];
    let mut row_starts = vec![0];
    let mut edge_columns = Vec::new();
    for _ in 0..rows {
        edge_columns.extend((0..columns as u32).filter(|_| draw.chance(density)));
        row_starts.push(edge_columns.len());
    }
    let levels = draw.below(shape.levels + 1);
    let lowest = if several { -(spread.cast_signed() / 3) } else { 0 };
    let value = |draw: &mut Draw| lowest + draw.below(spread).cast_signed();
    let groups = if draw.chance(50) { draw.below(columns) + 1 } else { 0 };
    let group_of = |draw: &mut Draw| (groups > 0 && draw.chance(80)).then(|| draw.below(groups) as u32);
    Problem::new(ProblemParts {
        tier_count: tier_count as u8,
        tiers: (0..rows).map(|_| draw.below(tier_count) as u8).collect(),
        demands: if several { (0..rows).map(|_| draw.below(shape.demand + 1) as u32).collect() } else { Vec::new() },
        capacities: (0..columns).map(|_| draw.below(shape.capacity + 1) as u32).collect(),
        ceilings: Ceilings {
            group_of: (0..columns).map(|_| group_of(draw)).collect(),
            limits: (0..groups).map(|_| draw.below(4) as u32).collect(),
        },
        use_columns: draw.chance(50),
        levels: (0..levels).map(|_| edge_columns.iter().map(|_| value(draw)).collect()).collect(),
        row_starts,
        columns: edge_columns,
    })
    .unwrap()
}

/// What an assignment is worth: places filled of each tier, columns used where that counts, totals.
pub(crate) fn worth(problem: &Problem, edges: &[usize]) -> Vec<i64> {
    let mut worth = vec![0; usize::from(problem.tier_count())];
    let row_of = |edge: usize| (0..problem.rows()).find(|row| problem.edges_of(*row).contains(&edge)).unwrap();
    for edge in edges {
        worth[usize::from(problem.tiers()[row_of(*edge)])] += 1;
    }
    if problem.use_columns() {
        let mut columns: Vec<u32> = edges.iter().map(|edge| problem.edge_columns()[*edge]).collect();
        columns.sort_unstable();
        columns.dedup();
        worth.push(i64::try_from(columns.len()).unwrap());
    }
    worth.extend(
        (0..problem.level_count()).map(|level| edges.iter().map(|edge| problem.level(level)[*edge]).sum::<i64>()),
    );
    worth
}

/// Shows every assignment of a problem once.
pub(crate) fn every(problem: &Problem, show: &mut dyn FnMut(&[usize])) {
    let mut walk = Walk {
        problem,
        rows: problem.demands().to_vec(),
        columns: problem.capacities().to_vec(),
        groups: problem.limits().to_vec(),
        row_of: (0..problem.rows()).flat_map(|row| problem.edges_of(row).map(move |_| row)).collect(),
        chosen: Vec::new(),
    };
    walk.from(0, show);
}

struct Walk<'a> {
    problem: &'a Problem,
    rows: Vec<u32>,
    columns: Vec<u32>,
    groups: Vec<u32>,
    row_of: Vec<usize>,
    chosen: Vec<usize>,
}

impl Walk<'_> {
    fn from(&mut self, edge: usize, show: &mut dyn FnMut(&[usize])) {
        if edge == self.problem.edges() {
            show(&self.chosen);
            return;
        }
        let (row, column) = (self.row_of[edge], self.problem.edge_columns()[edge]);
        let group = self.problem.group_of(column).map(|group| group as usize);
        if self.rows[row] > 0 && self.columns[column as usize] > 0 && group.is_none_or(|group| self.groups[group] > 0) {
            self.take(row, column as usize, group, -1);
            self.chosen.push(edge);
            self.from(edge + 1, show);
            self.chosen.pop();
            self.take(row, column as usize, group, 1);
        }
        self.from(edge + 1, show);
    }

    fn take(&mut self, row: usize, column: usize, group: Option<usize>, change: i32) {
        let add = |room: &mut u32| *room = room.checked_add_signed(change).unwrap();
        add(&mut self.rows[row]);
        add(&mut self.columns[column]);
        if let Some(group) = group {
            add(&mut self.groups[group]);
        }
    }
}

/// The best worth of all assignments.
pub(crate) fn best(problem: &Problem) -> Vec<i64> {
    let mut best = Vec::new();
    every(problem, &mut |edges| best = worth(problem, edges).max(std::mem::take(&mut best)));
    best
}

//! What tests compare with: every assignment tried, and the conditions of a certificate read one by one.

use crate::problem::MAX_LEVELS;
use crate::{Problem, ProblemParts, Solution};

/// An assignment and its objective: rows served in each tier, then totals.
pub(crate) type Tried = (Vec<i64>, Vec<Option<u32>>);

/// Every assignment of a tiny problem.
pub(crate) fn all(problem: &Problem) -> Vec<Tried> {
    let mut tried = Vec::new();
    let tiers = usize::from(problem.tier_count());
    let mut key = vec![0; tiers + problem.level_count()];
    let mut given = vec![None; problem.rows()];
    let mut room = problem.capacities().to_vec();
    descend(problem, 0, &mut key, &mut given, &mut room, &mut tried);
    tried
}

fn descend(
    problem: &Problem,
    row: usize,
    key: &mut Vec<i64>,
    given: &mut Vec<Option<u32>>,
    room: &mut Vec<u32>,
    tried: &mut Vec<Tried>,
) {
    if row == problem.rows() {
        tried.push((key.clone(), given.clone()));
        return;
    }
    descend(problem, row + 1, key, given, room, tried);
    let tiers = usize::from(problem.tier_count());
    for edge in problem.edges_of(row) {
        let column = problem.edge_columns()[edge];
        if room[column as usize] == 0 {
            continue;
        }
        room[column as usize] -= 1;
        given[row] = Some(column);
        key[usize::from(problem.tiers()[row])] += 1;
        for (level, value) in problem.values(edge).enumerate() {
            key[tiers + level] += value;
        }
        descend(problem, row + 1, key, given, room, tried);
        for (level, value) in problem.values(edge).enumerate() {
            key[tiers + level] -= value;
        }
        key[usize::from(problem.tiers()[row])] -= 1;
        given[row] = None;
        room[column as usize] += 1;
    }
}

/// The best objective, counting so many levels of value, and every assignment that has it.
pub(crate) fn best(problem: &Problem, tried: &[Tried], levels: usize) -> (Vec<i64>, Vec<Tried>) {
    let length = usize::from(problem.tier_count()) + levels;
    let top = tried.iter().map(|(key, _)| key[..length].to_vec()).max().unwrap();
    let optimal = tried.iter().filter(|(key, _)| key[..length] == top).cloned().collect();
    (top, optimal)
}

/// The objective as the oracle writes it.
pub(crate) fn key(solution: &Solution) -> Vec<i64> {
    let served = solution.served.iter().map(|served| i64::try_from(*served).unwrap());
    served.chain(solution.totals.iter().copied()).collect()
}

/// Reads the conditions of the certificate of a plain problem, as its documentation states them.
pub(crate) fn proves(problem: &Problem, solution: &Solution) -> bool {
    let Some(certificate) = &solution.certificate else { return false };
    let Ok(counted) = Solution::of(problem, solution.edges.clone()) else { return false };
    if key(&counted) != key(solution) || counted.columns_used != solution.columns_used {
        return false;
    }
    let shaped = certificate.levels.iter().all(|part| {
        part.rows.len() == problem.rows() && part.columns.len() == problem.columns() && part.groups.is_empty()
    });
    if !shaped || certificate.levels.len() != problem.objective_levels() {
        return false;
    }
    let u = |row: usize| certificate.levels.iter().map(|part| part.rows[row]).collect::<Vec<_>>();
    let v = |column: u32| certificate.levels.iter().map(|part| part.columns[column as usize]).collect::<Vec<_>>();
    let zero = vec![0; problem.objective_levels()];
    let given = solution.assignment(problem);
    let rows = (0..problem.rows()).all(|row| {
        let edges = problem.edges_of(row).all(|edge| {
            let column = problem.edge_columns()[edge];
            let worth = std::iter::once(problem.priority(row)).chain(problem.values(edge));
            let sums = u(row).into_iter().zip(v(column)).map(|(u, v)| u + v);
            let reduced: Vec<i64> = sums.zip(worth).map(|(sum, worth)| sum - worth).collect();
            if given[row] == Some(column) { reduced <= zero } else { reduced >= zero }
        });
        edges && u(row) >= zero && (given[row].is_some() || u(row) == zero)
    });
    let columns = (0..problem.columns() as u32).all(|column| {
        let holds = given.iter().filter(|given| **given == Some(column)).count() as u32;
        let room = holds < problem.capacities()[column as usize];
        (holds == 0 || v(column) >= zero) && (!room || v(column) <= zero)
    });
    rows && columns
}

/// Numbers that only look random (splitmix64, Steele, Lea and Flood 2014).
#[derive(Debug)]
pub(crate) struct Dice {
    at: u64,
    /// What values are multiplied by.
    pub(crate) scale: i64,
    /// The most levels of value of a tiny problem.
    levels: u64,
}

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self { at: seed, scale: 1, levels: 3 }
    }

    /// As many levels of values as large as can be.
    pub(crate) fn wide(seed: u64) -> Self {
        Self { at: seed, scale: 1 << 30, levels: MAX_LEVELS as u64 }
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: u64) -> u64 {
        self.at = self.at.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.at;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % sides
    }

    /// The same as a value.
    pub(crate) fn number(&mut self, sides: u64) -> i64 {
        self.roll(sides).cast_signed()
    }

    /// Values: few different ones on most levels, so that ties are common.
    pub(crate) fn values(&mut self, levels: usize) -> Vec<i64> {
        let wide = self.roll(8) == 0;
        let mut value = || if wide { self.number(2001) - 1000 } else { self.number(4) - 1 };
        let values: Vec<i64> = (0..levels).map(|_| value()).collect();
        values.into_iter().map(|value| value * self.scale).collect()
    }
}

/// A tiny problem.
pub(crate) fn tiny(dice: &mut Dice, most_rows: u64, most_columns: u64) -> Problem {
    let rows = dice.roll(most_rows + 1) as usize;
    let columns = 1 + dice.roll(most_columns) as usize;
    let levels = dice.roll(dice.levels + 1) as usize;
    let tier_count = 1 + dice.roll(3) as u8;
    let dense = 1 + dice.roll(4);
    let mut parts = ProblemParts { tier_count, row_starts: vec![0], ..ProblemParts::default() };
    parts.levels = vec![Vec::new(); levels];
    parts.tiers = (0..rows).map(|_| dice.roll(u64::from(tier_count)) as u8).collect();
    parts.capacities = (0..columns).map(|_| dice.roll(3) as u32).collect();
    for _ in 0..rows {
        for column in 0..columns as u32 {
            if dice.roll(4) < dense {
                parts.columns.push(column);
                let values = dice.values(levels);
                parts.levels.iter_mut().zip(values).for_each(|(level, value)| level.push(value));
            }
        }
        parts.row_starts.push(parts.columns.len());
    }
    Problem::new(parts).unwrap()
}

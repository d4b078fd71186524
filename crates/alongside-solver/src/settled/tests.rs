use super::{Price, Settled, Within};
use crate::solve::solve;
use crate::warm::Live;
use crate::warm::tests::oracle::{Dice, Tried, all, best, tiny};
use crate::{Control, Problem, ProblemParts, Solution};

/// By either of two solvers, whose prices differ.
fn optimum(problem: &Problem) -> Solution {
    if problem.edges().is_multiple_of(2) {
        return Live::from_nothing(problem).unwrap().solution();
    }
    solve(problem, &Control::default()).unwrap()
}

fn dice(seed: u64) -> Dice {
    if seed.is_multiple_of(4) { Dice::wide(seed) } else { Dice::new(seed) }
}

/// Of how many optima something is true.
fn within(optimal: &[Tried], is: impl Fn(&[Option<u32>]) -> bool) -> Within {
    match optimal.iter().filter(|(_, given)| is(given)).count() {
        0 => Within::None,
        count if count == optimal.len() => Within::All,
        _ => Within::Some,
    }
}

/// The price from the objectives: what the best of those that fulfil the condition falls short.
fn fall(problem: &Problem, tried: &[Tried], levels: usize, is: impl Fn(&[Option<u32>]) -> bool) -> Option<Price> {
    let length = usize::from(problem.tier_count()) + levels;
    let top = tried.iter().map(|(key, _)| &key[..length]).max().unwrap();
    let other = tried.iter().filter(|(_, given)| is(given)).map(|(key, _)| &key[..length]).max()?;
    let mut served: Vec<i64> = top.iter().zip(other).map(|(top, other)| top - other).collect();
    let totals = served.split_off(usize::from(problem.tier_count()));
    Some(Price { served, totals })
}

#[test]
fn settled_pairs_and_prices_are_those_of_all_assignments() {
    let mut seen = [0; 3];
    let mut impossible = 0;
    for seed in 0..4000 {
        let mut dice = dice(seed);
        let problem = tiny(&mut dice, 5, 4);
        let tried = all(&problem);
        let solution = optimum(&problem);
        let levels = dice.roll(problem.level_count() as u64 + 1) as usize;
        let (_, optimal) = best(&problem, &tried, levels);
        let mut settled = Settled::new(&problem, &solution, levels).unwrap();
        let pairs = settled.pairs();
        let rows = settled.rows();
        let given = solution.assignment(&problem);
        assert_eq!(pairs.len(), problem.edges());
        for row in 0..problem.rows() {
            assert_eq!(rows[row], within(&optimal, |given| given[row].is_some()), "{problem:?}");
            for edge in problem.edges_of(row) {
                let column = problem.edge_columns()[edge];
                let is = |given: &[Option<u32>]| given[row] == Some(column);
                assert_eq!(pairs[edge], within(&optimal, is), "seed {seed}: {row} {column} in {problem:?}");
                seen[pairs[edge] as usize] += 1;
                let forbidden = settled.forbid(row as u32, column).unwrap();
                assert_eq!(
                    Some(&forbidden),
                    fall(&problem, &tried, levels, |given| !is(given)).as_ref(),
                    "seed {seed}"
                );
                if given[row] != Some(column) {
                    assert!(forbidden.served.iter().chain(&forbidden.totals).all(|fall| *fall == 0));
                }
                let forced = settled.force(row as u32, column);
                impossible += usize::from(forced.is_none());
                assert_eq!(forced, fall(&problem, &tried, levels, is), "seed {seed}: {row} {column} in {problem:?}");
            }
        }
        let nobody = u32::try_from(problem.rows()).unwrap();
        assert_eq!((settled.forbid(nobody, 0), settled.force(nobody, 0)), (None, None));
    }
    assert!(seen.iter().all(|count| *count > 1000) && impossible > 100, "{seen:?} {impossible}");
}

/// The objective of the best assignment in the levels of a certificate.
fn levels(problem: &Problem, count: usize) -> Vec<i64> {
    let solution = optimum(problem);
    let priority = (0..)
        .zip(&solution.served)
        .map(|(tier, served)| i64::from(problem.tier_count() - tier) * i64::try_from(*served).unwrap());
    std::iter::once(priority.sum()).chain(solution.totals[..count].iter().copied()).collect()
}

fn less(one: &[i64], other: &[i64]) -> Vec<i64> {
    one.iter().zip(other).map(|(one, other)| one - other).collect()
}

fn parts(problem: &Problem) -> ProblemParts {
    ProblemParts {
        tier_count: problem.tier_count(),
        tiers: problem.tiers().to_vec(),
        capacities: problem.capacities().to_vec(),
        row_starts: problem.row_starts().to_vec(),
        columns: problem.edge_columns().to_vec(),
        levels: (0..problem.level_count()).map(|level| problem.level(level).to_vec()).collect(),
        ..ProblemParts::default()
    }
}

/// The problem with a row once more, or not at all.
fn repeated(problem: &Problem, row: usize, times: usize) -> Problem {
    let mut parts = parts(problem);
    let edges = problem.edges_of(row);
    let copies = |list: &mut dyn FnMut(usize)| (0..times).for_each(|_| edges.clone().for_each(&mut *list));
    let mut columns = problem.edge_columns().to_vec();
    columns.splice(edges.clone(), []);
    copies(&mut |edge| columns.push(problem.edge_columns()[edge]));
    for (level, values) in parts.levels.iter_mut().enumerate() {
        values.splice(edges.clone(), []);
        copies(&mut |edge| values.push(problem.level(level)[edge]));
    }
    parts.columns = columns;
    let tier = parts.tiers.remove(row);
    let mut degrees: Vec<usize> = (0..problem.rows()).map(|row| problem.edges_of(row).len()).collect();
    degrees.remove(row);
    for _ in 0..times {
        parts.tiers.push(tier);
        degrees.push(edges.len());
    }
    parts.row_starts = std::iter::once(0)
        .chain(degrees.iter().scan(0, |sum, degree| {
            *sum += degree;
            Some(*sum)
        }))
        .collect();
    Problem::new(parts).unwrap()
}

#[test]
fn shadow_prices_are_what_a_place_or_a_row_more_or_less_makes() {
    let mut ranges = 0;
    for seed in 0..2500 {
        let mut dice = dice(seed);
        let problem = tiny(&mut dice, 6, 5);
        let count = dice.roll(problem.level_count() as u64 + 1) as usize;
        let prices = Settled::new(&problem, &optimum(&problem), count).unwrap().shadow_prices();
        let now = levels(&problem, count);
        for (column, worth) in prices.columns.iter().enumerate() {
            let mut wider = parts(&problem);
            wider.capacities[column] += 1;
            assert_eq!(worth.more, less(&levels(&Problem::new(wider).unwrap(), count), &now), "seed {seed}");
            let mut narrower = parts(&problem);
            let Some(capacity) = narrower.capacities[column].checked_sub(1) else {
                assert_eq!(worth.less, None);
                continue;
            };
            narrower.capacities[column] = capacity;
            let narrower = levels(&Problem::new(narrower).unwrap(), count);
            assert_eq!(worth.less, Some(less(&now, &narrower)), "seed {seed}");
            ranges += usize::from(worth.less.as_ref() != Some(&worth.more));
        }
        for (row, worth) in prices.rows.iter().enumerate() {
            assert_eq!(worth.more, less(&levels(&repeated(&problem, row, 2), count), &now), "seed {seed}");
            let without = levels(&repeated(&problem, row, 0), count);
            assert_eq!(worth.less, Some(less(&now, &without)), "seed {seed}");
        }
    }
    assert!(ranges > 500, "{ranges}");
}

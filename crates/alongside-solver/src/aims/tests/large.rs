//! Larger problems: certificates, and answers that plainer methods give.

use super::{Aim, Dice, Kind, Shape, check, random, solve};
use crate::aims::{Quantisation, Reached};
use crate::{Control, Problem, network};

const LARGER: Shape = Shape { rows: 60, columns: 50, density: 2, least: 1, most: 12, plain: false };

/// The totals of the best assignment for the levels given, and then the problem's, as far as the solver takes levels.
fn with_levels(problem: &Problem, first: Vec<Vec<i64>>) -> Vec<i64> {
    let mut extended = problem.clone();
    extended.levels = first.into_iter().chain(problem.levels.clone()).collect();
    network::solve(&extended, &Control::default()).unwrap().totals
}

#[test]
fn leximin_agrees_with_a_level_for_each_value() {
    let mut dice = Dice(41);
    for at in 0..120 {
        let problem = random(&mut dice, Shape { plain: at % 2 == 0, ..LARGER });
        let aim = Aim::Leximin { level: 0, quantisation: Quantisation::Exact };
        let aimed = solve(&problem, &aim, &Control::default()).unwrap();
        check(&problem, 0, &aim, &aimed);
        let Reached::Leximin(reached) = &aimed.reached else { panic!("another aim") };
        let level = |cut: &i64| problem.level(0).iter().map(|value| i64::from(value >= cut)).collect();
        let totals = with_levels(&problem, reached.cuts.iter().map(level).collect());
        let (cuts, own) = totals.split_at(reached.cuts.len());
        let from = |at: usize| reached.classes[at + 1..].iter().sum::<usize>() as i64;
        assert_eq!(cuts, (0..reached.cuts.len()).map(from).collect::<Vec<_>>(), "problem {at}");
        assert_eq!(own, aimed.solution.totals);
    }
}

#[test]
fn profiles_agree_with_a_level_for_each_rank() {
    let mut dice = Dice(42);
    for at in 0..120 {
        let problem = random(&mut dice, Shape { plain: at % 2 == 0, ..LARGER });
        for kind in [Kind::Greedy, Kind::Generous] {
            let aim = Aim::Profile { level: 0, ranks: 12, kind };
            let aimed = solve(&problem, &aim, &Control::default()).unwrap();
            check(&problem, 0, &aim, &aimed);
            let Reached::Profile(reached) = &aimed.reached else { panic!("another aim") };
            let level = |rank: i64, sign: i64| problem.level(0).iter().map(|r| sign * i64::from(*r == rank)).collect();
            let (levels, counts): (Vec<Vec<i64>>, Vec<i64>) = match kind {
                Kind::Greedy => (1..=12).map(|rank| (level(rank, 1), reached.counts[rank as usize - 1] as i64)).unzip(),
                Kind::Generous => {
                    (1..=12).rev().map(|rank| (level(rank, -1), -(reached.counts[rank as usize - 1] as i64))).unzip()
                }
            };
            let totals = with_levels(&problem, levels);
            assert_eq!(totals[..12], counts, "problem {at}");
            assert_eq!(totals[12..], aimed.solution.totals);
        }
    }
}

#[test]
fn the_bottleneck_agrees_with_every_threshold_tried_in_turn() {
    let mut dice = Dice(43);
    for at in 0..120 {
        let problem = random(&mut dice, Shape { plain: at % 2 == 0, most: 40, ..LARGER });
        let aim = Aim::Bottleneck { level: 0 };
        let aimed = solve(&problem, &aim, &Control::default()).unwrap();
        check(&problem, 0, &aim, &aimed);
        let counts = |problem: &Problem| {
            let solved = network::solve(problem, &Control::default()).unwrap();
            (solved.served, if problem.use_columns() { solved.columns_used } else { 0 })
        };
        let Reached::Bottleneck(reached) = &aimed.reached else { panic!("another aim") };
        let all = counts(&problem);
        let held = (1..=40).take_while(|value| counts(&crate::aims::above(&problem, 0, *value).0) == all).last();
        if reached.least.is_some() {
            // Between values that occur, every threshold is the same.
            let held = problem.level(0).iter().copied().filter(|value| Some(*value) <= held).max();
            assert_eq!(reached.least, held, "problem {at}");
        }
    }
}

#[test]
fn values_as_large_as_can_be_stay_exact() {
    let mut dice = Dice(44);
    for _ in 0..40 {
        let mut problem = random(&mut dice, Shape { plain: true, ..LARGER });
        let least = crate::problem::MAX_VALUE;
        let scores = problem.level(0).iter().map(|_| dice.between(-least, least)).collect();
        problem.levels.push(scores);
        let aim = Aim::Leximin { level: 0, quantisation: Quantisation::Step(4) };
        let aimed = solve(&problem, &aim, &Control::default()).unwrap();
        check(&problem, 0, &aim, &aimed);
    }
}

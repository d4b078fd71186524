//! Every aim beside all assignments.

use super::{Aim, Dice, Kind, Shape, best, check, key, random, solve, solve_after};
use crate::aims::{AimError, MAX_CUTS, Quantisation, Reached};
use crate::{Control, Problem, ProblemParts, SolveError, Status};

const TINY: Shape = Shape { rows: 4, columns: 4, density: 5, least: -2, most: 3, plain: false };

/// A tiny problem, with so few edges that all sets of them can be tried.
fn tiny(dice: &mut Dice, shape: Shape) -> Problem {
    loop {
        let problem = random(dice, shape);
        if problem.edges() <= 10 {
            return problem;
        }
    }
}

fn agrees(problem: &Problem, aim: &Aim, at: usize) {
    for ahead in 0..=problem.level_count() {
        let aimed = solve_after(problem, ahead, aim, &Control::default()).unwrap();
        check(problem, ahead, aim, &aimed);
        let best = best(problem, ahead, aim);
        assert_eq!(key(problem, ahead, aim, &aimed.solution), best, "problem {at}, {aim:?} after {ahead}");
    }
}

#[test]
fn the_bottleneck_is_as_wide_as_can_be() {
    let mut dice = Dice(31);
    for at in 0..4000 {
        let problem = tiny(&mut dice, Shape { plain: at % 4 == 0, ..TINY });
        agrees(&problem, &Aim::Bottleneck { level: at % problem.level_count() }, at);
    }
}

#[test]
fn the_worst_off_come_first() {
    let mut dice = Dice(32);
    for at in 0..4000 {
        let problem = tiny(&mut dice, Shape { plain: at % 4 == 0, ..TINY });
        let quantisation = match at % 3 {
            0 => Quantisation::Exact,
            1 => Quantisation::Step(2),
            _ => Quantisation::Cuts(vec![-1, 2]),
        };
        agrees(&problem, &Aim::Leximin { level: at % problem.level_count(), quantisation }, at);
    }
}

#[test]
fn the_profile_is_the_best_of_all() {
    let mut dice = Dice(33);
    for at in 0..4000 {
        let problem = tiny(&mut dice, Shape { plain: at % 4 == 0, least: 1, most: 4, ..TINY });
        let kind = if at % 2 == 0 { Kind::Greedy } else { Kind::Generous };
        let level = at / 2 % problem.level_count();
        agrees(&problem, &Aim::Profile { level, ranks: 4 + at as u32 % 3, kind }, at);
    }
}

#[test]
fn what_was_reached_is_counted() {
    let mut dice = Dice(34);
    for _ in 0..500 {
        let problem = tiny(&mut dice, Shape { least: 1, most: 4, ..TINY });
        let aim = Aim::Leximin { level: 0, quantisation: Quantisation::Cuts(vec![2, 4]) };
        let aimed = solve(&problem, &aim, &Control::default()).unwrap();
        let Reached::Leximin(reached) = aimed.reached else { panic!("another aim") };
        let mut values: Vec<i64> = aimed.solution.edges.iter().map(|edge| problem.level(0)[*edge]).collect();
        values.sort_unstable();
        let within = |from: i64, to: i64| values.iter().filter(|value| (from..to).contains(*value)).count();
        assert_eq!(reached.classes, [within(1, 2), within(2, 4), within(4, 5)]);
        let wanted: u32 = problem.demands().iter().sum();
        assert_eq!(reached.empty + values.len(), wanted as usize);
        assert_eq!(reached.values, values);

        let aim = Aim::Profile { level: 0, ranks: 5, kind: Kind::Generous };
        let aimed = solve(&problem, &aim, &Control::default()).unwrap();
        let Reached::Profile(reached) = aimed.reached else { panic!("another aim") };
        let count = |rank: i64| aimed.solution.edges.iter().filter(|edge| problem.level(0)[**edge] == rank).count();
        assert_eq!(reached.counts, (1..=5).map(count).collect::<Vec<_>>());
    }
}

fn three_values() -> Problem {
    let parts = ProblemParts {
        tier_count: 1,
        tiers: vec![0],
        capacities: vec![1; 3],
        row_starts: vec![0, 3],
        columns: vec![0, 1, 2],
        levels: vec![vec![-7, 5, 1000]],
        ..ProblemParts::default()
    };
    Problem::new(parts).unwrap()
}

#[test]
fn an_aim_that_does_not_fit_is_refused() {
    let problem = three_values();
    let refused = |aim: &Aim| solve(&problem, aim, &Control::default()).unwrap_err();
    let after = |ahead| solve_after(&problem, ahead, &Aim::Bottleneck { level: 0 }, &Control::default());
    assert!(after(1).is_ok());
    assert_eq!(after(3).unwrap_err(), AimError::Level { level: 2 });
    assert_eq!(refused(&Aim::Bottleneck { level: 1 }), AimError::Level { level: 1 });
    let leximin = |quantisation| Aim::Leximin { level: 0, quantisation };
    assert_eq!(refused(&leximin(Quantisation::Step(10))), AimError::TooMany { given: 101 });
    assert_eq!(refused(&leximin(Quantisation::Step(0))), AimError::Cuts);
    assert_eq!(refused(&leximin(Quantisation::Cuts(vec![1, 1]))), AimError::Cuts);
    let many = MAX_CUTS + 1;
    assert_eq!(
        refused(&leximin(Quantisation::Cuts((0..many as i64).collect()))),
        AimError::TooMany { given: many as u64 }
    );
    let profile = |ranks| Aim::Profile { level: 0, ranks, kind: Kind::Greedy };
    assert_eq!(refused(&profile(5)), AimError::Rank { edge: 0 });
    assert_eq!(refused(&profile(101)), AimError::TooMany { given: 101 });
    assert_eq!(Quantisation::Step(10).cuts(&[-7, 5, 30]), Ok(vec![0, 10, 20, 30]));
    assert_eq!(Quantisation::Exact.cuts(&[5, -7, 30, 5]), Ok(vec![5, 30]));
    assert_eq!(Quantisation::Exact.cuts(&[]), Ok(vec![]));
    assert_eq!(Quantisation::Step(1).cuts(&[]), Ok(vec![]));
}

#[test]
fn who_is_stopped_keeps_the_tiers() {
    let mut dice = Dice(35);
    for at in 0..300 {
        let problem = tiny(&mut dice, Shape { least: 1, most: 4, ..TINY });
        let full = solve(&problem, &Aim::Total, &Control::default()).unwrap().solution;
        let asked = std::sync::atomic::AtomicUsize::new(0);
        let stop = || asked.fetch_add(1, std::sync::atomic::Ordering::Relaxed) >= at % 40;
        let control = Control { should_stop: Some(&stop), ..Control::default() };
        for aim in [
            Aim::Bottleneck { level: 0 },
            Aim::Leximin { level: 0, quantisation: Quantisation::Exact },
            Aim::Profile { level: 0, ranks: 4, kind: Kind::Generous },
        ] {
            asked.store(0, std::sync::atomic::Ordering::Relaxed);
            let stopped = solve(&problem, &aim, &control).unwrap().solution;
            assert_eq!(stopped.served, full.served);
            let optimal = best(&problem, 0, &aim);
            if stopped.status == Status::Optimal {
                assert_eq!(key(&problem, 0, &aim, &stopped), optimal);
            } else {
                assert!(stopped.certificate.is_none());
                assert!(stopped.bounds[0] >= optimal.4[0]);
            }
            assert!(key(&problem, 0, &aim, &stopped) <= optimal);
        }
        let give_up = || true;
        let control = Control { give_up: Some(&give_up), ..Control::default() };
        let gone = solve(&problem, &Aim::Leximin { level: 0, quantisation: Quantisation::Exact }, &control);
        if let Err(error) = gone {
            assert_eq!(error, AimError::Solve(SolveError::GivenUp));
        }
    }
}

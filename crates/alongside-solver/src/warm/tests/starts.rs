//! What is taken up, and what is not.

use super::oracle::{Dice, all, best, key, proves, tiny};
use crate::solve::solve;
use crate::warm::{Live, StartError};
use crate::{Control, Problem, ProblemParts, Solution, network};

#[test]
fn solutions_of_other_solvers_are_taken_up() {
    for seed in 0..1500_u64 {
        let mut dice = if seed.is_multiple_of(3) { Dice::wide(seed) } else { Dice::new(seed) };
        let problem = tiny(&mut dice, 6, 5);
        for solution in [solve(&problem, &Control::default()), network::solve(&problem, &Control::default())] {
            let solution = solution.unwrap();
            let live = Live::new(&problem, &solution).unwrap();
            let taken = live.solution();
            assert_eq!((&taken.edges, key(&taken)), (&solution.edges, key(&solution)));
            assert!(proves(&problem, &taken));
        }
    }
}

#[test]
fn what_is_not_proved_is_not_taken_up() {
    let (mut refused, mut taken) = (0, 0);
    for seed in 0..6000 {
        let mut dice = Dice::new(seed);
        let problem = tiny(&mut dice, 5, 4);
        let mut solution = Live::from_nothing(&problem).unwrap().solution();
        corrupt(&problem, &mut solution, &mut dice);
        let proved = proves(&problem, &solution);
        match Live::new(&problem, &solution) {
            Ok(live) => {
                // Prices of columns alone can prove it, whatever became of the rest.
                let (top, _) = best(&problem, &all(&problem), problem.level_count());
                assert_eq!(key(&live.solution()), top, "seed {seed}");
                assert_eq!(live.solution().edges, solution.edges);
                assert!(proves(&problem, &live.solution()));
                taken += 1;
            }
            Err(error) => {
                assert!(!proved, "seed {seed}: {error}");
                refused += 1;
            }
        }
    }
    assert!(refused > 2000 && taken > 1000, "{refused} {taken}");
}

fn corrupt(problem: &Problem, solution: &mut Solution, dice: &mut Dice) {
    let any = |dice: &mut Dice, count: usize| dice.roll(count.max(1) as u64) as usize;
    let change = dice.number(3) - 1;
    let parts = &mut solution.certificate.as_mut().unwrap().levels;
    let level = any(dice, parts.len());
    match dice.roll(7) {
        0 if !solution.edges.is_empty() => {
            let at = any(dice, solution.edges.len());
            solution.edges.remove(at);
        }
        1 => solution.edges.push(any(dice, problem.edges() + 1)),
        2 if !solution.edges.is_empty() => {
            let at = any(dice, solution.edges.len());
            solution.edges[at] = any(dice, problem.edges());
        }
        3 => {
            parts[level].columns.pop();
        }
        4 => {
            parts.pop();
        }
        5 if problem.rows() > 0 => parts[level].rows[any(dice, problem.rows())] += change,
        _ => parts[level].columns[any(dice, problem.columns())] += change,
    }
}

#[test]
fn prices_far_out_are_taken_up_and_laid_anew() {
    // Two rows want the one place each of two columns: only the difference of their prices is fixed.
    let parts = ProblemParts {
        tier_count: 1,
        tiers: vec![0, 0],
        capacities: vec![1, 1],
        row_starts: vec![0, 2, 4],
        columns: vec![0, 1, 0, 1],
        levels: vec![vec![3, 1, 1, 1]],
        ..ProblemParts::default()
    };
    let problem = Problem::new(parts).unwrap();
    let mut solution = Live::from_nothing(&problem).unwrap().solution();
    let certificate = solution.certificate.as_mut().unwrap();
    certificate.levels[0].rows = vec![0, 0];
    certificate.levels[0].columns = vec![1, 1];
    for far in [1_i64 << 20, 1 << 40, 1 << 50] {
        let certificate = solution.certificate.as_mut().unwrap();
        certificate.levels[1].columns = vec![-far, -far - 1];
        certificate.levels[1].rows = vec![3 + far, 2 + far];
        assert!(proves(&problem, &solution));
        let mut live = Live::new(&problem, &solution).unwrap();
        live.reject(1, 1).unwrap();
        assert_eq!((live.objective().served, live.objective().totals), (&[2][..], &[2][..]));
        assert!(live.certificate().levels[1].columns.iter().all(|price| price.abs() < 100));
    }
    solution.certificate.as_mut().unwrap().levels[1].columns = vec![i64::MIN, i64::MIN];
    assert_eq!(Live::new(&problem, &solution).err(), Some(StartError::Overflow));
    solution.certificate = None;
    assert_eq!(Live::new(&problem, &solution).err(), Some(StartError::NoCertificate));
}

#[test]
fn other_problems_are_refused() {
    let parts = ProblemParts {
        tier_count: 1,
        tiers: vec![0],
        demands: vec![2],
        capacities: vec![1, 1],
        row_starts: vec![0, 2],
        columns: vec![0, 1],
        ..ProblemParts::default()
    };
    let problem = Problem::new(parts).unwrap();
    let solution = network::solve(&problem, &Control::default()).unwrap();
    assert_eq!(Live::from_nothing(&problem).err(), Some(StartError::NotPlain));
    assert_eq!(Live::new(&problem, &solution).err(), Some(StartError::NotPlain));
    assert_eq!(crate::settled::Settled::new(&problem, &solution, 0).err(), Some(StartError::NotPlain));
}

//! Runs that were stopped, or given up.

use super::{Dice, random, solved};
use crate::control::{Control, Progress};
use crate::solution::{SolveError, Status};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

#[test]
fn a_run_stopped_at_once_is_better_than_any_old_matching_and_within_its_bounds() {
    let mut dice = Dice(21);
    let (mut nearer, mut all) = (0, 0);
    for _ in 0..60 {
        let problem = random(&mut dice, 60, 50, 20, &[1000, 50]);
        let best = solved(&problem);
        let control = Control { should_stop: Some(&|| true), ..Control::default() };
        let found = super::super::solve(&problem, &control).unwrap();
        assert_eq!(found.served, best.served);
        assert_eq!(crate::Solution::of(&problem, found.edges.clone()).unwrap().totals, found.totals);
        if found.status == Status::Optimal {
            assert_eq!(found.totals, best.totals);
            continue;
        }
        assert!(found.totals[0] <= best.totals[0] && best.totals[0] <= found.bounds[0]);
        assert!(best.totals[1] <= found.bounds[1]);
        // What is proven is proven by the certificate as far as it goes: the tiers at least.
        assert!(!found.certificate.unwrap().levels.is_empty());
        let any = crate::tiers::Seats::find(&problem, &control).unwrap().seating.edges();
        let any: i64 = any.iter().map(|edge| problem.level(0)[*edge]).sum();
        assert!(any <= found.totals[0]);
        nearer += usize::from(2 * (best.totals[0] - found.totals[0]) < best.totals[0] - any);
        all += 1;
    }
    assert!(all > 30 && nearer > all / 2, "{nearer} of {all}");
}

#[test]
fn whoever_gives_up_gets_no_answer_or_the_whole() {
    let mut dice = Dice(22);
    let problem = random(&mut dice, 80, 60, 20, &[1000, 50]);
    let best = solved(&problem);
    let mut given_up = 0;
    for after in 0..30 {
        let asked = AtomicUsize::new(0);
        let give_up = || asked.fetch_add(1, Ordering::Relaxed) >= after;
        match super::super::solve(&problem, &Control { give_up: Some(&give_up), ..Control::default() }) {
            Ok(solution) => assert_eq!(solution, best),
            Err(error) => {
                assert_eq!(error, SolveError::GivenUp);
                given_up += 1;
            }
        }
    }
    assert!(given_up > 0);
}

#[test]
fn parts_are_told_one_by_one() {
    let mut dice = Dice(23);
    let problem = random(&mut dice, 200, 150, 2, &[1000]);
    let told = Mutex::new(Vec::new());
    let progress = |progress: Progress| told.lock().unwrap().push(progress);
    let solution = super::super::solve(&problem, &Control { progress: Some(&progress), ..Control::default() }).unwrap();
    assert_eq!(solution, solved(&problem));
    let mut told = told.into_inner().unwrap();
    told.sort_by_key(|progress| progress.done);
    assert!(told.len() > 1);
    for (at, progress) in told.iter().enumerate() {
        assert_eq!((progress.done, progress.of), (at + 1, told.len()));
    }
}

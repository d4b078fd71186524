//! The solver on public instances, and beside it a plain Hungarian method on the same, in the same run.
//!
//! Before anything is timed, the instances' checksums and both solvers' answers are compared with what is known.

use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::instances::{
    CLUSTERED, DENSE_COST, Instance, Known, RANDOM, cost, dense, sparse_clustered, sparse_random,
};
use alongside_solver::{Control, Problem, Status};
use criterion::{Criterion, criterion_group, criterion_main};
use pathfinding::kuhn_munkres::kuhn_munkres;
use std::hint::black_box;
use std::time::Duration;

/// Rows served and their total.
type Value = (usize, i64);

/// Both solvers' answer, which must be the same.
fn both(name: &str, instance: &Instance, problem: &Problem) -> Value {
    let solution = alongside_solver::solve(problem, &Control::default());
    let Ok(solution) = solution else {
        assert!(solution.is_ok(), "{name}: {:?}", solution.err());
        return (0, 0);
    };
    assert!(solution.status == Status::Optimal, "{name}: not proven");
    let ours = (solution.served.iter().sum(), solution.totals.iter().sum());
    let theirs = peer(instance);
    assert!(ours == theirs, "{name}: {ours:?}, the peer has {theirs:?}");
    ours
}

fn peer(instance: &Instance) -> Value {
    let (matrix, served) = instance.matrix();
    let (_, columns) = kuhn_munkres(&matrix);
    let cells = columns.iter().enumerate().filter_map(|(row, column)| matrix.get((row, *column)));
    let made: Vec<i64> = cells.copied().filter(|value| *value != 0).collect();
    (made.len(), made.iter().map(|value| value - served).sum())
}

fn known(name: &str, instance: &Instance, known: &Known) {
    assert!((instance.edges.len(), instance.sum()) == (known.edges, known.sum), "{name}: another instance");
}

fn solve(criterion: &mut Criterion<CpuTime>) {
    let instances = [
        ("sr1k20", sparse_random(1000, 1000, 20, 105, false), Some(RANDOM)),
        ("sc1k20", sparse_clustered(1000, 900, 20, 205), Some(CLUSTERED)),
        ("capacities 1 to 5, 1000 by 400", sparse_random(1000, 400, 30, 301, true), None),
        ("u500", dense(500, 1500), None),
    ];
    let mut group = criterion.benchmark_group("solve");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(3));
    for (name, instance, expected) in &instances {
        if let Some(expected) = expected {
            known(name, instance, expected);
        }
        let Ok(problem) = instance.problem() else { continue };
        let value = both(name, instance, &problem);
        if let Some(expected) = expected {
            assert!(value == (expected.served, expected.total), "{name}: {value:?} is not the known optimum");
        }
        if *name == "u500" {
            assert_dense(&problem);
        }
        group.bench_function(format!("{name}/alongside"), |bencher| {
            bencher.iter(|| alongside_solver::solve(black_box(&problem), &Control::default()));
        });
        let (matrix, _) = instance.matrix();
        group.bench_function(format!("{name}/kuhn_munkres"), |bencher| {
            bencher.iter(|| kuhn_munkres(black_box(&matrix)));
        });
    }
    group.finish();
}

/// The units of 2^-40 are fine enough: the assignment's exact cost is the known one.
fn assert_dense(problem: &Problem) {
    let Ok(solution) = alongside_solver::solve(problem, &Control::default()) else { return };
    let assignment = solution.assignment(problem);
    let made = assignment.iter().enumerate();
    let total: f64 = made.filter_map(|(row, column)| Some(cost(500, 1500, row, (*column)? as usize))).sum();
    assert!((total - DENSE_COST).abs() < 1e-9, "u500: cost {total}");
}

criterion_group! { name = benches; config = cpu::criterion(); targets = solve }
criterion_main!(benches);

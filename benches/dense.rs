//! Full matrices: the solver beside three others, on the same instances in the same run.
//!
//! Before anything is timed, the instances' checksums, every solver's total and the conditions that prove ours are
//! compared with what is known. `lapjv` takes square matrices only, `pathfinding` whole numbers and no more rows than
//! columns: where they cannot run they are left out, and so is a peer that took three seconds to
//! be compared. Beyond 2000 a side, and for the product matrix of that size, only ours runs.

use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::instances::dense::{self, Dense, KNOWN, constant};
use alongside_solver::Control;
use alongside_solver::dense::{Assignment, Matrix, solve};
use criterion::{BenchmarkGroup, Criterion, SamplingMode, criterion_group, criterion_main};
use pathfinding::kuhn_munkres::kuhn_munkres_min;
use std::hint::black_box;
use std::time::{Duration, Instant};

/// Most cells that the peers are given.
const PEERS: usize = 2000 * 2000;
/// Longest that one run of a peer may take to be measured.
const PATIENCE: Duration = Duration::from_secs(3);

/// What it gave, if that did not take too long to be measured.
fn patiently<R>(run: impl FnOnce() -> R) -> (R, bool) {
    let start = Instant::now();
    let result = run();
    (result, start.elapsed() < PATIENCE)
}

fn ours(instance: &Dense) -> Option<Assignment> {
    let matrix = Matrix::new(instance.rows, instance.columns, &instance.cells).ok()?;
    solve(&matrix, &Control::default()).ok()?
}

fn total(instance: &Dense, pairs: impl Iterator<Item = (usize, usize)>) -> f64 {
    pairs.filter_map(|(row, column)| instance.cells.get(row * instance.columns + column)).sum()
}

fn same(name: &str, who: &str, found: f64, known: f64) {
    assert!((found - known).abs() <= 1e-9 * known.abs().max(1.0), "{name}: {who} has {found}, known is {known}");
}

/// Asserts that the potentials prove the assignment to be the best.
fn assert_proven(name: &str, instance: &Dense, assignment: &Assignment) {
    let scale = 2f64.powi(assignment.quantisation.shift);
    let rows = instance.cells.chunks(instance.columns.max(1)).zip(&assignment.row_potentials);
    for ((cells, u), chosen) in rows.zip(&assignment.columns) {
        for ((column, cell), v) in cells.iter().enumerate().zip(&assignment.column_potentials) {
            let cost = ((cell - assignment.quantisation.offset) * scale).round_ties_even() as i64;
            let pair = *chosen == Some(column as u32);
            assert!(u + v <= cost && (!pair || u + v == cost), "{name}: column {column} proves nothing");
        }
    }
}

fn peers(group: &mut BenchmarkGroup<'_, CpuTime>, name: &str, instance: &Dense, known: f64) {
    let shape = (instance.rows, instance.columns);
    if let Ok(matrix) = lapjv::Matrix::from_shape_vec(shape, instance.cells.clone())
        && instance.rows == instance.columns
        && let (Ok((columns, _)), quick) = patiently(|| lapjv::lapjv(&matrix))
    {
        same(name, "lapjv", total(instance, columns.into_iter().enumerate()), known);
        if quick {
            group.bench_function(format!("{name}/lapjv"), |bencher| {
                bencher.iter(|| lapjv::lapjv(black_box(&matrix)));
            });
        }
    }
    let lsap = |cells: &Vec<f64>| lsap::solve(instance.rows, instance.columns, cells, false);
    if let (Ok((rows, columns)), quick) = patiently(|| lsap(&instance.cells)) {
        same(name, "lsap", total(instance, rows.into_iter().zip(columns)), known);
        if quick {
            group.bench_function(format!("{name}/lsap"), |bencher| bencher.iter(|| lsap(black_box(&instance.cells))));
        }
    }
    if instance.cells.iter().all(|cell| cell.fract() == 0.0) && instance.rows <= instance.columns {
        let cells = instance.cells.iter().map(|cell| *cell as i64).collect();
        let Ok(matrix) = pathfinding::matrix::Matrix::from_vec(instance.rows, instance.columns, cells) else { return };
        let ((cost, _), quick) = patiently(|| kuhn_munkres_min(&matrix));
        same(name, "pathfinding", cost as f64, known);
        if quick {
            group.bench_function(format!("{name}/pathfinding"), |bencher| {
                bencher.iter(|| kuhn_munkres_min(black_box(&matrix)));
            });
        }
    }
}

fn measure(group: &mut BenchmarkGroup<'_, CpuTime>, name: &str, instance: &Dense, known: Option<f64>) {
    let Some(assignment) = ours(instance) else {
        assert!(instance.cells.is_empty(), "{name}: not solved");
        return;
    };
    let known = known.unwrap_or(assignment.cost);
    same(name, "ours", assignment.cost, known);
    assert_proven(name, instance, &assignment);
    group.bench_function(format!("{name}/alongside"), |bencher| bencher.iter(|| ours(black_box(instance))));
    if instance.cells.len() <= PEERS && name != "prod2000" {
        peers(group, name, instance, known);
    }
}

fn benches(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("dense");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(600));
    for (name, known) in KNOWN {
        let Some(instance) = dense::named(name) else { continue };
        assert!((instance.sum() - known.sum).abs() <= 1e-12 * known.sum, "{name}: another instance");
        measure(&mut group, name, &instance, Some(known.cost));
    }
    measure(&mut group, "constant 2000", &constant(2000, 7.0), Some(14_000.0));
    group.finish();
    integers(criterion);
}

/// The same costs in narrower numbers.
fn integers(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("dense in 16 bits");
    group.sample_size(10).sampling_mode(SamplingMode::Flat);
    group.warm_up_time(Duration::from_millis(100)).measurement_time(Duration::from_millis(600));
    for name in ["real1000", "real2000", "real5000", "geo2000"] {
        let Some(instance) = dense::named(name) else { continue };
        #[expect(clippy::cast_sign_loss, reason = "costs are not below 0")]
        let cells: Vec<u16> = instance.cells.iter().map(|cell| *cell as u16).collect();
        let Ok(matrix) = Matrix::new(instance.rows, instance.columns, &cells) else { continue };
        group.bench_function(format!("{name}/alongside"), |bencher| {
            bencher.iter(|| solve(black_box(&matrix), &Control::default()));
        });
    }
    group.finish();
}

criterion_group! { name = all; config = cpu::criterion(); targets = benches }
criterion_main!(all);

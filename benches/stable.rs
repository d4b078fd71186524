//! Stable assignments on public instances: the processor's time of the whole, preference lists sorted included.
//!
//! Rows order columns by the instance's values, columns order rows by numbers of their own; then both sides by few
//! values, so that there are many ties. Before anything is timed, no pair is found to block.

use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::dice::unit;
use alongside_benches::instances::sparse::named;
use alongside_solver::stable::{How, Method, Orders, blocking_pairs, solve};
use alongside_solver::{Problem, ProblemParts};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

const INSTANCES: [&str; 4] = ["br10k30", "bc10k30", "sr100k20", "sc100k20"];

fn stable(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("stable");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(4));
    for name in INSTANCES {
        let Some(recipe) = named(name) else { continue };
        let sparse = recipe.make();
        let own = |edge: usize| (1e6 * unit(recipe.seed, 40, edge as u64)) as i64;
        let columns: Vec<i64> = (0..sparse.columns.len()).map(own).collect();
        let few = |scores: &[i64]| -> Vec<i64> {
            let most = scores.iter().max().map_or(1, |most| most + 1);
            scores.iter().map(|score| 5 * score / most).collect()
        };
        let parts = ProblemParts {
            tier_count: 1,
            tiers: vec![0; recipe.rows],
            capacities: sparse.capacities,
            row_starts: sparse.row_starts,
            columns: sparse.columns,
            ..ProblemParts::default()
        };
        let Ok(problem) = Problem::new(parts) else { continue };
        let tied = (few(&sparse.values), few(&columns));
        for (kind, rows, columns) in [("fine", &sparse.values, &columns), ("ties", &tied.0, &tied.1)] {
            let Ok(orders) = Orders::new(&problem, rows, columns) else { continue };
            for method in [Method::BestForRows, Method::Larger] {
                let how = How { method, ..How::default() };
                let found = solve(&orders, &how).map(|found| blocking_pairs(&orders, &found.edges, &[]));
                assert!(found == Ok(Ok(vec![])), "{name}: not stable");
                group.bench_function(format!("{name}/{kind}/{method:?}"), |bencher| {
                    bencher.iter(|| solve(black_box(&orders), black_box(&how)));
                });
            }
        }
    }
    group.finish();
}

criterion_group!(name = benches; config = cpu::criterion(); targets = stable);
criterion_main!(benches);

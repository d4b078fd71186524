//! One level of one part: the core alone on instances in which everybody can be served, then the whole solver on the
//! clustered ones, which come apart first. Before anything is timed, checksums and optima are compared with what others
//! found.

use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::instances::sparse::{Recipe, Sparse, named};
use alongside_solver::solve::solve;
use alongside_solver::transport::{self, Transport};
use alongside_solver::{Control, Problem, ProblemError, ProblemParts};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

/// An instance, made and compared with its recipe.
fn made(name: &str) -> Option<(&'static Recipe, Sparse)> {
    let recipe = named(name)?;
    let sparse = recipe.make();
    assert!(
        (sparse.columns.len(), sparse.values.iter().sum()) == (recipe.edges, recipe.sum),
        "{name}: another instance"
    );
    Some((recipe, sparse))
}

fn core(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("transport");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(3));
    for name in ["sr1k20", "sr10k20", "sr10k50", "br10k30", "sr100k20", "sr100k50"] {
        let Some((recipe, sparse)) = made(name) else { continue };
        let places: u32 = sparse.capacities.iter().sum();
        let (demands, required) = (vec![1; recipe.rows], vec![places as usize == recipe.rows; recipe.columns]);
        let transport = Transport {
            starts: &sparse.row_starts,
            items: &sparse.columns,
            values: &sparse.values,
            demands: &demands,
            capacities: &sparse.capacities,
            required: &required,
        };
        let plan = transport::solve(&transport, &Control::default());
        let total = plan.map(|plan| plan.map(|plan| plan.chosen.iter().map(|edge| value(&sparse, *edge)).sum()));
        assert!(total == Ok(Some(recipe.total)), "{name}: {total:?} is not the known optimum");
        group.bench_function(name, |bencher| {
            bencher.iter(|| transport::solve(black_box(&transport), &Control::default()));
        });
    }
    group.finish();
}

fn value(sparse: &Sparse, edge: u32) -> i64 {
    sparse.values.get(edge as usize).copied().unwrap_or(0)
}

fn problem(recipe: &Recipe, sparse: &Sparse) -> Result<Problem, ProblemError> {
    Problem::new(ProblemParts {
        tier_count: 1,
        tiers: vec![0; recipe.rows],
        capacities: sparse.capacities.clone(),
        row_starts: sparse.row_starts.clone(),
        columns: sparse.columns.clone(),
        levels: vec![sparse.values.clone()],
        ..ProblemParts::default()
    })
}

fn whole(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("solver");
    group.sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(3));
    for name in ["sr10k20", "sc10k20", "sc10k50", "br10k30", "bc10k30", "sr100k20", "sc100k20", "sc100k50"] {
        let Some((recipe, sparse)) = made(name) else { continue };
        let Ok(problem) = problem(recipe, &sparse) else { continue };
        let solution = solve(&problem, &Control::default());
        let best = solution.map(|solution| (solution.served.iter().sum(), solution.totals.iter().sum()));
        assert!(best == Ok((recipe.served, recipe.total)), "{name}: {best:?} is not the known optimum");
        group.bench_function(name, |bencher| bencher.iter(|| solve(black_box(&problem), &Control::default())));
    }
    group.finish();
}

criterion_group! { name = benches; config = cpu::criterion(); targets = core, whole }
criterion_main!(benches);

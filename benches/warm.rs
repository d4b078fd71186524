//! Solving again after an edit, and asking what else could be: the processor's time of each edit and each question.
//!
//! Edits of every kind are drawn one after another and made on one and the same state, which wanders off from the
//! public instance it begins with. At the end its certificate is checked by other code, and its objective, and where
//! lots decide its pairs too, are compared with a cold solve.

#![allow(clippy::print_stdout, reason = "percentiles are what these measurements are for")]

use alongside_benches::cpu::{self, CpuTime, now};
use alongside_benches::instances::edits::{Editor, KINDS, Kind, problem, value_of};
use alongside_benches::instances::sparse::{Recipe, Sparse, named};
use alongside_solver::settled::Settled;
use alongside_solver::solve::solve;
use alongside_solver::verify::verify;
use alongside_solver::warm::Live;
use alongside_solver::{Control, Problem, Solution};
use criterion::{Criterion, criterion_group, criterion_main};
use std::time::Duration;

/// The instance, and how many edits of each kind are made.
const INSTANCES: [(&str, usize); 4] = [("sc10k20", 500), ("bc10k30", 500), ("sr10k20", 200), ("sc100k20", 100)];

/// What is measured: a kind of edit or question, and the processor's time of each.
#[derive(Debug, Default)]
struct Times(Vec<Duration>);

impl Times {
    fn time<R>(&mut self, run: impl FnOnce() -> R) -> R {
        let start = now();
        let result = run();
        self.0.push(now().saturating_sub(start));
        result
    }

    fn print(&mut self, name: &str, what: &str) {
        self.0.sort_unstable();
        let last = self.0.len().saturating_sub(1);
        let at = |part: usize| self.0.get(last * part / 100).map_or(0.0, |time| time.as_secs_f64() * 1e6);
        let [median, p90, p99, most] = [50, 90, 99, 100].map(at);
        let count = self.0.len();
        println!(
            "{name:20} {what:18} {count:5} times  median {median:9.1}  p90 {p90:9.1}  p99 {p99:9.1}  max {most:9.1} us"
        );
    }
}

fn edits(name: &str, sparse: &Sparse, seeded: bool, live: &mut Live, each: usize) {
    let mut editor = Editor::new(sparse, seeded, 1);
    let mut times: Vec<Times> = KINDS.iter().map(|_| Times::default()).collect();
    for _ in 0..each {
        for (kind, times) in KINDS.iter().zip(&mut times) {
            let Some(edit) = editor.draw(*kind, live) else { continue };
            let made = times.time(|| edit.make(live));
            assert!(made.is_ok(), "{name}: {edit:?}: {made:?}");
        }
    }
    check(name, seeded, live);
    let mut all = Times(times.iter().flat_map(|times| times.0.iter().copied()).collect());
    for (kind, times) in KINDS.iter().zip(&mut times) {
        times.print(name, &format!("{kind:?}"));
    }
    all.print(name, "all edits");
}

fn check(name: &str, seeded: bool, live: &Live) {
    let solution = live.solution();
    let Ok(problem) = live.problem() else { return };
    let verified = solution.certificate.as_ref().map(|certificate| verify(&problem, &solution.edges, certificate));
    assert!(matches!(verified, Some(Ok(_))), "{name}: {verified:?}");
    let cold = solve(&problem, &Control::default());
    let value = |solution: Solution| (solution.served, solution.totals, seeded.then_some(solution.edges));
    assert!(cold.map(value) == Ok(value(solution)), "{name}: a cold solve has another answer");
}

fn questions(name: &str, problem: &Problem, solution: &Solution, levels: usize) {
    let (mut start, mut pairs, mut shadow) = (Times::default(), Times::default(), Times::default());
    let settled = start.time(|| Settled::new(problem, solution, levels));
    assert!(settled.is_ok(), "{name}: {:?}", settled.as_ref().err());
    let Ok(mut settled) = settled else { return };
    pairs.time(|| settled.pairs());
    shadow.time(|| settled.shadow_prices());
    let (mut forbid, mut force) = (Times::default(), Times::default());
    for (row, column) in (0..).zip(solution.assignment(problem)).step_by(problem.rows() / 200) {
        if let Some(column) = column {
            forbid.time(|| settled.forbid(row, column));
        }
        if let Some(edge) = problem.edges_of(row as usize).next() {
            let column = problem.edge_columns().get(edge).copied().unwrap_or(0);
            force.time(|| settled.force(row, column));
        }
    }
    for (times, what) in [
        (&mut start, "taking up"),
        (&mut pairs, "settled pairs"),
        (&mut shadow, "shadow prices"),
        (&mut forbid, "price to forbid"),
        (&mut force, "price to force"),
    ] {
        times.print(name, what);
    }
}

/// A pair barred and allowed again, for the record of the benchmark: the state stays as it is.
fn there_and_back(criterion: &mut Criterion<CpuTime>, name: &str, sparse: &Sparse, live: &mut Live) {
    let mut editor = Editor::new(sparse, false, 2);
    criterion.benchmark_group("warm").bench_function(format!("{name}/bar a pair"), |bencher| {
        bencher.iter_custom(|times| {
            let mut took = Duration::ZERO;
            let mut left = times;
            while left > 0 {
                let Some(edit) = editor.draw(Kind::Reject, live) else { continue };
                let Some((row, column)) = edit.pair() else { continue };
                let start = now();
                let made = edit.make(live).is_ok();
                took += now().saturating_sub(start);
                let back = live.set_pair(row, column, &[value_of(sparse, row, column).unwrap_or(0)]);
                assert!(made && back.is_ok(), "{name}: {edit:?}");
                left -= 1;
            }
            took
        });
    });
}

fn instance(criterion: &mut Criterion<CpuTime>, recipe: &Recipe, each: usize) {
    let sparse = recipe.make();
    let sum: i64 = sparse.values.iter().sum();
    assert!((sparse.columns.len(), sum) == (recipe.edges, recipe.sum), "{}: another instance", recipe.name);
    for seeded in [false, true] {
        let name = format!("{}{}", recipe.name, if seeded { " and lots" } else { "" });
        let Ok(problem) = problem(&sparse, seeded) else { continue };
        let Ok(solution) = solve(&problem, &Control::default()) else { continue };
        let value = (solution.served.iter().sum(), solution.totals.first().copied());
        assert!(value == (recipe.served, Some(recipe.total)), "{name}: {value:?} is not the known optimum");
        questions(&name, &problem, &solution, 1);
        let live = Live::new(&problem, &solution);
        assert!(live.is_ok(), "{name}: {:?}", live.as_ref().err());
        let Ok(mut live) = live else { continue };
        if !seeded && recipe.rows <= 10_000 {
            there_and_back(criterion, &name, &sparse, &mut live);
        }
        edits(&name, &sparse, seeded, &mut live, each);
    }
}

fn warm(criterion: &mut Criterion<CpuTime>) {
    for (name, each) in INSTANCES {
        if let Some(recipe) = named(name) {
            instance(criterion, recipe, each);
        }
    }
}

fn config() -> Criterion<CpuTime> {
    cpu::criterion().sample_size(10).warm_up_time(Duration::from_millis(300)).measurement_time(Duration::from_secs(1))
}

criterion_group! { name = benches; config = config(); targets = warm }
criterion_main!(benches);

//! Solving again after an edit: the processor's time of each of many edits, kind by kind.

use alongside_benches::cpu;
use alongside_benches::instances::edits::{Editor, KINDS, problem};
use alongside_benches::instances::sparse::named;
use alongside_solver::verify::verify;
use alongside_solver::warm::Live;
use std::time::{Duration, Instant};

fn main() {
    let edits: usize = std::env::var("EDITS").ok().and_then(|n| n.parse().ok()).unwrap_or(200);
    let names = std::env::args().skip(1).filter(|a| !a.starts_with("--")).collect::<Vec<_>>();
    for name in names {
        let recipe = named(&name).unwrap();
        let sparse = recipe.make();
        for seeded in [false, true] {
            let start = Instant::now();
            let mut live = Live::from_nothing(&problem(&sparse, seeded).unwrap()).unwrap();
            println!("{name} seeded {seeded}: cold {:?}", start.elapsed());
            assert_eq!((live.objective().served[0], live.objective().totals[0]), (recipe.served, recipe.total));
            let mut editor = Editor::new(&sparse, seeded, 1);
            let mut all: Vec<Vec<Duration>> = vec![Vec::new(); KINDS.len()];
            for at in 0..edits * KINDS.len() {
                let kind = at % KINDS.len();
                let Some(edit) = editor.next(KINDS[kind], &live) else { continue };
                let start = cpu::now();
                let done = edit.make(&mut live);
                let took = cpu::now() - start;
                done.unwrap();
                all[kind].push(took);
            }
            let problem = live.problem().unwrap();
            let solution = live.solution();
            verify(&problem, &solution.edges, solution.certificate.as_ref().unwrap()).unwrap();
            let cold = Live::from_nothing(&problem).unwrap();
            assert_eq!(cold.objective(), live.objective());
            if seeded { assert_eq!(cold.solution().edges, solution.edges); }
            let mut every: Vec<Duration> = all.iter().flatten().copied().collect();
            for (kind, times) in KINDS.iter().zip(&mut all) {
                report(&format!("{kind:?}"), times);
            }
            report("all", &mut every);
        }
    }
}

fn report(what: &str, times: &mut [Duration]) {
    times.sort_unstable();
    let at = |part: usize| times[(times.len() - 1) * part / 1000].as_secs_f64() * 1e6;
    println!("{what:14} {:5} edits: median {:8.1} p90 {:8.1} p99 {:8.1} max {:8.1} us", times.len(), at(500), at(900), at(990), at(1000));
}

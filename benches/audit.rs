//! Asking everything again.

use alongside::audit::{Proof, audit};
use alongside::{Engine, Programme};
use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::people::{Supply, document};
use criterion::{BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

/// People on each side.
const SIZES: [usize; 3] = [100, 500, 1000];

fn audits(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("audit");
    // The slowest take seconds: once a sample is enough.
    group.sampling_mode(SamplingMode::Flat);
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    for people in SIZES {
        for supply in Supply::ALL {
            let Ok(built) = Programme::from_json(&document(people, supply)) else { return };
            let Ok(outcome) = Engine::new().run(&built.programme) else { return };
            let found = audit(&built.programme, &outcome);
            assert!(found.is_clean() && found.checked.proof == Proof::EveryLevel, "{:?}", found.findings);
            group.bench_with_input(BenchmarkId::new(supply.name(), people), &outcome, |bencher, outcome| {
                bencher.iter(|| audit(black_box(&built.programme), outcome));
            });
        }
    }
    group.finish();
}

criterion_group! { name = benches; config = cpu::criterion(); targets = audits }
criterion_main!(benches);

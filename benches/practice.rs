//! Whole runs of programmes as practice has them: every kind of made-up programme with all that it asks, several programmes
//! in one run, and limits beyond places, beside the same people without them.

use alongside::Engine;
use alongside::synthetic::Scheme;
use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::practice::{Beside, programme};
use criterion::{BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

fn practice(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("practice");
    // The slowest take seconds: once a sample is enough.
    group.sampling_mode(SamplingMode::Flat);
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    let cases = Scheme::ALL.map(|scheme| (scheme.name(), scheme, Beside::Nothing, &[100, 1000][..]));
    let beside = [
        ("befriending, several programmes", Scheme::Befriending, Beside::Programmes, &[100, 1000][..]),
        ("care-leavers, several programmes", Scheme::CareLeavers, Beside::Programmes, &[100, 1000][..]),
        ("befriending, hours and times", Scheme::Befriending, Beside::Limits, &[30, 100, 300][..]),
    ];
    for (name, scheme, beside, sizes) in cases.into_iter().chain(beside) {
        for people in sizes {
            let made = programme(scheme, *people, beside);
            let Ok(made) = made else {
                assert!(made.is_ok(), "the programme made for the measurement is not sound: {:?}", made.err());
                return;
            };
            let Ok(outcome) = Engine::new().run(&made) else { return };
            assert!(outcome.totals.served * 8 > *people as usize, "{name}, {people}: {:?}", outcome.totals);
            group.bench_with_input(BenchmarkId::new(name, people), &made, |bencher, made| {
                bencher.iter(|| Engine::new().run(black_box(made)));
            });
        }
    }
    group.finish();
}

criterion_group! { name = benches; config = cpu::criterion(); targets = practice }
criterion_main!(benches);

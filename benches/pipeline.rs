//! From the text of a programme to its outcome.

use alongside::{Engine, Programme};
use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::people::{Supply, document};
use criterion::{BenchmarkId, Criterion, SamplingMode, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

/// People on each side.
const SIZES: [usize; 3] = [100, 500, 1000];

fn pipeline(criterion: &mut Criterion<CpuTime>) {
    let mut group = criterion.benchmark_group("pipeline");
    // The slowest take seconds: once a sample is enough.
    group.sampling_mode(SamplingMode::Flat);
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    for people in SIZES {
        for supply in Supply::ALL {
            let text = document(people, supply);
            let name = |step: &str| BenchmarkId::new(format!("{step}/{}", supply.name()), people);
            let read = Programme::from_json(&text);
            let Ok(built) = read else {
                assert!(read.is_ok(), "the programme made for the measurement is not sound: {:?}", read.err());
                return;
            };
            group.bench_with_input(name("read"), &text, |bencher, text| {
                bencher.iter(|| Programme::from_json(black_box(text)));
            });
            group.bench_with_input(name("run"), &built.programme, |bencher, programme| {
                bencher.iter(|| Engine::new().run(black_box(programme)));
            });
        }
    }
    group.finish();
}

criterion_group! { name = benches; config = cpu::criterion(); targets = pipeline }
criterion_main!(benches);

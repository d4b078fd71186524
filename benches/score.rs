//! Screening and scoring, pair by pair.

use alongside::Programme;
use alongside::candidates::CandidateGraph;
use alongside::compile::Compiled;
use alongside::criteria::Criteria;
use alongside::eligibility::Rules;
use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::people::{Supply, document};
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

const PEOPLE: usize = 1000;

fn score(criterion: &mut Criterion<CpuTime>) {
    let Ok(built) = Programme::from_json(&document(PEOPLE, Supply::Ample)) else { return };
    let compiled = Compiled::new(built.programme.matching());
    let (rules, criteria) = (Rules::new(&compiled), Criteria::new(&compiled));
    let pairs = || (0..PEOPLE).flat_map(|mentee| (0..PEOPLE).map(move |mentor| (mentee, mentor)));
    let candidates = CandidateGraph::new(&compiled, &rules, &criteria).len();
    assert!(candidates > PEOPLE, "{candidates} candidates among {PEOPLE} by {PEOPLE}");

    let mut group = criterion.benchmark_group("score");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(3));
    group.throughput(cpu::pairs(PEOPLE));
    group.bench_function("screen", |bencher| {
        bencher.iter(|| pairs().filter(|(mentee, mentor)| rules.allow(*mentee, *mentor)).count());
    });
    group.bench_function("score", |bencher| {
        bencher.iter(|| pairs().map(|(mentee, mentor)| criteria.fit(mentee, mentor)).max());
    });
    group.bench_function("screen, then score those allowed", |bencher| {
        bencher.iter(|| CandidateGraph::new(black_box(&compiled), &rules, &criteria).len());
    });
    group.bench_function("compile", |bencher| {
        bencher.iter(|| Compiled::new(black_box(built.programme.matching())).mentees());
    });
    group.finish();
}

criterion_group! { name = benches; config = cpu::criterion(); targets = score }
criterion_main!(benches);

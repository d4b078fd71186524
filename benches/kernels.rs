//! Pairs a second of the kernels, on one core: the one that other engines were measured on, that of the made-up
//! country, and that of a programme with every rule and criterion.

use alongside::Programme;
use alongside::candidates::ProgrammePairs;
use alongside::compile::Compiled;
use alongside::criteria::Criteria;
use alongside::eligibility::Rules;
use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::micro;
use alongside_benches::people::{Supply, document};
use alongside_benches::population::{Country, Variant};
use alongside_solver::pairs::{AllPairs, Bar, Found, Rectangle, keep};
use criterion::{BenchmarkGroup, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

const MENTORS: usize = 8192;
const MENTEES: usize = 64;

fn group<'a>(criterion: &'a mut Criterion<CpuTime>, name: &str) -> BenchmarkGroup<'a, CpuTime> {
    let mut group = criterion.benchmark_group(name);
    group.sample_size(10).warm_up_time(Duration::from_millis(200)).measurement_time(Duration::from_secs(1));
    group
}

type Kernel = fn(&micro::Row, &[micro::Block], &mut [micro::Lanes<i32>]);

/// Blocks that fit, with what is computed of them, into the cache nearest to the processor.
const TILE: usize = 4;

fn features(criterion: &mut Criterion<CpuTime>) {
    let blocks = micro::mentors(MENTORS);
    let mentees: Vec<micro::Row> = (0..MENTEES as u64).map(micro::mentee).collect();
    let kernels: [(&str, Kernel); 3] = [("best", micro::best), ("avx2", micro::avx2), ("baseline", micro::baseline)];
    for mentee in &mentees {
        let sums = kernels.map(|(_, kernel)| {
            let mut values = vec![[0; micro::LANES]; blocks.len()];
            kernel(mentee, &blocks, &mut values);
            values
        });
        assert!(sums.iter().all(|others| *others == sums[0]), "instruction sets differ");
    }
    let mut group = group(criterion, "kernel of five features");
    group.throughput(Throughput::Elements((MENTORS * MENTEES) as u64));
    let mut measure = |name: &str, kernel: Kernel, tile: usize| {
        let mut values = vec![[0; micro::LANES]; tile];
        group.bench_function(name, |bencher| {
            bencher.iter(|| {
                for blocks in blocks.chunks(tile) {
                    for mentee in &mentees {
                        kernel(black_box(mentee), blocks, &mut values);
                        black_box(&values);
                    }
                }
            });
        });
    };
    for (name, kernel) in kernels {
        measure(name, kernel, TILE);
    }
    measure("best, all mentors before the next mentee", micro::best, blocks.len());
    group.finish();
}

/// All pairs of a source by tiles of 2048 columns that come to a bar: every one, or the few that rounds look for.
fn pass<S: AllPairs>(source: &S, rows: usize, least: i32) -> usize {
    let zero = vec![0; 2048];
    let mut found = Found::default();
    let ready: Vec<S::Row> = (0..rows).map(|row| source.prepare(row)).collect();
    let mut pairs = 0;
    for from in (0..source.columns()).step_by(2048) {
        let tile = from..source.columns().min(from + 2048);
        for row in &ready {
            let Some(prices) = zero.get(..tile.len()) else { continue };
            found.clear();
            source.find(row, tile.clone(), Bar::new(&[1], least, prices), &mut found);
            pairs += found.pairs.len();
        }
    }
    pairs
}

/// No pair has less.
const OPEN: i32 = i32::MIN / 2;

fn country(criterion: &mut Criterion<CpuTime>) {
    let Some(variant) = Variant::named("NB") else { return };
    let scores = Country::new(1, MENTORS, variant).scores();
    let mut group = group(criterion, "kernel of the made-up country");
    group.throughput(Throughput::Elements((MENTORS * MENTEES) as u64));
    group.bench_function("values", |bencher| bencher.iter(|| pass(black_box(&scores), MENTEES, OPEN)));
    let rectangle = Rectangle { rows: 0..1024, columns: 0..scores.columns() };
    group.throughput(Throughput::Elements((MENTORS * 1024) as u64));
    for (per_row, per_column) in [(20, 0), (20, 5)] {
        let name = format!("values, best {per_row} a row, {per_column} a column");
        group.bench_function(name, |bencher| {
            bencher.iter(|| keep(&scores, &rectangle, per_row, per_column).map(|kept| kept.rows.pairs()));
        });
    }
    group.finish();
}

fn programme(criterion: &mut Criterion<CpuTime>) {
    let Ok(built) = Programme::from_json(&document(4096, Supply::Ample)) else { return };
    let compiled = Compiled::new(built.programme.matching());
    let (rules, criteria) = (Rules::new(&compiled), Criteria::new(&compiled));
    let Some(pairs) = ProgrammePairs::new(&compiled, &rules, &criteria) else { return };
    let mut group = group(criterion, "kernel of a programme with every rule and criterion");
    group.throughput(Throughput::Elements((4096 * MENTEES) as u64));
    group.bench_function("every pair", |bencher| bencher.iter(|| pass(black_box(&pairs), MENTEES, OPEN)));
    for share in [50, 75] {
        let least = pairs.most(0) / 100 * share;
        let name = format!("pairs of {share} % of the greatest fit and more");
        group.bench_function(name, |bencher| bencher.iter(|| pass(black_box(&pairs), MENTEES, least)));
    }
    let rectangle = Rectangle { rows: 0..1024, columns: 0..pairs.columns() };
    group.throughput(Throughput::Elements((4096 * 1024) as u64));
    group.bench_function("best 20 a row, 5 a column", |bencher| {
        bencher.iter(|| keep(&pairs, &rectangle, 20, 5).map(|kept| kept.rows.pairs()));
    });
    group.bench_function("laying out 4096 by 4096", |bencher| {
        bencher.iter(|| ProgrammePairs::new(&compiled, &rules, &criteria).map(|pairs| pairs.columns()));
    });
    group.finish();
}

criterion_group! { name = benches; config = cpu::criterion(); targets = features, country, programme }
criterion_main!(benches);

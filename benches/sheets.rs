//! Reading a sheet with every field, beside the `csv` crate that only takes the same bytes apart.

use alongside::input::{Document, Notation};
use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::people::programme;
use alongside_benches::sheet::mentors;
use alongside_sheets::{Overrides, read_people};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use std::hint::black_box;
use std::time::Duration;

const SIZES: [usize; 2] = [10_000, 100_000];

fn sheets(criterion: &mut Criterion<CpuTime>) {
    let Ok(document) = Document::parse(&programme().to_string(), Notation::Json, None) else { return };
    let Ok(folder) = tempfile::tempdir() else { return };
    let mut group = criterion.benchmark_group("sheets");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(4));
    for rows in SIZES {
        let sheet = mentors(rows);
        let path = folder.path().join("mentors.csv");
        let written = std::fs::write(&path, &sheet);
        assert!(written.is_ok(), "the sheet cannot be written: {written:?}");
        let overrides = Overrides { mentors: Some(path), ..Overrides::default() };
        let (people, issues, ..) = read_people(&document, folder.path(), &overrides);
        assert!(people.len() == rows && !issues.has_errors(), "{} of {rows} rows: {issues}", people.len());

        group.throughput(Throughput::Bytes(sheet.len() as u64));
        group.bench_with_input(BenchmarkId::new("read_people", rows), &overrides, |bencher, overrides| {
            bencher.iter(|| read_people(black_box(&document), folder.path(), overrides).0.len());
        });
        group.bench_with_input(BenchmarkId::new("csv, fields counted", rows), &sheet, |bencher, sheet| {
            bencher.iter(|| {
                let mut reader = csv::Reader::from_reader(black_box(sheet.as_bytes()));
                let (mut record, mut fields) = (csv::StringRecord::new(), 0);
                while matches!(reader.read_record(&mut record), Ok(true)) {
                    fields += record.iter().filter(|field| !field.is_empty()).count();
                }
                fields
            });
        });
        group.bench_with_input(BenchmarkId::new("csv, fields kept", rows), &sheet, |bencher, sheet| {
            bencher.iter(|| {
                let mut reader = csv::Reader::from_reader(black_box(sheet.as_bytes()));
                let rows = reader.records().filter_map(Result::ok);
                let rows = rows.map(|row| row.iter().map(str::to_owned).collect::<Vec<_>>());
                rows.collect::<Vec<_>>().len()
            });
        });
    }
    group.finish();
}

criterion_group! { name = benches; config = cpu::criterion(); targets = sheets }
criterion_main!(benches);

//! Reading a sheet with every field, beside libraries that only take the same bytes apart: `csv` and `calamine`.

use alongside::input::{Document, Notation};
use alongside_benches::cpu::{self, CpuTime};
use alongside_benches::people::programme;
use alongside_benches::sheet::mentors;
use alongside_sheets::{Files, Overrides, read_people, read_sheets_from};
use calamine::{Reader, Xlsx};
use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use rust_xlsxwriter::{Workbook, XlsxError};
use std::collections::BTreeMap;
use std::hint::black_box;
use std::io::Cursor;
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

/// The same rows as a workbook, whole numbers as numbers.
fn as_workbook(sheet: &str) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let worksheet = book.add_worksheet();
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(sheet.as_bytes());
    for (row, record) in (0..).zip(reader.records().filter_map(Result::ok)) {
        for (column, cell) in (0..).zip(record.iter()).filter(|(_, cell)| !cell.is_empty()) {
            match cell.parse::<u32>() {
                Ok(number) => worksheet.write_number(row, column, number)?,
                Err(_) => worksheet.write_string(row, column, cell)?,
            };
        }
    }
    book.save_to_buffer()
}

fn workbooks(criterion: &mut Criterion<CpuTime>) {
    let mut programme = programme();
    if let Some(programme) = programme.as_object_mut() {
        programme.insert("sheets".to_owned(), serde_json::json!({ "mentors": { "file": "mentors.xlsx" } }));
    }
    let Ok(document) = Document::parse(&programme.to_string(), Notation::Json, None) else { return };
    let mut group = criterion.benchmark_group("workbooks");
    group.sample_size(10).warm_up_time(Duration::from_millis(500)).measurement_time(Duration::from_secs(4));
    for rows in SIZES {
        let Ok(workbook) = as_workbook(&mentors(rows)) else { return };
        group.throughput(Throughput::Bytes(workbook.len() as u64));
        let files = BTreeMap::from([("mentors.xlsx".to_owned(), workbook.clone())]);
        let read = read_sheets_from(&document, Files::Held(&files));
        let (people, issues) = (read.people, read.issues);
        assert!(people.len() == rows && !issues.has_errors(), "{} of {rows} rows: {issues}", people.len());
        group.bench_with_input(BenchmarkId::new("read_people", rows), &files, |bencher, files| {
            bencher.iter(|| read_sheets_from(black_box(&document), Files::Held(files)).people.len());
        });
        group.bench_with_input(BenchmarkId::new("calamine, cells counted", rows), &workbook, |bencher, workbook| {
            bencher.iter(|| {
                let book: Result<Xlsx<_>, _> = Xlsx::new(Cursor::new(black_box(workbook.as_slice())));
                let mut cells = 0_usize;
                if let Ok(mut book) = book
                    && let Ok(mut reader) = book.worksheet_cells_reader("Sheet1")
                {
                    while let Ok(Some(_)) = reader.next_cell() {
                        cells += 1;
                    }
                }
                cells
            });
        });
        group.bench_with_input(BenchmarkId::new("calamine, cells kept", rows), &workbook, |bencher, workbook| {
            bencher.iter(|| {
                let book: Result<Xlsx<_>, _> = Xlsx::new(Cursor::new(black_box(workbook.as_slice())));
                book.ok().and_then(|mut book| book.worksheet_range("Sheet1").ok()).map_or(0, |range| range.height())
            });
        });
    }
    group.finish();
}

criterion_group! { name = benches; config = cpu::criterion(); targets = sheets, workbooks }
criterion_main!(benches);

//! The order of rows and columns, and the number of threads, change no byte of a result.

use super::{Example, alongside};
use std::fs;

/// splitmix64, so that every shuffle can be had again.
fn draw(state: &mut u64) -> usize {
    *state = state.wrapping_add(0x9e37_79b9_7f4a_7c15);
    let mut mixed = (*state ^ (*state >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    usize::try_from((mixed ^ (mixed >> 31)) >> 1).unwrap()
}

fn shuffle<T>(items: &mut [T], state: &mut u64) {
    for end in (1..items.len()).rev() {
        items.swap(end, draw(state) % (end + 1));
    }
}

/// The sheet with its rows below the header, and its columns, in another order.
fn shuffled(sheet: &str, state: &mut u64) -> String {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(sheet.as_bytes());
    let mut rows: Vec<csv::StringRecord> = reader.records().map(Result::unwrap).collect();
    shuffle(&mut rows[1..], state);
    let mut columns: Vec<usize> = (0..rows[0].len()).collect();
    shuffle(&mut columns, state);
    let mut writer = csv::Writer::from_writer(Vec::new());
    for row in &rows {
        writer.write_record(columns.iter().map(|column| &row[*column])).unwrap();
    }
    String::from_utf8(writer.into_inner().unwrap()).unwrap()
}

fn results(example: &Example) -> Vec<Vec<u8>> {
    let read = |name: &str| fs::read(example.path("result").join(name)).unwrap();
    ["outcome.json", "proposals.csv", "unmatched.csv", "matching.xlsx"].map(read).to_vec()
}

#[test]
fn no_order_of_rows_or_columns_and_no_number_of_threads_changes_a_byte() {
    let example = Example::new();
    example.run("match programme.toml --out result -q --threads 1").ends(0);
    let expected = results(&example);
    let sheets = ["mentors.csv", "mentees.csv"].map(|name| (name, fs::read_to_string(example.path(name)).unwrap()));
    let mut state = 2026;
    for threads in [1, 2, 8, 2, 8, 1] {
        for (name, sheet) in &sheets {
            let other = shuffled(sheet, &mut state);
            assert_ne!(other, *sheet);
            fs::write(example.path(name), other).unwrap();
        }
        let line = format!("match programme.toml --out result --replace -q --threads {threads}");
        example.run(&line).ends(0);
        for (found, expected) in results(&example).iter().zip(&expected) {
            assert!(found == expected, "{threads} threads");
        }
    }
}

#[test]
fn threads_asked_of_the_environment_change_no_byte_either() {
    let example = Example::new();
    let run = |threads: &str| {
        let mut command = alongside();
        command.current_dir(example.dir.path()).env("RAYON_NUM_THREADS", threads);
        command.args(["match", "programme.toml", "--format", "json"]).output().unwrap().stdout
    };
    assert_eq!(run("1"), run("8"));
}

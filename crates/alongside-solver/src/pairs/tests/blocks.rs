//! The passes over a rectangle are what a plain sort says, whatever the rectangles, processes and threads.

use super::matrix::Formula;
use super::run::draw;
use crate::certificate::{Certificate, Potentials};
use crate::pairs::{AllPairs, Kept, List, Listed, Lists, PairSet, Prices, Rectangle, cover, keep, price};
use crate::problem::ProblemParts;
use std::collections::BTreeSet;
use std::process::Command;

/// Several tiles of columns, several blocks of rows, neither in whole numbers; values with many equals.
static SOURCE: Formula = Formula { rows: 150, columns: 4711, seed: 5, most: 40, chosen: None };

fn frame() -> ProblemParts {
    ProblemParts {
        tier_count: 3,
        tiers: (0..SOURCE.rows as u64).map(|row| (draw(1, row) % 3) as u8).collect(),
        capacities: vec![1; SOURCE.columns],
        ..ProblemParts::default()
    }
}

fn certificate(levels: u64) -> Certificate {
    let level = |level: u64| {
        let within = |most: u64, stream: u64, at: usize| (draw(stream + level, at as u64) % most) as i64;
        let most = if level == 0 { 2 } else { 30 };
        Potentials {
            rows: (0..SOURCE.rows).map(|row| within(most, 10, row)).collect(),
            columns: (0..SOURCE.columns).map(|column| within(most + 1, 20, column)).collect(),
            groups: Vec::new(),
        }
    };
    Certificate { levels: (0..levels).map(level).collect() }
}

fn rectangles() -> Vec<Rectangle> {
    let (rows, columns) = ([0..70, 70..71, 71..150], [0..16, 16..2100, 2100..4711]);
    rows.iter()
        .flat_map(|rows| columns.iter().map(|columns| Rectangle { rows: rows.clone(), columns: columns.clone() }))
        .collect()
}

fn kept_pairs() -> PairSet {
    let mut kept = PairSet::new(SOURCE.rows);
    let pairs: BTreeSet<(u32, u32)> =
        (0..3000).map(|at| ((draw(3, at) % 150) as u32, (draw(4, at) % 4711) as u32)).collect();
    kept.add(pairs.into_iter());
    kept
}

/// Everybody's pairs in order, the hard way: greater first, then round from the place where the turn begins.
fn sorted(of: u32, span: u32, mut pairs: Vec<(u32, i64)>) -> Vec<(u32, i64)> {
    let first = super::super::lists::Turn { span }.first(of);
    pairs.sort_by_key(|(with, value)| (-value, (with + span - first) % span));
    pairs
}

fn listed(list: &List) -> Vec<(u32, i64)> {
    list.pairs.iter().map(|pair| (pair.with, pair.gain)).collect()
}

/// Two levels in one number: the second is below 20.
fn value(row: u32, column: u32) -> Option<i64> {
    let level = |level| SOURCE.value(level, row as usize, column as usize);
    Some(level(0)? * 44 + level(1)?)
}

#[test]
fn the_best_are_kept() {
    let kept = keep(&SOURCE, &Rectangle::all(&SOURCE), 7, 3).unwrap();
    let (rows, columns) = (SOURCE.rows as u32, SOURCE.columns as u32);
    for (row, list) in kept.rows.of.iter().enumerate() {
        let row = row as u32;
        let all = sorted(row, columns, (0..columns).filter_map(|column| Some((column, value(row, column)?))).collect());
        assert_eq!((list.of, &listed(list)[..], list.rest), (row, &all[..7], all[7].1.max(list.rest)));
        assert!(list.rest <= all[6].1 && list.full);
        assert_eq!(list.allowed as usize, all.len());
    }
    for (column, list) in kept.columns.of.iter().enumerate() {
        let column = column as u32;
        let all = sorted(column, rows, (0..rows).filter_map(|row| Some((row, value(row, column)?))).collect());
        assert_eq!((list.of, listed(list)), (column, all[..3].to_vec()));
    }
    assert_eq!((kept.rows.of.len(), kept.columns.of.len()), (SOURCE.rows, SOURCE.columns));
}

#[test]
fn pairs_that_break_the_cover_are_found() {
    let (frame, potentials, kept) = (frame(), &certificate(1).levels[0], kept_pairs());
    let found = cover(&SOURCE, &Rectangle::all(&SOURCE), &frame, potentials, &kept, 4).unwrap();
    let mut expected = Vec::new();
    for row in 0..SOURCE.rows {
        let priority = i64::from(3 - frame.tiers[row]);
        let breaks = |column: &usize| {
            potentials.rows[row] + potentials.columns[*column] < priority && !kept.contains(row as u32, *column as u32)
        };
        let pairs = (0..SOURCE.columns).filter(breaks);
        let pairs = pairs.filter_map(|column| Some((column as u32, value(row as u32, column as u32)?)));
        let mut best = sorted(row as u32, SOURCE.columns as u32, pairs.collect());
        best.truncate(4);
        expected.extend((!best.is_empty()).then_some((row as u32, best)));
    }
    assert!(expected.len() > 50 && expected.len() < SOURCE.rows);
    assert_eq!(found.of.iter().map(|list| (list.of, listed(list))).collect::<Vec<_>>(), expected);
}

#[test]
fn pairs_that_break_the_prices_are_found_at_every_level() {
    let (frame, kept) = (frame(), kept_pairs());
    for (levels, slack) in [(2, 0), (2, 3), (3, 0), (3, 3), (4, 0)] {
        let certificate = certificate(levels);
        let prices = Prices::new(&SOURCE, &frame, &certificate, slack).unwrap();
        let found = price(&SOURCE, &Rectangle::all(&SOURCE), &prices, &kept, 5000);
        let (mut breaking, mut near) = (0, 0);
        for (row, list) in found.of.iter().enumerate() {
            let mut expected = BTreeSet::new();
            for column in 0..SOURCE.columns {
                let values = (0..levels as usize - 1).map(|level| SOURCE.value(level, row, column));
                let Some(values) = values.collect::<Option<Vec<i64>>>() else { continue };
                let worth = [vec![i64::from(3 - frame.tiers[row])], values].concat();
                let tuples = certificate.levels.iter().zip(&worth);
                let over: Vec<i64> =
                    tuples.map(|(level, worth)| worth - level.rows[row] - level.columns[column]).collect();
                let zero = vec![0; over.len()];
                let (last, before) = over.split_last().unwrap();
                let near_enough = (1 - i64::from(slack)..=0).contains(last);
                let almost = slack > 0 && before.iter().all(|over| *over == 0) && near_enough;
                if !kept.contains(row as u32, column as u32) && (over > zero || almost) {
                    expected.insert(column as u32);
                    (breaking, near) = (breaking + usize::from(over > zero), near + usize::from(almost));
                }
            }
            assert_eq!(list.pairs.iter().map(|pair| pair.with).collect::<BTreeSet<_>>(), expected);
        }
        let said = found.of.iter().flat_map(|list| list.pairs.iter().map(|pair| prices.broken_by(list.of, pair)));
        assert_eq!(said.filter(|broken| *broken).count(), breaking);
        assert!(breaking > 1000 && (near > 0) == (slack > 0));
    }
}

/// All three passes over some rectangles, put together.
fn work(rectangles: &[Rectangle]) -> [Lists; 5] {
    let (frame, kept) = (frame(), kept_pairs());
    let prices = Prices::new(&SOURCE, &frame, &certificate(2), 2).unwrap();
    let deeper = Prices::new(&SOURCE, &frame, &certificate(4), 0).unwrap();
    let parts = rectangles.iter().map(|part| {
        let Kept { rows, columns, .. } = keep(&SOURCE, part, 7, 3).unwrap();
        let uncovered = cover(&SOURCE, part, &frame, &certificate(1).levels[0], &kept, 4).unwrap();
        let priced = [&prices, &deeper].map(|prices| price(&SOURCE, part, prices, &kept, 5));
        let [near, deep] = priced;
        [rows, columns, uncovered, near, deep]
    });
    let merge = |one: [Lists; 5], next: [Lists; 5]| {
        let mut next = next.into_iter();
        one.map(|lists| lists.merge(next.next().unwrap()))
    };
    parts.reduce(merge).unwrap()
}

/// What lists say, bounds apart: those may be tighter where more was seen at once.
fn said(lists: &[Lists]) -> Vec<Vec<(u32, Vec<Listed>)>> {
    lists.iter().map(|lists| lists.of.iter().map(|list| (list.of, list.pairs.clone())).collect()).collect()
}

fn bounds_hold(whole: &[Lists], parts: &[Lists]) {
    for (whole, parts) in whole.iter().zip(parts) {
        for (whole, parts) in whole.of.iter().zip(&parts.of) {
            // Whatever came next is not above the bound of either.
            if let (Some(last), true) = (whole.pairs.last(), whole.full) {
                assert!(whole.rest <= last.gain && parts.rest <= last.gain, "{whole:?} {parts:?}");
            }
        }
    }
}

#[test]
fn rectangles_threads_and_order_change_nothing() {
    let whole = work(&[Rectangle::all(&SOURCE)]);
    let mut parts = rectangles();
    let divided = work(&parts);
    assert!(said(&whole) == said(&divided));
    bounds_hold(&whole[..4], &divided[..4]);
    parts.reverse();
    assert!(said(&work(&parts)) == said(&divided));
    for threads in [1, 8] {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
        assert!(pool.install(|| work(&[Rectangle::all(&SOURCE)])) == whole);
    }
}

/// The half of the work that a process of its own does, as one line a list.
const HALF: &str = "ALONGSIDE_SOLVER_HALF";

fn written(lists: &Lists) -> String {
    let list = |list: &List| {
        let pairs = list.pairs.iter().map(|pair| format!("{},{},{}", pair.with, pair.gain, pair.rank));
        format!("{} {} {} {}\n", list.of, list.rest, list.full, pairs.collect::<Vec<_>>().join(";"))
    };
    format!("lists {} {}\n{}", lists.length, lists.span, lists.of.iter().map(list).collect::<String>())
}

fn read(text: &str) -> Vec<Lists> {
    let parts = text.split("lists ").skip(1);
    let lists = parts.map(|part| {
        let mut lines = part.lines();
        let head: Vec<&str> = lines.next().unwrap().split(' ').collect();
        let lines = lines.map_while(|line| {
            let [of, rest, full, pairs] = line.split(' ').collect::<Vec<_>>().try_into().ok()?;
            let pair = |pair: &str| {
                let numbers: Vec<i64> = pair.split(',').map(|number| number.parse().unwrap()).collect();
                Listed { with: numbers[0] as u32, gain: numbers[1], rank: numbers[2] }
            };
            let pairs = pairs.split(';').filter(|pair| !pair.is_empty()).map(pair).collect();
            Some(List {
                of: of.parse().ok()?,
                pairs,
                rest: rest.parse().ok()?,
                full: full == "true",
                ..List::default()
            })
        });
        Lists { length: head[0].parse().unwrap(), span: head[1].parse().unwrap(), of: lines.collect() }
    });
    lists.collect()
}

/// Run by itself, this test does nothing; started by the next one, it does half of the work and prints it.
#[test]
fn half_of_the_work() {
    if let Ok(half) = std::env::var(HALF) {
        let parts: Vec<Rectangle> = rectangles().into_iter().skip(half.parse().unwrap()).step_by(2).collect();
        println!("{}", work(&parts).iter().map(written).collect::<String>());
    }
}

#[test]
fn two_processes_share_the_work() {
    let halves = ["0", "1"].map(|half| {
        let name = "pairs::tests::blocks::half_of_the_work";
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.args([name, "--exact", "--nocapture", "--test-threads=1"]).env(HALF, half);
        command.stdout(std::process::Stdio::piped()).spawn().unwrap()
    });
    let halves = halves.map(|half| read(&String::from_utf8(half.wait_with_output().unwrap().stdout).unwrap()));
    let [one, other] = halves;
    assert_eq!((one.len(), other.len()), (5, 5));
    let merged: Vec<Lists> = one.into_iter().zip(other).map(|(one, other)| one.merge(other)).collect();
    let alone = work(&rectangles());
    assert!(said(&merged) == said(&alone));
    assert!(alone.iter().all(|lists| lists.pairs() > 100));
}

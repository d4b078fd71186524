//! What kernels find in made-up programmes is what there is to be found when every pair is worked out.

use alongside::candidates::ProgrammePairs;
use alongside::compile::Compiled;
use alongside::criteria::Criteria;
use alongside::domain::{Programme, Side};
use alongside::eligibility::Rules;
use alongside::input::{Document, Notation, build};
use alongside::synthetic::{Scheme, Synthetic};
use alongside_solver::pairs::{AllPairs, Bar, Found, Priced};

/// Every allowed pair of a row at these columns, by the reference.
fn allowed(pairs: &ProgrammePairs<'_>, row: usize, scale: &[i32], from: usize, end: usize) -> Vec<(u32, i32)> {
    let mut levels = vec![0; scale.len()];
    let sum = |levels: &[i64]| levels.iter().zip(scale).map(|(value, unit)| value * i64::from(*unit)).sum::<i64>();
    let mut found = Vec::new();
    for column in from..end {
        if pairs.reference(row, column, &mut levels) {
            found.push((column as u32, i32::try_from(sum(&levels)).unwrap()));
        }
    }
    found
}

fn check(pairs: &ProgrammePairs<'_>, dear: i64) -> usize {
    let many = pairs.columns();
    let prices: Vec<i32> = (0..many as i64).map(|column| (column * 7919 % 97 * dear / 97) as i32).collect();
    let asked: Vec<i32> = (0..many as i64).map(|column| (dear + column * 104_729 % 89 * dear / 89) as i32).collect();
    let mut scale = vec![0; pairs.together()];
    *scale.last_mut().unwrap() = 1;
    let mut of_interest = 0;
    for row in (0..pairs.rows()).step_by(3) {
        let ready = pairs.prepare(row);
        // The whole, and a stretch that begins and ends within a word.
        for (from, end) in [(0, many), (many / 3 + 5, many - 7)] {
            let every = allowed(pairs, row, &scale, from, end);
            let by_price = Priced::new(from..end, |column| i64::from(prices[column]));
            let by_asked = Priced::new(from..end, |column| i64::from(asked[column]));
            for (least, priced, or, counts) in [
                (0, false, false, true),
                (dear / 2, true, false, false),
                (dear / 3, true, true, true),
                (2 * dear, true, true, false),
                (1 << 30, true, true, true),
                (-(1 << 30), false, false, true),
            ] {
                let bar = Bar {
                    by_price: priced.then_some((&by_price, 0)),
                    or: or.then_some((&asked[from..end], &by_asked)),
                    counts,
                    ..Bar::new(&scale, least as i32, &prices[from..end])
                };
                let mut found = Found::default();
                pairs.find(&ready, from..end, bar, &mut found);
                let (mut pairs, allowed) = (found.pairs, found.allowed as usize);
                pairs.sort_unstable();
                assert!(pairs.windows(2).all(|two| two[0].0 < two[1].0), "{row}: a pair was found twice");
                assert!(pairs.iter().all(|pair| every.binary_search(pair).is_ok()), "{row}: not what it is worth");
                assert!(!counts || allowed == every.len(), "{row}: {allowed} of {}", every.len());
                for (column, value) in &every {
                    let at = *column as usize;
                    let enough = i64::from(*value) >= least + i64::from(prices[at]) || (or && *value >= asked[at]);
                    of_interest += usize::from(enough);
                    assert!(!enough || pairs.binary_search(&(*column, *value)).is_ok(), "{row} {column} {least}");
                }
            }
        }
    }
    of_interest
}

/// A made-up programme of 150 mentees and 260 mentors, with or without a floor.
fn made(scheme: Scheme, floor: Option<i64>) -> Programme {
    let made = Synthetic::new(scheme, 11).people(150, 260);
    let floor = floor.map_or_else(String::new, |floor| format!("floor = {floor}\n"));
    let text = made.programme().replacen("[aim]\n", &format!("[aim]\n{floor}"), 1);
    let document = Document::parse(&text, Notation::Toml, None).unwrap();
    let mentors = (0..260).map(|at| made.record(Side::Mentor, at));
    let mentees = (0..150).map(|at| made.record(Side::Mentee, at));
    let further = made.further_kinds().flat_map(|kind| made.further_records(kind).collect::<Vec<_>>());
    build(&document, mentors.chain(mentees).collect(), further.collect()).unwrap().programme
}

#[test]
fn kernels_find_all_that_reaches_the_bar_and_nothing_that_is_not_so() {
    for scheme in [Scheme::Befriending, Scheme::CareLeavers, Scheme::Workplace, Scheme::Resettlement] {
        let full = made(scheme, None).matching().full_fit();
        for floor in [None, Some(full / 2)] {
            let programme = made(scheme, floor);
            assert_eq!(programme.matching().aim.floor, floor.unwrap_or(0));
            let compiled = Compiled::new(programme.matching());
            let (rules, criteria) = (Rules::new(&compiled), Criteria::new(&compiled));
            let pairs = ProgrammePairs::new(&compiled, &rules, &criteria).unwrap();
            let of_interest = check(&pairs, full / 2);
            assert!(of_interest > 200, "{scheme:?}: {of_interest}");
        }
    }
}

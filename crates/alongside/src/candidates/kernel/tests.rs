//! The short cuts of passes against what they stand for.

use super::bitmaps::{Bitmaps, many};
use super::gates::{Gate, Wanted};
use super::points::{Scale, Term, add_by_few, add_by_worth};
use super::records::Parts;
use super::steps::{MOST_FEW, Ready, few};
use super::travel::{Journey, Near, Reach};
use crate::domain::{Place, UnknownData};

#[test]
fn sets_of_columns_are_joined_and_counted_bit_by_bit() {
    let columns = 197;
    let mut sets = Bitmaps::new(columns);
    let of = |set: usize, column: usize| (column * (set + 3) + set) % 7 < 3;
    let all = sets.add_all(5, |column, add| (0..5).filter(|set| of(*set, column)).for_each(add));
    assert_eq!(all, 0..5);
    let alone = sets.add(|column| of(1, column));
    let union = sets.add_union(&[0, 2, 4]);
    let chosen: Vec<u32> = (0..columns as u32).filter(|column| column % 3 != 0).collect();
    for (sets, name) in [(sets.clone(), None), (sets.select(&chosen), Some(&chosen))] {
        let many_columns = name.map_or(columns, Vec::len);
        let words = 0..many_columns.div_ceil(64);
        assert_eq!(sets.of(1, &words), sets.of(alone, &words));
        let (mut bits, mut some, mut more) = ([u64::MAX; 4], [0; 4], [0; 4]);
        let bits = &mut bits[..words.len()];
        sets.keep_any(&[0, 1], &words, bits);
        sets.keep_all(&[union], &words, bits);
        sets.drop_all(&[3], &words, bits);
        let (some, more) = (&mut some[..words.len()], &mut more[..words.len()]);
        sets.count(&[0, 1, 2], &words, some, more);
        let mut kept = 0;
        for at in 0..many_columns {
            let column = name.map_or(at, |name| name[at] as usize);
            let has = |bits: &[u64]| bits[at / 64] >> (at % 64) & 1 == 1;
            let any = |sets: &[usize]| sets.iter().any(|set| of(*set, column));
            assert_eq!(has(bits), any(&[0, 1]) && any(&[0, 2, 4]) && !any(&[3]), "{column}");
            let shared = [0, 1, 2].into_iter().filter(|set| of(*set, column)).count();
            assert_eq!((has(some), has(more)), (shared > 0, shared > 1), "{column}");
            kept += u32::from(has(bits));
        }
        assert_eq!(many(bits), kept);
    }
}

#[test]
fn a_journey_ends_where_the_limit_says() {
    let limit = |metres: i64| (metres + 1).pow(2);
    let mut sets = Bitmaps::new(130);
    // Every third mentor has another way of meeting, every seventh no place.
    let (way, nowhere) = (sets.add(|column| column % 3 == 1), sets.add(|column| column % 7 == 2));
    for (reach, own, theirs, everybody, far) in [
        (Reach::Mentor, 10, 5000, 90_000, 5000),
        (Reach::Own, 700, 5000, 90_000, 700),
        (Reach::Either, 700, 5000, 90_000, 5000),
        (Reach::Both, 700, 5000, 90_000, 700),
        (Reach::Either, 700, 5000, 900, 900),
    ] {
        for blank in [false, true] {
            let excused = if blank { vec![way, nowhere] } else { vec![way] };
            let journey = Journey::new([7, 0, -3], (excused, nowhere), (reach, limit(own), limit(everybody)));
            // One word all near, one in part, one of two columns all too far.
            let further = |column: usize| i32::from(column > 63 && column % 2 == 1) + i32::from(column > 127);
            let metres = |column: usize| far + further(column);
            let place = |column: usize| (column % 7 != 2).then(|| Place::new([7, metres(column), -3]));
            let spots = (0..130).map(|column| (place(column), limit(theirs)));
            let near = Near::new(&spots.collect::<Vec<_>>());
            let mut bits = [u64::MAX, u64::MAX, 3];
            near.keep(&journey, &sets, &(0..3), &mut bits);
            for column in 0..130 {
                let fine = if column % 7 == 2 { blank } else { metres(column) <= far };
                let expected = fine || column % 3 == 1;
                assert_eq!(bits[column / 64] >> (column % 64) & 1 == 1, expected, "{reach:?} {column}");
            }
        }
    }
}

/// More different sets of numbers than have their unions worked out beforehand.
#[test]
fn who_has_something_in_common_is_found_with_unions_made_beforehand_and_without() {
    let (numbers, mentors) = (12_u16, 150_usize);
    let has = |bits: usize| (0..numbers).filter(|number| bits >> number & 1 == 1).collect::<Vec<_>>();
    let mentor =
        |one: usize| (!one.is_multiple_of(10)).then(|| has(((one * 2_654_435_761) >> 7) & ((one * 40_503) >> 3)));
    // Some have nothing, some say nothing, some have the same as others.
    let mentee = |one: usize| (one != 7).then(|| has(if one < 50 { 5 } else { one }));
    let columns: Vec<u32> = (0..mentors as u32).collect();
    for unknown in [UnknownData::Allow, UnknownData::NeedsCheck] {
        let mut sets = Bitmaps::new(mentors);
        let mentees: Vec<_> = (0..2000).map(mentee).collect();
        let gate = Gate::in_common((numbers.into(), mentees.clone()), unknown, &columns, mentor, &mut sets);
        for (at, own) in mentees.iter().enumerate() {
            let mut wanted = Wanted::default();
            let some = gate.want(at, &mut wanted);
            let words = 0..mentors.div_ceil(64);
            let mut bits = [u64::MAX; 3];
            wanted.keep(&sets, &words, &mut bits);
            for one in 0..mentors {
                let expected = match (own, mentor(one)) {
                    (Some(own), Some(theirs)) => own.iter().any(|number| theirs.contains(number)),
                    _ => unknown == UnknownData::Allow,
                };
                let found = some && bits[one / 64] >> (one % 64) & 1 == 1;
                assert_eq!(found, expected, "{at} and {one}, {unknown:?}");
            }
        }
    }
}

#[test]
fn a_table_of_a_few_terms_has_the_points_of_their_worths() {
    let mentors: Vec<u32> = (0..200).collect();
    let mut parts = Parts::default();
    let blank = parts.add_flag(|mentor| mentor % 9 == 0).unwrap();
    let at = parts.add(2, |mentor, words| {
        words.copy_from_slice(&[mentor as u64 * 0x9e37_79b9, (mentor as u64 * 0x85eb_ca6b) << 40]);
    });
    let records = parts.records(&mentors);
    for (case, turn) in (0..300_i32).zip(0_usize..) {
        let many = 1 + turn % MOST_FEW;
        let place =
            |term: usize| (at + (term + turn) % 2, 1_u64 << ((term * 7 + turn * 5) % 40 + (term + turn) % 2 * 20));
        let terms: Vec<Term> = (0..many)
            .zip(0..)
            .map(|(term, nth)| {
                let (word, bit) = place(term);
                // Narrower terms come after broader ones.
                let below = (term + 1..many).filter(|other| (case >> (term + other)) & 3 == 1);
                Term { word, bit, worth: 1000 - (case * 37 + nth * 211) % 900, narrower: below.map(place).collect() }
            })
            .collect();
        let scale = Scale { full_at: 1 + case % 4, weight: 1 + case % 9, unknown: case % 700 };
        let (ready, most) = few(&terms, scale);
        let Ready::Few(places, table, unknown) = ready else { panic!("a table") };
        let (mut sums, mut expected) = (vec![3; mentors.len()], vec![3; mentors.len()]);
        add_by_few(&records, &mentors, (&places, blank), (&table, unknown), &mut sums);
        add_by_worth(&records, &mentors, (&terms, blank), scale, &mut expected);
        assert_eq!(sums, expected, "{terms:?}");
        assert!(sums.iter().all(|sum| sum - 3 <= scale.most(most)), "{terms:?}");
    }
}

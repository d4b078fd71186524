//! The short cuts of passes against what they stand for.

use super::bitmaps::{Bitmaps, many};
use super::far::{Journey, Reach, Spot};

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
    let journey = |reach, own, everybody| {
        let mut need_not = [false; super::CLASSES];
        need_not[1] = true;
        Journey { place: [0; 3], need_not, blank: false, everybody: limit(everybody), own: limit(own), reach }
    };
    let spot = |metres: i32, way: u8| Spot { metres: [0, metres, 0], way, nowhere: false };
    for (reach, own, theirs, everybody, far) in [
        (Reach::Mentor, 10, 5000, 90_000, 5000),
        (Reach::Own, 700, 5000, 90_000, 700),
        (Reach::Either, 700, 5000, 90_000, 5000),
        (Reach::Both, 700, 5000, 90_000, 700),
        (Reach::Either, 700, 5000, 900, 900),
    ] {
        let journey = journey(reach, own, everybody);
        for (metres, way, expected) in [(far, 0, true), (far + 1, 0, false), (far + 1, 1, true)] {
            let words = spot(metres, way).words();
            assert_eq!(journey.allows(Spot::read(&words), limit(theirs)), expected, "{reach:?} {metres}");
        }
        let nowhere = Spot { nowhere: true, ..spot(0, 0) };
        assert!(!journey.allows(nowhere, limit(theirs)));
        assert!(Journey { blank: true, ..journey }.allows(nowhere, limit(theirs)));
    }
}

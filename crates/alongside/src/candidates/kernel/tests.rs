//! The short cuts of the loops against what they stand for.

use super::far::{
    ANY, Journey, Nearness, Reach, SHORT, SHORT_KM, add_by_distance, add_by_short_distance, refuse_far,
    refuse_far_short,
};
use super::lanes::{BLOCKS, CLASSES, LANES, Live, REFUSED, quotient, standing, whole_part};
use super::place::shortened;

/// Places along one axis, and apart along two, around every distance at which something changes.
fn offsets() -> Vec<[i32; 3]> {
    let mut all = vec![[0, 0, 0], [12_700_000, 1, -1], [70_000, 70_000, 70_000], [SHORT as i32 + 1, 0, 0]];
    for kilometres in 0..80 {
        for metres in -501..=-499 {
            all.push([0, kilometres * 1000 + metres, 0]);
            all.push([-(kilometres * 600) - metres, 0, kilometres * 800]);
        }
        for metres in -1..=1 {
            all.push([0, 0, kilometres * 1000 + metres]);
        }
    }
    all
}

#[test]
fn a_quotient_by_way_of_a_reciprocal_is_exact() {
    for divisor in 1..=1024 {
        let reciprocal = 1.0 / divisor as f32;
        for quotient in 0..=1000 {
            for number in [quotient * divisor, (quotient + 1) * divisor - 1] {
                if number <= divisor * 1000 {
                    assert_eq!(whole_part(number, reciprocal), number / divisor, "{number} by {divisor}");
                }
            }
        }
    }
}

#[test]
fn short_distances_earn_what_distances_do() {
    for (near, far) in [(0, 1), (2, 15), (3, 25), (0, SHORT_KM), (45, SHORT_KM)] {
        for offset in offsets() {
            for (nowhere, class) in [(0, 0), (1, 0), (0, 1)] {
                let never = std::array::from_fn(|at| i32::from(at == 1));
                let nearness = Nearness {
                    place: [100, -200, 300],
                    never,
                    never_bits: 2,
                    near,
                    far,
                    weight: 7,
                    unknown: 1234,
                    nowhere: false,
                };
                let place = [[offset[0] + 100; LANES], [offset[1] - 200; LANES], [offset[2] + 300; LANES]];
                let mark = 1 << class | if nowhere == 1 { 1 << 31 } else { 0 };
                for nearness in [nearness.clone(), Nearness { nowhere: true, ..nearness }] {
                    let (mut one, mut other) = ([[5; LANES]], [[5; LANES]]);
                    add_by_distance(
                        Live::all(1),
                        &[place],
                        &[[nowhere; LANES]],
                        &[[class; LANES]],
                        &nearness,
                        &mut one,
                    );
                    add_by_short_distance(Live::all(1), &[place], &[[mark; LANES]], &nearness, &mut other);
                    assert_eq!(one, other, "{near} {far} {offset:?}");
                }
            }
        }
    }
}

#[test]
fn short_journeys_are_refused_as_journeys_are() {
    let limit = |metres: i64| if metres < 0 { i64::MAX } else { metres * metres };
    for reach in [Reach::Mentor, Reach::Own, Reach::Either, Reach::Both] {
        for (theirs, own, everybody) in [(10_001, 5001, -1), (0, 25_001, 40_001), (-1, 0, 65_535), (65_535, -1, -1)] {
            for offset in offsets() {
                for (nowhere, class, blank) in [(0, 0, false), (1, 0, false), (1, 0, true), (1, 1, false)] {
                    let mut need_not = [0; CLASSES];
                    need_not[1] = 1;
                    let journey = Journey {
                        place: [0; 3],
                        need_not,
                        need_not_bits: 2,
                        blank,
                        everybody: limit(everybody),
                        own: limit(own),
                        reach,
                    };
                    let place = [[offset[0]; LANES], [offset[1]; LANES], [offset[2]; LANES]];
                    let mark = 1 << class | if nowhere == 1 { 1 << 31 } else { 0 };
                    let short = |metres: i64| shortened(limit(metres)).unwrap();
                    let (mut one, mut other) = ([[5; LANES]], [[5; LANES]]);
                    let limits = [[limit(theirs); LANES]];
                    refuse_far(
                        Live::all(1),
                        &[place],
                        &[[nowhere; LANES]],
                        &[[class; LANES]],
                        &limits,
                        &journey,
                        &mut one,
                    );
                    let own = [short(own), short(everybody)];
                    refuse_far_short(
                        Live::all(1),
                        &[place],
                        &[[mark; LANES]],
                        &[[short(theirs); LANES]],
                        &journey,
                        own,
                        &mut other,
                    );
                    assert_eq!(one, other, "{reach:?} {offset:?}");
                }
            }
        }
    }
    assert_eq!(shortened(i64::MAX), Some(ANY));
    assert_eq!(shortened((SHORT + 1).pow(2)), None);
}

#[test]
fn live_blocks_are_those_of_which_some_pair_stands() {
    let mut sums = [[REFUSED; LANES]; BLOCKS];
    for block in [0, 7, BLOCKS - 1] {
        sums[block][block % LANES] = 0;
    }
    let left: Vec<usize> = standing(Live::all(BLOCKS), &sums).into_iter().collect();
    assert_eq!(left, [0, 7, BLOCKS - 1]);
    let left: Vec<usize> = standing(Live::all(8), &sums).into_iter().collect();
    assert_eq!(left, [0, 7]);
    assert!(standing(Live::all(BLOCKS), &[[-1; LANES]; BLOCKS]).is_empty());
    for many in 1..=BLOCKS {
        assert!(Live::all(many).into_iter().eq(0..many), "{many}");
    }
}

#[test]
fn a_mean_over_wishes_is_exact() {
    for divisor in 1..=512 {
        for points in 0..=1000 {
            for number in [points * divisor, (points + 1) * divisor - 1] {
                if number <= divisor * 1000 {
                    assert_eq!(quotient(number, divisor), number / divisor, "{number} by {divisor}");
                }
            }
        }
    }
}

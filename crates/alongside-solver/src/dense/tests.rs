#![allow(
    clippy::float_arithmetic,
    clippy::float_cmp,
    clippy::cast_sign_loss,
    clippy::cast_possible_wrap,
    reason = "the numbers are made up here, and their equality is what is tested"
)]

use super::cell::Cell;
use super::scale::Scale;
use super::select::{Rest, Selector};
use super::survey::{self, Seen};
use super::{Assignment, DenseError, Matrix, solve};
use crate::control::Control;
use pathfinding::kuhn_munkres::kuhn_munkres_min;
use pathfinding::matrix::Matrix as Peer;
use std::sync::atomic::{AtomicUsize, Ordering};

/// Numbers that look random (splitmix64).
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, sides: u64) -> u64 {
        self.next() % sides
    }

    fn unit(&mut self) -> f64 {
        (self.next() >> 11) as f64 * 2f64.powi(-53)
    }
}

fn solved<T: Cell>(rows: usize, columns: usize, cells: &[T]) -> Assignment {
    let matrix = Matrix::new(rows, columns, cells).unwrap();
    solve(&matrix, &Control::default()).unwrap().unwrap()
}

/// The integer that the documentation says a cell becomes, from the number it is.
fn integer(assignment: &Assignment, cell: f64) -> i128 {
    let quantisation = assignment.quantisation;
    ((cell - quantisation.offset) * 2f64.powi(quantisation.shift)).round_ties_even() as i128
}

/// Asserts all that is said of an assignment: pairs, potentials, totals.
fn assert_proven(rows: usize, columns: usize, whole: &dyn Fn(usize) -> i128, assignment: &Assignment) {
    let context = || format!("{rows} x {columns}: {assignment:?}");
    let mut taken = vec![false; columns];
    for (_, column) in assignment.pairs() {
        assert!(!std::mem::replace(&mut taken[column as usize], true), "{}", context());
    }
    assert_eq!(assignment.columns.len(), rows);
    assert_eq!(assignment.pairs().count(), rows.min(columns), "{}", context());
    let u = |row: usize| i128::from(assignment.row_potentials[row]);
    let v = |column: usize| i128::from(assignment.column_potentials[column]);
    let mut total = 0;
    for row in 0..rows {
        for column in 0..columns {
            let cost = whole(row * columns + column);
            assert!(u(row) + v(column) <= cost, "{row}, {column} of {}", context());
            if assignment.columns[row] == Some(column as u32) {
                assert_eq!(u(row) + v(column), cost, "{row}, {column} of {}", context());
                total += cost;
            }
        }
    }
    assert_eq!(assignment.total, total);
    if rows < columns {
        assert!((0..columns).all(|column| v(column) <= 0 && (taken[column] || v(column) == 0)), "{}", context());
    }
    if rows > columns {
        assert!(
            (0..rows).all(|row| u(row) <= 0 && (assignment.columns[row].is_some() || u(row) == 0)),
            "{}",
            context()
        );
    }
    let dual: i128 = (0..rows).map(u).sum::<i128>() + (0..columns).map(v).sum::<i128>();
    assert_eq!(dual, total, "{}", context());
}

/// The least total, by trying all.
fn least(rows: usize, columns: usize, cell: &dyn Fn(usize, usize) -> i128) -> i128 {
    if rows > columns {
        return least_from(0, columns, rows, 0, &|row, column| cell(column, row));
    }
    least_from(0, rows, columns, 0, cell)
}

fn least_from(row: usize, rows: usize, columns: usize, taken: u32, cell: &dyn Fn(usize, usize) -> i128) -> i128 {
    if row == rows {
        return 0;
    }
    let open = (0..columns).filter(|column| taken >> column & 1 == 0);
    let totals = open.map(|at| cell(row, at) + least_from(row + 1, rows, columns, taken | 1 << at, cell));
    totals.min().unwrap()
}

/// Solves integers as every kind of number that holds them.
fn assert_integers(rows: usize, columns: usize, cells: &[i64], expected: Option<i128>) {
    fn check<T: Cell>(rows: usize, columns: usize, cells: &[i64], made: &[T], expected: Option<i128>) {
        let assignment = solved(rows, columns, made);
        assert_proven(rows, columns, &|at| i128::from(cells[at]), &assignment);
        if let Some(expected) = expected {
            assert_eq!(assignment.total, expected, "{rows} x {columns}: {cells:?}");
        }
        assert!(assignment.quantisation.exact);
        assert_eq!(assignment.cost, assignment.total as f64);
    }
    check(rows, columns, cells, cells, expected);
    if cells.iter().all(|cell| cell.abs() < 1 << 41) {
        check(rows, columns, cells, &cells.iter().map(|cell| *cell as f64).collect::<Vec<_>>(), expected);
    }
    if cells.iter().all(|cell| i32::try_from(*cell).is_ok()) {
        check(rows, columns, cells, &cells.iter().map(|cell| *cell as i32).collect::<Vec<_>>(), expected);
    }
    if cells.iter().all(|cell| u16::try_from(*cell).is_ok()) {
        check(rows, columns, cells, &cells.iter().map(|cell| *cell as u16).collect::<Vec<_>>(), expected);
    }
    if cells.iter().all(|cell| cell.abs() < 1 << 24) {
        check(rows, columns, cells, &cells.iter().map(|cell| *cell as f32).collect::<Vec<_>>(), expected);
    }
}

#[test]
fn the_least_of_all_assignments_up_to_six_by_six() {
    let mut dice = Dice(1);
    for _ in 0..6000 {
        let (rows, columns) = (dice.below(7) as usize, dice.below(7) as usize);
        let sides = [2, 4, 30, 60_000, 1 << 31, 1 << 45][dice.below(6) as usize];
        let shift = dice.below(3) as i64 * (sides / 2) as i64;
        let cells: Vec<i64> = (0..rows * columns).map(|_| dice.below(sides) as i64 - shift).collect();
        let expected = least(rows, columns, &|row, column| i128::from(cells[row * columns + column]));
        assert_integers(rows, columns, &cells, Some(expected));
    }
}

#[test]
fn the_least_of_all_assignments_of_seven() {
    let mut dice = Dice(2);
    for round in 0..60 {
        let (rows, columns) = [(7, 7), (7, 5), (5, 8), (1, 7), (7, 1)][round % 5];
        let cells: Vec<i64> = (0..rows * columns).map(|_| dice.below(20) as i64).collect();
        let expected = least(rows, columns, &|row, column| i128::from(cells[row * columns + column]));
        assert_integers(rows, columns, &cells, Some(expected));
    }
}

#[test]
fn floats_are_within_the_bound_of_the_best() {
    let mut dice = Dice(3);
    for round in 0..2000 {
        let (rows, columns) = (1 + dice.below(6) as usize, 1 + dice.below(6) as usize);
        let size = 10f64.powi(dice.below(41) as i32 - 20);
        let far = [0.0, 0.0, -0.5, 3.0, 1e6][round % 5] * size;
        let cells: Vec<f64> = (0..rows * columns).map(|_| far + dice.unit() * size).collect();
        let assignment = solved(rows, columns, &cells);
        assert_proven(rows, columns, &|at| integer(&assignment, cells[at]), &assignment);
        // Units of 2^-100 of the largest, far finer than the bound, so that the oracle is exact.
        let top = cells.iter().fold(0f64, |top, cell| top.max(cell.abs()));
        let unit = 2f64.powi(top.log2().ceil() as i32 - 100);
        let exact = |row: usize, column: usize| (cells[row * columns + column] / unit) as i128;
        let chosen: i128 = assignment.pairs().map(|(row, column)| exact(row, column as usize)).sum();
        let excess = assignment.quantisation.excess(rows.min(columns));
        let best = least(rows, columns, &exact);
        assert!(chosen >= best && chosen - best <= (excess / unit) as i128 + 1, "{chosen} {best} {excess} {unit}");
        let (low, high) =
            (cells.iter().copied().fold(f64::MAX, f64::min), cells.iter().copied().fold(f64::MIN, f64::max));
        let steps = (high - low) * 2f64.powi(assignment.quantisation.shift);
        assert!(assignment.quantisation.exact || steps >= 2f64.powi(40), "{:?}", assignment.quantisation);
        let offset = assignment.quantisation.offset;
        for cell in &cells {
            let [cell, offset, less] = [*cell, offset, cell - offset].map(|number| (number / unit) as i128);
            assert_eq!(cell - offset, less, "{:?}", assignment.quantisation);
        }

        let single: Vec<f32> = cells.iter().map(|cell| *cell as f32).collect();
        let assignment = solved(rows, columns, &single);
        assert_proven(rows, columns, &|at| integer(&assignment, f64::from(single[at])), &assignment);
    }
}

#[test]
fn another_solver_finds_the_same_up_to_sixty() {
    let mut dice = Dice(4);
    for round in 0..400 {
        let (rows, columns) = (1 + dice.below(60) as usize, 1 + dice.below(60) as usize);
        let sides = [2, 10, 100, 100_000][round % 4];
        let cells: Vec<i64> = (0..rows * columns).map(|_| dice.below(sides) as i64).collect();
        let peer = if rows <= columns {
            Peer::from_vec(rows, columns, cells.clone()).unwrap()
        } else {
            Peer::from_vec(rows, columns, cells.clone()).unwrap().transposed()
        };
        assert_integers(rows, columns, &cells, Some(i128::from(kuhn_munkres_min(&peer).0)));
    }
}

/// Sizes on both sides of the places where the methods change.
const SIZES: [usize; 6] = [16, 33, 70, 150, 300, 700];

#[test]
fn products_cost_what_the_formula_says() {
    for size in SIZES {
        let cells: Vec<i64> = (0..size * size).map(|at| ((at / size + 1) * (at % size + 1)) as i64).collect();
        assert_integers(size, size, &cells, Some((size * (size + 1) * (size + 2) / 6) as i128));
    }
}

#[test]
fn equal_cells_cost_their_number() {
    for (rows, columns) in [(1, 1), (1, 500), (500, 1), (40, 300), (300, 40), (257, 257)] {
        for cost in [0, 7, -7] {
            let expected = i128::from(cost) * rows.min(columns) as i128;
            assert_integers(rows, columns, &vec![cost; rows * columns], Some(expected));
        }
    }
}

#[test]
fn a_hidden_assignment_is_found() {
    let mut dice = Dice(5);
    for size in SIZES {
        let mut hidden: Vec<usize> = (0..size).collect();
        (1..size).rev().for_each(|at| hidden.swap(at, dice.below(at as u64 + 1) as usize));
        for sides in [1, 3, 1000] {
            let cells: Vec<i64> = (0..size * size)
                .map(|at| if hidden[at / size] == at % size { 0 } else { 1 + dice.below(sides) as i64 })
                .collect();
            assert_integers(size, size, &cells, Some(0));
        }
    }
}

#[test]
fn every_family_is_proven() {
    let mut dice = Dice(6);
    for (rows, columns) in [(200, 200), (150, 400), (400, 150), (300, 301), (600, 600)] {
        let places: Vec<[f64; 2]> = (0..rows + columns).map(|_| [dice.unit(), dice.unit()]).collect();
        let skew: Vec<f64> = (0..rows + columns).map(|_| dice.unit() * 50.0).collect();
        let families: [Box<dyn FnMut(usize, usize) -> f64>; 4] = [
            Box::new(|_, _| Dice(0).unit() * 100.0),
            Box::new(|row, column| {
                let (from, to) = (places[row], places[rows + column]);
                ((from[0] - to[0]).hypot(from[1] - to[1]) * 1e4).round()
            }),
            Box::new(|row, column| skew[row] + skew[rows + column]),
            Box::new(|row, column| skew[row] * skew[rows + column]),
        ];
        for (at, mut family) in families.into_iter().enumerate() {
            let noise = if at == 0 { 1.0 } else { 0.0 };
            let cells: Vec<f64> =
                (0..rows * columns).map(|at| family(at / columns, at % columns) + noise * dice.unit()).collect();
            let assignment = solved(rows, columns, &cells);
            assert_proven(rows, columns, &|at| integer(&assignment, cells[at]), &assignment);
            let whole: Vec<i64> = cells.iter().map(|cell| *cell as i64).collect();
            assert_integers(rows, columns, &whole, None);
        }
    }
}

#[test]
fn empty_sides_have_no_pairs() {
    for (rows, columns) in [(0, 0), (0, 5), (5, 0)] {
        assert_integers(rows, columns, &[], Some(0));
        assert_eq!(solved::<f64>(rows, columns, &[]).columns, vec![None; rows]);
    }
}

#[test]
fn extreme_integers_are_solved_or_refused() {
    let big = 1i64 << 58;
    let cells = [big, -big, 0, big, big, -big, -big, 0, big];
    let expected = least(3, 3, &|row, column| i128::from(cells[row * 3 + column]));
    let assignment = solved(3, 3, &cells);
    assert_proven(3, 3, &|at| i128::from(cells[at]), &assignment);
    assert_eq!(assignment.total, expected);
    // Far from 0 but close together: potentials would still fit, and do.
    let far = [i64::MAX, i64::MAX - 5, i64::MAX - 1, i64::MAX - 9];
    let assignment = solved(2, 2, &far);
    assert_proven(2, 2, &|at| i128::from(far[at]), &assignment);
    assert_eq!(assignment.total, 2 * i128::from(i64::MAX) - 9);
    let wide = [i64::MIN, i64::MAX, 0, 1];
    let matrix = Matrix::new(2, 2, &wide).unwrap();
    assert_eq!(solve(&matrix, &Control::default()), Err(DenseError::Overflow));
    let ends = [i32::MIN, i32::MAX, i32::MAX, i32::MIN, 0, 1];
    assert_proven(3, 2, &|at| i128::from(ends[at]), &solved(3, 2, &ends));
}

#[test]
fn potentials_that_would_not_fit_are_refused() {
    // Products of large numbers: potentials grow with the square of the size.
    let size = 200i64;
    let cells: Vec<i64> = (0..size * size).map(|at| ((at / size + 1) * (at % size + 1)) << 43).collect();
    let matrix = Matrix::new(200, 200, &cells).unwrap();
    match solve(&matrix, &Control::default()) {
        Ok(assignment) => {
            let assignment = assignment.unwrap();
            assert_proven(200, 200, &|at| i128::from(cells[at]), &assignment);
        }
        Err(error) => assert_eq!(error, DenseError::Overflow),
    }
}

#[test]
fn extreme_floats_are_solved() {
    let mut dice = Dice(7);
    for (low, high) in [(-1.7e308, 1.7e308), (1e-300, 3e-300), (0.0, 1e-306), (1e300, 1.000_001e300), (-3.0, -2.999)] {
        let cells: Vec<f64> = (0..30).map(|_| if dice.below(2) == 0 { low } else { high }).collect();
        let assignment = solved(5, 6, &cells);
        let best = least(5, 6, &|row, column| i128::from(cells[row * 6 + column] == high));
        let dear = assignment.pairs().filter(|(row, column)| cells[row * 6 + *column as usize] == high).count();
        assert_eq!(dear as i128, best, "{low} {high} {:?}", assignment.quantisation);
    }
    // Too small to be told from 0, and said so.
    let assignment = solved(1, 2, &[5e-324, 0.0]);
    assert!(assignment.cost <= assignment.quantisation.excess(1));
}

#[test]
fn what_is_not_finite_is_refused_with_its_place() {
    // Quarters keep their value, whole numbers stay as they are, roots lose something.
    let fillings: [fn(usize) -> f64; 3] = [|_| 0.25, |at| (at % 50) as f64, |at| (at as f64 + 0.5).sqrt()];
    let small = [(3, 100, 2, 99), (100, 3, 57, 1), (70, 70, 0, 0), (1, 1, 0, 0)];
    let large = [(300, 400, 299, 399), (300, 1000, 150, 31), (400, 300, 399, 0)];
    let wrongs = [f64::NAN, f64::INFINITY, f64::NEG_INFINITY];
    for (wrong, filling) in wrongs.into_iter().flat_map(|wrong| fillings.map(|filling| (wrong, filling))) {
        for (rows, columns, row, column) in small.into_iter().chain(large) {
            let mut cells: Vec<f64> = (0..rows * columns).map(filling).collect();
            cells[row * columns + column] = wrong;
            let matrix = Matrix::new(rows, columns, &cells).unwrap();
            assert_eq!(solve(&matrix, &Control::default()), Err(DenseError::NotFinite { row, column }));
            let cells: Vec<f32> = cells.iter().map(|cell| *cell as f32).collect();
            let matrix = Matrix::new(rows, columns, &cells).unwrap();
            assert_eq!(solve(&matrix, &Control::default()), Err(DenseError::NotFinite { row, column }));
        }
    }
}

#[test]
fn shapes_that_do_not_fit_are_refused() {
    assert_eq!(Matrix::new(2, 3, &[0u16; 5]).unwrap_err(), DenseError::Shape { rows: 2, columns: 3, cells: 5 });
    let rows = 1 << 32;
    assert_eq!(Matrix::new(rows, 0, &[0u16; 0]).unwrap_err(), DenseError::TooLarge { rows, columns: 0 });
}

#[test]
fn a_run_can_be_stopped() {
    let cells: Vec<i32> = (0..200 * 200).map(|at| (at / 200) * (at % 200)).collect();
    let matrix = Matrix::new(200, 200, &cells).unwrap();
    let asked = AtomicUsize::new(0);
    let stop = || asked.fetch_add(1, Ordering::Relaxed) > 3;
    for control in [
        Control { should_stop: Some(&stop), ..Control::default() },
        Control { give_up: Some(&stop), ..Control::default() },
    ] {
        asked.store(0, Ordering::Relaxed);
        assert_eq!(solve(&matrix, &control), Ok(None));
        assert_eq!(asked.load(Ordering::Relaxed), 5);
    }
}

#[test]
fn a_run_tells_how_far_it_is() {
    let cells: Vec<i32> = (0..200 * 200).map(|at| (at / 200) * (at % 200)).collect();
    let matrix = Matrix::new(200, 200, &cells).unwrap();
    let told = AtomicUsize::new(0);
    let progress = |progress: crate::control::Progress| {
        assert!(progress.done < progress.of);
        assert!(told.fetch_max(progress.done, Ordering::Relaxed) <= progress.done);
    };
    assert!(solve(&matrix, &Control { progress: Some(&progress), ..Control::default() }).unwrap().is_some());
    assert!(told.load(Ordering::Relaxed) > 100);
}

/// One number after the other, for kernels that are compiled for several instruction sets: what they give is compared
/// with plain loops, whichever of them runs here.
#[test]
fn the_cheapest_cells_are_chosen_and_the_rest_is_bounded() {
    let mut dice = Dice(8);
    let mut selector = Selector::new();
    for round in 0..3000 {
        let columns = 1 + dice.below([20, 70, 300, 2000][round % 4]) as usize;
        let sides = [2, 12, 1000, 1 << 40][round / 4 % 4];
        let row: Vec<i64> = (0..columns).map(|_| dice.below(sides) as i64 - 3).collect();
        let rest = selector.select(&row, round, 16, 24);
        let mut chosen = vec![false; columns];
        for (cell, column) in &selector.chosen {
            assert_eq!(*cell, row[*column as usize]);
            assert!(!std::mem::replace(&mut chosen[*column as usize], true));
        }
        assert!((columns.min(10)..=24).contains(&selector.chosen.len()), "{}", selector.chosen.len());
        let mut others = (0..columns).filter(|column| !chosen[*column]).map(|column| row[column]);
        assert!(match rest {
            Rest::None => others.next().is_none(),
            Rest::From(bound) => others.all(|cell| cell >= bound),
            Rest::Above(bound) => others.all(|cell| cell > bound),
        });
        let dearest = selector.chosen.iter().map(|(cell, _)| *cell).max().unwrap();
        let bound = match rest {
            Rest::None => continue,
            Rest::From(bound) | Rest::Above(bound) => bound,
        };
        assert!(dearest <= bound, "{dearest} {bound}");
    }
}

/// The numbers of 2^20 cells that rounding might treat differently, one by one.
#[test]
fn rounding_is_that_of_the_definition() {
    let mut dice = Dice(9);
    for shift in [-3, 0, 1, 20, 44] {
        let top = 2f64.powi(45 - shift);
        let mut cells: Vec<f64> = (0..5000).map(|_| (dice.unit() - 0.5) * top).collect();
        cells.extend((0..5000).map(|at| (f64::from(at) - 2500.5) * 2f64.powi(-shift)));
        let scale = Scale { factor: 2f64.powi(shift), shift, ..Scale::WHOLE };
        for cell in &cells {
            assert_eq!(i128::from(scale.whole(*cell)), (cell * 2f64.powi(shift)).round_ties_even() as i128);
        }
        let mut seen = Seen::default();
        let mut minima = Vec::new();
        survey::floats(&cells, cells.len(), &scale, &mut seen, &mut minima);
        assert_eq!(seen.least, cells.iter().copied().fold(f64::MAX, f64::min));
        assert_eq!(seen.most, cells.iter().copied().fold(f64::MIN, f64::max));
        assert!(minima.contains(&seen.least));
        assert!(!seen.doubtful);
        assert_ne!(seen.rounded, 0);
        // Once something was lost, less is asked of the rows to come, with the same range and minima.
        let (known, minima_before) = (seen, std::mem::take(&mut minima));
        survey::floats(&cells, cells.len(), &scale, &mut seen, &mut minima);
        assert_eq!((seen.least, seen.most, seen.doubtful), (known.least, known.most, false));
        assert_eq!(minima, minima_before);
        let whole: Vec<f64> = cells.iter().map(|cell| (cell * 2f64.powi(shift)).round() * 2f64.powi(-shift)).collect();
        for cells in [&whole[..], &whole[..33], &whole[..1]] {
            let mut seen = Seen::default();
            survey::floats(cells, 1, &scale, &mut seen, &mut Vec::new());
            assert_eq!((seen.doubtful, seen.rounded), (false, 0));
        }
    }
}

/// Where 32 bits are enough for the search through whole rows, where they stop to be, and where they never were.
#[test]
fn products_of_any_size_are_solved() {
    for unit in [1i64, 900, 1 << 13, 1 << 22, 1 << 40] {
        let size = 120i64;
        let cells: Vec<i64> = (0..size * size).map(|at| (at / size + 1) * (at % size + 1) * unit).collect();
        assert_integers(120, 120, &cells, Some(i128::from(size * (size + 1) * (size + 2) / 6 * unit)));
    }
}

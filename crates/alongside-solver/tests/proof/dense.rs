//! Matrices of every type of number against every matching, and against another solver.

#![allow(clippy::float_arithmetic, reason = "costs that are not whole are what is tested")]

use super::compared;
use crate::oracle::draw::Draw;
use crate::oracle::share;
use crate::oracle::table::{self, Table};
use alongside_solver::verify::dense::{Claim, Cost, Units, verify};
use alongside_solver::{Control, dense};
use pathfinding::kuhn_munkres::kuhn_munkres_min;
use pathfinding::matrix::Matrix;

/// How many matrices of each type were compared.
#[derive(Default)]
struct Count {
    i64: u64,
    i32: u64,
    u16: u64,
    f64: u64,
    f32: u64,
    parts: u64,
}

impl Count {
    fn told(&self, of: &str, with: &str) {
        for (kind, count) in
            [("i64", self.i64), ("i32", self.i32), ("u16", self.u16), ("f64", self.f64), ("f32", self.f32)]
        {
            compared(count, &format!("{of} of whole costs in {kind}, with {with}"));
        }
        compared(self.parts, &format!("{of} of costs that are not whole in f64 and f32, with {with}"));
    }
}

/// The matching found, proven by the checker.
fn solved<C: Cost + dense::Cell>(rows: usize, columns: usize, cells: &[C]) -> dense::Assignment {
    let matrix = dense::Matrix::new(rows, columns, cells).unwrap();
    let found = dense::solve(&matrix, &Control::default()).unwrap().unwrap();
    let verified = verify(&Claim {
        columns,
        cells,
        units: Units { offset: found.quantisation.offset, shift: found.quantisation.shift },
        assignment: &found.columns,
        rows: &found.row_potentials,
        column_potentials: &found.column_potentials,
    });
    let verified = verified.unwrap_or_else(|flaws| panic!("{flaws:?}"));
    assert_eq!((verified.units, verified.pairs), (found.total, rows.min(columns)));
    found
}

/// Whole costs in every type that holds them.
fn whole(table: &Table, least: i128, count: &mut Count, about: u64) {
    let (rows, columns) = (table.len(), table[0].len());
    let cells: Vec<i64> = table.iter().flatten().copied().collect();
    let check = |found: &dense::Assignment| {
        assert_eq!(found.total, least, "seed {about}");
        assert_eq!(table::cost(table, &found.columns), least, "seed {about}");
    };
    check(&solved(rows, columns, &cells));
    check(&solved(rows, columns, &cells.iter().map(|cost| *cost as f64).collect::<Vec<_>>()));
    check(&solved(rows, columns, &cells.iter().map(|cost| i32::try_from(*cost).unwrap()).collect::<Vec<_>>()));
    count.i64 += 1;
    count.i32 += 1;
    count.f64 += 1;
    if cells.iter().all(|cost| u16::try_from(*cost).is_ok()) {
        check(&solved(rows, columns, &cells.iter().map(|cost| u16::try_from(*cost).unwrap()).collect::<Vec<_>>()));
        count.u16 += 1;
    }
    if cells.iter().all(|cost| cost.abs() < 1 << 24) {
        check(&solved(rows, columns, &cells.iter().map(|cost| *cost as f32).collect::<Vec<_>>()));
        count.f32 += 1;
    }
}

/// What a matching is above the least, in units of 2^-60, is no more than was said.
fn parts(table: &Table, count: &mut Count, about: u64, least: &dyn Fn(&Table) -> i128) {
    let (rows, columns) = (table.len(), table[0].len());
    let double: Vec<f64> = table.iter().flatten().map(|cost| *cost as f64 / 7.0).collect();
    let single: Vec<f32> = double.iter().map(|cost| *cost as f32).collect();
    let unit = 2f64.powi(-60);
    let check = |numbers: &[f64], found: &dense::Assignment| {
        // Multiplied by a power of two, so exactly.
        let exact = |at: usize| (numbers[at] / unit) as i128;
        let fits = (0..rows * columns).all(|at| exact(at).unsigned_abs() < 1 << 62);
        if !fits {
            return 0;
        }
        let units: Table = (0..rows)
            .map(|row| (0..columns).map(|column| i64::try_from(exact(row * columns + column)).unwrap()).collect())
            .collect();
        let excess = (found.quantisation.excess(rows.min(columns)) / unit) as i128 + 1;
        let over = table::cost(&units, &found.columns) - least(&units);
        assert!((0..=excess).contains(&over), "seed {about}: {over} {excess}");
        1
    };
    count.parts += check(&double, &solved(rows, columns, &double));
    let widened: Vec<f64> = single.iter().map(|cost| f64::from(*cost)).collect();
    count.parts += check(&widened, &solved(rows, columns, &single));
}

fn least_of_all(table: &Table) -> i128 {
    let mut least = i128::MAX;
    table::every(table, |chosen| least = least.min(table::cost(table, chosen)));
    least
}

#[test]
fn the_least_of_all_in_every_type_of_number() {
    let declared = share(100_000, 20);
    let mut count = Count::default();
    let mut seed = 0;
    while count.u16 < declared {
        seed += 1;
        let mut draw = Draw::new(seed ^ 0xde50_0000);
        let mut any = table::any(&mut draw, 5);
        if draw.chance(50) {
            any.iter_mut().flatten().for_each(|cost| *cost = cost.abs() & 0xffff);
        }
        whole(&any, least_of_all(&any), &mut count, seed);
        // Sevenths of at most 28 in size.
        any.iter_mut().flatten().for_each(|cost| *cost %= 27);
        parts(&any, &mut count, seed, &least_of_all);
    }
    count.told("tiny matrices", "every matching");
}

/// The least cost as the algorithm of Kuhn and Munkres finds it.
fn kuhn_munkres(table: &Table) -> i128 {
    let rows = table.iter().map(|row| row.iter().map(|cost| i128::from(*cost)).collect::<Vec<_>>());
    let matrix = Matrix::from_rows(rows).unwrap();
    kuhn_munkres_min(&if matrix.rows <= matrix.columns { matrix } else { matrix.transposed() }).0
}

#[test]
fn larger_matrices_cost_what_another_solver_finds() {
    let declared = share(5_000, 40);
    let mut count = Count::default();
    let mut seed = 0;
    while count.u16 < declared {
        seed += 1;
        let mut draw = Draw::new(seed ^ 0xde51_0000);
        let (rows, columns) = (1 + draw.below(60), 1 + draw.below(60));
        let (low, high) = draw.pick(&[(0, 1), (0, 9), (0, 65_535), (0, 65_535), (-500, 500), (-1 << 30, 1 << 30)]);
        let mut any: Table = (0..rows).map(|_| (0..columns).map(|_| draw.within(low, high)).collect()).collect();
        whole(&any, kuhn_munkres(&any), &mut count, seed);
        any.iter_mut().flatten().for_each(|cost| *cost %= 27);
        parts(&any, &mut count, seed, &kuhn_munkres);
    }
    count.told("matrices of up to 60", "another solver");
}

//! The checker of matrices against every matching there is.

#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::float_arithmetic,
    clippy::panic,
    reason = "a test that fails should fail"
)]

mod oracle;

use alongside_solver::verify::dense::{Claim, Cost, Flaw, Units, Verified, verify};
use alongside_solver::{Control, dense};
use oracle::draw::Draw;
use oracle::share;
use oracle::table::{self, Table};

struct Proof {
    rows: Vec<i64>,
    columns: Vec<i64>,
}

fn verified<C: Cost>(cells: &[C], units: Units, chosen: &[Option<u32>], proof: &Proof) -> Result<Verified, Vec<Flaw>> {
    let columns = proof.columns.len();
    verify(&Claim { columns, cells, units, assignment: chosen, rows: &proof.rows, column_potentials: &proof.columns })
}

fn cells<C>(table: &Table, cell: impl Fn(i64) -> C) -> Vec<C> {
    table.iter().flatten().map(|cost| cell(*cost)).collect()
}

fn solved(draw: &mut Draw) -> (Table, Vec<Option<u32>>, i128, Proof) {
    let table = table::any(draw, 5);
    let mut best: Option<(i128, Vec<Option<u32>>)> = None;
    table::every(&table, |chosen| {
        let cost = table::cost(&table, chosen);
        if best.as_ref().is_none_or(|(least, _)| cost < *least) {
            best = Some((cost, chosen.to_vec()));
        }
    });
    let (least, chosen) = best.unwrap();
    let reach = draw.pick(&[0, 3, 1 << 40]);
    let (rows, columns) = table::potentials(&table, &chosen, || draw.within(-reach, reach)).unwrap();
    (table, chosen, least, Proof { rows, columns })
}

#[test]
fn the_least_cost_is_proven_and_no_other() {
    let (mut right, mut wrong) = (0, 0);
    for seed in 0..share(50_000, 10) {
        let (table, _, least, proof) = solved(&mut Draw::new(seed));
        let whole = cells(&table, |cost| cost);
        table::every(&table, |other| {
            let found = verified(&whole, Units::default(), other, &proof);
            let best = table::cost(&table, other) == least;
            assert_eq!(found.is_ok(), best, "seed {seed}: {found:?}");
            *(if best { &mut right } else { &mut wrong }) += 1;
            if let Ok(found) = found {
                assert_eq!((found.units, found.pairs), (least, other.iter().flatten().count()));
            }
        });
    }
    assert!(right > 5000 && wrong > 5000, "{right} {wrong}");
}

#[test]
fn potentials_are_proofs_only_where_they_add_up() {
    let mut wrong = 0;
    for seed in 0..share(50_000, 10) {
        let mut draw = Draw::new(seed);
        let (table, chosen, least, mut proof) = solved(&mut draw);
        let whole = cells(&table, |cost| cost);
        let (rows, columns) = (table.len(), table[0].len());
        for _ in 0..draw.below(3) {
            let (row, column) = (draw.below(rows), draw.below(columns));
            let by = draw.pick(&[-1, 1, 5, i64::MIN / 2, i64::MAX]);
            match draw.below(3) {
                0 => proof.rows[row] = proof.rows[row].saturating_add(by),
                1 => proof.columns[column] = proof.columns[column].saturating_add(by),
                _ => {
                    proof.rows.iter_mut().for_each(|potential| *potential = potential.saturating_add(by));
                    proof.columns.iter_mut().for_each(|potential| *potential = potential.saturating_sub(by));
                }
            }
        }
        // By adding up: never above a cost, the longer side never above zero, and in all the least cost.
        let sums = || proof.rows.iter().chain(&proof.columns).map(|potential| i128::from(*potential));
        let sum = |row: usize, column: usize| i128::from(proof.rows[row]) + i128::from(proof.columns[column]);
        let below = (0..rows).all(|row| (0..columns).all(|at| sum(row, at) <= i128::from(table[row][at])));
        let longer = match rows.cmp(&columns) {
            std::cmp::Ordering::Less => proof.columns.iter().all(|potential| *potential <= 0),
            std::cmp::Ordering::Greater => proof.rows.iter().all(|potential| *potential <= 0),
            std::cmp::Ordering::Equal => true,
        };
        let right = below && longer && sums().sum::<i128>() == least;
        let found = verified(&whole, Units::default(), &chosen, &proof);
        assert_eq!(found.is_ok(), right, "seed {seed}: {found:?}");
        wrong += u64::from(!right);
    }
    assert!(wrong > 1000, "{wrong}");
}

#[test]
fn every_kind_of_number_is_taken() {
    let mut narrow = 0;
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let (table, chosen, least, proof) = solved(&mut draw);
        let found = verified(&cells(&table, |cost| i32::try_from(cost).unwrap()), Units::default(), &chosen, &proof);
        assert_eq!(found.unwrap().units, least);
        if table.iter().flatten().all(|cost| u16::try_from(*cost).is_ok()) {
            let found =
                verified(&cells(&table, |cost| u16::try_from(cost).unwrap()), Units::default(), &chosen, &proof);
            assert_eq!(found.unwrap().units, least);
            narrow += 1;
        }
        // A unit is 2^-shift, and all costs are moved by an offset and by less than half a unit.
        let shift = draw.pick(&[-20, 0, 7]);
        let offset = draw.pick(&[0.0, 1024.0]);
        let unit = f64::from(-shift).exp2();
        let units = Units { offset, shift };
        let part = draw.pick(&[-0.5, -0.25, 0.0, 0.25, 0.5]);
        let double = cells(&table, |cost| (cost as f64 + part) * unit + offset);
        assert_eq!(verified(&double, units, &chosen, &proof).unwrap().units, least, "seed {seed}");
        if table.iter().flatten().all(|cost| cost.abs() < 1 << 20) && offset == 0.0 {
            let single = cells(&table, |cost| ((cost as f64 + part) * unit) as f32);
            assert_eq!(verified(&single, units, &chosen, &proof).unwrap().units, least, "seed {seed}");
        }
        // More than half a unit below, and the potentials are too high; more above, and matches are too dear.
        let (row, column) = (draw.below(table.len()), draw.below(table[0].len()));
        let slack = table[row][column] - proof.rows[row] - proof.columns[column];
        let mut bent = cells(&table, |cost| cost as f64 * unit + offset);
        bent[row * table[0].len() + column] -= (slack as f64 + 0.75) * unit;
        let flaws = verified(&bent, units, &chosen, &proof).unwrap_err();
        assert_eq!(flaws, [Flaw::Cheaper { row, column }], "seed {seed}");
        if let Some(column) = chosen[row].map(|column| column as usize) {
            let mut bent = cells(&table, |cost| cost as f64 * unit + offset);
            bent[row * table[0].len() + column] += 0.75 * unit;
            let flaws = verified(&bent, units, &chosen, &proof).unwrap_err();
            assert_eq!(flaws, [Flaw::Dearer { row, column }], "seed {seed}");
        }
    }
    assert!(narrow > 100, "{narrow}");
}

/// Solves the cells and asserts that what comes out is proven, and adds up to what it says.
fn solved_and_proven<C: Cost + dense::Cell>(cells: &[C], rows: usize, columns: usize, about: &str) -> i128 {
    let matrix = dense::Matrix::new(rows, columns, cells).unwrap();
    let found = dense::solve(&matrix, &Control::default()).unwrap().unwrap();
    let units = Units { offset: found.quantisation.offset, shift: found.quantisation.shift };
    let proof = Proof { rows: found.row_potentials, columns: found.column_potentials };
    let verified = verified(cells, units, &found.columns, &proof);
    let verified = verified.unwrap_or_else(|flaws| panic!("{about}: {flaws:?}"));
    assert_eq!((verified.units, verified.pairs), (found.total, rows.min(columns)), "{about}");
    found.total
}

#[test]
fn what_the_solver_of_matrices_finds_is_proven_and_the_least() {
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let (table, _, least, _) = solved(&mut draw);
        let (rows, columns) = (table.len(), table[0].len());
        let about = format!("seed {seed}");
        assert_eq!(solved_and_proven(&cells(&table, |cost| cost), rows, columns, &about), least, "seed {seed}");
        let found = solved_and_proven(&cells(&table, |cost| i32::try_from(cost).unwrap()), rows, columns, &about);
        assert_eq!(found, least, "seed {seed}");
        if table.iter().flatten().all(|cost| u16::try_from(*cost).is_ok()) {
            let found = solved_and_proven(&cells(&table, |cost| u16::try_from(cost).unwrap()), rows, columns, &about);
            assert_eq!(found, least, "seed {seed}");
        }
        // Numbers that are not whole: near each other and far off, large and small.
        let unit = draw.pick(&[1.0, 1e-9, 0.1, 1e12]);
        let offset = draw.pick(&[0.0, 1e6, -1e15]);
        let double = cells(&table, |cost| cost as f64 * unit + offset);
        solved_and_proven(&double, rows, columns, &about);
        solved_and_proven(&cells(&table, |cost| (cost as f64 * unit) as f32), rows, columns, &about);
    }
}

#[test]
fn larger_matrices_are_proven_too() {
    for seed in 0..share(200, 10) {
        let mut draw = Draw::new(seed);
        let (rows, columns) = (1 + draw.below(150), 1 + draw.below(150));
        let most = draw.pick(&[0, 1, 10, 65_535]);
        let whole: Vec<i64> = (0..rows * columns).map(|_| draw.within(0, most)).collect();
        let about = format!("seed {seed}");
        solved_and_proven(&whole, rows, columns, &about);
        let double: Vec<f64> = (0..rows * columns).map(|_| draw.below(1 << 40) as f64 / 7.0).collect();
        solved_and_proven(&double, rows, columns, &about);
    }
}

#[test]
fn costs_without_a_number_and_units_without_a_size_are_refused() {
    let proof = Proof { rows: vec![0], columns: vec![0] };
    let refused = Err(vec![Flaw::NotInUnits { row: 0, column: 0 }]);
    let cost = |cost: f64, units: Units| verified(&[cost], units, &[Some(0)], &proof);
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(cost(bad, Units::default()), refused);
    }
    assert_eq!(cost(1e300, Units { offset: 1e300, shift: 0 }).unwrap().units, 0);
    assert_eq!(cost(1.0, Units { offset: 1e300, shift: 0 }), refused);
    assert_eq!(cost(1.0, Units { offset: 0.0, shift: 1024 }), refused);
    assert_eq!(cost(1.0, Units { offset: 0.0, shift: i32::MAX }), refused);
    assert_eq!(cost(1e300, Units { offset: 0.0, shift: 1000 }), refused);
    assert_eq!(cost(1e-320, Units { offset: 0.0, shift: -1000 }).unwrap().units, 0);
}

#[test]
fn the_largest_numbers_are_compared_exactly() {
    let one = |cost: f64, row: i64, column: i64| {
        verified(&[cost], Units::default(), &[Some(0)], &Proof { rows: vec![row], columns: vec![column] }).is_ok()
    };
    let large = (1_i64 << 62) as f64;
    assert!(one(large, 1 << 62, 0));
    assert!(!one(large, 1 << 62, 1));
    assert!(!one(large, 1 << 62, -1));
    assert!(one(-large * 4.0, i64::MIN, i64::MIN));
    assert!(!one(-large * 4.0, i64::MIN, i64::MIN + 1));
    assert!(!one(1e200, i64::MAX, i64::MAX));
    assert!(!one(-1e200, i64::MIN, i64::MIN));
    // From 2^51 on halves are still told apart, and from 2^52 on there are none.
    let edge = (1_i64 << 51) as f64;
    assert!(one(edge + 0.5, 1 << 51, 0) && one(edge - 0.5, 1 << 51, 0));
    assert!(!one(edge + 0.5, (1 << 51) - 1, 0) && one(edge + 0.5, (1 << 51) + 1, 0));
    assert!(!one(edge + 0.5, (1 << 51) + 2, 0));
}

#[test]
fn matchings_that_are_none_are_refused() {
    let proof = || Proof { rows: vec![0, 0], columns: vec![0, 0, 0] };
    let check = |chosen: &[Option<u32>], proof: &Proof| verified(&[0_i64; 6], Units::default(), chosen, proof);
    assert!(check(&[Some(0), Some(2)], &proof()).is_ok());
    assert_eq!(check(&[Some(0), Some(0)], &proof()), Err(vec![Flaw::Twice { column: 0 }]));
    assert_eq!(check(&[Some(0), Some(3)], &proof()), Err(vec![Flaw::NoSuchColumn { row: 1, column: 3 }]));
    assert!(check(&[Some(0), None], &proof()).is_err());
    assert!(check(&[Some(0)], &proof()).is_err());
    assert!(check(&[Some(0), Some(1)], &Proof { rows: vec![0], ..proof() }).is_err());
    assert!(check(&[Some(0), Some(1)], &Proof { columns: vec![0, 0], ..proof() }).is_err());
    assert!(
        verify::<i64>(&Claim {
            columns: 0,
            cells: &[],
            units: Units::default(),
            assignment: &[],
            rows: &[],
            column_potentials: &[],
        })
        .is_ok()
    );
}

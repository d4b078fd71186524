//! An assignment over a matrix of costs, and its proof.

mod cost;
mod flaw;

pub use cost::{Cost, Units};
pub use flaw::Flaw;

use super::MAX_FLAWS;
use super::flaw::Part;
use std::cmp::Ordering;

/// A matrix with what is said of it: who has whom, and a potential for each row and column.
#[derive(Debug, Clone, Copy)]
pub struct Claim<'a, C> {
    /// Number of columns.
    pub columns: usize,
    /// The costs, row after row.
    pub cells: &'a [C],
    /// In which units the potentials are. Whole numbers are taken as they are.
    pub units: Units,
    /// The column of each row.
    pub assignment: &'a [Option<u32>],
    /// The potential of each row.
    pub rows: &'a [i64],
    /// The potential of each column.
    pub column_potentials: &'a [i64],
}

/// What was proven.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Verified {
    /// Rows and columns matched: as many as the shorter side has.
    pub pairs: usize,
    /// The sum of the potentials, in units. Whole costs add up to exactly that, and no such matching costs less. Other
    /// costs add up to no more than half a unit a pair above it, and no such matching costs less than half a unit a
    /// pair below it.
    pub units: i128,
}

/// Proves that the whole shorter side is matched and at the least cost: no row's and column's potentials together
/// exceed their cost, and equal it where the two are matched; and on the longer side no potential is above zero, and
/// none is other than zero where nobody is matched.
///
/// This is linear programming duality for the assignment problem (Egerváry 1931; Kuhn 1955). Time: the cells, read
/// once in order. Costs that are not whole are compared with the potentials up to half a unit, which is what rounding
/// to whole units may do to them.
///
/// # Errors
///
/// What is wrong, at most [`MAX_FLAWS`].
pub fn verify<C: Cost>(claim: &Claim<'_, C>) -> Result<Verified, Vec<Flaw>> {
    let mut flaws = Flaws(Vec::new());
    let held = held(claim, &mut flaws);
    if !flaws.0.is_empty() {
        return Err(flaws.0);
    }
    let columns = claim.columns.max(1);
    for (row, (cells, own)) in claim.cells.chunks_exact(columns).zip(claim.rows).enumerate() {
        check_row(row, cells, *own, claim, &mut flaws);
        if flaws.0.len() >= MAX_FLAWS {
            return Err(flaws.0);
        }
    }
    longer_side(claim, &held, &mut flaws);
    if !flaws.0.is_empty() {
        return Err(flaws.0);
    }
    let units = claim.rows.iter().chain(claim.column_potentials).map(|potential| i128::from(*potential)).sum();
    Ok(Verified { pairs: claim.assignment.iter().flatten().count(), units })
}

struct Flaws(Vec<Flaw>);

impl Flaws {
    fn push(&mut self, flaw: Flaw) {
        if self.0.len() < MAX_FLAWS {
            self.0.push(flaw);
        }
    }
}

/// Which columns somebody has, once lengths are right.
fn held<C>(claim: &Claim<'_, C>, flaws: &mut Flaws) -> Vec<bool> {
    let (rows, columns) = (claim.assignment.len(), claim.columns);
    let lengths = [
        (rows.checked_mul(columns), claim.cells.len()),
        (Some(rows), claim.rows.len()),
        (Some(columns), claim.column_potentials.len()),
    ];
    for (expected, given) in lengths {
        if expected != Some(given) {
            flaws.push(Flaw::Length { expected, given });
        }
    }
    let mut held = vec![false; columns];
    for (row, column) in claim.assignment.iter().enumerate() {
        let Some(column) = *column else { continue };
        match held.get_mut(column as usize) {
            None => flaws.push(Flaw::NoSuchColumn { row, column }),
            Some(true) => flaws.push(Flaw::Twice { column }),
            Some(held) => *held = true,
        }
    }
    let unmatched_row = claim.assignment.iter().position(Option::is_none).filter(|_| rows <= columns);
    let unmatched_column = held.iter().position(|held| !held).filter(|_| columns <= rows);
    for (part, index) in [(Part::Row, unmatched_row), (Part::Column, unmatched_column)] {
        if let Some(index) = index {
            flaws.push(Flaw::Unmatched { part, index });
        }
    }
    held
}

fn check_row<C: Cost>(row: usize, cells: &[C], own: i64, claim: &Claim<'_, C>, flaws: &mut Flaws) {
    let matched = claim.assignment[row].map(|column| column as usize);
    // First all cells by one plain question; which of them is wrong is asked only where one is.
    let fine = cells.iter().zip(claim.column_potentials).all(|(cell, potential)| {
        let sum = i128::from(own) + i128::from(*potential);
        matches!(cell.against(sum, claim.units), Some(Ordering::Greater | Ordering::Equal))
    });
    if !fine {
        for (column, (cell, potential)) in cells.iter().zip(claim.column_potentials).enumerate() {
            match cell.against(i128::from(own) + i128::from(*potential), claim.units) {
                None => flaws.push(Flaw::NotInUnits { row, column }),
                Some(Ordering::Less) => flaws.push(Flaw::Cheaper { row, column }),
                _ => {}
            }
        }
    }
    if let Some(column) = matched {
        let sum = i128::from(own) + i128::from(claim.column_potentials[column]);
        if cells[column].against(sum, claim.units) == Some(Ordering::Greater) {
            flaws.push(Flaw::Dearer { row, column });
        }
    }
}

/// On the side that is not matched in full, nobody has a potential above zero, and those left over have none.
fn longer_side<C>(claim: &Claim<'_, C>, held: &[bool], flaws: &mut Flaws) {
    let mut check = |part, index, potential: i64, matched: bool| {
        if potential > 0 || (potential < 0 && !matched) {
            flaws.push(Flaw::Potential { part, index });
        }
    };
    match claim.assignment.len().cmp(&claim.columns) {
        Ordering::Less => {
            for (column, (potential, held)) in claim.column_potentials.iter().zip(held).enumerate() {
                check(Part::Column, column, *potential, *held);
            }
        }
        Ordering::Greater => {
            for (row, (potential, column)) in claim.rows.iter().zip(claim.assignment).enumerate() {
                check(Part::Row, row, *potential, column.is_some());
            }
        }
        Ordering::Equal => {}
    }
}

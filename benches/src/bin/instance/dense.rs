//! A matrix of costs.

use crate::answer::{Answer, Times};
use crate::args::{Aim, Args};
use crate::load;
use crate::measure::repeated;
use alongside_benches::npy::{Array, Numbers};
use alongside_solver::Control;
use alongside_solver::dense::{Assignment, Cell, Matrix, solve};
use alongside_solver::verify::dense::{Claim, Cost, Units, verify};
use serde_json::{Value, json};

pub(crate) fn run(args: &Args, array: &Array) -> Result<(Answer, Times), String> {
    if args.aim != Aim::Total || args.seed.is_some() {
        return Err("a matrix of costs is solved for the least total, and nothing else".to_owned());
    }
    match &array.numbers {
        Numbers::F64(cells) => of(args, array, cells, |sum| json!(sum)),
        Numbers::F32(cells) => of(args, array, cells, |sum| json!(sum)),
        Numbers::I64(cells) => of(args, array, cells, whole),
        Numbers::I32(cells) => of(args, array, cells, whole),
        Numbers::U16(cells) => of(args, array, cells, whole),
    }
}

/// Whole costs add up to a whole number: 2^53 is far above those of any instance.
fn whole(sum: f64) -> Value {
    json!(sum as i64)
}

fn of<T: Cell + Cost + Into<Number>>(
    args: &Args,
    array: &Array,
    cells: &[T],
    print: impl Fn(f64) -> Value,
) -> Result<(Answer, Times), String> {
    let [rows, columns] = array.shape[..] else { return Err("a matrix has two dimensions".to_owned()) };
    let matrix = Matrix::new(rows, columns, cells).map_err(|error| error.to_string())?;
    let (solved, times) = repeated(args.repeat, || {
        let solved = solve(&matrix, &Control::default()).map_err(|error| error.to_string())?;
        solved.ok_or_else(|| "stopped".to_owned())
    })?;
    let theirs = args.solution.as_deref().map(load::solution).transpose()?;
    let assignment = theirs.as_ref().unwrap_or(&solved.columns);
    let pairs = assignment.iter().enumerate().filter_map(|(row, column)| Some(row * columns + (*column)? as usize));
    let sum = pairs.filter_map(|cell| cells.get(cell)).map(|cost| Into::<Number>::into(*cost).0).sum();
    let answer = Answer {
        served_per_tier: vec![assignment.iter().flatten().count()],
        total: print(sum),
        certificate: certificate(columns, cells, &solved, assignment),
        rounds: 1,
        more: vec![
            ("searches", json!(solved.effort.searches)),
            ("rows_read_again", json!(solved.effort.rows_read_again)),
            ("excess_at_most", json!(solved.quantisation.excess(rows.min(columns)))),
        ],
    };
    Ok((answer, if theirs.is_some() { Times::default() } else { times }))
}

fn certificate<T: Cost>(columns: usize, cells: &[T], solved: &Assignment, assignment: &[Option<u32>]) -> String {
    let units = Units { offset: solved.quantisation.offset, shift: solved.quantisation.shift };
    let (rows, column_potentials) = (solved.row_potentials.as_slice(), solved.column_potentials.as_slice());
    match verify(&Claim { columns, cells, units, assignment, rows, column_potentials }) {
        Ok(_) => "verified".to_owned(),
        Err(flaws) => flaws.iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join("; "),
    }
}

/// A cost as it is added up for people.
struct Number(f64);

macro_rules! numbers {
    ($($kind:ty),*) => {$(
        impl From<$kind> for Number {
            #[allow(clippy::cast_lossless, reason = "not every kind has a way without loss")]
            fn from(number: $kind) -> Self {
                Self(number as f64)
            }
        }
    )*};
}

numbers!(f64, f32, i64, i32, u16);

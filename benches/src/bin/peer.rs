//! One peer that is a Rust crate, on one matrix of costs: `peer CRATE FILE REPEAT` prints a line of JSON.
//!
//! The time is the processor's, of the solve alone: what each crate wants the matrix to be is made before.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program")]

use alongside_benches::cpu;
use alongside_benches::npy::{Array, Numbers};
use pathfinding::kuhn_munkres::kuhn_munkres_min;
use pathfinding::matrix::Matrix;
use serde_json::json;
use std::process::ExitCode;
use std::time::Duration;

/// How long a peer may go on repeating itself.
const PATIENCE: Duration = Duration::from_secs(1);

/// Rows, columns and cells of a matrix of costs.
struct Costs {
    rows: usize,
    columns: usize,
    cells: Vec<f64>,
}

fn main() -> ExitCode {
    match run(&std::env::args().skip(1).collect::<Vec<_>>()) {
        Ok(line) => {
            println!("{line}");
            ExitCode::SUCCESS
        }
        Err(error) => {
            eprintln!("peer: {error}");
            ExitCode::from(2)
        }
    }
}

fn run(given: &[String]) -> Result<String, String> {
    let [peer, path, repeat] = given else { return Err("usage: peer CRATE FILE REPEAT".to_owned()) };
    let repeat: usize = repeat.parse().map_err(|_| "REPEAT is a number".to_owned())?;
    let bytes = std::fs::read(path).map_err(|error| format!("{path}: {error}"))?;
    let array = Array::read(&bytes).map_err(|error| format!("{path}: {error}"))?;
    let ([rows, columns], Numbers::F64(cells)) = (&array.shape[..], array.numbers) else {
        return Err(format!("{path}: not a matrix of 64-bit costs"));
    };
    let costs = Costs { rows: *rows, columns: *columns, cells };
    match peer.as_str() {
        "pathfinding" => pathfinding(&costs, repeat),
        "lapjv" => lapjv(&costs, repeat),
        "lsap" => timed(&costs, repeat, || {
            let (rows, columns) = lsap::solve(costs.rows, costs.columns, &costs.cells, false).ok()?;
            Some(rows.into_iter().zip(columns).collect())
        }),
        other => Err(format!("there is no crate {other} here")),
    }
}

/// Whole costs only, and no more rows than columns: others are turned round.
fn pathfinding(costs: &Costs, repeat: usize) -> Result<String, String> {
    if costs.cells.iter().any(|cell| cell.fract() != 0.0) {
        return Err("only whole costs".to_owned());
    }
    let cells = costs.cells.iter().map(|cell| *cell as i64).collect();
    let matrix = Matrix::from_vec(costs.rows, costs.columns, cells).map_err(|error| error.to_string())?;
    let turned = costs.rows > costs.columns;
    let matrix = if turned { matrix.transposed() } else { matrix };
    timed(costs, repeat, || {
        let (_, columns) = kuhn_munkres_min(&matrix);
        let pairs = columns.into_iter().enumerate();
        Some(pairs.map(|(row, column)| if turned { (column, row) } else { (row, column) }).collect())
    })
}

/// Square matrices only.
fn lapjv(costs: &Costs, repeat: usize) -> Result<String, String> {
    let shape = (costs.rows, costs.columns);
    let matrix = lapjv::Matrix::from_shape_vec(shape, costs.cells.clone()).map_err(|error| error.to_string())?;
    timed(costs, repeat, || Some(lapjv::lapjv(&matrix).ok()?.0.into_iter().enumerate().collect()))
}

fn timed(
    costs: &Costs,
    repeat: usize,
    mut solve: impl FnMut() -> Option<Vec<(usize, usize)>>,
) -> Result<String, String> {
    let (mut times, mut pairs) = (Vec::new(), Vec::new());
    while times.len() < repeat && (times.is_empty() || times.iter().sum::<Duration>() < PATIENCE) {
        let before = cpu::now();
        pairs = solve().ok_or("it found none")?;
        times.push(cpu::now().saturating_sub(before));
    }
    times.sort_unstable();
    let middle = times.get(times.len() / 2).copied().unwrap_or_default();
    let total: f64 = pairs.iter().filter_map(|(row, column)| costs.cells.get(row * costs.columns + column)).sum();
    Ok(json!({ "served": pairs.len(), "total": total, "cpu_ms": middle.as_secs_f64() * 1000.0 }).to_string())
}

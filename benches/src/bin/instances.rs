//! Writes public instances as files that other solvers read, too: `instances FOLDER NAME ...`, or all of them.

#![allow(clippy::print_stderr, reason = "it is a program")]

use alongside_benches::instances::{dense, sparse};
use alongside_benches::npy;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;
use std::process::ExitCode;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

fn main() -> ExitCode {
    let mut given = std::env::args().skip(1);
    let Some(folder) = given.next() else {
        eprintln!("usage: instances FOLDER [NAME ...]");
        return ExitCode::from(2);
    };
    let mut names: Vec<String> = given.collect();
    if names.is_empty() {
        names.extend(dense::KNOWN.iter().map(|(name, _)| (*name).to_owned()));
        names.extend(sparse::RECIPES.iter().map(|recipe| recipe.name.to_owned()));
    }
    for name in names {
        if let Err(error) = write(Path::new(&folder), &name) {
            eprintln!("instances: {name}: {error}");
            return ExitCode::from(1);
        }
    }
    ExitCode::SUCCESS
}

fn write(folder: &Path, name: &str) -> Result<(), Box<dyn std::error::Error>> {
    if let Some(made) = dense::named(name) {
        let mut file = BufWriter::new(File::create(folder.join(format!("{name}.npy")))?);
        npy::write_f64(&mut file, &[made.rows, made.columns], &made.cells)?;
        return Ok(file.flush()?);
    }
    let recipe = sparse::named(name).ok_or("there is no such instance")?;
    let made = recipe.make();
    let mut archive = ZipWriter::new(BufWriter::new(File::create(folder.join(format!("{name}.npz")))?));
    let starts: Vec<i64> = made.row_starts.iter().map(|start| i64::try_from(*start)).collect::<Result<_, _>>()?;
    let columns: Vec<i64> = made.columns.iter().map(|column| i64::from(*column)).collect();
    let capacities: Vec<i64> = made.capacities.iter().map(|capacity| i64::from(*capacity)).collect();
    for (member, numbers) in [("ptr", &starts), ("col", &columns), ("score", &made.values), ("cap", &capacities)] {
        let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored).large_file(true);
        archive.start_file(format!("{member}.npy"), options)?;
        npy::write_i64(&mut archive, &[numbers.len()], numbers)?;
    }
    Ok(archive.finish()?.flush()?)
}

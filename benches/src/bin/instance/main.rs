//! Solves an assignment problem from a file and prints one line of JSON: see [`args::USAGE`].

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "it is a program")]

mod aims;
mod answer;
mod args;
mod dense;
mod load;
mod measure;
mod sparse;

use args::{Args, USAGE};
use load::File;
use std::process::ExitCode;

fn main() -> ExitCode {
    let given: Vec<String> = std::env::args().skip(1).collect();
    if given.iter().any(|word| word == "--help" || word == "-h") {
        println!("{USAGE}");
        return ExitCode::SUCCESS;
    }
    match Args::parse(given.into_iter()).and_then(|args| run(&args)) {
        Ok((line, sound)) => {
            println!("{line}");
            if sound { ExitCode::SUCCESS } else { ExitCode::from(1) }
        }
        Err(error) => {
            eprintln!("instance: {error}");
            ExitCode::from(2)
        }
    }
}

/// The line, and whether the checker found nothing wrong.
fn run(args: &Args) -> Result<(String, bool), String> {
    if let Some(threads) = args.threads {
        let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build_global();
        pool.map_err(|error| error.to_string())?;
    }
    let (answer, times) = match load::file(&args.file)? {
        File::Dense(array) => dense::run(args, &array)?,
        File::Sparse(pairs) => sparse::run(args, pairs)?,
    };
    Ok((answer.line(&times), answer.certificate == "verified"))
}

//! Pairs with scores: tiers, then people served, then the aim.

use crate::answer::{Answer, Times};
use crate::args::{Aim, Args};
use crate::load::{self, Pairs};
use crate::measure::repeated;
use alongside_benches::dice::unit;
use alongside_solver::verify::{self, Flaw};
use alongside_solver::{Control, Problem, ProblemParts, Solution, solve};
use serde_json::json;

pub(crate) fn run(args: &Args, pairs: Pairs) -> Result<(Answer, Times), String> {
    let problem = problem(args, pairs)?;
    if let Some(path) = &args.solution {
        return check(&problem, &load::solution(path)?);
    }
    match args.aim {
        Aim::Total => total(args, &problem),
        _ => crate::aims::run(args, &problem),
    }
}

fn problem(args: &Args, pairs: Pairs) -> Result<Problem, String> {
    let Pairs { starts, columns, scores, capacities, tiers } = pairs;
    let mut levels = vec![scores];
    if let Some(seed) = args.seed {
        let rows = starts.windows(2).enumerate();
        let rows = rows.flat_map(|(row, ends)| match ends {
            [from, to] => std::iter::repeat_n(row, to.saturating_sub(*from)),
            _ => std::iter::repeat_n(row, 0),
        });
        let ties =
            rows.zip(&columns).map(|(row, column)| (unit(seed, row as u64, u64::from(*column)) * 2f64.powi(40)) as i64);
        levels.push(ties.collect());
    }
    let tier_count = tiers.iter().max().map_or(1, |most| most + 1);
    let parts =
        ProblemParts { tier_count, tiers, capacities, row_starts: starts, columns, levels, ..ProblemParts::default() };
    Problem::new(parts).map_err(|error| error.to_string())
}

fn total(args: &Args, problem: &Problem) -> Result<(Answer, Times), String> {
    let control = Control::default();
    let solved = || solve::solve(problem, &control).map_err(|error| error.to_string());
    let (solution, times) = repeated(args.repeat, solved)?;
    let answer = Answer {
        served_per_tier: solution.served.clone(),
        total: json!(solution.totals.first()),
        certificate: certificate(problem, &solution),
        rounds: 1,
        more: Vec::new(),
    };
    Ok((answer, times))
}

pub(crate) fn certificate(problem: &Problem, solution: &Solution) -> String {
    let Some(certificate) = &solution.certificate else { return "there is none".to_owned() };
    match verify::verify(problem, &solution.edges, certificate) {
        Ok(_) => "verified".to_owned(),
        Err(flaws) => said(&flaws),
    }
}

pub(crate) fn said(flaws: &[Flaw]) -> String {
    flaws.iter().take(3).map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Whether columns chosen elsewhere are an assignment, and by our certificate one of the best.
fn check(problem: &Problem, columns: &[Option<u32>]) -> Result<(Answer, Times), String> {
    if columns.len() != problem.rows() {
        return Err(format!("the answer has {} rows, the problem {}", columns.len(), problem.rows()));
    }
    let mut edges = Vec::with_capacity(columns.len());
    for (row, column) in columns.iter().enumerate() {
        let Some(column) = column else { continue };
        match problem.edge(row, *column) {
            Some(edge) => edges.push(edge),
            None => return Err(format!("row {row} has no pair with column {column}")),
        }
    }
    let ours = solve::solve(problem, &Control::default()).map_err(|error| error.to_string())?;
    let proof = ours.certificate.as_ref().ok_or("our own answer is not proven")?;
    let mut answer = Answer { rounds: 1, ..Answer::default() };
    answer.certificate = match verify::verify(problem, &edges, proof) {
        Ok(_) => "verified".to_owned(),
        Err(flaws) => said(&flaws),
    };
    match Solution::of(problem, edges) {
        Ok(theirs) => {
            answer.served_per_tier = theirs.served;
            answer.total = json!(theirs.totals.first());
        }
        Err(_) => answer.served_per_tier = vec![0; usize::from(problem.tier_count())],
    }
    Ok((answer, Times::default()))
}

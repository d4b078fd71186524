//! Other aims than the greatest total.

use crate::answer::{Answer, Times};
use crate::args::{self, Args};
use crate::measure::repeated;
use crate::sparse::said;
use alongside_solver::aims::{self, Aim, Aimed, Kind, Quantisation, Reached};
use alongside_solver::stable::{self, Fewer, How, Orders, Ties};
use alongside_solver::verify::{self, Thresholds};
use alongside_solver::{Control, Problem, ProblemParts, Solution, solve};
use serde_json::json;

pub(crate) fn run(args: &Args, problem: &Problem) -> Result<(Answer, Times), String> {
    match args.aim {
        args::Aim::Stable => stable(args, problem),
        args::Aim::Bottleneck => aimed(args, problem, &Aim::Bottleneck { level: 0 }),
        args::Aim::Greedy => profile(args, problem, Kind::Greedy),
        args::Aim::Generous => profile(args, problem, Kind::Generous),
        args::Aim::Total | args::Aim::Leximin => {
            let quantisation = quantisation(args, problem.level(0));
            aimed(args, problem, &Aim::Leximin { level: 0, quantisation })
        }
    }
}

/// No two scores are taken for equal if there are few enough; otherwise steps so wide that they suffice.
fn quantisation(args: &Args, scores: &[i64]) -> Quantisation {
    let mut distinct = scores.to_vec();
    distinct.sort_unstable();
    distinct.dedup();
    let steps = i64::try_from(args.levels).unwrap_or(i64::MAX);
    match (distinct.first(), distinct.last()) {
        (Some(least), Some(most)) if distinct.len() > args.levels + 1 => {
            Quantisation::Step((most - least + steps - 1) / steps)
        }
        _ => Quantisation::Exact,
    }
}

fn aimed(args: &Args, problem: &Problem, aim: &Aim) -> Result<(Answer, Times), String> {
    let solved = || aims::solve(problem, aim, &Control::default()).map_err(|error| error.to_string());
    let (aimed, times) = repeated(args.repeat, solved)?;
    let mut answer = Answer {
        served_per_tier: aimed.solution.served.clone(),
        total: json!(aimed.solution.totals.last()),
        certificate: certificate(problem, &aimed)?,
        rounds: 1,
        more: Vec::new(),
    };
    match &aimed.reached {
        Reached::Bottleneck(reached) => answer.more.push(("least", json!(reached.least))),
        Reached::Leximin(reached) => {
            let sorted: Vec<i64> =
                std::iter::repeat_n(0, reached.empty).chain(reached.values.iter().copied()).collect();
            answer.more.extend([("sorted", json!(sorted)), ("cuts", json!(reached.cuts))]);
        }
        Reached::Profile(reached) => answer.more.push(("profile", json!(reached.counts))),
        Reached::Total => {}
    }
    Ok((answer, times))
}

/// What the separate checker says of the aim's own levels, and of the levels after them.
fn certificate(problem: &Problem, aimed: &Aimed) -> Result<String, String> {
    let solution = &aimed.solution;
    let proof = solution.certificate.as_ref().ok_or("the answer is not proven")?;
    let checked = match &aimed.reached {
        Reached::Total => verify::verify(problem, &solution.edges, proof),
        Reached::Bottleneck(reached) => {
            let cover = reached.cover.as_ref();
            let cover = cover.map(|cover| verify::Cover { edges: &cover.edges, certificate: &cover.certificate });
            verify::bottleneck(problem, 0, &solution.edges, proof, cover)
        }
        Reached::Leximin(reached) => {
            let values = Thresholds::new(problem, 0, &reached.cuts).ok_or("there are no scores")?;
            verify::objective(problem, &values, &solution.edges, proof)
        }
        Reached::Profile(reached) => {
            let count = u32::try_from(reached.counts.len()).map_err(|error| error.to_string())?;
            let ranks: Vec<u32> =
                problem.level(0).iter().map(|rank| u32::try_from(rank - 1).unwrap_or(u32::MAX)).collect();
            let values = match reached.kind {
                Kind::Greedy => verify::Profile::greedy(problem, &ranks, count),
                Kind::Generous => verify::Profile::generous(problem, &ranks, count),
            };
            verify::objective(problem, &values.ok_or("the ranks are not ranks")?, &solution.edges, proof)
        }
    };
    Ok(checked.map_or_else(|flaws| said(&flaws), |_| "verified".to_owned()))
}

fn with(problem: &Problem, levels: Vec<Vec<i64>>) -> ProblemParts {
    ProblemParts {
        tier_count: problem.tier_count(),
        tiers: problem.tiers().to_vec(),
        capacities: problem.capacities().to_vec(),
        row_starts: problem.row_starts().to_vec(),
        columns: problem.edge_columns().to_vec(),
        levels,
        ..ProblemParts::default()
    }
}

/// A row's scores in order are its first choice, its second and so on; the greatest total comes after the profile.
fn profile(args: &Args, problem: &Problem, kind: Kind) -> Result<(Answer, Times), String> {
    let ranks = stable::row_ranks(problem, problem.level(0));
    let count = ranks.iter().copied().max().unwrap_or(1);
    let mut levels = vec![ranks.iter().map(|rank| i64::from(*rank)).collect()];
    levels.extend((0..problem.level_count()).map(|level| problem.level(level).to_vec()));
    let ranked = Problem::new(with(problem, levels)).map_err(|error| error.to_string())?;
    let (mut answer, times) = aimed(args, &ranked, &Aim::Profile { level: 0, ranks: count, kind })?;
    answer.total = json!(answer.total);
    Ok((answer, times))
}

/// Both sides prefer the greater score.
fn stable(args: &Args, problem: &Problem) -> Result<(Answer, Times), String> {
    let scores = problem.level(0);
    let orders = Orders::new(problem, scores, scores).map_err(|error| error.to_string())?;
    let how = How { ties: Ties { seed: args.seed.unwrap_or(0), ..Ties::default() }, ..How::default() };
    let (found, times) = repeated(args.repeat, || stable::solve(&orders, &how).map_err(|error| error.to_string()))?;
    let preferences = verify::stable::Preferences { rows: scores, columns: scores, kept: &[] };
    let blocking = verify::stable::blocking(problem, &found.edges, preferences);
    let most = solve::solve(problem, &Control::default()).map_err(|error| error.to_string())?;
    let sum = Solution::of(problem, found.edges.clone()).map_err(|error| error.to_string())?;
    let (certificate, pairs) = match blocking {
        Ok(pairs) if pairs.is_empty() => ("verified".to_owned(), pairs),
        Ok(pairs) => (format!("{} pairs block", pairs.len()), pairs),
        Err(flaws) => (said(&flaws), Vec::new()),
    };
    let fewer = Fewer::between(&found.served, &most.served);
    let more = vec![("blocking_pairs", json!(pairs)), ("fewer_served_per_tier", json!(fewer.tiers))];
    let answer =
        Answer { served_per_tier: found.served, total: json!(sum.totals.first()), certificate, rounds: 1, more };
    Ok((answer, times))
}

//! Any problem, solved and proven.

use alongside_solver::verify::{Verified, assignment, solution, verify};
use alongside_solver::{
    Ceilings, Certificate, Control, Potentials, Problem, ProblemParts, Solution, SolveError, Status, solve,
};
use arbitrary::{Arbitrary, Result, Unstructured};
use std::sync::atomic::{AtomicUsize, Ordering};

/// How far values of a level may lie from 0: nothing but ties, a few, many, the most there may be and one more.
const REACH: &[i64] = &[0, 1, 4, 1000, 1 << 40, (1 << 40) + 1];

/// The bytes choose a problem, not always a sound one, and then edges and potentials at random. What is solved must be
/// proven by the checker, also by a solver that is stopped; what is claimed at random is either refused or truly best.
pub fn solve_then_verify(data: &[u8]) {
    let bytes = &mut Unstructured::new(data);
    let Ok(parts) = problem_from(bytes) else { return };
    let Ok(problem) = Problem::new(parts) else { return };
    let Some(best) = solved(&problem, &Control::default()) else { return };
    assert!(best.status == Status::Optimal, "nobody said stop");
    let Ok(found) = solution(&problem, &best) else {
        assert!(solution(&problem, &best).is_ok(), "not proven: {problem:?} {best:?}");
        return;
    };
    stopped(&problem, &found, bytes);
    wider(&problem, &found);
    let Ok((edges, certificate)) = claimed(&problem, &best, bytes) else { return };
    if let Ok(other) = verify(&problem, &edges, &certificate) {
        assert!(key(&problem, &other) == key(&problem, &found), "two assignments are proven best and are not as good");
    } else if let (Ok(other), true) = (assignment(&problem, &problem, &edges), best.certificate == Some(certificate)) {
        assert!(key(&problem, &other) < key(&problem, &found), "an assignment as good as the best is refused");
    }
}

/// What is compared: columns used count only where the problem says so.
fn key<'v>(problem: &Problem, verified: &'v Verified) -> (&'v [usize], usize, &'v [i128]) {
    let used = if problem.use_columns() { verified.columns_used } else { 0 };
    (&verified.served, used, &verified.totals)
}

/// The answer, unless the values are too large for one.
fn solved(problem: &Problem, control: &Control<'_>) -> Option<Solution> {
    match solve::solve(problem, control) {
        Ok(solution) => Some(solution),
        Err(error) => {
            assert!(error == SolveError::Overflow, "no answer: {error}");
            None
        }
    }
}

/// Whoever is stopped serves as many of each tier, and the first bound is not below the best.
fn stopped(problem: &Problem, best: &Verified, bytes: &mut Unstructured<'_>) {
    let left = AtomicUsize::new(usize::from(bytes.arbitrary::<u8>().unwrap_or(0) % 16));
    let stop = || left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_err();
    let control = Control { should_stop: Some(&stop), ..Control::default() };
    let Some(other) = solved(problem, &control) else { return };
    let Ok(found) = solution(problem, &other) else {
        assert!(solution(problem, &other).is_ok(), "wrong when stopped: {problem:?} {other:?}");
        return;
    };
    assert!(found.served == best.served, "whoever is stopped serves others");
    let bounds = || other.bounds.iter().map(|bound| i128::from(*bound));
    assert!(bounds().zip(&best.totals).all(|(bound, total)| bound >= *total), "a bound is below the best");
}

/// One more place in the first column serves no tier worse; with common limits, none that comes first.
fn wider(problem: &Problem, best: &Verified) {
    let mut capacities = problem.capacities().to_vec();
    let Some(first) = capacities.first_mut() else { return };
    *first += 1;
    let group_of = (0..).take(problem.columns()).map(|column| problem.group_of(column)).collect();
    let parts = ProblemParts {
        tier_count: problem.tier_count(),
        tiers: problem.tiers().to_vec(),
        demands: problem.demands().to_vec(),
        capacities,
        ceilings: Ceilings { group_of, limits: problem.limits().to_vec() },
        use_columns: problem.use_columns(),
        row_starts: problem.row_starts().to_vec(),
        columns: problem.edge_columns().to_vec(),
        levels: (0..problem.level_count()).map(|level| problem.level(level).to_vec()).collect(),
    };
    let Ok(problem) = Problem::new(parts) else {
        assert!(problem.rows() == usize::MAX, "one more place makes a problem unsound");
        return;
    };
    let Some(other) = solved(&problem, &Control::default()) else { return };
    assert!(other.served >= best.served, "one more place serves a tier worse that comes first");
    // A place taken in a set that is full may cost another its own, which no order of tiers forbids.
    let alone = problem.limits().is_empty();
    let mut tiers = other.served.iter().zip(&best.served);
    assert!(!alone || tiers.all(|(now, before)| now >= before), "one more place serves fewer of a tier");
}

/// The parts of a problem, which is sound unless a value is too large by one.
///
/// # Errors
/// None that occurs: the choices need no more bytes than there are.
pub fn problem_from(bytes: &mut Unstructured<'_>) -> Result<ProblemParts> {
    let rows = bytes.int_in_range(0..=9_usize)?;
    let columns = bytes.int_in_range(0..=9_u32)?;
    let tier_count = bytes.int_in_range(1..=4_u8)?;
    let several = bytes.ratio(1, 3)?;
    let sets = if bytes.ratio(1, 3)? { bytes.int_in_range(1..=3_u32)? } else { 0 };
    let reach: Vec<i64> =
        (0..bytes.int_in_range(0..=3)?).map(|_| bytes.choose(REACH).copied()).collect::<Result<_>>()?;
    let each = |bytes: &mut Unstructured<'_>, count: usize, most: u32| -> Result<Vec<u32>> {
        (0..count).map(|_| bytes.int_in_range(0..=most)).collect()
    };
    let mut parts = ProblemParts {
        tier_count,
        tiers: (0..rows).map(|_| bytes.int_in_range(0..=tier_count - 1)).collect::<Result<_>>()?,
        demands: if several { each(bytes, rows, 3)? } else { Vec::new() },
        capacities: each(bytes, columns as usize, 3)?,
        ceilings: Ceilings {
            group_of: (0..if sets > 0 { columns } else { 0 })
                .map(|_| Ok(bytes.int_in_range(0..=sets)?.checked_sub(1)))
                .collect::<Result<_>>()?,
            limits: each(bytes, sets as usize, 6)?,
        },
        use_columns: bytes.arbitrary()?,
        row_starts: vec![0],
        columns: Vec::new(),
        levels: vec![Vec::new(); reach.len()],
    };
    for _ in 0..rows {
        for column in 0..columns {
            if bytes.arbitrary::<bool>()? {
                parts.columns.push(column);
                for (level, reach) in parts.levels.iter_mut().zip(&reach) {
                    level.push(bytes.int_in_range(-reach..=*reach)?);
                }
            }
        }
        parts.row_starts.push(parts.columns.len());
    }
    Ok(parts)
}

/// Edges and a certificate: the best ones, or something else here and there.
fn claimed(problem: &Problem, best: &Solution, bytes: &mut Unstructured<'_>) -> Result<(Vec<usize>, Certificate)> {
    let mut edges = best.edges.clone();
    for _ in 0..bytes.int_in_range(0..=3)? {
        match bytes.int_in_range(0..=2)? {
            0 => drop(edges.pop()),
            1 => edges.push(bytes.int_in_range(0..=problem.edges())?),
            _ => edges.reverse(),
        }
    }
    let mut certificate = best.certificate.clone().unwrap_or_default();
    for level in &mut certificate.levels {
        let Potentials { rows, columns, groups } = level;
        for potential in rows.iter_mut().chain(columns).chain(groups) {
            match bytes.int_in_range(0..=40)? {
                1 => *potential = potential.saturating_add(bytes.int_in_range(-2..=2)?),
                2 => *potential = i64::arbitrary(bytes)?,
                _ => {}
            }
        }
    }
    if bytes.ratio(1, 20)? {
        drop(certificate.levels.pop());
    }
    Ok((edges, certificate))
}

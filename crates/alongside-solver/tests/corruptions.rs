//! Wrong assignments and wrong certificates: each is shown to be wrong in another way, and refused.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::print_stdout, reason = "a test that fails should fail")]

mod oracle;

use alongside_solver::verify::{self, verify};
use alongside_solver::{Certificate, Solution, Status};
use oracle::case::Case;
use oracle::draw::Draw;
use oracle::family::{self, SIXTY, TINY};
use oracle::{Pair, Tuple, dual, flow, potentials, share, worth};
use std::collections::BTreeMap;

/// How often each kind of corruption was wrong, and how often it happened to be right.
#[derive(Default)]
struct Tally(BTreeMap<&'static str, (u64, u64)>);

impl Tally {
    fn count(&mut self, kind: &'static str, wrong: bool) {
        let (refused, accepted) = self.0.entry(kind).or_default();
        *if wrong { refused } else { accepted } += 1;
    }

    fn print(&self) -> u64 {
        for (kind, (refused, accepted)) in &self.0 {
            println!("{kind}: {refused} wrong and refused, {accepted} right and accepted");
            assert!(*refused >= 30, "{kind} is wrong too seldom");
        }
        self.0.values().map(|(refused, _)| refused).sum()
    }
}

/// A case, a best assignment, and potentials, which differ from seed to seed.
fn solved(draw: &mut Draw) -> (Case, Vec<Pair>, Certificate) {
    let size = if draw.chance(97) { TINY } else { SIXTY };
    let case = family::any(draw, size);
    let chosen = flow::best(&case);
    let width = potentials::width(&case);
    let reach = draw.pick(&[0, 2, 1000, 1 << 41]);
    let certificate =
        potentials::own(&case, &chosen, || (0..width).map(|_| i128::from(draw.within(-reach, reach))).collect());
    (case, chosen, certificate.unwrap())
}

fn proves(case: &Case, chosen: &[Pair], certificate: &Certificate) -> bool {
    dual::proves(case, chosen, certificate, &|pair| potentials::worth(case, pair))
}

/// Another list of edges, made from a good one; none where this kind cannot be made of it.
fn spoilt(draw: &mut Draw, kind: usize, case: &Case, edges: &[usize]) -> Option<(&'static str, Vec<usize>)> {
    let pairs = case.pairs();
    let mut edges = edges.to_vec();
    if pairs.is_empty() {
        return None;
    }
    let any = draw.below(pairs.len());
    let other = (!edges.is_empty()).then(|| draw.below(edges.len()));
    let kind = match kind {
        0 => {
            edges.remove(other?);
            "a pair dropped"
        }
        1 => {
            edges.push(any);
            "any pair added"
        }
        2 => {
            edges.push(edges[other?]);
            "a pair twice"
        }
        3 => {
            edges[other?] = any;
            "a pair replaced by any other"
        }
        4 => {
            edges[other?] = pairs.len() + draw.below(3);
            "an edge that does not exist"
        }
        5 => {
            // The same column for another row.
            let at = other?;
            let column = pairs[edges[at]].1;
            let rows: Vec<usize> = (0..pairs.len()).filter(|edge| pairs[*edge].1 == column).collect();
            edges[at] = draw.pick(&rows);
            "another row in a row's place"
        }
        6 => {
            // Two rows change places.
            let (one, two) = (other?, draw.below(edges.len()));
            let ((row, column), (row_two, column_two)) = (pairs[edges[one]], pairs[edges[two]]);
            edges[one] = pairs.binary_search(&(row, column_two)).ok()?;
            edges[two] = pairs.binary_search(&(row_two, column)).ok()?;
            "two rows swapped"
        }
        7 => {
            // As many as possible into one column.
            let column = pairs[any].1;
            edges.retain(|edge| pairs[*edge].1 != column);
            edges.extend((0..pairs.len()).filter(|edge| pairs[*edge].1 == column));
            "a column filled with everybody"
        }
        _ => {
            edges.truncate(draw.below(edges.len() + 1));
            "cut short"
        }
    };
    Some((kind, edges))
}

#[test]
fn wrong_assignments_are_refused() {
    let mut tally = Tally::default();
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let (case, chosen, certificate) = solved(&mut draw);
        let (problem, best) = (case.problem(), worth::objective(&case, &chosen));
        let edges = case.edges(&chosen);
        for kind in 0..9 {
            let Some((kind, spoilt)) = spoilt(&mut draw, kind, &case, &edges) else { continue };
            let exists = spoilt.iter().all(|edge| *edge < problem.edges());
            let right = exists && {
                let pairs = case.pairs_of(&spoilt);
                case.allows(&pairs) && worth::objective(&case, &pairs) == best
            };
            let found = verify(&problem, &spoilt, &certificate);
            assert_eq!(found.is_ok(), right, "seed {seed}, {kind}: {spoilt:?} {found:?}");
            tally.count(kind, !right);
        }
    }
    let wrong = tally.print();
    assert!(wrong >= 10_000, "{wrong}");
}

/// All potentials of one level in one list.
fn potentials_of(certificate: &mut Certificate, level: usize) -> Vec<&mut i64> {
    let level = &mut certificate.levels[level];
    level.rows.iter_mut().chain(&mut level.columns).chain(&mut level.groups).collect()
}

fn shift(certificate: &mut Certificate, level: usize, at: usize, by: i64) {
    let potential = potentials_of(certificate, level).swap_remove(at);
    *potential = potential.saturating_add(by);
}

/// Another certificate, made from a good one; none where this kind cannot be made of it.
fn bent(draw: &mut Draw, kind: usize, case: &Case, good: &Certificate) -> Option<(&'static str, Certificate)> {
    let mut bent = good.clone();
    let width = bent.levels.len();
    let (level, second) = (draw.below(width), draw.below(width));
    let count = potentials_of(&mut bent, 0).len();
    if count == 0 {
        return None;
    }
    let (at, other) = (draw.below(count), draw.below(count));
    let kind = match kind {
        0 => {
            shift(&mut bent, level, at, 1);
            "a potential raised by one"
        }
        1 => {
            shift(&mut bent, level, at, -1);
            "a potential lowered by one"
        }
        2 => {
            let by = draw.within(-2000, 2000);
            shift(&mut bent, level, at, by);
            "a potential shifted"
        }
        3 => {
            let by = draw.within(-3, 3);
            shift(&mut bent, level, at, by);
            shift(&mut bent, second, at, -by);
            "something moved between levels"
        }
        4 => {
            bent.levels.swap(level, second);
            "two levels swapped"
        }
        5 => {
            let (one, two) = (*potentials_of(&mut bent, level)[at], *potentials_of(&mut bent, level)[other]);
            *potentials_of(&mut bent, level)[at] = two;
            *potentials_of(&mut bent, level)[other] = one;
            "two potentials swapped"
        }
        6 => {
            // Half of the rows have the potentials of another proof.
            let chosen = flow::best(case);
            let start = || (0..width).map(|_| i128::from(draw.within(-50, 50))).collect::<Tuple>();
            let second = potentials::own(case, &chosen, start)?;
            for (to, from) in bent.levels.iter_mut().zip(&second.levels) {
                let half = to.rows.len().div_ceil(2);
                to.rows[..half].copy_from_slice(&from.rows[..half]);
            }
            "half the rows from another proof"
        }
        7 => {
            for potential in potentials_of(&mut bent, level) {
                *potential = 0;
            }
            "a level of nothing"
        }
        8 => {
            *potentials_of(&mut bent, level)[at] = draw.pick(&[i64::MIN, i64::MAX, i64::MIN + 1, -1 << 62, 1 << 62]);
            "a potential as large as can be"
        }
        9 => {
            for potential in potentials_of(&mut bent, level) {
                *potential = potential.saturating_neg();
            }
            "a level upside down"
        }
        _ => {
            // Everything dearer by a row's and cheaper by a column's measure, past what may be.
            let by = draw.within(-2, 2);
            bent.levels[level].rows.iter_mut().for_each(|potential| *potential = potential.saturating_add(by));
            bent.levels[level].columns.iter_mut().for_each(|potential| *potential = potential.saturating_sub(by));
            "rows against columns"
        }
    };
    Some((kind, bent))
}

#[test]
fn wrong_certificates_are_refused() {
    let mut tally = Tally::default();
    for seed in 0..share(30_000, 10) {
        let mut draw = Draw::new(seed);
        let (case, chosen, certificate) = solved(&mut draw);
        let (problem, edges) = (case.problem(), case.edges(&chosen));
        assert!(verify(&problem, &edges, &certificate).is_ok(), "seed {seed}");
        for kind in 0..11 {
            let Some((kind, bent)) = bent(&mut draw, kind, &case, &certificate) else { continue };
            let right = proves(&case, &chosen, &bent);
            let found = verify(&problem, &edges, &bent);
            assert_eq!(found.is_ok(), right, "seed {seed}, {kind}: {found:?} {bent:?} {case:?} {chosen:?}");
            tally.count(kind, !right);
        }
    }
    let wrong = tally.print();
    assert!(wrong >= 10_000, "{wrong}");
}

/// Another problem than the one that was solved.
fn changed(draw: &mut Draw, kind: usize, case: &Case) -> Option<(&'static str, Case)> {
    let mut case = case.clone();
    let row = (case.rows() > 0).then(|| draw.below(case.rows()));
    let column = (case.columns() > 0).then(|| draw.below(case.columns()));
    let kind = match kind {
        0 => {
            case.tiers[row?] = u8::try_from(draw.below(usize::from(case.tier_count))).unwrap();
            "another tier"
        }
        1 => {
            case.demands[row?] += 1;
            "a row wants one more"
        }
        2 => {
            let demand = &mut case.demands[row?];
            *demand = demand.checked_sub(1)?;
            "a row wants one less"
        }
        3 => {
            case.capacities[column?] += 1;
            "a column takes one more"
        }
        4 => {
            let capacity = &mut case.capacities[column?];
            *capacity = capacity.checked_sub(1)?;
            "a column takes one less"
        }
        5 => {
            let pairs = case.pairs();
            let (row, column) = (!pairs.is_empty()).then(|| draw.pick(&pairs))?;
            let values = case.cells[row][column].as_mut()?;
            let level = (!values.is_empty()).then(|| draw.below(values.len()))?;
            values[level] = (values[level] + draw.pick(&[-3, -1, 1, 3])).clamp(-1 << 40, 1 << 40);
            "another value"
        }
        6 => {
            case.group_of[column?] = (!case.limits.is_empty()).then_some(0);
            "a column in another set"
        }
        7 => {
            let group = (!case.limits.is_empty()).then(|| draw.below(case.limits.len()))?;
            case.limits[group] = case.limits[group].saturating_sub(1);
            "a set takes one less"
        }
        _ => {
            let group = (!case.limits.is_empty()).then(|| draw.below(case.limits.len()))?;
            case.limits[group] += 1;
            "a set takes one more"
        }
    };
    Some((kind, case))
}

#[test]
fn proofs_for_another_problem_are_refused() {
    let mut tally = Tally::default();
    for seed in 0..share(30_000, 10) {
        let mut draw = Draw::new(seed);
        let (case, chosen, certificate) = solved(&mut draw);
        for kind in 0..9 {
            let Some((kind, changed)) = changed(&mut draw, kind, &case) else { continue };
            let right = changed.allows(&chosen) && proves(&changed, &chosen, &certificate);
            let found = verify(&changed.problem(), &changed.edges(&chosen), &certificate);
            assert_eq!(found.is_ok(), right, "seed {seed}, {kind}: {found:?}");
            tally.count(kind, !right);
        }
    }
    tally.print();
}

#[test]
fn certificates_of_another_shape_are_refused() {
    for seed in 0..share(5_000, 10) {
        let mut draw = Draw::new(seed);
        let (case, chosen, certificate) = solved(&mut draw);
        let (problem, edges) = (case.problem(), case.edges(&chosen));
        for kind in 0..6 {
            let mut bent = certificate.clone();
            let level = draw.below(bent.levels.len());
            match kind {
                0 => drop(bent.levels.pop()),
                1 => bent.levels.push(bent.levels[level].clone()),
                2 => bent.levels[level].rows.push(0),
                3 => bent.levels[level].columns.push(0),
                4 => bent.levels[level].groups.push(0),
                _ if bent.levels[level].rows.pop().is_none() => continue,
                _ => {}
            }
            assert!(verify(&problem, &edges, &bent).is_err(), "seed {seed}, {kind}");
        }
    }
}

#[test]
fn solutions_that_claim_too_much_are_refused() {
    let mut refused = 0;
    for seed in 0..share(10_000, 10) {
        let mut draw = Draw::new(seed);
        let (case, chosen, certificate) = solved(&mut draw);
        let problem = case.problem();
        let mut good = Solution::of(&problem, case.edges(&chosen)).unwrap();
        assert!(verify::solution(&problem, &good).is_ok(), "seed {seed}");
        good.status = Status::Optimal;
        assert!(verify::solution(&problem, &good).is_err(), "seed {seed}: no certificate");
        good.certificate = Some(certificate);
        assert!(verify::solution(&problem, &good).is_ok(), "seed {seed}");
        for kind in 0..6 {
            let mut bad = good.clone();
            let tier = draw.below(bad.served.len());
            let level = (case.levels > 0).then(|| draw.below(case.levels));
            match (kind, level) {
                (0, _) => bad.served[tier] += 1,
                (1, _) => bad.columns_used += 1,
                (2, Some(level)) => bad.totals[level] += draw.pick(&[-1, 1]),
                (3, Some(level)) => bad.bounds[level] += draw.pick(&[-1, 1]),
                (4, _) => bad.served.push(0),
                (5, _) => bad.totals.push(0),
                _ => continue,
            }
            assert!(verify::solution(&problem, &bad).is_err(), "seed {seed}, {kind}");
            refused += 1;
        }
    }
    assert!(refused > 3000, "{refused}");
}

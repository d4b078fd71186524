//! The checker against what is worked out in another way.

#![allow(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test that fails should fail")]

mod oracle;

use alongside_solver::Certificate;
use alongside_solver::verify::{Objective, Profile, Thresholds, assignment, bound, objective, stable, verify};
use oracle::case::Case;
use oracle::draw::Draw;
use oracle::family::{self, SIXTY, TINY};
use oracle::stable::Sides;
use oracle::{Pair, Tuple, brute, dual, flow, potentials, share, worth};

#[test]
fn what_is_best_of_all_is_proven_and_nothing_else_is() {
    let mut refused = 0;
    for seed in 0..share(50_000, 10) {
        let case = family::any(&mut Draw::new(seed), TINY);
        let problem = case.problem();
        let best = brute::best(&case, |chosen| worth::objective(&case, chosen));
        let chosen = flow::best(&case);
        assert_eq!(worth::objective(&case, &chosen), best, "seed {seed}");
        let certificate = potentials::own(&case, &chosen, || vec![0; potentials::width(&case)]).unwrap();
        let tiers = usize::from(case.tier_count);
        brute::every(&case, |other| {
            let found = verify(&problem, &case.edges(other), &certificate);
            let tuple = worth::objective(&case, other);
            assert_eq!(found.is_ok(), tuple == best, "seed {seed} {other:?} {found:?}");
            refused += u64::from(found.is_err());
            let verified = assignment(&problem, &problem, &case.edges(other)).unwrap();
            assert_eq!(found.as_ref().unwrap_or(&verified), &verified);
            let served: Tuple = verified.served.iter().map(|served| *served as i128).collect();
            assert_eq!(served, tuple[..tiers]);
            assert_eq!(verified.columns_used, worth::columns_used(&case, other));
            assert_eq!(verified.totals, tuple[tuple.len() - case.levels..]);
        });
    }
    assert!(refused > 10_000, "{refused}");
}

/// Where labels start, so that different potentials come out: level, high, low, anywhere.
fn starts(draw: &mut Draw, case: &Case) -> Vec<Certificate> {
    let chosen = flow::best(case);
    let width = potentials::width(case);
    let far = |sign: i128| (0..width).map(|level| if level == 0 { sign << 50 } else { 0 }).collect::<Tuple>();
    let mut certificates = Vec::new();
    for sign in [-1, 0, 1] {
        let mut first = true;
        let start = || if std::mem::take(&mut first) { vec![0; width] } else { far(sign) };
        certificates.extend(potentials::own(case, &chosen, start));
    }
    for reach in [1, 3, 1 << 41] {
        let start = || (0..width).map(|_| i128::from(draw.within(-reach, reach))).collect();
        certificates.extend(potentials::own(case, &chosen, start));
    }
    certificates
}

#[test]
fn every_optimum_is_proven_by_all_of_its_potentials() {
    let (mut different, mut pairs) = (0, 0);
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let case = family::any(&mut draw, TINY);
        let problem = case.problem();
        let all = brute::all_best(&case, |chosen| worth::objective(&case, chosen));
        let certificates = starts(&mut draw, &case);
        assert_eq!(certificates.len(), 6);
        different += certificates.iter().filter(|other| **other != certificates[0]).count();
        for certificate in &certificates {
            for chosen in &all {
                assert!(dual::proves(&case, chosen, certificate, &|pair| potentials::worth(&case, pair)));
                let found = verify(&problem, &case.edges(chosen), certificate);
                assert!(found.is_ok(), "seed {seed} {chosen:?} {found:?}");
                pairs += 1;
            }
            let mut reached: Tuple = vec![all[0].iter().map(|(row, _)| i128::from(case.priority(*row))).sum()];
            reached.extend(case.use_columns.then(|| worth::columns_used(&case, &all[0]) as i128));
            reached.extend(worth::totals(&case, &all[0]));
            assert_eq!(bound(&problem, &problem, certificate), Some(reached), "seed {seed}");
        }
    }
    assert!(different > 1000 && pairs > 12_000, "{different} {pairs}");
}

#[test]
fn no_potentials_at_all_bound_too_low() {
    let mut tight = 0;
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let case = family::any(&mut draw, TINY);
        let problem = case.problem();
        let chosen = flow::best(&case);
        let mut best: Tuple = vec![chosen.iter().map(|(row, _)| i128::from(case.priority(*row))).sum()];
        best.extend(case.use_columns.then(|| worth::columns_used(&case, &chosen) as i128));
        best.extend(worth::totals(&case, &chosen));
        let reach = draw.pick(&[0, 1, 2, 10, i64::MAX - 1]);
        let mut any = starts(&mut draw, &case).pop().unwrap();
        for level in &mut any.levels {
            for potential in level.rows.iter_mut().chain(&mut level.columns).chain(&mut level.groups) {
                if draw.chance(50) {
                    *potential = draw.within(-reach / 2, reach / 2);
                }
            }
        }
        let bound = bound(&problem, &problem, &any).unwrap();
        assert!(bound >= best, "seed {seed} {bound:?} {best:?}");
        tight += usize::from(bound == best);
    }
    assert!(tight > 0);
}

#[test]
fn larger_ones_are_proven_too() {
    for seed in 0..share(2_000, 20) {
        let mut draw = Draw::new(seed);
        let case = family::any(&mut draw, SIXTY);
        let chosen = flow::best(&case);
        let width = potentials::width(&case);
        let certificate = potentials::own(&case, &chosen, || vec![0; width]).unwrap();
        assert!(dual::proves(&case, &chosen, &certificate, &|pair| potentials::worth(&case, pair)));
        let found = verify(&case.problem(), &case.edges(&chosen), &certificate);
        assert!(found.is_ok(), "seed {seed} {found:?}");
    }
}

/// Asserts that an assignment best by `key` is proven by the levels of `values`, and that none worse is.
fn proven_by(case: &Case, values: &impl Objective, between: &dyn Fn(Pair) -> Tuple, key: impl Fn(&[Pair]) -> Tuple) {
    let problem = case.problem();
    let chosen = flow::with_gains(case, between, |gains| flow::best_for(case, gains));
    let best = brute::best(case, &key);
    assert_eq!(key(&chosen), best);
    let lead = 1 + usize::from(case.use_columns);
    let worth = |pair: Pair| {
        let mut tuple = potentials::worth(case, pair);
        tuple.splice(lead..lead, between(pair));
        tuple
    };
    let width = lead + values.levels();
    let certificate = potentials::certificate(case, &chosen, &worth, width, || vec![0; width]).unwrap();
    brute::every(case, |other| {
        let found = objective(&problem, values, &case.edges(other), &certificate);
        assert_eq!(found.is_ok(), key(other) == best, "{other:?} {found:?}");
    });
}

#[test]
fn the_best_of_the_worst_is_proven() {
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let case = family::valued(&mut draw, TINY);
        let problem = case.problem();
        let level = draw.below(case.levels);
        let value = |pair| case.values(pair)[level];
        let mut thresholds: Vec<i64> = case.pairs().into_iter().map(value).collect();
        thresholds.sort_unstable();
        thresholds.dedup();
        let all = Thresholds::new(&problem, level, &thresholds).unwrap();
        let between = |pair| thresholds.iter().map(|threshold| i128::from(value(pair) >= *threshold)).collect();
        proven_by(&case, &all, &between, |chosen| worth::leximin(&case, level, chosen));

        // A bottleneck: everybody served reaches the worst value, and not everybody can reach the next.
        let best = brute::all_best(&case, |chosen| worth::bottleneck(&case, level, chosen)).remove(0);
        let Some(worst) = worth::sorted(&case, level, &best).first().copied() else { continue };
        for (at, threshold) in thresholds.iter().enumerate() {
            let one = Thresholds::new(&problem, level, &thresholds[at..=at]).unwrap();
            let between = |pair| vec![i128::from(value(pair) >= *threshold)];
            let reaching = |chosen: &[Pair]| {
                let count = chosen.iter().filter(|pair| value(**pair) >= *threshold).count() as i128;
                [worth::served(&case, chosen), vec![count], worth::totals(&case, chosen)].concat()
            };
            proven_by(&case, &one, &between, reaching);
            let served = brute::best(&case, reaching)[usize::from(case.tier_count) + usize::from(case.use_columns)];
            assert_eq!(served == best.len() as i128, i128::from(*threshold) <= worst, "seed {seed}");
        }
    }
}

#[test]
fn the_profile_of_choices_is_proven() {
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let case = family::any(&mut draw, TINY);
        let problem = case.problem();
        let count = u32::try_from(1 + draw.below(5)).unwrap();
        let ranks: Vec<u32> =
            (0..problem.edges()).map(|_| u32::try_from(draw.below(count as usize)).unwrap()).collect();
        let rank = |pair: Pair| ranks[case.edges(&[pair])[0]];
        let level = |at: u32, pair: Pair| i128::from(rank(pair) == at);
        let greedy = Profile::greedy(&problem, &ranks, count).unwrap();
        let between = |pair| (0..count).map(|at| level(at, pair)).collect();
        proven_by(&case, &greedy, &between, |chosen| worth::greedy_profile(&case, rank, count, chosen));
        let generous = Profile::generous(&problem, &ranks, count).unwrap();
        let between = |pair| (0..count).rev().map(|at| -level(at, pair)).collect();
        proven_by(&case, &generous, &between, |chosen| worth::generous_profile(&case, rank, count, chosen));
    }
}

#[test]
fn those_who_would_rather_have_each_other_are_found() {
    let mut blocked = 0;
    for seed in 0..share(20_000, 10) {
        let mut draw = Draw::new(seed);
        let case = family::any(&mut draw, TINY);
        let problem = case.problem();
        let (rows, columns) = family::scores(&mut draw, problem.edges());
        let at = |pair| case.edges(&[pair])[0];
        let all = case.pairs();
        brute::every(&case, |chosen| {
            let kept: Vec<Pair> = chosen.iter().copied().filter(|_| draw.chance(10)).collect();
            let sides = Sides { row: &|pair| rows[at(pair)], column: &|pair| columns[at(pair)], kept: &kept };
            let kept = case.edges(&kept);
            let preferences = stable::Preferences { rows: &rows, columns: &columns, kept: &kept };
            let found = stable::blocking(&problem, &case.edges(chosen), preferences).unwrap();
            let pairs: Vec<Pair> = found.iter().map(|edge| all[*edge]).collect();
            assert_eq!(pairs, oracle::stable::blocking(&case, chosen, &sides), "seed {seed} {case:?} {chosen:?}");
            blocked += found.len();
        });
    }
    assert!(blocked > 1000, "{blocked}");
}

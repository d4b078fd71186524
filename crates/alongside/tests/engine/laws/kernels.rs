//! The kernels screen and score as the rules and criteria do pair by pair.

use crate::support::{Blueprint, blueprints, many, programme};
use alongside::candidates::{CandidateGraph, ProgrammePairs};
use alongside::compile::Compiled;
use alongside::criteria::Criteria;
use alongside::eligibility::Rules;
use alongside_solver::pairs::{AllPairs, Bar, NOT_ALLOWED, Plan, best_over_all_pairs};
use alongside_solver::solve::solve;
use alongside_solver::{Control, Problem, ProblemParts};
use proptest::prelude::*;

fn check(blueprint: &Blueprint) {
    let limited = blueprint.shape.is_multiple_of(4);
    let programme = programme(&if limited { blueprint.limited() } else { blueprint.document() });
    let matching = programme.matching();
    let compiled = Compiled::new(matching);
    let (rules, criteria) = (Rules::new(&compiled), Criteria::new(&compiled));
    let graph = CandidateGraph::new(&compiled, &rules, &criteria);
    assert_eq!(graph, CandidateGraph::by_reference(&compiled, &rules, &criteria));
    let Some(pairs) = ProgrammePairs::new(&compiled, &rules, &criteria) else { return };
    let some: Vec<u32> = (0..pairs.columns() as u32).filter(|column| column % 3 != 1).collect();
    for source in [&pairs, &pairs.select(&some)] {
        let zero = vec![0; source.columns()];
        let prices: Vec<i32> = (0..source.columns() as i32).map(|column| column % 7 * 900).collect();
        for mentee in 0..source.rows() {
            let row = source.prepare(mentee);
            let mut ranges = Vec::new();
            source.ranges(&row, &mut ranges);
            let mut values = vec![0; source.columns()];
            let scale: Vec<i32> = (1..=source.together() as i32).collect();
            let bar = Bar::new(&scale, i32::MIN / 2, &zero);
            source.values(&row, 0..source.columns(), bar, &mut values);
            for (column, value) in values.iter().enumerate() {
                let levels = (0..source.together()).map(|level| source.value(level, mentee, column));
                let expected = (1..).zip(levels).map(|(unit, value)| Some(unit * value?)).sum::<Option<i64>>();
                assert_eq!((*value != NOT_ALLOWED).then_some(i64::from(*value)), expected, "{mentee} {column}");
                assert!(expected.is_none() || ranges.iter().any(|range| range.contains(&column)));
            }
            // Asked of several at once, the reference says what it says of each.
            let levels = source.levels();
            let one = |column: &u32| -> Option<Vec<i64>> {
                (0..levels).map(|level| source.value(level, mentee, *column as usize)).collect()
            };
            let allowed = |column: &u32| values[*column as usize] != NOT_ALLOWED;
            let (fine, refused): (Vec<u32>, Vec<u32>) = (0..source.columns() as u32).partition(allowed);
            let mut together = vec![0; fine.len() * levels];
            assert!(fine.is_empty() || source.references(mentee, &fine, &mut together));
            assert_eq!(together, fine.iter().filter_map(one).flatten().collect::<Vec<_>>());
            if let Some(refused) = refused.first() {
                let with: Vec<u32> = fine.iter().copied().chain([*refused]).collect();
                assert!(!source.references(mentee, &with, &mut vec![0; with.len() * levels]));
            }
            // From the middle of a block on, and only what reaches a bar.
            if source.columns() > 5 {
                let (from, least) = (5, 2000);
                let mut some = vec![0; source.columns() - from];
                let bar = Bar::new(&scale, least, &prices[from..]);
                source.values(&row, from..source.columns(), bar, &mut some);
                for (at, value) in some.iter().enumerate() {
                    let reaches = values[from + at] >= least + prices[from + at];
                    assert!(!reaches || *value == values[from + at]);
                    assert!(reaches || *value == NOT_ALLOWED || *value == values[from + at]);
                }
            }
        }
    }
}

proptest! {
    #![proptest_config(many(100))]

    #[test]
    fn every_pair_is_screened_and_scored_as_the_reference_does(blueprint in blueprints(40)) {
        check(&blueprint);
    }

    #[test]
    fn the_best_over_all_pairs_is_the_best_of_the_listed(blueprint in blueprints(24)) {
        let programme = programme(&blueprint.document());
        let compiled = Compiled::new(programme.matching());
        let (rules, criteria) = (Rules::new(&compiled), Criteria::new(&compiled));
        let Some(pairs) = ProgrammePairs::new(&compiled, &rules, &criteria) else { return Ok(()) };
        let mut parts = ProblemParts { row_starts: vec![0], levels: vec![Vec::new(); pairs.levels()], ..pairs.frame() };
        for mentee in 0..pairs.rows() {
            for column in 0..pairs.columns() {
                let values = (0..pairs.levels()).map(|level| pairs.value(level, mentee, column));
                let Some(values) = values.collect::<Option<Vec<i64>>>() else { continue };
                parts.columns.push(column as u32);
                parts.levels.iter_mut().zip(values).for_each(|(level, value)| level.push(value));
            }
            parts.row_starts.push(parts.columns.len());
        }
        let listed = solve(&Problem::new(parts).unwrap(), &Control::default()).unwrap();
        let plan = Plan { per_row: 2, per_column: 1, added: 2, slack: 100, ..Plan::for_source(&pairs) };
        let answer = best_over_all_pairs(&pairs, &pairs.frame(), &plan, &Control::default()).unwrap();
        prop_assert_eq!(&answer.solution.served, &listed.served);
        prop_assert_eq!(&answer.solution.totals, &listed.totals);
    }
}

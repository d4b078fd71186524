use super::tree::Tree;
use super::{
    Budget, Company, ConditionParts, Conditions, ConditionsError, Limit, Weights, Worth, broken, solve, solve_with,
};
use crate::control::Control;
use crate::network::tests::small::{Draw, Shape, every, problem};
use crate::problem::{Problem, ProblemParts};
use crate::solution::{Solution, SolveError};

const SMALL: Shape = Shape { rows: 6, columns: 6, demand: 2, capacity: 4, levels: 2, tiers: 3 };
const ENOUGH: Limit = Limit::of(100_000);

/// Conditions of every kind at random.
fn conditions(draw: &mut Draw, problem: &Problem) -> ConditionParts {
    let scales = draw.below(3);
    let weights: Vec<Weights> = (0..scales)
        .map(|_| {
            let spread = 1 + draw.below(5);
            let mut each = |count: usize| (0..count).map(|_| draw.below(spread) as u32 + 1).collect();
            if spread.is_multiple_of(2) {
                Weights::Rows(each(problem.rows()))
            } else {
                Weights::Edges(each(problem.edges()))
            }
        })
        .collect();
    let columns = problem.columns() as u64;
    let budgets = (0..if scales == 0 { 0 } else { draw.below(5) }).map(|_| {
        let columns = if draw.chance(50) {
            vec![draw.below(columns) as u32]
        } else {
            (0..columns as u32).filter(|_| draw.chance(50)).collect()
        };
        Budget { weights: draw.below(scales) as usize, columns, limit: draw.below(10) }
    });
    let budgets = budgets.collect();
    let density = draw.below(60);
    let rows = problem.rows() as u32;
    let pairs = (0..rows).flat_map(|left| (left + 1..rows).map(move |right| (left, right)));
    ConditionParts { weights, budgets, apart: pairs.filter(|_| draw.chance(density)).collect() }
}

/// Sets of rows that cannot share a column.
#[derive(Debug)]
struct Quarrels(Vec<(u32, Vec<u32>)>);

impl Quarrels {
    fn new(draw: &mut Draw, problem: &Problem) -> Self {
        let (rows, columns) = (problem.rows() as u64, problem.columns() as u64);
        let quarrels = (0..draw.below(9)).map(|_| {
            let column = draw.below(columns) as u32;
            let mut of: Vec<u32> = (0..2 + draw.below(3)).map(|_| draw.below(rows) as u32).collect();
            of.sort_unstable();
            of.dedup();
            (column, of)
        });
        Self(quarrels.filter(|(_, of)| of.len() > 1).collect())
    }

    fn share(&self, problem: &Problem, edges: &[usize]) -> bool {
        let has = |row: u32, column: u32| problem.edge(row as usize, column).is_some_and(|edge| edges.contains(&edge));
        self.0.iter().all(|(column, rows)| !rows.iter().all(|row| has(*row, *column)))
    }
}

impl Company for Quarrels {
    fn at_odds(&self, column: u32, rows: &[u32]) -> Option<Vec<u32>> {
        assert!(rows.is_sorted_by(|one, other| one < other));
        let here = self.0.iter().filter(|(own, _)| *own == column).map(|(_, of)| of);
        here.filter(|of| of.iter().all(|row| rows.contains(row))).min_by_key(|of| of.len()).cloned()
    }
}

/// Whether an assignment keeps the conditions, straight from what they say.
fn keeps(problem: &Problem, parts: &ConditionParts, edges: &[usize]) -> bool {
    let row_of = |edge: usize| (0..problem.rows()).find(|row| problem.edges_of(*row).contains(&edge)).unwrap();
    let column = |edge: usize| problem.edge_columns()[edge];
    let within = parts.budgets.iter().all(|budget| {
        let inside = edges.iter().filter(|edge| budget.columns.contains(&column(**edge)));
        let used: u64 = inside
            .map(|edge| match &parts.weights[budget.weights] {
                Weights::Rows(each) => u64::from(each[row_of(*edge)]),
                Weights::Edges(each) => u64::from(each[*edge]),
            })
            .sum();
        used <= budget.limit
    });
    let share = |left: usize, right: usize| {
        let (low, high) = (row_of(left).min(row_of(right)) as u32, row_of(left).max(row_of(right)) as u32);
        column(left) == column(right) && parts.apart.contains(&(low, high))
    };
    within && !edges.iter().enumerate().any(|(at, left)| edges[at + 1..].iter().any(|right| share(*left, *right)))
}

fn worth(problem: &Problem, edges: &[usize]) -> Worth {
    let of = Solution::of(problem, edges.to_vec()).unwrap();
    let columns_used = if problem.use_columns() { of.columns_used } else { 0 };
    Worth { served: of.served, columns_used, totals: of.totals }
}

fn brute_force(problem: &Problem, parts: &ConditionParts) -> Worth {
    best_of(problem, &|edges| keeps(problem, parts, edges)).unwrap()
}

/// The worth of the best assignment that may be.
fn best_of(problem: &Problem, may_be: &dyn Fn(&[usize]) -> bool) -> Option<Worth> {
    let mut best: Option<Worth> = None;
    every(problem, &mut |edges| {
        let here = worth(problem, edges);
        if best.as_ref().is_none_or(|best| here > *best) && may_be(edges) {
            best = Some(here);
        }
    });
    best
}

#[test]
fn equals_the_best_of_all_assignments_that_keep_them() {
    let mut draw = Draw(11);
    let (mut tried, mut branched, mut priced) = (0, 0, 0);
    while tried < 20_000 {
        // Few columns with much room are where rows meet.
        let shape = if draw.chance(50) { SMALL } else { Shape { rows: 8, columns: 2, capacity: 8, ..SMALL } };
        let problem = problem(&mut draw, shape);
        let parts = conditions(&mut draw, &problem);
        if problem.edges() > 15 {
            continue;
        }
        tried += 1;
        let checked = Conditions::new(&problem, parts.clone()).unwrap();
        let found = solve(&checked, ENOUGH, &Control::default()).unwrap();
        assert!(keeps(&problem, &parts, &found.edges));
        assert_eq!(found.worth, worth(&problem, &found.edges));
        assert_eq!(found.worth, brute_force(&problem, &parts), "{problem:?} {parts:?}");
        assert!(found.optimal());
        let control = Control::default();
        let slowly = Tree::new(&checked, &[], ENOUGH, &control).paced(0, 0).grow(ENOUGH.nodes).unwrap().unwrap();
        assert_eq!((&slowly.worth, &slowly.bound), (&found.worth, &found.bound));
        priced += usize::from(found.nodes > 1);
        branched += usize::from(slowly.nodes > 1);
    }
    assert!(priced > 200 && branched > 500, "{priced} {branched}");
}

#[test]
fn rows_that_do_not_get_on_and_pairs_made_beforehand() {
    let mut draw = Draw(21);
    let (mut tried, mut branched, mut impossible, mut forced) = (0, 0, 0, 0);
    while tried < 6_000 {
        let shape = if draw.chance(50) { SMALL } else { Shape { rows: 8, columns: 2, capacity: 8, ..SMALL } };
        let problem = problem(&mut draw, shape);
        let parts = conditions(&mut draw, &problem);
        let quarrels = Quarrels::new(&mut draw, &problem);
        if problem.edges() == 0 || problem.edges() > 13 {
            continue;
        }
        tried += 1;
        let mut must: Vec<usize> = (0..draw.below(3)).map(|_| draw.below(problem.edges() as u64) as usize).collect();
        must.sort_unstable();
        must.dedup();
        let checked = Conditions::new(&problem, parts.clone()).unwrap().in_company(&quarrels);
        let may_be = |edges: &[usize]| {
            keeps(&problem, &parts, edges)
                && quarrels.share(&problem, edges)
                && must.iter().all(|edge| edges.contains(edge))
        };
        let best = best_of(&problem, &may_be);
        let found = solve_with(&checked, &must, ENOUGH, &Control::default()).unwrap();
        assert_eq!(found.is_some(), best.is_some(), "{problem:?} {parts:?} {quarrels:?} {must:?}");
        let (Some(found), Some(best)) = (found, best) else {
            impossible += 1;
            continue;
        };
        assert!(may_be(&found.edges), "{problem:?} {parts:?} {quarrels:?} {must:?} {found:?}");
        assert_eq!(broken(&checked, &found.edges), None);
        assert_eq!((&found.worth, found.optimal()), (&best, true), "{problem:?} {parts:?} {quarrels:?} {must:?}");
        assert_eq!(found.bounds, found.worth.levels(&problem));
        forced += usize::from(!must.is_empty());
        branched += usize::from(found.nodes > 1);
        // Levels that do not count are not proved, and those that do are as good.
        let counted = Limit { levels: problem.level_count().saturating_sub(1), ..ENOUGH };
        let less = solve_with(&checked, &must, counted, &Control::default()).unwrap().unwrap();
        assert!(less.optimal() && may_be(&less.edges));
        let cut = |worth: &Worth| (worth.served.clone(), worth.columns_used, worth.totals[..counted.levels].to_vec());
        assert_eq!(cut(&less.worth), cut(&best));
    }
    assert!(branched > 200 && impossible > 100 && forced > 1000, "{branched} {impossible} {forced}");
}

#[test]
fn six_by_six_with_every_pair_allowed() {
    let mut draw = Draw(12);
    for _ in 0..12 {
        let edges = 36;
        let problem = Problem::new(ProblemParts {
            tier_count: 2,
            tiers: (0..6).map(|_| draw.below(2) as u8).collect(),
            capacities: (0..6).map(|_| draw.below(3) as u32 + 1).collect(),
            use_columns: draw.chance(50),
            levels: vec![(0..edges).map(|_| draw.below(50).cast_signed()).collect()],
            row_starts: (0..=6).map(|row| row * 6).collect(),
            columns: (0..6).flat_map(|_| 0..6).collect(),
            ..ProblemParts::default()
        })
        .unwrap();
        let mut parts = conditions(&mut draw, &problem);
        // So that the least that fits everywhere is not everything.
        parts.apart = vec![(0, 1), (0, 2), (1, 2), (3, 4)];
        let checked = Conditions::new(&problem, parts.clone()).unwrap();
        let found = solve(&checked, ENOUGH, &Control::default()).unwrap();
        assert!(keeps(&problem, &parts, &found.edges));
        assert_eq!((&found.worth, &found.bound), (&brute_force(&problem, &parts), &found.worth));
    }
}

#[test]
fn at_any_limit_the_answer_holds_and_the_bound_is_true() {
    let mut draw = Draw(13);
    let mut short = 0;
    for _ in 0..400 {
        let problem = problem(&mut draw, Shape { rows: 12, columns: 5, ..SMALL });
        let parts = conditions(&mut draw, &problem);
        let checked = Conditions::new(&problem, parts.clone()).unwrap();
        let best = solve(&checked, ENOUGH, &Control::default()).unwrap();
        assert!(best.optimal());
        let mut before = None;
        for limit in [1, 2, 3, 5, 10, 50] {
            let found = solve(&checked, Limit::of(limit), &Control::default()).unwrap();
            assert!(keeps(&problem, &parts, &found.edges));
            assert_eq!(found.worth, worth(&problem, &found.edges));
            assert!(found.worth <= best.worth && best.worth <= found.bound);
            let (bounds, levels) = (&found.bounds, best.worth.levels(&problem));
            let open = levels.iter().zip(found.worth.levels(&problem)).position(|(best, found)| *best != found);
            assert!((0..open.map_or(levels.len(), |open| open + 1)).all(|level| bounds[level] >= levels[level]));
            assert!(found.nodes <= limit);
            assert!(before.is_none_or(|before| found.worth >= before), "more nodes, a worse answer");
            short += usize::from(!found.optimal());
            before = Some(found.worth);
        }
    }
    assert!(short > 50);
}

#[test]
fn a_tier_served_before_is_not_given_up_for_two_after() {
    // One column with three hours: one row of tier 0 wants them all, one each of tiers 1 and 2 want less.
    let problem = Problem::new(ProblemParts {
        tier_count: 3,
        tiers: vec![0, 1, 2],
        capacities: vec![3],
        row_starts: vec![0, 1, 2, 3],
        columns: vec![0, 0, 0],
        ..ProblemParts::default()
    })
    .unwrap();
    let parts = ConditionParts {
        weights: vec![Weights::Rows(vec![3, 1, 2])],
        budgets: vec![Budget { weights: 0, columns: vec![0], limit: 3 }],
        apart: Vec::new(),
    };
    let checked = Conditions::new(&problem, parts).unwrap();
    let found = solve(&checked, ENOUGH, &Control::default()).unwrap();
    assert_eq!((found.worth.served.as_slice(), found.optimal()), ([1, 0, 0].as_slice(), true));
}

#[test]
fn without_conditions_it_is_the_flow() {
    let mut draw = Draw(14);
    for _ in 0..300 {
        let problem = problem(&mut draw, Shape { rows: 30, columns: 20, ..SMALL });
        let conditions = Conditions::new(&problem, ConditionParts::default()).unwrap();
        let found = solve(&conditions, Limit::of(1), &Control::default()).unwrap();
        let flow = crate::network::solve(&problem, &Control::default()).unwrap();
        assert_eq!(found.worth, worth(&problem, &flow.edges));
        assert!(found.optimal());
    }
}

#[test]
fn stopping_and_giving_up() {
    let mut draw = Draw(15);
    let problem = problem(&mut draw, Shape { rows: 40, columns: 30, ..SMALL });
    let conditions = Conditions::new(&problem, conditions(&mut draw, &problem)).unwrap();
    let stop = Control { should_stop: Some(&|| true), ..Control::default() };
    assert_eq!(solve(&conditions, ENOUGH, &stop).unwrap().nodes, 1);
    let give_up = Control { give_up: Some(&|| true), ..Control::default() };
    assert_eq!(solve(&conditions, ENOUGH, &give_up), Err(SolveError::GivenUp));
}

#[test]
fn what_does_not_fit_the_problem_is_refused() {
    let problem = problem(&mut Draw(16), SMALL);
    let refused = |parts: ConditionParts| Conditions::new(&problem, parts).map(|_| ()).unwrap_err();
    let weights = vec![Weights::Rows(vec![1; problem.rows()])];
    let none = ConditionParts::default();
    assert_eq!(
        refused(ConditionParts { weights: vec![Weights::Edges(vec![1; problem.edges() + 1])], ..none.clone() }),
        ConditionsError::WeightsLength { weights: 0, expected: problem.edges(), given: problem.edges() + 1 }
    );
    let budget = |columns: Vec<u32>, weights: usize| vec![Budget { weights, columns, limit: 1 }];
    assert_eq!(
        refused(ConditionParts { weights: weights.clone(), budgets: budget(vec![0], 1), ..none.clone() }),
        ConditionsError::NoWeights { budget: 0 }
    );
    for columns in [vec![0, 0], vec![problem.columns() as u32]] {
        let parts = ConditionParts { weights: weights.clone(), budgets: budget(columns, 0), ..none.clone() };
        assert_eq!(refused(parts), ConditionsError::Columns { budget: 0 });
    }
    let rows = problem.rows() as u32;
    for apart in [vec![(0, 0)], vec![(1, 0)], vec![(0, rows)]] {
        assert_eq!(refused(ConditionParts { apart, ..none.clone() }), ConditionsError::Apart { pair: 0 });
    }
}

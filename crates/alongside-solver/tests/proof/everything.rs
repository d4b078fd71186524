//! Every option on at once: tiers, demands, capacities, ceilings, columns used, a floor, several levels, a seeded last
//! level, pairs kept.

use super::{compared, less};
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, SIXTY, Size, TINY};
use crate::oracle::{Pair, Tuple, brute, share, worth};
use crate::solvers::ANY;
use alongside_solver::{Control, Problem, Status, verify};

/// A case that has all of it.
fn full(draw: &mut Draw, size: Size) -> Case {
    let mut case = family::any(draw, size);
    let (rows, columns) = (case.rows(), case.columns());
    let small = |draw: &mut Draw, low: usize, high: usize| u32::try_from(low + draw.below(high - low + 1)).unwrap();
    case.tier_count = draw.pick(&[2, 3, 8]);
    case.tiers = (0..rows).map(|_| u8::try_from(draw.below(usize::from(case.tier_count))).unwrap()).collect();
    case.demands = (0..rows).map(|_| small(draw, 0, 2)).collect();
    case.capacities = (0..columns).map(|_| small(draw, 0, 3)).collect();
    case.limits = (0..2).map(|_| small(draw, 0, columns)).collect();
    case.group_of = (0..columns).map(|_| draw.chance(70).then(|| small(draw, 0, 1))).collect();
    case.use_columns = true;
    let between = 1 + draw.below(2);
    case.levels = between + 2;
    let reach = draw.pick(&[1, 3, 1000, 1 << 40]);
    let floor = draw.within(-reach, reach / 2);
    for cell in case.cells.iter_mut().flatten().filter(|cell| cell.is_some()) {
        let mut values: Vec<i64> = (0..=between).map(|_| draw.within(-reach, reach)).collect();
        values.push(draw.within(0, 1 << 40));
        *cell = Some(values).filter(|values| values[0] >= floor);
    }
    case
}

#[test]
fn with_every_option_on_every_answer_is_the_best_of_all() {
    let declared = share(100_000, 30);
    let (mut only, mut forced) = (0, 0);
    let mut seed = 0;
    // Not every problem has a pair to keep.
    while forced < declared {
        seed += 1;
        let mut draw = Draw::new(seed ^ 0xe0e0_0000);
        let mut case = full(&mut draw, TINY);
        let problem = case.problem();
        let all = brute::all_best(&case, |chosen| worth::objective(&case, chosen));
        for (name, solve) in ANY {
            let solution = solve(&problem, &Control::default()).unwrap();
            assert_eq!(solution.status, Status::Optimal, "seed {seed}, {name}");
            let chosen = case.pairs_of(&solution.edges);
            assert!(all.contains(&chosen), "seed {seed}, {name}: {case:?} {chosen:?}");
            assert!(verify::solution(&problem, &solution).is_ok(), "seed {seed}, {name}");
        }
        only += u64::from(all.len() == 1);
        // A pair kept: columns used are no level then.
        case.use_columns = false;
        forced += u64::from(kept(&mut draw, &case, |case, pair| {
            let mut best: Option<Tuple> = None;
            brute::every(case, |chosen| {
                if chosen.contains(&pair) {
                    best = best.take().max(Some(worth::objective(case, chosen)));
                }
            });
            best
        }));
    }
    assert!(only * 10 > seed * 9 && forced * 4 > seed * 3, "{only} {forced}");
    compared(seed, "tiny problems with every option on, solved in two ways, with every assignment");
    compared(forced, "tiny problems with a pair kept, with every assignment that has it");
}

/// Solves with any one pair kept, and holds it against the best of those that have it; false if there is no pair.
fn kept(draw: &mut Draw, case: &Case, best: impl Fn(&Case, Pair) -> Option<Tuple>) -> bool {
    let pairs = case.pairs();
    if pairs.is_empty() {
        return false;
    }
    let pair = draw.pick(&pairs);
    let problem: Problem = case.problem();
    let forced = problem.with_row_forced(pair.0, u32::try_from(pair.1).unwrap());
    let found = forced.map(|forced| {
        let chosen = case.pairs_of(&forced.solve(&Control::default()).unwrap().edges);
        assert!(case.allows(&chosen) && chosen.contains(&pair));
        worth::objective(case, &chosen)
    });
    assert_eq!(found, best(case, pair), "{case:?} {pair:?}");
    true
}

#[test]
fn with_every_option_on_every_answer_is_as_good_as_a_plain_flow() {
    let declared = share(5_000, 40);
    let (mut forced, mut seed) = (0, 0);
    while forced < declared {
        seed += 1;
        let mut draw = Draw::new(seed ^ 0xe1e1_0000);
        let mut case = full(&mut draw, SIXTY);
        let problem = case.problem();
        let best = less::best(&case);
        for (name, solve) in ANY {
            let solution = solve(&problem, &Control::default()).unwrap();
            let chosen = case.pairs_of(&solution.edges);
            assert!(case.allows(&chosen), "seed {seed}, {name}");
            assert_eq!(worth::objective(&case, &chosen), best, "seed {seed}, {name}");
            assert!(verify::solution(&problem, &solution).is_ok(), "seed {seed}, {name}");
        }
        case.use_columns = false;
        forced += u64::from(kept(&mut draw, &case, |case, pair| less::best_with(case, &[pair])));
    }
    compared(seed, "problems of up to 60 with every option on, solved in two ways, with a plain flow");
    compared(forced, "problems of up to 60 with a pair kept, with a plain flow");
}

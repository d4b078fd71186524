//! Shortlists and safe shortlists against everything that could be on them.

use super::{compared, less};
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, SIXTY, Size, TINY};
use crate::oracle::{Pair, Tuple, brute, flow, share, worth};
use alongside_solver::shortlist::{Lengths, SafeLists, safe_edges, shortlists};
use alongside_solver::{Control, solve, verify};

/// Any case with fewer pairs than usual: lists are tried in all combinations.
const FEW: Size = Size { edges: 9, ..TINY };

/// Makes shortlists, and gives back what the further options are worth and the case they are the best answer of.
fn listed(draw: &mut Draw, case: &Case) -> (Tuple, Case) {
    let problem = case.problem();
    let proposal = solve::solve(&problem, &Control::default()).unwrap().edges;
    let (options, appearances) = (draw.within(0, 4), draw.within(0, 4));
    let [options, appearances] = [options, appearances].map(|most| u32::try_from(most).unwrap());
    let lists = shortlists(&problem, &proposal, Lengths { options, appearances }, &Control::default()).unwrap();
    assert!(verify::solution(&lists.problem, &lists.solution).is_ok());
    let (proposed, further) = (case.pairs_of(&proposal), case.pairs_of(&lists.further));
    let mut edges = [proposal, lists.further].concat();
    edges.sort_unstable();
    assert_eq!(edges, lists.edges);
    // As many further ones as the list and the appearances have room for beside what is proposed.
    let mut rest = less::without(case, &proposed);
    let room = |all: u32, most: u32, has: usize| if all == 0 { 0 } else { most.saturating_sub(has as u32) };
    for (row, demand) in rest.demands.iter_mut().enumerate() {
        *demand = room(*demand, options, proposed.iter().filter(|pair| pair.0 == row).count());
    }
    for (column, capacity) in rest.capacities.iter_mut().enumerate() {
        *capacity = room(*capacity, appearances, proposed.iter().filter(|pair| pair.1 == column).count());
    }
    rest.group_of.fill(None);
    rest.limits.clear();
    rest.use_columns = false;
    assert!(rest.allows(&further), "{case:?}");
    (worth::objective(&rest, &further), rest)
}

#[test]
fn further_options_are_the_best_of_all() {
    let declared = share(100_000, 30);
    for seed in 0..declared {
        let mut draw = Draw::new(seed ^ 0x5105_0000);
        let case = family::any(&mut draw, TINY);
        let (found, rest) = listed(&mut draw, &case);
        assert_eq!(found, brute::best(&rest, |chosen| worth::objective(&rest, chosen)), "seed {seed}: {case:?}");
    }
    compared(declared, "tiny shortlists, with all others");
}

#[test]
fn further_options_are_as_good_as_a_plain_flow() {
    let declared = share(5_000, 40);
    for seed in 0..declared {
        let mut draw = Draw::new(seed ^ 0x5106_0000);
        let case = family::any(&mut draw, SIXTY);
        let (found, rest) = listed(&mut draw, &case);
        assert_eq!(found, less::best(&rest), "seed {seed}");
    }
    compared(declared, "shortlists of up to 60, with a plain flow");
}

/// The case in which tiers alone count.
fn tiers_alone(case: &Case) -> Case {
    Case { use_columns: false, ..less::of_levels(case, 0) }
}

fn numbers(served: &[usize]) -> Tuple {
    served.iter().map(|served| *served as i128).collect()
}

/// The greatest numbers served with these pairs and without those, if there are any.
type Best<'b> = dyn Fn(&[Pair], &[Pair]) -> Option<Tuple> + 'b;

/// Plays lists through: whoever's turn it is picks anything offered, declines, or leaves. After every step the numbers
/// have to be `best` of what is taken and what is struck. How many steps there were.
fn play(draw: &mut Draw, case: &Case, best: &Best<'_>) -> u64 {
    let problem = case.problem();
    let pairs = case.pairs();
    let pair = |edges: &[usize]| edges.iter().map(|edge| pairs[*edge]).collect::<Vec<Pair>>();
    let mut lists = SafeLists::new(&problem, draw.below(4)).unwrap();
    let faithful = draw.chance(50);
    let first = best(&[], &[]);
    let (mut struck, mut steps) = (Vec::new(), 0);
    assert_eq!(Some(numbers(&lists.served())), first);
    while let Some(list) = lists.next_list() {
        steps += 1;
        if faithful || draw.chance(70) {
            let before = lists.served();
            lists.pick(draw.pick(&list.options)).unwrap();
            assert_eq!(lists.served(), before, "a pick cost somebody a place: {case:?}");
        } else if draw.chance(80) {
            struck.extend(pair(&list.options));
            lists.decline(&list).unwrap();
        } else {
            let taken = pair(lists.taken());
            let of_row = |pair: &&Pair| pair.0 == list.row as usize && !taken.contains(pair);
            struck.extend(pairs.iter().filter(of_row));
            lists.leave(list.row).unwrap();
        }
        assert_eq!(Some(numbers(&lists.served())), best(&pair(lists.taken()), &struck), "{case:?} {struck:?}");
    }
    let taken = pair(lists.taken());
    assert_eq!(worth::served(case, &taken)[..usize::from(case.tier_count)], numbers(&lists.served()));
    assert!(!faithful || Some(numbers(&lists.served())) == first);
    steps
}

#[test]
fn safe_options_are_those_of_some_best_assignment_and_no_pick_costs_a_place() {
    let declared = share(100_000, 30);
    let mut steps = 0;
    for seed in 0..declared {
        let mut draw = Draw::new(seed ^ 0x5af_e000);
        let case = family::any(&mut draw, FEW);
        let alone = tiers_alone(&case);
        let mut all: Vec<(Vec<Pair>, Tuple)> = Vec::new();
        brute::every(&alone, |chosen| all.push((chosen.to_vec(), worth::served(&alone, chosen))));
        let best = |with: &[Pair], without: &[Pair]| {
            let fits = |chosen: &[Pair]| {
                with.iter().all(|pair| chosen.contains(pair)) && !without.iter().any(|pair| chosen.contains(pair))
            };
            all.iter().filter(|(chosen, _)| fits(chosen)).map(|(_, tuple)| tuple).max().cloned()
        };
        let most = best(&[], &[]).unwrap();
        let safe = safe_edges(&case.problem()).unwrap();
        for (edge, pair) in case.pairs().iter().enumerate() {
            let some = all.iter().any(|(chosen, tuple)| *tuple == most && chosen.contains(pair));
            assert_eq!(safe[edge], some, "seed {seed}: {pair:?} of {case:?}");
        }
        steps += play(&mut draw, &case, &best);
        joint(&mut draw, &case, &|picks| best(picks, &[]) == Some(most.clone()));
    }
    compared(declared, "tiny problems: safe options, lists in turn, joint lists, with every assignment");
    compared(steps, "turns at tiny lists, with every assignment");
}

/// Issues lists jointly, and has every combination of picks looked at, or some where there are many.
fn joint(draw: &mut Draw, case: &Case, holds: &dyn Fn(&[Pair]) -> bool) {
    let problem = case.problem();
    let rows: Vec<u32> = (0..u32::try_from(case.rows()).unwrap()).filter(|_| draw.chance(80)).collect();
    let joint = SafeLists::new(&problem, draw.below(4)).unwrap().lists_jointly(&rows).unwrap();
    let mut combinations: Vec<Vec<Pair>> = vec![Vec::new()];
    for list in &joint.lists {
        let options = case.pairs_of(&list.options);
        let wants = case.demands[list.row as usize] as usize;
        let choices: Vec<Vec<Pair>> = (0..1_u32 << options.len())
            .filter(|choice| choice.count_ones() as usize <= wants)
            .map(|choice| (0..options.len()).filter(|at| choice >> at & 1 == 1).map(|at| options[at]).collect())
            .collect();
        combinations = combinations
            .iter()
            .flat_map(|before| choices.iter().map(move |choice| [&before[..], choice].concat()))
            .collect();
        while combinations.len() > 64 {
            combinations.swap_remove(draw.below(combinations.len()));
        }
    }
    for picks in &combinations {
        assert!(holds(picks), "{case:?} {joint:?} {picks:?}");
    }
}

#[test]
fn larger_safe_lists_hold_by_a_plain_flow() {
    let declared = share(5_000, 100);
    let mut steps = 0;
    for seed in 0..declared {
        let mut draw = Draw::new(seed ^ 0x5af_f000);
        let case = family::any(&mut draw, SIXTY);
        let alone = tiers_alone(&case);
        let best = |with: &[Pair], without: &[Pair]| less::best_with(&less::without(&alone, without), with);
        let most = worth::objective(&alone, &flow::best(&alone));
        let safe = safe_edges(&case.problem()).unwrap();
        let pairs = case.pairs();
        for _ in 0..4.min(pairs.len()) {
            let edge = draw.below(pairs.len());
            let with = less::best_with(&alone, &pairs[edge..=edge]);
            assert_eq!(safe[edge], with.as_ref() == Some(&most), "seed {seed}: {edge}");
        }
        steps += play(&mut draw, &case, &best);
    }
    compared(declared, "problems of up to 60: safe options and lists in turn, with a plain flow");
    compared(steps, "turns at lists of up to 60, with a plain flow");
}

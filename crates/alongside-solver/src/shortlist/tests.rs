use super::{Lengths, NotSafe, SafeLists, ShortlistError, safe_edges, shortlists};
use crate::control::Control;
use crate::network::tests::proof::assert_proven;
use crate::network::tests::small::{Draw, Shape, every, problem, worth};
use crate::problem::Problem;

const SMALL: Shape = Shape { rows: 5, columns: 4, demand: 2, capacity: 3, levels: 2, tiers: 3 };

/// A problem of few enough edges to go through all its assignments.
fn few_edges(draw: &mut Draw, edges: usize) -> Problem {
    loop {
        let problem = problem(draw, SMALL);
        if problem.edges() <= edges {
            return problem;
        }
    }
}

/// Every assignment as a set of edges and its tiers' numbers.
struct All {
    assignments: Vec<(u32, Vec<i64>)>,
}

fn set(edges: &[usize]) -> u32 {
    edges.iter().map(|edge| 1 << edge).sum()
}

impl All {
    fn of(problem: &Problem) -> Self {
        let mut assignments = Vec::new();
        let tiers = usize::from(problem.tier_count());
        every(problem, &mut |edges| assignments.push((set(edges), worth(problem, edges)[..tiers].to_vec())));
        Self { assignments }
    }

    /// The best numbers of those with these edges and none of those.
    fn best(&self, with: u32, without: u32) -> Option<&Vec<i64>> {
        let fits = self.assignments.iter().filter(|(edges, _)| edges & with == with && edges & without == 0);
        fits.map(|(_, tiers)| tiers).max()
    }
}

fn numbers(served: &[usize]) -> Vec<i64> {
    served.iter().map(|served| i64::try_from(*served).unwrap()).collect()
}

#[test]
fn safe_is_what_some_best_assignment_has() {
    let mut draw = Draw(21);
    for _ in 0..5_000 {
        let problem = few_edges(&mut draw, 14);
        let all = All::of(&problem);
        let best = all.best(0, 0).unwrap();
        let some = all.assignments.iter().filter(|(_, tiers)| tiers == best).fold(0, |some, (edges, _)| some | edges);
        for (edge, safe) in safe_edges(&problem).unwrap().into_iter().enumerate() {
            assert_eq!(safe, some & (1 << edge) != 0, "edge {edge} of {problem:?}");
        }
    }
}

#[test]
fn whatever_is_picked_nobody_loses() {
    let mut draw = Draw(22);
    let (mut picked, mut declined, mut left) = (0, 0, 0);
    for game in 0..6_000 {
        let problem = few_edges(&mut draw, 13);
        let all = All::of(&problem);
        let before = all.best(0, 0).unwrap();
        let mut lists = SafeLists::new(&problem, 1 + draw.below(3) as usize).unwrap();
        let mut struck = 0;
        assert_eq!(&numbers(&lists.served()), before);
        while let Some(list) = lists.next_list() {
            assert!(list.options.iter().all(|edge| problem.edges_of(list.row as usize).contains(edge)));
            // In every other game nobody declines.
            if game % 2 == 0 || draw.chance(70) {
                let best = numbers(&lists.served());
                lists.pick(list.options[draw.below(list.options.len() as u64) as usize]).unwrap();
                assert_eq!(numbers(&lists.served()), best, "a pick cost somebody a place");
                picked += 1;
            } else if draw.chance(80) {
                struck |= set(&list.options);
                lists.decline(&list).unwrap();
                declined += 1;
            } else {
                let edges: Vec<usize> = problem.edges_of(list.row as usize).collect();
                struck |= set(&edges) & !set(lists.taken());
                lists.leave(list.row).unwrap();
                left += 1;
            }
            let best = all.best(set(lists.taken()), struck);
            assert_eq!(Some(&numbers(&lists.served())), best, "{problem:?}");
        }
        let tiers = usize::from(problem.tier_count());
        assert_eq!(worth(&problem, lists.taken())[..tiers], numbers(&lists.served()));
        assert!(struck > 0 || &numbers(&lists.served()) == before);
    }
    assert!(picked > 5_000 && declined > 500 && left > 100);
}

/// Every set of picks from these lists, none, one or as many as the row wants of each.
fn combinations(problem: &Problem, lists: &[super::SafeList], taken: &[usize]) -> Vec<u32> {
    let mut all = vec![0];
    for list in lists {
        let edges = problem.edges_of(list.row as usize);
        let has = taken.iter().filter(|edge| edges.contains(edge)).count();
        let wants = problem.demands()[list.row as usize] - has as u32;
        let choices: Vec<u32> = (0..1_u32 << list.options.len())
            .filter(|choice| choice.count_ones() <= wants)
            .map(|choice| {
                set(&(0..list.options.len())
                    .filter(|at| choice & (1 << at) != 0)
                    .map(|at| list.options[at])
                    .collect::<Vec<_>>())
            })
            .collect();
        all = all.iter().flat_map(|before| choices.iter().map(move |choice| before | choice)).collect();
    }
    all
}

#[test]
fn joint_lists_hold_for_every_combination() {
    let mut draw = Draw(23);
    let mut long = 0;
    for _ in 0..3_000 {
        let problem = few_edges(&mut draw, 12);
        let all = All::of(&problem);
        let mut session = SafeLists::new(&problem, 1 + draw.below(3) as usize).unwrap();
        // Somebody may have picked before.
        if let Some(list) = session.next_list().filter(|_| draw.chance(50)) {
            session.pick(list.options[0]).unwrap();
        }
        let taken = set(session.taken());
        let rows: Vec<u32> = (0..problem.rows() as u32).filter(|_| draw.chance(80)).collect();
        let joint = session.lists_jointly(&rows).unwrap();
        let best = all.best(taken, 0).unwrap();
        let picks = combinations(&problem, &joint.lists, session.taken());
        for combination in &picks {
            let room = taken | combination | set(&joint.others);
            assert!(all.best(taken | combination, 0).is_some_and(|here| here == best), "{problem:?} {joint:?}");
            assert!(all.best(room, 0).is_some_and(|here| here == best));
        }
        long += joint.lists.iter().filter(|list| list.options.len() > 1).count();
        // And entered one by one.
        let last = picks.last().unwrap();
        for edge in (0..problem.edges()).rev().filter(|edge| last & (1 << edge) != 0) {
            session.pick(edge).unwrap();
        }
        assert_eq!(&numbers(&session.served()), best);
    }
    assert!(long > 300, "{long}");
}

#[test]
fn without_sets_no_joint_lists_are_longer_in_all() {
    let mut draw = Draw(24);
    let mut tried = 0;
    while tried < 150 {
        let problem = few_edges(&mut draw, 9);
        let binds = problem.demands().iter().any(|wants| *wants > 1) || !problem.limits().is_empty();
        if binds || problem.edges() < 5 {
            continue;
        }
        tried += 1;
        let length = 1 + draw.below(3) as usize;
        let rows: Vec<u32> = (0..problem.rows() as u32).collect();
        let joint = SafeLists::new(&problem, length).unwrap().lists_jointly(&rows).unwrap();
        let ours: usize = joint.lists.iter().map(|list| list.options.len()).sum();
        let all = All::of(&problem);
        let best = all.best(0, 0).unwrap();
        let mut longest = 0;
        for family in 0..1_u32 << problem.edges() {
            let list = |row: usize| problem.edges_of(row).filter(|edge| family & (1 << edge) != 0).collect::<Vec<_>>();
            let lists: Vec<Vec<usize>> = (0..problem.rows()).map(list).filter(|list| !list.is_empty()).collect();
            if lists.iter().any(|list| list.len() > length) || family.count_ones() <= longest {
                continue;
            }
            // Everybody with a list picks one.
            let mut picks = vec![0];
            for list in &lists {
                picks = picks.iter().flat_map(|before| list.iter().map(move |edge| before | 1 << edge)).collect();
            }
            let holds = |picks: &u32| all.assignments.iter().any(|(edges, tiers)| edges == picks && tiers == best);
            if picks.iter().all(holds) {
                longest = family.count_ones();
            }
        }
        assert_eq!(ours, longest as usize, "{problem:?}");
    }
}

#[test]
fn what_is_not_safe_is_refused() {
    let mut draw = Draw(25);
    let mut refused = 0;
    for _ in 0..500 {
        let problem = few_edges(&mut draw, 14);
        let safe = safe_edges(&problem).unwrap();
        let mut lists = SafeLists::new(&problem, 3).unwrap();
        for edge in (0..problem.edges()).filter(|edge| !safe[*edge]) {
            assert_eq!(lists.pick(edge), Err(NotSafe { edge }));
            refused += 1;
        }
        assert!(lists.taken().is_empty());
        assert_eq!(lists.pick(problem.edges()), Err(NotSafe { edge: problem.edges() }));
    }
    assert!(refused > 500);
}

#[test]
fn shortlists_are_the_best_there_are() {
    let mut draw = Draw(26);
    let mut further = 0;
    for _ in 0..2_000 {
        let problem = few_edges(&mut draw, 11);
        let proposal = crate::network::solve(&problem, &Control::default()).unwrap().edges;
        let lengths = Lengths { options: 1 + draw.below(4) as u32, appearances: 1 + draw.below(3) as u32 };
        let lists = shortlists(&problem, &proposal, lengths, &Control::default()).unwrap();
        assert_proven(&lists.problem, &lists.solution);
        further += lists.further.len();
        let tiers = usize::from(problem.tier_count());
        let value = |edges: &[usize]| {
            let mut worth = worth(&problem, edges);
            if problem.use_columns() {
                worth.remove(tiers);
            }
            worth
        };
        let allowed = |family: u32| {
            let on = |edge: usize| family & (1 << edge) != 0;
            let row = |row: usize| {
                let most = if problem.demands()[row] == 0 { 0 } else { lengths.options };
                let proposed = proposal.iter().filter(|edge| problem.edges_of(row).contains(edge)).count();
                let all = problem.edges_of(row).filter(|edge| on(*edge)).count();
                all == proposed || all <= most as usize
            };
            let column = |column: usize| {
                let most = if problem.capacities()[column] == 0 { 0 } else { lengths.appearances };
                let here = |edge: &&usize| problem.edge_columns()[**edge] as usize == column;
                let edges: Vec<usize> = (0..problem.edges()).filter(|edge| on(*edge)).collect();
                let all = edges.iter().filter(here).count();
                all == proposal.iter().filter(here).count() || all <= most as usize
            };
            (0..problem.rows()).all(row) && (0..problem.columns()).all(column)
        };
        assert!(allowed(set(&lists.edges)), "{problem:?} {lengths:?} {lists:?}");
        assert_eq!(set(&lists.edges), set(&proposal) + set(&lists.further));
        let families = (0..1_u32 << problem.edges()).filter(|family| family & set(&proposal) == set(&proposal));
        let best = families
            .filter(|family| allowed(*family))
            .map(|family| value(&(0..problem.edges()).filter(|edge| family & (1 << edge) != 0).collect::<Vec<_>>()))
            .max();
        assert_eq!(Some(value(&lists.edges)), best);
    }
    assert!(further > 1_000);
}

#[test]
fn a_proposal_that_is_none_is_refused() {
    let problem = loop {
        let problem = few_edges(&mut Draw(27), 14);
        if problem.edges() > 0 {
            break problem;
        }
    };
    let lengths = Lengths { options: 2, appearances: 2 };
    let refused = shortlists(&problem, &[problem.edges()], lengths, &Control::default());
    assert_eq!(refused.map(|lists| lists.edges), Err(ShortlistError::Proposal));
}

//! Stable assignments against all stable ones, and against proposals made by everybody at once.

use crate::compared;
use crate::oracle::case::Case;
use crate::oracle::draw::Draw;
use crate::oracle::family::{self, SIXTY, Size, TINY};
use crate::oracle::stable::{self as plain, Sides};
use crate::oracle::{Pair, brute, flow, share};
use alongside_solver::stable::{How, Method, Orders, blocking_pairs, solve};

/// A case without what a market does not have.
fn market(draw: &mut Draw, size: Size) -> Case {
    let mut case = family::any(draw, size);
    case.demands.fill(1);
    case.group_of.fill(None);
    case.limits.clear();
    case
}

/// Some pairs that fit beside each other.
fn kept(draw: &mut Draw, case: &Case) -> Vec<Pair> {
    let mut kept = Vec::new();
    let rate = draw.pick(&[0, 0, 10, 40]);
    for pair in case.pairs() {
        kept.push(pair);
        if !draw.chance(rate) || !case.allows(&kept) {
            kept.pop();
        }
    }
    kept
}

#[test]
fn stable_assignments_are_stable_and_serve_as_many_as_promised() {
    let mut larger = 0;
    let declared = share(100_000, 30);
    for seed in 0..declared {
        let mut draw = Draw::new(seed);
        let case = market(&mut draw, TINY);
        let problem = case.problem();
        let (rows, columns) = family::scores(&mut draw, problem.edges());
        let orders = Orders::new(&problem, &rows, &columns).unwrap();
        let at = |pair| case.edges(&[pair])[0];
        let kept = kept(&mut draw, &case);
        let sides = Sides { row: &|pair| rows[at(pair)], column: &|pair| columns[at(pair)], kept: &kept };
        let stays = |chosen: &[Pair]| kept.iter().all(|pair| chosen.contains(pair));
        let mut most = 0;
        let mut of_rows = vec![i64::MIN; case.rows()];
        brute::every(&case, |chosen| {
            if stays(chosen) && chosen.len() + 1 >= most && plain::blocking(&case, chosen, &sides).is_empty() {
                most = most.max(chosen.len());
                for pair in chosen {
                    of_rows[pair.0] = of_rows[pair.0].max(rows[at(*pair)]);
                }
            }
        });
        for method in [Method::BestForRows, Method::Larger] {
            let found = solve(&orders, &How { method, kept: &case.edges(&kept), ..How::default() }).unwrap();
            let chosen = case.pairs_of(&found.edges);
            assert!(case.allows(&chosen) && stays(&chosen), "seed {seed}");
            assert_eq!(plain::blocking(&case, &chosen, &sides), [], "seed {seed}, {method:?}");
            if method == Method::Larger {
                assert!(3 * chosen.len() >= 2 * most, "seed {seed}: {} of {most}", chosen.len());
                larger += usize::from(chosen.len() == most);
            } else if strict(&case, &rows, &columns) {
                assert_eq!(chosen.len(), most, "seed {seed}");
                let best =
                    |row: usize| chosen.iter().find(|pair| pair.0 == row).map_or(i64::MIN, |pair| rows[at(*pair)]);
                assert!((0..case.rows()).all(|row| best(row) == of_rows[row]), "seed {seed}");
            }
        }
    }
    assert!(larger > 1000, "{larger}");
    compared(declared, "tiny markets, stable in two ways, with every assignment");
}

/// Whether nobody likes two equally well.
fn strict(case: &Case, rows: &[i64], columns: &[i64]) -> bool {
    let pairs = case.pairs();
    let both = |one: usize, other: usize| {
        (pairs[one].0 == pairs[other].0 && rows[one] == rows[other])
            || (pairs[one].1 == pairs[other].1 && columns[one] == columns[other])
    };
    (0..pairs.len()).all(|one| (0..one).all(|other| !both(one, other)))
}

#[test]
fn pairs_that_block_are_all_named() {
    let declared = share(20_000, 10);
    for seed in 0..declared {
        let mut draw = Draw::new(seed);
        let mut case = family::any(&mut draw, TINY);
        case.demands.iter_mut().for_each(|demand| *demand = 1.min(*demand));
        let problem = case.problem();
        let (rows, columns) = family::scores(&mut draw, problem.edges());
        let orders = Orders::new(&problem, &rows, &columns).unwrap();
        let at = |pair| case.edges(&[pair])[0];
        let all: Vec<Pair> = case.pairs();
        brute::every(&case, |chosen| {
            let sides = Sides { row: &|pair| rows[at(pair)], column: &|pair| columns[at(pair)], kept: &[] };
            let found = blocking_pairs(&orders, &case.edges(chosen), &[]).unwrap();
            let pairs: Vec<Pair> = found.iter().map(|edge| all[*edge]).collect();
            assert_eq!(pairs, plain::blocking(&case, chosen, &sides), "seed {seed} {case:?} {chosen:?}");
        });
    }
    compared(declared, "tiny problems, the blocking pairs of every assignment, with the definition");
}

/// Deferred acceptance as it is told: in every round each row that holds nothing asks the column it likes best of those
/// that have not refused it, and each column keeps the best of those that ask and those it has. No two are liked
/// equally well.
fn in_rounds(case: &Case, sides: &Sides<'_>) -> Vec<Pair> {
    let standing = |pair: &Pair| sides.kept.contains(pair);
    let spoken_for = |row: usize| sides.kept.iter().any(|pair| pair.0 == row);
    let mut open: Vec<Pair> = case.pairs().into_iter().filter(|pair| !spoken_for(pair.0)).collect();
    let mut held: Vec<Pair> = sides.kept.to_vec();
    loop {
        let free: Vec<usize> = (0..case.rows()).filter(|row| held.iter().all(|pair| pair.0 != *row)).collect();
        let best =
            |row: &usize| open.iter().copied().filter(|pair| pair.0 == *row).max_by_key(|pair| (sides.row)(*pair));
        let asking: Vec<Pair> = free.iter().filter_map(best).collect();
        if asking.is_empty() {
            held.sort_unstable();
            return held;
        }
        open.retain(|pair| !asking.contains(pair));
        held.extend(asking);
        for column in 0..case.columns() {
            let mut here: Vec<Pair> = held.iter().copied().filter(|pair| pair.1 == column).collect();
            here.sort_by_key(|pair| (!standing(pair), std::cmp::Reverse((sides.column)(*pair))));
            let gone: Vec<Pair> = here.into_iter().skip(case.capacities[column] as usize).collect();
            held.retain(|pair| !gone.contains(pair));
        }
    }
}

#[test]
fn larger_markets_end_as_proposals_in_rounds_do() {
    let declared = share(10_000, 40);
    let mut tied = 0;
    for seed in 0..declared {
        let mut draw = Draw::new(seed);
        let case = market(&mut draw, SIXTY);
        let problem = case.problem();
        let (mut rows, mut columns) = family::scores(&mut draw, problem.edges());
        let kept = kept(&mut draw, &case);
        let ties = seed.is_multiple_of(2);
        if !ties {
            // No two equal: the edge's own number is the last word.
            let count = i64::try_from(problem.edges()).unwrap();
            for (at, (row, column)) in (0..).zip(rows.iter_mut().zip(&mut columns)) {
                (*row, *column) = (*row * count + at, *column * count - at);
            }
        }
        let orders = Orders::new(&problem, &rows, &columns).unwrap();
        let at = |pair| case.edges(&[pair])[0];
        let sides = Sides { row: &|pair| rows[at(pair)], column: &|pair| columns[at(pair)], kept: &kept };
        // No stable assignment serves less than half of what can be served, nor Kiraly's less than half of all.
        let most = flow::best(&case).len();
        for method in [Method::BestForRows, Method::Larger] {
            let found = solve(&orders, &How { method, kept: &case.edges(&kept), ..How::default() }).unwrap();
            let chosen = case.pairs_of(&found.edges);
            assert!(case.allows(&chosen) && kept.iter().all(|pair| chosen.contains(pair)), "seed {seed}");
            assert_eq!(plain::blocking(&case, &chosen, &sides), [], "seed {seed}, {method:?}");
            assert!(!kept.is_empty() || 2 * chosen.len() >= most, "seed {seed}, {method:?}");
            if !ties {
                assert_eq!(chosen, in_rounds(&case, &sides), "seed {seed}, {method:?}");
            }
        }
        tied += u64::from(ties);
    }
    compared(declared - tied, "markets of up to 60 with strict orders, with proposals in rounds");
    compared(tied, "markets of up to 60 with ties, pair by pair with the definition");
}

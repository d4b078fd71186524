//! What deferred acceptance promises.

use super::super::{Fewer, How, Method, Orders, StableError, Ties, row_ranks, solve};
use super::{Dice, Market};
use crate::problem::Problem;
use crate::stable::{blocking_pairs, column_ranks, scores_of_ranks};

#[test]
fn no_row_is_better_off_in_another_stable_assignment() {
    let mut dice = Dice(2);
    for seed in 0..4000 {
        let market = Market::random(&mut dice, 4, 5, 2).strict(&mut dice);
        let solved = market.by_row(&market.solve(Method::BestForRows, seed).edges);
        assert!(market.fits(&solved));
        assert_eq!(market.blocking(&solved), [] as [usize; 0]);
        for other in market.all().iter().filter(|other| market.blocking(other).is_empty()) {
            for (ours, other) in solved.iter().zip(other) {
                let worth = |edge: &Option<usize>| edge.map_or(i64::MIN, |edge| market.rows[edge]);
                assert!(worth(ours) >= worth(other), "seed {seed}");
            }
        }
    }
}

#[test]
fn ties_leave_it_weakly_stable_and_a_seed_repeats() {
    let mut dice = Dice(3);
    let mut differ = 0;
    for seed in 0..4000 {
        let market = Market::random(&mut dice, 6, 2, 3);
        let solved = market.solve(Method::BestForRows, seed);
        assert_eq!(solved, market.solve(Method::BestForRows, seed));
        let assignment = market.by_row(&solved.edges);
        assert!(market.fits(&assignment));
        assert_eq!(market.blocking(&assignment), [] as [usize; 0]);
        let mut served = vec![0; 2];
        for (row, edge) in assignment.iter().enumerate() {
            served[usize::from(market.problem.tiers()[row])] += usize::from(edge.is_some());
        }
        assert_eq!(solved.served, served);
        differ += usize::from(solved.edges != market.solve(Method::BestForRows, seed + 1).edges);
    }
    assert!(differ > 100, "the seed decides nothing");
}

/// All orders a row can give: its edges, some left out, in any order.
fn lies(market: &Market, row: usize) -> Vec<Market> {
    let edges: Vec<usize> = market.problem.edges_of(row).collect();
    let mut orders: Vec<Vec<usize>> = vec![vec![]];
    let mut lies = Vec::new();
    while let Some(order) = orders.pop() {
        orders.extend(edges.iter().filter(|edge| !order.contains(edge)).map(|edge| [&order[..], &[*edge]].concat()));
        // Left out: at the end of the list, and the column does not take the row.
        let mut lie = market.clone();
        for edge in &edges {
            let place = order.iter().position(|named| named == edge);
            lie.rows[*edge] = place.map_or(-100, |place| -(place as i64));
        }
        let kept: Vec<usize> =
            (0..market.problem.edges()).filter(|edge| !edges.contains(edge) || order.contains(edge)).collect();
        lies.push(without(&lie, &kept));
    }
    lies
}

/// The market with only some of its edges.
fn without(market: &Market, kept: &[usize]) -> Market {
    let mut parts = market.problem.clone();
    parts.columns = kept.iter().map(|edge| market.problem.columns[*edge]).collect();
    parts.row_starts =
        market.problem.row_starts.iter().map(|start| kept.iter().filter(|edge| **edge < *start).count()).collect();
    let of = |scores: &[i64]| kept.iter().map(|edge| scores[*edge]).collect();
    Market { problem: parts, rows: of(&market.rows), columns: of(&market.columns) }
}

#[test]
fn no_row_gains_by_another_order_than_its_own() {
    let mut dice = Dice(4);
    for seed in 0..300 {
        let market = Market::random(&mut dice, 4, 4, 2).strict(&mut dice);
        let solved = market.by_row(&market.solve(Method::BestForRows, seed).edges);
        for row in 0..market.problem.rows() {
            let honest = solved[row].map_or(i64::MIN, |edge| market.rows[edge]);
            for lie in lies(&market, row) {
                let got = lie.by_row(&lie.solve(Method::BestForRows, seed).edges)[row];
                let column = got.map(|edge| lie.problem.edge_columns()[edge]);
                let worth = column.and_then(|column| market.problem.edge(row, column));
                assert!(worth.map_or(i64::MIN, |edge| market.rows[edge]) <= honest, "seed {seed}, row {row}");
            }
        }
    }
}

#[test]
fn the_order_in_which_rows_and_columns_are_given_changes_nothing() {
    let mut dice = Dice(5);
    for seed in 0..1000 {
        let market = Market::random(&mut dice, 6, 2, 3);
        let (rows, columns) = (market.problem.rows(), market.problem.columns());
        let keys: Vec<u64> = (0..100).map(|_| dice.below(u64::MAX)).collect();
        // Rows and columns backwards, their keys with them.
        let mut edges: Vec<(usize, u32, usize)> = (0..market.problem.edges())
            .map(|edge| (rows - 1 - market.row(edge), columns as u32 - 1 - market.problem.edge_columns()[edge], edge))
            .collect();
        edges.sort_unstable();
        let mut turned = market.clone();
        turned.problem.tiers.reverse();
        turned.problem.capacities.reverse();
        turned.problem.columns = edges.iter().map(|(_, column, _)| *column).collect();
        turned.problem.row_starts =
            (0..=rows).map(|row| edges.iter().filter(|(other, _, _)| *other < row).count()).collect();
        turned.rows = edges.iter().map(|(_, _, edge)| market.rows[*edge]).collect();
        turned.columns = edges.iter().map(|(_, _, edge)| market.columns[*edge]).collect();
        let (back_rows, back_columns): (Vec<u64>, Vec<u64>) =
            (keys[..rows].iter().rev().copied().collect(), keys[50..50 + columns].iter().rev().copied().collect());
        for method in [Method::BestForRows, Method::Larger] {
            let ties = Ties { seed, rows: &keys[..rows], columns: &keys[50..50 + columns] };
            let forth = solve(&market.orders(), &How { method, ties, kept: &[] }).unwrap();
            let ties = Ties { seed, rows: &back_rows, columns: &back_columns };
            let back = solve(&turned.orders(), &How { method, ties, kept: &[] }).unwrap();
            let mut named: Vec<usize> = back.edges.iter().map(|edge| edges[*edge].2).collect();
            named.sort_unstable();
            assert_eq!(forth.edges, named);
            assert_eq!((forth.served, forth.proposals), (back.served, back.proposals));
        }
    }
}

#[test]
fn kept_edges_stand_and_the_rest_is_stable_without_them() {
    let mut dice = Dice(6);
    for seed in 0..2000 {
        let market = Market::random(&mut dice, 5, 3, 2);
        if market.problem.edges() == 0 {
            continue;
        }
        let kept = [dice.below(market.problem.edges() as u64) as usize];
        let (row, column) = (market.row(kept[0]), market.problem.edge_columns()[kept[0]] as usize);
        for method in [Method::BestForRows, Method::Larger] {
            let how = How { method, ties: Ties { seed, ..Ties::default() }, kept: &kept };
            let solved = solve(&market.orders(), &how);
            if market.problem.capacities()[column] == 0 {
                assert_eq!(solved, Err(StableError::Kept { edge: kept[0] }));
                continue;
            }
            let solved = solved.unwrap();
            assert!(solved.edges.contains(&kept[0]));
            assert_eq!(blocking_pairs(&market.orders(), &solved.edges, &kept), Ok(vec![]));
            // The caller takes it out: the same answer.
            let others: Vec<usize> = (0..market.problem.edges()).filter(|edge| market.row(*edge) != row).collect();
            let mut rest = without(&market, &others);
            rest.problem.capacities[column] -= 1;
            let alone = solve(&rest.orders(), &How { kept: &[], ..how }).unwrap();
            let mut named: Vec<usize> = alone.edges.iter().map(|edge| others[*edge]).collect();
            named.push(kept[0]);
            named.sort_unstable();
            assert_eq!(solved.edges, named);
        }
        let twice = [kept[0], kept[0]];
        let how = How { kept: &twice, ..How::default() };
        assert_eq!(solve(&market.orders(), &how), Err(StableError::Kept { edge: kept[0] }));
    }
}

#[test]
fn ranks_say_what_scores_say() {
    let mut dice = Dice(7);
    for seed in 0..1000 {
        let mut market = Market::random(&mut dice, 6, 3, 3);
        if seed % 2 == 0 {
            // So far apart that no packing holds them.
            for score in market.rows.iter_mut().chain(&mut market.columns) {
                *score = (*score - 1) * (i64::MAX / 2 + 1);
            }
        }
        let rows = scores_of_ranks(&row_ranks(&market.problem, &market.rows));
        let columns = scores_of_ranks(&column_ranks(&market.problem, &market.columns));
        let ranked = Orders::new(&market.problem, &rows, &columns).unwrap();
        for method in [Method::BestForRows, Method::Larger] {
            let how = How { method, ties: Ties { seed, ..Ties::default() }, kept: &[] };
            assert_eq!(solve(&market.orders(), &how), solve(&ranked, &how));
        }
        for edge in 0..market.problem.edges() {
            let better = market.problem.edges_of(market.row(edge)).map(|other| market.rows[other]);
            let mut better: Vec<i64> = better.filter(|other| *other > market.rows[edge]).collect();
            better.sort_unstable();
            better.dedup();
            assert_eq!(rows[edge], -1 - better.len() as i64);
        }
    }
}

#[test]
fn an_empty_market_has_an_empty_answer() {
    let parts = crate::ProblemParts { tier_count: 1, row_starts: vec![0], ..crate::ProblemParts::default() };
    let problem = Problem::new(parts).unwrap();
    let orders = Orders::new(&problem, &[], &[]).unwrap();
    for method in [Method::BestForRows, Method::Larger] {
        let solved = solve(&orders, &How { method, ..How::default() }).unwrap();
        assert_eq!((solved.edges, solved.served, solved.proposals), (vec![], vec![0], 0));
    }
}

#[test]
fn fewer_counts_tier_by_tier() {
    let fewer = Fewer::between(&[3, 5], &[4, 4, 1]);
    assert_eq!((fewer.tiers, fewer.total), (vec![1, -1, 1], 1));
}

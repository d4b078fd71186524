//! Problems whose best answer is known in closed form.

#![allow(clippy::unwrap_used, reason = "a helper that fails should fail its test")]

mod plain_support;

use alongside_solver::Status;
use alongside_solver::problem::{MAX_LEVELS, MAX_TIERS, MAX_VALUE};
use plain_support::{Case, solve};

/// One tier, one place a column, a value per pair and level.
fn square(n: usize, levels: usize, value: impl Fn(usize, usize) -> Vec<i64>) -> Case {
    Case {
        tier_count: 1,
        tiers: vec![0; n],
        capacities: vec![1; n],
        levels,
        cells: (0..n).map(|row| (0..n).map(|column| Some(value(row, column))).collect()).collect(),
    }
}

fn int(n: usize) -> i64 {
    i64::try_from(n).unwrap()
}

#[test]
fn products_meet_in_opposite_order() {
    for n in [1, 2, 3, 7, 20, 60] {
        let case = square(n, 1, |i, j| vec![-int((i + 1) * (j + 1))]);
        let cost = n * (n + 1) * (n + 2) / 6;
        assert_eq!(solve(&case.problem()).totals, [-int(cost)]);
    }
}

#[test]
fn a_chain_of_rising_prices_ends_where_it_must() {
    // Every row would rather have the next column, and the last row can have
    // only the last: its price is that of the whole chain. The two levels
    // together nearly fill a word.
    let (n, reach) = (60, 1 << 28);
    let mut case = square(n, 2, |row, column| vec![int(column - column.min(row)) * reach; 2]);
    for (row, cells) in case.cells.iter_mut().enumerate() {
        for (column, cell) in cells.iter_mut().enumerate() {
            if column != row && column != row + 1 {
                *cell = None;
            }
        }
    }
    let solution = solve(&case.problem());
    assert_eq!(solution.totals, [0, 0]);
    assert!((0..).map(Some).zip(solution.assignment(&case.problem())).all(|(row, column)| row == column));
}

#[test]
fn a_constant_is_paid_by_every_row() {
    for constant in [-MAX_VALUE, -7, 0, 7, MAX_VALUE] {
        let case = square(40, 1, |_, _| vec![constant]);
        assert_eq!(solve(&case.problem()).totals, [40 * constant]);
    }
}

#[test]
fn a_hidden_permutation_is_found() {
    let n = 50;
    // 7 and 50 share no factor, so this is a permutation.
    let hidden = |row: usize| (row * 7 + 3) % n;
    let case = square(n, 1, |row, column| {
        let cost = if column == hidden(row) { 0 } else { 1 + (row * column) % 5 };
        vec![-int(cost)]
    });
    let solution = solve(&case.problem());
    assert_eq!(solution.totals, [0]);
    for (row, column) in solution.assignment(&case.problem()).into_iter().enumerate() {
        assert_eq!(column, Some(u32::try_from(hidden(row)).unwrap()));
    }
}

#[test]
fn the_last_of_the_widest_levels_still_decides() {
    // Every level but the last is the same for all permutations (a term for
    // the row and one for the column), yet spans the whole range on the edges.
    let n = 20;
    let case = square(n, MAX_LEVELS, |row, column| {
        let half = MAX_VALUE / 2;
        let side = |at: usize| if at.is_multiple_of(2) { half } else { -half };
        let mut values = vec![side(row) + side(column); MAX_LEVELS];
        *values.last_mut().unwrap() = -int((row + 1) * (column + 1));
        values
    });
    let solution = solve(&case.problem());
    let mut expected = vec![0; MAX_LEVELS];
    *expected.last_mut().unwrap() = -int(n * (n + 1) * (n + 2) / 6);
    assert_eq!(solution.totals, expected);
}

#[test]
fn scarce_places_go_to_the_first_tiers_then_to_the_best() {
    // 16 rows in 8 tiers want one column of 5 places.
    let case = Case {
        tier_count: MAX_TIERS,
        tiers: (0..16).map(|row| 7 - row / 2).collect(),
        capacities: vec![5],
        levels: 1,
        cells: (0..16).map(|row| vec![Some(vec![row])]).collect(),
    };
    let solution = solve(&case.problem());
    assert_eq!(solution.served, [2, 2, 1, 0, 0, 0, 0, 0]);
    let assignment = solution.assignment(&case.problem());
    let served: Vec<usize> = (0..16).filter(|&row| assignment[row].is_some()).collect();
    assert_eq!(served, [11, 12, 13, 14, 15]);
}

#[test]
fn nothing_to_do_is_done() {
    let nobody = square(0, 2, |_, _| Vec::new());
    let solution = solve(&nobody.problem());
    assert_eq!(solution.status, Status::Optimal);
    assert_eq!((solution.served, solution.totals), (vec![0], vec![0, 0]));

    let mut refused = square(3, 1, |_, _| vec![1]);
    refused.cells.iter_mut().flatten().for_each(|cell| *cell = None);
    let solution = solve(&refused.problem());
    assert_eq!(solution.assignment(&refused.problem()), [None; 3]);
    assert_eq!(solution.parts.count, 0);
}

#[test]
fn boundless_room_at_a_column_costs_nothing() {
    let mut case = square(3, 1, |row, column| vec![int(row + column)]);
    case.capacities = vec![u32::MAX; 3];
    let solution = solve(&case.problem());
    assert_eq!(solution.totals, [9]);
    assert_eq!(solution.served, [3]);
}

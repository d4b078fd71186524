//! Bad material is refused by name, never by a panic.

#![allow(clippy::expect_used, reason = "a helper that fails should fail its test")]

use alongside_solver::problem::{MAX_LEVELS, MAX_VALUE};
use alongside_solver::{Problem, ProblemError, ProblemParts};

fn good() -> ProblemParts {
    ProblemParts {
        tier_count: 2,
        tiers: vec![0, 1],
        capacities: vec![1, 2, 3],
        row_starts: vec![0, 2, 3],
        columns: vec![0, 2, 1],
        levels: vec![vec![1, 2, 3]],
        ..ProblemParts::default()
    }
}

fn refusal(spoil: impl Fn(&mut ProblemParts)) -> ProblemError {
    let mut parts = good();
    spoil(&mut parts);
    let error = Problem::new(parts).expect_err("refused");
    assert!(!error.to_string().is_empty());
    error
}

#[test]
fn good_material_is_taken_and_can_be_read_back() {
    let problem = Problem::new(good()).unwrap();
    assert_eq!((problem.rows(), problem.columns(), problem.edges()), (2, 3, 3));
    assert_eq!((problem.tier_count(), problem.level_count()), (2, 1));
    assert_eq!(problem.tiers(), [0, 1]);
    assert_eq!(problem.capacities(), [1, 2, 3]);
    assert_eq!(problem.edge_columns(), [0, 2, 1]);
    assert_eq!((problem.edges_of(0), problem.edges_of(1)), (0..2, 2..3));
    assert!(problem.edges_of(2).is_empty());
    assert_eq!(problem.edge(0, 2), Some(1));
    assert_eq!(problem.edge(0, 1), None);
    assert_eq!(problem.edge(9, 0), None);
    assert_eq!(problem.values(2).collect::<Vec<_>>(), [3]);
    assert_eq!(problem.values(3).count(), 0);
    assert!(problem.without_edge(0, 1).is_none());
    assert!(problem.with_row_forced(0, 1).is_none());
}

#[test]
fn tiers() {
    let given = |count: u8| refusal(|parts| parts.tier_count = count);
    assert_eq!(given(0), ProblemError::TierCount { given: 0 });
    assert_eq!(given(9), ProblemError::TierCount { given: 9 });
    assert_eq!(given(1), ProblemError::Tier { row: 1, tier: 1 });
}

#[test]
fn row_starts() {
    let given = |starts: &[usize]| refusal(|parts| parts.row_starts = starts.to_vec());
    let length = |given| ProblemError::RowStartsLength { expected: 3, given };
    assert_eq!(given(&[]), length(0));
    assert_eq!(given(&[0, 3]), length(2));
    assert_eq!(given(&[1, 2, 3]), ProblemError::RowStarts { row: 0 });
    assert_eq!(given(&[0, 2, 2]), ProblemError::RowStarts { row: 1 });
    assert_eq!(given(&[0, 4, 3]), ProblemError::RowStarts { row: 0 });
    assert_eq!(given(&[0, usize::MAX, 3]), ProblemError::RowStarts { row: 0 });
}

#[test]
fn columns() {
    let given = |columns: [u32; 3]| refusal(|parts| parts.columns = columns.to_vec());
    assert_eq!(given([2, 0, 1]), ProblemError::Unsorted { row: 0 });
    assert_eq!(given([2, 2, 1]), ProblemError::Unsorted { row: 0 });
    let (row, column) = (1, 3);
    assert_eq!(given([0, 2, 3]), ProblemError::ColumnOutOfRange { row, column });
}

#[test]
fn levels() {
    assert_eq!(
        refusal(|parts| parts.levels = vec![vec![0; 3]; MAX_LEVELS + 1]),
        ProblemError::TooManyLevels { given: MAX_LEVELS + 1 }
    );
    assert_eq!(
        refusal(|parts| parts.levels.push(vec![0; 2])),
        ProblemError::LevelLength { level: 1, expected: 3, given: 2 }
    );
    for value in [MAX_VALUE + 1, -MAX_VALUE - 1, i64::MIN, i64::MAX] {
        assert_eq!(
            refusal(|parts| parts.levels = vec![vec![0, 0, 0], vec![0, 0, value]]),
            ProblemError::ValueOutOfRange { level: 1, edge: 2 }
        );
    }
}

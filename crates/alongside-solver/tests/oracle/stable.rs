//! Stability by its definition, pair by pair.

use super::Pair;
use super::case::Case;

/// What both sides think of a pair, more being better, and pairs that nobody gives up.
pub(crate) struct Sides<'s> {
    pub(crate) row: &'s dyn Fn(Pair) -> i64,
    pub(crate) column: &'s dyn Fn(Pair) -> i64,
    pub(crate) kept: &'s [Pair],
}

/// The allowed pairs that would rather have each other: the row gives up nothing or something it likes less, the column
/// gives up nobody or somebody it likes less, and what comes of it is an assignment.
pub(crate) fn blocking(case: &Case, chosen: &[Pair], sides: &Sides<'_>) -> Vec<Pair> {
    let may_go = |pair: &Pair| !sides.kept.contains(pair);
    let blocks = |pair: &Pair| {
        let less_to_row = |other: &Pair| other.0 == pair.0 && (sides.row)(*other) < (sides.row)(*pair);
        let less_to_column = |other: &Pair| other.1 == pair.1 && (sides.column)(*other) < (sides.column)(*pair);
        let going = |less: &dyn Fn(&Pair) -> bool| -> Vec<Option<Pair>> {
            let less = chosen.iter().copied().filter(|other| may_go(other) && less(other));
            less.map(Some).chain([None]).collect()
        };
        let after = |from_row: Option<Pair>, from_column: Option<Pair>| -> Vec<Pair> {
            let stays = |other: &Pair| Some(*other) != from_row && Some(*other) != from_column;
            chosen.iter().copied().filter(stays).chain([*pair]).collect()
        };
        let from_column = going(&less_to_column);
        let mut ways = going(&less_to_row).into_iter().flat_map(|row| from_column.iter().map(move |at| (row, *at)));
        !chosen.contains(pair) && ways.any(|(row, column)| case.allows(&after(row, column)))
    };
    case.pairs().into_iter().filter(blocks).collect()
}

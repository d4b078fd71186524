//! Stability by its definition, pair by pair.

use super::Pair;
use super::case::Case;

/// What both sides think of a pair: less is better.
pub(crate) struct Ranks<'r> {
    pub(crate) row: &'r dyn Fn(Pair) -> u32,
    pub(crate) column: &'r dyn Fn(Pair) -> u32,
}

/// The allowed pairs that would rather have each other: the row would take the column in place of nothing or of one it
/// has, and the column the row in place of nothing or of one it holds, without anything else becoming too full.
pub(crate) fn blocking(case: &Case, chosen: &[Pair], ranks: &Ranks<'_>) -> Vec<Pair> {
    let blocks = |pair: &Pair| {
        if chosen.contains(pair) {
            return false;
        }
        let of_row: Vec<Pair> = chosen.iter().copied().filter(|other| other.0 == pair.0).collect();
        let of_column: Vec<Pair> = chosen.iter().copied().filter(|other| other.1 == pair.1).collect();
        let leaving = |out: &dyn Fn(&Pair) -> bool| -> Vec<Pair> {
            chosen.iter().copied().filter(|other| !out(other)).chain([*pair]).collect()
        };
        // The row's side, as if its column had room for it.
        let row_wants = of_row.len() < case.demands[pair.0] as usize
            || of_row.iter().any(|other| (ranks.row)(*pair) < (ranks.row)(*other));
        // The column's side, as if the row were free.
        let fits = |with: &[Pair]| {
            let in_column = with.iter().filter(|other| other.1 == pair.1).count() <= case.capacities[pair.1] as usize;
            let group = case.group_of[pair.1];
            let in_group = |other: &&Pair| group.is_some() && case.group_of[other.1] == group;
            let limit = group.map_or(usize::MAX, |group| case.limits[group as usize] as usize);
            in_column && with.iter().filter(in_group).count() <= limit
        };
        let column_wants = fits(&leaving(&|_| false))
            || of_column
                .iter()
                .any(|other| (ranks.column)(*pair) < (ranks.column)(*other) && fits(&leaving(&|out| out == other)));
        row_wants && column_wants
    };
    case.pairs().into_iter().filter(blocks).collect()
}

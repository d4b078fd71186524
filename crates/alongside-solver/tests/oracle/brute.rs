//! Everything, tried.

use super::case::Case;
use super::{Pair, Tuple};

/// Calls back with every assignment there is.
pub(crate) fn every(case: &Case, mut each: impl FnMut(&[Pair])) {
    let room = Room { rows: case.demands.clone(), columns: case.capacities.clone(), groups: case.limits.clone() };
    extend(case, &case.pairs(), &mut Vec::new(), room, &mut each);
}

/// The greatest tuple of all assignments.
pub(crate) fn best(case: &Case, worth: impl Fn(&[Pair]) -> Tuple) -> Tuple {
    let mut best = worth(&[]);
    every(case, |chosen| best = std::mem::take(&mut best).max(worth(chosen)));
    best
}

/// All assignments that reach the greatest tuple.
pub(crate) fn all_best(case: &Case, worth: impl Fn(&[Pair]) -> Tuple) -> Vec<Vec<Pair>> {
    let best = best(case, &worth);
    let mut all = Vec::new();
    every(case, |chosen| {
        if worth(chosen) == best {
            all.push(chosen.to_vec());
        }
    });
    all
}

#[derive(Clone)]
struct Room {
    rows: Vec<u32>,
    columns: Vec<u32>,
    groups: Vec<u32>,
}

fn extend(case: &Case, open: &[Pair], chosen: &mut Vec<Pair>, room: Room, each: &mut impl FnMut(&[Pair])) {
    let Some((&(row, column), rest)) = open.split_first() else { return each(chosen) };
    let group = case.group_of[column].map(|group| group as usize);
    if room.rows[row] > 0 && room.columns[column] > 0 && group.is_none_or(|group| room.groups[group] > 0) {
        let mut taken = room.clone();
        taken.rows[row] -= 1;
        taken.columns[column] -= 1;
        if let Some(group) = group {
            taken.groups[group] -= 1;
        }
        chosen.push((row, column));
        extend(case, rest, chosen, taken, each);
        chosen.pop();
    }
    extend(case, rest, chosen, room, each);
}

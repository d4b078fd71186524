//! The mentee's ranked choice of mentors.

use super::{FULL, Ground, Score};
use crate::audit::pairing::Pair;

/// Full points for the first choice, evenly fewer down to the last rank that earns any.
pub(super) fn score(ranks: u32, unknown: i128, pair: Pair<'_>) -> Score<'_> {
    if pair.mentee.choices.is_empty() {
        return Score { points: unknown, ground: Ground::NoChoice };
    }
    let place = pair.mentee.choices.iter().position(|chosen| *chosen == pair.mentor.person.id);
    let rank = place.and_then(|place| u32::try_from(place + 1).ok());
    let points = match rank {
        Some(rank) if rank <= ranks => FULL * i128::from(ranks - rank + 1) / i128::from(ranks),
        _ => 0,
    };
    Score { points, ground: Ground::Choice(rank) }
}

//! A criterion of the embedding program's own: asked again.

use super::{Blank, Ground, Score};
use crate::audit::pairing::{MENTEE_FIRST, Pair};
use crate::domain::{OwnCriterion, OwnPoints};

/// What it gives the pair; unknown where it was not given to the audit.
pub(super) fn score<'a>(own: Option<&'a dyn OwnCriterion>, unknown: i128, pair: Pair<'a>) -> Score<'a> {
    let Some(own) = own else { return Score { points: unknown, ground: Ground::Unknown(Vec::new()) } };
    match own.points(pair.mentee, pair.mentor) {
        // Out of range is no points at all.
        OwnPoints::Known(points) if !(0..=1000).contains(&points) => {
            Score { points: unknown, ground: Ground::Unknown(Vec::new()) }
        }
        OwnPoints::Known(points) => {
            Score { points: points.into(), ground: Ground::Own(own.because(pair.mentee, pair.mentor)) }
        }
        OwnPoints::Unknown(mut blanks) => {
            blanks.sort_by_key(|&(side, field)| (MENTEE_FIRST.iter().position(|first| *first == side), field));
            blanks.dedup();
            let blanks: Vec<Blank<'a>> = blanks;
            Score { points: unknown, ground: Ground::Unknown(blanks) }
        }
    }
}

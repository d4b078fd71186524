//! Time that both are free.

use super::{Blank, FULL, Ground, Score, blanks};
use crate::audit::hours::shared;
use crate::audit::pairing::Pair;

/// Full points for so many shared half hours; the blank fields where there are any.
pub(super) fn score(full: u32, pair: Pair<'_>) -> Result<Score<'_>, Vec<Blank<'_>>> {
    let (mentee, mentor) = (&pair.mentee.person.availability, &pair.mentor.person.availability);
    let (Some(mentee), Some(mentor)) = (mentee, mentor) else {
        return Err(blanks(["availability"; 2], [mentee.is_none(), mentor.is_none()]));
    };
    let (shared, full) = (shared(mentee, mentor), full.max(1));
    Ok(Score { points: FULL * i128::from(shared.min(full)) / i128::from(full), ground: Ground::HalfHours(shared) })
}

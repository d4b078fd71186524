//! How near the two are.

use super::{Blank, FULL, Ground, Score, blanks};
use crate::audit::distance::{between, ways};
use crate::audit::pairing::Pair;

/// Full points up to `near` kilometres and none from `far` on; the blank fields where there are any.
pub(super) fn score(near: u32, far: u32, pair: Pair<'_>) -> Result<Score<'_>, Vec<Blank<'_>>> {
    let ways = ways(pair);
    if !ways.is_empty() && !ways.contains(&"face_to_face") {
        return Ok(Score { points: FULL, ground: Ground::NotInPerson });
    }
    let Some(metres) = between(pair) else {
        let blank = [pair.mentee.person.place.is_none(), pair.mentor.person.place.is_none()];
        return Err(blanks(["place"; 2], blank));
    };
    let apart = (metres + 500) / 1000;
    let (near, far) = (i128::from(near), i128::from(far));
    let points = match i128::from(apart) {
        apart if apart <= near => FULL,
        apart if apart >= far => 0,
        apart => FULL * (far - apart) / (far - near),
    };
    Ok(Score { points, ground: Ground::Kilometres(u32::try_from(apart).unwrap_or(u32::MAX)) })
}

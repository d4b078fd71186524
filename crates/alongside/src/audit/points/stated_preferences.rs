//! Prefer and avoid wishes.

use super::{Blank, FULL, Ground, Score};
use crate::audit::pairing::{MENTEE_FIRST, Pair};
use crate::audit::wish::{blank_sides, holds, met};
use crate::domain::{AttributeKey, Matching, Preference, Side, Strength};
use crate::outcome::Met;

/// The mean over the soft wishes of this side (or both) about this attribute (or any).
pub(super) fn score<'a>(
    matching: &Matching,
    side: Option<Side>,
    attribute: Option<&AttributeKey>,
    unknown: i128,
    pair: Pair<'a>,
) -> Score<'a> {
    let sides = MENTEE_FIRST.into_iter().filter(|whose| side.is_none_or(|side| side == *whose));
    let stated = sides.flat_map(|whose| pair.person(whose).preferences.iter().map(move |wish| (whose, wish)));
    let soft = stated.filter(|(_, wish)| {
        matches!(wish.strength, Strength::Prefer | Strength::Avoid)
            && attribute.is_none_or(|heeded| *heeded == wish.attribute)
    });
    mean(matching, soft, unknown, pair, false)
}

/// The mean over all that the mentee's carer would like.
pub(super) fn of_carer<'a>(matching: &Matching, unknown: i128, pair: Pair<'a>) -> Score<'a> {
    let wishes = pair.mentee.carer_preferences.iter().map(|wish| (Side::Mentee, wish));
    mean(matching, wishes, unknown, pair, true)
}

fn mean<'a>(
    matching: &Matching,
    wishes: impl Iterator<Item = (Side, &'a Preference)>,
    unknown: i128,
    pair: Pair<'a>,
    carer: bool,
) -> Score<'a> {
    let (mut asked, mut given, mut open) = (0_u32, 0_u32, 0_u32);
    // One entry for each open wish that rests on the blank.
    let mut blanks: Vec<Blank<'a>> = Vec::new();
    for (whose, wish) in wishes {
        asked = asked.saturating_add(1);
        match met(wish, holds(matching, wish, whose, pair)) {
            Met::Yes => given = given.saturating_add(1),
            Met::No => {}
            Met::Unknown => {
                open = open.saturating_add(1);
                blanks.extend(blank_sides(wish, whose, pair).map(|side| (side, wish.attribute.as_str())));
            }
        }
    }
    if asked == 0 {
        return Score { points: unknown, ground: Ground::NoWish };
    }
    let points = (FULL * i128::from(given) + unknown * i128::from(open)) / i128::from(asked);
    blanks.sort_unstable();
    Score { points, ground: Ground::Wishes { asked, met: given, open, blanks, carer } }
}

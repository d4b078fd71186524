//! Must and never wishes of both.

use super::{Pair, Verdict};
use crate::audit::pairing::MENTEE_FIRST;
use crate::audit::wish::{Holds, holds};
use crate::domain::{Matching, Preference, Side, Strength};
use crate::outcome::Obstacle;

/// Whether every hard wish is given: the mentee's in order, then the mentor's.
pub(super) fn ask<'a>(matching: &Matching, pair: Pair<'a>) -> Verdict<'a> {
    Verdict::of_several(
        MENTEE_FIRST
            .into_iter()
            .flat_map(|side| pair.person(side).preferences.iter().map(move |wish| (side, wish)))
            .map(|(side, wish)| one(matching, wish, side, pair)),
    )
}

fn one<'a>(matching: &Matching, wish: &'a Preference, side: Side, pair: Pair<'a>) -> Verdict<'a> {
    let refused_where = match wish.strength {
        Strength::Must => Holds::No,
        Strength::Never => Holds::Yes,
        Strength::Prefer | Strength::Avoid => return Verdict::Eligible,
    };
    let about = Some(wish.attribute.as_str());
    match (holds(matching, wish, side, pair), side) {
        (Holds::Open, Side::Mentee) => Verdict::NeedsCheck((Obstacle::UnknownForWishOfMentee, about)),
        (Holds::Open, Side::Mentor) => Verdict::NeedsCheck((Obstacle::UnknownForWishOfMentor, about)),
        (found, Side::Mentee) if found == refused_where => Verdict::Refused((Obstacle::WishOfMentee, about)),
        (found, Side::Mentor) if found == refused_where => Verdict::Refused((Obstacle::WishOfMentor, about)),
        _ => Verdict::Eligible,
    }
}

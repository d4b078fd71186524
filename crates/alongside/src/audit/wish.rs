//! Whether a wish holds of the other person, and whether the pair gives it.

use super::facts::{agree, answer, counts_as, has, has_term, position, untold};
use super::pairing::{Pair, opposite};
use crate::domain::{Answer, Matching, Preference, Side, Want};
use crate::outcome::Met;

/// Whether what is named in a wish is so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Holds {
    Yes,
    No,
    /// Blank data leaves it open.
    Open,
}

impl From<bool> for Holds {
    fn from(holds: bool) -> Self {
        if holds { Self::Yes } else { Self::No }
    }
}

/// Whether the wish of the person on this side holds of the other.
pub(super) fn holds(matching: &Matching, wish: &Preference, side: Side, pair: Pair<'_>) -> Holds {
    let key = &wish.attribute;
    let Some(theirs) = answer(pair.person(opposite(side)), key.as_str()) else { return Holds::Open };
    let own = || answer(pair.person(side), key.as_str());
    match &wish.want {
        Want::Same => own().map_or(Holds::Open, |own| agree(matching, key.as_str(), own, theirs).into()),
        Want::Different => match own() {
            Some(own) if untold(matching, key, own, theirs) => Holds::Open,
            Some(own) => (!agree(matching, key.as_str(), own, theirs)).into(),
            None => Holds::Open,
        },
        Want::AnyOf(terms) if matches!(theirs, Answer::Tags(_) | Answer::OneOf(_)) => {
            terms.iter().any(|wanted| has(matching, key, theirs, counts_as(matching, key, wanted))).into()
        }
        Want::AnyOf(terms) => has_term(matching, key, theirs, |term| terms.contains(term)).into(),
        Want::Range { min, max } => position(theirs)
            .is_some_and(|place| min.is_none_or(|min| min <= place) && max.is_none_or(|max| place <= max))
            .into(),
    }
}

/// Whether the pair goes along with the wish: a wish for something that holds, or against something that does not.
pub(super) fn met(wish: &Preference, holds: Holds) -> Met {
    match (holds, wish.strength.is_for()) {
        (Holds::Open, _) => Met::Unknown,
        (Holds::Yes, true) | (Holds::No, false) => Met::Yes,
        (Holds::Yes, false) | (Holds::No, true) => Met::No,
    }
}

/// The sides whose blanks leave this wish open, when it is open.
pub(super) fn blank_sides(wish: &Preference, side: Side, pair: Pair<'_>) -> impl Iterator<Item = Side> {
    let own_matters = matches!(wish.want, Want::Same | Want::Different);
    super::pairing::MENTEE_FIRST.into_iter().filter(move |&blank| {
        (blank != side || own_matters) && answer(pair.person(blank), wish.attribute.as_str()).is_none()
    })
}

//! How the two know each other.

use super::role::{is_natural, nominated};
use super::{Pair, Verdict};
use crate::domain::{DecisionKind, KnownAs, Matching, Person};
use crate::outcome::Obstacle;

/// Whether they know each other no closer than a match allows.
pub(super) fn ask<'a>(matching: &Matching, pair: Pair<'a>) -> Verdict<'a> {
    let (mentee, mentor) = (&pair.mentee.person, &pair.mentor.person);
    let says = |one: &Person, other: &Person, relation: KnownAs| one.known_to.get(&other.id) == Some(&relation);
    let either = |relation| says(mentee, mentor, relation) || says(mentor, mentee, relation);
    if either(KnownAs::Kin) {
        return Verdict::refused(Obstacle::Kin);
    }
    let friends = either(KnownAs::CloseFriend);
    if !friends && !either(KnownAs::Acquaintance) {
        return Verdict::Eligible;
    }
    match (nominated(pair), is_natural(pair.mentor)) {
        (true, None) => Verdict::NeedsCheck((Obstacle::Blank, Some("role_type"))),
        (true, Some(true)) if !friends => Verdict::Eligible,
        (true, Some(true)) => {
            let wanted = DecisionKind::AllowCloseFriend { mentee: mentee.id.clone(), mentor: mentor.id.clone() };
            if matching.decisions.iter().any(|decision| decision.kind == wanted) {
                Verdict::Eligible
            } else {
                Verdict::NeedsCheck((Obstacle::UndecidedFriend, None))
            }
        }
        _ => Verdict::refused(if friends { Obstacle::CloseFriend } else { Obstacle::Acquaintance }),
    }
}

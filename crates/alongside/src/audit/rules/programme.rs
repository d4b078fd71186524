//! Whether the mentee's programme is for them, and whether it may and does take the mentor.

use super::{Pair, Verdict};
use crate::audit::facts::{answer, words};
use crate::audit::programmes::{Door, agreed, at_door, is_named, names};
use crate::domain::{Matching, UnknownData};
use crate::outcome::Obstacle;

/// What the referral, the agreement between programmes and both people's eligibility say, in this order.
pub(super) fn ask<'a>(matching: &'a Matching, unknown: UnknownData, pair: Pair<'a>) -> Verdict<'a> {
    let open = |about: &'a str| Verdict::NeedsCheck((Obstacle::Blank, Some(about)));
    let (mentee, mentor) = (&pair.mentee.person, &pair.mentor.person);
    let Some(home) = matching.programmes.iter().find(|one| names(matching, mentee, "programme", one)) else {
        return open("programme");
    };
    let judged = |door: Door<'a>, obstacle: Obstacle| match door {
        Door::Open => Verdict::Eligible,
        Door::Shut(about) => Verdict::Refused((obstacle, Some(about))),
        Door::Unknown(about) => Verdict::blank(unknown, about),
    };
    let lent = || {
        let Some(approved) = answer(mentor, "programmes") else { return open("programmes") };
        let theirs = |one: &&crate::domain::OneProgramme| {
            words(approved).any(|word| is_named(matching, "programmes", word, one))
        };
        if theirs(&home) {
            return Verdict::Eligible;
        }
        let position = matching.programmes.iter().position(|one| one.id == home.id);
        let shares = |one: &&crate::domain::OneProgramme| position.is_some_and(|at| one.shares_with.contains(&at));
        if !matching.programmes.iter().filter(theirs).any(|one| shares(&one)) {
            return Verdict::refused(Obstacle::NotShared);
        }
        match agreed(mentor) {
            Some(true) => Verdict::Eligible,
            Some(false) => Verdict::refused(Obstacle::SharingRefused),
            None => open("shared_between_programmes"),
        }
    };
    let parts = [
        judged(at_door(matching, &home.mentees, mentee), Obstacle::MenteeNotEligible),
        lent(),
        judged(at_door(matching, &home.mentors, mentor), Obstacle::MentorNotEligible),
    ];
    Verdict::of_several(parts.into_iter())
}

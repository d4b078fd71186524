//! Past pairs, and what coordinators barred or hold.

use super::{Pair, Verdict};
use crate::audit::settled::Settled;
use crate::outcome::Obstacle;

/// Whether the two never met, or may meet again.
pub(super) fn ask_past<'a>(settled: &Settled<'_>, pair: Pair<'a>) -> Verdict<'a> {
    let (mentee, mentor) = (&pair.mentee.person.id, &pair.mentor.person.id);
    if settled.past.contains(&(mentee, mentor)) { Verdict::refused(Obstacle::PastPair) } else { Verdict::Eligible }
}

/// Whether no decision speaks against the pair. A hold says nothing of a pair that meets or is kept.
pub(super) fn ask_decisions<'a>(settled: &Settled<'_>, pair: Pair<'a>) -> Verdict<'a> {
    let (mentee, mentor) = (&pair.mentee.person.id, &pair.mentor.person.id);
    if settled.barred.contains(&(mentee, mentor)) {
        Verdict::refused(Obstacle::Barred)
    } else if settled.on_hold(mentee, mentor) && !settled.stands(mentee, mentor) {
        Verdict::NeedsCheck((Obstacle::OnHold, None))
    } else {
        Verdict::Eligible
    }
}

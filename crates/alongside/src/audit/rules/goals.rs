//! Whether it is known what the mentee wants to reach.

use super::{Pair, Verdict};
use crate::audit::facts::answer;
use crate::audit::settled::Settled;
use crate::outcome::Obstacle;

/// Asks for goals, but of a pair that stands already.
pub(super) fn ask<'a>(settled: &Settled<'_>, pair: Pair<'a>) -> Verdict<'a> {
    if answer(&pair.mentee.person, "goals").is_some() || settled.stands(&pair.mentee.person.id, &pair.mentor.person.id)
    {
        return Verdict::Eligible;
    }
    Verdict::NeedsCheck((Obstacle::Blank, Some("goals")))
}

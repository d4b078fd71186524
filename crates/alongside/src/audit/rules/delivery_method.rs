//! A way of meeting that both accept, and for which they speak what it asks.

use super::{Pair, Verdict};
use crate::audit::ways::{accepted, speaks};
use crate::domain::{Matching, UnknownData};
use crate::outcome::Obstacle;

/// Whether there is one.
pub(super) fn ask<'a>(matching: &Matching, unknown: UnknownData, pair: Pair<'a>) -> Verdict<'a> {
    let Some(ways) = accepted(matching, pair) else { return Verdict::blank(unknown, "delivery_methods") };
    let spoken: Vec<Option<bool>> = ways.into_iter().map(|way| speaks(matching, way, pair)).collect();
    if spoken.contains(&Some(true)) {
        Verdict::Eligible
    } else if spoken.contains(&None) {
        Verdict::blank(unknown, "languages")
    } else if spoken.is_empty() {
        Verdict::refused(Obstacle::NoneShared)
    } else {
        Verdict::refused(Obstacle::NoCommonLanguage)
    }
}

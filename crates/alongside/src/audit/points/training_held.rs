//! How many of some training items the mentor holds to the end of the plan.

use super::{FULL, Ground, Score};
use crate::audit::pairing::Pair;
use crate::audit::rules::{records, valid_on};
use crate::domain::{Matching, Requirement};

/// The share of the items of which some record will do.
pub(super) fn score<'a>(matching: &Matching, items: &'a [Requirement], pair: Pair<'a>) -> Score<'a> {
    let mut held = Vec::new();
    for item in items {
        let of_name = records(&pair.mentor.training, item, matching.as_of);
        let lasts = of_name.iter().filter(|record| record.issued);
        if lasts.into_iter().any(|record| record.last.is_none() || valid_on(record, matching.planned_until)) {
            held.push(&item.label);
        }
    }
    let points = if items.is_empty() { 0 } else { FULL * held.len() as i128 / items.len() as i128 };
    Score { points, ground: Ground::Training(u32::try_from(items.len()).unwrap_or(u32::MAX), held) }
}

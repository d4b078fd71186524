//! What a mentee's barriers and needs ask a mentor to be able to do.

use super::{Pair, Verdict};
use crate::audit::facts::{answer, counts_as, has};
use crate::domain::{AttributeKey, CapabilityRow, Matching, UnknownData, normalise_term};
use crate::outcome::Obstacle;
use std::sync::Arc;

/// Whether the mentor has every capability that the lines about this mentee require.
pub(super) fn ask<'a>(
    matching: &'a Matching,
    table: &'a [CapabilityRow],
    unknown: UnknownData,
    pair: Pair<'a>,
) -> Verdict<'a> {
    let required: Vec<&'a Arc<str>> =
        table.iter().filter(|row| asks(matching, row, pair)).flat_map(|row| &row.requires).collect();
    if required.is_empty() {
        return Verdict::Eligible;
    }
    let Some(able) = answer(&pair.mentor.person, "capabilities") else {
        return Verdict::blank(unknown, "capabilities");
    };
    let key = AttributeKey::new("capabilities");
    let can = |capability: &Arc<str>| has(matching, &key, able, counts_as(matching, &key, capability));
    let missing = required.into_iter().find(|one| !can(&normalise_term(one).into()));
    // Printed as the table writes it where it stands first.
    let first = |missing: &Arc<str>| {
        let all = table.iter().flat_map(|row| &row.requires);
        all.into_iter().find(|one| normalise_term(one) == normalise_term(missing)).map(|one| &**one)
    };
    missing.map_or(Verdict::Eligible, |one| Verdict::Refused((Obstacle::CapabilityMissing, first(one))))
}

/// Whether the mentee has what the line is about.
fn asks(matching: &Matching, row: &CapabilityRow, pair: Pair<'_>) -> bool {
    ["relationship_barriers", "needs"].into_iter().any(|name| {
        let key = AttributeKey::new(name);
        row.attribute.as_ref().is_none_or(|wanted| *wanted == key)
            && answer(&pair.mentee.person, name)
                .is_some_and(|said| has(matching, &key, said, counts_as(matching, &key, &row.term)))
    })
}

//! What a mentee's barriers and needs ask a mentor to be able to do.

use super::{Pair, Verdict, record};
use crate::audit::calendar::day;
use crate::audit::facts::{answer, counts_as, has};
use crate::domain::{AttributeKey, CapabilityRow, Matching, RuleKind, UnknownData, normalise_term};
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
    let able = answer(&pair.mentor.person, "capabilities");
    let key = AttributeKey::new("capabilities");
    let can = |capability: &Arc<str>| {
        able.is_some_and(|able| has(matching, &key, able, counts_as(matching, &key, capability)))
            || trained(matching, pair, capability)
    };
    let missing = required.into_iter().find(|one| !can(&normalise_term(one).into()));
    if missing.is_some() && able.is_none() {
        return Verdict::blank(unknown, "capabilities");
    }
    // Printed as the table writes it where it stands first.
    let first = |missing: &Arc<str>| {
        let all = table.iter().flat_map(|row| &row.requires);
        all.into_iter().find(|one| normalise_term(one) == normalise_term(missing)).map(|one| &**one)
    };
    missing.map_or(Verdict::Eligible, |one| Verdict::Refused((Obstacle::CapabilityMissing, first(one))))
}

/// Whether the mentor holds training of that name on the day.
fn trained(matching: &Matching, pair: Pair<'_>, name: &Arc<str>) -> bool {
    let mut items = matching.rules.iter().filter_map(|rule| match &rule.kind {
        RuleKind::Training { required } => required.iter().find(|item| item.name == *name),
        _ => None,
    });
    let months = items.next().and_then(|item| item.valid_months);
    let held = pair.mentor.training.iter().filter(|held| held.name == *name);
    let mut seen = held.map(|held| record::seen(held, months, matching.as_of));
    seen.any(|one| one.issued && one.last.is_none_or(|last| last >= day(matching.as_of)))
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

//! The check that follows from what the programme does with whom.

use super::record::{Record, seen};
use super::{Pair, Verdict};
use crate::audit::distance::ways;
use crate::audit::facts::{answer, position};
use crate::domain::{Activity, CHECK_LEVELS, CheckRow, Matching, MenteeGroup, normalise_term};
use crate::outcome::Obstacle;
use std::collections::BTreeSet;

/// Whether the mentor holds what meeting this mentee asks for.
pub(super) fn ask<'a>(activity: &'a Activity, matching: &Matching, pair: Pair<'a>) -> Verdict<'a> {
    let shared = ways(pair);
    let declared = || activity.methods.iter().map(|way| &**way);
    if !shared.is_empty() && declared().all(|way| !shared.contains(&way)) {
        return Verdict::NeedsCheck((Obstacle::OutsideActivity, Some("delivery_methods")));
    }
    let meeting: Vec<&str> = declared().filter(|way| shared.is_empty() || shared.contains(way)).collect();
    let children = required(activity, MenteeGroup::Children, &meeting);
    let adults = adults(activity);
    let grown = required(activity, adults, &meeting);
    let years = answer(&pair.mentee.person, "age").and_then(position);
    let asked = match years {
        None if children == grown => children,
        None => return Verdict::NeedsCheck((Obstacle::Blank, Some("age"))),
        Some(years) => {
            let (group, asked) = if years < 18_000 { (MenteeGroup::Children, children) } else { (adults, grown) };
            if !activity.mentees.contains(&group) {
                return Verdict::NeedsCheck((Obstacle::OutsideActivity, Some("age")));
            }
            asked
        }
    };
    Verdict::of_several(asked.into_iter().map(|(check, months)| held(check, months, matching, pair)))
}

/// The grown-up group that the programme names, or adults in general.
fn adults(activity: &Activity) -> MenteeGroup {
    if activity.mentees.contains(&MenteeGroup::AdultsReceivingCare) {
        MenteeGroup::AdultsReceivingCare
    } else {
        MenteeGroup::Adults
    }
}

/// The checks, each with its months, of the rows that apply to each way of meeting, each once.
fn required<'a>(activity: &'a Activity, group: MenteeGroup, meeting: &[&str]) -> Vec<(&'a str, Option<u16>)> {
    let mut asked: Vec<(&str, Option<u16>)> = Vec::new();
    for way in meeting {
        let Some(row) = activity.rows.iter().find(|row| applies(activity, row, group, way)) else { continue };
        if let Some(check) = &row.check {
            let seen = |(known, months): &(&str, Option<u16>)| {
                normalise_term(known) == normalise_term(check) && *months == row.valid_months
            };
            if !asked.iter().any(seen) {
                asked.push((check, row.valid_months));
            }
        }
    }
    asked
}

fn applies(activity: &Activity, row: &CheckRow, group: MenteeGroup, way: &str) -> bool {
    let nation = row.nations.is_empty() || row.nations.contains(&activity.nation);
    let method = row.methods.is_empty() || row.methods.iter().any(|one| **one == *way);
    let days = row.from_days.unwrap_or(0) <= activity.days_in_30;
    let nights = activity.overnight || !row.overnight;
    nation && method && days && nights && row.mentees == group
}

/// How the mentor's records of this check, or of one above it, stand.
fn held<'a>(check: &'a str, months: Option<u16>, matching: &Matching, pair: Pair<'a>) -> Verdict<'a> {
    let names = names(&normalise_term(check));
    let records: Vec<Record> = pair
        .mentor
        .checks
        .iter()
        .filter(|held| names.contains(&*held.name))
        .map(|held| seen(held, months, matching.as_of))
        .collect();
    super::checks::standing(&records, check, matching.as_of, matching.planned_until)
}

/// The check's own names, and those of all checks that reach it from above.
pub(super) fn names(check: &str) -> BTreeSet<String> {
    let of =
        |name: &str| CHECK_LEVELS.iter().find(|level| normalise_term(level.name) == name || level.also.contains(&name));
    let Some(wanted) = of(check) else { return BTreeSet::from([check.to_owned()]) };
    let mut names = BTreeSet::new();
    for level in CHECK_LEVELS {
        // Down from each check, over everything that it stands above.
        let mut below = vec![level.name];
        let mut at = 0;
        while let Some(name) = below.get(at).copied() {
            below.extend(CHECK_LEVELS.iter().filter(|one| one.name == name).flat_map(|one| one.above));
            at += 1;
        }
        if below.contains(&wanted.name) {
            names.insert(normalise_term(level.name));
            names.extend(level.also.iter().map(|name| (*name).to_owned()));
        }
    }
    names
}

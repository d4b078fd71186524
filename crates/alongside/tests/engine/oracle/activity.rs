//! Which checks a pair needs, row by row of the table, and whether some record will do.

use super::answers::{Pair, Side, common_ways};
use super::verdicts::{Verdict, first, held};
use alongside::domain::{
    Activity, CHECK_LEVELS, CheckLevel, CheckRow, Date, Held, MenteeGroup, Requirement, normalise_term,
};
use alongside::outcome::Obstacle;

pub(super) fn checks(pair: Pair<'_>, activity: &Activity, until: Date) -> Verdict {
    let mut ways = common_ways(pair);
    let others_alone = !ways.is_empty();
    ways.retain(|way| activity.methods.iter().any(|one| **one == **way));
    if ways.is_empty() {
        if others_alone {
            return Verdict::NeedsCheck(Obstacle::OutsideActivity, Some("delivery_methods".to_owned()));
        }
        ways = activity.methods.iter().map(ToString::to_string).collect();
    }
    let adults = if activity.mentees.iter().any(|group| group.name() == "adults_receiving_care") {
        MenteeGroup::AdultsReceivingCare
    } else {
        MenteeGroup::Adults
    };
    let of = |group: MenteeGroup| -> Vec<Requirement> {
        let mut required: Vec<Requirement> = Vec::new();
        for way in ["face_to_face", "internet", "telephone"].iter().filter(|way| ways.iter().any(|one| one == *way)) {
            let fits = |row: &&CheckRow| {
                row.mentees == group
                    && (row.nations.is_empty() || row.nations.contains(&activity.nation))
                    && (row.methods.is_empty() || row.methods.iter().any(|one| &**one == *way))
                    && row.from_days.is_none_or(|days| days <= activity.days_in_30)
                    && (activity.overnight || !row.overnight)
            };
            let row = activity.rows.iter().find(fits).unwrap();
            if let Some(check) = &row.check {
                let (name, label) = (normalise_term(check).into(), check.clone());
                let one = Requirement { name, label, valid_months: row.valid_months, roles: Vec::new() };
                if required.iter().all(|known| known.name != one.name || known.valid_months != one.valid_months) {
                    required.push(one);
                }
            }
        }
        required
    };
    let (children, grown) = (of(MenteeGroup::Children), of(adults));
    let required = match pair.position(Side::Mentee, "age") {
        None if children == grown => grown,
        None => return Verdict::NeedsCheck(Obstacle::Blank, Some("age".to_owned())),
        Some(age) => {
            let group = if age >= 18_000 { adults } else { MenteeGroup::Children };
            if activity.mentees.iter().all(|one| *one != group) {
                return Verdict::NeedsCheck(Obstacle::OutsideActivity, Some("age".to_owned()));
            }
            if age >= 18_000 { grown } else { children }
        }
    };
    first(required.iter().map(|item| held(&as_required(pair, item), item, pair.matching.as_of, Some(until))))
}

/// Every record that counts, as if it had the name of what is required.
pub(super) fn as_required(pair: Pair<'_>, item: &Requirement) -> Vec<Held> {
    let counting = pair.mentor.checks.iter().filter(|record| counts(&record.name, &item.name));
    counting.map(|record| Held { name: item.name.clone(), ..record.clone() }).collect()
}

/// Whether a record of this name counts for a check of that name.
fn counts(record: &str, check: &str) -> bool {
    let level =
        |name: &str| CHECK_LEVELS.iter().find(|level| normalise_term(level.name) == name || level.also.contains(&name));
    match (level(record), level(check)) {
        (Some(record), Some(check)) => covers(record, check),
        _ => record == check,
    }
}

fn covers(record: &CheckLevel, check: &CheckLevel) -> bool {
    let below = record.above.iter().map(|name| CHECK_LEVELS.iter().find(|level| level.name == *name).unwrap());
    record == check || below.into_iter().any(|below| covers(below, check))
}

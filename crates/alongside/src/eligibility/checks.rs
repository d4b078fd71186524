//! `checks`: the mentor holds every required check, valid throughout the planned period. What is not known is not
//! eligible; no setting changes that.

use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{AttributeKey, CHECK_LEVELS, CheckLevel, Date, Held, Mentor, Requirement, normalise_term};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::collections::BTreeMap;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "checks",
    looks_at: "The checks that the mentor holds, against those that `[safeguarding]` requires, from `as_of` to the \
        last planned day.",
    why: "A relationship with a trusted adult has to be safe before it is anything else (Foundations, practice guide \
        on mentoring and befriending in children's social care). A check that runs out half way would end it early \
        or leave it unprotected. So a check is no criterion: no score makes up for a missing one, and no setting \
        lets a blank pass. Which check a role may ask for is a question of law; this is not legal advice.",
    effect: "Each required check is asked in order. The last valid day of a record is its expiry date; without one, \
        the day of issue plus `valid_months` (the same day of that month, or the month's last); otherwise it is not \
        known. Over all the mentor's records of that name, or of a higher check of the same body (with a barred list above \
        without, enhanced above standard above basic):\n\
        - none: needs a check, `not_recorded`\n\
        - one that is issued by `as_of`, or has no day of issue, and is valid to the last planned day or longer: \
        fine\n\
        - otherwise the first of these that holds. One issued by `as_of` has no known expiry: needs a check, \
        `expiry_unknown`. One issued by `as_of` is valid on `as_of`: refused, `expires_in_period`. One is issued \
        after `as_of`: refused, `not_yet_issued`. Else refused, `expired`.\n\
        A check with `roles` is asked of mentors of these roles alone; of a mentor whose `role_type` is blank, one that \
        is not in order needs a check, `blank` about `role_type`. The first check refused decides; if none is, the \
        first that needs a person to look.",
    settings: &[
        (
            "safeguarding.checks",
            "the required checks, each a name or a table with `name`, `valid_months` (1 to 600; without it, a \
                record needs an expiry date) and `roles`, the kinds of mentors of whom it is required (everybody when \
                absent). Required, if only as an empty list",
        ),
        ("safeguarding.why", "why no check is required; needed when the list is empty, and printed"),
    ],
    example: r#"[safeguarding]
checks = ["enhanced DBS", { name = "two references", valid_months = 36 }]

[[mentors]]
id = "m1"
checks = ["enhanced DBS 2026-02-02 to 2029-02-01", "two references 2026-01-12"]"#,
    cannot_know: "What a check found, which it must never be told: record only that the check is held, and its \
        dates. It also cannot know whether the check named is the right one for the role and the nation.",
};

/// For each mentor, what the checks say.
pub(super) struct Checks<'a>(Vec<Vec<Verdict<'a>>>);

impl<'a> Checks<'a> {
    pub(super) fn new(compiled: &Compiled<'a>, required: &'a [Requirement], until: Date) -> Self {
        let as_of = compiled.matching.as_of;
        let names: BTreeMap<&str, Vec<String>> = required.iter().map(|one| (&*one.name, counting(&one.name))).collect();
        let verdicts = compiled.matching.mentors.iter().map(|mentor| {
            asked_of(compiled, mentor, required, |check| {
                let counts = |record: &Held| {
                    names.get(&*check.name).is_some_and(|names| names.iter().any(|name| **name == *record.name))
                };
                held_until(&mentor.checks, counts, check, as_of, until, true)
            })
        });
        Self(verdicts.collect())
    }
}

impl Rule for Checks<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Mentor
    }

    fn verdict(&self, _: usize, mentor: usize) -> Verdict<'_> {
        Verdict::all(self.0.get(mentor).into_iter().flatten().copied())
    }

    fn further(&self, _: usize, mentor: usize) -> Vec<Verdict<'_>> {
        self.0.get(mentor).map_or_else(Vec::new, |of| Verdict::beside(of))
    }
}

/// What one says of the items required of a mentor that are not in order: those for other roles are left out, and where the
/// role is blank, an item for some roles waits for it.
pub(super) fn asked_of<'a>(
    compiled: &Compiled<'a>,
    mentor: &Mentor,
    required: &'a [Requirement],
    held: impl Fn(&'a Requirement) -> Verdict<'a>,
) -> Vec<Verdict<'a>> {
    let key = compiled.matching.attributes.get_key_value("role_type").map(|(key, _)| key);
    let role = key.and_then(|key| mentor.person.answers.get(key)).and_then(|answer| answer.terms().next());
    let asked = required.iter().map(|item| match role {
        _ if item.roles.is_empty() => held(item),
        Some(role) if item.roles.contains(role) => held(item),
        Some(_) => Verdict::Eligible,
        None if held(item).is_eligible() => Verdict::Eligible,
        None => Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::Blank, about: key.map(AttributeKey::shared) }),
    });
    asked.filter(|verdict| !verdict.is_eligible()).collect()
}

/// The names of all checks that are this one or stand above it.
pub(super) fn counting(name: &str) -> Vec<String> {
    let called = |level: &CheckLevel, name: &str| normalise_term(level.name) == name || level.also.contains(&name);
    let mut above: Vec<&CheckLevel> = CHECK_LEVELS.iter().filter(|level| called(level, name)).collect();
    if above.is_empty() {
        return vec![name.to_owned()];
    }
    // Those below come before those above, so once through is enough.
    for level in CHECK_LEVELS {
        if level.above.iter().any(|below| above.iter().any(|counts| counts.name == *below)) {
            above.push(level);
        }
    }
    let names = above.iter().flat_map(|level| {
        std::iter::once(normalise_term(level.name)).chain(level.also.iter().map(|name| (*name).to_owned()))
    });
    names.collect()
}

/// Whether a required item is held and valid from `as_of` to `until`, by the records that count for it; an item without
/// a known expiry needs a check where `must_expire`, and is fine otherwise.
pub(super) fn held_until<'a>(
    held: &[Held],
    counts: impl Fn(&Held) -> bool,
    item: &'a Requirement,
    as_of: Date,
    until: Date,
    must_expire: bool,
) -> Verdict<'a> {
    let about = Some(&item.label);
    let refused = |obstacle| Verdict::Refused(Hurdle { obstacle, about });
    let needs_check = |obstacle| Verdict::NeedsCheck(Hurdle { obstacle, about });
    let mut records = held.iter().filter(|record| counts(record)).peekable();
    if records.peek().is_none() {
        return needs_check(Obstacle::NotRecorded);
    }
    let (mut unknown, mut valid_now, mut later) = (false, false, false);
    for record in records {
        if record.issued.is_some_and(|issued| issued > as_of) {
            later = true;
            continue;
        }
        match last_day(record, item) {
            Some(last) if last >= until => return Verdict::Eligible,
            Some(last) => valid_now |= last >= as_of,
            None if must_expire => unknown = true,
            None => return Verdict::Eligible,
        }
    }
    if unknown {
        needs_check(Obstacle::ExpiryUnknown)
    } else if valid_now {
        refused(Obstacle::ExpiresInPeriod)
    } else if later {
        refused(Obstacle::NotYetIssued)
    } else {
        refused(Obstacle::Expired)
    }
}

/// Whether a training item is held on a day and to the end of a period; without a last day that could be known, it is.
pub(crate) fn is_held(held: &[Held], item: &Requirement, as_of: Date, until: Date) -> bool {
    matches!(held_until(held, |record| record.name == item.name, item, as_of, until, false), Verdict::Eligible)
}

/// The last valid day: as recorded, or worked out from the day of issue.
fn last_day(record: &Held, item: &Requirement) -> Option<Date> {
    record.expires.or_else(|| {
        let months = jiff::Span::new().months(i32::from(item.valid_months?));
        record.issued?.checked_add(months).ok()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    fn verdict(issued: Option<Date>, expires: Option<Date>, valid_months: Option<u16>) -> Verdict<'static> {
        let item = Requirement { name: "dbs".into(), label: "DBS".into(), valid_months, roles: Vec::new() };
        let item: &'static Requirement = Box::leak(Box::new(item));
        let held = [Held { name: "dbs".into(), issued, expires }];
        held_until(&held, |_| true, item, date(2026, 11, 1), date(2027, 5, 1), true)
    }

    #[test]
    fn validity_runs_to_the_last_planned_day() {
        let obstacle = |verdict: Verdict<'_>| verdict.hurdle().map(|hurdle| hurdle.obstacle);
        assert_eq!(obstacle(verdict(None, Some(date(2027, 5, 1)), None)), None);
        assert_eq!(obstacle(verdict(None, Some(date(2027, 4, 30)), None)), Some(Obstacle::ExpiresInPeriod));
        assert_eq!(obstacle(verdict(None, Some(date(2026, 10, 31)), None)), Some(Obstacle::Expired));
        assert_eq!(obstacle(verdict(Some(date(2026, 11, 2)), None, Some(36))), Some(Obstacle::NotYetIssued));
        assert_eq!(obstacle(verdict(Some(date(2026, 1, 1)), None, None)), Some(Obstacle::ExpiryUnknown));
        assert_eq!(obstacle(verdict(Some(date(2024, 5, 1)), None, Some(36))), None);
        assert_eq!(obstacle(verdict(Some(date(2024, 4, 30)), None, Some(36))), Some(Obstacle::ExpiresInPeriod));
    }
}

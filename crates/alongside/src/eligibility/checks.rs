//! `checks`: the mentor holds every required check, valid throughout the planned period. What is not known is not
//! eligible; no setting changes that.

use super::{Hurdle, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{Date, Held, Requirement};
use crate::outcome::Obstacle;

/// For each mentor, what the checks say.
pub(super) struct Checks<'a>(Vec<Verdict<'a>>);

impl<'a> Checks<'a> {
    pub(super) fn new(compiled: &Compiled<'a>, required: &'a [Requirement], until: Date) -> Self {
        let as_of = compiled.matching.as_of;
        let verdicts = compiled.matching.mentors.iter().map(|mentor| {
            Verdict::all(required.iter().map(|check| held_until(&mentor.checks, check, as_of, until, true)))
        });
        Self(verdicts.collect())
    }
}

impl Rule for Checks<'_> {
    fn verdict(&self, _: usize, mentor: usize) -> Verdict<'_> {
        self.0.get(mentor).copied().unwrap_or(Verdict::Eligible)
    }
}

/// Whether a required item is held and valid from `as_of` to `until`; an item without a known expiry needs a check
/// where `must_expire`, and is fine otherwise.
pub(super) fn held_until<'a>(
    held: &[Held],
    item: &'a Requirement,
    as_of: Date,
    until: Date,
    must_expire: bool,
) -> Verdict<'a> {
    let about = Some(&item.label);
    let refused = |obstacle| Verdict::Refused(Hurdle { obstacle, about });
    let needs_check = |obstacle| Verdict::NeedsCheck(Hurdle { obstacle, about });
    let mut records = held.iter().filter(|record| record.name == item.name).peekable();
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
        let item = Requirement { name: "dbs".into(), label: "DBS".into(), valid_months };
        let item: &'static Requirement = Box::leak(Box::new(item));
        let held = [Held { name: "dbs".into(), issued, expires }];
        held_until(&held, item, date(2026, 11, 1), date(2027, 5, 1), true)
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

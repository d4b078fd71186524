//! `duration`: how much of the time that the mentee is there for the mentor can promise.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::Compiled;
use crate::domain::{Answer, Date, POINTS_SCALE, Person, Side, days_from_epoch};
use crate::outcome::Because;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "duration",
    looks_at: "For how long the mentor can promise to be there, in `promised_months` or by `available_until`, against the \
        planned period, or the mentee's own `available_until` where that comes first.",
    why: "Support that ends early can leave somebody worse off than before, and many early endings are the mentor's: a \
        move, a new job, less time (STAR project, OJJDP 2017/18). Whoever says beforehand how long they can stay lets a \
        long plan go to somebody who can see it through.",
    effect: "The mentor's time is sure up to the day `promised_months` after `as_of` (whole months of it), or to \
        `available_until`, whichever comes first; it is unknown where both are blank. The mentee's time runs from `as_of` \
        to the last planned day, or to the mentee's `available_until` where that is earlier. 1000 × the days of the \
        mentee's time that are sure / all days of it, at most 1000, rounded down; 1000 where it has no days. As a \
        mentee's time is what the promise is held against, nobody is worth less for leaving early. The criterion is \
        about length alone. It is no judgement of how likely a relationship is to last, refuses nobody, and says nothing \
        of whether what was promised is kept.",
    settings: &[],
    example: r#"[[criteria]]
criterion = "duration"
weight = 2
unknown = "lowest"
why = "A year is planned: a mentor who can promise it is worth waiting for."

[[mentors]]
id = "m1"
promised_months = 12

[[mentors]]
id = "m2"
available_until = 2027-03-31"#,
    cannot_know: "Whether a promise will be kept, and what is likely to come between. A high number is not a better person.",
};

/// Days from `as_of` on, of mentors and mentees.
pub(super) struct Duration {
    /// That are sure, at most the planned ones; none where nothing is known.
    sure: Vec<Option<i64>>,
    /// For which each mentee is there.
    wanted: Vec<i64>,
    field: Arc<str>,
}

impl Duration {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let matching = compiled.matching;
        let (begin, planned) = (matching.as_of, matching.planned_until);
        let days = |last: Date| (days_from_epoch(last.min(planned)) - days_from_epoch(begin)).max(0);
        let until = |person: &Person| match person.answers.get("available_until") {
            Some(Answer::Date(last)) => Some(*last),
            _ => None,
        };
        let sure = |person: &Person| {
            let promised = person.answers.get("promised_months").and_then(Answer::position);
            let promised = promised.map(|months| {
                let months = jiff::Span::new().try_months(months.div_euclid(1000).max(0));
                // What lies beyond all dates lies beyond the plan.
                months.and_then(|months| begin.checked_add(months)).unwrap_or(planned)
            });
            promised.into_iter().chain(until(person)).min().map(days)
        };
        Self {
            sure: matching.mentors.iter().map(|one| sure(&one.person)).collect(),
            wanted: matching.mentees.iter().map(|one| days(until(&one.person).unwrap_or(planned))).collect(),
            field: "promised_months".into(),
        }
    }

    /// Days that are sure and days that are wanted; none where nothing is known of the mentor.
    fn both(&self, mentee: usize, mentor: usize) -> Option<(i64, i64)> {
        let wanted = self.wanted.get(mentee).copied().unwrap_or_default();
        let sure = self.sure.get(mentor).copied().flatten()?;
        Some((sure.min(wanted), wanted))
    }
}

impl Criterion for Duration {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        match self.both(mentee, mentor) {
            None => Points::Unknown,
            Some((_, 0)) => Points::Known(POINTS_SCALE),
            Some((sure, wanted)) => Points::Known(POINTS_SCALE * sure / wanted),
        }
    }

    fn days(&self) -> Option<(&[Option<i64>], &[i64])> {
        Some((&self.sure, &self.wanted))
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match self.both(mentee, mentor) {
            None => unknown(&self.blanks(mentee, mentor)),
            Some((sure, planned)) => Because::SureDays { sure, planned },
        }
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let blank = self.both(mentee, mentor).is_none();
        blank.then(|| Blank::whole(Side::Mentor, &self.field)).into_iter().collect()
    }
}

//! `own`: a criterion that the embedding program brings along.

use super::{Blank, Criterion, Points, unknown};
use crate::domain::{Matching, OwnCriteria, OwnCriterion, OwnPoints, POINTS_SCALE, Side};
use crate::error::Error;
use crate::outcome::Because;
use crate::reference::Reference;
use std::sync::{Arc, Mutex, PoisonError};

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "own",
    looks_at: "Whatever a Rust program that embeds the engine looks at: it brings the criterion along, and the \
        programme names it by its id.",
    why: "Some criteria are too particular for any list of settings. A program that embeds the engine can add its own \
        and keep all that goes with one: weight, reason, questions, explanation, audit.",
    effect: "The program's criterion is found by the `id`. It gives the pair 0 to 1000 points, or says which blanks keep them from being known; then the \
        pair is unknown. Any other number of points stops the run, and so does a run to which no criterion of that id \
        was given: the command and the Python package give none, and for them there is `supplied`.",
    settings: &[],
    example: r#"[[criteria]]
criterion = "own"
id = "same_bus"
weight = 2
why = "A direct bus is the difference between a visit in the rain and none.""#,
    cannot_know: "What the program looks at, and whether it gives the same answer each time. It must: an audit asks \
        it again.",
};

/// The program's criterion, and the first pair that it gave points out of range.
pub(super) struct Own<'a> {
    matching: &'a Matching,
    id: &'a Arc<str>,
    given: usize,
    implementation: Option<&'a dyn OwnCriterion>,
    fault: Mutex<Option<(usize, usize, i64)>>,
}

impl<'a> Own<'a> {
    pub(super) fn new(matching: &'a Matching, id: &'a Arc<str>, own: OwnCriteria<'a>) -> Self {
        let implementation = own.named(id).next();
        Self { matching, id, given: own.named(id).count(), implementation, fault: Mutex::new(None) }
    }

    fn ask(&self, mentee: usize, mentor: usize) -> Option<OwnPoints<'a>> {
        Some(self.implementation?.points(self.matching.mentees.get(mentee)?, self.matching.mentors.get(mentor)?))
    }
}

impl Criterion for Own<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        match self.ask(mentee, mentor) {
            Some(OwnPoints::Known(points)) if (0..=POINTS_SCALE).contains(&points) => Points::Known(points),
            Some(OwnPoints::Known(points)) => {
                // Every allowed pair is asked, so the first of them is the same with any number of threads.
                let mut fault = self.fault.lock().unwrap_or_else(PoisonError::into_inner);
                let first = fault.is_none_or(|(e, m, _)| (mentee, mentor) < (e, m));
                if first {
                    *fault = Some((mentee, mentor, points));
                }
                Points::Unknown
            }
            Some(OwnPoints::Unknown(_)) | None => Points::Unknown,
        }
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        if !matches!(self.ask(mentee, mentor), Some(OwnPoints::Known(_))) {
            return unknown(&self.blanks(mentee, mentor));
        }
        let people = self.matching.mentees.get(mentee).zip(self.matching.mentors.get(mentor));
        Because::Own(self.implementation.zip(people).and_then(|(own, (mentee, mentor))| own.because(mentee, mentor)))
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let Some(OwnPoints::Unknown(mut blanks)) = self.ask(mentee, mentor) else { return Vec::new() };
        // Mentees first, as everywhere in reasons.
        blanks.sort_by(|a, b| (a.0 == Side::Mentor, a.1).cmp(&(b.0 == Side::Mentor, b.1)));
        blanks.dedup();
        blanks.into_iter().map(|(side, field)| Blank::whole(side, &field.into())).collect()
    }

    fn fault(&self) -> Option<Error> {
        if self.given != 1 {
            return Some(Error::OwnCriterion { criterion: self.id.clone(), given: self.given });
        }
        let (mentee, mentor, points) = (*self.fault.lock().unwrap_or_else(PoisonError::into_inner))?;
        Some(Error::OutOfRange {
            criterion: self.id.clone(),
            points,
            mentee: self.matching.mentees.get(mentee)?.person.id.clone(),
            mentor: self.matching.mentors.get(mentor)?.person.id.clone(),
        })
    }
}

//! Equality-monitoring data: a type of its own that nothing which scores or decides can reach.

use super::{PersonId, Side};
use std::collections::BTreeMap;
use std::sync::Arc;

type Answers = BTreeMap<(Side, PersonId), Arc<str>>;

/// Answers given for monitoring only.
///
/// Equality monitoring excludes decisions about a particular person (Data Protection Act 2018, Schedule 1,
/// paragraph 8(3)), so these answers live beside [`super::Matching`], never in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Monitoring {
    answers: BTreeMap<Arc<str>, Answers>,
}

impl Monitoring {
    /// Records one answer.
    pub(crate) fn record(&mut self, field: Arc<str>, side: Side, person: PersonId, answer: Arc<str>) {
        self.answers.entry(field).or_default().insert((side, person), answer);
    }

    /// Fields recorded and how many people answered each.
    pub fn counts(&self) -> impl Iterator<Item = (&str, usize)> {
        self.answers.iter().map(|(field, answers)| (&**field, answers.len()))
    }
}

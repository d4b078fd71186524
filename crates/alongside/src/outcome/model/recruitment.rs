//! Whom a programme lacks.

use serde::{Deserialize, Serialize};

/// Mentees wish for somebody with the same answer, and there are fewer places with such mentors than there are mentees who
/// ask. Counts by attribute, and never by answer: few people share some of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecruitmentNeed {
    /// The attribute wished about.
    pub attribute: String,
    /// Mentees with an answer of their own who wish, as a must or a preference, that the mentor has the same.
    pub asked: usize,
    /// Of these, those for whom it is a must.
    pub must: usize,
    /// Of those who asked, those left waiting.
    pub waiting: usize,
    /// Of those who asked, those for whom no mentor with a capacity has the same.
    pub without: usize,
    /// Mentors with a capacity who have the same answer as somebody who asked.
    pub mentors: usize,
    /// Capacities of these mentors.
    pub places: u64,
}

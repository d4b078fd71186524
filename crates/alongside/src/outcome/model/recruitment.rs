//! Whom a programme lacks.

use serde::{Deserialize, Serialize};

/// Mentees ask for somebody with the same answer, or for a protected value by name, and not all of them could be given a
/// place with such a mentor, however these places are given out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct RecruitmentNeed {
    /// The attribute wished about.
    pub attribute: String,
    /// Mentees who ask, as a must or a preference: for the same as their own answer, or, of a protected attribute, for a
    /// value that they name.
    pub asked: usize,
    /// Of these, those for whom it is a must.
    pub must: usize,
    /// Of those who asked, those left waiting.
    pub waiting: usize,
    /// Of those who asked, those for whom no mentor with a capacity is as they ask.
    pub without: usize,
    /// Mentors with a capacity who are as somebody asked.
    pub mentors: usize,
    /// Capacities of these mentors.
    pub places: u64,
    /// How many who asked could be given no such place even if nothing but their wish counted: places lacking.
    pub short: u64,
    /// What at least five of them ask for, with fewer places than they are; most lacking first, then by name. Smaller groups
    /// are not named: few people stand behind them.
    pub groups: Vec<GroupNeed>,
}

/// What several mentees ask for, and the places there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct GroupNeed {
    /// The value asked for, in the programme's spelling.
    pub what: String,
    /// Mentees who ask for it.
    pub asked: usize,
    /// Capacities of the mentors who have it.
    pub places: u64,
}

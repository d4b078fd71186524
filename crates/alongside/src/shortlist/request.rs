//! What lists are asked for.

use crate::domain::PersonId;
use serde::{Deserialize, Serialize};
use std::num::NonZeroU32;

/// Which lists, how long, and what people answered so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// Most options of a mentee.
    pub options: NonZeroU32,
    /// What is promised of them.
    pub kind: Kind,
    /// Most lists that a mentor stands on, where nothing is promised; those on which the mentor is proposed count, and
    /// a mentor who is proposed more often stands on no further list. Safe lists have no such bound.
    pub appearances: NonZeroU32,
    /// Mentee and mentor of options that were picked. They stand, like pairs that a coordinator keeps.
    pub picked: Vec<(PersonId, PersonId)>,
    /// Mentee and mentor of options that were declined. They are out, like pairs that a coordinator bars.
    pub declined: Vec<(PersonId, PersonId)>,
}

/// What a list promises.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The proposal and the best further options: as many as there can be, tier by tier, then with the greatest total.
    /// Nothing is promised of them together: two mentees may have the same one.
    #[default]
    Proposal,
    /// Each option of each list belongs to a matching that serves the most of each tier in order: whatever one mentee
    /// picks costs nobody a place. The other lists are worked out again after each pick.
    OneAfterAnother,
    /// Every combination of picks belongs to such a matching. These lists are shorter.
    Jointly,
}

impl Kind {
    /// Safe lists under the names that they are asked for by.
    pub const SAFE: [(&'static str, Self); 2] =
        [("one_after_another", Self::OneAfterAnother), ("jointly", Self::Jointly)];
}

impl Request {
    /// Lists of so many options, nothing answered, and a mentor on as many lists.
    pub const fn new(options: NonZeroU32, kind: Kind) -> Self {
        Self { options, kind, appearances: options, picked: Vec::new(), declined: Vec::new() }
    }
}

//! What a matching is to achieve, level by level.

use super::{Matching, Mentee, Quality, days_from_epoch};

/// Most priority tiers a programme may declare.
pub const MAX_TIERS: u8 = 8;

/// The aim: tiers served in order, people served, then quality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    /// Number of priority tiers, 1 to [`MAX_TIERS`]; a mentee without a tier stands in the last.
    pub tiers: u8,
    /// Whether the grounds of priority that come with the engine are in force.
    pub standard_priority: bool,
    /// Whether, of the matchings that serve as many people of every tier, those come first that serve whom has waited
    /// longest.
    pub longest_waiting_first: bool,
    /// Whether, of the matchings that serve as many people of every tier, those come first in which as many mentors as can
    /// be have somebody.
    pub most_mentors: bool,
    /// Which of the matchings that serve as many people is preferred.
    pub quality: Quality,
    /// Criteria, by position in the programme, whose points come before total fit, in this order.
    pub first: Vec<usize>,
    /// Most nodes of a search under conditions on the mentees of one mentor; as many as the size allows where none is
    /// given.
    pub search_nodes: Option<u32>,
    /// Least fit of a pair that may be proposed.
    pub floor: i64,
    /// Least that the mentee's view of a pair may come to.
    pub mentee_floor: i64,
    /// Least that the mentor's view of a pair may come to.
    pub mentor_floor: i64,
}

impl Matching {
    /// Days that a mentee has waited on the programme's day; 0 where nobody knows since when, or from a later day on.
    pub fn days_waited(&self, mentee: &Mentee) -> i64 {
        let since = mentee.waiting_since.map(days_from_epoch);
        since.map_or(0, |since| (days_from_epoch(self.as_of) - since).max(0))
    }
}

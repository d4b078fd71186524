//! What a matching is to achieve, level by level.

use super::Quality;

/// Most priority tiers a programme may declare.
pub const MAX_TIERS: u8 = 8;

/// The aim: tiers served in order, people served, then quality.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Aim {
    /// Number of priority tiers, 1 to [`MAX_TIERS`]; a mentee without a tier stands in the last.
    pub tiers: u8,
    /// Which of the matchings that serve as many people is preferred.
    pub quality: Quality,
    /// Criteria, by position in the programme, whose points come before total fit, in this order.
    pub first: Vec<usize>,
    /// Least fit of a pair that may be proposed.
    pub floor: i64,
}

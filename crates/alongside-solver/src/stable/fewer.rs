//! What stability costs in rows served.

/// How many fewer rows one assignment serves than another, the most tiers allow, say.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fewer {
    /// Tier by tier. Below 0 where more are served: tiers after the first that loses can gain.
    pub tiers: Vec<i64>,
    /// In all tiers together.
    pub total: i64,
}

impl Fewer {
    /// Compares rows served in each tier: of a [`Stable`](super::Stable) assignment, for instance, with those of the
    /// [`Solution`](crate::Solution) that serves the most of each tier in order. Missing tiers count 0.
    pub fn between(served: &[usize], most: &[usize]) -> Self {
        let at =
            |counts: &[usize], tier: usize| counts.get(tier).and_then(|count| i64::try_from(*count).ok()).unwrap_or(0);
        let tiers: Vec<i64> = (0..served.len().max(most.len())).map(|tier| at(most, tier) - at(served, tier)).collect();
        let total = tiers.iter().sum();
        Self { tiers, total }
    }
}

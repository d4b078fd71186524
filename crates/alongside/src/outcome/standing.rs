//! Pairs that stand before the matching as people read them, the same in every front end.

use super::{Decided, Held, Kept, Objection, Urgent};
use crate::domain::{Date, Support};

/// Who decided, when and why.
fn decision(by: &str, on: Date, reason: &str) -> String {
    format!("by {by} on {on}: {reason}")
}

fn stands(current: bool, since: Option<Date>, kept: Option<&Decided>) -> String {
    let meets = current.then(|| since.map_or_else(|| "meets".to_owned(), |since| format!("meets since {since}")));
    let kept = kept.map(|kept| format!("kept {}", decision(&kept.by, kept.on, &kept.reason)));
    meets.into_iter().chain(kept).collect::<Vec<_>>().join(", ")
}

impl Kept {
    /// How the pair comes to stand: that the two meet, who keeps it, or both.
    pub fn stands(&self) -> String {
        stands(self.current, self.since, self.decision.as_ref())
    }
}

impl Urgent {
    /// How the pair comes to stand: that the two meet, who keeps it, or both.
    pub fn stands(&self) -> String {
        stands(self.current, self.since, self.decision.as_ref())
    }
}

impl Held {
    /// Who decided, when and why.
    pub fn words(&self) -> String {
        decision(&self.by, self.on, &self.reason)
    }
}

impl Objection {
    /// The rule and what it has against the pair; `support` decides whether people are called mentors or befrienders.
    pub fn words(&self, support: Support) -> String {
        format!("{}: {}", self.rule, self.obstacle.words(self.about.as_deref(), support))
    }
}

//! Pairs that stand before the matching as people read them, the same in every front end.

use super::{Decided, Held, Kept, Objection, Urgent};
use crate::domain::{Date, Support};

/// Who decided, when and why.
fn decision(by: &str, on: Date, reason: &str) -> String {
    format!("by {by} on {on}: {reason}")
}

fn stands(current: bool, since: Option<Date>, kept: Option<&Decided>, nominated: Option<&str>) -> String {
    let meets = current.then(|| since.map_or_else(|| "meets".to_owned(), |since| format!("meets since {since}")));
    let kept = kept.map(|kept| format!("kept {}", decision(&kept.by, kept.on, &kept.reason)));
    meets.into_iter().chain(kept).chain(nominated.map(str::to_owned)).collect::<Vec<_>>().join(", ")
}

impl Kept {
    /// How the pair comes to stand: that the two meet, who keeps it, or both; or that the mentor was nominated.
    pub fn stands(&self) -> String {
        let nominated = self.nominated.then_some("nominated by name");
        stands(self.current, self.since, self.decision.as_ref(), nominated)
    }
}

impl Urgent {
    /// How the pair comes to stand: that the two meet, who keeps it, or both; or that the mentor was nominated, and the
    /// pair waits for its checks.
    pub fn stands(&self) -> String {
        let nominated = self.nominated.then_some("nominated by name, and waits for what is missing");
        stands(self.current, self.since, self.decision.as_ref(), nominated)
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

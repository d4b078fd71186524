//! Pairs that stand before the matching as people read them, the same in every front end.

use super::{Decided, Held, Kept, NominationNotMet, Objection, Urgent};
use crate::domain::{Date, PersonId, Support};

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

impl NominationNotMet {
    /// Why the mentee does not have whom they nominated: that the mentor is no natural one, all that rules say, or who has
    /// the mentor's places.
    pub fn words(&self, support: Support, name: impl Fn(&PersonId) -> String) -> String {
        let mentor = support.mentor();
        let mut parts = Vec::new();
        if !self.natural {
            parts.push(format!(
                "the {mentor} is not said to be a natural one, so that the nomination makes no pair by name"
            ));
        }
        parts.extend(self.objections.iter().map(|objection| objection.words(support)));
        if parts.is_empty() {
            parts.push(self.taken(mentor, name));
        }
        parts.join("; ")
    }

    /// Why a natural mentor against whom no rule speaks is not there for the mentee.
    fn taken(&self, mentor: &str, name: impl Fn(&PersonId) -> String) -> String {
        if !self.first {
            return format!("nominated natural {mentor}s are candidates like others in this programme");
        }
        if !self.holders.is_empty() {
            let holders: Vec<String> = self.holders.iter().map(name).collect();
            return format!("the {mentor}'s places are taken by {}", holders.join(", "));
        }
        match &self.full_supervisor {
            Some(supervisor) => format!("the caseload of {supervisor} is full"),
            None => format!("the {mentor} has no place"),
        }
    }
}

//! What stands before the matching begins, derived from the programme's relationships and decisions.

use crate::domain::{Date, Decision, DecisionKind, Matching, PersonId, RelationshipStatus};
use std::collections::{BTreeMap, BTreeSet};

/// A pair that meets already, or that a coordinator keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing<'a> {
    pub(super) mentee: &'a PersonId,
    pub(super) mentor: &'a PersonId,
    pub(super) current: bool,
    pub(super) since: Option<Date>,
    pub(super) decision: Option<&'a Decision>,
}

/// Everything settled beforehand.
#[derive(Debug, Default)]
pub(super) struct Settled<'a> {
    /// Current and kept pairs by mentee.
    pub(super) pairs: BTreeMap<&'a PersonId, Standing<'a>>,
    /// Past pairs (mentee, mentor) that may not be repeated.
    pub(super) past: BTreeSet<(&'a PersonId, &'a PersonId)>,
    /// Barred pairs (mentee, mentor).
    pub(super) barred: BTreeSet<(&'a PersonId, &'a PersonId)>,
    /// Held pairs (mentee, mentor).
    reserved: BTreeSet<(&'a PersonId, &'a PersonId)>,
    /// Mentees for whom something is held.
    held: BTreeSet<&'a PersonId>,
    /// People held alone: mentees, mentors.
    paused: (BTreeSet<&'a PersonId>, BTreeSet<&'a PersonId>),
    /// The decisions to hold.
    pub(super) holds: Vec<&'a Decision>,
    /// Places taken of each mentor.
    taken: BTreeMap<&'a PersonId, u32>,
}

impl<'a> Settled<'a> {
    pub(super) fn of(matching: &'a Matching) -> Self {
        let mut settled = Self::default();
        for one in &matching.relationships {
            if one.status == RelationshipStatus::Current {
                let (mentee, mentor, since) = (&one.mentee, &one.mentor, one.started);
                let standing = Standing { mentee, mentor, current: true, since, decision: None };
                settled.pairs.entry(mentee).or_insert(standing);
            } else if !one.again {
                settled.past.insert((&one.mentee, &one.mentor));
            }
        }
        for decision in &matching.decisions {
            if let DecisionKind::Keep { mentee, mentor } = &decision.kind {
                let kept = Standing { mentee, mentor, current: false, since: None, decision: None };
                let standing = settled.pairs.entry(mentee).or_insert(kept);
                if standing.mentor == mentor {
                    standing.decision = Some(decision);
                }
            }
            if let DecisionKind::Bar { mentee, mentor } = &decision.kind {
                settled.barred.insert((mentee, mentor));
            }
            if let DecisionKind::Hold { mentee, mentor } = &decision.kind {
                settled.holds.push(decision);
                settled.held.extend(mentee);
                match (mentee, mentor) {
                    (Some(mentee), Some(mentor)) => drop(settled.reserved.insert((mentee, mentor))),
                    (Some(mentee), None) => drop(settled.paused.0.insert(mentee)),
                    (None, Some(mentor)) => drop(settled.paused.1.insert(mentor)),
                    (None, None) => {}
                }
            }
        }
        settled.holds.sort_by_key(|hold| (hold.kind.mentee(), hold.kind.mentor()));
        let mentors: Vec<_> = settled.pairs.values().map(|pair| pair.mentor).collect();
        for mentor in mentors.into_iter().chain(settled.reserved.iter().map(|(_, mentor)| *mentor)) {
            *settled.taken.entry(mentor).or_default() += 1;
        }
        settled
    }

    /// Whether the pair meets or is kept.
    pub(super) fn stands(&self, mentee: &PersonId, mentor: &PersonId) -> bool {
        self.pairs.get(mentee).is_some_and(|pair| pair.mentor == mentor)
    }

    /// Whether the pair, its mentee or its mentor is held.
    pub(super) fn on_hold(&self, mentee: &PersonId, mentor: &PersonId) -> bool {
        self.reserved.contains(&(mentee, mentor)) || self.paused.0.contains(mentee) || self.paused.1.contains(mentor)
    }

    /// Whether something is held for a mentee who has no pair.
    pub(super) fn is_held(&self, mentee: &PersonId) -> bool {
        self.held.contains(mentee) && !self.pairs.contains_key(mentee)
    }

    /// Whether the mentee takes no part in the matching.
    pub(super) fn is_out(&self, mentee: &PersonId) -> bool {
        self.pairs.contains_key(mentee) || self.held.contains(mentee)
    }

    /// Places taken before the matching, which may be more than there are.
    pub(super) fn taken(&self, mentor: &PersonId) -> u32 {
        self.taken.get(mentor).copied().unwrap_or(0)
    }
}

//! What stands before the matching begins, derived from the programme's relationships and decisions.

use super::facts::answer;
use super::pairing::Pair;
use super::registers::rule_word;
use super::rules::{self, Verdict};
use super::supervision;
use crate::domain::{
    Answer, Date, Decision, DecisionKind, Matching, Nominations, Person, PersonId, RelationshipStatus,
};
use std::collections::{BTreeMap, BTreeSet};

/// A pair that meets already, or that a coordinator keeps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing<'a> {
    pub(super) mentee: &'a PersonId,
    pub(super) mentor: &'a PersonId,
    pub(super) current: bool,
    pub(super) since: Option<Date>,
    pub(super) decision: Option<&'a Decision>,
    pub(super) nominated: bool,
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
                let standing = Standing { mentee, mentor, current: true, since, decision: None, nominated: false };
                settled.pairs.entry(mentee).or_insert(standing);
            } else if !one.again {
                settled.past.insert((&one.mentee, &one.mentor));
            }
        }
        for decision in &matching.decisions {
            if let DecisionKind::Keep { mentee, mentor } = &decision.kind {
                let kept = Standing { mentee, mentor, current: false, since: None, decision: None, nominated: false };
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

    /// Adds the pairs of mentees with natural mentors whom they nominated: by tier and id while there are places, where
    /// nothing is against them that papers could not put in order.
    pub(super) fn with_nominations(mut self, matching: &'a Matching) -> Self {
        if matching.nominations == Nominations::Candidate {
            return self;
        }
        let mut named = Vec::new();
        for mentee in &matching.mentees {
            let mentor =
                matching.mentors.iter().find(|mentor| Some(&mentor.person.id) == mentee.nominated_mentor.as_ref());
            let Some(mentor) = mentor.filter(|mentor| is_natural(&mentor.person)) else { continue };
            if !self.is_out(&mentee.person.id) && self.may_wait(matching, Pair { mentee, mentor }) {
                named.push((mentee.tier, &mentee.person.id, mentor));
            }
        }
        named.sort_by_key(|(tier, mentee, _)| (*tier, *mentee));
        for (_, mentee, mentor) in named {
            let (mentor, capacity) = (&mentor.person.id, mentor.capacity);
            if self.taken(mentor) < capacity && !self.supervisor_is_full(matching, mentor) {
                *self.taken.entry(mentor).or_default() += 1;
                let (current, since, decision) = (false, None, None);
                self.pairs.insert(mentee, Standing { mentee, mentor, current, since, decision, nominated: true });
            }
        }
        self
    }

    /// Whether the mentor's supervisor has no room for another pair.
    fn supervisor_is_full(&self, matching: &Matching, mentor: &PersonId) -> bool {
        let whose = |id: &PersonId| matching.mentor(id).and_then(|mentor| mentor.supervisor.as_ref());
        let Some(supervisor) = whose(mentor) else { return false };
        let caseload = matching.supervisors.iter().find(|one| one.id == *supervisor).map_or(0, |one| one.caseload);
        let own = matching.mentors.iter().filter(|other| other.supervisor.as_ref() == Some(supervisor));
        let used: u32 = own.map(|other| self.taken(&other.person.id) * supervision::weight(matching, other)).sum();
        used + matching.mentor(mentor).map_or(1, |mentor| supervision::weight(matching, mentor)) > caseload
    }

    /// Whether the pair is held.
    pub(super) fn is_reserved(&self, mentee: &PersonId, mentor: &PersonId) -> bool {
        self.reserved.contains(&(mentee, mentor))
    }

    /// Whether all that rules have against the pair may change: something to find out, a check or training to renew.
    fn may_wait(&self, matching: &'a Matching, pair: Pair<'a>) -> bool {
        matching.rules.iter().all(|rule| {
            let papers = ["checks", "activity_checks", "training"].contains(&rule_word(&rule.kind));
            match rules::ask(matching, self, rule, pair) {
                Verdict::Eligible => true,
                Verdict::Refused(_) => papers,
                Verdict::NeedsCheck(_) => rule_word(&rule.kind) != "decisions",
            }
        })
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

/// Whether somebody is there for whom nominates them.
fn is_natural(person: &Person) -> bool {
    matches!(answer(person, "role_type"), Some(Answer::OneOf(role)) if **role == *"natural")
}

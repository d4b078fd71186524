//! What stands before the matching begins: pairs that meet or are kept, and what is held.

use super::Compiled;
use crate::domain::{Date, Decision, DecisionKind, RelationshipStatus};

/// Pairs and people that the matching leaves alone, and the places left for it.
#[derive(Debug, Default)]
pub(crate) struct Fixed<'a> {
    /// Current and kept pairs, by mentee.
    pub(crate) pairs: Vec<FixedPair<'a>>,
    /// The mentor of each mentee's fixed pair.
    pub(crate) mentor_of: Vec<Option<usize>>,
    /// Mentees for whom something is held, and who have no fixed pair.
    held: Vec<bool>,
    /// Places of each mentor that are left.
    pub(crate) free: Vec<u32>,
    /// Mentors with a fixed or held pair.
    busy: Vec<bool>,
    /// Mentee and mentor of the held pairs.
    pub(crate) held_pairs: Vec<(usize, usize)>,
}

/// A pair that meets, is kept, or both.
#[derive(Debug)]
pub(crate) struct FixedPair<'a> {
    pub(crate) mentee: usize,
    pub(crate) mentor: usize,
    /// Whether it is a current relationship.
    pub(crate) current: bool,
    pub(crate) since: Option<Date>,
    /// The decision that keeps it.
    pub(crate) decision: Option<&'a Decision>,
    /// Whether the mentee nominated the mentor, and nothing else makes them a pair.
    pub(crate) nominated: bool,
}

impl<'a> Fixed<'a> {
    /// Reads them off the programme. Linear in people and records, but for finding people by id.
    pub(super) fn new(compiled: &Compiled<'a>) -> Self {
        let matching = compiled.matching;
        let (mentees, mentors) = (matching.mentees.len(), matching.mentors.len());
        let mut taken = vec![0_u32; mentors];
        let mut fixed = Self {
            mentor_of: vec![None; mentees],
            held: vec![false; mentees],
            busy: vec![false; mentors],
            ..Self::default()
        };
        let mut found: Vec<Option<FixedPair<'a>>> = (0..mentees).map(|_| None).collect();
        for one in matching.relationships.iter().filter(|one| one.status == RelationshipStatus::Current) {
            let Some((mentee, mentor)) = compiled.places(&one.mentee, &one.mentor) else { continue };
            let pair =
                FixedPair { mentee, mentor, current: true, since: one.started, decision: None, nominated: false };
            if let Some(place @ None) = found.get_mut(mentee) {
                *place = Some(pair);
            }
        }
        for decision in &matching.decisions {
            match &decision.kind {
                DecisionKind::Keep { mentee, mentor } => {
                    let Some((mentee, mentor)) = compiled.places(mentee, mentor) else { continue };
                    match found.get_mut(mentee) {
                        Some(place @ None) => {
                            let decision = Some(decision);
                            let since = None;
                            *place =
                                Some(FixedPair { mentee, mentor, current: false, since, decision, nominated: false });
                        }
                        Some(Some(pair)) if pair.mentor == mentor => pair.decision = Some(decision),
                        _ => {}
                    }
                }
                DecisionKind::Hold { mentee: Some(mentee), mentor } => {
                    let Some(mentee) = compiled.mentee_at(mentee) else { continue };
                    fixed.held.get_mut(mentee).into_iter().for_each(|held| *held = true);
                    let mentor = mentor.as_ref().and_then(|mentor| compiled.mentor_at(mentor));
                    fixed.held_pairs.extend(mentor.map(|mentor| (mentee, mentor)));
                }
                _ => {}
            }
        }
        for pair in found.into_iter().flatten() {
            fixed.mentor_of.get_mut(pair.mentee).into_iter().for_each(|place| *place = Some(pair.mentor));
            fixed.held.get_mut(pair.mentee).into_iter().for_each(|held| *held = false);
            fixed.pairs.push(pair);
        }
        let fixed_mentors = fixed.pairs.iter().map(|pair| pair.mentor);
        for mentor in fixed_mentors.chain(fixed.held_pairs.iter().map(|(_, mentor)| *mentor)) {
            taken.get_mut(mentor).into_iter().for_each(|taken| *taken += 1);
            fixed.busy.get_mut(mentor).into_iter().for_each(|busy| *busy = true);
        }
        fixed.free =
            matching.mentors.iter().zip(&taken).map(|(mentor, taken)| mentor.capacity.saturating_sub(*taken)).collect();
        fixed
    }

    /// Makes a pair of a mentee, who takes part so far, and a natural mentor whom they nominated, if that mentor has a
    /// place left; whether there is one.
    pub(super) fn nominate(&mut self, mentee: usize, mentor: usize) -> bool {
        let Some(free) = self.free.get_mut(mentor).filter(|free| **free > 0) else { return false };
        *free -= 1;
        self.mentor_of.get_mut(mentee).into_iter().for_each(|place| *place = Some(mentor));
        self.busy.get_mut(mentor).into_iter().for_each(|busy| *busy = true);
        let (current, since, decision) = (false, None, None);
        self.pairs.push(FixedPair { mentee, mentor, current, since, decision, nominated: true });
        self.pairs.sort_by_key(|pair| pair.mentee);
        true
    }

    /// Whether the mentee takes no part in the matching.
    pub(crate) fn is_out(&self, mentee: usize) -> bool {
        self.mentor_of.get(mentee).is_some_and(Option::is_some) || self.is_held(mentee)
    }

    /// Whether something is held for a mentee who has no fixed pair.
    pub(crate) fn is_held(&self, mentee: usize) -> bool {
        self.held.get(mentee).is_some_and(|held| *held)
    }

    /// Places of the mentor that are left for the matching.
    pub(crate) fn free(&self, mentor: usize) -> u32 {
        self.free.get(mentor).copied().unwrap_or(0)
    }

    /// Whether the mentor has a fixed or held pair.
    pub(crate) fn is_busy(&self, mentor: usize) -> bool {
        self.busy.get(mentor).is_some_and(|busy| *busy)
    }
}

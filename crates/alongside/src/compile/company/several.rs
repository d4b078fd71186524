//! Who can be met how by a mentor with several mentees.

use super::arrange::{Member, Spot, arrange, crowded};
use crate::compile::Compiled;
use crate::domain::{Answer, AttributeKey, Person, SeveralMentees, Week};

/// The ways of being met, in a few bits.
const ALONE: u8 = 1;
const TOGETHER: u8 = 2;
const DEDICATED: u8 = 4;

/// What is known of everybody.
#[derive(Debug)]
pub(super) struct Several {
    settings: SeveralMentees,
    /// The ways each would have; none where nobody knows.
    mentees: Vec<Option<u8>>,
    mentors: Vec<Option<u8>>,
    /// When each is free; none where nobody knows.
    free: (Vec<Option<Week>>, Vec<Option<Week>>),
    /// Mentees whom each would not be together with, from either side, ascending.
    not_with: Vec<Vec<u32>>,
}

impl Several {
    pub(super) fn new(compiled: &Compiled<'_>, settings: SeveralMentees) -> Self {
        let key = AttributeKey::new("delivery_models");
        let mut not_with = vec![Vec::new(); compiled.mentees()];
        for (at, mentee) in compiled.matching.mentees.iter().enumerate() {
            for other in mentee.not_together_with.iter().filter_map(|id| compiled.mentee_at(id)) {
                for (one, other) in [(at, other), (other, at)] {
                    not_with.get_mut(one).into_iter().for_each(|of: &mut Vec<u32>| of.push(other as u32));
                }
            }
        }
        for of in &mut not_with {
            of.sort_unstable();
        }
        let weeks = |side: &crate::compile::Side<'_>, people: usize| {
            (0..people).map(|person| side.week(person).copied()).collect()
        };
        Self {
            settings,
            mentees: compiled.matching.mentees.iter().map(|one| ways(&one.person, &key)).collect(),
            mentors: compiled.matching.mentors.iter().map(|one| ways(&one.person, &key)).collect(),
            free: (weeks(&compiled.mentees, compiled.mentees()), weeks(&compiled.mentors, compiled.mentors())),
            not_with,
        }
    }

    /// Where the mentor meets each of these; none where no way suits all.
    pub(super) fn arrange(&self, mentor: usize, mentees: &[u32]) -> Option<Vec<Spot>> {
        let members: Vec<Member> = mentees.iter().map(|mentee| self.member(mentor, *mentee as usize)).collect();
        let at_odds = |one: usize, other: usize| {
            let (one, other) = (mentees.get(one).copied(), mentees.get(other).copied());
            let not_with = one.and_then(|one| self.not_with.get(one as usize));
            other.zip(not_with).is_some_and(|(other, not_with)| not_with.binary_search(&other).is_ok())
        };
        arrange(&members, &at_odds, self.settings)
    }

    /// Whether somebody is left out because dedicated support and so many do not go together.
    pub(super) fn is_crowded(&self, mentor: usize, mentees: &[u32]) -> bool {
        let members: Vec<Member> = mentees.iter().map(|mentee| self.member(mentor, *mentee as usize)).collect();
        crowded(&members, self.settings)
    }

    /// The ways open to a mentee with a mentor, and when. Where the two have no way in common, or nobody knows of one,
    /// they meet alone: whether they may is for the rule on models to say.
    fn member(&self, mentor: usize, mentee: usize) -> Member {
        let known = |of: &[Option<u8>], at: usize| of.get(at).copied().flatten();
        let both = known(&self.mentees, mentee).zip(known(&self.mentors, mentor)).map(|(one, other)| one & other);
        let ways = both.filter(|ways| *ways != 0).unwrap_or(ALONE);
        let week = |of: &[Option<Week>], at: usize| of.get(at).copied().flatten();
        let free = week(&self.free.0, mentee).zip(week(&self.free.1, mentor)).map(|(one, other)| one.shared(&other));
        let (alone, together, dedicated) = (ways & ALONE != 0, ways & TOGETHER != 0, ways & DEDICATED != 0);
        Member { alone, together, dedicated, free }
    }
}

/// The ways a person would have.
fn ways(person: &Person, key: &AttributeKey) -> Option<u8> {
    let way = |term: &std::sync::Arc<str>| match &**term {
        "together" => TOGETHER,
        "dedicated" => DEDICATED,
        _ => ALONE,
    };
    person.answers.get(key).map(Answer::terms)?.map(way).reduce(|ways, way| ways | way)
}

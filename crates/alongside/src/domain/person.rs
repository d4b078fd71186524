//! Mentors and mentees (befrienders and befriendees).

use super::{Answer, Answers, AttributeKey, Date, Held, InOrder, KnownAs, PersonId, Place, Preference, Week};
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

/// The two sides of a match.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Side {
    /// Who gives time: mentor, befriender.
    Mentor,
    /// Who is matched with them: mentee, befriendee.
    Mentee,
}

impl Side {
    /// The one across from it.
    pub(crate) const fn other(self) -> Self {
        match self {
            Self::Mentor => Self::Mentee,
            Self::Mentee => Self::Mentor,
        }
    }

    /// The key of the side's list in a document.
    pub const fn plural(self) -> &'static str {
        match self {
            Self::Mentor => "mentors",
            Self::Mentee => "mentees",
        }
    }
}

/// Something else in a person's week that mentoring has to leave room for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OtherService {
    /// What.
    pub name: String,
    /// When.
    pub times: Week,
    /// Whom to ask there.
    pub contact: Option<String>,
}

/// What both sides have. Holds only what may be used: answers without consent are already blank.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Person {
    /// Who it is.
    pub id: PersonId,
    /// Name, for display on request only; nothing that decides reads it.
    pub name: Option<String>,
    /// Answers by attribute, as they count; an absent key is a blank.
    pub answers: Answers,
    /// What they said themselves, none for a blank, of attributes of which another answer counts: ways of meeting of which
    /// some are not possible for them, what is merely usual, what the programme offers for everybody.
    pub stated: Vec<(AttributeKey, Option<Answer>)>,
    /// Ways of meeting that they accept ([`super::Way::ALL`]), the one liked best first, those that are not possible for
    /// them among them; their answer to `delivery_methods` has the possible ones.
    pub ways: InOrder,
    /// Forms of support that they accept ([`super::MODELS`]), the one liked best first.
    pub models: InOrder,
    /// When the person is free, the times of other services taken out; absent when not asked or not answered.
    pub availability: Option<Week>,
    /// Other services in their week, of which mentoring is one element.
    pub other_services: Vec<OtherService>,
    /// Where the person is; absent when not answered or not known to the table of postcodes.
    pub place: Option<Place>,
    /// Ids of people this person must not be matched with.
    pub exclusions: BTreeSet<PersonId>,
    /// Why, of those for whom a reason is on record: for coordinators alone. Nothing that decides reads it.
    pub exclusion_reasons: BTreeMap<PersonId, String>,
    /// People whom this person says they know, and how.
    pub known_to: BTreeMap<PersonId, KnownAs>,
    /// Wishes, in the order given.
    pub preferences: Vec<Preference>,
}

impl Person {
    /// What they said themselves to an attribute, whatever counts.
    pub fn said(&self, key: &AttributeKey) -> Option<&Answer> {
        match self.stated.iter().find(|(of, _)| of == key) {
            Some((_, said)) => said.as_ref(),
            None => self.answers.get(key),
        }
    }

    /// Has another answer count than they gave, or none, and keeps what they said.
    pub(crate) fn count_instead(&mut self, key: &AttributeKey, answer: Option<Answer>) {
        let said = match answer {
            Some(answer) => self.answers.insert(key.clone(), answer),
            None => self.answers.remove(key),
        };
        if self.stated.iter().all(|(of, _)| of != key) {
            self.stated.reserve_exact(1);
            self.stated.push((key.clone(), said));
        }
    }

    /// Gives back memory that nothing needs: people stay for the whole run.
    pub(crate) fn shrink(&mut self) {
        self.answers.shrink();
        self.stated.shrink_to_fit();
        self.preferences.shrink_to_fit();
        self.other_services.shrink_to_fit();
    }

    /// The answers to some attributes, which are given in order of key: one for each, none for a blank. Time: linear in
    /// those and in what the person answered.
    pub fn answers_to<'p>(
        &'p self,
        keys: impl IntoIterator<Item = &'p AttributeKey>,
    ) -> impl Iterator<Item = Option<&'p Answer>> {
        let mut answers = self.answers.iter().peekable();
        keys.into_iter().map(move |key| {
            loop {
                match answers.peek()?.0.cmp(key) {
                    Ordering::Less => drop(answers.next()),
                    Ordering::Equal => return answers.next().map(|(_, answer)| answer),
                    Ordering::Greater => return None,
                }
            }
        })
    }
}

/// A mentor or befriender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentor {
    /// What both sides have.
    pub person: Person,
    /// How many mentees the mentor can take now.
    pub capacity: u32,
    /// Who supervises them.
    pub supervisor: Option<PersonId>,
    /// Checks held.
    pub checks: Vec<Held>,
    /// Training completed.
    pub training: Vec<Held>,
}

/// A mentee or befriendee.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mentee {
    /// What both sides have.
    pub person: Person,
    /// Priority tier, 1 for the first: the earliest of the one given and of those that grounds give; the last where
    /// there is none.
    pub tier: u8,
    /// The tier that the programme was given for them.
    pub stated_tier: Option<u8>,
    /// Which of the programme's grounds gives them their tier; none where it is the given or the last one.
    pub tier_by: Option<usize>,
    /// Since when they have been waiting.
    pub waiting_since: Option<Date>,
    /// Mentors chosen, first choice first.
    pub choices: Vec<PersonId>,
    /// Weights that they give criteria, by position in the programme, within the programme's bounds.
    pub own_weights: BTreeMap<usize, i64>,
    /// The mentor whom they name from their own network.
    pub nominated_mentor: Option<PersonId>,
    /// Mentees whom they would not meet their mentor together with.
    pub not_together_with: BTreeSet<PersonId>,
    /// What the mentee's carer would like of a mentor: shown to staff, and counted only where the programme says so.
    pub carer_preferences: Vec<Preference>,
}

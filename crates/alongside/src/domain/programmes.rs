//! Several programmes in one run, over mentors whom they may share.

use super::{Answer, Attribute, AttributeKey, Bounds, Design, Factored, Matching, Mentee, Person, Want, Weighing};
use crate::domain::SaidBy;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The field of a mentee that names the programme they were referred to.
pub const REFERRED_TO: &str = "programme";

/// The field of a mentor that names the programmes they were approved for.
pub const APPROVED_FOR: &str = "programmes";

/// The field of a mentor that says whether they agree to be shown to other programmes.
pub const AGREES_TO_SHARING: &str = "shared_between_programmes";

/// One of several programmes of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OneProgramme {
    /// Its id, as the file writes it.
    pub id: Arc<str>,
    /// The id in the form in which answers are compared.
    pub term: Arc<str>,
    /// Its name; the id where the file gives none.
    pub name: String,
    /// Its purpose, sub-goals and setting; nothing else of a design is said of one of several.
    pub design: Design,
    /// The programmes to which its mentors may be shown, by place in the file.
    pub shares_with: Vec<usize>,
    /// The mentees whom it is for.
    pub mentees: Eligibility,
    /// The mentors whom it takes.
    pub mentors: Eligibility,
    /// Weights that it states in place of the file's, by place of the criterion.
    pub weights: BTreeMap<usize, i64>,
}

/// Whom a programme is for: all that is given has to hold.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Eligibility {
    /// Ages, as positions.
    pub ages: Bounds,
    /// Groups, of which a person has to belong to one; none for everybody.
    pub groups: Vec<Among>,
    /// The area in which a person has to be.
    pub area: Option<Among>,
    /// What a mentee has to come for.
    pub purposes: Option<Among>,
}

/// People with one of these answers to an attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Among {
    /// Which attribute.
    pub attribute: AttributeKey,
    /// The answers: terms, or what stands below them; or a range.
    pub want: Want,
}

/// Why a programme is not for somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum UnfitReason {
    /// Below its ages.
    TooYoung,
    /// Above its ages.
    TooOld,
    /// In none of its groups.
    NotInGroup,
    /// Outside its area.
    OutsideArea,
    /// Comes for something that it is not for.
    OtherPurpose,
    /// What would tell is blank: it has to be asked for.
    Blank,
}

/// Why a programme is not for somebody, and the attribute that tells.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Unfit {
    /// Why.
    pub reason: UnfitReason,
    /// By which attribute.
    pub about: Arc<str>,
}

/// What a mentor says of being shown to other programmes. Whoever says nothing has not agreed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Sharing {
    /// They agree.
    Agreed,
    /// They do not.
    Refused,
    /// Nobody asked, or nothing is on record.
    NotSaid,
}

impl Eligibility {
    /// Whether it lets everybody in.
    pub fn is_open(&self) -> bool {
        self.ages.is_open() && self.groups.is_empty() && self.area.is_none() && self.purposes.is_none()
    }

    /// The attributes that it looks at, each once, in order of its parts.
    pub fn attributes(&self) -> Vec<AttributeKey> {
        let age = (!self.ages.is_open()).then(|| AttributeKey::new("age"));
        let mut all: Vec<AttributeKey> = Vec::new();
        for key in age
            .into_iter()
            .chain(self.groups.iter().chain(&self.area).chain(&self.purposes).map(|one| one.attribute.clone()))
        {
            if !all.contains(&key) {
                all.push(key);
            }
        }
        all
    }

    /// What keeps a person out, in order: ages, groups, area, purposes.
    pub fn unfit(&self, person: &Person, attributes: &BTreeMap<AttributeKey, Attribute>) -> Vec<Unfit> {
        let because = |reason, about: &str| Unfit { reason, about: about.into() };
        let mut found = Vec::new();
        if !self.ages.is_open() {
            match person.answers.get("age").and_then(Answer::position) {
                None => found.push(because(UnfitReason::Blank, "age")),
                Some(age) if self.ages.min.is_some_and(|min| age < min) => {
                    found.push(because(UnfitReason::TooYoung, "age"));
                }
                Some(age) if self.ages.max.is_some_and(|max| age > max) => {
                    found.push(because(UnfitReason::TooOld, "age"));
                }
                Some(_) => {}
            }
        }
        let mut judge = |among: &[Among], reason| {
            let holds = |one: &Among| Some(one.holds(person.answers.get(&one.attribute)?, attributes));
            if among.is_empty() || among.iter().any(|one| holds(one) == Some(true)) {
                return;
            }
            let open = among.iter().find(|one| holds(one).is_none());
            match (open, among.first()) {
                (Some(one), _) => found.push(because(UnfitReason::Blank, one.attribute.as_str())),
                (None, Some(one)) => found.push(because(reason, one.attribute.as_str())),
                (None, None) => {}
            }
        };
        judge(&self.groups, UnfitReason::NotInGroup);
        judge(self.area.as_slice(), UnfitReason::OutsideArea);
        judge(self.purposes.as_slice(), UnfitReason::OtherPurpose);
        found
    }
}

impl Among {
    fn holds(&self, answer: &Answer, attributes: &BTreeMap<AttributeKey, Attribute>) -> bool {
        super::priority::is(&self.want, attributes.get(&self.attribute), answer)
    }
}

impl OneProgramme {
    /// Whether it weighs criteria otherwise than the file does.
    pub fn weighs_otherwise(&self) -> bool {
        self.design.purpose.is_some() || !self.weights.is_empty()
    }
}

impl Matching {
    /// The programme that a mentee was referred to, by its place.
    pub fn programme_of(&self, mentee: &Person) -> Option<usize> {
        self.named(mentee, REFERRED_TO)?.into_iter().next()
    }

    /// The id of that programme.
    pub fn programme_id(&self, mentee: &Person) -> Option<Arc<str>> {
        Some(self.programmes.get(self.programme_of(mentee)?)?.id.clone())
    }

    /// The programmes that a mentor was approved for, by their places; none where that is blank.
    pub fn programmes_of(&self, mentor: &Person) -> Option<Vec<usize>> {
        self.named(mentor, APPROVED_FOR)
    }

    /// The programmes that an answer names, in the file's order.
    fn named(&self, person: &Person, field: &str) -> Option<Vec<usize>> {
        let answer = person.answers.get(field)?;
        let vocabulary = &self.attributes.get(field)?.vocabulary;
        let said: Vec<&Arc<str>> = answer.terms().map(|term| vocabulary.canonical(term)).collect();
        let all = self.programmes.iter().enumerate();
        Some(all.filter(|(_, one)| said.contains(&&one.term)).map(|(at, _)| at).collect())
    }

    /// The programmes of a mentor that may show them to the mentee's programme, where that is none of theirs and the mentor
    /// agrees; by id, in the file's order.
    pub fn shared_by(&self, mentee: &Person, mentor: &Person) -> Vec<Arc<str>> {
        let (Some(to), Some(of)) = (self.programme_of(mentee), self.programmes_of(mentor)) else { return Vec::new() };
        if of.contains(&to) || sharing(mentor) != Sharing::Agreed {
            return Vec::new();
        }
        let sharers = of.into_iter().filter_map(|at| self.programmes.get(at));
        sharers.filter(|one| one.shares_with.contains(&to)).map(|one| one.id.clone()).collect()
    }

    /// Where the weights of one of the programmes come from, criterion by criterion, before they are dealt out; empty where
    /// it has the file's.
    pub fn weighings_of(&self, programme: usize) -> Vec<Weighing> {
        let Some(one) = self.programmes.get(programme).filter(|one| one.weighs_otherwise()) else { return Vec::new() };
        let design = if one.design.purpose.is_some() { &one.design } else { &self.design };
        let criteria = self.criteria.iter().enumerate().map(|(at, criterion)| {
            let own = one.weights.get(&at).map(|weight| (*weight, SaidBy::File));
            let (stated, by) = own.unwrap_or((criterion.weighing.stated, criterion.weighing.by));
            let factors: Vec<Factored> = design.factors(criterion, &self.factors);
            Weighing { stated, by, factors }
        });
        criteria.collect()
    }

    /// The weights in force for mentees of one of the programmes, dealt out of the sum of the file's so that no programme's
    /// mentees weigh more in the whole; none where they are the file's.
    pub fn programme_weights(&self, programme: usize) -> Option<Vec<i64>> {
        let weighings = self.weighings_of(programme);
        if weighings.is_empty() {
            return None;
        }
        let shifted = weighings.iter().map(|one| {
            one.factors.iter().fold(i128::from(one.stated), |weight, factor| weight * i128::from(factor.factor))
        });
        let shares: Vec<(usize, i128)> = shifted.enumerate().collect();
        let mut weights: Vec<i64> = self.criteria.iter().map(|criterion| criterion.weight).collect();
        self.deal(&shares, &mut weights);
        Some(weights)
    }

    /// The weights in force for a mentee: those of their programme, and within them what they state themselves; none where
    /// they are the file's.
    pub fn weights_of(&self, mentee: &Mentee) -> Option<Vec<i64>> {
        let base = self.programme_of(&mentee.person).and_then(|at| self.programme_weights(at));
        if mentee.own_weights.is_empty() {
            return base;
        }
        let base = base.unwrap_or_else(|| self.criteria.iter().map(|criterion| criterion.weight).collect());
        Some(self.with_own(mentee, base))
    }
}

/// What a mentor says of being shown to other programmes.
pub fn sharing(mentor: &Person) -> Sharing {
    match mentor.answers.get(AGREES_TO_SHARING).and_then(|answer| answer.terms().next()) {
        Some(said) if **said == *"yes" => Sharing::Agreed,
        Some(_) => Sharing::Refused,
        None => Sharing::NotSaid,
    }
}

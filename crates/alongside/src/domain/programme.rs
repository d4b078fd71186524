//! A programme, checked: it cannot be built wrongly.

use super::{
    Aim, Attribute, AttributeKey, Criterion, Date, Decision, Ground, Mentee, Mentor, Monitoring, Nominations, PersonId,
    Relationship, Rule, Supervisor,
};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What the programme offers; decides the words that are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Support {
    /// Goals and an end date: mentor and mentee.
    Mentoring,
    /// Company, open in time: befriender and befriendee.
    Befriending,
}

impl Support {
    /// The word for one person who gives time.
    pub const fn mentor(self) -> &'static str {
        match self {
            Self::Mentoring => "mentor",
            Self::Befriending => "befriender",
        }
    }

    /// The word for one person matched with them.
    pub const fn mentee(self) -> &'static str {
        match self {
            Self::Mentoring => "mentee",
            Self::Befriending => "befriendee",
        }
    }
}

/// Why volunteers' hard wishes on one protected characteristic are accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Justification {
    /// The attribute wished about.
    pub attribute: AttributeKey,
    /// The programme's reason, printed in the outcome.
    pub reason: String,
}

/// Everything that may be used to decide who meets whom. Monitoring data is not in it.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Matching {
    /// The programme's name.
    pub name: String,
    /// What it offers.
    pub support: Support,
    /// The day the programme is seen from; nothing reads a clock.
    pub as_of: Date,
    /// Last day of the planned period.
    pub planned_until: Date,
    /// Decides among equally good matchings.
    pub seed: u64,
    /// Whether ids may stand in messages.
    pub opaque_ids: bool,
    /// Standard and declared attributes.
    pub attributes: BTreeMap<AttributeKey, Attribute>,
    /// Mentors in order of id.
    pub mentors: Vec<Mentor>,
    /// Mentees in order of id.
    pub mentees: Vec<Mentee>,
    /// Supervisors in order of id.
    pub supervisors: Vec<Supervisor>,
    /// Hard rules: those always in force first, then the programme's in its order.
    pub rules: Vec<Rule>,
    /// Criteria in the programme's order.
    pub criteria: Vec<Criterion>,
    /// What the matching is to achieve.
    pub aim: Aim,
    /// Grounds on which mentees stand in an earlier tier: the engine's own, then the programme's in its order.
    pub priority: Vec<Ground>,
    /// Justifications of volunteers' hard wishes.
    pub justifications: Vec<Justification>,
    /// Pairs that meet or met, in order of mentee and mentor.
    pub relationships: Vec<Relationship>,
    /// What a mentee's nomination of a natural mentor does.
    pub nominations: Nominations,
    /// Coordinators' decisions, in order of kind, mentee and mentor.
    pub decisions: Vec<Decision>,
}

impl Matching {
    /// The mentor of that id.
    pub fn mentor(&self, id: &PersonId) -> Option<&Mentor> {
        self.mentors.binary_search_by(|mentor| mentor.person.id.cmp(id)).ok().and_then(|at| self.mentors.get(at))
    }

    /// The mentee of that id.
    pub fn mentee(&self, id: &PersonId) -> Option<&Mentee> {
        self.mentees.binary_search_by(|mentee| mentee.person.id.cmp(id)).ok().and_then(|at| self.mentees.get(at))
    }

    /// Most fit a pair can have: every criterion's full points.
    pub fn full_fit(&self) -> i64 {
        self.criteria.iter().map(|criterion| criterion.weight * super::POINTS_SCALE).sum()
    }
}

/// A programme that passed every check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Programme {
    matching: Matching,
    monitoring: Monitoring,
}

impl Programme {
    /// Puts the checked parts together.
    pub(crate) const fn new(matching: Matching, monitoring: Monitoring) -> Self {
        Self { matching, monitoring }
    }

    /// What decides.
    pub const fn matching(&self) -> &Matching {
        &self.matching
    }

    /// What only counts.
    pub const fn monitoring(&self) -> &Monitoring {
        &self.monitoring
    }
}

//! A programme, checked: it cannot be built wrongly.

use super::{
    Aim, Attribute, AttributeKey, CaseloadWeights, Criterion, Date, Decision, Delivery, Design, Disclosure, Ground,
    Mentee, Mentor, Monitoring, Nominations, OneProgramme, OwnFactor, PersonId, Relationship, Rule, SeveralMentees,
    Supervisor,
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
    /// What it is for and how it works.
    pub design: Design,
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
    /// The programmes that share the run, in the file's order; none where the file is one programme.
    pub programmes: Vec<OneProgramme>,
    /// How much a pair counts in its supervisor's caseload, by the kind of mentor.
    pub caseload_weights: CaseloadWeights,
    /// What a mentor with several mentees has to arrange; none where the programme does not say.
    pub several: Option<SeveralMentees>,
    /// What ways of meeting need.
    pub delivery: Delivery,
    /// Hard rules: those always in force first, then the programme's in its order.
    pub rules: Vec<Rule>,
    /// Criteria in the programme's order.
    pub criteria: Vec<Criterion>,
    /// Factors on weights that the programme gives in place of the engine's.
    pub factors: Vec<OwnFactor>,
    /// Criteria whose weights mentees may choose, in order of the criteria.
    pub own_weights: Vec<OwnWeight>,
    /// Who is told what of the other person, by name of what is told. Nothing that decides reads it.
    pub disclosure: Vec<Disclosure>,
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

/// A criterion whose weight a mentee may choose within bounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OwnWeight {
    /// The criterion, by position in the programme.
    pub criterion: usize,
    /// Least number that a mentee may give it.
    pub min: i64,
    /// Greatest number that a mentee may give it.
    pub max: i64,
}

impl Matching {
    /// The weights of a mentee who stated any of their own: those numbers, and the weights of `base` for the other criteria
    /// that mentees may weigh, scaled to the sum that these criteria have in `base`, so that all weights add up to as much
    /// for everybody. `base` where all of them are zero.
    pub(super) fn with_own(&self, mentee: &Mentee, mut base: Vec<i64>) -> Vec<i64> {
        let share = |at: usize| {
            let stated = mentee.own_weights.get(&at).or_else(|| base.get(at)).copied();
            (at, i128::from(stated.unwrap_or(0)))
        };
        let shares: Vec<(usize, i128)> = self.own_weights.iter().map(|one| share(one.criterion)).collect();
        self.deal(&shares, &mut base);
        base
    }

    /// Deals out anew what these criteria weigh together, in proportion to the shares. Rounded down; what is left over
    /// goes, one each, to those that lost most by it, among equals the lesser id. Nothing changes where all shares are 0.
    pub(super) fn deal(&self, shares: &[(usize, i128)], weights: &mut [i64]) {
        let sum: i128 = shares.iter().filter_map(|(at, _)| weights.get(*at)).map(|weight| i128::from(*weight)).sum();
        let all: i128 = shares.iter().map(|(_, share)| share).sum();
        if all == 0 {
            return;
        }
        let mut left = sum;
        let mut lost: Vec<(i128, Option<&std::sync::Arc<str>>, usize)> = Vec::new();
        for (at, share) in shares {
            let exact = sum * share;
            let whole = exact / all;
            left -= whole;
            lost.push((-(exact % all), self.criteria.get(*at).map(|criterion| &criterion.id), *at));
            weights.get_mut(*at).into_iter().for_each(|weight| *weight = i64::try_from(whole).unwrap_or(i64::MAX));
        }
        lost.sort_unstable();
        for (.., at) in lost.into_iter().take(usize::try_from(left).unwrap_or(0)) {
            weights.get_mut(at).into_iter().for_each(|weight| *weight += 1);
        }
    }

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

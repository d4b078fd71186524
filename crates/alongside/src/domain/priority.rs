//! Grounds on which mentees stand in an earlier tier.

use super::{Answer, Attribute, AttributeKey, Date, Matching, Mentee, Want, days_from_epoch};
use std::sync::Arc;

/// A ground on which mentees stand in a tier: never in a later one than they otherwise would.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ground {
    /// Name in outcomes.
    pub id: Arc<str>,
    /// The tier, 1 for the first.
    pub tier: u8,
    /// Why the programme has it; printed in the outcome.
    pub why: String,
    /// Of whom it holds.
    pub kind: GroundKind,
}

/// Of whom a ground holds. A blank is no ground.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GroundKind {
    /// Of mentees with such an answer.
    Answer {
        /// To which attribute.
        attribute: AttributeKey,
        /// One of these terms, or one below them; or a place within this range.
        want: Want,
    },
    /// Of mentees for whom a day is near.
    Soon {
        /// The attribute that tells the day.
        attribute: AttributeKey,
        /// It is the programme's day, or comes at most so many days after it.
        within_days: u32,
    },
    /// Of mentees who have waited nearly as long as is promised, or longer.
    Promise {
        /// Days that nobody is to wait longer than.
        promised_days: u32,
        /// How many days before that it begins to hold.
        within_days: u32,
    },
}

impl GroundKind {
    /// The attribute it looks at.
    pub const fn attribute(&self) -> Option<&AttributeKey> {
        match self {
            Self::Answer { attribute, .. } | Self::Soon { attribute, .. } => Some(attribute),
            Self::Promise { .. } => None,
        }
    }

    /// Whether it holds of a mentee: `answer` is theirs to its attribute, `waited` the days they have waited.
    pub fn holds(
        &self,
        as_of: Date,
        attribute: Option<&Attribute>,
        answer: Option<&Answer>,
        waited: Option<i64>,
    ) -> bool {
        match self {
            Self::Answer { want, .. } => answer.is_some_and(|answer| is(want, attribute, answer)),
            Self::Soon { within_days, .. } => {
                let day = answer.and_then(Answer::position).map(|day| day - days_from_epoch(as_of));
                day.is_some_and(|days| (0..=i64::from(*within_days)).contains(&days))
            }
            Self::Promise { promised_days, within_days } => {
                let from = i64::from(*promised_days) - i64::from(*within_days);
                waited.is_some_and(|waited| waited >= from)
            }
        }
    }
}

/// Whether an answer is what is named, or stands below it in the attribute's vocabulary.
pub(super) fn is(want: &Want, attribute: Option<&Attribute>, answer: &Answer) -> bool {
    match want {
        Want::AnyOf(terms) => {
            let Some(vocabulary) = attribute.map(|one| &*one.vocabulary) else {
                return answer.terms().any(|term| terms.contains(term));
            };
            let named = |term: &Arc<str>| terms.iter().any(|wanted| vocabulary.canonical(wanted) == term);
            answer
                .terms()
                .any(|term| named(vocabulary.canonical(term)) || vocabulary.above(term).into_iter().any(named))
        }
        Want::Range { min, max } => {
            answer.position().is_some_and(|at| min.is_none_or(|min| at >= min) && max.is_none_or(|max| at <= max))
        }
        Want::Same | Want::Different => false,
    }
}

impl Matching {
    /// The id of the ground that gives a mentee their tier.
    pub fn tier_by(&self, mentee: &Mentee) -> Option<Arc<str>> {
        Some(self.priority.get(mentee.tier_by?)?.id.clone())
    }
}

/// A row of the table of priority that comes with the engine.
#[derive(Debug, Clone, Copy)]
pub struct StandardGround {
    /// Its id.
    pub id: &'static str,
    /// Its tier.
    pub tier: u8,
    /// The attribute it looks at.
    pub attribute: &'static str,
    /// The answers of which it holds.
    pub answers: &'static [&'static str],
    /// Why.
    pub why: &'static str,
}

/// The table of priority that comes with the engine, for programmes that ask for it. Young people in residential,
/// semi-independent, high-needs and secure places and those leaving care tend to be more isolated than those in foster
/// families (Foundations, practice guide on mentoring and befriending for children's social care, key principle 4).
pub const STANDARD_GROUNDS: &[StandardGround] = &[
    StandardGround {
        id: "placement",
        tier: 1,
        attribute: "placement_type",
        answers: &["residential", "semi_independent", "supported", "high_needs", "secure", "temporary", "independent"],
        why: "People who live without a family around them tend to be the most isolated.",
    },
    StandardGround {
        id: "leaving_care",
        tier: 1,
        attribute: "care_status",
        answers: &["care_leaver"],
        why: "Whoever leaves care loses many people at once.",
    },
    StandardGround {
        id: "in_care",
        tier: 2,
        attribute: "care_status",
        answers: &["in_care"],
        why: "Children in care wait behind those with nobody, and before everybody else.",
    },
];

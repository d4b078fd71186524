//! Hard rules, safeguarding first: who may be paired at all, and what refuses the rest. One rule a file.

mod activity_checks;
mod age_bounds;
mod attribute_bounds;
mod bounds;
mod capabilities;
mod carer_consent;
mod checks;
mod co_location;
mod contact;
mod crowd;
mod dates_overlap;
mod decisions;
mod delivery_method;
mod delivery_model;
mod enough;
mod exclusions;
mod goals;
mod hours;
mod in_common;
mod kinds;
mod known_to;
mod named_pairs;
mod nominations;
mod past_pairs;
mod preferences;
mod programme;
mod role;
mod shared_language;
mod themselves;
mod time_overlap;
mod training;
mod travel;
mod ways;

pub(crate) use checks::is_held;
pub(crate) use crowd::{Crew, Crowd, Verdicts};
pub(crate) use kinds::Kinds;
pub(crate) use ways::Ways;

use crate::compile::Compiled;
use crate::domain::{AttributeKey, RuleKind, UnknownData};
use crate::outcome::{Answered, Obstacle};
use crate::reference::Reference;
use rayon::prelude::*;
use std::sync::Arc;

/// The reference of every rule: those always in force, then those that programmes list.
pub(crate) const REFERENCES: &[Reference] = &[
    themselves::REFERENCE,
    exclusions::REFERENCE,
    known_to::REFERENCE,
    role::REFERENCE,
    checks::REFERENCE,
    activity_checks::REFERENCE,
    training::REFERENCE,
    preferences::REFERENCE,
    past_pairs::REFERENCE,
    decisions::REFERENCE,
    goals::REFERENCE,
    delivery_method::REFERENCE,
    delivery_model::REFERENCE,
    dates_overlap::REFERENCE,
    time_overlap::REFERENCE,
    hours::REFERENCE,
    contact::REFERENCE,
    shared_language::REFERENCE,
    travel::REFERENCE,
    age_bounds::REFERENCE,
    co_location::REFERENCE,
    carer_consent::REFERENCE,
    capabilities::REFERENCE,
    programme::REFERENCE,
    attribute_bounds::REFERENCE,
];

/// What a rule says of a pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// Allowed.
    Eligible,
    /// Not allowed.
    Refused(Hurdle<'a>),
    /// Something must be found out first; until then not allowed.
    NeedsCheck(Hurdle<'a>),
}

/// What stands in the way, and the check, training item or attribute it is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Hurdle<'a> {
    /// What.
    pub obstacle: Obstacle,
    /// About what, where the rule looks at several things.
    pub about: Option<&'a Arc<str>>,
}

impl<'a> Verdict<'a> {
    const fn refused(obstacle: Obstacle) -> Self {
        Self::Refused(Hurdle { obstacle, about: None })
    }

    /// What a rule says when data it needs is blank.
    const fn blank(unknown: UnknownData, about: &'a Arc<str>) -> Self {
        match unknown {
            UnknownData::Allow => Self::Eligible,
            UnknownData::NeedsCheck => Self::NeedsCheck(Hurdle { obstacle: Obstacle::Blank, about: Some(about) }),
        }
    }

    /// Whether the pair is allowed.
    pub const fn is_eligible(&self) -> bool {
        matches!(self, Self::Eligible)
    }

    /// The answer without what stands in the way.
    pub const fn answered(&self) -> Answered {
        match self {
            Self::Eligible => Answered::Eligible,
            Self::Refused(_) => Answered::Refused,
            Self::NeedsCheck(_) => Answered::NeedsCheck,
        }
    }

    /// What stands in the way, if anything.
    pub const fn hurdle(&self) -> Option<Hurdle<'a>> {
        match self {
            Self::Eligible => None,
            Self::Refused(hurdle) | Self::NeedsCheck(hurdle) => Some(*hurdle),
        }
    }

    /// Of several things one rule looks at, those that object beside the one that decides.
    fn beside(verdicts: &[Self]) -> Vec<Self> {
        let decides = Self::all(verdicts.iter().copied());
        let first = verdicts.iter().position(|one| *one == decides);
        let others = verdicts.iter().enumerate().filter(|(at, one)| Some(*at) != first && !one.is_eligible());
        others.map(|(_, one)| *one).collect()
    }

    /// Of several things one rule looks at: the first refused decides, else the first to be checked.
    fn all(verdicts: impl Iterator<Item = Self>) -> Self {
        let mut open = Self::Eligible;
        for verdict in verdicts {
            match verdict {
                Self::Refused(_) => return verdict,
                Self::NeedsCheck(_) if open.is_eligible() => open = verdict,
                _ => {}
            }
        }
        open
    }
}

/// A hard rule over compiled people. Nothing that scores can reach it, and no weight can outweigh it.
trait Rule: Sync + Send {
    /// What the rule says of the pair. Constant time but for the size of vocabularies and wishes.
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_>;

    /// What else stands in the way beside what the verdict names, in the rule's order: further checks, training,
    /// capabilities.
    fn further(&self, _mentee: usize, _mentor: usize) -> Vec<Verdict<'_>> {
        Vec::new()
    }

    /// What the verdict turns on, so that many pairs can be answered at once; see [`crowd`].
    fn looks(&self) -> Looks<'_>;

    /// Whether the rule could object to any pair of the programme. One that could not need not be asked while screening.
    fn could_object(&self) -> bool {
        true
    }
}

/// What a rule looks at, and at nothing else.
enum Looks<'r> {
    /// The mentor alone.
    Mentor,
    /// Both people's answers to these attributes.
    Answers(Vec<AttributeKey>),
    /// What kinds of people the two are, as the rule itself tells them apart.
    Kinds(&'r Kinds),
    /// What is on record about the two.
    Records(Records<'r>),
    /// Both people's weeks.
    Hours(&'r time_overlap::TimeOverlap<'r>),
    /// Both people's first and last days.
    Days(&'r dates_overlap::DatesOverlap<'r>),
    /// Both people's places, how far they go and how they meet.
    Travel(&'r travel::Travel<'r>),
    /// Both people's hard wishes, and what these are about.
    Wishes(&'r preferences::Preferences<'r>),
}

/// Where a rule of records says anything.
#[derive(Debug)]
struct Records<'r> {
    /// Mentees and mentors whose pairs get the usual verdict, but for those listed.
    mentees: Vec<usize>,
    /// The same.
    mentors: Vec<usize>,
    /// That verdict.
    usual: Verdict<'r>,
    /// Pairs that have to be asked about. All others that the people above are not in are eligible.
    pairs: Vec<(usize, usize)>,
}

impl Records<'_> {
    /// Nobody but these pairs.
    const fn of_pairs(pairs: Vec<(usize, usize)>) -> Self {
        Self { mentees: Vec::new(), mentors: Vec::new(), usual: Verdict::Eligible, pairs }
    }
}

/// All rules of a programme, in its order.
pub struct Rules<'a> {
    rules: Vec<Box<dyn Rule + 'a>>,
    /// Order in which screening asks: the cheap and refusing first.
    screening: Vec<usize>,
}

impl std::fmt::Debug for Rules<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Rules").field("rules", &self.rules.len()).finish_non_exhaustive()
    }
}

impl<'a> Rules<'a> {
    /// The rules of the compiled programme. Time linear in people.
    pub fn new(compiled: &'a Compiled<'a>) -> Self {
        let build = |kind: &'a RuleKind| -> Box<dyn Rule + 'a> {
            match kind {
                RuleKind::Themselves => Box::new(themselves::Themselves::new(compiled)),
                RuleKind::Exclusions => Box::new(exclusions::Exclusions::new(compiled)),
                RuleKind::KnownTo => Box::new(known_to::KnownTo::new(compiled)),
                RuleKind::Role => Box::new(role::Role::new(compiled)),
                RuleKind::Checks { required, until } => Box::new(checks::Checks::new(compiled, required, *until)),
                RuleKind::ActivityChecks { activity, until } => {
                    Box::new(activity_checks::ActivityChecks::new(compiled, activity, *until))
                }
                RuleKind::Training { required } => Box::new(training::Training::new(compiled, required)),
                RuleKind::Preferences => Box::new(preferences::Preferences::new(compiled)),
                RuleKind::PastPairs => Box::new(past_pairs::PastPairs::new(compiled)),
                RuleKind::Decisions => Box::new(decisions::Decisions::new(compiled)),
                RuleKind::Goals => Box::new(goals::Goals::new(compiled)),
                RuleKind::DeliveryMethod { unknown } => {
                    Box::new(delivery_method::DeliveryMethod::new(compiled, *unknown))
                }
                RuleKind::DeliveryModel { unknown } => Box::new(delivery_model::DeliveryModel::new(compiled, *unknown)),
                RuleKind::DatesOverlap { minimum_days, before_transition, unknown } => {
                    let asked = (*minimum_days, *before_transition);
                    Box::new(dates_overlap::DatesOverlap::new(compiled, asked, *unknown))
                }
                RuleKind::TimeOverlap { half_hours, unknown } => {
                    Box::new(time_overlap::TimeOverlap::new(compiled, *half_hours, *unknown))
                }
                RuleKind::SharedLanguage { unknown } => {
                    Box::new(shared_language::SharedLanguage::new(compiled, *unknown))
                }
                RuleKind::Travel { who, max_km, unknown } => {
                    Box::new(travel::Travel::new(compiled, *who, *max_km, *unknown))
                }
                RuleKind::AgeBounds { mentor, mentee, difference, unknown } => {
                    let bounds = age_bounds::AgeBounds::new(compiled, *mentor, *mentee, *difference, *unknown);
                    Box::new(bounds)
                }
                RuleKind::Hours { unknown } => Box::new(hours::Hours::new(compiled, *unknown)),
                RuleKind::Contact { unknown } => Box::new(contact::Contact::new(compiled, *unknown)),
                RuleKind::CoLocation { unknown } => Box::new(co_location::CoLocation::new(compiled, *unknown)),
                RuleKind::CarerConsent { under } => Box::new(carer_consent::CarerConsent::new(compiled, *under)),
                RuleKind::Capabilities { table, unknown } => {
                    Box::new(capabilities::Capabilities::new(compiled, table, *unknown))
                }
                RuleKind::Programme { unknown, .. } => Box::new(programme::Programme::new(compiled, *unknown)),
                RuleKind::AttributeBounds { attribute, relation, difference, mentor, mentee, unknown } => {
                    let bounds = (*mentor, *mentee, *difference);
                    let rule = attribute_bounds::AttributeBounds::new(compiled, attribute, *relation, bounds, *unknown);
                    Box::new(rule)
                }
            }
        };
        let kinds = || compiled.matching.rules.iter().map(|rule| &rule.kind);
        // Each goes over all people, so they are laid out side by side.
        let rules: Vec<Box<dyn Rule + 'a>> = compiled.matching.rules.par_iter().map(|rule| build(&rule.kind)).collect();
        let objecting = rules.iter().enumerate().filter(|(_, rule)| rule.could_object());
        let mut screening: Vec<usize> = objecting.map(|(at, _)| at).collect();
        let cost = |kind: &RuleKind| match kind {
            RuleKind::Checks { .. }
            | RuleKind::Training { .. }
            | RuleKind::Themselves
            | RuleKind::Role
            | RuleKind::Goals => 0,
            RuleKind::ActivityChecks { .. }
            | RuleKind::CoLocation { .. }
            | RuleKind::CarerConsent { .. }
            | RuleKind::Capabilities { .. }
            | RuleKind::Programme { .. }
            | RuleKind::AttributeBounds { .. }
            | RuleKind::AgeBounds { .. }
            | RuleKind::Hours { .. }
            | RuleKind::Contact { .. }
            | RuleKind::DeliveryMethod { .. }
            | RuleKind::DeliveryModel { .. }
            | RuleKind::DatesOverlap { .. } => 1,
            RuleKind::SharedLanguage { .. }
            | RuleKind::Travel { .. }
            | RuleKind::Exclusions
            | RuleKind::KnownTo
            | RuleKind::PastPairs
            | RuleKind::Decisions => 2,
            RuleKind::Preferences | RuleKind::TimeOverlap { .. } => 3,
        };
        let costs: Vec<i32> = kinds().map(cost).collect();
        screening.sort_by_key(|rule| costs.get(*rule).copied());
        Self { rules, screening }
    }

    /// Whether every rule allows the pair; stops at the first that does not.
    pub fn allow(&self, mentee: usize, mentor: usize) -> bool {
        let mut rules = self.screening.iter().filter_map(|rule| self.rules.get(*rule));
        rules.all(|rule| rule.verdict(mentee, mentor).is_eligible())
    }

    /// Whether every rule allows a mentee's pairs with all of some mentors. The same as asking pair by pair, rule by rule
    /// for all of them, which is quicker.
    pub(crate) fn allow_all(&self, mentee: usize, mentors: &[usize]) -> bool {
        let mut rules = self.screening.iter().filter_map(|rule| self.rules.get(*rule));
        rules.all(|rule| mentors.iter().all(|mentor| rule.verdict(mentee, *mentor).is_eligible()))
    }

    /// Whether one rule allows the pair.
    pub(crate) fn one_allows(&self, rule: usize, mentee: usize, mentor: usize) -> bool {
        self.rules.get(rule).is_none_or(|rule| rule.verdict(mentee, mentor).is_eligible())
    }

    /// The kinds of people that one rule tells apart, where it does so itself.
    pub(crate) fn kinds(&self, rule: usize) -> Option<&Kinds> {
        match self.rules.get(rule)?.looks() {
            Looks::Kinds(kinds) => Some(kinds),
            _ => None,
        }
    }

    /// The rules that could object to some pair, by their place in the programme, the cheap and refusing first.
    pub(crate) fn objecting(&self) -> &[usize] {
        &self.screening
    }

    /// What stands in the way beside what each rule's verdict names, in the programme's order.
    pub(crate) fn further(&self, mentee: usize, mentor: usize) -> impl Iterator<Item = Vec<Verdict<'_>>> {
        self.rules.iter().map(move |rule| rule.further(mentee, mentor))
    }

    /// What every rule says of the pair, in the programme's order.
    pub fn verdicts(&self, mentee: usize, mentor: usize) -> impl Iterator<Item = Verdict<'_>> {
        self.rules.iter().map(move |rule| rule.verdict(mentee, mentor))
    }
}

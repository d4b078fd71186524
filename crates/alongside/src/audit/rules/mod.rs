//! What each rule says of a pair.

mod age_bounds;
mod attribute_bounds;
mod checks;
mod common;
mod exclusions;
mod preferences;
mod record;
mod time_overlap;
mod training;
mod travel;

use super::pairing::Pair;
use crate::domain::{Matching, Rule, RuleKind, UnknownData};
use crate::outcome::Obstacle;

/// What stands in the way, and the check, training item or attribute it is about.
pub(super) type Objection<'a> = (Obstacle, Option<&'a str>);

/// What one rule says of one pair.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict<'a> {
    Eligible,
    Refused(Objection<'a>),
    NeedsCheck(Objection<'a>),
}

impl<'a> Verdict<'a> {
    /// A refusal about nothing in particular.
    fn refused(obstacle: Obstacle) -> Self {
        Self::Refused((obstacle, None))
    }

    /// A blank, as the rule's setting takes it.
    fn blank(unknown: UnknownData, about: &'a str) -> Self {
        match unknown {
            UnknownData::NeedsCheck => Self::NeedsCheck((Obstacle::Blank, Some(about))),
            UnknownData::Allow => Self::Eligible,
        }
    }

    /// What a rule says that looks at several things: the first refusal, else the first that needs a check.
    fn of_several(each: impl Iterator<Item = Self>) -> Self {
        let mut open = Self::Eligible;
        for verdict in each {
            match verdict {
                Self::Refused(_) => return verdict,
                Self::NeedsCheck(_) if open == Self::Eligible => open = verdict,
                Self::NeedsCheck(_) | Self::Eligible => {}
            }
        }
        open
    }
}

/// Asks the rule of the pair.
pub(super) fn ask<'a>(matching: &'a Matching, rule: &'a Rule, pair: Pair<'a>) -> Verdict<'a> {
    match &rule.kind {
        RuleKind::Themselves => exclusions::ask_self(pair),
        RuleKind::Exclusions => exclusions::ask(pair),
        RuleKind::Checks { required, .. } => checks::ask(required, matching.as_of, matching.planned_until, pair.mentor),
        RuleKind::Training { required } => training::ask(required, matching.as_of, pair.mentor),
        RuleKind::Preferences => preferences::ask(matching, pair),
        RuleKind::DeliveryMethod { unknown } => common::ask("delivery_methods", *unknown, pair),
        RuleKind::SharedLanguage { unknown } => common::ask("languages", *unknown, pair),
        RuleKind::TimeOverlap { half_hours, unknown } => time_overlap::ask(*half_hours, *unknown, pair),
        RuleKind::Travel { who, max_km, unknown } => travel::ask(*who, *max_km, *unknown, pair),
        RuleKind::AgeBounds { mentor, mentee, difference, unknown } => {
            age_bounds::ask(mentor, mentee, difference, *unknown, pair)
        }
        RuleKind::AttributeBounds { attribute, relation, difference, mentor, mentee, unknown } => {
            attribute_bounds::ask(attribute.as_str(), *relation, [mentor, mentee, difference], *unknown, pair)
        }
    }
}

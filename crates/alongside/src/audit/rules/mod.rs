//! What each rule says of a pair.

mod activity_checks;
mod age_bounds;
mod attribute_bounds;
mod capabilities;
mod carer_consent;
mod checks;
mod co_location;
mod common;
mod dates_overlap;
mod delivery_method;
mod enough;
mod exclusions;
mod goals;
mod known_to;
mod preferences;
mod programme;
mod record;
mod records;
mod role;
mod time_overlap;
mod training;
mod travel;

pub(super) use record::{records, valid_on};
pub(super) use travel::in_person;

use super::pairing::Pair;
use super::settled::Settled;
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
pub(super) fn ask<'a>(matching: &'a Matching, settled: &Settled<'_>, rule: &'a Rule, pair: Pair<'a>) -> Verdict<'a> {
    match &rule.kind {
        RuleKind::Themselves => exclusions::ask_self(pair),
        RuleKind::Exclusions => exclusions::ask(pair),
        RuleKind::KnownTo => known_to::ask(matching, pair),
        RuleKind::Role => role::ask(pair),
        RuleKind::Checks { required, .. } => checks::ask(required, matching.as_of, matching.planned_until, pair.mentor),
        RuleKind::ActivityChecks { activity, .. } => activity_checks::ask(activity, matching, pair),
        RuleKind::Training { required } => training::ask(required, matching.as_of, pair.mentor),
        RuleKind::Preferences => preferences::ask(matching, pair),
        RuleKind::DeliveryMethod { unknown } => delivery_method::ask(matching, *unknown, pair),
        RuleKind::SharedLanguage { unknown } => common::ask(matching, "languages", *unknown, pair),
        RuleKind::Hours { unknown } => enough::ask("hours_per_week", *unknown, pair),
        RuleKind::Contact { unknown } => {
            let channels = common::ask(matching, "contact_channels", *unknown, pair);
            let times = match common::ask(matching, "contact_times", UnknownData::Allow, pair) {
                Verdict::Refused((obstacle, _)) => Verdict::Refused((obstacle, Some("contact_times"))),
                _ => Verdict::Eligible,
            };
            Verdict::of_several([channels, times, enough::ask("contacts_per_week", *unknown, pair)].into_iter())
        }
        RuleKind::PastPairs => records::ask_past(settled, pair),
        RuleKind::Decisions => records::ask_decisions(settled, pair),
        RuleKind::Goals => goals::ask(settled, pair),
        RuleKind::DeliveryModel { unknown } => common::ask(matching, "delivery_models", *unknown, pair),
        RuleKind::DatesOverlap { minimum_days, before_transition, unknown } => {
            let period = [matching.as_of, matching.planned_until];
            dates_overlap::ask(period, (*minimum_days, *before_transition), *unknown, pair)
        }
        RuleKind::TimeOverlap { half_hours, unknown } => time_overlap::ask(*half_hours, *unknown, pair),
        RuleKind::Travel { who, max_km, unknown } => travel::ask(matching, *who, *max_km, *unknown, pair),
        RuleKind::AgeBounds { mentor, mentee, difference, unknown } => {
            age_bounds::ask(mentor, mentee, difference, *unknown, pair)
        }
        RuleKind::CoLocation { unknown } => co_location::ask(*unknown, pair),
        RuleKind::CarerConsent { under } => carer_consent::ask(*under, pair),
        RuleKind::Capabilities { table, unknown } => capabilities::ask(matching, table, *unknown, pair),
        RuleKind::Programme { unknown, .. } => programme::ask(matching, *unknown, pair),
        RuleKind::AttributeBounds { attribute, relation, difference, mentor, mentee, unknown } => {
            let bounds = [mentor, mentee, difference];
            attribute_bounds::ask(matching, attribute.as_str(), *relation, bounds, *unknown, pair)
        }
    }
}

//! The tiers that mentees stand in and the grounds for them, worked out again.

use super::calendar::day_number;
use super::finding::{Finding, FindingCode};
use crate::domain::{Answer, AttributeKey, GroundKind, Matching, Mentee, Want};
use crate::outcome::GroundReport;
use std::sync::Arc;

/// The mentee's tier: the one given to them, the last where there is none, unless a ground gives an earlier one; and
/// the first of the grounds that give the earliest.
pub(super) fn tier_of<'a>(matching: &'a Matching, mentee: &Mentee) -> (u8, Option<&'a Arc<str>>) {
    let stated = mentee.stated_tier.unwrap_or(matching.aim.tiers);
    let holding = matching.priority.iter().filter(|ground| holds(matching, &ground.kind, mentee));
    // Of equals, min_by_key keeps the first.
    match holding.min_by_key(|ground| ground.tier) {
        Some(ground) if ground.tier < stated => (ground.tier, Some(&ground.id)),
        _ => (stated, None),
    }
}

fn holds(matching: &Matching, kind: &GroundKind, mentee: &Mentee) -> bool {
    let today = day_number(matching.as_of);
    match kind {
        GroundKind::Promise { promised_days, within_days } => mentee.waiting_since.is_some_and(|since| {
            let waited = (today - day_number(since)).max(0);
            waited + i64::from(*within_days) >= i64::from(*promised_days)
        }),
        GroundKind::Soon { attribute, within_days } => match mentee.person.answers.get(attribute) {
            Some(Answer::Date(day)) => {
                let ahead = day_number(*day) - today;
                ahead >= 0 && ahead <= i64::from(*within_days)
            }
            _ => false,
        },
        GroundKind::Answer { attribute, want } => {
            let Some(answer) = mentee.person.answers.get(attribute) else { return false };
            answers(matching, attribute, want, answer)
        }
    }
}

/// Whether an answer is what is named, or stands below it, or lies in its range.
pub(super) fn answers(matching: &Matching, attribute: &AttributeKey, want: &Want, answer: &Answer) -> bool {
    match (want, answer) {
        (Want::AnyOf(wanted), Answer::Tags(_) | Answer::OneOf(_)) => {
            let Some(declared) = matching.attributes.get(attribute) else { return false };
            let meant = |term: &Arc<str>| declared.vocabulary.synonyms.get(term).unwrap_or(term).clone();
            let mut stands_for: Vec<Arc<str>> = answer.terms().map(meant).collect();
            let mut at = 0;
            while let Some(term) = stands_for.get(at).cloned() {
                at += 1;
                for broader in declared.vocabulary.parents.get(&term).into_iter().flatten() {
                    if !stands_for.contains(broader) {
                        stands_for.push(broader.clone());
                    }
                }
            }
            wanted.iter().any(|term| stands_for.contains(&meant(term)))
        }
        (Want::Range { min, max }, Answer::Level(_) | Answer::Number(_) | Answer::Date(_)) => {
            let place = match answer {
                Answer::Level(level) => i64::from(*level),
                Answer::Number(number) => number.0,
                Answer::Date(day) => day_number(*day),
                Answer::Tags(_) | Answer::OneOf(_) => return false,
            };
            min.is_none_or(|min| min <= place) && max.is_none_or(|max| place <= max)
        }
        _ => false,
    }
}

/// Compares what is said of one mentee's tier.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    matching: &Matching,
    mentee: &Mentee,
    (tier, by): (u8, &Option<Arc<str>>),
) {
    let (derived, ground) = tier_of(matching, mentee);
    if tier != derived {
        findings.push(Finding::number(FindingCode::Tier, "tier", tier, derived));
    }
    if by.as_ref() != ground {
        let message = "the ground that gives the mentee their tier is another one, or none";
        findings.push(Finding::new(FindingCode::Tier, message).about("tier_by"));
    }
}

/// The grounds in force, as an outcome has them.
pub(super) fn grounds(matching: &Matching) -> Vec<GroundReport> {
    let by: Vec<_> = matching.mentees.iter().filter_map(|mentee| tier_of(matching, mentee).1).collect();
    let report = |ground: &crate::domain::Ground| GroundReport {
        id: ground.id.clone(),
        tier: ground.tier,
        why: ground.why.clone(),
        attribute: match &ground.kind {
            GroundKind::Answer { attribute, .. } | GroundKind::Soon { attribute, .. } => {
                Some(attribute.as_str().to_owned())
            }
            GroundKind::Promise { .. } => None,
        },
        promised_days: match &ground.kind {
            GroundKind::Promise { promised_days, .. } => Some(*promised_days),
            _ => None,
        },
        mentees: by.iter().filter(|id| ***id == ground.id).count(),
    };
    matching.priority.iter().map(report).collect()
}

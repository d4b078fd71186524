//! Every wish of a proposed pair and what became of it.

use super::checked::Checked;
use super::facts::{level_word, printed};
use super::finding::{Finding, FindingCode};
use super::pairing::{MENTEE_FIRST, Pair};
use super::wish::{holds, met};
use crate::domain::{AttributeKind, Date, Matching, Milli, Preference, Want};
use crate::outcome::WishResult;

/// Compares the wishes: the mentee's, then the mentor's, each side's in order.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    matching: &Matching,
    pair: Pair<'_>,
    stated: &[WishResult],
) {
    let derived = derive(matching, pair);
    if stated.len() != derived.len() {
        let finding = Finding::number(FindingCode::Wishes, "number of wishes", stated.len(), derived.len());
        findings.push(finding);
    }
    for (stated, derived) in stated.iter().zip(derived) {
        checked.wishes += 1;
        if *stated != derived {
            let message = "the wish, or what became of it, is another one";
            findings.push(Finding::new(FindingCode::Wishes, message).about(derived.attribute));
        }
    }
}

/// Every wish of the pair, as an outcome has it.
pub(super) fn derive(matching: &Matching, pair: Pair<'_>) -> Vec<WishResult> {
    let mut results = Vec::new();
    for side in MENTEE_FIRST {
        for wish in &pair.person(side).preferences {
            results.push(WishResult {
                side,
                attribute: wish.attribute.as_str().to_owned(),
                strength: wish.strength,
                want: print(matching, wish),
                met: met(wish, holds(matching, wish, side, pair)),
            });
        }
    }
    results
}

pub(super) fn print(matching: &Matching, wish: &Preference) -> String {
    let key = &wish.attribute;
    let end = |at: i64| match matching.attributes.get(key).map(|attribute| &attribute.kind) {
        Some(AttributeKind::Level(_)) => level_word(matching, key, at)
            .map_or_else(|| at.to_string(), |word| printed(matching, key, word).to_string()),
        Some(AttributeKind::Number) => Milli(at).to_string(),
        Some(AttributeKind::Date) => day_printed(at),
        _ => at.to_string(),
    };
    match &wish.want {
        Want::Same => "same".to_owned(),
        Want::Different => "different".to_owned(),
        Want::AnyOf(terms) => {
            let labels: Vec<&str> = terms.iter().map(|term| &**printed(matching, key, term)).collect();
            labels.join(" or ")
        }
        Want::Range { min: Some(min), max: Some(max) } if min == max => end(*min),
        Want::Range { min: Some(min), max: Some(max) } => format!("{} to {}", end(*min), end(*max)),
        Want::Range { min: Some(min), max: None } => format!("{} or more", end(*min)),
        Want::Range { min: None, max: Some(max) } => format!("{} or less", end(*max)),
        Want::Range { min: None, max: None } => "any".to_owned(),
    }
}

/// The day of that number in print, as `2026-11-21`; the number where no calendar reaches.
fn day_printed(days: i64) -> String {
    let epoch = Date::constant(1970, 1, 1);
    let date = i32::try_from(days).ok().and_then(|days| epoch.checked_add(jiff::Span::new().try_days(days).ok()?).ok());
    date.map_or_else(|| days.to_string(), |date| date.to_string())
}

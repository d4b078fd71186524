//! What the rules said of everybody on the other side.

use super::text::{count, shown};
use alongside::domain::Support;
use alongside::outcome::{Asked, Refusals};

/// How the people of the other side divide, in one line; `other` is what one of them is called.
pub(crate) fn division(asked: &Asked, other: &str) -> String {
    let parts = [
        (asked.refused, "refused by a rule"),
        (asked.needs_check, "to be checked first"),
        (asked.below_floor, "below the floor"),
        (asked.settled, "with a pair or on hold"),
        (asked.without_place, "without a place to give"),
        (asked.candidates, "possible"),
    ];
    let parts: Vec<String> =
        parts.iter().filter(|(people, _)| *people > 0).map(|(people, what)| format!("{people} {what}")).collect();
    format!("of {}: {}", count(asked.all as u64, other), parts.join(", "))
}

/// The rules that stand in the way most, the rest as a count.
pub(crate) fn foremost(reasons: &[Refusals], most: usize) -> Vec<String> {
    let mut order: Vec<&Refusals> = reasons.iter().collect();
    order.sort_by_key(|reason| std::cmp::Reverse((reason.alone, reason.refused + reason.needs_check)));
    let told = |one: &&Refusals| {
        let lacking = one.lacking();
        let lacking = if lacking.is_empty() { String::new() } else { format!(" ({})", lacking.join(", ")) };
        shown(&format!("{}{lacking}", one.words())).into_owned()
    };
    let mut lines: Vec<String> = order.iter().take(most).map(told).collect();
    let rest = reasons.len().saturating_sub(most);
    if rest > 0 {
        lines.push(format!("and {}", count(rest as u64, "other rule")));
    }
    lines
}

/// Every rule with every obstacle, in order of rules.
pub(crate) fn every(reasons: &[Refusals], support: Support) -> Vec<String> {
    let mut lines = Vec::new();
    for reason in reasons {
        lines.push(format!("  {}", shown(&reason.words())));
        for detail in &reason.details {
            let words = detail.obstacle.words(detail.about.as_deref(), support);
            lines.push(format!("    {}: {}", detail.people, shown(&words)));
        }
    }
    lines
}

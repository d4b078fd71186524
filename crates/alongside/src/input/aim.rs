//! What the matching is to achieve.

use super::Node;
use super::keys::AIM;
use super::reader::{Source, TableReader, suggestion};
use crate::domain::{Aim, Criterion, MAX_TIERS, POINTS_SCALE};
use crate::issue::{IssueCode, Issues};

/// The aim, and nothing but defaults where there is none.
pub(crate) fn read_aim(source: &Source, node: Option<&Node>, criteria: &[Criterion], issues: &mut Issues) -> Aim {
    let mut aim = Aim { tiers: 1, first: Vec::new(), floor: 0 };
    let Some(table) = node.and_then(|node| TableReader::new(source, "aim", node, &AIM, issues)) else { return aim };
    let tiers = table.integer("tiers", 1..=i64::from(MAX_TIERS), issues);
    aim.tiers = tiers.and_then(|tiers| u8::try_from(tiers).ok()).unwrap_or(1);
    for id in table.texts("first", issues) {
        match criteria.iter().position(|criterion| *criterion.id == *id) {
            Some(at) if aim.first.contains(&at) => {
                let message = "a criterion stands in `first` twice";
                issues.push(IssueCode::DuplicateName, table.place("first"), message, "keep the earlier one");
            }
            Some(at) => aim.first.push(at),
            None => {
                let message = "`first` names an id that no criterion has";
                let remedy = suggestion(id, criteria.iter().map(|criterion| &*criterion.id));
                issues.push(IssueCode::UnknownValue, table.place("first"), message, remedy);
            }
        }
    }
    if aim.first.len() > crate::solve::problem::MAX_LEVELS - 2 {
        let message = format!("more than {} criteria stand before total fit", crate::solve::problem::MAX_LEVELS - 2);
        issues.push(IssueCode::LimitExceeded, table.place("first"), message, "keep the most important ones");
    }
    let most = criteria.iter().map(|criterion| criterion.weight * POINTS_SCALE).sum();
    aim.floor = table.integer("floor", 0..=i64::MAX, issues).unwrap_or(0);
    if aim.floor > most {
        let message = format!("the floor lies above the most that a pair's fit can be, {most}");
        issues.push(IssueCode::BadSetting, table.place("floor"), message, "lower it: nobody could be matched");
    }
    aim
}

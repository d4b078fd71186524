//! What ways of meeting need: a way that needs what somebody does not have is not one of theirs.

use super::Node;
use super::keys::DELIVERY;
use super::people::ReadPerson;
use super::reader::{Source, TableReader, suggestion};
use crate::domain::{Answer, AttributeKey, Side, TermSet};
use crate::issue::{IssueCode, Issues};

/// What the telephone can need, and what the internet can.
const CAN_NEED: [(&str, &str, &[&str]); 2] =
    [("telephone_needs", "telephone", &["phone", "hearing_access"]), ("internet_needs", "internet", &["device"])];

/// What the programme's ways of meeting need.
#[derive(Debug, Default)]
pub(crate) struct Delivery {
    /// Way of meeting, and the attribute that must not be `no`.
    needs: Vec<(&'static str, &'static str)>,
    /// Thousandths of years below which a mentee meets online only under supervision.
    supervised_under: Option<i64>,
}

impl Delivery {
    /// Reads `delivery`; nothing is needed where it is absent.
    pub(crate) fn read(source: &Source, node: Option<&Node>, issues: &mut Issues) -> Self {
        let mut read = Self::default();
        let table = node.and_then(|node| TableReader::new(source, "delivery", node, &DELIVERY, issues));
        let Some(table) = table else { return read };
        for (key, way, can) in CAN_NEED {
            for word in table.texts(key, issues) {
                if let Some(needed) = can.iter().find(|needed| **needed == word) {
                    read.needs.push((way, needed));
                } else {
                    let message = format!("`{key}` has a word that it cannot have");
                    issues.push(
                        IssueCode::UnknownValue,
                        table.place(key),
                        message,
                        suggestion(word, can.iter().copied()),
                    );
                }
            }
        }
        let years = table.integer("online_supervision_under", 1..=130, issues);
        read.supervised_under = years.map(|years| years * 1000);
        read
    }

    /// Takes the ways out that cannot be, and tells how many people have none left, which then counts as not known.
    /// Where a rule lets blanks through, `blanks_pass`, that would match them in a way that is not possible: refused.
    pub(crate) fn apply(&self, side: Side, blanks_pass: bool, people: &mut [ReadPerson], issues: &mut Issues) {
        if self.needs.is_empty() && self.supervised_under.is_none() {
            return;
        }
        let methods = AttributeKey::new("delivery_methods");
        let (mut none_left, mut place) = (0_usize, None);
        for read in people {
            let answers = &read.person.answers;
            let said = |attribute: &str| match answers.get(attribute) {
                Some(Answer::OneOf(word)) => Some(**word == *"yes"),
                _ => None,
            };
            let mut impossible: Vec<&str> =
                self.needs.iter().filter(|(_, needed)| said(needed) == Some(false)).map(|(way, _)| *way).collect();
            let age = answers.get("age").and_then(Answer::position);
            let young =
                side == Side::Mentee && self.supervised_under.is_some_and(|under| age.is_none_or(|age| age < under));
            if young && said("online_supervision") != Some(true) {
                impossible.push("internet");
            }
            let Some(Answer::Tags(ways)) = answers.get(&methods) else { continue };
            let left: TermSet = ways.iter().filter(|way| !impossible.contains(&&***way)).cloned().collect();
            if left.len() == ways.len() {
                continue;
            }
            if left.is_empty() {
                read.person.answers.remove(&methods);
                none_left += 1;
                place.get_or_insert_with(|| read.place.clone());
            } else {
                read.person.answers.insert(methods.clone(), Answer::Tags(left));
            }
        }
        if let Some(mut place) = place {
            (place.row, place.line, place.path) = (None, None, Some(side.plural().to_owned()));
            let message =
                format!("{none_left} of the {} accept no way of meeting that is possible for them", side.plural());
            let remedy = "ask which other way would do; until then it counts as not known";
            if blanks_pass {
                let message = format!(
                    "{none_left} of the {} have no possible way of meeting left, and `delivery_method` lets blanks through",
                    side.plural()
                );
                let remedy = "take `unknown = \"allow\"` out of the rule `delivery_method`, or see to what they lack";
                issues.push(IssueCode::BadSetting, place.clone(), message, remedy);
            }
            issues.push(IssueCode::NoWayLeft, place, message, remedy);
        }
    }
}

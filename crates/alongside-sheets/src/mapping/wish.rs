//! Wishes and consents that stand in columns of their own.

use super::at::At;
use super::columns::Columns;
use super::condition::Condition;
use super::fold::Translations;
use super::shape::{Shape, Spot};
use crate::read::{Cells, Header};
use crate::report::Report;
use alongside::input::{ConsentConfig, Node, PreferenceConfig};
use std::sync::Arc;

/// One wish.
#[derive(Debug)]
pub(crate) struct WishPlan {
    attribute: String,
    strength: &'static str,
    column: Option<usize>,
    value: Option<Node>,
    shape: Shape,
    when: Option<Condition>,
    /// The condition's column is not in the sheet, which is told.
    lost: bool,
}

impl WishPlan {
    pub(crate) fn of(field: &Arc<str>, config: &PreferenceConfig, columns: &mut Columns<'_>) -> Self {
        let column = config.column.as_deref().and_then(|header| columns.find(header, field, &config.place));
        let when = config.when.as_ref().and_then(|when| Condition::of(when, field, columns));
        let lost = config.when.is_some() && when.is_none();
        let values = Translations::new(&config.values, &config.place, columns.report);
        let shape = Shape::plain(&config.separators, values);
        let value = config.value.as_deref().and_then(|value| {
            let mut buffer = String::new();
            let mut at = At { row: 0, header: columns.header, buffer: &mut buffer, report: columns.report };
            shape.node(value, &Spot { field, columns: &[] }, &mut at)
        });
        let (attribute, strength) = (config.attribute.clone(), config.strength.name());
        Self { attribute, strength, column, value, shape, when, lost }
    }

    /// The wish as this row has it; none when it is blank or its condition does not hold.
    pub(crate) fn node(&self, cells: Cells<'_>, field: &Arc<str>, at: &mut At<'_>) -> Option<Node> {
        if self.lost || self.when.as_ref().is_some_and(|when| !when.holds(cells, at.buffer)) {
            return None;
        }
        let value = match self.column {
            Some(column) => self.shape.node(&cells.trimmed(column), &Spot { field, columns: &[column] }, at)?,
            None => self.value.clone()?,
        };
        let (attribute, strength) = (Node::text(&self.attribute), Node::text(self.strength));
        Some(Node::table([("attribute", attribute), ("strength", strength), ("value", value)]))
    }

    /// Notes a condition that no row met.
    pub(crate) fn check(&self, header: &Header, report: &mut Report) {
        self.when.iter().for_each(|when| when.check(header.labels(), report));
    }
}

/// One consent.
#[derive(Debug)]
pub(crate) struct ConsentPlan {
    attribute: String,
    given: Option<Condition>,
    withdrawn: Option<usize>,
}

impl ConsentPlan {
    pub(crate) fn of(given: &Arc<str>, gone: &Arc<str>, config: &ConsentConfig, columns: &mut Columns<'_>) -> Self {
        let column = columns.find(&config.column, given, &config.place);
        let given = column.map(|column| Condition::on(column, &config.is, config.place.clone()));
        let withdrawn = config.withdrawn.as_deref().and_then(|header| columns.find(header, gone, &config.place));
        Self { attribute: config.attribute.clone(), given, withdrawn }
    }

    /// The consent, if this row gives it.
    pub(crate) fn given(&self, cells: Cells<'_>, buffer: &mut String) -> Option<Node> {
        self.given.as_ref()?.holds(cells, buffer).then(|| Node::text(&self.attribute))
    }

    /// Notes an answer that no row gives.
    pub(crate) fn check(&self, header: &Header, report: &mut Report) {
        self.given.iter().for_each(|given| given.check(header.labels(), report));
    }

    /// The withdrawal, if the row has one: whatever fills the cell, with the date if that is what it is.
    pub(crate) fn withdrawn(&self, cells: Cells<'_>) -> Option<Node> {
        let cell = cells.trimmed(self.withdrawn?);
        match &*cell {
            "" => None,
            date if is_date(date) => Some(Node::text(format!("{} {date}", self.attribute))),
            _ => Some(Node::text(&self.attribute)),
        }
    }
}

/// Whether it looks like a date: three numbers with `-`, `/` or `.` between them.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['-', '/', '.']).collect();
    let number = |part: &&str| (1..=4).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
    parts.len() == 3 && parts.iter().all(number)
}

#[cfg(test)]
mod tests {
    use super::is_date;

    #[test]
    fn dates_are_told_from_remarks() {
        assert!(is_date("2026-01-31") && is_date("31/1/2026") && is_date("31.01.2026"));
        assert!(!is_date("yes") && !is_date("2026") && !is_date("31/01/2026 10:00") && !is_date("1-2-"));
    }
}

//! Wishes and consents that stand in columns of their own.

use super::columns::Columns;
use super::field::Shape;
use super::fold::{Translations, fold, fold_into};
use crate::read::Cells;
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
    when: Option<(usize, String)>,
}

impl WishPlan {
    pub(crate) fn of(field: &Arc<str>, config: &PreferenceConfig, columns: &mut Columns<'_>) -> Self {
        let mut find = |header: &str| columns.find(header, field, &config.place);
        let column = config.column.as_deref().and_then(&mut find);
        let when = config.when.as_ref().and_then(|(header, is)| Some((find(header)?, fold(is))));
        let values = Translations::new(&config.values, &config.place, columns.report);
        let shape = Shape { separator: config.separator.clone(), values, list: false };
        let value = config.value.as_deref().and_then(|value| shape.node(value, &mut String::new()));
        let (attribute, strength) = (config.attribute.clone(), config.strength.name());
        Self { attribute, strength, column, value, shape, when }
    }

    /// The wish as this row has it; none when it is blank or its condition does not hold.
    pub(crate) fn node(&self, cells: Cells<'_>, buffer: &mut String) -> Option<Node> {
        if let Some((column, is)) = &self.when {
            fold_into(&cells.cell(*column), buffer);
            if buffer != is {
                return None;
            }
        }
        let value = match self.column {
            Some(column) => self.shape.node(&cells.trimmed(column), buffer)?,
            None => self.value.clone()?,
        };
        let (attribute, strength) = (Node::text(&self.attribute), Node::text(self.strength));
        Some(Node::table([("attribute", attribute), ("strength", strength), ("value", value)]))
    }
}

/// One consent.
#[derive(Debug)]
pub(crate) struct ConsentPlan {
    attribute: String,
    column: Option<usize>,
    is: String,
    withdrawn: Option<usize>,
}

impl ConsentPlan {
    pub(crate) fn of(given: &Arc<str>, gone: &Arc<str>, config: &ConsentConfig, columns: &mut Columns<'_>) -> Self {
        let column = columns.find(&config.column, given, &config.place);
        let withdrawn = config.withdrawn.as_deref().and_then(|header| columns.find(header, gone, &config.place));
        Self { attribute: config.attribute.clone(), column, is: fold(&config.is), withdrawn }
    }

    /// The consent, if this row gives it.
    pub(crate) fn given(&self, cells: Cells<'_>, buffer: &mut String) -> Option<Node> {
        fold_into(&cells.cell(self.column?), buffer);
        (*buffer == self.is).then(|| Node::text(&self.attribute))
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

//! Values on an attribute's line, as a document writes them: a level's word, a number, a date.

use super::text::{parse_date, parse_number};
use super::{DateOrder, Node, Value};
use crate::domain::{Answer, AttributeKind, Milli, normalise_term};

/// Why a value has no place on the line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PositionFault {
    /// No word of the level's order.
    Level,
    /// No number within the limits.
    Number,
    /// No day.
    Date(super::text::DateFault),
    /// Another type of value, or an attribute without a line.
    Type,
}

/// The number in thousandths.
pub(crate) fn number_of(node: &Node) -> Option<Milli> {
    match &node.value {
        Value::Integer(number) => parse_number(&number.to_string()),
        // The shortest text that reads back as the same number: what the author wrote.
        Value::Decimal(number) => parse_number(&number.to_string()),
        Value::Text(text) => parse_number(text),
        _ => None,
    }
}

/// The answer on the line of an ordered attribute.
pub(crate) fn ordered_answer(node: &Node, kind: &AttributeKind, dates: DateOrder) -> Result<Answer, PositionFault> {
    match (kind, &node.value) {
        (AttributeKind::Level(order), Value::Text(text)) => {
            let word = normalise_term(text);
            let position = order.iter().position(|level| **level == *word).ok_or(PositionFault::Level)?;
            u16::try_from(position).map(Answer::Level).map_err(|_| PositionFault::Level)
        }
        (AttributeKind::Level(_), Value::Integer(number)) => {
            ordered_answer(&Node::text(number.to_string()), kind, dates)
        }
        (AttributeKind::Number, _) => number_of(node).map(Answer::Number).ok_or(PositionFault::Number),
        (AttributeKind::Date, Value::Date(date)) => Ok(Answer::Date(*date)),
        (AttributeKind::Date, Value::Text(text)) => {
            parse_date(text, dates).map(Answer::Date).map_err(PositionFault::Date)
        }
        _ => Err(PositionFault::Type),
    }
}

/// The position on the line, as [`Answer::position`] counts.
pub(crate) fn position_of(node: &Node, kind: &AttributeKind) -> Option<i64> {
    ordered_answer(node, kind, DateOrder::YearMonthDay).ok()?.position()
}

/// A difference of two positions: levels and days as whole numbers, numbers in thousandths.
pub(crate) fn difference_of(node: &Node, kind: &AttributeKind) -> Option<i64> {
    match (kind, &node.value) {
        (AttributeKind::Level(_) | AttributeKind::Date, Value::Integer(number)) => {
            (-100_000_000..=100_000_000).contains(number).then_some(*number)
        }
        (AttributeKind::Number, _) => number_of(node).map(|number| number.0),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_and_cells_name_the_same_positions() {
        let level = AttributeKind::Level(["aa".into(), "ao".into()].into());
        assert_eq!(position_of(&Node::text(" AO "), &level), Some(1));
        assert_eq!(position_of(&Node::text("EO"), &level), None);
        let day = crate::domain::days_from_epoch(jiff::civil::date(2026, 11, 21));
        assert_eq!(position_of(&Node::text("2026-11-21"), &AttributeKind::Date), Some(day));
        assert_eq!(position_of(&Node::new(Value::Decimal(2.5)), &AttributeKind::Number), Some(2500));
        assert_eq!(position_of(&Node::new(Value::Decimal(f64::NAN)), &AttributeKind::Number), None);
    }
}

//! What people answered.

use super::{Date, TermSet};
use std::fmt;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// A number in thousandths, so that arithmetic is exact and the same everywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Milli(pub i64);

impl fmt::Display for Milli {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (whole, part) = (self.0.unsigned_abs() / 1000, self.0.unsigned_abs() % 1000);
        if part == 0 {
            write!(f, "{sign}{whole}")
        } else {
            let digits = format!("{part:03}");
            write!(f, "{sign}{whole}.{}", digits.trim_end_matches('0'))
        }
    }
}

/// One answer. A blank is the absence of an answer: never a dislike and never a wish.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Answer {
    /// Normalised terms; never empty.
    Tags(TermSet),
    /// One normalised term.
    OneOf(Arc<str>),
    /// Position in the declared order, 0 for the lowest.
    Level(u16),
    /// A number.
    Number(Milli),
    /// A day.
    Date(Date),
}

impl Answer {
    /// Place on the attribute's line: the level's position, thousandths of a number, days of a date. None for terms.
    pub fn position(&self) -> Option<i64> {
        match self {
            Self::Tags(_) | Self::OneOf(_) => None,
            Self::Level(position) => Some(i64::from(*position)),
            Self::Number(number) => Some(number.0),
            Self::Date(date) => Some(days_from_epoch(*date)),
        }
    }

    /// The terms of the answer; none for ordered kinds.
    pub fn terms(&self) -> impl Iterator<Item = &Arc<str>> {
        let (many, one) = match self {
            Self::Tags(terms) => (Some(terms), None),
            Self::OneOf(term) => (None, Some(term)),
            Self::Level(_) | Self::Number(_) | Self::Date(_) => (None, None),
        };
        many.into_iter().flatten().chain(one)
    }
}

/// Days from 1970-01-01, negative before it.
pub fn days_from_epoch(date: Date) -> i64 {
    let epoch = jiff::civil::date(1970, 1, 1);
    (date - epoch).get_days().into()
}

/// The form in which terms are compared: Unicode form C, lower case, white space trimmed and run together.
pub fn normalise_term(text: &str) -> String {
    let lower = text.nfc().collect::<String>().to_lowercase();
    lower.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn milli_prints_as_a_person_writes() {
        let printed: Vec<_> = [0, 1500, -250, 12_000, 1].map(|n| Milli(n).to_string()).into();
        assert_eq!(printed, ["0", "1.5", "-0.25", "12", "0.001"]);
    }

    #[test]
    fn terms_meet_across_spellings() {
        assert_eq!(normalise_term("  Board\u{a0}  GAMES "), "board games");
        assert_eq!(normalise_term("Cafe\u{301}"), normalise_term("CAF\u{c9}"));
    }

    #[test]
    fn days_count_across_the_epoch() {
        assert_eq!(days_from_epoch(jiff::civil::date(1970, 1, 2)), 1);
        assert_eq!(days_from_epoch(jiff::civil::date(1969, 12, 31)), -1);
        assert_eq!(days_from_epoch(jiff::civil::date(2026, 11, 21)), 20_778);
    }
}

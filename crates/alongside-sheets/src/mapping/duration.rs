//! Lengths of time such as `3 years` or `1 year 6 months`.

use super::fold::fold;
use alongside::input::{DurationConfig, TimeUnit};
use std::collections::BTreeMap;

/// The words for units that need no declaration.
const WORDS: &[(&str, TimeUnit)] = &[
    ("day", TimeUnit::Days),
    ("days", TimeUnit::Days),
    ("week", TimeUnit::Weeks),
    ("weeks", TimeUnit::Weeks),
    ("wk", TimeUnit::Weeks),
    ("wks", TimeUnit::Weeks),
    ("month", TimeUnit::Months),
    ("months", TimeUnit::Months),
    ("mth", TimeUnit::Months),
    ("mths", TimeUnit::Months),
    ("year", TimeUnit::Years),
    ("years", TimeUnit::Years),
    ("yr", TimeUnit::Years),
    ("yrs", TimeUnit::Years),
];

/// Words between two parts of one length.
const AND: &[&str] = &["and", "&"];

/// Why a text is no length of time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Unread {
    /// Not numbers with units.
    Words,
    /// A number without a unit, where none is declared.
    NoUnit,
    /// From one length to another.
    Range,
    /// No end is given.
    Open,
    /// No whole number of thousandths of the unit asked for.
    Inexact,
}

impl Unread {
    /// What is wrong and what helps.
    pub(crate) const fn told(self) -> (&'static str, &'static str) {
        match self {
            Self::Words => (
                "not a length of time, such as `3 years` or `1 year 6 months`",
                "mend the cell, add its word to `units`, or translate it under `values`",
            ),
            Self::NoUnit => ("a number without a unit", "write `unit = \"years\"`, or whatever it counts"),
            Self::Range => (
                "a range of lengths, of which none is meant more than another",
                "mend the cell, or translate it under `values`",
            ),
            Self::Open => (
                "a length without an end",
                "write `at_least = true` where the least counts, or translate it under `values`",
            ),
            Self::Inexact => (
                "no exact number of the unit asked for",
                "ask for a smaller unit under `duration`, or translate the cell under `values`",
            ),
        }
    }
}

/// How lengths of time are read.
#[derive(Debug)]
pub(crate) struct Durations {
    unit: TimeUnit,
    plain: Option<TimeUnit>,
    words: BTreeMap<String, TimeUnit>,
    at_least: bool,
}

/// A number in thousandths, or a word.
#[derive(Debug)]
enum Piece<'t> {
    Number(u64),
    Word(&'t str),
}

impl Durations {
    pub(crate) fn of(config: &DurationConfig) -> Self {
        let usual = WORDS.iter().map(|(word, unit)| ((*word).to_owned(), *unit));
        let declared = config.words.iter().map(|(word, unit)| (fold(word), *unit));
        let words = usual.chain(declared).collect();
        Self { unit: config.unit, plain: config.plain, words, at_least: config.at_least }
    }

    /// The number of units that the text stands for, with at most three decimals. Time linear in the text.
    pub(crate) fn read(&self, text: &str) -> Result<String, Unread> {
        let mut text = fold(text);
        // `3+ years`, `3 years +`: a plus directly after a number, or at the end.
        if let Some(at) = text.find('+') {
            let before = text.get(..at).unwrap_or_default().trim_end();
            let after = text.get(at + 1..).unwrap_or_default().trim_start();
            let behind = before.ends_with(|c: char| c.is_ascii_digit()) || after.is_empty();
            let once = !after.contains('+') && !after.starts_with(|c: char| c.is_ascii_digit());
            if before.is_empty() || !behind || !once {
                return Err(Unread::Words);
            }
            if !self.at_least {
                return Err(Unread::Open);
            }
            text = format!("{before} {after}");
        }
        let pieces = pieces(&text)?;
        let mut thousandths: BTreeMap<TimeUnit, u64> = BTreeMap::new();
        let mut rest = pieces.as_slice();
        while let Some((first, behind)) = rest.split_first() {
            let Piece::Number(number) = first else { return Err(Unread::Words) };
            let (unit, behind) = match behind.split_first() {
                Some((Piece::Word(word), behind)) => (self.words.get(*word).copied().ok_or(Unread::Words)?, behind),
                None if pieces.len() == 1 => (self.plain.ok_or(Unread::NoUnit)?, behind),
                Some((Piece::Number(_), _)) | None => return Err(Unread::Words),
            };
            // The same unit twice is no way to write a length.
            if thousandths.insert(unit, *number).is_some() {
                return Err(Unread::Words);
            }
            rest = match behind.split_first() {
                Some((Piece::Word(word), more)) if AND.contains(word) && !more.is_empty() => more,
                _ => behind,
            };
        }
        if thousandths.is_empty() {
            return Err(Unread::Words);
        }
        let mut sum = 0_u64;
        for (unit, number) in thousandths {
            sum = converted(number, unit, self.unit).and_then(|more| sum.checked_add(more)).ok_or(Unread::Inexact)?;
        }
        Ok(decimal(sum))
    }
}

/// Numbers and words in order; `3years` is both.
fn pieces(text: &str) -> Result<Vec<Piece<'_>>, Unread> {
    let mut pieces = Vec::new();
    let dash = |c: char| matches!(c, '-' | '\u{2013}' | '\u{2014}');
    if text.contains(dash) {
        let numbers = text.split(dash).all(|part| part.contains(|c: char| c.is_ascii_digit()));
        return Err(if numbers { Unread::Range } else { Unread::Words });
    }
    for part in text.split(char::is_whitespace).filter(|part| !part.is_empty()) {
        // A comma between parts, as in `1 year, 6 months`.
        let part = part.strip_suffix(',').unwrap_or(part);
        let end = part.find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ',')).unwrap_or(part.len());
        let (number, word) = part.split_at(end);
        if !number.is_empty() {
            pieces.push(Piece::Number(thousandths(number).ok_or(Unread::Words)?));
        }
        if !word.is_empty() {
            pieces.push(Piece::Word(word.strip_suffix('.').unwrap_or(word)));
        }
    }
    Ok(pieces)
}

/// `3`, `1.5` or `1,5` in thousandths; a comma before three digits could part thousands and is refused.
fn thousandths(text: &str) -> Option<u64> {
    let (whole, fraction) = match (text.split_once('.'), text.split_once(',')) {
        (Some(_), Some(_)) => return None,
        (None, Some((_, fraction))) if fraction.len() > 2 => return None,
        (Some(parts), None) | (None, Some(parts)) => parts,
        (None, None) => (text, "0"),
    };
    let sound = |part: &str, longest: usize| {
        (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !sound(whole, 9) || !sound(fraction, 3) {
        return None;
    }
    let whole: u64 = whole.parse().ok()?;
    format!("{fraction:0<3}").parse::<u64>().ok().map(|fraction| whole * 1000 + fraction)
}

/// Thousandths of one unit in thousandths of another; none where that is not exact.
fn converted(number: u64, from: TimeUnit, to: TimeUnit) -> Option<u64> {
    use TimeUnit::{Days, Months, Weeks, Years};
    let (times, parts) = match (from, to) {
        (Years, Months) => (12, 1),
        (Months, Years) => (1, 12),
        (Weeks, Days) => (7, 1),
        (Days, Weeks) => (1, 7),
        _ if from == to => (1, 1),
        // Months have no fixed number of days. None at all is none in any unit.
        _ if number == 0 => (0, 1),
        _ => return None,
    };
    let product = number.checked_mul(times)?;
    (product % parts == 0).then_some(product / parts)
}

fn decimal(thousandths: u64) -> String {
    let (whole, fraction) = (thousandths / 1000, thousandths % 1000);
    if fraction == 0 {
        return whole.to_string();
    }
    format!("{whole}.{fraction:03}").trim_end_matches('0').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn durations(unit: TimeUnit, plain: Option<TimeUnit>, at_least: bool) -> Durations {
        let words = vec![("Jahre".to_owned(), TimeUnit::Years), ("lata".to_owned(), TimeUnit::Years)];
        Durations::of(&DurationConfig { unit, plain, words, at_least })
    }

    #[test]
    fn the_ways_people_write_it() {
        let months = durations(TimeUnit::Months, Some(TimeUnit::Years), true);
        for (text, read) in [
            ("3 years", "36"),
            (" 18 Months", "18"),
            ("1 year 6 months", "18"),
            ("1 year and 6 months", "18"),
            ("1 year, 6 months", "18"),
            ("1yr 6mths.", "18"),
            ("1.5 years", "18"),
            ("1,5 Jahre", "18"),
            ("2 lata", "24"),
            ("2", "24"),
            ("0 weeks", "0"),
            ("3+ years", "36"),
            ("3 years+", "36"),
            ("2.5 months", "2.5"),
        ] {
            assert_eq!(months.read(text).as_deref(), Ok(read), "{text}");
        }
        assert_eq!(durations(TimeUnit::Days, None, false).read("2 weeks 3 days").as_deref(), Ok("17"));
    }

    #[test]
    fn nothing_is_guessed() {
        let months = durations(TimeUnit::Months, None, false);
        for (text, why) in [
            ("2-3 years", Unread::Range),
            ("2 \u{2013} 3 years", Unread::Range),
            ("2 to 3 years", Unread::Words),
            ("3+ years", Unread::Open),
            ("5+", Unread::Open),
            ("3", Unread::NoUnit),
            ("1,500 days", Unread::Words),
            ("1 year 1 year", Unread::Words),
            ("1 year and", Unread::Words),
            ("3 years 2", Unread::Words),
            ("3 2 years", Unread::Words),
            ("about 3 years", Unread::Words),
            ("3 m", Unread::Words),
            ("-3 years", Unread::Words),
            ("years", Unread::Words),
            ("1++ year", Unread::Words),
            ("1+2 years", Unread::Words),
            ("3 weeks", Unread::Inexact),
            ("9999999999 years", Unread::Words),
        ] {
            assert_eq!(months.read(text), Err(why), "{text}");
        }
        assert_eq!(durations(TimeUnit::Years, None, false).read("1 month"), Err(Unread::Inexact));
    }
}

//! The values of typed cells as text: what a person sees, without the dress of a number format.

use jiff::Span;
use jiff::civil::{Date, date};

/// What kind of number a number format shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shown {
    Number,
    /// A day, a time of day, or both.
    Moment,
    /// Hours and minutes that may exceed a day.
    Duration,
}

/// Seconds of a day.
const DAY: i64 = 86_400;

/// Significant digits that a spreadsheet keeps and shows.
const DIGITS: usize = 15;

/// A number in its shortest decimal form of at most 15 significant digits, as a spreadsheet shows it at most; a whole
/// number with all the digits that are stored. None if the text is no finite number.
pub(crate) fn number(raw: &str) -> Option<String> {
    let raw = raw.trim();
    let digits = raw.strip_prefix('-').unwrap_or(raw);
    let canonical = digits.len() == 1 || !digits.starts_with('0');
    if !digits.is_empty() && digits.len() <= 300 && canonical && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return Some(if raw == "-0" { "0".to_owned() } else { raw.to_owned() });
    }
    let value: f64 = raw.parse().ok().filter(|value: &f64| value.is_finite())?;
    if value == 0.0 {
        return Some("0".to_owned());
    }
    let exact = format!("{value}");
    let significant = exact.trim_start_matches(['-', '0', '.']).bytes().filter(u8::is_ascii_digit).count();
    if significant <= DIGITS || value.fract() == 0.0 {
        return Some(exact);
    }
    let rounded: f64 = format!("{value:.*e}", DIGITS - 1).parse().ok()?;
    Some(format!("{rounded}"))
}

/// Whether the text is a whole number with more digits than a spreadsheet keeps.
pub(crate) fn is_long(number: &str) -> bool {
    let digits = number.strip_prefix('-').unwrap_or(number);
    digits.len() > DIGITS && digits.bytes().all(|byte| byte.is_ascii_digit())
}

/// The moment that a stored number stands for: YYYY-MM-DD, HH:MM below one day, or both with a space between; seconds
/// are left out. None where the number is no day of the calendar.
pub(crate) fn moment(raw: &str, since_1904: bool) -> Option<String> {
    let seconds = seconds(raw)?;
    let (day, time) = (seconds.div_euclid(DAY), clock(seconds.rem_euclid(DAY)));
    if day == 0 {
        return Some(time);
    }
    let date = day_of(day, since_1904)?;
    Some(if seconds.rem_euclid(DAY) == 0 { date.to_string() } else { format!("{date} {time}") })
}

/// Hours and minutes of a stored number of days.
pub(crate) fn duration(raw: &str) -> Option<String> {
    seconds(raw).map(clock)
}

/// A moment written out, as some programs store it: `2026-01-05T00:00:00`.
pub(crate) fn written_moment(raw: &str) -> String {
    let raw = raw.trim().trim_end_matches('Z');
    let Some((day, time)) = raw.split_once('T') else { return raw.to_owned() };
    match time.get(..5) {
        Some("00:00") | None => day.to_owned(),
        Some(time) => format!("{day} {time}"),
    }
}

/// Whole seconds, to the nearest: five to midnight is stored as a fraction that falls short of it.
fn seconds(raw: &str) -> Option<i64> {
    let value: f64 = raw.trim().parse().ok()?;
    let seconds = (value * 86_400.0).round();
    // Far beyond the last day of the calendar, and exact.
    (0.0..1e12).contains(&seconds).then_some(seconds as i64)
}

fn clock(seconds: i64) -> String {
    format!("{:02}:{:02}", seconds / 3600, seconds / 60 % 60)
}

/// Day 60 of the older system is 29 February 1900, which never was.
fn day_of(day: i64, since_1904: bool) -> Option<Date> {
    let first = match day {
        _ if since_1904 => date(1904, 1, 1),
        ..60 => date(1899, 12, 31),
        60 => return None,
        _ => date(1899, 12, 30),
    };
    first.checked_add(Span::new().try_days(day).ok()?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_as_people_see_them() {
        for (raw, shown) in [
            ("12", "12"),
            ("-7", "-7"),
            ("-0", "0"),
            ("0.5", "0.5"),
            ("0.30000000000000004", "0.3"),
            ("2.5000000000000001E-2", "0.025"),
            ("1E3", "1000"),
            ("12345678901234567", "12345678901234567"),
            ("1.2345678901234568E+17", "123456789012345680"),
            ("007", "7"),
            (" 3 ", "3"),
        ] {
            assert_eq!(number(raw).as_deref(), Some(shown), "{raw}");
        }
        for raw in ["", "x", "NaN", "inf", "1e999", "-"] {
            assert_eq!(number(raw), None, "{raw}");
        }
        assert!(is_long("1234567890123456") && !is_long("123456789012345") && !is_long("0.1234567890123456"));
    }

    #[test]
    fn days_are_those_of_either_system() {
        for (raw, since_1904, shown) in [
            ("1", false, "1900-01-01"),
            ("59", false, "1900-02-28"),
            ("61", false, "1900-03-01"),
            ("46027", false, "2026-01-05"),
            ("44565", true, "2026-01-05"),
            ("46027.729166666664", false, "2026-01-05 17:30"),
            ("0.72916666666666663", false, "17:30"),
            ("46026.999999999", false, "2026-01-05"),
            ("0", false, "00:00"),
            ("2958465", false, "9999-12-31"),
        ] {
            assert_eq!(moment(raw, since_1904).as_deref(), Some(shown), "{raw}");
        }
        for raw in ["60", "-1", "2958466", "1e300", "x", "NaN"] {
            assert_eq!(moment(raw, false), None, "{raw}");
        }
        assert_eq!(duration("1.5").as_deref(), Some("36:00"));
        assert_eq!(written_moment("2026-01-05T00:00:00"), "2026-01-05");
        assert_eq!(written_moment("2026-01-05T09:15:30.5"), "2026-01-05 09:15");
    }
}

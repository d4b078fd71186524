//! Numbers with up to three decimals, kept exactly.

use crate::domain::Milli;

/// Largest number, either side of zero.
const MAX_NUMBER: i64 = 1_000_000_000;

/// Reads a number such as `12`, `-0.5` or `3.125`; none for anything else, finer than a thousandth, or too large.
pub(crate) fn parse_number(text: &str) -> Option<Milli> {
    let text = text.trim();
    let (sign, digits) = match text.strip_prefix('-') {
        Some(rest) => (-1, rest),
        None => (1, text.strip_prefix('+').unwrap_or(text)),
    };
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let part = part.trim_end_matches('0');
    if whole.is_empty() || part.len() > 3 || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole: i64 = if whole.is_empty() { 0 } else { whole.parse().ok()? };
    let part: i64 = format!("{part:0<3}").parse().ok()?;
    let milli = whole.checked_mul(1000)?.checked_add(part)?;
    (milli <= MAX_NUMBER * 1000).then_some(Milli(sign * milli))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exact_numbers_and_nothing_else() {
        assert_eq!(parse_number(" 12 "), Some(Milli(12_000)));
        assert_eq!(parse_number("-0.5"), Some(Milli(-500)));
        assert_eq!(parse_number("3.1250"), Some(Milli(3125)));
        assert_eq!(parse_number("0007"), Some(Milli(7000)));
        for text in ["", "NaN", "inf", "1e9", "1,000", "3.1255", "1000000001", "9999999999999999999999", "-", ".5x"] {
            assert_eq!(parse_number(text), None, "{text}");
        }
    }
}

//! Numbers and lengths of time.

/// The number in thousandths, if it is one with at most three decimals.
pub(in crate::recognise) fn number(cell: &str) -> Option<i64> {
    let (sign, digits) = cell.strip_prefix('-').map_or((1, cell), |digits| (-1, digits));
    let (whole, part) = digits.split_once('.').unwrap_or((digits, ""));
    let all_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 12 || part.len() > 3 || !all_digits(whole) || !all_digits(part) {
        return None;
    }
    if digits.contains('.') && part.is_empty() {
        return None;
    }
    Some(sign * (whole.parse::<i64>().ok()? * 1000 + format!("{part:0<3}").parse::<i64>().ok()?))
}

/// Units of time, by the beginnings of their words in several languages.
const UNITS: &[&str] = &[
    "year",
    "yr",
    "month",
    "mth",
    "week",
    "wk",
    "jahr",
    "monat",
    "woche",
    "an",
    "ans",
    "ann\u{e9}e",
    "mois",
    "semaine",
    "a\u{f1}o",
    "mes",
    "semana",
    "rok",
    "lat",
    "miesi\u{105}c",
    "tydzie\u{144}",
    "blynedd",
    "flwyddyn",
    "mis",
    "\u{440}\u{456}\u{43a}",
    "\u{440}\u{43e}\u{43a}",
    "\u{43c}\u{456}\u{441}\u{44f}\u{446}",
];

/// Whether it is a number with a unit of time, once or twice, such as `1 year 6 months`.
pub(super) fn is_duration(plain: &str) -> bool {
    let words: Vec<&str> = plain.split(' ').filter(|word| !word.is_empty() && *word != "and").collect();
    let pairs = words.chunks(2);
    !words.is_empty()
        && words.len() <= 4
        && pairs.into_iter().all(|pair| match pair {
            [number, unit] => {
                number.bytes().all(|byte| byte.is_ascii_digit()) && UNITS.iter().any(|known| unit.starts_with(known))
            }
            _ => false,
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_in_thousandths() {
        assert_eq!(number("12"), Some(12_000));
        assert_eq!(number("-0.25"), Some(-250));
        for other in ["", "-", "1.", ".5", "1.2345", "1,5", "12 "] {
            assert_eq!(number(other), None, "{other}");
        }
    }

    #[test]
    fn lengths_of_time_have_a_unit() {
        assert!(["3 years", "1 year 6 months", "18 monate", "2 lata"].iter().all(|text| is_duration(text)));
        assert!(["3", "years", "three years", "3 dogs", ""].iter().all(|text| !is_duration(text)));
    }
}

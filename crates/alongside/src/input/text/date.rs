//! Dates, never guessed.

use crate::domain::Date;
use crate::input::DateOrder;

/// Why a text is no date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum DateFault {
    /// Not a day of the calendar in the declared order.
    Bad,
    /// Readable as two different days, and no order is declared.
    Ambiguous,
}

/// Reads `YYYY-MM-DD`, and `DD/MM/YYYY` or `MM/DD/YYYY` (with `/`, `.` or `-`) where that order is declared.
pub(crate) fn parse_date(text: &str, order: DateOrder) -> Result<Date, DateFault> {
    let text = text.trim();
    let mut parts = text.split(['/', '.', '-']);
    let (Some(first), Some(second), Some(third), None) = (parts.next(), parts.next(), parts.next(), parts.next())
    else {
        return Err(DateFault::Bad);
    };
    if first.len() == 4 {
        let plain = text.len() == 10 && text.as_bytes().get(4) == Some(&b'-');
        return if plain { text.parse().map_err(|_| DateFault::Bad) } else { Err(DateFault::Bad) };
    }
    let digits = |part: &str, longest: usize| -> Option<i16> {
        let sound = (1..=longest).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| part.parse().ok()).flatten()
    };
    let (Some(first), Some(second), Some(year)) =
        (digits(first, 2), digits(second, 2), digits(third, 4).filter(|_| third.len() == 4))
    else {
        return Err(DateFault::Bad);
    };
    let day = |day: i16, month: i16| Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok();
    match order {
        DateOrder::DayMonthYear => day(first, second).ok_or(DateFault::Bad),
        DateOrder::MonthDayYear => day(second, first).ok_or(DateFault::Bad),
        DateOrder::YearMonthDay if day(first, second).is_some() && day(second, first).is_some() => {
            Err(DateFault::Ambiguous)
        }
        DateOrder::YearMonthDay => Err(DateFault::Bad),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn the_declared_order_decides() {
        assert_eq!(parse_date("03/04/2026", DateOrder::DayMonthYear), Ok(date(2026, 4, 3)));
        assert_eq!(parse_date("03/04/2026", DateOrder::MonthDayYear), Ok(date(2026, 3, 4)));
        assert_eq!(parse_date("2026-04-03", DateOrder::MonthDayYear), Ok(date(2026, 4, 3)));
        assert_eq!(parse_date("3.4.2026", DateOrder::DayMonthYear), Ok(date(2026, 4, 3)));
    }

    #[test]
    fn nothing_is_guessed() {
        assert_eq!(parse_date("03/04/2026", DateOrder::YearMonthDay), Err(DateFault::Ambiguous));
        assert_eq!(parse_date("31/01/2026", DateOrder::YearMonthDay), Err(DateFault::Bad));
        for text in ["2026-02-29", "31/02/2026", "03/04/26", "2026-1-1", "soon", "", "2026-01-01-01", "+1/02/2026"] {
            assert_eq!(parse_date(text, DateOrder::DayMonthYear), Err(DateFault::Bad), "{text}");
        }
        assert!(parse_date("29/02/2028", DateOrder::DayMonthYear).is_ok());
    }
}

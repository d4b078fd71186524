//! Days and months of the calendar, worked out by hand.

use crate::domain::Date;

/// Days from 1970-01-01, negative before it, by the rule of leap years alone.
///
/// The year is taken to begin in March, so that the leap day is its last; 400 years have 146 097 days.
pub(super) fn day_number(date: Date) -> i64 {
    let (month, day) = (i64::from(date.month()), i64::from(date.day()));
    let year = i64::from(date.year()) - i64::from(month <= 2);
    let (era, year_of_era) = (year.div_euclid(400), year.rem_euclid(400));
    let month_from_march = (month + 9) % 12;
    let day_of_year = (153 * month_from_march + 2) / 5 + day - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

/// Year, month and day, compared in that order; reaches beyond the years a [`Date`] can have.
pub(super) type Day = (i64, i64, i64);

/// The date as a [`Day`].
pub(super) fn day(date: Date) -> Day {
    (date.year().into(), date.month().into(), date.day().into())
}

/// The same day so many months later, or that month's last day where it has no such day.
pub(super) fn months_later(date: Date, months: u16) -> Day {
    let (year, month, day) = day(date);
    let month = year * 12 + (month - 1) + i64::from(months);
    let (year, month) = (month.div_euclid(12), month.rem_euclid(12) + 1);
    (year, month, day.min(last_day(year, month)))
}

/// Days that the month has.
fn last_day(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 if leap => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_counted_from_the_epoch() {
        assert_eq!(day_number(date(1970, 1, 1)), 0);
        assert_eq!(day_number(date(1969, 12, 31)), -1);
        assert_eq!(day_number(date(1970, 3, 1)), 59);
        // 30 years of 365 days and the leap days of 1972, 76, 80, 84, 88, 92, 96.
        assert_eq!(day_number(date(2000, 1, 1)), 10_957);
        assert_eq!(day_number(date(2000, 2, 29)), 10_957 + 59);
        assert_eq!(day_number(date(2000, 3, 1)), 10_957 + 60);
        // 1900 was no leap year: 70 years and the 17 leap days from 1904 to 1968.
        assert_eq!(day_number(date(1900, 1, 1)), -(70 * 365 + 17));
    }

    #[test]
    fn months_end_where_they_end() {
        assert_eq!(months_later(date(2026, 1, 31), 1), (2026, 2, 28));
        assert_eq!(months_later(date(2028, 1, 31), 1), (2028, 2, 29));
        assert_eq!(months_later(date(2026, 8, 31), 1), (2026, 9, 30));
        assert_eq!(months_later(date(2024, 2, 29), 12), (2025, 2, 28));
        assert_eq!(months_later(date(2024, 2, 29), 48), (2028, 2, 29));
        assert_eq!(months_later(date(2026, 2, 28), 1), (2026, 3, 28));
        assert_eq!(months_later(date(2026, 12, 15), 0), (2026, 12, 15));
        assert_eq!(months_later(date(2026, 12, 15), 1), (2027, 1, 15));
        assert_eq!(months_later(date(9999, 12, 31), u16::MAX), (15_461, 3, 31));
    }
}

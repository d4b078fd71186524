//! Dates as sheets write them, and what they tell about the order of day and month.

/// A cell that can be a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recognise) struct Day {
    pub(in crate::recognise) written: Written,
    /// Whether a time of day follows.
    pub(in crate::recognise) timed: bool,
}

/// In what order a date is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recognise) enum Written {
    /// The year stands first, so that the order is plain.
    YearFirst,
    /// The first of the two small numbers is above 12: day, then month.
    DayFirst,
    /// The second is: month, then day.
    MonthFirst,
    /// It can be read in either order.
    Either,
}

/// Reads the shape of a date: `2026-01-31`, `31/1/2026`, `31.01.26`, each perhaps with a time behind it.
pub(in crate::recognise) fn look(cell: &str) -> Option<Day> {
    let (date, timed) = match cell.split_once([' ', 'T']) {
        Some((date, time)) if time.contains(':') && time.starts_with(|c: char| c.is_ascii_digit()) => (date, true),
        Some(_) => return None,
        None => (cell, false),
    };
    let mut parts = date.split(['-', '/', '.']);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |part: &str, most: usize| -> Option<u16> {
        let sound = (1..=most).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| part.parse().ok()).flatten()
    };
    if parts.next().is_some() {
        return None;
    }
    let (month, day) = (1..=12, 1..=31);
    if first.len() == 4 {
        number(first, 4)?;
        let sound = month.contains(&number(second, 2)?) && day.contains(&number(third, 2)?);
        return sound.then_some(Day { written: Written::YearFirst, timed });
    }
    let (one, two) = (number(first, 2)?, number(second, 2)?);
    number(third, 4).filter(|_| matches!(third.len(), 2 | 4))?;
    let sound = day.contains(&one) && day.contains(&two) && (month.contains(&one) || month.contains(&two));
    let written = match (one > 12, two > 12) {
        (true, _) => Written::DayFirst,
        (_, true) => Written::MonthFirst,
        _ => Written::Either,
    };
    sound.then_some(Day { written, timed })
}

#[cfg(test)]
mod tests {
    use super::Written::{DayFirst, Either, MonthFirst, YearFirst};
    use super::look;

    #[test]
    fn a_day_above_twelve_decides_the_order() {
        let order = |cell: &str| look(cell).map(|day| day.written);
        assert_eq!(order("2026-01-31"), Some(YearFirst));
        assert_eq!(order("31/01/2026"), Some(DayFirst));
        assert_eq!(order("1/31/2026 10:00"), Some(MonthFirst));
        assert_eq!(order("04/07/26"), Some(Either));
        for other in ["31/31/2026", "2026-13-01", "1-2", "1.2.3.4", "17:00-20:00", "0/5/2026", "2026-01-31 later"] {
            assert_eq!(order(other), None, "{other}");
        }
    }
}

//! Dates as sheets write them, and what they tell about the order of day and month.

/// A cell that can be a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::recognise) struct Day {
    /// The year, as far as the cell has four digits of it.
    pub(in crate::recognise) year: Option<u16>,
    /// Whether the year stands first, so that the order is plain.
    pub(in crate::recognise) year_first: bool,
    /// Whether the first of the two small numbers is above 12: day, then month.
    pub(in crate::recognise) day_first: bool,
    /// Whether the second is: month, then day.
    pub(in crate::recognise) month_first: bool,
    /// Whether a time of day follows.
    pub(in crate::recognise) timed: bool,
}

/// Reads the shape of a date: `2026-01-31`, `31/1/2026`, `31.01.26`, each perhaps with a time behind it.
pub(in crate::recognise) fn look(cell: &str) -> Option<Day> {
    let (date, time) = match cell.split_once([' ', 'T']) {
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
        let (year, second, third) = (number(first, 4)?, number(second, 2)?, number(third, 2)?);
        let sound = month.contains(&second) && day.contains(&third);
        let read = Day { year: Some(year), year_first: true, day_first: false, month_first: false, timed: time };
        return sound.then_some(read);
    }
    let (one, two) = (number(first, 2)?, number(second, 2)?);
    let year = match third.len() {
        4 => Some(number(third, 4)?),
        2 => number(third, 2).map(|_| None)?,
        _ => return None,
    };
    let sound = day.contains(&one) && day.contains(&two) && (month.contains(&one) || month.contains(&two));
    sound.then_some(Day { year, year_first: false, day_first: one > 12, month_first: two > 12, timed: time })
}

#[cfg(test)]
mod tests {
    use super::look;

    #[test]
    fn a_day_above_twelve_decides_the_order() {
        let order = |cell: &str| look(cell).map(|day| (day.year_first, day.day_first, day.month_first));
        assert_eq!(order("2026-01-31"), Some((true, false, false)));
        assert_eq!(order("31/01/2026"), Some((false, true, false)));
        assert_eq!(order("1/31/2026 10:00"), Some((false, false, true)));
        assert_eq!(order("04/07/2026"), Some((false, false, false)));
        for other in ["31/31/2026", "2026-13-01", "1-2", "1.2.3.4", "17:00-20:00", "0/5/2026", "2026-01-31 later"] {
            assert_eq!(order(other), None, "{other}");
        }
    }
}

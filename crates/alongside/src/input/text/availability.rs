//! Free times of a recurring week: `Mon 17:00-20:00; Sat am; weekdays evening`.

use crate::domain::Week;

/// Why a text is no availability.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum AvailabilityFault {
    /// A word that is neither a day nor a time.
    Word,
    /// A day without a time, or a time without a day.
    Incomplete,
    /// A time that the clock does not have, or a span without length.
    Clock,
    /// An hour that may be in the morning or in the afternoon.
    HalfOfDay,
}

/// Minutes of `am`, `pm`, `evening` and `all day`: fixed, so that they mean the same for everybody.
const PARTS: &[(&str, (u32, u32))] = &[
    ("am", (9 * 60, 12 * 60)),
    ("morning", (9 * 60, 12 * 60)),
    ("mornings", (9 * 60, 12 * 60)),
    ("pm", (12 * 60, 17 * 60)),
    ("afternoon", (12 * 60, 17 * 60)),
    ("afternoons", (12 * 60, 17 * 60)),
    ("evening", (17 * 60, 21 * 60)),
    ("evenings", (17 * 60, 21 * 60)),
    ("eve", (17 * 60, 21 * 60)),
    ("all-day", (9 * 60, 21 * 60)),
];

const DAYS: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Reads the week; the flag tells whether a time off the half hour was rounded inwards.
pub(crate) fn parse_availability(text: &str) -> Result<(Week, bool), AvailabilityFault> {
    let mut week = Week::default();
    let mut rounded = false;
    for entry in text.split([';', '\n']) {
        read_entry(&tidy(entry), &mut week, &mut rounded)?;
    }
    Ok((week, rounded))
}

/// Minutes from Monday 00:00 of one day and time, such as `Mon 08:30`; `Sun 24:00` is the end of the week.
pub(crate) fn parse_moment(text: &str) -> Option<u32> {
    let text = text.to_lowercase();
    let (day, time) = text.split_once(char::is_whitespace)?;
    let days = read_days(day).filter(|days| days.iter().filter(|day| **day).count() == 1)?;
    let day = u32::try_from(days.iter().position(|day| *day)?).ok()?;
    Some(day * 24 * 60 + read_clock(time.trim()).ok()?)
}

/// One spelling for dashes, "to", "all day" and the spaces round them.
fn tidy(entry: &str) -> String {
    let lower = entry.to_lowercase().replace(['\u{2013}', '\u{2014}', '\u{2212}'], "-").replace(" to ", "-");
    let lower = lower.replace("all day", "all-day").replace("every day", "daily").replace(['&', '/'], " ");
    let mut tidy = String::with_capacity(lower.len());
    for (index, part) in lower.split('-').enumerate() {
        if index > 0 {
            tidy.push('-');
        }
        let part = if index > 0 { part.trim_start() } else { part };
        tidy.push_str(part.trim_end());
    }
    tidy
}

fn read_entry(entry: &str, week: &mut Week, rounded: &mut bool) -> Result<(), AvailabilityFault> {
    let mut days = [false; 7];
    let mut timed = true;
    for word in entry.split([' ', '\t', ',']).filter(|word| !word.is_empty() && *word != "and") {
        if let Some(more) = read_days(word) {
            if timed {
                days = [false; 7];
            }
            timed = false;
            days.iter_mut().zip(more).for_each(|(day, more)| *day |= more);
        } else {
            let (start, end) = read_times(word)?;
            if days.iter().all(|day| !day) {
                return Err(AvailabilityFault::Incomplete);
            }
            timed = true;
            *rounded |= start % 30 != 0 || end % 30 != 0;
            let slots = (start.div_ceil(30) as usize, (end / 30) as usize);
            let free = days.iter().enumerate().filter(|(_, day)| **day);
            free.for_each(|(day, _)| week.add(day * 48 + slots.0, day * 48 + slots.1));
        }
    }
    if timed { Ok(()) } else { Err(AvailabilityFault::Incomplete) }
}

fn read_days(word: &str) -> Option<[bool; 7]> {
    match word {
        "weekdays" | "weekday" => return Some([true, true, true, true, true, false, false]),
        "weekends" | "weekend" => return Some([false, false, false, false, false, true, true]),
        "daily" => return Some([true; 7]),
        _ => {}
    }
    let day = |word: &str| {
        let word = word.strip_suffix('.').unwrap_or(word);
        let word = word.strip_suffix('s').filter(|stem| stem.ends_with("day")).unwrap_or(word);
        DAYS.iter().position(|day| word.len() >= 3 && day.starts_with(word))
    };
    let (first, last) = match word.split_once('-') {
        Some((first, last)) => (day(first)?, day(last)?),
        None => (day(word)?, day(word)?),
    };
    let span = (last + 7 - first) % 7;
    Some(std::array::from_fn(|index| (index + 7 - first) % 7 <= span))
}

/// Start and end in minutes from midnight; an end beyond 24:00 lies in the night after.
fn read_times(word: &str) -> Result<(u32, u32), AvailabilityFault> {
    if let Some((_, span)) = PARTS.iter().find(|(name, _)| *name == word) {
        return Ok(*span);
    }
    let words = word.split_once('-').ok_or(AvailabilityFault::Word)?;
    let (start, end) = (read_clock(words.0)?, read_clock(words.1)?);
    if is_unsure(words, (start, end)) {
        return Err(AvailabilityFault::HalfOfDay);
    }
    match end.cmp(&start) {
        std::cmp::Ordering::Equal => Err(AvailabilityFault::Clock),
        std::cmp::Ordering::Less => Ok((start, end + 24 * 60)),
        std::cmp::Ordering::Greater => Ok((start, end)),
    }
}

/// Whether one of the times may be twelve hours later than it reads: an hour from 1 to 7 alone, as in `5-7`, unless the
/// other shows a clock of 24 hours; or a start alone before a `pm` that may be for both, as in `8-9pm`.
fn is_unsure((first, last): (&str, &str), (start, end): (u32, u32)) -> bool {
    let bare = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    let half = |text: &str| text.ends_with("am") || text.ends_with("pm");
    let of_24 = |text: &str, at: u32| !half(text) && (!(60..13 * 60).contains(&at) || text.starts_with('0'));
    let small = |text: &str, at: u32| bare(text) && !text.starts_with('0') && (60..8 * 60).contains(&at);
    let unsure = small(first, start) || small(last, end);
    let shared = bare(first) && last.ends_with("pm") && (60..12 * 60).contains(&start) && start + 12 * 60 < end;
    (unsure && !of_24(first, start) && !of_24(last, end)) || (shared && !first.starts_with('0'))
}

/// `17`, `17:00`, `17.30`, `5pm`, `5:30pm` as minutes from midnight; `24:00` is the end of the day.
fn read_clock(text: &str) -> Result<u32, AvailabilityFault> {
    let (digits, half_day) = match (text.strip_suffix("am"), text.strip_suffix("pm")) {
        (Some(digits), _) => (digits, Some(0)),
        (_, Some(digits)) => (digits, Some(12)),
        _ => (text, None),
    };
    let (hour, minute) = digits.split_once([':', '.']).unwrap_or((digits, "00"));
    let number = |part: &str, lengths: std::ops::RangeInclusive<usize>| -> Result<u32, AvailabilityFault> {
        let sound = lengths.contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit());
        sound.then(|| part.parse().ok()).flatten().ok_or(AvailabilityFault::Word)
    };
    let (hour, minute) = (number(hour, 1..=2)?, number(minute, 2..=2)?);
    let hour = match half_day {
        None => hour,
        Some(add) if (1..=12).contains(&hour) => hour % 12 + add,
        Some(_) => return Err(AvailabilityFault::Clock),
    };
    let minutes = hour * 60 + minute;
    if minute < 60 && minutes <= 24 * 60 { Ok(minutes) } else { Err(AvailabilityFault::Clock) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slots(text: &str) -> Vec<usize> {
        let (week, _) = parse_availability(text).unwrap();
        (0..crate::domain::HALF_HOURS).filter(|slot| week.has(*slot)).collect()
    }

    #[test]
    fn the_ways_people_write_it() {
        let monday_evening: Vec<_> = (34..40).collect();
        for text in
            ["Mon 17:00-20:00", "monday 17-20", "Mondays 5pm \u{2013} 8pm", "MON. 17:00 to 20:00", "Mon 17.00-20"]
        {
            assert_eq!(slots(text), monday_evening, "{text}");
        }
        assert_eq!(slots("Sat am"), ((5 * 48 + 18)..(5 * 48 + 24)).collect::<Vec<_>>());
        assert_eq!(slots("weekdays evening").len(), 5 * 8);
        assert_eq!(slots("Mon-Fri 9-10"), slots("Mon, Tue, Wed, Thu & Fri 9:00-10:00"));
        assert_eq!(slots("Mon 9-10, Tue 10-11"), slots("Mon 9-10; Tue 10-11"));
        assert_eq!(slots("Mon 9-10 and 14-15").len(), 4);
        assert_eq!(slots("Fri-Mon 9-10").len(), 8);
        assert_eq!(slots("every day all day").len(), 7 * 24);
    }

    #[test]
    fn a_moment_is_one_day_and_one_time() {
        assert_eq!((parse_moment("Mon 00:00"), parse_moment("sunday  24:00")), (Some(0), Some(7 * 24 * 60)));
        assert_eq!((parse_moment("Tue 8.30"), parse_moment("Wed 5pm")), (Some(1950), Some(3900)));
        for text in ["Mon", "00:00", "weekdays 9:00", "Mon-Tue 9:00", "Mon 25:00", "Mon am", ""] {
            assert_eq!(parse_moment(text), None, "{text}");
        }
    }

    #[test]
    fn nights_run_into_the_next_day() {
        assert_eq!(slots("Sun 23:00-01:00"), [0, 1, 334, 335]);
        assert_eq!(slots("Mon 22:00-24:00"), [44, 45, 46, 47]);
    }

    #[test]
    fn only_whole_half_hours_count() {
        let (week, rounded) = parse_availability("Mon 17:10-18:50").unwrap();
        assert!(rounded && week.half_hours() == 2 && week.has(35) && week.has(36));
        let (week, rounded) = parse_availability("Mon 17:10-17:20").unwrap();
        assert!(rounded && week.is_empty());
    }

    #[test]
    fn an_hour_that_may_be_in_the_morning_or_in_the_afternoon_is_not_guessed() {
        for text in ["Tues 5-7", "Tue 5-7pm", "Mon 9-5", "Mon 12-2", "Mon 7-9", "Mon 8-9pm", "Mon 9am-5", "Mon 5:30-7"]
        {
            assert_eq!(parse_availability(text), Err(AvailabilityFault::HalfOfDay), "{text}");
        }
        for text in [
            "Tue 5pm-7pm",
            "Tue 5am-7am",
            "Mon 9-10",
            "Mon 9-17",
            "Mon 7-19",
            "Mon 22-6",
            "Mon 05-07",
            "Mon 9-5pm",
            "Mon 10-2pm",
            "Mon 5:00-7:00",
            "Mon 17:30-7",
            "Mon 11-12",
        ] {
            assert!(parse_availability(text).is_ok(), "{text}");
        }
    }

    #[test]
    fn what_cannot_be_read_is_said() {
        for (text, fault) in [
            ("flexible", AvailabilityFault::Word),
            ("Mon", AvailabilityFault::Incomplete),
            ("17-20", AvailabilityFault::Incomplete),
            ("Mon 17-20; Tue", AvailabilityFault::Incomplete),
            ("Mon 25:00-26:00", AvailabilityFault::Clock),
            ("Mon 9-9", AvailabilityFault::Clock),
            ("Mon 17:60-18:00", AvailabilityFault::Clock),
            ("Mon 13pm-14pm", AvailabilityFault::Clock),
            ("Mon teatime", AvailabilityFault::Word),
        ] {
            assert_eq!(parse_availability(text), Err(fault), "{text}");
        }
    }
}

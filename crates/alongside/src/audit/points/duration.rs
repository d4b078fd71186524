//! How long the mentor can promise to be there, of the time for which the mentee is.

use super::{Blank, FULL, Ground, Score};
use crate::audit::calendar::{day, day_number, months_later};
use crate::audit::facts::{answer, position};
use crate::audit::pairing::Pair;
use crate::domain::{Answer, Date, Matching, Person, Side};

/// The promise that is missing, where nothing is known of the mentor's time.
pub(super) fn score<'a>(matching: &Matching, pair: Pair<'a>) -> Result<Score<'a>, Blank<'a>> {
    let (begin, end) = (matching.as_of, matching.planned_until);
    let ending = earlier(end, last_day(&pair.mentee.person));
    let of = (day_number(ending) - day_number(begin)).max(0);
    let mentor = &pair.mentor.person;
    let promise = answer(mentor, "promised_months").and_then(position);
    let leaving = last_day(mentor);
    if promise.is_none() && leaving.is_none() {
        return Err((Side::Mentor, "promised_months"));
    }
    let promised = promise.map(|thousandths| {
        let months = (thousandths / 1000).max(0);
        let reaches = u16::try_from(months).map(|months| months_later(begin, months)).ok();
        let written = reaches.filter(|reached| *reached < day(end)).and_then(|(year, month, day)| {
            let narrow = |number: i64| i8::try_from(number).ok();
            Date::new(i16::try_from(year).ok()?, narrow(month)?, narrow(day)?).ok()
        });
        written.unwrap_or(end)
    });
    let sure = earlier(promised.unwrap_or(end), leaving);
    let days = (day_number(sure) - day_number(begin)).clamp(0, of);
    let points = if of == 0 { FULL } else { FULL * i128::from(days) / i128::from(of) };
    Ok(Score { points, ground: Ground::Sure { days, of } })
}

/// The last day on which somebody can take part.
fn last_day(person: &Person) -> Option<Date> {
    match answer(person, "available_until") {
        Some(Answer::Date(last)) => Some(*last),
        _ => None,
    }
}

fn earlier(one: Date, other: Option<Date>) -> Date {
    match other {
        Some(other) if day(other) < day(one) => other,
        _ => one,
    }
}

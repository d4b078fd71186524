//! Time that two people share, half hour by half hour.

use crate::domain::{HALF_HOURS, Week};

/// The half hours free in both weeks, Monday 00:00 first.
fn common(one: &Week, other: &Week) -> impl Iterator<Item = bool> + Clone {
    let slots = |week: &Week| {
        let words = *week.words();
        words.into_iter().flat_map(|word| (0..u64::BITS).map(move |bit| word >> bit & 1 == 1)).take(HALF_HOURS)
    };
    slots(one).zip(slots(other)).map(|(one, other)| one && other)
}

/// How many half hours are free in both weeks.
pub(super) fn shared(one: &Week, other: &Week) -> u32 {
    one.words().iter().zip(other.words()).map(|(one, other)| (one & other).count_ones()).sum()
}

/// The longest unbroken run of half hours free in both weeks, going on from Sunday night into Monday morning, and at
/// most the whole week.
pub(super) fn longest_run(one: &Week, other: &Week) -> u32 {
    let (mut longest, mut first, mut run, mut broken) = (0, 0, 0, false);
    for free in common(one, other) {
        if free {
            run += 1;
        } else {
            // The run that the week begins with goes on from the one that it ends with.
            if !broken {
                first = run;
            }
            (broken, run) = (true, 0);
        }
        longest = longest.max(run);
    }
    if broken { longest.max(first + run) } else { longest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn week(spans: &[(usize, usize)]) -> Week {
        let mut week = Week::default();
        for &(start, end) in spans {
            week.add(start, end);
        }
        week
    }

    #[test]
    fn a_run_goes_on_over_sunday_midnight() {
        // Sunday 22:00 to Monday 01:30, and all of Sunday from 23:00 with Monday to 03:00: 23:00 to 01:30 in common.
        let (late, later) = (week(&[(332, 339)]), week(&[(334, 342)]));
        assert_eq!((shared(&late, &later), longest_run(&late, &later)), (5, 5));
    }

    #[test]
    fn the_longest_run_may_lie_anywhere() {
        let all = week(&[(0, HALF_HOURS)]);
        assert_eq!(longest_run(&all, &all), 336);
        assert_eq!(longest_run(&all, &week(&[(10, 12), (20, 25)])), 5);
        assert_eq!(longest_run(&all, &week(&[(0, 3), (20, 22)])), 3);
        assert_eq!(longest_run(&all, &week(&[(20, 22), (333, 336)])), 3);
        assert_eq!(longest_run(&all, &week(&[(0, 335)])), 335);
        assert_eq!(longest_run(&all, &week(&[(1, 336)])), 335);
        assert_eq!(longest_run(&all, &week(&[])), 0);
        assert_eq!(longest_run(&week(&[(0, 2)]), &week(&[(2, 4)])), 0);
    }
}

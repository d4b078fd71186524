//! Time that two people share, half hour by half hour.

use crate::domain::{HALF_HOURS, Week};

/// The half hours free in both weeks, Monday 00:00 first.
#[cfg(test)]
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
#[cfg(test)]
fn longest_run(one: &Week, other: &Week) -> u32 {
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

/// Whether so many half hours in a row are free in both weeks, going on from Sunday night into Monday morning. Each step
/// leaves those with which a run of up to twice the length begins.
pub(super) fn has_run(one: &Week, other: &Week, half_hours: u32) -> bool {
    let mut begins = *one.words();
    begins.iter_mut().zip(other.words()).for_each(|(word, theirs)| *word &= theirs);
    let (wanted, mut length) = (half_hours as usize, 1);
    if wanted > HALF_HOURS {
        return false;
    }
    while length < wanted {
        let by = length.min(wanted - length);
        let later = turned(&begins, by);
        begins.iter_mut().zip(later).for_each(|(word, later)| *word &= later);
        length += by;
    }
    wanted == 0 || begins.iter().any(|word| *word != 0)
}

/// The week seen from so many half hours later, at most the whole of it.
fn turned(week: &[u64; 6], by: usize) -> [u64; 6] {
    const REST: usize = HALF_HOURS % 64;
    // Twice the week, one behind the other.
    let mut twice = [0; 12];
    for (at, word) in week.iter().enumerate() {
        if let Some(place) = twice.get_mut(at) {
            *place |= word;
        }
        if let Some(place) = twice.get_mut(at + 5) {
            *place |= word << REST;
        }
        if let Some(place) = twice.get_mut(at + 6) {
            *place |= word >> (64 - REST);
        }
    }
    let from = |at: usize| twice.get(at).copied().unwrap_or(0);
    let mut seen: [u64; 6] = std::array::from_fn(|word| {
        let (at, bits) = (word + by / 64, by % 64);
        from(at) >> bits | if bits == 0 { 0 } else { from(at + 1) << (64 - bits) }
    });
    let [.., last] = &mut seen;
    *last &= (1 << REST) - 1;
    seen
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn a_run_is_there_when_the_longest_is_long_enough(
            one in proptest::collection::vec((0..HALF_HOURS, 0..60_usize), 0..12),
            other in proptest::collection::vec((0..HALF_HOURS, 0..340_usize), 0..6),
            wanted in 0..340_u32,
        ) {
            let spans = |of: &[(usize, usize)]| of.iter().map(|(start, long)| (*start, start + long)).collect::<Vec<_>>();
            let (one, other) = (week(&spans(&one)), week(&spans(&other)));
            for wanted in [wanted, wanted % 12] {
                proptest::prop_assert_eq!(has_run(&one, &other, wanted), longest_run(&one, &other) >= wanted);
            }
        }
    }

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

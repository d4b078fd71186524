//! A recurring week in half hours.

/// Half hours in a week.
pub const HALF_HOURS: usize = 7 * 48;

/// The half hours of a recurring week in which somebody is free, Monday 00:00 first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub struct Week([u64; 6]);

impl Week {
    /// Adds the half hours from `start` up to and without `end`, counted from Monday 00:00; past Sunday midnight it
    /// goes on with Monday.
    pub fn add(&mut self, start: usize, end: usize) {
        for slot in start..end {
            let slot = slot % HALF_HOURS;
            if let Some(word) = self.0.get_mut(slot / 64) {
                *word |= 1 << (slot % 64);
            }
        }
    }

    /// Whether the half hour is free.
    pub fn has(&self, slot: usize) -> bool {
        self.0.get(slot / 64).is_some_and(|word| word >> (slot % 64) & 1 == 1)
    }

    /// The words of the bit set, lowest half hour in the lowest bit.
    pub const fn words(&self) -> &[u64; 6] {
        &self.0
    }

    /// Half hours free in both weeks.
    #[must_use]
    pub fn shared(&self, other: &Self) -> Self {
        let mut both = self.0;
        both.iter_mut().zip(&other.0).for_each(|(word, theirs)| *word &= theirs);
        Self(both)
    }

    /// The half hours of this week that are not in the other.
    #[must_use]
    pub fn without(&self, other: &Self) -> Self {
        let mut left = self.0;
        left.iter_mut().zip(&other.0).for_each(|(word, taken)| *word &= !taken);
        Self(left)
    }

    /// How many half hours are free.
    pub fn half_hours(&self) -> u32 {
        self.0.iter().map(|word| word.count_ones()).sum()
    }

    /// The longest unbroken run of free half hours; a run may go on from Sunday night into Monday morning.
    pub fn longest_run(&self) -> u32 {
        let (mut best, mut run) = (0, 0);
        // Twice round, so that a run across the end of the week is seen whole.
        for slot in 0..2 * HALF_HOURS {
            run = if self.has(slot % HALF_HOURS) { run + 1 } else { 0 };
            best = best.max(run);
        }
        best.min(HALF_HOURS as u32)
    }

    /// The half hours at which a stretch of so many free ones begins; a stretch may run over the end of the week. Two
    /// weeks have such a stretch in common if and only if they have such a beginning in common.
    #[must_use]
    pub fn beginnings(&self, half_hours: u32) -> Self {
        let enough = half_hours.min(HALF_HOURS as u32);
        let (mut begins, mut have) = (*self, 1);
        // Where so many are free from a half hour on and from that many later, twice as many are free from it on.
        while have < enough {
            let step = have.min(enough - have);
            begins = begins.shared(&begins.later(step));
            have += step;
        }
        begins
    }

    /// The week as it looks so many half hours later, fewer than it has.
    fn later(&self, half_hours: u32) -> Self {
        // Two weeks on end, of which the second begins in the middle of a word.
        let mut twice = [0; 12];
        for (at, word) in self.0.iter().enumerate() {
            let (second, within) = ((HALF_HOURS + at * 64) / 64, HALF_HOURS % 64);
            for (place, bits) in [(at, *word), (second, word << within), (second + 1, word >> (64 - within))] {
                twice.get_mut(place).into_iter().for_each(|place| *place |= bits);
            }
        }
        let word = |at: usize| twice.get(at).copied().unwrap_or(0);
        let mut later = Self::default();
        for (at, place) in later.0.iter_mut().enumerate() {
            let (first, within) = (at + half_hours as usize / 64, half_hours % 64);
            let next = word(first + 1).checked_shl(64 - within).unwrap_or(0);
            *place = word(first) >> within | next;
        }
        later.0.last_mut().into_iter().for_each(|last| *last &= (1 << (HALF_HOURS % 64)) - 1);
        later
    }

    /// Whether nothing is free.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
}

/// A half hour of the week as people write it, such as `Tue 17:00`.
pub fn half_hour_words(half_hour: u32) -> String {
    const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    let day = DAYS.get(half_hour as usize / 48).copied().unwrap_or("Sun");
    let minutes = half_hour % 48 * 30;
    format!("{day} {:02}:{:02}", minutes / 60, minutes % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_cross_the_end_of_the_week() {
        let mut week = Week::default();
        week.add(HALF_HOURS - 2, HALF_HOURS + 3);
        assert_eq!((week.half_hours(), week.longest_run()), (5, 5));
        assert!(week.has(0) && week.has(HALF_HOURS - 1) && !week.has(3));
    }

    #[test]
    fn enough_free_half_hours_begin_where_each_of_them_is_free() {
        let mut dice = 7_u64;
        for round in 0..200 {
            let mut week = Week::default();
            for slot in 0..HALF_HOURS {
                dice = dice.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                if (dice >> 33) % 10 < 5 + round % 5 {
                    week.add(slot, slot + 1);
                }
            }
            for enough in [1, 2, 3, 5, 8, 48, 335, 336] {
                let begins = week.beginnings(enough);
                for slot in 0..HALF_HOURS {
                    let free = (0..enough as usize).all(|later| week.has((slot + later) % HALF_HOURS));
                    assert_eq!(begins.has(slot), free, "{slot} {enough}");
                }
                assert_eq!(begins.is_empty(), week.longest_run() < enough);
                assert!(begins.half_hours() as usize <= HALF_HOURS);
            }
        }
    }

    #[test]
    fn two_short_gaps_are_no_long_one() {
        let mut week = Week::default();
        week.add(10, 12);
        week.add(20, 22);
        assert_eq!((week.half_hours(), week.longest_run()), (4, 2));
    }

    #[test]
    fn a_full_week_is_one_week_long() {
        let mut week = Week::default();
        week.add(0, HALF_HOURS);
        assert_eq!(week.longest_run() as usize, HALF_HOURS);
    }
}

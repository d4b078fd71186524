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
        let enough = (half_hours as usize).min(HALF_HOURS);
        let mut beginnings = Self::default();
        // How many free half hours there are from each on, counted backwards twice round.
        let mut run = 0;
        for slot in (0..2 * HALF_HOURS).rev() {
            run = if self.has(slot % HALF_HOURS) { run + 1 } else { 0 };
            if slot < HALF_HOURS && run >= enough {
                beginnings.add(slot, slot + 1);
            }
        }
        beginnings
    }

    /// Whether nothing is free.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|word| *word == 0)
    }
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

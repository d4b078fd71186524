//! Choices that follow from a seed, the same on every machine.

/// A source of numbers that look random: splitmix64 (Steele, Lea and Flood, "Fast splittable pseudorandom number
/// generators", 2014).
#[derive(Debug, Clone)]
pub(super) struct Dice(u64);

impl Dice {
    /// Dice of their own for one thing, such as one person: what is drawn for one changes nothing for another.
    pub(super) fn of(seed: u64, what: u64, index: u64) -> Self {
        let mut dice = Self(seed);
        for part in [what, index] {
            dice.0 = dice.next() ^ part.wrapping_mul(0xd6e8_feb8_6659_fd93);
        }
        dice
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        mixed ^ (mixed >> 31)
    }

    /// A number below `sides`; 0 where there is none.
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        // The upper half of the product is as even as the numbers are many, without a division.
        let product = u128::from(self.next()) * u128::from(sides);
        u64::try_from(product >> 64).unwrap_or(0)
    }

    /// A number of a range, both ends included.
    pub(super) fn between(&mut self, low: u64, high: u64) -> u64 {
        low + self.roll(high.saturating_sub(low) + 1)
    }

    /// True so often in a hundred.
    pub(super) fn chance(&mut self, in_a_hundred: u64) -> bool {
        self.roll(100) < in_a_hundred
    }

    /// A number below `sides`, the small ones far oftener: as interests and languages are spread, where a few are
    /// common and many are rare.
    pub(super) fn skewed(&mut self, sides: usize) -> usize {
        // The product of two even fractions, in 65,536ths so that the last of a short list is still reached.
        let product = (self.roll(1 << 16) * self.roll(1 << 16)) >> 16;
        ((product * sides as u64) >> 16) as usize
    }

    /// Any of these, as likely as another; blank where there is none.
    pub(super) fn pick(&mut self, from: &[&'static str]) -> &'static str {
        let at = self.roll(from.len() as u64) as usize;
        from.get(at).copied().unwrap_or_default()
    }

    /// One of these, the first ones far oftener.
    pub(super) fn common(&mut self, from: &[&'static str]) -> &'static str {
        let at = self.skewed(from.len());
        from.get(at).copied().unwrap_or_default()
    }

    /// Different ones of these, the first ones far oftener, in the order in which they were thought of.
    pub(super) fn several(&mut self, from: &[&'static str], count: u64) -> Vec<&'static str> {
        let mut several = Vec::new();
        for _ in 0..count {
            let one = self.common(from);
            if !several.contains(&one) {
                several.push(one);
            }
        }
        several
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_numbers_are_those_of_the_paper() {
        // The first three numbers of splitmix64 from the seed 1234567, as its reference implementation gives them.
        let mut dice = Dice(1_234_567);
        assert_eq!(
            [dice.next(), dice.next(), dice.next()],
            [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423]
        );
    }

    #[test]
    fn rolls_stay_in_range_and_reach_both_ends() {
        let mut dice = Dice::of(1, 2, 3);
        let rolls: Vec<u64> = (0..1000).map(|_| dice.between(3, 7)).collect();
        assert_eq!((rolls.iter().min(), rolls.iter().max()), (Some(&3), Some(&7)));
        assert_eq!((dice.roll(0), dice.skewed(0), dice.pick(&[]), dice.common(&[])), (0, 0, "", ""));
        let mut counts = [0; 10];
        (0..10_000).for_each(|_| counts[dice.skewed(10)] += 1);
        assert!(counts[0] > 2 * counts[4] && counts[4] > 2 * counts[8], "{counts:?}");
        let mut of_three = [0; 3];
        (0..1000).for_each(|_| of_three[dice.skewed(3)] += 1);
        assert!(of_three[0] > 500 && of_three[2] > 20, "{of_three:?}");
    }
}

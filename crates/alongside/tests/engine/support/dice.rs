//! Choices that follow from a seed.

/// A small source of numbers that look random (Steele, Lea and Flood 2014, splitmix64).
#[derive(Debug, Clone)]
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) const fn new(seed: u64) -> Self {
        Self(seed)
    }

    /// A number below `sides`.
    pub(crate) fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    /// True so often in a hundred.
    pub(crate) fn chance(&mut self, in_a_hundred: usize) -> bool {
        self.roll(100) < in_a_hundred
    }

    pub(crate) fn pick<T: Clone>(&mut self, from: &[T]) -> T {
        from[self.roll(from.len())].clone()
    }

    /// Some of these, at least one, in their order.
    pub(crate) fn some_of<T: Clone>(&mut self, from: &[T], in_a_hundred: usize) -> Vec<T> {
        let mut some: Vec<T> = from.iter().filter(|_| self.chance(in_a_hundred)).cloned().collect();
        if some.is_empty() {
            some.push(self.pick(from));
        }
        some
    }

    pub(crate) fn shuffle<T>(&mut self, items: &mut [T]) {
        for last in (1..items.len()).rev() {
            items.swap(last, self.roll(last + 1));
        }
    }
}

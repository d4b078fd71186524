//! Tuples of levels, compared lexicographically.

use std::cmp::Ordering;
use std::ops::{Add, AddAssign, Sub, SubAssign};

/// Words of 64 bits, the first decides first. A [`Layout`](super::layout::Layout) says which levels a word carries and
/// proves that no sum leaves its word, so sums need not be checked again here.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Tuple<const W: usize>(pub(crate) [i64; W]);

impl<const W: usize> Tuple<W> {
    pub(crate) const ZERO: Self = Self([0; W]);
    /// Above every sum; only ever compared.
    pub(crate) const MOST: Self = Self([i64::MAX; W]);
    /// The price of a column that takes nobody: above every price, so that no search goes there, yet it can be added
    /// to any sum.
    pub(crate) const CLOSED: Self = {
        let mut words = [0; W];
        words[0] = 1 << 62;
        Self(words)
    };
}

impl<const W: usize> Add for Tuple<W> {
    type Output = Self;

    #[inline]
    fn add(mut self, other: Self) -> Self {
        self += other;
        self
    }
}

impl<const W: usize> AddAssign for Tuple<W> {
    #[inline]
    fn add_assign(&mut self, other: Self) {
        for (word, more) in self.0.iter_mut().zip(other.0) {
            *word = word.wrapping_add(more);
        }
    }
}

impl<const W: usize> Sub for Tuple<W> {
    type Output = Self;

    #[inline]
    fn sub(mut self, other: Self) -> Self {
        self -= other;
        self
    }
}

impl<const W: usize> SubAssign for Tuple<W> {
    #[inline]
    fn sub_assign(&mut self, other: Self) {
        for (word, less) in self.0.iter_mut().zip(other.0) {
            *word = word.wrapping_sub(less);
        }
    }
}

impl<const W: usize> PartialOrd for Tuple<W> {
    #[inline]
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }

    #[inline]
    fn lt(&self, other: &Self) -> bool {
        for at in 0..W - 1 {
            if self.0[at] != other.0[at] {
                return self.0[at] < other.0[at];
            }
        }
        self.0[W - 1] < other.0[W - 1]
    }

    #[inline]
    fn ge(&self, other: &Self) -> bool {
        !self.lt(other)
    }

    #[inline]
    fn gt(&self, other: &Self) -> bool {
        other.lt(self)
    }

    #[inline]
    fn le(&self, other: &Self) -> bool {
        !other.lt(self)
    }
}

impl<const W: usize> Ord for Tuple<W> {
    #[inline]
    fn cmp(&self, other: &Self) -> Ordering {
        self.0.cmp(&other.0)
    }
}

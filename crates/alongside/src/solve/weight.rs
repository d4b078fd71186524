//! A weight of several words, compared word by word.

use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Rem, Sub};

use num_traits::{Bounded, Num, One, Signed, Zero};

/// `N` integers added and subtracted one by one and compared like a dictionary
/// entry: an ordered abelian group, which is all that the Hungarian method
/// needs of its weights.
///
/// Sums wrap: [`Plan`](super::pack::Plan) keeps every label and slack of the
/// method within a word, so none does, except the grand total of all labels,
/// which nobody reads. Unchecked words let the compiler use wide instructions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Weight<const N: usize>(pub(super) [i64; N]);

impl<const N: usize> Weight<N> {
    /// Combines two weights word by word.
    fn zip(self, other: Self, with: impl Fn(i64, i64) -> i64) -> Self {
        let mut words = self.0;
        for (word, other) in words.iter_mut().zip(other.0) {
            *word = with(*word, other);
        }
        Self(words)
    }
}

impl<const N: usize> Add for Weight<N> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.zip(other, i64::wrapping_add)
    }
}

impl<const N: usize> Sub for Weight<N> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.zip(other, i64::wrapping_sub)
    }
}

impl<const N: usize> Neg for Weight<N> {
    type Output = Self;
    fn neg(self) -> Self {
        Self(self.0.map(i64::wrapping_neg))
    }
}

impl<const N: usize> Sum for Weight<N> {
    fn sum<I: Iterator<Item = Self>>(weights: I) -> Self {
        weights.fold(Self::zero(), Add::add)
    }
}

impl<const N: usize> Zero for Weight<N> {
    fn zero() -> Self {
        Self([0; N])
    }

    fn is_zero(&self) -> bool {
        self.0.iter().all(|&word| word == 0)
    }
}

impl<const N: usize> Bounded for Weight<N> {
    fn min_value() -> Self {
        Self([i64::MIN; N])
    }

    fn max_value() -> Self {
        Self([i64::MAX; N])
    }
}

impl<const N: usize> Signed for Weight<N> {
    fn abs(&self) -> Self {
        if self.is_negative() { -*self } else { *self }
    }

    fn abs_sub(&self, other: &Self) -> Self {
        if self > other { *self - *other } else { Self::zero() }
    }

    fn signum(&self) -> Self {
        match self.cmp(&Self::zero()) {
            std::cmp::Ordering::Less => -Self::one(),
            std::cmp::Ordering::Equal => Self::zero(),
            std::cmp::Ordering::Greater => Self::one(),
        }
    }

    fn is_positive(&self) -> bool {
        *self > Self::zero()
    }

    fn is_negative(&self) -> bool {
        *self < Self::zero()
    }
}

// `Signed` asks for a ring. The method never multiplies or divides, so these
// are the plain word-by-word operations and no more.

impl<const N: usize> One for Weight<N> {
    fn one() -> Self {
        Self([1; N])
    }
}

impl<const N: usize> Mul for Weight<N> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.zip(other, i64::wrapping_mul)
    }
}

impl<const N: usize> Div for Weight<N> {
    type Output = Self;
    fn div(self, other: Self) -> Self {
        self.zip(other, |word, by| word.checked_div(by).unwrap_or(0))
    }
}

impl<const N: usize> Rem for Weight<N> {
    type Output = Self;
    fn rem(self, other: Self) -> Self {
        self.zip(other, |word, by| word.checked_rem(by).unwrap_or(0))
    }
}

impl<const N: usize> Num for Weight<N> {
    type FromStrRadixErr = std::num::ParseIntError;

    fn from_str_radix(text: &str, radix: u32) -> Result<Self, Self::FromStrRadixErr> {
        i64::from_str_radix(text, radix).map(|word| Self([word; N]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_differing_word_decides() {
        assert!(Weight([1, -9]) > Weight([0, 9]));
        assert!(Weight([0, 1]) > Weight([0, 0]));
        assert!(Weight([0, 1]).is_positive());
        assert!(Weight([-1, 9]).is_negative());
        assert_eq!(Weight([-1, 9]).abs(), Weight([1, -9]));
    }
}

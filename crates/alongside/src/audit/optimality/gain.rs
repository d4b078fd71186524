//! Numbers level by level: never added across levels, always compared from the first.

use std::cmp::Ordering;

/// What a change adds to the levels: to those of people served, or to those of quality after them, or nothing.
#[derive(Debug, Clone, Copy)]
pub(in crate::audit) enum Gain<'r> {
    Nothing,
    Served(&'r [i128], Sign),
    Quality(&'r [i128], Sign),
}

/// Whether it is gained or lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::audit) enum Sign {
    Gained,
    Lost,
}

impl Sign {
    fn of(self, amount: i128) -> i128 {
        match self {
            Self::Gained => amount,
            Self::Lost => amount.saturating_neg(),
        }
    }
}

impl Gain<'_> {
    /// Adds the gain to the numbers, of which the first so many are those of people served; levels that the numbers
    /// do not have are left out.
    pub(super) fn add_to(self, numbers: &mut [i128], served_width: usize) {
        let (served, quality) = numbers.split_at_mut(served_width.min(numbers.len()));
        let (part, amounts, sign) = match self {
            Self::Nothing => return,
            Self::Served(amounts, sign) => (served, amounts, sign),
            Self::Quality(amounts, sign) => (quality, amounts, sign),
        };
        part.iter_mut().zip(amounts).for_each(|(number, &amount)| *number = number.saturating_add(sign.of(amount)));
    }

    /// Compares the numbers with the gain added to others.
    pub(super) fn compare(self, numbers: &[i128], other: &[i128], served_width: usize) -> Ordering {
        let (served, quality) = numbers.split_at(served_width.min(numbers.len()));
        let (other_served, other_quality) = other.split_at(served_width.min(other.len()));
        match self {
            Self::Nothing => numbers.cmp(other),
            Self::Served(amounts, sign) => {
                added(served, amounts, sign, other_served).then_with(|| quality.cmp(other_quality))
            }
            Self::Quality(amounts, sign) => {
                served.cmp(other_served).then_with(|| added(quality, amounts, sign, other_quality))
            }
        }
    }
}

fn added(numbers: &[i128], amounts: &[i128], sign: Sign, other: &[i128]) -> Ordering {
    for ((number, &amount), other) in numbers.iter().zip(amounts).zip(other) {
        match number.saturating_add(sign.of(amount)).cmp(other) {
            Ordering::Equal => {}
            differ => return differ,
        }
    }
    Ordering::Equal
}

/// One row of numbers for each node.
#[derive(Debug, Clone)]
pub(in crate::audit) struct Labels {
    pub(super) width: usize,
    values: Vec<i128>,
}

impl Labels {
    /// Nothing gained anywhere.
    pub(in crate::audit) fn zero(nodes: usize, width: usize) -> Self {
        Self { width, values: vec![0; nodes * width] }
    }

    /// The numbers of the node.
    pub(super) fn of(&self, node: usize) -> &[i128] {
        self.values.get(node * self.width..(node + 1) * self.width).unwrap_or_default()
    }

    /// The same, to be changed.
    pub(super) fn of_mut(&mut self, node: usize) -> &mut [i128] {
        self.values.get_mut(node * self.width..(node + 1) * self.width).unwrap_or_default()
    }
}

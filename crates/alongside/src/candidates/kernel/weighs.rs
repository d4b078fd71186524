//! What each criterion weighs for a mentee, who may have weights of their own.

use super::Sum;
use super::points::Scale;
use crate::criteria::Criteria;

/// Factors on the points of criteria, for one sum.
#[derive(Debug, Clone, Copy)]
pub(super) struct Weighs<'a> {
    criteria: &'a Criteria<'a>,
    sum: Sum,
}

impl<'a> Weighs<'a> {
    pub(super) const fn new(criteria: &'a Criteria<'a>, sum: Sum) -> Self {
        Self { criteria, sum }
    }

    /// The factor for a mentee. No sum of factors leaves 28 bits, as the whole fit does not.
    pub(super) fn of(self, mentee: usize, criterion: usize) -> i32 {
        let factor = match self.sum {
            Sum::Fit => self.criteria.weight(mentee, criterion),
            Sum::Points(one) => i64::from(one == criterion),
            Sum::OfMentor => self.criteria.mentor_weight(mentee, criterion),
        };
        factor as i32
    }

    /// The greatest factor for anybody.
    pub(super) fn most(self, criterion: usize) -> i64 {
        match self.sum {
            Sum::Points(one) => i64::from(one == criterion),
            Sum::Fit | Sum::OfMentor => self.criteria.most_weight(criterion),
        }
    }

    /// How a sum of worths becomes points for a mentee.
    pub(super) fn scale(self, mentee: usize, criterion: usize, full_at: i32) -> Scale {
        let weight = self.of(mentee, criterion);
        Scale { full_at, weight, unknown: self.criteria.unknown_points(criterion) as i32 * weight }
    }
}

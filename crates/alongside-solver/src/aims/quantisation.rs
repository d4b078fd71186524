//! Which values count as equal.

use super::error::AimError;

/// Most cuts, so 101 classes of value, and most ranks.
pub const MAX_CUTS: usize = 100;

/// How values are put into classes: two values count as equal if no cut lies between them. A cut belongs to the class
/// above it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Quantisation {
    /// No value counts as equal to another: a cut at every value that occurs but the least. Refused where there are
    /// too many.
    Exact,
    /// Cuts at the multiples of a step that lie above the least value that occurs and not above the greatest.
    Step(i64),
    /// These cuts, ascending.
    Cuts(Vec<i64>),
}

impl Quantisation {
    /// The cuts for values, ascending.
    ///
    /// # Errors
    ///
    /// [`AimError::TooMany`] for more than [`MAX_CUTS`]; [`AimError::Cuts`] if cuts do not ascend or a step is not
    /// above 0.
    pub fn cuts(&self, values: &[i64]) -> Result<Vec<i64>, AimError> {
        let cuts = match self {
            Self::Exact => {
                let mut distinct = values.to_vec();
                distinct.sort_unstable();
                distinct.dedup();
                distinct.drain(..distinct.len().min(1));
                distinct
            }
            Self::Step(step) => {
                if *step <= 0 {
                    return Err(AimError::Cuts);
                }
                let multiple = |value: Option<&i64>| value.map_or(0, |value| value.div_euclid(*step));
                let (least, most) = (multiple(values.iter().min()), multiple(values.iter().max()));
                let given = least.abs_diff(most);
                if given > MAX_CUTS as u64 {
                    return Err(AimError::TooMany { given });
                }
                (least..most).map(|multiple| (multiple + 1) * step).collect()
            }
            Self::Cuts(cuts) => {
                if !cuts.is_sorted_by(|left, right| left < right) {
                    return Err(AimError::Cuts);
                }
                cuts.clone()
            }
        };
        if cuts.len() > MAX_CUTS { Err(AimError::TooMany { given: cuts.len() as u64 }) } else { Ok(cuts) }
    }
}

//! In which order criteria are asked: that first after which most pairs are known to fall short.

use super::steps::{Ready, Step};
use super::{Asked, Kernel};
use rayon::prelude::*;
use std::cmp::Reverse;
use std::sync::Arc;

/// Mentees whose pairs are asked by way of trial, and pairs of each.
const MENTEES: usize = 32;
const PAIRS: usize = 64;

/// Columns looked at together until there are as many pairs.
const STRETCH: usize = 1024;

impl Kernel<'_> {
    /// Puts first what takes most away from the most there is to earn, in the pairs of a few mentees. What is asked pair
    /// by pair stays where it is: rules in front, since they refuse, and criteria at the end, since they are dear. Sums
    /// do not depend on the order, and the order on nothing but the programme.
    pub(super) fn put_in_order(&mut self) {
        let mentees = self.compiled.mentees();
        let tried =
            (0..MENTEES.min(mentees)).into_par_iter().map(|at| self.try_out(at * mentees / MENTEES.min(mentees)));
        let none = || vec![0; self.laid.steps.len()];
        let short: Vec<i64> = tried.reduce(none, |all, one| all.iter().zip(one).map(|(all, one)| all + one).collect());
        let Some(laid) = Arc::get_mut(&mut self.laid) else { return };
        let mut steps: Vec<(i64, Step)> = short.into_iter().zip(std::mem::take(&mut laid.steps)).collect();
        steps.sort_by_key(|(short, step)| match step {
            Step::Rule(_) => (0, Reverse(0)),
            Step::Criterion { .. } => (2, Reverse(0)),
            _ => (1, Reverse(*short)),
        });
        laid.steps = steps.into_iter().map(|(_, step)| step).collect();
    }

    /// By how much each step's points fall short of the most they can be, in some of a mentee's pairs.
    fn try_out(&self, mentee: usize) -> Vec<i64> {
        let (row, mut pairs) = (self.prepare(mentee), Vec::new());
        for from in (0..self.columns()).step_by(STRETCH) {
            self.find(&row, from..self.columns().min(from + STRETCH), Asked::default(), &mut pairs);
            if pairs.len() >= PAIRS {
                break;
            }
        }
        pairs.truncate(PAIRS);
        let records: Vec<u32> = pairs.iter().map(|(column, _)| self.columns[*column as usize]).collect();
        let short = |(step, ready): (&Step, &Ready)| {
            let mut sums = vec![0; records.len()];
            step.run(ready, &self.laid.records, &records, &mut sums);
            let most = i64::from(step.most(ready));
            sums.iter().map(|points| most - i64::from(*points)).sum()
        };
        // Mentees who take no part, or whom every mentor is refused, have no steps.
        let mut short: Vec<i64> = self.laid.steps.iter().zip(&row.own.steps).map(short).collect();
        short.resize(self.laid.steps.len(), 0);
        short
    }
}

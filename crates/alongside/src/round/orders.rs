//! Who would rather have whom.

use crate::compile::Compiled;
use crate::solve::Problem;
use rayon::prelude::*;
use std::cmp::Reverse;

/// What a mentee's first choice is worth to them, beyond any fit; each later choice one less.
const CHOSEN: i64 = 1 << 62;

/// Both sides' orders over the pairs of a problem whose rows are mentees and whose columns are mentors: larger is
/// preferred, equal is a tie.
#[derive(Debug)]
pub(crate) struct Sides {
    /// A mentee's: the mentors they chose, first choice first, then the others by fit.
    pub(crate) mentees: Vec<i64>,
    /// A mentor's: by fit.
    pub(crate) mentors: Vec<i64>,
}

impl Sides {
    /// The orders of a programme's people; `fit` is the problem's level that counts fit. Time linear in pairs times
    /// choices.
    pub(crate) fn new(compiled: &Compiled<'_>, problem: &Problem, fit: usize) -> Self {
        let mentors = problem.level(fit).to_vec();
        let mut mentees = mentors.clone();
        for (mentee, one) in compiled.matching.mentees.iter().enumerate().filter(|(_, one)| !one.choices.is_empty()) {
            let chosen: Vec<Option<usize>> = one.choices.iter().map(|id| compiled.mentor_at(id)).collect();
            for edge in problem.edges_of(mentee) {
                let mentor = problem.edge_columns().get(edge).map(|mentor| *mentor as usize);
                let rank = (0..).zip(&chosen).find(|(_, chosen)| chosen.is_some() && **chosen == mentor);
                if let (Some((rank, _)), Some(worth)) = (rank, mentees.get_mut(edge)) {
                    *worth = CHOSEN - rank;
                }
            }
        }
        Self { mentees, mentors }
    }

    /// The same without ties: equals by tie value, the greatest first, then by id, the least first.
    pub(super) fn strict(&self, ties: &[i64]) -> Self {
        Self { mentees: strict(&self.mentees, ties), mentors: strict(&self.mentors, ties) }
    }
}

fn strict(worths: &[i64], ties: &[i64]) -> Vec<i64> {
    // Pairs are in order of mentee, then of mentor, and so of the ids of either side.
    let pairs = worths.iter().zip(ties).enumerate();
    let mut order: Vec<_> = pairs.map(|(pair, (worth, tie))| (*worth, *tie, Reverse(pair))).collect();
    order.par_sort_unstable();
    let mut places = vec![0; order.len()];
    for (place, (.., Reverse(pair))) in (0..).zip(order) {
        places.get_mut(pair).into_iter().for_each(|own| *own = place);
    }
    places
}

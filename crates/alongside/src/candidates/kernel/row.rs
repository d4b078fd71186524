//! A mentee made ready for passes over mentors.

use super::Kernel;
use super::gates::Wanted;
use super::steps::{Outlook, Ready};
use super::telling::{self, Telling};
use super::travel::Journey;
use rayon::prelude::*;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

/// A mentee, ready for tiles of mentors.
#[derive(Debug)]
pub(crate) struct Row {
    pub(super) mentee: usize,
    pub(super) own: Arc<Own>,
    /// Columns of suspects, ascending.
    pub(super) suspects: Vec<u32>,
    /// The row of what is the mentors' part of the fit.
    pub(super) of_mentor: Option<Box<Self>>,
}

/// What is the same whichever columns are looked at.
#[derive(Debug, Default)]
pub(super) struct Own {
    /// What all mentors earn alike; none for a mentee who takes no part.
    pub(super) base: Option<i32>,
    pub(super) wanted: Wanted,
    pub(super) journey: Option<Journey>,
    pub(super) steps: Vec<Ready>,
    /// Most that the steps from each on can add.
    pub(super) most: Vec<i32>,
    pub(super) telling: Vec<Telling>,
}

/// Most mentees of whom it is remembered from one pass to the next, at some two thousand bytes each. It saves up to a
/// tenth of the work over all pairs of ten thousand mentees, and less of more.
const REMEMBERED: usize = 1 << 15;

/// What is remembered of mentees. Columns that are selected share it, as sets and records have the same numbers there.
#[derive(Debug, Clone, Default)]
pub(super) struct Remembered(Arc<[OnceLock<Arc<Own>>]>);

impl Remembered {
    /// Nothing yet.
    pub(super) fn of(mentees: usize) -> Self {
        let many = if mentees <= REMEMBERED { mentees } else { 0 };
        Self((0..many).map(|_| OnceLock::new()).collect())
    }

    fn get(&self, mentee: usize, make: impl FnOnce() -> Own) -> Arc<Own> {
        match self.0.get(mentee) {
            Some(place) => Arc::clone(place.get_or_init(|| Arc::new(make()))),
            None => Arc::new(make()),
        }
    }
}

impl Drop for Remembered {
    /// So many small pieces of memory are given back by all threads.
    fn drop(&mut self) {
        if let Some(places) = Arc::get_mut(&mut self.0) {
            places.par_iter_mut().for_each(|place| drop(place.take()));
        }
    }
}

impl Row {
    /// What the mentee's pairs have in common, suspects' aside; none where steps have to tell.
    pub(crate) fn same(&self) -> Option<i32> {
        self.own.base.filter(|_| self.own.steps.iter().all(|ready| matches!(ready, Ready::Done)))
    }

    /// The suspects among some columns.
    pub(crate) fn suspects_in(&self, columns: Range<usize>) -> impl Iterator<Item = usize> {
        let first = self.suspects.partition_point(|column| (*column as usize) < columns.start);
        self.suspects[first..].iter().map(|column| *column as usize).take_while(move |column| *column < columns.end)
    }

    /// Whether a column is a suspect's.
    pub(crate) fn suspects(&self, column: u32) -> bool {
        self.suspects.binary_search(&column).is_ok()
    }
}

impl Kernel<'_> {
    /// Gets a mentee ready.
    pub(crate) fn prepare(&self, mentee: usize) -> Row {
        let own = self.remembered.get(mentee, || self.own(mentee));
        let suspects = self.suspects[mentee].iter().filter(|_| own.base.is_some());
        let columns = suspects.map(|mentor| self.column_of[*mentor as usize]).filter(|at| *at != u32::MAX);
        let mut suspects: Vec<u32> = columns.collect();
        suspects.sort_unstable();
        let of_mentor = self.of_mentor.as_ref().map(|part| Box::new(part.prepare(mentee)));
        Row { mentee, own, suspects, of_mentor }
    }

    fn own(&self, mentee: usize) -> Own {
        let mut row = Own::default();
        if self.compiled.fixed.is_out(mentee) {
            return row;
        }
        let suspects = &self.suspects[mentee];
        // Any mentor who is no suspect stands for all the others.
        let other =
            (0..).zip(suspects).find(|(at, mentor)| at != *mentor).map_or(suspects.len(), |(at, _)| at as usize);
        let other = other.min(self.compiled.mentors().saturating_sub(1));
        let constant = |at: &usize| self.criteria.points_of(*at, mentee, other) as i32 * self.weighs.of(mentee, *at);
        let mut base: i32 = self.constant.iter().map(constant).sum();
        // Suspects are the reference's alone, so they are looked at even where nobody else will do.
        row.base = Some(base);
        if !self.laid.gates.iter().all(|gate| gate.want(mentee, &mut row.wanted)) {
            row.wanted = Wanted { any: vec![Vec::new()], ..Wanted::default() };
            return row;
        }
        row.journey = self.laid.far.as_ref().map(|far| far.journey(self.compiled, mentee));
        for step in &self.laid.steps {
            row.steps.push(match step.ready(self, mentee) {
                Outlook::Ready(ready, telling) => {
                    row.telling.extend(telling);
                    ready
                }
                Outlook::Same(points) => {
                    base += points;
                    Ready::Done
                }
            });
        }
        row.base = Some(base);
        row.telling.sort_by_key(|telling| -telling.weight());
        row.telling.truncate(telling::MOST_TOLD);
        let mut most: i32 = 0;
        let steps = self.laid.steps.iter().zip(&row.steps).rev();
        row.most = steps
            .map(|(step, ready)| {
                most += step.most(ready);
                most
            })
            .collect();
        row.most.reverse();
        row
    }
}

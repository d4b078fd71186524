//! A mentee made ready for passes over mentors.

use super::Kernel;
use super::gates::Wanted;
use super::steps::{Outlook, Ready};
use super::telling::{self, Telling};
use super::travel::Journey;
use std::ops::Range;

/// A mentee, ready for tiles of mentors.
#[derive(Debug)]
pub(crate) struct Row {
    pub(super) mentee: usize,
    /// What all mentors earn alike; none for a mentee who takes no part.
    pub(super) base: Option<i32>,
    pub(super) wanted: Wanted,
    pub(super) journey: Option<Journey>,
    pub(super) steps: Vec<Ready>,
    /// Most that the steps from each on can add.
    pub(super) most: Vec<i32>,
    pub(super) telling: Vec<Telling>,
    /// Columns of suspects, ascending.
    pub(super) suspects: Vec<u32>,
    /// The row of what is the mentors' part of the fit.
    pub(super) of_mentor: Option<Box<Self>>,
}

impl Row {
    /// What the mentee's pairs have in common, suspects' aside; none where steps have to tell.
    pub(crate) fn same(&self) -> Option<i32> {
        self.base.filter(|_| self.steps.iter().all(|ready| matches!(ready, Ready::Done)))
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
        let mut row = Row {
            mentee,
            base: None,
            wanted: Wanted::default(),
            journey: None,
            steps: Vec::new(),
            most: Vec::new(),
            telling: Vec::new(),
            suspects: Vec::new(),
            of_mentor: None,
        };
        if self.compiled.fixed.is_out(mentee) {
            return row;
        }
        let suspects = &self.suspects[mentee];
        row.suspects =
            suspects.iter().map(|mentor| self.column_of[*mentor as usize]).filter(|at| *at != u32::MAX).collect();
        row.suspects.sort_unstable();
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
        row.of_mentor = self.of_mentor.as_ref().map(|part| Box::new(part.prepare(mentee)));
        row
    }
}

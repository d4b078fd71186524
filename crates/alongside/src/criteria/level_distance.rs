//! `level_distance`: how far the mentor stands from the wished distance above the mentee.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, AttributeKind, POINTS_SCALE};
use crate::outcome::{Because, Unit};
use std::sync::Arc;

/// Both sides' positions, the wished distance, and the distance from it at which no points are left.
pub(super) struct LevelDistance<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    ideal: i64,
    span: i64,
    unit: Unit,
    field: Arc<str>,
}

impl<'a> LevelDistance<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, attribute: &AttributeKey, ideal: i64, span: i64) -> Self {
        let (mentees, mentors) = (compiled.mentees.column(attribute), compiled.mentors.column(attribute));
        let unit = match compiled.matching.attributes.get(attribute).map(|one| &one.kind) {
            Some(AttributeKind::Level(_)) => Unit::Levels,
            Some(AttributeKind::Date) => Unit::Days,
            _ => Unit::Thousandths,
        };
        Self { mentees, mentors, ideal, span, unit, field: attribute.as_str().into() }
    }

    fn difference(&self, mentee: usize, mentor: usize) -> Option<i64> {
        Some(self.mentors.position(mentor)? - self.mentees.position(mentee)?)
    }
}

impl Criterion for LevelDistance<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        self.difference(mentee, mentor).map_or(Points::Unknown, |difference| {
            let left = self.span - (difference - self.ideal).abs();
            Points::Known(if left > 0 { POINTS_SCALE * left / self.span } else { 0 })
        })
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        let difference = self.difference(mentee, mentor);
        difference
            .map_or_else(|| unknown(&self.blanks(mentee, mentor)), |by| Because::Difference { by, unit: self.unit })
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        Blank::sides(self.mentees.is_blank(mentee), self.mentors.is_blank(mentor), &self.field)
    }
}

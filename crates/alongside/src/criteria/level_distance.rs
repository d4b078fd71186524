//! `level_distance`: how far the mentor stands from the wished distance above the mentee.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, AttributeKind, POINTS_SCALE};
use crate::outcome::{Because, Unit};
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "level_distance",
    looks_at: "How far the mentor's answer lies above the mentee's, on an attribute that has an order: a level, a \
        number, a date.",
    why: "In mentoring for work and study, programmes often wish for a mentor one or two steps ahead: far enough to \
        show the way, near enough to remember it. That is the judgement of programmes and no finding of research, so \
        the distance is yours to state.",
    effect: "A blank on either side is unknown. Let d be the distance between the wished difference, `ideal`, and \
        the mentor's place less the mentee's. Where d is below `span`: 1000 × (span − d) / span, rounded down. Else \
        0. Levels count in places, dates in days, numbers in their own unit.",
    settings: &[
        ("attribute", "an attribute of kind level, number or date; required"),
        ("ideal", "the wished difference, the mentor's place less the mentee's; may be below 0; 0 when absent"),
        (
            "span",
            "the distance from `ideal` at which no points are left, above 0. For a level, the number of its words \
                less one when absent; required for a number or date",
        ),
    ],
    example: r#"[attributes.grade]
kind = "level"
order = ["assistant", "officer", "manager", "director"]
sensitivity = "ordinary"

[[criteria]]
criterion = "level_distance"
attribute = "grade"
ideal = 1
span = 3
weight = 3
why = "One step ahead: near enough to remember what it was like.""#,
    cannot_know: "Whether the steps are equally large. It takes each word of a level to be one step from the next.",
};

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

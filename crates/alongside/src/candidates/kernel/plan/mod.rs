//! Which gate or step each rule and criterion of a programme becomes.

mod criteria;
mod rules;

use super::REFUSED;
use super::bitmaps::Bitmaps;
use super::classes::{Classes, Few, Group};
use super::gates::Gate;
use super::hopes::Hopes;
use super::place::Where;
use super::records::{Parts, Records};
use super::steps::{Step, Wishes};
use super::travel::Far;
use super::weighs::Weighs;
use super::wishes::Heeded;
use crate::compile::Compiled;
use crate::criteria::Criteria;
use crate::domain;
use crate::eligibility::Rules;
use std::sync::Arc;

/// A programme laid out for passes over its pairs.
#[derive(Debug)]
pub(super) struct Laid {
    /// Rules as sets of columns.
    pub(super) gates: Vec<Gate>,
    /// The rule of travel.
    pub(super) far: Option<Far>,
    /// What is asked pair by pair, then criteria.
    pub(super) steps: Vec<Step>,
    pub(super) places: Option<Where>,
    pub(super) records: Records,
}

/// A programme while it is laid out.
pub(super) struct Plan<'a> {
    compiled: &'a Compiled<'a>,
    rules: &'a Rules<'a>,
    criteria: &'a Criteria<'a>,
    weighs: Weighs<'a>,
    columns: &'a [u32],
    few: Vec<Few>,
    gates: Vec<Gate>,
    far: Option<Far>,
    asking: Vec<Step>,
    earning: Vec<Step>,
    places: Option<Where>,
    parts: Parts<'a>,
    sets: Bitmaps,
}

impl<'a> Plan<'a> {
    /// For these columns of mentors, with these factors on the criteria's points.
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        rules: &'a Rules<'a>,
        (criteria, weighs): (&'a Criteria<'a>, Weighs<'a>),
        columns: &'a [u32],
        apart: &[bool],
        weights: &[i64],
        with_rules: bool,
    ) -> Self {
        let mut plan = Self {
            compiled,
            rules,
            criteria,
            weighs,
            columns,
            few: Vec::new(),
            gates: Vec::new(),
            far: None,
            asking: Vec::new(),
            earning: Vec::new(),
            places: None,
            parts: Parts::default(),
            sets: Bitmaps::new(columns.len()),
        };
        if with_rules && apart.contains(&true) {
            let mentors = Classes::new(compiled.mentors(), |mentor| apart[mentor]);
            let refuse = |_, mentor: usize| if apart[mentor] { REFUSED } else { 0 };
            if let Some(few) = Few::new(Classes::new(compiled.mentees(), |_| ()), mentors, refuse) {
                plan.few(few);
            }
        }
        for rule in rules.objecting().iter().filter(|_| with_rules) {
            if let Some(kind) = compiled.matching.rules.get(*rule).map(|rule| &rule.kind) {
                plan.rule(*rule, kind);
            }
        }
        for (criterion, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight != 0) {
            plan.criterion(criterion, *weight as i32);
        }
        plan
    }

    /// The programme laid out, with sets of all its columns.
    pub(super) fn laid(mut self) -> (Laid, Bitmaps) {
        for group in Group::all(std::mem::take(&mut self.few)) {
            let of = group.clone();
            let at = self.parts.add(1, move |mentor, words| words.fill(of.class(mentor).into()));
            self.earning.push(Step::Classes { group, at });
        }
        let mut steps = self.asking;
        steps.extend(self.earning);
        let records = self.parts.records(self.columns);
        (Laid { gates: self.gates, far: self.far, steps, places: self.places, records }, self.sets)
    }

    /// Something that tells few people apart: a gate if it refuses, points otherwise.
    fn few(&mut self, few: Few) {
        if few.is_refusing() {
            self.gates.extend(Gate::few(&few, self.columns, &mut self.sets));
        } else {
            self.few.push(few);
        }
    }

    /// Both sides' wishes of a kind; none where they are too many or too different.
    fn both(&self, heeded: Heeded<'_>) -> Option<Wishes> {
        let (mentees, mentors) = (&self.compiled.mentees, &self.compiled.mentors);
        let (mentees, mentors) = ((mentees, self.compiled.mentees()), (mentors, self.compiled.mentors()));
        let of = |whose: domain::Side,
                  own: (&'a crate::compile::Side<'a>, usize),
                  other: (&'a crate::compile::Side<'a>, usize)| {
            if heeded.side.is_none_or(|side| side == whose) {
                Hopes::new(own, |person| own.0.wishes(person), other, heeded).map(Arc::new)
            } else {
                Some(Arc::new(Hopes::default()))
            }
        };
        let (of_mentees, of_mentors) =
            rayon::join(|| of(domain::Side::Mentee, mentees, mentors), || of(domain::Side::Mentor, mentors, mentees));
        Some(Wishes { of_mentees: of_mentees?, of_mentors: of_mentors? })
    }

    fn find_places(&mut self) {
        if self.places.is_none() {
            self.places = Where::new(self.compiled, &mut self.parts);
        }
    }
}

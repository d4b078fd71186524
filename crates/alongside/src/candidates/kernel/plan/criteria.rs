//! What each criterion becomes: a step over records, points that few kinds of people tell apart, or a question that is asked
//! pair by pair.

use super::super::MOST_FULL_AT;
use super::super::classes::{Classes, Few};
use super::super::hopes::Hopes;
use super::super::points::NO_DAYS;
use super::super::steps::{Set, Step, Wishes, count};
use super::super::wishes::{Heeded, by_answer};
use super::Plan;
use crate::compile::Wish;
use crate::domain::{self, AttributeKey, CriterionKind, POINTS_SCALE};
use crate::eligibility::Ways;
use std::sync::Arc;

impl Plan<'_> {
    pub(super) fn criterion(&mut self, at: usize, weight: i32) {
        let Some(criterion) = self.compiled.matching.criteria.get(at) else { return };
        let pairs = Step::Criterion { criterion: at, weight };
        let (compiled, columns) = (self.compiled, self.columns);
        let step = match &criterion.kind {
            // Whoever is chosen or supplied is a suspect; all others of a mentee are alike: see `Kernel::prepare`.
            CriterionKind::RankedChoices { .. } | CriterionKind::Supplied { .. } => return,
            CriterionKind::Own => pairs,
            CriterionKind::SameValue { attribute, .. } | CriterionKind::LevelDistance { attribute, .. } => {
                match self.points_by_answer(at, attribute, attribute) {
                    Some(few) => return self.few(few),
                    None => pairs,
                }
            }
            CriterionKind::Lookup { mentee_attribute, mentor_attribute, .. } => {
                match self.points_by_answer(at, mentee_attribute, mentor_attribute) {
                    Some(few) => return self.few(few),
                    None => pairs,
                }
            }
            CriterionKind::StatedPreferences { side, attribute } => {
                let heeded = Heeded { hard: Some(false), side: *side, attribute: attribute.as_ref() };
                let wishes = self.both(heeded);
                self.wishes(at, wishes).unwrap_or(pairs)
            }
            CriterionKind::CarerPreferences => {
                let carers = Wish::of_carers(compiled);
                let said = |mentee: usize| carers.get(mentee).map_or(&[][..], Vec::as_slice);
                let mentees = (&compiled.mentees, compiled.mentees());
                let mentors = (&compiled.mentors, compiled.mentors());
                let of_carers = Hopes::new(mentees, said, mentors, Heeded { hard: None, side: None, attribute: None });
                let of_mentors = Arc::new(Hopes::default());
                let wishes = of_carers.map(|hopes| Wishes { of_mentees: Arc::new(hopes), of_mentors });
                self.wishes(at, wishes).unwrap_or(pairs)
            }
            CriterionKind::DeliveryPreference { attribute, .. } => match self.preferred(at, attribute) {
                Some(few) => return self.few(few),
                None => pairs,
            },
            CriterionKind::Duration => {
                let sure = self.criteria.days(at).map_or(&[][..], |(sure, _)| sure);
                let days = move |mentor: usize, words: &mut [u64]| {
                    let known = sure.get(mentor).copied().flatten();
                    words.fill(known.map_or(NO_DAYS, i64::cast_unsigned));
                };
                Step::Lasting { criterion: at, at: self.parts.add(1, days) }
            }
            CriterionKind::TrainingHeld { .. } => match self.points_of_mentors(at) {
                Some(few) => return self.few(few),
                None => pairs,
            },
            CriterionKind::SharedTags { attribute, .. } => self.terms(at, attribute).unwrap_or(pairs),
            CriterionKind::SharedDislikes { .. } => self.terms(at, &AttributeKey::new("dislikes")).unwrap_or(pairs),
            CriterionKind::Coverage { .. } => {
                let criteria = self.criteria;
                let stated = |mentee: usize| criteria.stated(at, mentee).map_or(0, count);
                let small = (0..compiled.mentees()).all(|mentee| i64::from(stated(mentee)) <= MOST_FULL_AT);
                let offered = move |mentor: usize| criteria.offered(at, mentor);
                match Set::new(columns, &mut self.parts, Some(&mut self.sets), offered).filter(|_| small) {
                    Some(set) => Step::Coverage { criterion: at, set },
                    None => pairs,
                }
            }
            CriterionKind::Motivations { .. } => {
                let criteria = self.criteria;
                let hoped = move |mentor: usize| criteria.offered(at, mentor);
                let small =
                    (0..compiled.mentors()).all(|mentor| i64::from(hoped(mentor).map_or(0, count)) <= MOST_FULL_AT);
                match Set::new(columns, &mut self.parts, None, hoped).filter(|_| small) {
                    Some(set) => {
                        let many = move |mentor: usize, words: &mut [u64]| {
                            words.fill(u64::from(hoped(mentor).map_or(0, count)));
                        };
                        Step::Hoped { criterion: at, set, many: self.parts.add(1, many) }
                    }
                    None => pairs,
                }
            }
            CriterionKind::SharedTime { full_at_half_hours } => {
                let full_at = full_at_half_hours.cast_signed();
                let free = move |mentor: usize| compiled.mentors.week(mentor).map(|week| &week.words()[..]);
                let small = i64::from(full_at) <= MOST_FULL_AT;
                match Set::new(columns, &mut self.parts, None, free).filter(|_| small) {
                    Some(set) => Step::SharedTime { criterion: at, set, full_at },
                    None => pairs,
                }
            }
            CriterionKind::Distance { near_km, far_km } => {
                self.find_places();
                match &self.places {
                    Some(places) => Step::Near { criterion: at, spot: places.at, near: *near_km, far: *far_km },
                    None => pairs,
                }
            }
        };
        self.earning.push(step);
    }

    /// The mean over wishes of a kind.
    fn wishes(&mut self, at: usize, wishes: Option<Wishes>) -> Option<Step> {
        let (wishes, columns) = (wishes?, self.columns);
        let unknown = self.compiled.matching.criteria.get(at)?.unknown.points();
        let has_any = |column: usize| count(wishes.of_mentors.has(columns[column] as usize)) > 0;
        let wishing = self.sets.add(has_any);
        let open = u32::try_from(unknown).unwrap_or(0);
        Some(Step::Wishes { criterion: at, at: wishes.words(&mut self.parts), wishes, open, wishing })
    }

    /// A criterion that looks at one answer of each.
    fn points_by_answer(&self, at: usize, mentee: &AttributeKey, mentor: &AttributeKey) -> Option<Few> {
        let (compiled, weighs) = (self.compiled, self.weighs);
        let of_mentees = || {
            let answers = by_answer(&compiled.mentees, compiled.mentees(), mentee);
            // Who weighs the criterion otherwise is of another class.
            Classes::new(compiled.mentees(), |mentee: usize| (answers.of[mentee], weighs.of(mentee, at)))
        };
        Few::of(
            of_mentees,
            || by_answer(&compiled.mentors, compiled.mentors(), mentor),
            |mentee, mentor| self.criteria.points_of(at, mentee, mentor) as i32 * weighs.of(mentee, at),
        )
    }

    /// A criterion that gives each mentor the same points with everybody.
    fn points_of_mentors(&self, at: usize) -> Option<Few> {
        let (compiled, weighs) = (self.compiled, self.weighs);
        Few::of(
            || Classes::new(compiled.mentees(), |mentee| weighs.of(mentee, at)),
            || Classes::new(compiled.mentors(), |mentor| self.criteria.points_of(at, 0, mentor)),
            |mentee, mentor| self.criteria.points_of(at, mentee, mentor) as i32 * weighs.of(mentee, at),
        )
    }

    /// How much ways or forms are liked, where that depends on both people's lists alone.
    fn preferred(&self, at: usize, attribute: &AttributeKey) -> Option<Few> {
        let (compiled, weighs) = (self.compiled, self.weighs);
        let methods = attribute.as_str() == "delivery_methods";
        if methods && Ways::new(compiled).is_of_pairs() {
            return None;
        }
        let order = |person: &domain::Person| if methods { person.ways } else { person.models };
        let (mentees, mentors) = (&compiled.matching.mentees, &compiled.matching.mentors);
        let of_mentees = || {
            let answers = by_answer(&compiled.mentees, compiled.mentees(), attribute);
            let of = |mentee: usize| (answers.of[mentee], order(&mentees[mentee].person), weighs.of(mentee, at));
            Classes::new(compiled.mentees(), of)
        };
        let of_mentors = || {
            let answers = by_answer(&compiled.mentors, compiled.mentors(), attribute);
            Classes::new(compiled.mentors(), |mentor| (answers.of[mentor], order(&mentors[mentor].person)))
        };
        Few::of(of_mentees, of_mentors, |mentee, mentor| {
            self.criteria.points_of(at, mentee, mentor) as i32 * weighs.of(mentee, at)
        })
    }

    fn terms(&mut self, at: usize, attribute: &AttributeKey) -> Option<Step> {
        let (worths, full_at) = self.criteria.worths(at)?;
        if full_at > MOST_FULL_AT || worths.iter().any(|worth| *worth > POINTS_SCALE) || worths.len() > 1 << 20 {
            return None;
        }
        let column = self.compiled.mentors.column(attribute);
        let terms = move |mentor: usize| column.terms(mentor);
        let set = Set::new(self.columns, &mut self.parts, Some(&mut self.sets), terms)?;
        let place = self.compiled.mentees.place_of(attribute);
        Some(Step::Terms { criterion: at, attribute: attribute.clone(), place, set, full_at: full_at as i32 })
    }
}

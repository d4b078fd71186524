//! Which gate or step each rule and criterion of a programme becomes.

use super::bitmaps::Bitmaps;
use super::classes::{Classes, Few, Group};
use super::gates::{Gate, Stay};
use super::hopes::Hopes;
use super::place::Where;
use super::points::{NO_DAYS, numbers};
use super::records::{Parts, Records};
use super::steps::{Set, Step, Wishes, count};
use super::travel::Far;
use super::weighs::Weighs;
use super::wishes::{Heeded, by_answer};
use super::{MOST_FULL_AT, REFUSED};
use crate::compile::{Compiled, Meeting, Wish};
use crate::criteria::Criteria;
use crate::domain::{
    self, AttributeKey, CriterionKind, HALF_HOURS, POINTS_SCALE, RuleKind, UnknownData, days_from_epoch,
};
use crate::eligibility::{Rules, Ways};
use rayon::prelude::*;
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

    fn rule(&mut self, at: usize, kind: &'a RuleKind) {
        let gate = match kind {
            // Suspects are asked one by one, and mentors that nobody may meet are no columns.
            RuleKind::Themselves
            | RuleKind::Exclusions
            | RuleKind::KnownTo
            | RuleKind::Role
            | RuleKind::PastPairs
            | RuleKind::Decisions
            | RuleKind::Checks { .. }
            | RuleKind::Training { .. } => return,
            RuleKind::Preferences => match self.both(Heeded { hard: Some(true), side: None, attribute: None }) {
                Some(wishes) if wishes.of_mentees.is_empty() && wishes.of_mentors.is_empty() => return,
                Some(wishes) => Some(Gate::wished(wishes, self.columns, &mut self.sets)),
                None => None,
            },
            RuleKind::ActivityChecks { .. }
            | RuleKind::CoLocation { .. }
            | RuleKind::CarerConsent { .. }
            | RuleKind::Capabilities { .. }
            | RuleKind::Programme { .. } => return self.by_kinds(at),
            RuleKind::Goals => return self.goals(at),
            RuleKind::DeliveryMethod { .. } if self.compiled.matching.delivery.language_for.is_empty() => {
                return self.by_answers(at, &["delivery_methods"]);
            }
            RuleKind::DeliveryMethod { unknown } => self.can_meet(*unknown),
            RuleKind::DeliveryModel { .. } => return self.by_answers(at, &["delivery_models"]),
            RuleKind::Hours { .. } => return self.by_answers(at, &["hours_per_week"]),
            RuleKind::Contact { .. } => {
                return self.by_answers(at, &["contact_channels", "contact_times", "contacts_per_week"]);
            }
            RuleKind::SharedLanguage { .. } => return self.by_answers(at, &["languages"]),
            RuleKind::AgeBounds { .. } => return self.by_answers(at, &["age"]),
            RuleKind::AttributeBounds { attribute, .. } => return self.by_answers(at, &[attribute.as_str()]),
            RuleKind::DatesOverlap { minimum_days, before_transition, unknown } => {
                self.stays(*minimum_days, *before_transition, *unknown)
            }
            RuleKind::TimeOverlap { half_hours, unknown } => {
                let compiled = self.compiled;
                let beginnings = |mentee: usize| {
                    let week = compiled.mentees.week(mentee)?.beginnings(*half_hours);
                    Some(numbers(week.words()).into_iter().map(|slot| slot as u16).collect())
                };
                let mentees = (0..compiled.mentees()).into_par_iter().map(beginnings).collect();
                let weeks = (0..compiled.mentors()).into_par_iter();
                let weeks: Vec<_> =
                    weeks.map(|mentor| Some(compiled.mentors.week(mentor)?.beginnings(*half_hours))).collect();
                let slots = |mentor: usize| {
                    let week = weeks[mentor].as_ref()?;
                    Some(numbers(week.words()).into_iter().map(|slot| slot as u16).collect())
                };
                Some(Gate::in_common((HALF_HOURS, mentees), *unknown, self.columns, slots, &mut self.sets))
            }
            // Two such rules would be asked pair by pair but for the first.
            RuleKind::Travel { who, max_km, unknown } if self.far.is_none() => {
                self.find_places();
                if self.places.is_some() && Meeting::new(self.compiled).tokens_in_all() <= TOKENS {
                    let rule = (*who, *max_km, *unknown);
                    self.far = Some(Far::new(self.compiled, self.columns, rule, &mut self.sets));
                    return;
                }
                None
            }
            RuleKind::Travel { .. } => None,
        };
        match gate {
            Some(gate) => self.gates.push(gate),
            None => self.asking.push(Step::Rule(at)),
        }
    }

    /// A rule that looks at the answers to some attributes on both sides.
    fn by_answers(&mut self, rule: usize, attributes: &[&str]) {
        let (mentees, mentors) = (&self.compiled.mentees, &self.compiled.mentors);
        let keys: Vec<AttributeKey> = attributes.iter().map(|name| AttributeKey::new(name)).collect();
        let classes = |side, people| {
            let of = keys.iter().map(|key| by_answer(side, people, key));
            let joint = |one: Classes, next: Classes| Classes::new(people, |person| (one.of[person], next.of[person]));
            of.reduce(joint).unwrap_or_else(|| Classes::new(people, |_| ()))
        };
        let few = Few::of(
            || classes(mentees, self.compiled.mentees()),
            || classes(mentors, self.compiled.mentors()),
            |mentee, mentor| if self.rules.one_allows(rule, mentee, mentor) { 0 } else { REFUSED },
        );
        match few {
            Some(few) => self.few(few),
            None => self.asking.push(Step::Rule(rule)),
        }
    }

    /// Who has named no goal meets nobody but suspects.
    fn goals(&mut self, rule: usize) {
        let compiled = self.compiled;
        let column = compiled.mentees.column(&AttributeKey::new("goals"));
        let mentees = Classes::new(compiled.mentees(), |mentee| column.is_blank(mentee));
        let mentors = Classes::new(compiled.mentors(), |_| ());
        let blank = |mentee: usize, _| if column.is_blank(mentee) { REFUSED } else { 0 };
        match Few::new(mentees, mentors, blank) {
            Some(few) => self.few(few),
            None => self.asking.push(Step::Rule(rule)),
        }
    }

    /// A rule that tells kinds of people apart itself.
    fn by_kinds(&mut self, rule: usize) {
        let compiled = self.compiled;
        let few = self.rules.kinds(rule).and_then(|kinds| {
            Few::of(
                || Classes::new(compiled.mentees(), |mentee| kinds.mentees[mentee]),
                || Classes::new(compiled.mentors(), |mentor| kinds.mentors[mentor]),
                |mentee, mentor| if self.rules.one_allows(rule, mentee, mentor) { 0 } else { REFUSED },
            )
        });
        match few {
            Some(few) => self.few(few),
            None => self.asking.push(Step::Rule(rule)),
        }
    }

    /// Whether two have a way of meeting for which they speak what it asks. None where there are too many languages.
    fn can_meet(&mut self, unknown: UnknownData) -> Option<Gate> {
        let (compiled, open) = (self.compiled, unknown == UnknownData::Allow);
        let meeting = Meeting::new(compiled);
        let many = meeting.tokens_in_all();
        if many > TOKENS {
            return None;
        }
        let tokens = |side, person| meeting.tokens(side, person, open, true);
        let mentees = (0..compiled.mentees()).map(|mentee| tokens(domain::Side::Mentee, mentee)).collect();
        let mentor = |mentor| tokens(domain::Side::Mentor, mentor);
        Some(Gate::in_common((many, mentees), unknown, self.columns, mentor, &mut self.sets))
    }

    /// When everybody is there within the planned period. A blank is always there, or never where it needs a check.
    fn stays(&mut self, minimum_days: u32, before_transition: bool, unknown: UnknownData) -> Option<Gate> {
        let matching = self.compiled.matching;
        let (begin, end) = (days_from_epoch(matching.as_of), days_from_epoch(matching.planned_until));
        let keys = ["available_from", "available_until"].map(AttributeKey::new);
        // Within the bounds that the loop asks for; no date that can be written is anywhere near.
        let day = |day: i64| day.clamp(-FAR_OFF, FAR_OFF) as i32;
        let stay = |side: &crate::compile::Side<'_>, person: usize| {
            let [from, until] = keys.each_ref().map(|key| side.column(key).position(person));
            if unknown == UnknownData::NeedsCheck && (from.is_none() || until.is_none()) {
                return Stay { first: day(FAR_OFF), last: day(-FAR_OFF), before: None };
            }
            Stay {
                first: day(from.map_or(begin, |from| from.max(begin))),
                last: day(until.map_or(end, |until| until.min(end))),
                before: None,
            }
        };
        let compiled = self.compiled;
        let transition = AttributeKey::new("transition_date");
        let of_mentee = |mentee: usize| {
            let mut stay = stay(&compiled.mentees, mentee);
            if before_transition {
                match compiled.mentees.column(&transition).position(mentee) {
                    // One that is past bounds nothing.
                    Some(date) => stay.before = (date > begin).then(|| day(date)),
                    None if unknown == UnknownData::NeedsCheck => {
                        (stay.first, stay.last) = (day(FAR_OFF), day(-FAR_OFF));
                    }
                    None => {}
                }
            }
            stay
        };
        let mentees = (0..compiled.mentees()).map(of_mentee).collect();
        let days = day(i64::from(minimum_days).max(1));
        Gate::stays(mentees, days, self.columns, |mentor| stay(&compiled.mentors, mentor), &mut self.sets)
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

    /// The mean over wishes of a kind.
    fn wishes(&mut self, at: usize, wishes: Option<Wishes>) -> Option<Step> {
        let (wishes, columns) = (wishes?, self.columns);
        let unknown = self.compiled.matching.criteria.get(at)?.unknown.points();
        let has_any = |column: usize| count(wishes.of_mentors.has(columns[column] as usize)) > 0;
        let wishing = self.sets.add(has_any);
        let open = u32::try_from(unknown).unwrap_or(0);
        Some(Step::Wishes { criterion: at, at: wishes.words(&mut self.parts), wishes, open, wishing })
    }

    fn find_places(&mut self) {
        if self.places.is_none() {
            self.places = Where::new(self.compiled, &mut self.parts);
        }
    }

    fn criterion(&mut self, at: usize, weight: i32) {
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

/// Most tokens of ways of meeting that have sets of columns.
const TOKENS: usize = 4096;

/// Days further from 0 than any date.
const FAR_OFF: i64 = 1 << 28;

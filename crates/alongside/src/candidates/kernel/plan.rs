//! Which step each rule and criterion of a programme becomes.

use super::classes::{Classes, Few, Group, filled, lanes, words};
use super::hopes::Hopes;
use super::lanes::{MOST_FULL_AT, REFUSED, Scale, Stay};
use super::place::{Far, Where};
use super::steps::{EXCUSED, OfMentors, Sets, Step, TIME_WORDS, Wishes, beginnings, count};
use super::wishes::{Heeded, by_answer};
use crate::compile::Compiled;
use crate::criteria::Criteria;
use crate::domain::{self, AttributeKey, CriterionKind, POINTS_SCALE, RuleKind, UnknownData, days_from_epoch};
use crate::eligibility::Rules;
use rayon::prelude::*;
use std::sync::Arc;

/// The steps, and the mentors' places if any step asks for them.
pub(super) struct Plan<'a> {
    compiled: &'a Compiled<'a>,
    rules: &'a Rules<'a>,
    criteria: &'a Criteria<'a>,
    columns: &'a [u32],
    few: Vec<Few>,
    refusing: Vec<Step>,
    asking: Vec<Step>,
    earning: Vec<Step>,
    pub(super) places: Option<Where>,
}

impl<'a> Plan<'a> {
    /// For these columns of mentors, with these factors on the criteria's points.
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        rules: &'a Rules<'a>,
        criteria: &'a Criteria<'a>,
        columns: &'a [u32],
        apart: &[bool],
        weights: &[i64],
        with_rules: bool,
    ) -> Self {
        let mut plan = Self {
            compiled,
            rules,
            criteria,
            columns,
            few: Vec::new(),
            refusing: Vec::new(),
            asking: Vec::new(),
            earning: Vec::new(),
            places: None,
        };
        if with_rules && apart.contains(&true) {
            let mentors = Classes::new(compiled.mentors(), |mentor| apart[mentor]);
            let refuse = |_, mentor: usize| if apart[mentor] { REFUSED } else { 0 };
            plan.few.extend(Few::new(Classes::new(compiled.mentees(), |_| ()), mentors, refuse));
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

    /// The steps in order: rules by tables, other rules, what is asked pair by pair, then points, dear ones last.
    pub(super) fn steps(self) -> (Vec<Step>, Option<Where>) {
        let columns = self.columns;
        let (refusing, earning) = self.few.into_iter().partition::<Vec<_>, _>(Few::is_refusing);
        let kinds = Group::all(refusing).into_iter().map(|group| {
            let (words, width) = group.bits(columns);
            Step::Kinds { masks: Arc::new(group.masks()), group: Arc::new(group), width, words }
        });
        let classes = Group::all(earning).into_iter().map(|group| {
            let columns = group.columns(columns);
            Step::Classes { group: Arc::new(group), columns }
        });
        let mut steps: Vec<Step> = kinds.chain(self.refusing).chain(self.asking).chain(classes).collect();
        steps.extend(self.earning);
        // Whatever is alike here keeps its order.
        steps.sort_by_key(|step| match step {
            Step::Kinds { .. } => 0,
            Step::Wished { .. } => 1,
            Step::Stays { .. } => 2,
            Step::Far(_) => 3,
            Step::Time { .. } => 4,
            Step::Rule(_) => 5,
            Step::Classes { .. } => 6,
            Step::Wishes { .. } => 7,
            Step::Coverage { .. } => 8,
            Step::Terms { .. } => 9,
            Step::Near { .. } => 10,
            Step::SharedTime { .. } => 11,
            Step::Criterion { .. } => 12,
        });
        (steps, self.places)
    }

    fn rule(&mut self, at: usize, kind: &'a RuleKind) {
        let step = match kind {
            // Suspects are asked one by one, and mentors that nobody may meet are no columns.
            RuleKind::Themselves
            | RuleKind::Exclusions
            | RuleKind::KnownTo
            | RuleKind::Role
            | RuleKind::PastPairs
            | RuleKind::Decisions
            | RuleKind::Checks { .. }
            | RuleKind::Training { .. } => return,
            RuleKind::Preferences => match self.both(Heeded { hard: true, side: None, attribute: None }) {
                Some(wishes) if wishes.of_mentees.is_empty() && wishes.of_mentors.is_empty() => return,
                Some(wishes) => {
                    let (mine, theirs) = (&wishes.of_mentees, &wishes.of_mentors);
                    let unmet = |mentor: usize| mine.met(mentor).iter().map(|met| !met).collect();
                    Step::Wished {
                        unmet: words(self.columns, mine.width, unmet),
                        has: words(self.columns, theirs.width, |mentor| theirs.has(mentor).to_vec()),
                        wishes,
                    }
                }
                None => Step::Rule(at),
            },
            RuleKind::DeliveryMethod { .. } => return self.by_answers(at, &["delivery_methods"]),
            RuleKind::DeliveryModel { .. } => return self.by_answers(at, &["delivery_models"]),
            RuleKind::SharedLanguage { .. } => return self.by_answers(at, &["languages"]),
            RuleKind::AgeBounds { .. } => return self.by_answers(at, &["age"]),
            RuleKind::AttributeBounds { attribute, .. } => return self.by_answers(at, &[attribute.as_str()]),
            RuleKind::DatesOverlap { minimum_days, unknown } => self.stays(*minimum_days, *unknown),
            RuleKind::TimeOverlap { half_hours, unknown } => {
                let (half_hours, unknown) = (*half_hours, *unknown);
                let excused = if unknown == UnknownData::Allow { EXCUSED } else { 0 };
                let set = |mentor: usize| match self.compiled.mentors.week(mentor) {
                    Some(week) => beginnings(week, half_hours),
                    None => [vec![0; TIME_WORDS - 1], vec![excused]].concat(),
                };
                let mentee = |mentee: usize| {
                    let mut row = filled(&beginnings(self.compiled.mentees.week(mentee)?, half_hours));
                    row.push((TIME_WORDS - 1, EXCUSED));
                    Some(row)
                };
                let mentees = (0..self.compiled.mentees()).into_par_iter().map(mentee).collect();
                Step::Time { mentees: Arc::new(mentees), unknown, words: words(self.columns, TIME_WORDS, set) }
            }
            RuleKind::Travel { who, max_km, unknown } => {
                if self.has_places() {
                    Step::Far(Far::new(self.compiled, self.columns, (*who, *max_km, *unknown)))
                } else {
                    Step::Rule(at)
                }
            }
        };
        match step {
            Step::Rule(_) => self.asking.push(step),
            _ => self.refusing.push(step),
        }
    }

    /// A rule that looks at the answers to some attributes on both sides.
    fn by_answers(&mut self, rule: usize, attributes: &[&str]) {
        let (mentees, mentors) = (&self.compiled.mentees, &self.compiled.mentors);
        let keys: Vec<AttributeKey> = attributes.iter().map(|name| AttributeKey::new(name)).collect();
        let classes = |side, people| {
            let of: Vec<Classes> = keys.iter().map(|key| by_answer(side, people, key)).collect();
            Classes::new(people, |person| of.iter().map(|classes| classes.of[person]).collect::<Vec<_>>())
        };
        let few = Few::new(
            classes(mentees, self.compiled.mentees()),
            classes(mentors, self.compiled.mentors()),
            |mentee, mentor| if self.rules.one_allows(rule, mentee, mentor) { 0 } else { REFUSED },
        );
        match few {
            Some(few) => self.few.push(few),
            None => self.asking.push(Step::Rule(rule)),
        }
    }

    /// When everybody is there within the planned period. A blank is always there, or never where it needs a check.
    fn stays(&self, minimum_days: u32, unknown: UnknownData) -> Step {
        let matching = self.compiled.matching;
        let (begin, end) = (days_from_epoch(matching.as_of), days_from_epoch(matching.planned_until));
        let keys = ["available_from", "available_until"].map(AttributeKey::new);
        // Within the bounds that the loop asks for; no date that can be written is anywhere near.
        let day = |day: i64| day.clamp(-FAR_OFF, FAR_OFF) as i32;
        let stay = |side: &crate::compile::Side<'_>, person: usize| {
            let [from, until] = keys.each_ref().map(|key| side.column(key).position(person));
            if unknown == UnknownData::NeedsCheck && (from.is_none() || until.is_none()) {
                return Stay { first: day(FAR_OFF), last: day(-FAR_OFF) };
            }
            Stay {
                first: day(from.map_or(begin, |from| from.max(begin))),
                last: day(until.map_or(end, |until| until.min(end))),
            }
        };
        let mentor = |mentor: usize| stay(&self.compiled.mentors, mentor);
        Step::Stays {
            mentees: Arc::new(
                (0..self.compiled.mentees()).map(|mentee| stay(&self.compiled.mentees, mentee)).collect(),
            ),
            days: day(i64::from(minimum_days).max(1)),
            first: lanes(self.columns, day(FAR_OFF), |one| mentor(one).first),
            last: lanes(self.columns, day(-FAR_OFF), |one| mentor(one).last),
        }
    }

    /// Both sides' wishes of a kind; none where they are too many or too different.
    fn both(&self, heeded: Heeded<'_>) -> Option<Wishes> {
        let (mentees, mentors) = (&self.compiled.mentees, &self.compiled.mentors);
        let (mentees, mentors) = ((mentees, self.compiled.mentees()), (mentors, self.compiled.mentors()));
        let of = |whose: domain::Side, own, other| {
            if heeded.side.is_none_or(|side| side == whose) {
                Hopes::new(own, other, heeded).map(Arc::new)
            } else {
                Some(Arc::new(Hopes::default()))
            }
        };
        Some(Wishes {
            of_mentees: of(domain::Side::Mentee, mentees, mentors)?,
            of_mentors: of(domain::Side::Mentor, mentors, mentees)?,
        })
    }

    fn has_places(&mut self) -> bool {
        if self.places.is_none() {
            self.places = Where::new(self.compiled, self.columns);
        }
        self.places.is_some()
    }

    fn criterion(&mut self, at: usize, weight: i32) {
        let Some(criterion) = self.compiled.matching.criteria.get(at) else { return };
        let unknown = criterion.unknown.points() as i32 * weight;
        let pairs = Step::Criterion { criterion: at, weight };
        let (compiled, columns) = (self.compiled, self.columns);
        let step = match &criterion.kind {
            // Whoever is chosen or supplied is a suspect; all others of a mentee are alike: see `Kernel::prepare`.
            CriterionKind::RankedChoices { .. } | CriterionKind::Supplied { .. } => return,
            CriterionKind::Own => pairs,
            CriterionKind::SameValue { attribute, .. } | CriterionKind::LevelDistance { attribute, .. } => {
                match self.points_by_answer(at, weight, attribute, attribute) {
                    Some(few) => return self.few.push(few),
                    None => pairs,
                }
            }
            CriterionKind::Lookup { mentee_attribute, mentor_attribute, .. } => {
                match self.points_by_answer(at, weight, mentee_attribute, mentor_attribute) {
                    Some(few) => return self.few.push(few),
                    None => pairs,
                }
            }
            CriterionKind::StatedPreferences { side, attribute } => {
                let heeded = Heeded { hard: false, side: *side, attribute: attribute.as_ref() };
                let open = criterion.unknown.points() as i32;
                self.wishes(heeded, open, weight).unwrap_or(pairs)
            }
            CriterionKind::SharedTags { attribute, .. } => self.terms(at, attribute, weight, unknown).unwrap_or(pairs),
            CriterionKind::SharedDislikes { .. } => {
                self.terms(at, &AttributeKey::new("dislikes"), weight, unknown).unwrap_or(pairs)
            }
            CriterionKind::Coverage { .. } => {
                let criteria = self.criteria;
                let stated = |mentee: usize| criteria.stated(at, mentee).map_or(0, count);
                if (0..compiled.mentees()).any(|mentee| i64::from(stated(mentee)) > MOST_FULL_AT) {
                    pairs
                } else {
                    let sets = Sets::new(columns, |mentor| criteria.offered(at, mentor));
                    Step::Coverage { criterion: at, sets, weight, unknown }
                }
            }
            CriterionKind::SharedTime { full_at_half_hours } => {
                let full_at = *full_at_half_hours;
                if i64::from(full_at) > MOST_FULL_AT {
                    pairs
                } else {
                    let sets = Sets::new(columns, |mentor| compiled.mentors.week(mentor).map(|week| &week.words()[..]));
                    Step::SharedTime { sets, scale: Scale { full_at: full_at.cast_signed(), weight, unknown } }
                }
            }
            CriterionKind::Distance { near_km, far_km } => {
                if self.has_places() {
                    Step::Near { near: *near_km, far: *far_km, weight, unknown }
                } else {
                    pairs
                }
            }
        };
        match step {
            Step::Criterion { .. } => self.asking.push(step),
            _ => self.earning.push(step),
        }
    }

    /// A criterion that looks at one answer of each.
    fn points_by_answer(&self, at: usize, weight: i32, mentee: &AttributeKey, mentor: &AttributeKey) -> Option<Few> {
        let compiled = self.compiled;
        Few::new(
            by_answer(&compiled.mentees, compiled.mentees(), mentee),
            by_answer(&compiled.mentors, compiled.mentors(), mentor),
            |mentee, mentor| self.criteria.points_of(at, mentee, mentor) as i32 * weight,
        )
    }

    fn wishes(&self, heeded: Heeded<'_>, open: i32, weight: i32) -> Option<Step> {
        let wishes = self.both(heeded)?;
        // A byte holds as many, and no sum of points leaves what a quotient is sure of.
        if wishes.of_mentees.most() + wishes.of_mentors.most() >= 250 {
            return None;
        }
        let columns = Box::new(OfMentors::new(&wishes, self.columns));
        Some(Step::Wishes { wishes, columns, open, weight })
    }

    fn terms(&self, at: usize, attribute: &AttributeKey, weight: i32, unknown: i32) -> Option<Step> {
        let (worths, full_at) = self.criteria.worths(at)?;
        if full_at > MOST_FULL_AT || worths.iter().any(|worth| *worth > POINTS_SCALE) || worths.len() > 1 << 20 {
            return None;
        }
        let column = self.compiled.mentors.column(attribute);
        let sets = Sets::new(self.columns, |mentor| column.terms(mentor));
        let scale = Scale { full_at: full_at as i32, weight, unknown };
        Some(Step::Terms { criterion: at, attribute: attribute.clone(), sets, scale })
    }
}

/// Days further from 0 than any date.
const FAR_OFF: i64 = 1 << 28;

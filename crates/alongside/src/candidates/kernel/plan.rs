//! Which step each rule and criterion of a programme becomes.

use super::classes::{Classes, Few, Group};
use super::lanes::{REFUSED, Scale, TALLY_BITS};
use super::place::{Far, Where};
use super::steps::{EXCUSED, Sets, Step, TIME_WORDS, beginnings, time_table};
use super::wishes::{Heeded, by_answer, parts};
use crate::compile::Compiled;
use crate::criteria::Criteria;
use crate::domain::{AttributeKey, CriterionKind, POINTS_SCALE, RuleKind, UnknownData};
use crate::eligibility::Rules;

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
        if apart.contains(&true) {
            let mentors = Classes::new(compiled.mentors(), |mentor| apart[mentor]);
            let refuse = |_, mentor: usize| if apart[mentor] { REFUSED } else { 0 };
            plan.few.extend(Few::new(Classes::new(compiled.mentees(), |_| ()), mentors, refuse));
        }
        for rule in rules.objecting() {
            if let Some(kind) = compiled.matching.rules.get(*rule).map(|rule| &rule.kind) {
                plan.rule(*rule, kind);
            }
        }
        for (criterion, weight) in weights.iter().enumerate().filter(|(_, weight)| **weight != 0) {
            plan.criterion(criterion, *weight as i32);
        }
        plan
    }

    /// The steps in order: tables, other rules, what is asked pair by pair, then points, dear ones last.
    pub(super) fn steps(self) -> (Vec<Step>, Option<Where>) {
        let groups = Group::all(self.few, self.columns).into_iter().map(Step::Classes);
        let mut earning = self.earning;
        earning.sort_by_key(|step| match step {
            Step::Wishes { .. } => 0,
            Step::Coverage { .. } => 1,
            Step::Terms { .. } => 2,
            Step::Near { .. } => 4,
            _ => 3,
        });
        (groups.chain(self.refusing).chain(self.asking).chain(earning).collect(), self.places)
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
            RuleKind::Preferences => {
                let heeded = Heeded { hard: true, side: None, attribute: None };
                let strict = |outcomes: &mut dyn Iterator<Item = Option<bool>>| {
                    if outcomes.filter(|met| *met != Some(true)).count() == 0 { 0 } else { REFUSED }
                };
                match parts(self.compiled, heeded, strict) {
                    Some(parts) => return self.few.extend(parts),
                    None => Step::Rule(at),
                }
            }
            RuleKind::DeliveryMethod { .. } => return self.by_answers(at, &["delivery_methods"]),
            RuleKind::DeliveryModel { .. } => return self.by_answers(at, &["delivery_models"]),
            RuleKind::SharedLanguage { .. } => return self.by_answers(at, &["languages"]),
            RuleKind::AgeBounds { .. } => return self.by_answers(at, &["age"]),
            RuleKind::AttributeBounds { attribute, .. } => return self.by_answers(at, &[attribute.as_str()]),
            RuleKind::DatesOverlap { .. } => return self.by_answers(at, &["available_from", "available_until"]),
            RuleKind::TimeOverlap { half_hours, unknown } => {
                let (half_hours, unknown) = (*half_hours, *unknown);
                let excused = if unknown == UnknownData::Allow { EXCUSED } else { 0 };
                let set = |mentor: usize| match self.compiled.mentors.week(mentor) {
                    Some(week) => beginnings(week, half_hours),
                    None => [vec![0; TIME_WORDS - 1], vec![excused]].concat(),
                };
                Step::Time { half_hours, unknown, words: super::classes::words(self.columns, TIME_WORDS, set) }
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
                let sets = Sets::new(columns, |mentor| criteria.offered(at, mentor));
                sets.map_or(pairs, |sets| Step::Coverage { criterion: at, sets, weight, unknown })
            }
            CriterionKind::SharedTime { full_at_half_hours } => {
                let sets = Sets::new(columns, |mentor| compiled.mentors.week(mentor).map(|week| &week.words()[..]));
                let table = time_table(*full_at_half_hours, weight, unknown);
                sets.map_or(pairs, |sets| Step::SharedTime { sets, table, unknown })
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
        let wishes = |side: &crate::compile::Side<'_>, people: usize| {
            (0..people).map(|person| side.wishes(person).len()).max().unwrap_or(0)
        };
        let most = wishes(&self.compiled.mentees, self.compiled.mentees())
            + wishes(&self.compiled.mentors, self.compiled.mentors());
        if most >= 250 {
            return None;
        }
        let tally = |outcomes: &mut dyn Iterator<Item = Option<bool>>| {
            outcomes.fold(0, |tally, met| match met {
                Some(true) => tally + 1 + (1 << TALLY_BITS),
                Some(false) => tally + 1,
                None => tally + 1 + (1 << (2 * TALLY_BITS)),
            })
        };
        let parts = parts(self.compiled, heeded, tally)?;
        Some(Step::Wishes { groups: Group::all(parts, self.columns), open, weight })
    }

    fn terms(&self, at: usize, attribute: &AttributeKey, weight: i32, unknown: i32) -> Option<Step> {
        let (worths, full_at) = self.criteria.worths(at)?;
        // Beyond these a float may not tell two sums apart.
        if full_at > 4096 || worths.iter().any(|worth| *worth > POINTS_SCALE) || worths.len() > 1 << 20 {
            return None;
        }
        let column = self.compiled.mentors.column(attribute);
        let sets = Sets::new(self.columns, |mentor| column.terms(mentor))?;
        let full_at = full_at as i32;
        let scale = Scale { most: full_at * POINTS_SCALE as i32, full_at, weight, unknown };
        Some(Step::Terms { criterion: at, attribute: attribute.clone(), sets, scale })
    }
}

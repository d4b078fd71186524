//! What each rule becomes: a set of mentors for each mentee, or a question that is asked pair by pair.

use super::super::REFUSED;
use super::super::classes::{Classes, Few};
use super::super::gates::{Gate, Stay};
use super::super::points::numbers;
use super::super::steps::Step;
use super::super::travel::Far;
use super::super::wishes::{Heeded, by_answer};
use super::Plan;
use crate::compile::Meeting;
use crate::domain::{self, AttributeKey, HALF_HOURS, RuleKind, UnknownData, days_from_epoch};
use rayon::prelude::*;

impl<'a> Plan<'a> {
    pub(super) fn rule(&mut self, at: usize, kind: &'a RuleKind) {
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
}

/// Most tokens of ways of meeting that have sets of columns.
const TOKENS: usize = 4096;

/// Days further from 0 than any date.
const FAR_OFF: i64 = 1 << 28;

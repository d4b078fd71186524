//! Programmes written by hand, and the outcomes that belong to them, for tests alone.

pub(super) mod outcome;
pub(crate) mod random;

use crate::domain::{
    Aim, Answer, Answers, Attribute, AttributeKey, AttributeKind, CaseloadWeights, Criterion, CriterionKind, Date,
    Design, Held, KnownAs, Matching, Mentee, Mentor, Milli, Monitoring, Person, PersonId, Place, Preference, Programme,
    Requirement, Rule, RuleKind, STANDARD_ATTRIBUTES, SaidBy, Strength, Support, UnknownAnswer, Want, Week, Weighing,
};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

pub(super) fn date(text: &str) -> Date {
    text.parse().unwrap()
}

pub(super) fn id(text: &str) -> PersonId {
    PersonId::new(text).unwrap()
}

pub(super) fn key(name: &str) -> AttributeKey {
    AttributeKey::new(name)
}

pub(super) fn tags(terms: &[&str]) -> Answer {
    Answer::Tags(terms.iter().map(|&term| term.into()).collect())
}

pub(super) fn one(term: &str) -> Answer {
    Answer::OneOf(term.into())
}

pub(super) fn number(thousandths: i64) -> Answer {
    Answer::Number(Milli(thousandths))
}

/// Half hours from and up to, counted from Monday 00:00.
pub(super) fn week(spans: &[(usize, usize)]) -> Week {
    let mut week = Week::default();
    for &(start, end) in spans {
        week.add(start, end);
    }
    week
}

pub(super) fn attribute(name: &str, kind: AttributeKind) -> Attribute {
    let labels = BTreeMap::new();
    let sensitivity = crate::domain::Sensitivity::Ordinary;
    Attribute {
        key: key(name),
        kind,
        sensitivity,
        protected: None,
        basis: None,
        labels,
        vocabulary: Arc::default(),
        closed: false,
        no_match: BTreeSet::new(),
    }
}

/// A programme with standard attributes, `grade` of three levels, `score` in numbers, and nobody in it.
pub(super) fn matching() -> Matching {
    let standard = STANDARD_ATTRIBUTES.iter().map(|standard| {
        let kind = match standard.kind {
            "tags" => AttributeKind::Tags,
            "one_of" => AttributeKind::OneOf,
            "number" => AttributeKind::Number,
            _ => AttributeKind::Date,
        };
        attribute(standard.name, kind)
    });
    let grades = ["low", "middle", "high"].map(Arc::from).to_vec();
    let declared = [attribute("grade", AttributeKind::Level(grades)), attribute("score", AttributeKind::Number)];
    Matching {
        name: "Test".to_owned(),
        support: Support::Mentoring,
        design: Design::default(),
        as_of: date("2026-09-01"),
        planned_until: date("2027-07-31"),
        seed: 7,
        opaque_ids: true,
        attributes: standard.chain(declared).map(|attribute| (attribute.key.clone(), attribute)).collect(),
        supervisors: Vec::new(),
        caseload_weights: CaseloadWeights::default(),
        several: None,
        delivery: crate::domain::Delivery::default(),
        mentors: Vec::new(),
        mentees: Vec::new(),
        programmes: Vec::new(),
        rules: Vec::new(),
        criteria: Vec::new(),
        factors: Vec::new(),
        own_weights: Vec::new(),
        disclosure: Vec::new(),
        aim: Aim {
            tiers: 1,
            standard_priority: false,
            longest_waiting_first: false,
            most_mentors: false,
            quality: crate::domain::Quality::TotalFit,
            first: Vec::new(),
            search_nodes: None,
            floor: 0,
            mentee_floor: 0,
            mentor_floor: 0,
        },
        priority: Vec::new(),
        justifications: Vec::new(),
        relationships: Vec::new(),
        nominations: crate::domain::Nominations::First,
        decisions: Vec::new(),
    }
}

pub(super) fn programme(matching: Matching) -> Programme {
    Programme::new(matching, Monitoring::default())
}

fn person(name: &str) -> Person {
    Person {
        id: id(name),
        name: None,
        answers: Answers::default(),
        stated: Vec::new(),
        ways: crate::domain::InOrder::default(),
        models: crate::domain::InOrder::default(),
        availability: None,
        other_services: Vec::new(),
        place: None,
        exclusions: BTreeSet::new(),
        exclusion_reasons: BTreeMap::new(),
        known_to: BTreeMap::new(),
        preferences: Vec::new(),
    }
}

pub(super) fn mentee(name: &str) -> Mentee {
    Mentee {
        person: person(name),
        tier: 1,
        stated_tier: Some(1),
        tier_by: None,
        waiting_since: None,
        choices: Vec::new(),
        own_weights: BTreeMap::new(),
        nominated_mentor: None,
        not_together_with: BTreeSet::new(),
        carer_preferences: Vec::new(),
    }
}

pub(super) fn mentor(name: &str) -> Mentor {
    Mentor { person: person(name), capacity: 1, supervisor: None, checks: Vec::new(), training: Vec::new() }
}

/// What both sides can be given.
pub(super) trait Given: Sized {
    fn person(&mut self) -> &mut Person;

    fn answer(mut self, attribute: &str, answer: Answer) -> Self {
        self.person().answers.insert(key(attribute), answer);
        self
    }

    fn free(mut self, spans: &[(usize, usize)]) -> Self {
        self.person().availability = Some(week(spans));
        self
    }

    /// At these metres from the centre of the earth.
    fn at(mut self, metres: [i32; 3]) -> Self {
        self.person().place = Some(Place::new(metres));
        self
    }

    fn excludes(mut self, other: &str) -> Self {
        self.person().exclusions.insert(id(other));
        self
    }

    fn knows(mut self, other: &str, relation: KnownAs) -> Self {
        self.person().known_to.insert(id(other), relation);
        self
    }

    fn wish(mut self, strength: Strength, attribute: &str, want: Want) -> Self {
        self.person().preferences.push(Preference { attribute: key(attribute), want, strength });
        self
    }
}

impl Given for Mentee {
    fn person(&mut self) -> &mut Person {
        &mut self.person
    }
}

impl Given for Mentor {
    fn person(&mut self) -> &mut Person {
        &mut self.person
    }
}

pub(super) fn any_of(terms: &[&str]) -> Want {
    Want::AnyOf(terms.iter().map(|&term| term.into()).collect())
}

pub(super) fn held(name: &str, issued: Option<&str>, expires: Option<&str>) -> Held {
    Held { name: name.into(), issued: issued.map(date), expires: expires.map(date) }
}

/// Required under a name of small letters, printed in capitals.
pub(super) fn required(name: &str, valid_months: Option<u16>) -> Requirement {
    Requirement { name: name.into(), label: name.to_uppercase().into(), valid_months, roles: Vec::new() }
}

pub(super) fn rule(kind: RuleKind) -> Rule {
    Rule { id: kind.name().into(), why: None, kind }
}

pub(super) fn criterion(kind: CriterionKind, unknown: UnknownAnswer) -> Criterion {
    let weighing = Weighing { stated: 1, by: SaidBy::File, factors: Vec::new() };
    Criterion {
        id: kind.name().into(),
        weight: 1,
        weighing,
        view: kind.view(),
        why: "because".to_owned(),
        unknown,
        kind,
    }
}

//! A programme as a few numbers: small enough to shrink, and the document follows from it.

use super::people::{self, Crowd};
use super::{Dice, settings};
use proptest::prelude::*;
use serde_json::{Value, json};

/// One number for the programme's settings and one for each person. Taking a person out leaves the others as they are.
#[derive(Debug, Clone)]
pub(crate) struct Blueprint {
    pub(crate) shape: u64,
    pub(crate) mentors: Vec<u64>,
    pub(crate) mentees: Vec<u64>,
}

/// Programmes with at most so many people on each side.
pub(crate) fn blueprints(most: usize) -> impl Strategy<Value = Blueprint> + Clone {
    let people = prop_oneof![
        prop::collection::vec(any::<u64>(), 0..=most),
        prop::collection::vec(any::<u64>(), most / 2..=most),
        prop::collection::vec(any::<u64>(), most..=most),
    ];
    (any::<u64>(), people.clone(), people).prop_map(|(shape, mentors, mentees)| Blueprint { shape, mentors, mentees })
}

/// How the people of one programme answer.
#[derive(Debug, Clone)]
pub(super) struct Habits {
    /// In a hundred answers, blanks.
    pub(super) blanks: usize,
    /// Most wishes of a person.
    pub(super) wishes: usize,
    /// In a hundred wishes, hard ones.
    pub(super) hard: usize,
    /// In a hundred mentors, those with something wrong in their checks or training.
    pub(super) lapses: usize,
    /// Tiers that the aim has.
    pub(super) tiers: usize,
    /// In a hundred people, those who exclude somebody.
    pub(super) exclusions: usize,
    /// In a hundred people, those who know somebody of the other side, or nominate somebody.
    pub(super) known: usize,
    /// In a hundred mentors, natural ones.
    pub(super) natural: usize,
    /// Hobbies that a person has beside the common interests, of a hundred.
    pub(super) hobbies: usize,
    /// In a hundred terms of a vocabulary, those a person names.
    pub(super) breadth: usize,
}

impl Blueprint {
    /// The document. Sound by construction: reading it must raise no error.
    pub(crate) fn document(&self) -> Value {
        let mut dice = Dice::new(self.shape);
        let habits = Habits {
            blanks: dice.pick(&[0, 5, 25]),
            wishes: dice.pick(&[0, 1, 3]),
            hard: dice.pick(&[0, 0, 30]),
            lapses: dice.pick(&[0, 0, 40]),
            tiers: dice.pick(&[1, 2, 3, 3]),
            exclusions: dice.pick(&[0, 10, 50]),
            hobbies: dice.pick(&[0, 0, 0, 14]),
            breadth: dice.pick(&[25, 50, 90]),
            known: dice.pick(&[0, 10, 60]),
            natural: dice.pick(&[0, 0, 30, 60]),
        };
        let both_sides = dice.pick(&[0, 0, 30]);
        let mentees: Vec<String> = (0..self.mentees.len()).map(|at| format!("e{at}")).collect();
        let mentors: Vec<String> = (0..self.mentors.len())
            .map(|at| match mentees.get(at) {
                Some(same) if Dice::new(self.mentors[at]).chance(both_sides) => same.clone(),
                _ => format!("m{at}"),
            })
            .collect();
        let mut document = settings::document(&mut dice, &habits);
        let crowd = Crowd { habits: &habits, mentors: &mentors, mentees: &mentees };
        let made = people::people(&crowd, &self.mentors, &self.mentees);
        if let Some(activity) = settings::activity(&mut Dice::new(self.shape ^ 0x0ac7_1e17)) {
            document["safeguarding"]["activity"] = activity;
        }
        if let Some(delivery) = settings::delivery(&mut Dice::new(self.shape ^ 0xde11_7e27)) {
            document["delivery"] = delivery;
            // A rule that lets blanks through is refused where somebody has no way of meeting left.
            for rule in document["rules"].as_array_mut().unwrap() {
                if rule["rule"] == "delivery_method" {
                    rule["unknown"] = "needs_check".into();
                }
            }
        }
        document["nominated_mentors"] =
            Dice::new(self.shape ^ 0x6e61_6d65).pick(&["first", "candidate", "candidate"]).into();
        document["mentors"] = made.mentors.into();
        document["mentees"] = made.mentees.into();
        let mut dice = Dice::new(self.shape ^ 0x0077_6569);
        let open: Vec<String> =
            document["own_weights"].as_object().map_or_else(Vec::new, |open| open.keys().cloned().collect());
        for mentee in document["mentees"].as_array_mut().unwrap() {
            let chosen: Vec<&String> = open.iter().filter(|_| dice.chance(40)).collect();
            let own: Vec<String> = chosen.into_iter().map(|id| format!("{id} {}", dice.roll(20) + 1)).collect();
            mentee["own_weights"] = own.into();
        }
        let decision = |(mentee, attribute): (String, &str)| {
            json!({
                "mentee": mentee,
                "attribute": attribute,
                "by": "Tabitha Snugglethorpe",
                "on": "2026-08-20",
                "reason": "She asked, and nobody loses by it.",
            })
        };
        let friend = |(mentee, mentor): (String, String)| {
            json!({
                "decision": "allow_close_friend",
                "mentee": mentee,
                "mentor": mentor,
                "by": "Tabitha Snugglethorpe",
                "on": "2026-08-21",
                "reason": "They asked, and both know whom to call.",
            })
        };
        let decisions = made.decided.into_iter().map(decision).chain(made.friends.into_iter().map(friend));
        let mut decisions: Vec<Value> = decisions.collect();
        let past = self.pairs(&mentors, &mentees, &mut decisions);
        document["decisions"] = decisions.into();
        document["relationships"] = past.into();
        let mut dice = Dice::new(self.shape ^ 0x005c_07e5);
        document["terms"] = settings::terms(&mut dice);
        self.supervise(&mut document);
        self.share(&mut document);
        document["scores"] = settings::scores(&mut dice, &document["criteria"], &mentees, &mentors);
        document
    }

    /// In some documents, several programmes that share mentors or do not.
    fn share(&self, document: &mut Value) {
        let mut dice = Dice::new(self.shape ^ 0x5e7e_4a1d);
        if !dice.chance(20) {
            return;
        }
        let criteria: Vec<Value> =
            document["criteria"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        document["programmes"] = settings::programmes(&mut dice, &criteria);
        let ids = ["Visitors", "leaving-care", "the line"];
        for mentee in document["mentees"].as_array_mut().unwrap() {
            if dice.chance(97) {
                mentee["programme"] = dice.pick(&["visitors", "leaving-care", "The line"]).into();
            }
        }
        for mentor in document["mentors"].as_array_mut().unwrap() {
            if dice.chance(97) {
                let of: Vec<&str> = ids.into_iter().filter(|_| dice.chance(70)).collect();
                mentor["programmes"] = if of.is_empty() { vec![ids[0]] } else { of }.into();
            }
            mentor["shared_between_programmes"] = dice.pick(&["yes", "yes", "yes", "yes", "yes", "no", ""]).into();
        }
        let rule = json!({ "rule": "programme", "id": "programmes", "why": "It was agreed.",
            "unknown": dice.pick(&["needs_check", "allow"]) });
        document["rules"].as_array_mut().unwrap().push(rule);
    }

    /// The document with hours, contact, times and company that limit whom a mentor has together, some of them, and
    /// caseloads that count mentors unequally; its aim is one that adds up.
    pub(crate) fn limited(&self) -> Value {
        let mut document = self.document();
        let mut dice = Dice::new(self.shape ^ 0x11a1_7ed0);
        if matches!(document["aim"]["quality"].as_str(), Some("least_fit" | "worst_off_first")) {
            document["aim"].as_object_mut().unwrap().retain(|key, _| key != "quality" && key != "steps");
        }
        if document["supervisors"].is_array() {
            document["caseload_weights"] =
                dice.pick(&[json!({}), json!({ "peer": 3, "paid": 2, "natural": 1, "volunteer": 1 })]);
        }
        Self::limit(&mut document, &mut dice);
        document
    }

    fn limit(document: &mut Value, dice: &mut Dice) {
        for rule in ["hours", "contact"] {
            if dice.chance(60) {
                let unknown = dice.pick(&["allow", "allow", "needs_check"]);
                document["rules"].as_array_mut().unwrap().push(json!({ "rule": rule, "unknown": unknown }));
            }
        }
        let several = dice.chance(60);
        if several {
            let minutes = dice.pick(&[json!({}), json!({ "meeting_minutes": 60 }), json!({ "meeting_minutes": 150 })]);
            document["several_mentees"] = minutes;
            if dice.chance(30) {
                document["several_mentees"]["dedicated"] = 2.into();
            }
        }
        let ids: Vec<Value> = document["mentees"].as_array().unwrap().iter().map(|one| one["id"].clone()).collect();
        for side in ["mentors", "mentees"] {
            for person in document[side].as_array_mut().unwrap() {
                if dice.chance(80) {
                    person["hours_per_week"] = dice.pick(&[json!(1), json!(1.5), json!(2), json!("3")]);
                }
                if dice.chance(80) {
                    person["contacts_per_week"] = dice.pick(&[0, 1, 2, 3]).into();
                }
                person["contact_channels"] = dice.some_of(&["text", "call"], 70).into();
                if dice.chance(25) {
                    person["contact_times"] = dice.some_of(&["mornings", "evenings", "weekends"], 60).into();
                }
                if side == "mentors" && dice.chance(50) {
                    person["capacity"] = dice.pick(&[2, 3]).into();
                }
                if side == "mentees" && several && dice.chance(30) {
                    let other = dice.pick(&ids);
                    if other != person["id"] {
                        person["not_together_with"] = json!([other]);
                    }
                }
            }
        }
    }

    /// In some programmes, supervisors whose caseloads bind.
    fn supervise(&self, document: &mut Value) {
        let mut dice = Dice::new(self.shape ^ 0x5afe_ca5e);
        if !dice.chance(30) {
            return;
        }
        let names = ["s osbert", "s hortensia"];
        let supervisors = names.map(|id| json!({ "id": id, "caseload": dice.pick(&[0, 1, 1, 2, 3]) }));
        document["supervisors"] = supervisors.to_vec().into();
        document["caseload_weights"] = json!({ "peer": 1 });
        for mentor in document["mentors"].as_array_mut().unwrap() {
            if dice.chance(80) {
                mentor["supervisor"] = dice.pick(&names).into();
            }
        }
    }

    /// Pairs that meet or met, and decisions on pairs and people: of each mentee at most one pair that stands.
    fn pairs(&self, mentors: &[String], mentees: &[String], decisions: &mut Vec<Value>) -> Vec<Value> {
        let mut relationships = Vec::new();
        let often = Dice::new(self.shape ^ 0x6b65_7074).pick(&[0, 0, 15, 60]);
        if mentors.is_empty() {
            return relationships;
        }
        let mut decide = |decision: &str, mentee: Option<&String>, mentor: Option<&String>| {
            decisions.push(json!({
                "decision": decision, "mentee": mentee, "mentor": mentor, "by": "Ottoline Brambleby",
                "on": "2026-08-25", "reason": "Talked over with both.",
            }));
        };
        for (mentee, seed) in mentees.iter().zip(&self.mentees) {
            let mut dice = Dice::new(seed ^ 0x7061_6972);
            let (with, other) = (dice.pick(mentors), dice.pick(mentors));
            if dice.chance(often) {
                let current = || json!({ "mentee": mentee, "mentor": with, "started": "2026-03-02" });
                match dice.roll(6) {
                    0 | 1 => relationships.push(current()),
                    2 => {
                        relationships.push(current());
                        decide("keep", Some(mentee), Some(&with));
                    }
                    3 => decide("keep", Some(mentee), Some(&with)),
                    4 => decide("hold", Some(mentee), Some(&with)),
                    _ => decide("hold", Some(mentee), None),
                }
            }
            if dice.chance(often) && with != other {
                match dice.roll(3) {
                    0 => decide("bar", Some(mentee), Some(&other)),
                    at => relationships.push(json!({
                        "mentee": mentee, "mentor": other, "ended": "2026-01-31", "again": (at == 1).then_some("yes"),
                    })),
                }
            }
        }
        if Dice::new(self.shape ^ 0x686f_6c64).chance(often / 2) {
            decide("hold", None, mentors.first());
        }
        relationships
    }
}

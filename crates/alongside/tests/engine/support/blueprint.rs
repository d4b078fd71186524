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
        document["mentors"] = made.mentors.into();
        document["mentees"] = made.mentees.into();
        let decision = |(mentee, attribute): (String, &str)| {
            json!({
                "mentee": mentee,
                "attribute": attribute,
                "by": "Tabitha Snugglethorpe",
                "on": "2026-08-20",
                "reason": "She asked, and nobody loses by it.",
            })
        };
        let mut dice = Dice::new(self.shape ^ 0x005c_07e5);
        document["terms"] = settings::terms(&mut dice);
        document["scores"] = settings::scores(&mut dice, &document["criteria"], &mentees, &mentors);
        document["decisions"] = made.decided.into_iter().map(decision).collect();
        document
    }
}

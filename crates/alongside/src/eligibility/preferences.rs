//! `preferences`: the must and never wishes of both.

use super::{Hurdle, Rule, Verdict};
use crate::compile::{Compiled, Side, Wish};
use crate::outcome::Obstacle;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The people's hard wishes and the names they are about.
pub(super) struct Preferences<'a> {
    mentors: &'a Side<'a>,
    mentees: &'a Side<'a>,
    names: BTreeMap<&'a str, Arc<str>>,
}

impl<'a> Preferences<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>) -> Self {
        let names = compiled.matching.attributes.keys().map(|key| (key.as_str(), key.as_str().into()));
        Self { mentors: &compiled.mentors, mentees: &compiled.mentees, names: names.collect() }
    }

    fn one(&self, wish: &Wish<'_>, met: Option<bool>, against: Obstacle, open: Obstacle) -> Verdict<'_> {
        let hurdle = |obstacle| Hurdle { obstacle, about: self.names.get(wish.attribute.as_str()) };
        match met {
            Some(true) => Verdict::Eligible,
            Some(false) => Verdict::Refused(hurdle(against)),
            None => Verdict::NeedsCheck(hurdle(open)),
        }
    }
}

impl Rule for Preferences<'_> {
    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let (mentees, mentors) = (self.mentees, self.mentors);
        let hard = |wishes: &'_ [Wish<'_>]| wishes.iter().any(|wish| wish.strength.is_hard());
        let (theirs, ours) = (mentees.wishes(mentee), mentors.wishes(mentor));
        if !hard(theirs) && !hard(ours) {
            return Verdict::Eligible;
        }
        let of_mentee = theirs.iter().filter(|wish| wish.strength.is_hard()).map(|wish| {
            let met = wish.met(mentees, mentee, mentors, mentor);
            self.one(wish, met, Obstacle::WishOfMentee, Obstacle::UnknownForWishOfMentee)
        });
        let of_mentor = ours.iter().filter(|wish| wish.strength.is_hard()).map(|wish| {
            let met = wish.met(mentors, mentor, mentees, mentee);
            self.one(wish, met, Obstacle::WishOfMentor, Obstacle::UnknownForWishOfMentor)
        });
        Verdict::all(of_mentee.chain(of_mentor))
    }
}

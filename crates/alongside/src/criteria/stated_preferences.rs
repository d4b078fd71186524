//! `stated_preferences`: the prefer and avoid wishes. A blank is never a wish, and a wish is never a reward for the
//! person who did not make it.

use super::{Blank, Criterion, Points};
use crate::compile::{Compiled, Hope, Side, Wish};
use crate::domain::{self, AttributeKey, POINTS_SCALE, UnknownAnswer};
use crate::outcome::Because;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "stated_preferences",
    looks_at: "The `prefer` and `avoid` wishes of the two, each against the other's answer. `must` and `never` are a \
        rule, `preferences`.",
    why: "Relationships should be led by the interests and preferences of the people in them (Foundations, practice \
        guide on mentoring and befriending). Wishes are also the fair place for gender, ethnicity or experience: for \
        somebody like oneself, for somebody different, or not at all, as each person says. Research is too thin for \
        a fixed bonus (National Mentoring Resource Center, review of matching strategies).",
    effect: "Of all wishes that it heeds, the mean, rounded down: 1000 for each that is met, 0 for each that is not, \
        and for each that a blank leaves open what `unknown` says.\n\
        A `prefer` is met where the other's answer is what is wished, an `avoid` where it is not. Where neither has \
        a wish that counts, the points are those of an unknown, with the reason `no_wish`, and they are never held \
        against the pair.",
    settings: &[
        ("side", "`mentee` or `mentor` to heed the wishes of that side only; both sides when absent"),
        ("attribute", "heed only wishes about this attribute; all when absent"),
    ],
    example: r#"[[criteria]]
criterion = "stated_preferences"
side = "mentee"
weight = 8
why = "What the mentee would rather have, and rather not, matters most."

[[mentees]]
id = "e1"
preferences = ["prefer age 40..", "avoid interests football"]"#,
    cannot_know: "Which wish of a person matters most: all count alike. Use two criteria, one for each attribute, \
        where one should weigh more.",
};

/// Both sides' wishes, and which of them count.
pub(super) struct StatedPreferences<'a> {
    mentees: &'a Side<'a>,
    mentors: &'a Side<'a>,
    side: Option<domain::Side>,
    attribute: Option<&'a AttributeKey>,
    unknown: UnknownAnswer,
    /// What mentees' carers would like, where that is heeded in place of what the two wish.
    carers: Option<Vec<Vec<Wish<'a>>>>,
}

/// How the soft wishes of a pair came out.
#[derive(Default)]
struct Tally {
    asked: u32,
    met: u32,
    unknown: u32,
}

impl Tally {
    /// The mean over the wishes, with open ones at `open` points.
    fn mean(&self, open: i64) -> i64 {
        (POINTS_SCALE * i64::from(self.met) + open * i64::from(self.unknown)) / i64::from(self.asked.max(1))
    }
}

impl<'a> StatedPreferences<'a> {
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        side: Option<domain::Side>,
        attribute: Option<&'a AttributeKey>,
        unknown: UnknownAnswer,
    ) -> Self {
        Self { mentees: &compiled.mentees, mentors: &compiled.mentors, side, attribute, unknown, carers: None }
    }

    /// What carers would like in place of what the two wish, whatever its strength.
    pub(super) fn of_carers(compiled: &'a Compiled<'a>, unknown: UnknownAnswer) -> Self {
        Self { carers: Some(Wish::of_carers(compiled)), ..Self::new(compiled, None, None, unknown) }
    }

    /// The wishes heeded, whose they are, and whether the pair goes along.
    fn heeded(&self, mentee: usize, mentor: usize) -> impl Iterator<Item = (domain::Side, &Wish<'a>, Option<bool>)> {
        let (mentees, mentors) = (self.mentees, self.mentors);
        let carers = self.carers.as_ref();
        let own = carers.map_or(mentees.wishes(mentee), |carers| carers.get(mentee).map_or(&[], Vec::as_slice));
        let theirs = if carers.is_some() { &[] } else { mentors.wishes(mentor) };
        let of_mentee =
            own.iter().map(move |wish| (domain::Side::Mentee, wish, wish.met(mentees, mentee, mentors, mentor)));
        let of_mentor =
            theirs.iter().map(move |wish| (domain::Side::Mentor, wish, wish.met(mentors, mentor, mentees, mentee)));
        of_mentee.chain(of_mentor).filter(|(side, wish, _)| {
            (self.carers.is_some() || !wish.strength.is_hard())
                && self.side.is_none_or(|heeded| heeded == *side)
                && self.attribute.is_none_or(|heeded| heeded == wish.attribute)
        })
    }

    fn tally(&self, mentee: usize, mentor: usize) -> Tally {
        self.heeded(mentee, mentor).fold(Tally::default(), |mut tally, (_, _, met)| {
            tally.asked += 1;
            tally.met += u32::from(met == Some(true));
            tally.unknown += u32::from(met.is_none());
            tally
        })
    }
}

impl Criterion for StatedPreferences<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        let tally = self.tally(mentee, mentor);
        if tally.asked == 0 { Points::Unknown } else { Points::Known(tally.mean(self.unknown.points())) }
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        let tally = self.tally(mentee, mentor);
        if tally.asked == 0 {
            return Because::NoWish;
        }
        let Tally { asked, met, unknown } = tally;
        match self.carers {
            Some(_) => Because::CarerWishes { asked, met, unknown },
            None => Because::Wishes { asked, met, unknown },
        }
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let tally = self.tally(mentee, mentor);
        let mut fields: Vec<(domain::Side, Arc<str>, i64)> = Vec::new();
        for (side, wish, _) in self.heeded(mentee, mentor).filter(|(_, _, met)| met.is_none()) {
            let blank = |whose: domain::Side| match whose {
                domain::Side::Mentee => self.mentees.column(wish.attribute).is_blank(mentee),
                domain::Side::Mentor => self.mentors.column(wish.attribute).is_blank(mentor),
            };
            let own_matters = matches!(wish.hope, Hope::Agree(_));
            let whose = [domain::Side::Mentee, domain::Side::Mentor].into_iter();
            for whose in whose.filter(|whose| blank(*whose) && (*whose != side || own_matters)) {
                match fields.iter_mut().find(|(side, field, _)| *side == whose && **field == *wish.attribute.as_str()) {
                    Some((_, _, wishes)) => *wishes += 1,
                    None => fields.push((whose, wish.attribute.as_str().into(), 1)),
                }
            }
        }
        fields.sort();
        // Mentees first, as everywhere in reasons.
        fields.sort_by_key(|(side, _, _)| *side == domain::Side::Mentor);
        let open = self.unknown.points();
        let of = |wishes: i64, each: i64| {
            let rest = i64::from(tally.unknown) - wishes;
            (POINTS_SCALE * i64::from(tally.met) + each * wishes + open * rest) / i64::from(tally.asked.max(1))
        };
        let blanks = fields.into_iter().map(|(side, field, wishes)| Blank {
            side,
            field,
            lowest: of(wishes, 0),
            highest: of(wishes, POINTS_SCALE),
        });
        blanks.collect()
    }
}

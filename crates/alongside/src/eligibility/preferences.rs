//! `preferences`: the must and never wishes of both.

use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::{Compiled, Side, Wish};
use crate::domain;
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "preferences",
    looks_at: "The `must` and `never` wishes of both, each against the other's answer to the attribute that it \
        names.",
    why: "What somebody could not live with is theirs to say. Among 1,513 boys, matches with a mentor of the same \
        and of another gender differed little, and the authors still advise to honour explicit requests (Kanchewa \
        and others, 2014). Each such wish shortens the list of people who could come, so the outcome counts what it \
        refused, and how often it alone.",
    effect: "The mentee's wishes are asked first, in order, then the mentor's.\n\
        - `must`: refused where the other's answer is known and is not what is wished\n\
        - `never`: refused where it is known and is what is named\n\
        - an answer that the wish turns on is blank: needs a check\n\
        The obstacle is `wish_of_mentee` or `wish_of_mentor`, and `unknown_for_wish_of_mentee` or \
        `unknown_for_wish_of_mentor` where a blank leaves it open. A wish for `same` or `different` turns on both \
        people's answers; with tags, one term in common is the same. Two people who are both of any other background (or \
        both of a group in `no_match`) may be alike or not: they are not the `same`, and whether they are `different` is \
        not known. Ranges include both ends. The first wish that \
        refuses decides; if none does, the first that is open. A `must` or `never` for no preference (`any`, `either`, \
        `none`) is refused when the programme is read; a `prefer` or `avoid` for it is no wish.",
    settings: &[(
        "preferences",
        "a field of each person: `must ATTRIBUTE VALUE` or `never ATTRIBUTE VALUE`, with ` or ` between \
                alternatives. Wishes of mentors on a protected characteristic need a line in `justifications`, a \
                mentee's `never` on one (sex and gender apart) a line in `decisions`",
    )],
    example: r#"[[mentees]]
id = "e1"
preferences = ["must gender woman or non-binary", "never interests hunting"]"#,
    cannot_know: "How firm a wish is, and whether somebody would give it up sooner than wait. Ask, and show them \
        what it costs.",
};

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

impl Preferences<'_> {
    /// What the hard wishes of one side say of the pair, wish by wish.
    pub(super) fn hard(&self, of: domain::Side, mentee: usize, mentor: usize) -> impl Iterator<Item = Verdict<'_>> {
        let (mentees, mentors) = (self.mentees, self.mentors);
        let (own, person, other, other_person) = match of {
            domain::Side::Mentee => (mentees, mentee, mentors, mentor),
            domain::Side::Mentor => (mentors, mentor, mentees, mentee),
        };
        let (against, open) = match of {
            domain::Side::Mentee => (Obstacle::WishOfMentee, Obstacle::UnknownForWishOfMentee),
            domain::Side::Mentor => (Obstacle::WishOfMentor, Obstacle::UnknownForWishOfMentor),
        };
        let hard = own.wishes(person).iter().filter(|wish| wish.strength.is_hard());
        hard.map(move |wish| self.one(wish, wish.met(own, person, other, other_person), against, open))
    }
}

impl Rule for Preferences<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Wishes(self)
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let of_mentee = self.hard(domain::Side::Mentee, mentee, mentor);
        Verdict::all(of_mentee.chain(self.hard(domain::Side::Mentor, mentee, mentor)))
    }
}

//! Wishes about one attribute of one side, as classes of people.

use super::classes::{Classes, Few};
use crate::compile::{Column, Compiled, Hope, Side, Wish};
use crate::domain::{self, AttributeKey};

/// What somebody is in one column, for comparing.
pub(super) fn answer(column: &Column, person: usize) -> (Option<&[u64]>, Option<&[u64]>, Option<i64>) {
    (column.terms(person), column.named(person), column.position(person))
}

/// Classes of people by their answers to an attribute.
pub(super) fn by_answer(side: &Side<'_>, people: usize, attribute: &AttributeKey) -> Classes {
    let column = side.column(attribute);
    Classes::new(people, |person| answer(column, person))
}

/// A wish for comparing: whether for or against, what, and one's own answer where the wish turns on it.
type Key<'a> = (bool, u8, &'a [u64], [Option<i64>; 2], (Option<&'a [u64]>, Option<&'a [u64]>, Option<i64>));

/// Which wishes count.
#[derive(Debug, Clone, Copy)]
pub(super) struct Heeded<'a> {
    /// Hard ones, or soft ones.
    pub(super) hard: bool,
    /// Whose; none for both.
    pub(super) side: Option<domain::Side>,
    /// About what; none for everything.
    pub(super) attribute: Option<&'a AttributeKey>,
}

/// What each side's wishes about each attribute make of a pair, in parts that look at few different people; none where
/// some part looks at too many. `make` is given each wish's outcome, as by [`Wish::met`].
pub(super) fn parts<'a>(
    compiled: &'a Compiled<'a>,
    heeded: Heeded<'a>,
    make: impl Fn(&mut dyn Iterator<Item = Option<bool>>) -> i32,
) -> Option<Vec<Few>> {
    let mut parts = Vec::new();
    let (mentees, mentors) = (&compiled.mentees, &compiled.mentors);
    let (many_mentees, many_mentors) = (compiled.mentees(), compiled.mentors());
    for whose in [domain::Side::Mentee, domain::Side::Mentor] {
        if heeded.side.is_some_and(|side| side != whose) {
            continue;
        }
        let (own, people, other, others) = match whose {
            domain::Side::Mentee => (mentees, many_mentees, mentors, many_mentors),
            domain::Side::Mentor => (mentors, many_mentors, mentees, many_mentees),
        };
        let counts = |wish: &&Wish<'_>| {
            wish.strength.is_hard() == heeded.hard && heeded.attribute.is_none_or(|one| one == wish.attribute)
        };
        let mut attributes: Vec<&AttributeKey> = (0..people)
            .flat_map(|person| own.wishes(person).iter().filter(counts).map(|wish| wish.attribute))
            .collect();
        attributes.sort_unstable();
        attributes.dedup();
        for attribute in attributes {
            let column = own.column(attribute);
            let about = |person: usize| {
                own.wishes(person).iter().filter(counts).filter(move |wish| wish.attribute == attribute)
            };
            let wishing =
                Classes::new(people, |person| about(person).map(|wish| key(wish, column, person)).collect::<Vec<_>>());
            let answering = by_answer(other, others, attribute);
            let part = match whose {
                domain::Side::Mentee => Few::new(wishing, answering, |mentee, mentor| {
                    make(&mut about(mentee).map(|wish| wish.met(mentees, mentee, mentors, mentor)))
                }),
                domain::Side::Mentor => Few::new(answering, wishing, |mentee, mentor| {
                    make(&mut about(mentor).map(|wish| wish.met(mentors, mentor, mentees, mentee)))
                }),
            };
            parts.push(part?);
        }
    }
    Some(parts)
}

fn key<'a>(wish: &'a Wish<'_>, column: &'a Column, person: usize) -> Key<'a> {
    let is_for = wish.strength.is_for();
    match &wish.hope {
        Hope::Agree(wished) => (is_for, u8::from(*wished), &[], [None; 2], answer(column, person)),
        Hope::AnyOf(terms) => (is_for, 2, terms, [None; 2], (None, None, None)),
        Hope::Range(bounds) => (is_for, 3, &[], [bounds.min, bounds.max], (None, None, None)),
    }
}

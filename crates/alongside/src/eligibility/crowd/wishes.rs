//! The rule of hard wishes: one's own against classes of answers, those of the other side as classes of wishes.

use super::bits;
use super::classes::Classes;
use super::objections::Sink;
use super::{Parts, pair};
use crate::compile::{self, Hope, Wish};
use crate::domain::{AttributeKey, Side};
use crate::eligibility::Verdict;
use crate::eligibility::preferences::Preferences;
use std::collections::BTreeMap;

/// The people of the other side by their answers and by their wishes.
pub(super) struct Wishes<'r> {
    rule: &'r Preferences<'r>,
    of: Side,
    own: &'r compile::Side<'r>,
    /// Of each attribute that somebody on the own side has a hard wish about.
    answering: BTreeMap<&'r AttributeKey, Classes>,
    /// Those who have the same hard wishes, and what these turn on.
    wishing: Classes,
}

impl<'r> Wishes<'r> {
    pub(super) fn new(
        rule: &'r Preferences<'r>,
        of: Side,
        (own, owns): (&'r compile::Side<'r>, usize),
        other: &'r compile::Side<'r>,
        people: &[u32],
    ) -> Self {
        let mut answering = BTreeMap::new();
        for wish in (0..owns).flat_map(|person| hard(own, person)) {
            let column = other.column(wish.attribute);
            answering.entry(wish.attribute).or_insert_with(|| Classes::new(people, |person| column.answer(person)));
        }
        let wishing = Classes::new(people, |person| {
            hard(other, person).map(|wish| (wish.attribute, key(wish, other, person))).collect::<Vec<_>>()
        });
        Self { rule, of, own, answering, wishing }
    }

    pub(super) fn ask(&self, person: usize, sink: &mut Sink<'_, 'r>) {
        let own = self.own(person, sink.people);
        let theirs = self.wishing.parted(|other| {
            let (mentee, mentor) = pair(self.of, person, other);
            Verdict::all(self.rule.hard(self.of.other(), mentee, mentor))
        });
        let (first, second) = if self.of == Side::Mentee { (own, theirs) } else { (theirs, own) };
        for (verdict, people) in in_order([first, second].concat(), sink.people) {
            sink.put(verdict, &people);
        }
    }

    /// What one's own wishes say, wish by wish; of one person, several may object.
    fn own(&self, person: usize, people: usize) -> Parts<'r> {
        let mut parts = Vec::new();
        for (at, wish) in hard(self.own, person).enumerate() {
            let Some(classes) = self.answering.get(wish.attribute) else { continue };
            parts.extend(classes.parted(|other| {
                let (mentee, mentor) = pair(self.of, person, other);
                self.rule.hard(self.of, mentee, mentor).nth(at).unwrap_or(Verdict::Eligible)
            }));
        }
        debug_assert!(parts.iter().all(|(_, row)| row.len() == bits::nobody(people).len()), "one row is one side");
        parts
    }
}

/// Of several objections to one person, the first that refuses decides, else the first that asks for something.
fn in_order(parts: Parts<'_>, people: usize) -> Parts<'_> {
    let (mut refused, mut open) = (bits::nobody(people), bits::nobody(people));
    let (refusing, asking): (Parts<'_>, Parts<'_>) =
        parts.into_iter().partition(|(verdict, _)| matches!(verdict, Verdict::Refused(_)));
    let mut decided = Vec::with_capacity(refusing.len() + asking.len());
    for (verdict, mut row) in refusing {
        bits::drop_all(&mut row, &refused);
        bits::join(&mut refused, &row);
        decided.push((verdict, row));
    }
    for (verdict, mut row) in asking {
        bits::drop_all(&mut row, &open);
        bits::join(&mut open, &row);
        bits::drop_all(&mut row, &refused);
        decided.push((verdict, row));
    }
    decided
}

fn hard<'s>(side: &'s compile::Side<'_>, person: usize) -> impl Iterator<Item = &'s Wish<'s>> {
    side.wishes(person).iter().filter(|wish| wish.strength.is_hard())
}

/// A wish for comparing: whether for or against, what, and one's own answer where the wish turns on it.
type Key<'k> = (bool, u8, &'k [u64], [Option<i64>; 2], compile::Answered<'k>);

fn key<'k>(wish: &'k Wish<'_>, own: &'k compile::Side<'_>, person: usize) -> Key<'k> {
    let (is_for, nothing) = (wish.strength.is_for(), (None, None, None));
    match &wish.hope {
        Hope::Agree(wished) => (is_for, u8::from(*wished), &[], [None; 2], own.column(wish.attribute).answer(person)),
        Hope::AnyOf(terms) => (is_for, 2, terms, [None; 2], nothing),
        Hope::Range(bounds) => (is_for, 3, &[], [bounds.min, bounds.max], nothing),
    }
}

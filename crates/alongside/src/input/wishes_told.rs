//! Wishes that cannot come true: against another of one's own, for what nobody has, or measured by a blank.

use super::attributes::Attributes;
use super::people::ReadPerson;
use super::whose::whose;
use crate::domain::{Answer, Attribute, AttributeKey, Preference, Side, Strength, Want};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Everybody, and whether ids may be named.
#[derive(Clone, Copy)]
pub(crate) struct Told<'p> {
    pub(crate) mentors: &'p [ReadPerson],
    pub(crate) mentees: &'p [ReadPerson],
    pub(crate) opaque_ids: bool,
}

/// Of each attribute, those whose wishes are at fault, in the order of people.
type Whose<'p> = BTreeMap<&'p AttributeKey, Vec<&'p ReadPerson>>;

/// Tells of each kind of fault once for every side and attribute, with how many have it; never what was wished. Time
/// linear in people, answers and wishes.
pub(crate) fn tell_wishes(all: Told<'_>, attributes: &Attributes, issues: &mut Issues) {
    for (side, people, others) in [(Side::Mentor, all.mentors, all.mentees), (Side::Mentee, all.mentees, all.mentors)] {
        let teller = Teller { side, opaque_ids: all.opaque_ids };
        teller.contradicting(&contradicting(people, attributes), issues);
        teller.unmet(&unmet(people, others, attributes), issues);
        teller.blank(&without_own_answer(people), issues);
    }
}

/// Tells how many name one activity both among what they like and among what they dislike.
pub(crate) fn tell_liked_and_disliked(all: Told<'_>, attributes: &Attributes, issues: &mut Issues) {
    let (likes, dislikes) = (AttributeKey::new("interests"), AttributeKey::new("dislikes"));
    for (side, people) in [(Side::Mentor, all.mentors), (Side::Mentee, all.mentees)] {
        let torn = |read: &&ReadPerson| {
            let terms = |key: &AttributeKey| -> BTreeSet<Arc<str>> {
                let answer = read.person.answers.get(key);
                answer.into_iter().flat_map(Answer::terms).map(|term| attributes.counts_as(key, term)).collect()
            };
            read.person.answers.contains_key(&dislikes) && !terms(&likes).is_disjoint(&terms(&dislikes))
        };
        let torn: Vec<&ReadPerson> = people.iter().filter(torn).collect();
        if torn.is_empty() {
            continue;
        }
        let (who, ids) = Teller { side, opaque_ids: all.opaque_ids }.count(&torn, ("names", "name"));
        let message = format!("{who} the same in `interests` and in `dislikes`{ids}");
        let remedy = "ask which of the two holds, and take it out of the other";
        let place = Place { field: Some("dislikes".into()), ..place(&torn) };
        issues.push(IssueCode::ContradictoryAnswers, place, message, remedy);
    }
}

struct Teller {
    side: Side,
    opaque_ids: bool,
}

impl Teller {
    /// `2 mentees have`, and whose they are.
    fn count(&self, people: &[&ReadPerson], (one, many): (&str, &str)) -> (String, String) {
        let (side, verb) = match (self.side, people.len()) {
            (Side::Mentor, 1) => ("mentor", one),
            (Side::Mentor, _) => ("mentors", many),
            (Side::Mentee, 1) => ("mentee", one),
            (Side::Mentee, _) => ("mentees", many),
        };
        (format!("{} {side} {verb}", people.len()), whose(self.opaque_ids, people.iter().copied()))
    }

    fn contradicting(&self, found: &Whose<'_>, issues: &mut Issues) {
        for (key, people) in found {
            let (who, ids) = self.count(people, ("wishes", "wish"));
            let message = format!("{who} for and against the same of `{key}`, and nobody can give both{ids}");
            let remedy = "ask which of the two is meant, and take the other out";
            issues.push(IssueCode::ContradictoryWishes, place(people), message, remedy);
        }
    }

    fn unmet(&self, found: &Whose<'_>, issues: &mut Issues) {
        let others = match self.side {
            Side::Mentor => Side::Mentee.plural(),
            Side::Mentee => Side::Mentor.plural(),
        };
        for (key, people) in found {
            let (who, ids) = self.count(people, ("has", "have"));
            let message = format!("{who} a `must` on `{key}` that no answer of the {others} meets{ids}");
            let remedy = "check how it is spelled; if it is meant, ask those who left it blank, look for somebody who can \
                meet it, or ask whether it could be a `prefer`";
            issues.push(IssueCode::WishNobodyMeets, place(people), message, remedy);
        }
    }

    fn blank(&self, found: &Whose<'_>, issues: &mut Issues) {
        for (key, people) in found {
            let (who, ids) = self.count(people, ("holds", "hold"));
            let message = format!(
                "{who} others' `{key}` against their own, by `same` or `different`, and their own is blank: the wish \
                 stays open with everybody{ids}"
            );
            let remedy = "ask them, or take the wish out; an answer that may not be used counts as blank";
            issues.push(IssueCode::WishWithoutOwnAnswer, place(people), message, remedy);
        }
    }
}

/// The file and the field; whose row it is does not matter.
fn place(people: &[&ReadPerson]) -> Place {
    let file = people.first().and_then(|read| read.place().file);
    Place { file, field: Some("preferences".into()), ..Place::default() }
}

/// Puts a person to an attribute, once.
fn note<'p>(found: &mut Whose<'p>, key: &'p AttributeKey, read: &'p ReadPerson) {
    let people = found.entry(key).or_default();
    if !people.last().is_some_and(|last| std::ptr::eq(*last, read)) {
        people.push(read);
    }
}

fn contradicting<'p>(people: &'p [ReadPerson], attributes: &Attributes) -> Whose<'p> {
    let mut found = Whose::new();
    for read in people.iter().filter(|read| read.person.preferences.len() > 1) {
        let mut of: BTreeMap<&AttributeKey, Vec<&Preference>> = BTreeMap::new();
        for wish in &read.person.preferences {
            of.entry(&wish.attribute).or_default().push(wish);
        }
        for (key, wishes) in of.into_iter().filter(|(_, wishes)| wishes.len() > 1) {
            if attributes.all.get(key).is_some_and(|attribute| clash(attribute, &wishes)) {
                note(&mut found, key, read);
            }
        }
    }
    found
}

/// Whether whoever gives one of the wishes goes against another.
fn clash(attribute: &Attribute, wishes: &[&Preference]) -> bool {
    let stated =
        |is_for: bool| wishes.iter().filter(move |wish| wish.strength.is_for() == is_for).map(|wish| &wish.want);
    let both = |is_for: bool| {
        stated(is_for).any(|want| *want == Want::Same) && stated(is_for).any(|want| *want == Want::Different)
    };
    if both(true) || both(false) {
        return true;
    }
    // All that the wishes against name, so that each wish for something is held against it once.
    let against: BTreeSet<&Arc<str>> =
        stated(false).flat_map(terms).map(|term| attribute.vocabulary.canonical(term)).collect();
    stated(true).any(|want| match want {
        Want::AnyOf(terms) => terms.iter().all(|term| counts_as(attribute, term).any(|one| against.contains(one))),
        Want::Range { min, max } => stated(false).any(|other| match other {
            Want::Range { min: from, max: to } => {
                let below = from.is_none_or(|from| min.is_some_and(|min| from <= min));
                below && to.is_none_or(|to| max.is_some_and(|max| max <= to))
            }
            _ => false,
        }),
        Want::Same | Want::Different => stated(false).any(|other| other == want),
    })
}

fn terms(want: &Want) -> impl Iterator<Item = &Arc<str>> {
    let terms = if let Want::AnyOf(terms) = want { Some(terms) } else { None };
    terms.into_iter().flatten()
}

/// What somebody has who has the term: what it counts as, and all that stands above it.
fn counts_as<'a>(attribute: &'a Attribute, term: &'a Arc<str>) -> impl Iterator<Item = &'a Arc<str>> {
    let vocabulary = &attribute.vocabulary;
    std::iter::once(vocabulary.canonical(term)).chain(vocabulary.above(term))
}

fn unmet<'p>(people: &'p [ReadPerson], others: &'p [ReadPerson], attributes: &Attributes) -> Whose<'p> {
    let named = |wish: &&Preference| {
        wish.strength == Strength::Must && matches!(wish.want, Want::AnyOf(_) | Want::Range { .. })
    };
    let mut found = Whose::new();
    let mut had: BTreeMap<&AttributeKey, Option<Had<'_>>> = BTreeMap::new();
    for read in people {
        for wish in read.person.preferences.iter().filter(named) {
            let Some(attribute) = attributes.all.get(&wish.attribute) else { continue };
            let had = had.entry(&wish.attribute).or_insert_with(|| Had::of(others, attribute));
            // Where nobody has answered, anybody may turn out to be what is wished for.
            if had.as_ref().is_some_and(|had| !had.meets(&wish.want, attribute)) {
                note(&mut found, &wish.attribute, read);
            }
        }
    }
    found
}

/// All that people answered to one attribute.
struct Had<'p> {
    terms: BTreeSet<&'p Arc<str>>,
    positions: BTreeSet<i64>,
}

impl<'p> Had<'p> {
    /// None where nobody answered.
    fn of(people: &'p [ReadPerson], attribute: &'p Attribute) -> Option<Self> {
        let answers = || people.iter().filter_map(|read| read.person.answers.get(&attribute.key));
        answers().next()?;
        let terms: BTreeSet<&Arc<str>> = answers().flat_map(Answer::terms).collect();
        let positions = answers().filter_map(Answer::position).collect();
        let terms = terms.into_iter().flat_map(|term| counts_as(attribute, term)).collect();
        Some(Self { terms, positions })
    }

    fn meets(&self, want: &Want, attribute: &Attribute) -> bool {
        match want {
            Want::AnyOf(terms) => terms.iter().any(|term| self.terms.contains(attribute.vocabulary.canonical(term))),
            Want::Range { min, max } => {
                let (from, to) = (min.unwrap_or(i64::MIN), max.unwrap_or(i64::MAX));
                from <= to && self.positions.range(from..=to).next().is_some()
            }
            Want::Same | Want::Different => true,
        }
    }
}

fn without_own_answer(people: &[ReadPerson]) -> Whose<'_> {
    let mut found = Whose::new();
    for read in people {
        for wish in &read.person.preferences {
            let own = matches!(wish.want, Want::Same | Want::Different);
            if own && !read.person.answers.contains_key(&wish.attribute) {
                note(&mut found, &wish.attribute, read);
            }
        }
    }
    found
}

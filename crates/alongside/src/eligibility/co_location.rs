//! `co_location`: nobody is sent where they must not be.

use super::kinds::{Kinds, numbered};
use super::{Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{Answer, Person, UnknownData};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "co_location",
    looks_at: "The places in `barred_from` of each, and in `attends` of the other.",
    why: "Somebody on licence may be barred from an estate or a school, and somebody who was hurt may have to be kept away \
        from a place. A match that leads there would break the condition, or the person. Where somebody must not be can \
        reveal offences, so the field carries the strictest label, and no message names a place.",
    effect: "In this order, words compared as they stand, capital letters aside:\n\
        - a place in `barred_from` of one is in `attends` of the other: refused, `co_location`\n\
        - one is barred from some place, and the other's `attends` is blank: `blank` about `attends`\n\
        - else eligible: a blank `barred_from` bars from nowhere",
    settings: &[(
        "unknown",
        "`needs_check` or `allow`: what happens to a pair where one is barred from some place and it is not known where \
            the other is; `needs_check` when absent",
    )],
    example: r#"[basis.barred_from]
basis = "safeguarding"

[[rules]]
rule = "co_location"

[[mentors]]
id = "m1"
attends = ["Nettle Estate", "Far Moor gym"]

[[mentees]]
id = "e1"
barred_from = ["Nettle Estate"]"#,
    cannot_know: "Where people go without saying so, and names of one place that are spelled apart.",
};

/// The bans and places of people, by kind.
pub(super) struct CoLocation {
    mentees: Sited,
    mentors: Sited,
    kinds: Kinds,
    unknown: UnknownData,
    about: Arc<str>,
}

/// Where somebody must not be, and, where that is known, where they are.
type Places = (BTreeSet<Arc<str>>, Option<BTreeSet<Arc<str>>>);

/// The people of one side: the kind of each, and of each kind its bans and, where known, its places.
struct Sited {
    of: Vec<usize>,
    places: Vec<Places>,
}

impl Sited {
    /// Only places that somebody is barred from tell people apart.
    fn new<'p>(people: impl Iterator<Item = &'p Person>, banned: &BTreeSet<&Arc<str>>) -> Self {
        let places = people.map(|person| {
            let attends = person
                .answers
                .get("attends")
                .map(|said| said.terms().filter(|place| banned.contains(place)).cloned().collect::<BTreeSet<_>>());
            (bans(person).cloned().collect::<BTreeSet<_>>(), attends)
        });
        let (of, places) = numbered(places);
        Self { of, places }
    }

    fn of(&self, person: usize) -> Option<&Places> {
        self.places.get(*self.of.get(person)?)
    }
}

fn bans(person: &Person) -> impl Iterator<Item = &Arc<str>> {
    person.answers.get("barred_from").into_iter().flat_map(Answer::terms)
}

impl CoLocation {
    pub(super) fn new(compiled: &Compiled<'_>, unknown: UnknownData) -> Self {
        let mentees = || compiled.matching.mentees.iter().map(|one| &one.person);
        let mentors = || compiled.matching.mentors.iter().map(|one| &one.person);
        let banned: BTreeSet<&Arc<str>> = mentees().chain(mentors()).flat_map(bans).collect();
        let (mentees, mentors) = (Sited::new(mentees(), &banned), Sited::new(mentors(), &banned));
        let kinds = Kinds { mentees: mentees.of.clone(), mentors: mentors.of.clone() };
        Self { mentees, mentors, kinds, unknown, about: "attends".into() }
    }
}

impl Rule for CoLocation {
    fn looks(&self) -> Looks<'_> {
        Looks::Kinds(&self.kinds)
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let (Some(one), Some(other)) = (self.mentees.of(mentee), self.mentors.of(mentor)) else {
            return Verdict::Eligible;
        };
        let both = [(&one.0, &other.1), (&other.0, &one.1)];
        if both.iter().any(|(bans, places)| places.as_ref().is_some_and(|places| !bans.is_disjoint(places))) {
            Verdict::refused(Obstacle::CoLocation)
        } else if both.iter().any(|(bans, places)| !bans.is_empty() && places.is_none()) {
            Verdict::blank(self.unknown, &self.about)
        } else {
            Verdict::Eligible
        }
    }

    fn could_object(&self) -> bool {
        [&self.mentees, &self.mentors].into_iter().any(|side| side.places.iter().any(|(bans, _)| !bans.is_empty()))
    }
}

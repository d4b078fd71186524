//! `same_value`: the two answers agree, or differ.

use super::counted_as::counted_as;
use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled};
use crate::domain::{Answer, Attribute, AttributeKey, AttributeKind, Matching, POINTS_SCALE, Person, Relation};
use crate::outcome::{Because, CountedAs};
use crate::reference::Reference;
use std::collections::BTreeSet;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "same_value",
    looks_at: "Whether the two answers to one attribute agree, or differ.",
    why: "Likeness helps where it makes meeting workable, such as the same part of town. Likeness of people as such \
        has thin support: an ethnic match did not predict how strong relationships were (Education Sciences 2024, \
        14(4):398), though such matches lasted longer elsewhere (Raposa and others, 2019), and the same gender made \
        little difference (Kanchewa and others, 2014). Leave these to people's own wishes.",
    effect: "A blank on either side is unknown. 1000 where the relation holds, else 0. Tags are the same with one \
        term in common, all other answers when equal. Where a vocabulary is declared, synonyms are equal, and with tags \
        also a term and a broader one above it; two terms below the same broader one are not. Of two people who both \
        answered a term that is no match, such as any other background, nobody knows: 0 with `same`, unknown with \
        `different`.",
    settings: &[("attribute", "any attribute; required"), ("relation", "`same` or `different`; `same` when absent")],
    example: r#"[attributes.area]
kind = "one_of"
values = ["Harbour End", "Far Moor"]
sensitivity = "ordinary"

[[criteria]]
criterion = "same_value"
attribute = "area"
weight = 2
unknown = "lowest"          # an address that nobody knows is not counted as near
why = "A short way there makes it likelier that a visit happens in bad weather.""#,
    cannot_know: "Degrees: two neighbouring areas are as different as two far apart. For shades, use `lookup` or \
        `level_distance`.",
};

/// Both sides' answers and which relation earns the points.
pub(super) struct SameValue<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    relation: Relation,
    matching: &'a Matching,
    attribute: Option<&'a Attribute>,
    field: Arc<str>,
}

impl<'a> SameValue<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, attribute: &AttributeKey, relation: Relation) -> Self {
        let (mentees, mentors) = (compiled.mentees.column(attribute), compiled.mentors.column(attribute));
        let matching = compiled.matching;
        let declared = matching.attributes.get(attribute);
        Self { mentees, mentors, relation, matching, attribute: declared, field: attribute.as_str().into() }
    }
}

impl SameValue<'_> {
    /// Whether both answered something that leaves open whether they are alike, such as any other background.
    fn is_open(&self, mentee: usize, mentor: usize) -> bool {
        self.mentees.tells_nothing(mentee, self.mentors, mentor)
    }

    /// What both named or one named and the other has, where they agree.
    fn agreed(&self, mentee: &Person, mentor: &Person) -> BTreeSet<Arc<str>> {
        let Some(attribute) = self.attribute else { return BTreeSet::new() };
        let named = |person: &Person| -> BTreeSet<Arc<str>> {
            let words = person.answers.get(&attribute.key).into_iter().flat_map(Answer::terms);
            words.map(|word| attribute.vocabulary.canonical(word).clone()).collect()
        };
        let (theirs, ours) = (named(mentee), named(mentor));
        let has = |named: &BTreeSet<Arc<str>>, term: &Arc<str>| {
            let below = |word: &Arc<str>| attribute.vocabulary.above(word).contains(term);
            named.contains(term) || (attribute.kind == AttributeKind::Tags && named.iter().any(below))
        };
        let agreed = theirs.iter().filter(|term| has(&ours, term)).chain(ours.iter().filter(|term| has(&theirs, term)));
        agreed.cloned().collect()
    }
}

impl Criterion for SameValue<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        match (self.mentees.agree(mentee, self.mentors, mentor), self.relation) {
            (None, _) => Points::Unknown,
            (Some(false), Relation::Different) if self.is_open(mentee, mentor) => Points::Unknown,
            (Some(agree), relation) => {
                Points::Known(if agree == (relation == Relation::Same) { POINTS_SCALE } else { 0 })
            }
        }
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match self.mentees.agree(mentee, self.mentors, mentor) {
            None => unknown(&self.blanks(mentee, mentor)),
            Some(false) if self.is_open(mentee, mentor) => unknown(&Blank::sides(true, true, &self.field)),
            Some(agree) => Because::Same(agree),
        }
    }

    fn counted_as(&self, mentee: usize, mentor: usize) -> Vec<CountedAs> {
        let people = self.matching.mentees.get(mentee).zip(self.matching.mentors.get(mentor));
        let vocabulary = self.attribute.filter(|attribute| !attribute.vocabulary.is_empty());
        vocabulary.zip(people).map_or_else(Vec::new, |(attribute, (mentee, mentor))| {
            let (mentee, mentor) = (&mentee.person, &mentor.person);
            counted_as(attribute, mentee, mentor, self.agreed(mentee, mentor))
        })
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        Blank::sides(self.mentees.is_blank(mentee), self.mentors.is_blank(mentor), &self.field)
    }
}

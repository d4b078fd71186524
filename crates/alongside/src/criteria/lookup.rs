//! `lookup`: points from a table over one answer of each.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled};
use crate::domain::{Answer, AttributeKey, AttributeKind, LookupEntry, Matching, Person};
use crate::outcome::Because;
use crate::reference::Reference;
use std::collections::BTreeMap;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "lookup",
    looks_at: "One answer of the mentee and one of the mentor, in a table that you write. The two may be different \
        attributes.",
    why: "What goes well together is not always alike. A talker and a listener do, and where the aim is to open up \
        opportunities, what one would like to try and the other has done counts for more than what both have. The \
        points are the programme's own judgement.",
    effect: "A blank on either side is unknown. Otherwise the points that the table has for the two answers, or \
        `otherwise` where it does not name them.",
    settings: &[
        ("mentee_attribute", "the mentee's attribute, of kind one_of or level; required"),
        ("mentor_attribute", "the mentor's, of kind one_of or level; required"),
        (
            "table",
            "lines with `mentee`, `mentor` and `points` (0 to 1000), each pair of answers once; required, with at \
                least one line",
        ),
        ("otherwise", "points of what the table does not name, 0 to 1000; 0 when absent"),
    ],
    example: r#"[attributes.conversation]
kind = "one_of"
values = ["talker", "listener"]
sensitivity = "ordinary"

[[criteria]]
criterion = "lookup"
mentee_attribute = "conversation"
mentor_attribute = "conversation"
table = [
    { mentee = "talker", mentor = "listener", points = 1000 },
    { mentee = "listener", mentor = "talker", points = 1000 },
]
otherwise = 300
weight = 2
why = "Somebody who loves to talk and somebody who loves to listen get on.""#,
    cannot_know: "Whether the table is right. Look at the pairs it brings about, and change it where people shake \
        their heads.",
};

/// Each person's answer as a code, and points by codes.
pub(super) struct Lookup<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    mentee_codes: Vec<Option<u32>>,
    mentor_codes: Vec<Option<u32>>,
    /// Points by the mentee's code times `width` plus the mentor's; none for combinations the table does not name.
    table: Vec<Option<i64>>,
    width: usize,
    otherwise: i64,
    fields: (Arc<str>, Arc<str>),
}

impl<'a> Lookup<'a> {
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        (mentee, mentor): (&AttributeKey, &AttributeKey),
        entries: &[LookupEntry],
        otherwise: i64,
    ) -> Self {
        let matching = compiled.matching;
        // Codes are given to the table's own words: any other word finds nothing in it.
        let code = |word: &Arc<str>, words: &mut BTreeMap<Arc<str>, u32>| {
            let next = u32::try_from(words.len()).unwrap_or(u32::MAX);
            *words.entry(word.clone()).or_insert(next)
        };
        let (mut theirs, mut ours) = (BTreeMap::new(), BTreeMap::new());
        let coded: Vec<(u32, u32, i64)> = entries
            .iter()
            .map(|entry| (code(&entry.mentee, &mut theirs), code(&entry.mentor, &mut ours), entry.points))
            .collect();
        let width = ours.len();
        let mut table = vec![None; theirs.len() * width];
        for (mentee, mentor, points) in coded {
            if let Some(cell) = table.get_mut(mentee as usize * width + mentor as usize) {
                *cell = Some(points);
            }
        }
        let codes =
            |people: &mut dyn Iterator<Item = &'a Person>, key: &AttributeKey, words: &BTreeMap<Arc<str>, u32>| {
                people.map(|person| words.get(word(matching, person, key)?).copied()).collect()
            };
        Self {
            mentees: compiled.mentees.column(mentee),
            mentors: compiled.mentors.column(mentor),
            mentee_codes: codes(&mut matching.mentees.iter().map(|one| &one.person), mentee, &theirs),
            mentor_codes: codes(&mut matching.mentors.iter().map(|one| &one.person), mentor, &ours),
            table,
            width,
            otherwise,
            fields: (mentee.as_str().into(), mentor.as_str().into()),
        }
    }

    /// The table's points, if both answers are known; none inside when the table does not name them.
    fn found(&self, mentee: usize, mentor: usize) -> Option<Option<i64>> {
        if self.mentees.is_blank(mentee) || self.mentors.is_blank(mentor) {
            return None;
        }
        let codes = self.mentee_codes.get(mentee)?.zip(*self.mentor_codes.get(mentor)?);
        Some(codes.and_then(|(mentee, mentor)| *self.table.get(mentee as usize * self.width + mentor as usize)?))
    }
}

/// A person's answer as a word: the term that it counts as, or the level's word.
fn word<'a>(matching: &'a Matching, person: &'a Person, key: &AttributeKey) -> Option<&'a Arc<str>> {
    let attribute = matching.attributes.get(key)?;
    match (person.answers.get(key)?, &attribute.kind) {
        (Answer::OneOf(term), _) => Some(attribute.vocabulary.canonical(term)),
        (Answer::Level(position), AttributeKind::Level(order)) => order.get(usize::from(*position)),
        _ => None,
    }
}

impl Criterion for Lookup<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        self.found(mentee, mentor).map_or(Points::Unknown, |found| Points::Known(found.unwrap_or(self.otherwise)))
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match self.found(mentee, mentor) {
            Some(found) => Because::InTable(found.is_some()),
            None => unknown(&self.blanks(mentee, mentor)),
        }
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let mut blanks = Blank::sides(self.mentees.is_blank(mentee), false, &self.fields.0);
        blanks.extend(Blank::sides(false, self.mentors.is_blank(mentor), &self.fields.1));
        blanks
    }
}

//! `lookup`: points from a table over one answer of each.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Column, Compiled};
use crate::domain::{Answer, AttributeKey, AttributeKind, LookupEntry, Matching, Person};
use crate::outcome::Because;
use std::collections::BTreeMap;
use std::sync::Arc;

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
        let codes = |people: &mut dyn Iterator<Item = &Person>, key: &AttributeKey, words: &BTreeMap<Arc<str>, u32>| {
            people.map(|person| words.get(&word(matching, person, key)?).copied()).collect()
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

/// A person's answer as a word: the term, or the level's word.
fn word(matching: &Matching, person: &Person, key: &AttributeKey) -> Option<Arc<str>> {
    match (person.answers.get(key)?, &matching.attributes.get(key)?.kind) {
        (Answer::OneOf(term), _) => Some(term.clone()),
        (Answer::Level(position), AttributeKind::Level(order)) => order.get(usize::from(*position)).cloned(),
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

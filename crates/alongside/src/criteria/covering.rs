//! How much of what one side names the other has: the mentee's goals by the mentor's skills, or the mentor's hopes by what
//! the mentee offers.

use super::{Blank, Criterion, Points, unknown};
use crate::compile::{Compiled, Terms, shared};
use crate::domain::{AttributeKey, Matching, POINTS_SCALE, Person, Side};
use crate::outcome::Because;
use std::sync::Arc;

/// Both sides' answers as bit sets over the words of the attribute that is named.
pub(super) struct Covering {
    /// Who names what the other may have.
    naming: Side,
    /// Of mentees and of mentors; none for a blank.
    rows: [Vec<Row>; 2],
    labels: Vec<Arc<str>>,
    /// Of mentees and of mentors.
    fields: [Arc<str>; 2],
}

impl Covering {
    /// From the mentees' and the mentors' attribute.
    pub(super) fn new(compiled: &Compiled<'_>, naming: Side, attributes: [&AttributeKey; 2]) -> Self {
        let (matching, [mentee, mentor]) = (compiled.matching, attributes);
        let mentees = matching.mentees.iter().map(|one| &one.person);
        let mentors = matching.mentors.iter().map(|one| &one.person);
        let (rows, named) = match naming {
            Side::Mentee => {
                let (named, had) = covers(matching, (mentee, mentees), (mentor, mentors));
                ([named, had], mentee)
            }
            Side::Mentor => {
                let (named, had) = covers(matching, (mentor, mentors), (mentee, mentees));
                ([had, named], mentor)
            }
        };
        let labels = matching.attributes.get(named).map_or_else(Vec::new, |one| one.labels.values().cloned().collect());
        Self { naming, rows, labels, fields: attributes.map(|key| key.as_str().into()) }
    }

    fn of_mentee(&self, mentee: usize) -> Option<&[u64]> {
        self.rows[0].get(mentee)?.as_deref()
    }

    fn of_mentor(&self, mentor: usize) -> Option<&[u64]> {
        self.rows[1].get(mentor)?.as_deref()
    }

    /// What is named, and what the other has; none where either is blank.
    fn both(&self, mentee: usize, mentor: usize) -> Option<(&[u64], &[u64])> {
        let (theirs, ours) = (self.of_mentee(mentee)?, self.of_mentor(mentor)?);
        Some(if self.naming == Side::Mentee { (theirs, ours) } else { (ours, theirs) })
    }
}

/// A person's terms as bits; none for a blank.
type Row = Option<Vec<u64>>;

/// The terms that some people name, and those that others have, in the words of the first attribute.
fn covers<'p>(
    matching: &Matching,
    (first, stating): (&AttributeKey, impl Iterator<Item = &'p Person>),
    (second, offering): (&AttributeKey, impl Iterator<Item = &'p Person>),
) -> (Vec<Row>, Vec<Row>) {
    let declared = matching.attributes.get(first);
    let words = declared.map(Terms::empty);
    let of_first = declared.map(|known| &known.vocabulary);
    let of_second = matching.attributes.get(second).map(|known| &known.vocabulary);
    let stated = |person: &Person| {
        let named = person.answers.get(first)?.terms();
        Some(words.as_ref()?.set_of(named.map(|word| of_first.map_or(word, |known| known.canonical(word)))))
    };
    let offered = |person: &Person| {
        let had = person.answers.get(second)?.terms().flat_map(|word| {
            let above = of_second.into_iter().flat_map(|known| known.above(word));
            above.chain([of_second.map_or(word, |known| known.canonical(word))])
        });
        Some(words.as_ref()?.set_of(had))
    };
    (stating.map(stated).collect(), offering.map(offered).collect())
}

/// Bits that are set.
fn count(row: &[u64]) -> u32 {
    row.iter().map(|word| word.count_ones()).sum()
}

impl Criterion for Covering {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        let Some((named, had)) = self.both(mentee, mentor) else { return Points::Unknown };
        let covered: u32 = named.iter().zip(had).map(|(named, had)| (named & had).count_ones()).sum();
        Points::Known(POINTS_SCALE * i64::from(covered) / i64::from(count(named).max(1)))
    }

    fn stated(&self, mentee: usize) -> Option<&[u64]> {
        self.of_mentee(mentee)
    }

    fn offered(&self, mentor: usize) -> Option<&[u64]> {
        self.of_mentor(mentor)
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match self.both(mentee, mentor) {
            Some((named, had)) => Because::Covered {
                stated: count(named),
                terms: shared(named, had).filter_map(|term| self.labels.get(term).cloned()).collect(),
            },
            None => unknown(&self.blanks(mentee, mentor)),
        }
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        let [theirs, ours] = &self.fields;
        let mut blanks = Blank::sides(self.of_mentee(mentee).is_none(), false, theirs);
        blanks.extend(Blank::sides(false, self.of_mentor(mentor).is_none(), ours));
        blanks
    }
}

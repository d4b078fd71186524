//! All records become people, some at a time side by side.
//!
//! A record is larger than the person that is made of it. Where records are made one by one, a hundred thousand people a
//! side take half the memory, so records are asked for part by part, and gone before the next part.

use super::consent::LeftBlank;
use super::fields::Fields;
use super::person::{PeopleReader, ReadPerson};
use super::place::{Found, Postcodes};
use super::shared::{asks, share_nothing};
use super::words::Words;
use crate::domain::{Criterion, Date, Side};
use crate::input::PersonRecord;
use crate::input::attributes::Attributes;
use crate::input::own_weights::OwnBounds;
use crate::issue::Issues;
use rayon::prelude::*;

/// People who are read one after another; what is remembered of words is remembered for them alone, so that there are
/// neither too few nor too many parts.
const TOGETHER: usize = 1024;

/// Parts at most.
const PARTS: usize = 64;

/// What came of some records.
struct Part<'a> {
    mentors: Vec<ReadPerson>,
    mentees: Vec<ReadPerson>,
    reader: PeopleReader<'a>,
    told: Issues,
    /// Whether a mentor says what of their experiences may be shared.
    asked_to_share: bool,
}

/// Everybody as read.
#[derive(Debug, Default)]
pub(crate) struct Everybody {
    pub(crate) mentors: Vec<ReadPerson>,
    pub(crate) mentees: Vec<ReadPerson>,
    /// Answers of mentors and of mentees that may not be used.
    pub(crate) left_blank: (LeftBlank, LeftBlank),
    /// How the places of mentors and of mentees were found.
    pub(crate) found: (Found, Found),
}

impl Everybody {
    /// Reads all records. What is told, and the order in which it is, does not depend on how the work was shared out.
    pub(crate) fn read(
        records: impl IndexedParallelIterator<Item = PersonRecord>,
        (as_of, tiers, opaque_ids): (Date, u8, bool),
        own_weights: (&OwnBounds, &[Criterion]),
        attributes: &mut Attributes,
        issues: &mut Issues,
    ) -> Self {
        let together = records.len().div_ceil(PARTS).max(TOGETHER);
        let apart = &*attributes;
        let read = |records: Vec<PersonRecord>| {
            let reader = PeopleReader {
                as_of,
                tiers,
                opaque_ids,
                attributes: apart.apart(),
                own_weights,
                left_blank: Default::default(),
                found: Default::default(),
                words: Words::default(),
                postcodes: Postcodes::default(),
            };
            Part::of(records, reader)
        };
        let parts: Vec<Part<'_>> = records.chunks(together).map(read).collect();
        let mut all = Self::default();
        let asked_to_share = parts.iter().any(|part| part.asked_to_share);
        let (mut mentors, mut mentees) = (Vec::with_capacity(parts.len()), Vec::with_capacity(parts.len()));
        for Part { mentors: of_mentors, mentees: of_mentees, reader, told, .. } in parts {
            mentors.push(of_mentors);
            mentees.push(of_mentees);
            all.left_blank.0.absorb(reader.left_blank.0);
            all.left_blank.1.absorb(reader.left_blank.1);
            all.found.0.absorb(&reader.found.0);
            all.found.1.absorb(&reader.found.1);
            attributes.absorb(reader.attributes);
            issues.append(told);
        }
        (all.mentors, all.mentees) = rayon::join(|| joined(mentors), || joined(mentees));
        if asked_to_share {
            all.mentors.par_iter_mut().for_each(share_nothing);
        }
        all
    }
}

/// The people of all parts. They stay for the whole run: room for as many as there are, and no more.
fn joined(parts: Vec<Vec<ReadPerson>>) -> Vec<ReadPerson> {
    let mut all = Vec::with_capacity(parts.iter().map(Vec::len).sum());
    for part in parts {
        all.extend(part);
    }
    all
}

impl<'a> Part<'a> {
    /// Each record goes as soon as it is read, so that both never stand in memory whole.
    fn of(records: Vec<PersonRecord>, mut reader: PeopleReader<'a>) -> Self {
        let (mut told, mut asked_to_share) = (Issues::new(), false);
        let (mut mentors, mut mentees) = (Vec::new(), Vec::new());
        for record in records {
            let fields = Fields::of(&record);
            asked_to_share |= asks(&fields);
            let of_side = if record.side == Side::Mentor { &mut mentors } else { &mut mentees };
            of_side.extend(reader.read(&fields, &mut told));
        }
        Self { mentors, mentees, reader, told, asked_to_share }
    }
}

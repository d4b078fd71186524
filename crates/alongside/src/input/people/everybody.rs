//! All records become people, some at a time side by side.

use super::consent::LeftBlank;
use super::person::{PeopleReader, ReadPerson};
use super::place::Found;
use super::shared::any_asked;
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
        records: Vec<PersonRecord>,
        (as_of, tiers, opaque_ids): (Date, u8, bool),
        own_weights: (&OwnBounds, &[Criterion]),
        attributes: &mut Attributes,
        issues: &mut Issues,
    ) -> Self {
        let together = records.len().div_ceil(PARTS).max(TOGETHER);
        let apart = &*attributes;
        let asked_to_share = any_asked(&records);
        let parts = records.into_par_iter().chunks(together).map(|records| {
            let (left_blank, found) = Default::default();
            let attributes = apart.apart();
            let mut reader =
                PeopleReader { as_of, tiers, opaque_ids, asked_to_share, attributes, own_weights, left_blank, found };
            let mut told = Issues::new();
            // Each record goes as soon as it is read, so that both never stand in memory whole.
            let read = records.into_iter().filter_map(|record| Some((record.side, reader.read(&record, &mut told)?)));
            let read: Vec<(Side, ReadPerson)> = read.collect();
            (read, reader, told)
        });
        let parts: Vec<_> = parts.collect();
        let mut all = Self::default();
        let of = |wanted: Side| -> usize {
            parts.iter().map(|(read, ..)| read.iter().filter(|(side, _)| *side == wanted).count()).sum()
        };
        // People stay for the whole run: room for as many as there are, and no more.
        all.mentors.reserve_exact(of(Side::Mentor));
        all.mentees.reserve_exact(of(Side::Mentee));
        for (read, reader, told) in parts {
            for (side, person) in read {
                match side {
                    Side::Mentor => all.mentors.push(person),
                    Side::Mentee => all.mentees.push(person),
                }
            }
            all.left_blank.0.absorb(reader.left_blank.0);
            all.left_blank.1.absorb(reader.left_blank.1);
            all.found.0.absorb(&reader.found.0);
            all.found.1.absorb(&reader.found.1);
            attributes.absorb(reader.attributes);
            issues.append(told);
        }
        all
    }
}

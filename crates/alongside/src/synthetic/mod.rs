//! Made-up programmes of any size, for trying, teaching, testing and measuring.
//!
//! Everybody follows from the seed and from their number alone: people can be asked for one by one and in any order,
//! nothing is held in memory, and the same request gives the same bytes on every machine.
//!
//! ```
//! use alongside::domain::Side;
//! use alongside::input::{Document, Notation, build};
//! use alongside::synthetic::{Scheme, Synthetic};
//! use alongside::Engine;
//!
//! let made = Synthetic::new(Scheme::Befriending, 7).people(40, 30);
//! let document = Document::parse(&made.programme(), Notation::Toml, None)?;
//! let mentors = (0..30).map(|at| made.record(Side::Mentor, at));
//! let mentees = (0..40).map(|at| made.record(Side::Mentee, at));
//! let further = made.further_kinds().flat_map(|kind| made.further_records(kind).collect::<Vec<_>>());
//! let programme = build(&document, mentors.chain(mentees).collect(), further.collect())?.programme;
//! assert!(Engine::new().run(&programme)?.totals.served > 0);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```

mod dice;
mod further;
mod layout;
mod people;
mod practice;
mod programme;
mod scheme;
#[cfg(test)]
mod tests;
mod ties;
mod vocabulary;
mod words;

pub use scheme::Scheme;

use crate::domain::{Date, Side};
use crate::input::{Document, FurtherKind, FurtherRecord, Node, Notation, Origin, PersonRecord};
use crate::issue::Issues;
use std::borrow::Cow;

/// The day that made-up programmes are seen from.
const AS_OF: Date = jiff::civil::date(2026, 11, 2);

/// A made-up programme.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Synthetic {
    scheme: Scheme,
    seed: u64,
    mentees: u32,
    mentors: u32,
}

/// One answer of a made-up person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answered {
    /// The field.
    pub field: &'static str,
    /// One text, or the items of a list; dates as YYYY-MM-DD. Never empty.
    pub items: Vec<Cow<'static, str>>,
}

impl Synthetic {
    /// A programme of that kind with nobody in it yet. The lowest 63 bits of the seed count: a programme's own seed is a
    /// whole number that every notation can hold.
    pub const fn new(scheme: Scheme, seed: u64) -> Self {
        Self { scheme, seed: seed & (i64::MAX as u64), mentees: 0, mentors: 0 }
    }

    /// With so many people on each side.
    #[must_use]
    pub const fn people(self, mentees: u32, mentors: u32) -> Self {
        Self { mentees, mentors, ..self }
    }

    /// The kind of programme.
    pub const fn scheme(&self) -> Scheme {
        self.scheme
    }

    /// The seed, of the people and of the programme.
    pub const fn seed(&self) -> u64 {
        self.seed
    }

    /// How many there are of a side.
    pub const fn count(&self, side: Side) -> u32 {
        match side {
            Side::Mentor => self.mentors,
            Side::Mentee => self.mentees,
        }
    }

    /// The answers of one person, counted from 0, in the order of [`Synthetic::fields`]; blanks are left out. Constant
    /// time.
    pub fn person(&self, side: Side, index: u32) -> Vec<Answered> {
        people::draw(self, side, index)
    }

    /// The same as the reader of documents and sheets would hand it over.
    pub fn record(&self, side: Side, index: u32) -> PersonRecord {
        let fields = self.person(side, index).into_iter().map(|answer| (answer.field.into(), node(&answer)));
        let path = format!("{}[{index}]", side.plural());
        PersonRecord { side, fields: fields.collect(), origin: Origin::Document { file: None, path, line: None } }
    }

    /// The fields that people of a side may have, in the order of their sheet.
    pub fn fields(&self, side: Side) -> Vec<&'static str> {
        layout::fields(self.scheme, side)
    }

    /// The header of a field in the sheet of a side.
    pub fn header(&self, side: Side, field: &'static str) -> &'static str {
        layout::header(self.scheme, side, field)
    }

    /// An answer as it stands in a cell of the sheet of its kind of programme.
    pub fn cell(&self, answer: &Answered) -> String {
        layout::cell(self.scheme, answer)
    }

    /// What there is beside people in this kind of programme: pairs that meet or met, decisions and a vocabulary in all,
    /// scores in some.
    pub fn further_kinds(&self) -> impl Iterator<Item = FurtherKind> + use<> {
        let scores = self.scheme.traits().scores;
        FurtherKind::ALL.into_iter().filter(move |kind| *kind != FurtherKind::Scores || scores)
    }

    /// The fields of a further sheet, in its order; they are its headers.
    pub fn further_fields(&self, kind: FurtherKind) -> &'static [&'static str] {
        further::fields(kind)
    }

    /// The rows of a further sheet, blanks left out. Constant memory; time linear in the people.
    pub fn further(&self, kind: FurtherKind) -> Box<dyn Iterator<Item = Vec<Answered>>> {
        further::rows(*self, kind)
    }

    /// The same as the reader of documents and sheets would hand it over.
    pub fn further_records(&self, kind: FurtherKind) -> impl Iterator<Item = FurtherRecord> + use<> {
        self.further(kind).enumerate().map(move |(index, row)| FurtherRecord {
            kind,
            fields: row.iter().map(|answer| (answer.field.into(), node(answer))).collect(),
            origin: Origin::Document { file: None, path: format!("{}[{index}]", kind.name()), line: None },
        })
    }

    /// The programme file without its sheets, for [`Synthetic::record`] and [`Synthetic::further_records`].
    pub fn programme(&self) -> String {
        programme::text(self)
    }

    /// The whole programme as one document with its people in it. Memory linear in the people.
    ///
    /// # Errors
    /// None but a fault of this module: the document is one that is read as any other.
    pub fn document(&self) -> Result<Document, Issues> {
        let mut document = Document::parse(&self.programme(), Notation::Toml, None)?;
        for side in [Side::Mentor, Side::Mentee] {
            let people = (0..self.count(side)).map(|index| {
                let mut person = Node::table([]);
                let mut monitoring = Node::table([]);
                for answer in self.person(side, index) {
                    match answer.field.strip_prefix("monitoring.") {
                        Some(name) => monitoring.set(name, node(&answer)),
                        None => person.set(answer.field, node(&answer)),
                    }
                }
                if monitoring != Node::table([]) {
                    person.set("monitoring", monitoring);
                }
                person
            });
            document.root.set(side.plural(), Node::list(people));
        }
        for kind in self.further_kinds() {
            let rows = self.further(kind).map(|row| Node::table(row.iter().map(|answer| (answer.field, node(answer)))));
            document.root.set(kind.name(), Node::list(rows));
        }
        Ok(document)
    }

    /// The programme file with its sheets, of the given names; further sheets that are not named stay out.
    pub fn programme_with_sheets(&self, mentors: &str, mentees: &str, further: &[(FurtherKind, &str)]) -> String {
        let mut text = programme::text(self);
        text.push_str(&layout::sheets(self.scheme, mentors, mentees, further));
        text
    }
}

/// Lists of one item are written as the item.
fn node(answer: &Answered) -> Node {
    match answer.items.as_slice() {
        [one] => Node::text(one.clone()),
        items => Node::list(items.iter().map(|item| Node::text(item.clone()))),
    }
}

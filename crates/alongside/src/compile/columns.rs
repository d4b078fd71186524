//! One attribute's answers, person by person.

use super::lattice::Lattice;
use crate::domain::{Answer, Attribute, AttributeKind, Person};
use rayon::prelude::*;
use std::sync::Arc;

/// The answers to one attribute in the order of people.
#[derive(Debug)]
pub(crate) enum Column {
    /// Tags and one-of answers.
    Terms(Terms),
    /// Levels, numbers and dates, [`BLANK`] for a blank; empty where nobody answered.
    Positions(Vec<i64>),
}

/// Stands for a position that is not known: no answer can be so low.
const BLANK: i64 = i64::MIN;

/// Answers in terms as bit sets over the attribute's vocabulary, which is in order of term.
#[derive(Debug)]
pub(crate) struct Terms {
    vocabulary: Vec<Arc<str>>,
    width: usize,
    /// What each person has: the canonical terms named and all above them. Empty where nobody answered.
    bits: Vec<u64>,
    /// What the programme's words mean, with the canonical terms that each person named; none where every word means
    /// itself alone.
    meanings: Option<Meanings>,
    /// Terms that are no agreement though both have them; empty where all are.
    no_match: Vec<u64>,
}

/// The meaning of words, and who named what.
#[derive(Debug)]
struct Meanings {
    lattice: Lattice,
    named: Vec<u64>,
    /// Whether answers are one term, so that a broader term is no agreement.
    single: bool,
}

/// People whose answers are gone through together.
const TOGETHER: usize = 1024;

/// What a column holds of some people.
#[derive(Debug, Default)]
struct Rows {
    bits: Vec<u64>,
    named: Vec<u64>,
    positions: Vec<i64>,
}

impl Rows {
    fn is_blank(&self) -> bool {
        self.bits.iter().all(|word| *word == 0) && self.positions.iter().all(|position| *position == BLANK)
    }
}

/// A person's terms, those of them that they named, and their position.
pub(crate) type Answered<'a> = (Option<&'a [u64]>, Option<&'a [u64]>, Option<i64>);

impl Column {
    /// The columns of all attributes, which are given in order of key. Each person's answers are gone through once.
    pub(crate) fn all(attributes: &[&Attribute], people: &[&Person]) -> Vec<Self> {
        let mut columns: Vec<Self> = attributes.iter().map(|attribute| Self::empty(attribute)).collect();
        let parts = people.par_chunks(TOGETHER).map(|people| {
            let mut rows: Vec<Rows> = columns.iter().map(|_| Rows::default()).collect();
            for person in people {
                let answers = person.answers_to(attributes.iter().map(|attribute| &attribute.key));
                for ((column, rows), answer) in columns.iter().zip(&mut rows).zip(answers) {
                    column.answered(answer, rows);
                }
            }
            rows
        });
        let parts: Vec<Vec<Rows>> = parts.collect();
        for (at, column) in columns.iter_mut().enumerate() {
            let rows = || parts.iter().filter_map(move |rows| rows.get(at));
            // Most programmes ask a part of what may be asked: what nobody answered takes no room.
            if !rows().all(Rows::is_blank) {
                column.reserve(people.len());
                rows().for_each(|rows| column.append(rows));
            }
        }
        columns
    }

    /// Nobody's answers yet.
    fn empty(attribute: &Attribute) -> Self {
        if attribute.kind.is_ordered() {
            Self::Positions(Vec::new())
        } else {
            Self::Terms(Terms::with_meanings(attribute))
        }
    }

    /// Adds what the column would hold for the next person.
    fn answered(&self, answer: Option<&Answer>, rows: &mut Rows) {
        let terms = match self {
            Self::Positions(_) => return rows.positions.push(answer.and_then(Answer::position).unwrap_or(BLANK)),
            Self::Terms(terms) => terms,
        };
        let begin = rows.bits.len();
        rows.bits.resize(begin + terms.width, 0);
        let (_, row) = rows.bits.split_at_mut(begin);
        terms.put(answer.into_iter().flat_map(Answer::terms), row);
        if let Some(meanings) = &terms.meanings {
            let named = meanings.lattice.canonical(row);
            row.copy_from_slice(&meanings.lattice.closure(&named));
            rows.named.extend(named);
        }
    }

    /// Makes room for so many people and no more.
    fn reserve(&mut self, people: usize) {
        match self {
            Self::Positions(positions) => positions.reserve_exact(people),
            Self::Terms(terms) => {
                terms.bits.reserve_exact(people * terms.width);
                terms.meanings.iter_mut().for_each(|meanings| meanings.named.reserve_exact(people * terms.width));
            }
        }
    }

    fn append(&mut self, rows: &Rows) {
        match self {
            Self::Positions(positions) => positions.extend(&rows.positions),
            Self::Terms(terms) => {
                terms.bits.extend(&rows.bits);
                terms.meanings.iter_mut().for_each(|meanings| meanings.named.extend(&rows.named));
            }
        }
    }

    /// Words that the bit set of a person's terms takes.
    pub(crate) fn width(&self) -> usize {
        match self {
            Self::Terms(terms) => terms.width,
            Self::Positions(_) => 0,
        }
    }

    /// The bit set of a person's terms; none for a blank.
    pub(crate) fn terms(&self, person: usize) -> Option<&[u64]> {
        match self {
            Self::Terms(terms) => terms.row(person),
            Self::Positions(_) => None,
        }
    }

    /// The terms that a person named, without those above them; none where every word means itself alone.
    pub(crate) fn named(&self, person: usize) -> Option<&[u64]> {
        match self {
            Self::Terms(terms) => Some(terms.meanings.as_ref()?.named(person, terms.width)),
            Self::Positions(_) => None,
        }
    }

    /// What the attribute's words mean; none where every word means itself alone.
    pub(crate) fn lattice(&self) -> Option<&Lattice> {
        match self {
            Self::Terms(terms) => terms.meanings.as_ref().map(|meanings| &meanings.lattice),
            Self::Positions(_) => None,
        }
    }

    /// A person's position; none for a blank.
    pub(crate) fn position(&self, person: usize) -> Option<i64> {
        match self {
            Self::Terms(_) => None,
            Self::Positions(positions) => positions.get(person).copied().filter(|position| *position != BLANK),
        }
    }

    /// The place of a term in the vocabulary; none where nobody can have it.
    pub(crate) fn index(&self, term: &Arc<str>) -> Option<usize> {
        match self {
            Self::Terms(terms) => terms.index(term),
            Self::Positions(_) => None,
        }
    }

    /// The bit set of these terms; nothing where answers are none.
    pub(super) fn set_of<'t>(&self, terms: impl Iterator<Item = &'t Arc<str>>) -> Vec<u64> {
        match self {
            Self::Terms(of) => of.set_of(terms),
            Self::Positions(_) => Vec::new(),
        }
    }

    /// What the person is in this column, for telling who is alike.
    pub(crate) fn answer(&self, person: usize) -> Answered<'_> {
        (self.terms(person), self.named(person), self.position(person))
    }

    /// Whether the person left the attribute blank.
    pub(crate) fn is_blank(&self, person: usize) -> bool {
        match self {
            Self::Terms(terms) => terms.row(person).is_none(),
            Self::Positions(_) => self.position(person).is_none(),
        }
    }

    /// Whether both have one term that tells nothing of whether they are alike, such as any other background.
    pub(crate) fn tells_nothing(&self, person: usize, other: &Self, other_person: usize) -> bool {
        let (Self::Terms(terms), Some(theirs)) = (self, other.terms(other_person)) else { return false };
        let Some(own) = terms.row(person) else { return false };
        own.iter().zip(theirs).zip(&terms.no_match).any(|((own, theirs), none)| own & theirs & none != 0)
    }

    /// Whether a person of this column and one of the other side's column for the same attribute agree; none when
    /// either is blank.
    pub(crate) fn agree(&self, person: usize, other: &Self, other_person: usize) -> Option<bool> {
        match self {
            Self::Terms(terms) => {
                let (own, theirs) = (terms.row(person)?, other.terms(other_person)?);
                let (Some(meanings), Self::Terms(Terms { meanings: Some(others), .. })) = (&terms.meanings, other)
                else {
                    return Some(terms.telling(own, theirs));
                };
                let named = (meanings.named(person, terms.width), others.named(other_person, terms.width));
                Some(if meanings.single {
                    terms.telling(named.0, named.1)
                } else {
                    // What one has and the other named; a broader term that neither named is not enough.
                    intersects(named.0, theirs) || intersects(own, named.1)
                })
            }
            Self::Positions(_) => Some(self.position(person)? == other.position(other_person)?),
        }
    }
}

impl Meanings {
    fn named(&self, person: usize, width: usize) -> &[u64] {
        self.named.get(person * width..(person + 1) * width).unwrap_or_default()
    }
}

impl Terms {
    /// Nobody's answers yet.
    pub(crate) fn empty(attribute: &Attribute) -> Self {
        let vocabulary: Vec<_> = attribute.labels.keys().cloned().collect();
        // A width of at least one word keeps rows addressable in an empty vocabulary.
        Self {
            width: vocabulary.len().div_ceil(64).max(1),
            vocabulary,
            bits: Vec::new(),
            meanings: None,
            no_match: Vec::new(),
        }
    }

    /// The same with what the attribute's words mean.
    fn with_meanings(attribute: &Attribute) -> Self {
        let mut terms = Self::empty(attribute);
        let single = attribute.kind == AttributeKind::OneOf;
        let lattice = Lattice::new(&attribute.vocabulary, &terms.vocabulary, terms.width);
        if !attribute.no_match.is_empty() {
            terms.no_match = terms.set_of(attribute.no_match.iter());
        }
        terms.meanings = lattice.map(|lattice| Meanings { lattice, named: Vec::new(), single });
        terms
    }

    /// The bit set of these terms.
    pub(crate) fn set_of<'t>(&self, terms: impl Iterator<Item = &'t Arc<str>>) -> Vec<u64> {
        let mut row = vec![0; self.width];
        self.put(terms, &mut row);
        row
    }

    fn put<'t>(&self, terms: impl Iterator<Item = &'t Arc<str>>, row: &mut [u64]) {
        for term in terms {
            if let Some(bit) = self.index(term)
                && let Some(word) = row.get_mut(bit / 64)
            {
                *word |= 1 << (bit % 64);
            }
        }
    }

    /// Whether both sets have a term that is an agreement.
    fn telling(&self, one: &[u64], other: &[u64]) -> bool {
        if self.no_match.is_empty() {
            return intersects(one, other);
        }
        one.iter().zip(other).zip(&self.no_match).any(|((one, other), none)| one & other & !none != 0)
    }

    /// The term's place in the vocabulary.
    pub(crate) fn index(&self, term: &Arc<str>) -> Option<usize> {
        self.vocabulary.binary_search(term).ok()
    }

    fn row(&self, person: usize) -> Option<&[u64]> {
        let row = self.bits.get(person * self.width..(person + 1) * self.width)?;
        row.iter().any(|word| *word != 0).then_some(row)
    }
}

/// Whether two bit sets share a bit.
pub(crate) fn intersects(a: &[u64], b: &[u64]) -> bool {
    a.iter().zip(b).any(|(a, b)| a & b != 0)
}

/// Places of the bits in both sets, lowest first.
pub(crate) fn shared(a: &[u64], b: &[u64]) -> impl Iterator<Item = usize> {
    a.iter().zip(b).enumerate().flat_map(|(word, (a, b))| {
        let mut both = a & b;
        std::iter::from_fn(move || {
            (both != 0).then(|| {
                let bit = both.trailing_zeros() as usize;
                both &= both - 1;
                word * 64 + bit
            })
        })
    })
}

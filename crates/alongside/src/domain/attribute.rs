//! What may be known about people and used by rules, criteria and wishes alike.

use super::{AttributeKey, BasisRecord, Milli, Protected, Sensitivity, Vocabulary};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The shape of an attribute's answers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeKind {
    /// Any number of terms.
    Tags,
    /// One term.
    OneOf,
    /// One of the words in this order, lowest first, as normalised terms.
    Level(Vec<Arc<str>>),
    /// A number with up to three decimals.
    Number,
    /// A day.
    Date,
}

impl AttributeKind {
    /// The word that declares it.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Tags => "tags",
            Self::OneOf => "one_of",
            Self::Level(_) => "level",
            Self::Number => "number",
            Self::Date => "date",
        }
    }

    /// Whether answers lie on a line, so that differences and ranges make sense.
    pub const fn is_ordered(&self) -> bool {
        matches!(self, Self::Level(_) | Self::Number | Self::Date)
    }
}

/// One attribute of the programme, standard or declared.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribute {
    /// Its name.
    pub key: AttributeKey,
    /// The shape of its answers.
    pub kind: AttributeKind,
    /// How sensitive it is.
    pub sensitivity: Sensitivity,
    /// The protected characteristic it tells or stands close to.
    pub protected: Option<Protected>,
    /// What allows its use, where a basis is needed.
    pub basis: Option<BasisRecord>,
    /// From normalised term to the spelling to print: the smallest spelling by code point that anyone used, so that
    /// it does not depend on the order of rows.
    pub labels: BTreeMap<Arc<str>, Arc<str>>,
    /// Which of its words mean the same, and which stand below a broader one.
    pub vocabulary: Arc<Vocabulary>,
    /// Whether only declared words may occur.
    pub closed: bool,
    /// Of one term: canonical terms that are no agreement though both have them, such as any other background.
    pub no_match: BTreeSet<Arc<str>>,
}

impl Attribute {
    /// Whether an answer is sensitive or tells a protected characteristic, so that no message may hint at it.
    pub const fn is_private(&self) -> bool {
        self.sensitivity.needs_basis() || self.protected.is_some()
    }

    /// The spelling to print for a normalised term.
    pub fn label<'a>(&'a self, term: &'a str) -> &'a str {
        self.labels.get(term).map_or(term, |label| label)
    }

    /// A position on the attribute's line as people read it: the level's word, the number, the date.
    pub fn shown_position(&self, position: i64) -> String {
        match &self.kind {
            AttributeKind::Level(order) => usize::try_from(position)
                .ok()
                .and_then(|at| order.get(at))
                .map_or_else(|| position.to_string(), |word| self.label(word).to_owned()),
            AttributeKind::Date => jiff::civil::date(1970, 1, 1)
                .checked_add(jiff::Span::new().days(position))
                .map_or_else(|_| position.to_string(), |date| date.to_string()),
            _ => Milli(position).to_string(),
        }
    }
}

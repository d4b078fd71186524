//! Which words mean the same, and which stand below a broader one.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// What a programme says of the words of one attribute, all normalised. It decides when two answers are equal.
///
/// A synonym counts as its canonical term. A term with parents also stands for them and for everything above them:
/// who has `football` has `sport`, and not the other way.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Vocabulary {
    /// From a synonym to its canonical term, which is itself no synonym.
    pub synonyms: BTreeMap<Arc<str>, Arc<str>>,
    /// From a canonical term to the canonical terms one step broader; nothing stands above itself.
    pub parents: BTreeMap<Arc<str>, BTreeSet<Arc<str>>>,
}

impl Vocabulary {
    /// Whether it says nothing, so that words are equal letter by letter.
    pub fn is_empty(&self) -> bool {
        self.synonyms.is_empty() && self.parents.is_empty()
    }

    /// The term that this one counts as; itself where it is no synonym.
    pub fn canonical<'a>(&'a self, term: &'a Arc<str>) -> &'a Arc<str> {
        self.synonyms.get(term).unwrap_or(term)
    }

    /// All that stand above a term, of whichever spelling, in order. Linear in what it finds.
    pub fn above<'a>(&'a self, term: &'a Arc<str>) -> BTreeSet<&'a Arc<str>> {
        let mut found = BTreeSet::new();
        let mut open = vec![self.canonical(term)];
        while let Some(term) = open.pop() {
            open.extend(self.parents.get(term).into_iter().flatten().filter(|parent| found.insert(*parent)));
        }
        found
    }
}

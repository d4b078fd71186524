//! A few different terms.

use std::slice::Iter;
use std::sync::Arc;

/// Normalised terms, ascending, each once, in one piece of memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TermSet(Box<[Arc<str>]>);

impl TermSet {
    /// The terms, ascending.
    pub fn iter(&self) -> Iter<'_, Arc<str>> {
        self.0.iter()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the term is among them. Time: logarithmic in the terms.
    pub fn contains(&self, term: &str) -> bool {
        self.0.binary_search_by(|known| (**known).cmp(term)).is_ok()
    }

    /// The terms that are in both, ascending.
    pub fn intersection<'s>(&'s self, other: &'s Self) -> impl Iterator<Item = &'s Arc<str>> {
        self.iter().filter(|term| other.contains(term))
    }

    /// Whether no term is in both.
    pub fn is_disjoint(&self, other: &Self) -> bool {
        self.intersection(other).next().is_none()
    }
}

impl FromIterator<Arc<str>> for TermSet {
    fn from_iter<I: IntoIterator<Item = Arc<str>>>(terms: I) -> Self {
        let mut terms: Vec<Arc<str>> = terms.into_iter().collect();
        terms.sort_unstable();
        terms.dedup();
        Self(terms.into())
    }
}

impl<'s> IntoIterator for &'s TermSet {
    type Item = &'s Arc<str>;
    type IntoIter = Iter<'s, Arc<str>>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set(terms: &[&str]) -> TermSet {
        terms.iter().map(|term| Arc::from(*term)).collect()
    }

    #[test]
    fn terms_stand_in_order_and_once() {
        let (some, others) = (set(&["tea", "art", "tea", "go"]), set(&["go", "tea"]));
        assert_eq!(some.iter().map(|term| &**term).collect::<Vec<_>>(), ["art", "go", "tea"]);
        assert_eq!(some.intersection(&others).map(|term| &**term).collect::<Vec<_>>(), ["go", "tea"]);
        assert_eq!((some.len(), some.contains("go"), some.contains("chess")), (3, true, false));
        assert!(some.is_disjoint(&set(&["chess"])) && !some.is_disjoint(&others) && set(&[]).is_empty());
    }
}

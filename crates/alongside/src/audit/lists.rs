//! Two lists that should have the same entries in the same order.

use super::finding::{Finding, FindingCode};
use std::collections::BTreeMap;

/// How a stated list differs from a derived one.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Difference {
    /// Places in the derived list of entries that are missing.
    pub(super) missing: Vec<usize>,
    /// Places in the stated list of entries that are not in the other, or stand there less often.
    pub(super) unfounded: Vec<usize>,
    /// Places (stated, derived) of the entries that both have.
    pub(super) both: Vec<(usize, usize)>,
}

impl Difference {
    /// Compares by keys, each derived key standing for itself once. Takes n log n steps.
    pub(super) fn of<K: Ord>(stated: impl IntoIterator<Item = K>, derived: impl IntoIterator<Item = K>) -> Self {
        let mut places: BTreeMap<K, Vec<usize>> = BTreeMap::new();
        for (at, key) in derived.into_iter().enumerate() {
            places.entry(key).or_default().push(at);
        }
        let mut found = Self::default();
        for (at, key) in stated.into_iter().enumerate() {
            match places.get_mut(&key).filter(|places| !places.is_empty()) {
                Some(places) => found.both.push((at, places.remove(0))),
                None => found.unfounded.push(at),
            }
        }
        found.missing = places.into_values().flatten().collect();
        found.missing.sort_unstable();
        found
    }

    /// Reports a list whose entries are in another order, once.
    pub(super) fn check_order(&self, findings: &mut Vec<Finding>, list: &str) {
        if !self.both.is_sorted_by_key(|&(_, derived)| derived) {
            findings.push(Finding::new(FindingCode::Order, "the list is in another order").about(list));
        }
    }
}

/// Reports a list that is not in order of its keys, once.
pub(super) fn ascending<K: Ord>(findings: &mut Vec<Finding>, list: &str, keys: impl Iterator<Item = K>) {
    if !keys.is_sorted() {
        findings.push(Finding::new(FindingCode::Order, "the list is in another order").about(list));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_missing_added_and_moved_is_told_apart() {
        let found = Difference::of(["a", "x", "c", "c", "b"], ["a", "b", "c", "d"]);
        assert_eq!(found.missing, [3]);
        assert_eq!(found.unfounded, [1, 3]);
        assert_eq!(found.both, [(0, 0), (2, 2), (4, 1)]);
        let mut findings = Vec::new();
        found.check_order(&mut findings, "letters");
        assert_eq!(findings.len(), 1);
    }
}

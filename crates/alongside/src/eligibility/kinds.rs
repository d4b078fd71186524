//! What a rule tells people apart by, where that is neither an answer nor a record of a pair.

use std::collections::BTreeMap;

/// The kind of each person: two pairs of people of the same kinds have the same verdict.
#[derive(Debug, Clone)]
pub(crate) struct Kinds {
    /// Of each mentee.
    pub(crate) mentees: Vec<usize>,
    /// Of each mentor.
    pub(crate) mentors: Vec<usize>,
}

impl Kinds {
    /// Those who have the same key are of a kind.
    pub(super) fn new<E: Ord, M: Ord>(mentees: impl Iterator<Item = E>, mentors: impl Iterator<Item = M>) -> Self {
        Self { mentees: places(mentees), mentors: places(mentors) }
    }
}

fn places<K: Ord>(keys: impl Iterator<Item = K>) -> Vec<usize> {
    let mut known = BTreeMap::new();
    keys.map(|key| {
        let next = known.len();
        *known.entry(key).or_insert(next)
    })
    .collect()
}

/// The kind of each by their key, and the key of each kind, kinds in the order in which they are met.
pub(super) fn numbered<K: Ord + Clone>(keys: impl Iterator<Item = K>) -> (Vec<usize>, Vec<K>) {
    let (mut known, mut met) = (BTreeMap::new(), Vec::new());
    let of = keys.map(|key| {
        let next = met.len();
        let kind = *known.entry(key.clone()).or_insert(next);
        if kind == next {
            met.push(key);
        }
        kind
    });
    let of = of.collect();
    (of, met)
}

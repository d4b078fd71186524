//! People of the other side who are alike in what a rule looks at.

use super::{alike, bits};
use crate::eligibility::Verdict;
use std::hash::Hash;

/// Most classes that have a row of their own; beyond it the class of each person is looked up.
const ROWS: usize = 256;

/// The classes, by position.
#[derive(Debug)]
pub(super) struct Classes {
    /// One person of each, by their place in the programme.
    pub(super) one: Vec<usize>,
    of: Vec<u32>,
    rows: Vec<Vec<u64>>,
}

impl Classes {
    /// Those who have the same key are alike; `people` by position.
    pub(super) fn new<K: Hash + Eq>(people: &[u32], key: impl Fn(usize) -> K) -> Self {
        let (of, one) = alike::classes(people.iter().map(|person| *person as usize), key);
        let mut rows = Vec::new();
        if one.len() <= ROWS {
            rows.resize_with(one.len(), || bits::nobody(people.len()));
            of.iter().enumerate().for_each(|(at, class)| bits::set(&mut rows[*class as usize], at));
        }
        Self { one, of, rows }
    }

    /// The people of the classes for whose one person it holds.
    pub(super) fn those(&self, holds: impl Fn(usize) -> bool) -> Vec<u64> {
        if self.rows.is_empty() {
            let held: Vec<bool> = self.one.iter().map(|one| holds(*one)).collect();
            return bits::those(self.of.len(), |at| held[self.of[at] as usize]);
        }
        let mut people = bits::nobody(self.of.len());
        let held = self.one.iter().zip(&self.rows).filter(|(one, _)| holds(**one));
        held.for_each(|(_, row)| bits::join(&mut people, row));
        people
    }

    /// Parts the people by what is said of their class's one person: each verdict that objects, with whom.
    pub(super) fn parted<'r>(&self, verdict: impl Fn(usize) -> Verdict<'r>) -> Vec<(Verdict<'r>, Vec<u64>)> {
        let mut parts: Vec<(Verdict<'r>, Vec<u64>)> = Vec::new();
        let mut part = |verdict: Verdict<'r>| {
            let known = parts.iter().position(|(known, _)| *known == verdict);
            known.unwrap_or_else(|| {
                parts.push((verdict, bits::nobody(self.of.len())));
                parts.len() - 1
            })
        };
        let of: Vec<Option<usize>> = self
            .one
            .iter()
            .map(|one| Some(verdict(*one)).filter(|verdict| !verdict.is_eligible()).map(&mut part))
            .collect();
        if self.rows.is_empty() {
            for (at, class) in self.of.iter().enumerate() {
                if let Some(part) = of[*class as usize] {
                    bits::set(&mut parts[part].1, at);
                }
            }
        } else {
            for (part, row) in of.iter().zip(&self.rows) {
                if let Some(part) = part {
                    bits::join(&mut parts[*part].1, row);
                }
            }
        }
        parts
    }
}

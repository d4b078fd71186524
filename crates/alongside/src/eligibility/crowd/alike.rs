//! What is worked out once for all people of the asking side who are alike.

use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::hash::Hash;
use std::sync::OnceLock;

/// Words of bits that may be remembered for one rule: one megabyte.
const REMEMBERED: usize = 1 << 17;

/// Things made for the first of some people who are alike, and remembered for the others.
#[derive(Debug)]
pub(super) struct Alike<T> {
    of: Vec<u32>,
    /// Nothing where people differ in too many ways to remember it of all.
    made: Vec<OnceLock<T>>,
}

impl<T> Alike<T> {
    /// Of so many people, alike who have the same key, each with a few rows of as many words.
    pub(super) fn new<K: Hash + Eq>(people: usize, words: usize, key: impl Fn(usize) -> K) -> Self {
        let (of, one) = classes(0..people, key);
        let few = one.len() * words.max(1) <= REMEMBERED;
        Self { of, made: one.iter().filter(|_| few).map(|_| OnceLock::new()).collect() }
    }

    /// Does something with what is made of a person.
    pub(super) fn with<R>(&self, person: usize, make: impl FnOnce() -> T, act: impl FnOnce(&T) -> R) -> R {
        match self.made.get(self.of[person] as usize) {
            Some(made) => act(made.get_or_init(make)),
            None => act(&make()),
        }
    }
}

/// The class of each, and one of each class, classes in the order in which they are met.
pub(super) fn classes<K: Hash + Eq>(
    people: impl Iterator<Item = usize>,
    key: impl Fn(usize) -> K,
) -> (Vec<u32>, Vec<usize>) {
    // Classes are numbered as they are met, so the map's own order has no say.
    let mut known = HashMap::with_hasher(RandomState::default());
    let mut one = Vec::new();
    let class = |person| {
        *known.entry(key(person)).or_insert_with(|| {
            one.push(person);
            one.len() as u32 - 1
        })
    };
    (people.map(class).collect(), one)
}

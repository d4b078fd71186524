//! Wishes as bits: one for each different wish, on the side that has it and on the side that goes along with it or not.

use super::classes::Classes;
use super::wishes::{Heeded, Key, by_answer, key};
use crate::compile::{Side, Wish};
use crate::domain::AttributeKey;
use std::collections::BTreeMap;

/// Most different wishes of a side.
const MOST: usize = 512;

/// Most combinations of a wish and an answer that are asked of the reference.
const COMBINATIONS: usize = 1 << 20;

/// The wishes of one side, person by person, and what the other side makes of each of them. Sets of bits, `width` words
/// a person.
#[derive(Debug, Default)]
pub(super) struct Hopes {
    pub(super) width: usize,
    /// Which wishes each person has.
    has: Vec<u64>,
    /// Which each person of the other side goes along with, and which a blank of theirs leaves open.
    met: Vec<u64>,
    open: Vec<u64>,
}

impl Hopes {
    /// Of `people` on a side about `others` on the other; none where they differ in too many ways.
    pub(super) fn new<'w>(
        (own, people): (&'w Side<'w>, usize),
        said: impl Fn(usize) -> &'w [Wish<'w>],
        (other, others): (&'w Side<'w>, usize),
        heeded: Heeded<'_>,
    ) -> Option<Self> {
        let wishes = |person: usize| said(person).iter().filter(move |wish| heeded.counts(wish));
        // Whoever says the same twice has two wishes.
        let mut known: BTreeMap<(&AttributeKey, Key<'_>, usize), usize> = BTreeMap::new();
        let mut different: Vec<(usize, &Wish<'_>)> = Vec::new();
        let mut of: Vec<Vec<usize>> = Vec::with_capacity(people);
        for person in 0..people {
            let mut said: Vec<(&AttributeKey, Key<'_>)> = Vec::new();
            let mut own_wishes = Vec::new();
            for wish in wishes(person) {
                let one = (wish.attribute, key(wish, own.column(wish.attribute), person));
                let before = said.iter().filter(|said| **said == one).count();
                let at = *known.entry((one.0, one.1, before)).or_insert_with(|| {
                    different.push((person, wish));
                    different.len() - 1
                });
                said.push(one);
                own_wishes.push(at);
            }
            of.push(own_wishes);
        }
        if different.len() > MOST {
            return None;
        }
        let width = different.len().div_ceil(64);
        let mut hopes =
            Self { width, has: vec![0; people * width], met: vec![0; others * width], open: vec![0; others * width] };
        for (person, wishes) in of.iter().enumerate() {
            for wish in wishes {
                set(&mut hopes.has, width, person, *wish);
            }
        }
        let mut answers: BTreeMap<&AttributeKey, Classes> = BTreeMap::new();
        for (_, wish) in &different {
            answers.entry(wish.attribute).or_insert_with(|| by_answer(other, others, wish.attribute));
        }
        let combinations = different.iter().filter_map(|(_, wish)| answers.get(wish.attribute)).map(Classes::len);
        if combinations.sum::<usize>() > COMBINATIONS {
            return None;
        }
        for (attribute, classes) in &answers {
            // Words for each answer, so that a person takes them over whole.
            let (mut met, mut open) = (vec![0; classes.len() * width], vec![0; classes.len() * width]);
            let about = different.iter().enumerate().filter(|(_, (_, wish))| wish.attribute == *attribute);
            for (at, (person, wish)) in about {
                for (class, someone) in classes.one.iter().enumerate() {
                    match wish.met(own, *person, other, *someone) {
                        Some(true) => set(&mut met, width, class, at),
                        Some(false) => {}
                        None => set(&mut open, width, class, at),
                    }
                }
            }
            for (all, of_answers) in [(&mut hopes.met, &met), (&mut hopes.open, &open)] {
                for (words, class) in all.chunks_mut(width).zip(&classes.of) {
                    let theirs = &of_answers[*class as usize * width..];
                    words.iter_mut().zip(theirs).for_each(|(words, theirs)| *words |= theirs);
                }
            }
        }
        Some(hopes)
    }

    /// Whether nobody has any.
    pub(super) const fn is_empty(&self) -> bool {
        self.width == 0
    }

    /// The wishes that a person has.
    pub(super) fn has(&self, person: usize) -> &[u64] {
        &self.has[person * self.width..(person + 1) * self.width]
    }

    /// The wishes that a person of the other side goes along with.
    pub(super) fn met(&self, person: usize) -> &[u64] {
        &self.met[person * self.width..(person + 1) * self.width]
    }

    /// The wishes that a blank of a person of the other side leaves open.
    pub(super) fn open(&self, person: usize) -> &[u64] {
        &self.open[person * self.width..(person + 1) * self.width]
    }
}

fn set(words: &mut [u64], width: usize, person: usize, bit: usize) {
    words[person * width + bit / 64] |= 1 << (bit % 64);
}

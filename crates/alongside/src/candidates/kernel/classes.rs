//! People who are alike in what a rule or criterion looks at.

use super::lanes::{CLASSES, LANES, Lanes, REFUSED};
use std::collections::BTreeMap;

/// The class of each person, and one person of each class.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    pub(super) of: Vec<u32>,
    pub(super) one: Vec<usize>,
}

impl Classes {
    /// Those who have the same key are alike.
    pub(super) fn new<K: Ord>(people: usize, key: impl Fn(usize) -> K) -> Self {
        let mut known = BTreeMap::new();
        let mut one = Vec::new();
        let of = (0..people).map(|person| {
            *known.entry(key(person)).or_insert_with(|| {
                one.push(person);
                one.len() as u32 - 1
            })
        });
        Self { of: of.collect(), one }
    }

    /// How many classes there are.
    pub(super) fn len(&self) -> usize {
        self.one.len()
    }
}

/// Something that looks at few different people on either side: what it makes of each combination, worked out once by
/// the reference.
#[derive(Debug, Clone)]
pub(super) struct Few {
    mentees: Classes,
    mentors: Classes,
    /// Class by class, mentees first.
    made: Vec<i32>,
}

/// Most combinations that are worked out beforehand.
const COMBINATIONS: usize = 1 << 18;

impl Few {
    /// What `make` makes of one pair for each combination of classes; none where there are too many.
    pub(super) fn new(mentees: Classes, mentors: Classes, make: impl Fn(usize, usize) -> i32) -> Option<Self> {
        if mentees.len().saturating_mul(mentors.len()) > COMBINATIONS {
            return None;
        }
        let pairs = mentees.one.iter().flat_map(|mentee| mentors.one.iter().map(move |mentor| (*mentee, *mentor)));
        let made = pairs.map(|(mentee, mentor)| make(mentee, mentor)).collect();
        let few = Self { mentees, mentors, made }.merged();
        (few.mentors.len() <= CLASSES).then_some(few)
    }

    /// The same with mentors of whom the same is made in one class, whatever tells them apart.
    fn merged(self) -> Self {
        let many = self.mentors.len();
        let made = |class: usize| self.made[class..].iter().step_by(many.max(1)).copied().collect::<Vec<_>>();
        let joint = Classes::new(many, made);
        if joint.len() == many {
            return self;
        }
        let of = self.mentors.of.iter().map(|class| joint.of[*class as usize]).collect();
        let one = joint.one.iter().map(|class| self.mentors.one[*class]).collect();
        let rows = self.made.chunks(many);
        let made = rows.flat_map(|row| joint.one.iter().map(|class| row[*class])).collect();
        Self { mentees: self.mentees, mentors: Classes { of, one }, made }
    }

    /// Whether it makes the same of everybody.
    pub(super) fn is_idle(&self) -> bool {
        self.made.iter().all(|made| *made == 0)
    }

    /// Whether it only refuses.
    pub(super) fn is_refusing(&self) -> bool {
        self.made.iter().all(|made| [0, REFUSED].contains(made))
    }

    fn made(&self, mentee: usize, class: u32) -> i32 {
        self.made[self.mentees.of[mentee] as usize * self.mentors.len() + class as usize]
    }
}

/// Several of them that together tell few classes of mentors apart, so that one table does for all.
#[derive(Debug, Clone)]
pub(super) struct Group {
    parts: Vec<Few>,
    /// The class of each mentor, in order of the mentors' list.
    of: Vec<u32>,
    /// For each class, its class in each part.
    classes: Vec<Vec<u32>>,
}

impl Group {
    /// Puts them into as few groups as will do, those with few classes first. Time linear in mentors for each.
    pub(super) fn all(mut parts: Vec<Few>) -> Vec<Self> {
        parts.retain(|part| !part.is_idle());
        parts.sort_by_key(|part| part.mentors.len());
        let mut groups: Vec<Self> = Vec::new();
        for part in parts {
            let with = groups.last().and_then(|group| {
                let joint = Classes::new(part.mentors.of.len(), |mentor| (group.of[mentor], part.mentors.of[mentor]));
                (joint.len() <= CLASSES).then_some(joint)
            });
            match (with, groups.last_mut()) {
                (Some(joint), Some(group)) => group.take(part, joint),
                _ => {
                    let joint = part.mentors.clone();
                    let mut group = Self { parts: Vec::new(), of: vec![0; joint.of.len()], classes: vec![Vec::new()] };
                    group.take(part, joint);
                    groups.push(group);
                }
            }
        }
        groups
    }

    /// The class of each mentor in order of columns.
    pub(super) fn columns(&self, columns: &[u32]) -> Vec<Lanes<u8>> {
        lanes(columns, 0, |mentor| self.of[mentor] as u8)
    }

    /// How many kinds of mentors it tells apart.
    pub(super) fn kinds(&self) -> usize {
        self.classes.len()
    }

    fn take(&mut self, part: Few, joint: Classes) {
        let classes = joint.one.iter().map(|mentor| {
            let mut classes = self.classes[self.of[*mentor] as usize].clone();
            classes.push(part.mentors.of[*mentor]);
            classes
        });
        self.classes = classes.collect();
        self.of = joint.of;
        self.parts.push(part);
    }

    /// The class of each mentor as a bit, and how many words that takes.
    pub(super) fn bits(&self, columns: &[u32]) -> (Vec<Lanes<u32>>, usize) {
        let width = self.kinds().div_ceil(32);
        let bits = |mentor: usize| {
            let mut words = vec![0; width];
            words[self.of[mentor] as usize / 32] = 1 << (self.of[mentor] % 32);
            words
        };
        (words(columns, width, bits), width)
    }

    /// For each part in turn and each class of mentees in it, the kinds of mentors that it does not refuse, as bits.
    pub(super) fn masks(&self) -> Vec<Vec<u32>> {
        let width = self.kinds().div_ceil(32);
        let of_part = |(at, part): (usize, &Few)| {
            let rows = part.mentees.len();
            let mut masks = vec![0; rows * width];
            for (mentees, mask) in masks.chunks_exact_mut(width).enumerate() {
                for (kind, classes) in self.classes.iter().enumerate() {
                    if part.made[mentees * part.mentors.len() + classes[at] as usize] != REFUSED {
                        mask[kind / 32] |= 1 << (kind % 32);
                    }
                }
            }
            masks
        };
        self.parts.iter().enumerate().map(of_part).collect()
    }

    /// The kinds of mentors that no part refuses a mentee, as bits; none where that is all of them. `masks` are the
    /// group's own.
    pub(super) fn wanted(&self, masks: &[Vec<u32>], mentee: usize) -> Option<Vec<(usize, u32)>> {
        let kinds = self.kinds();
        let word = |word: usize| if kinds - word * 32 >= 32 { u32::MAX } else { (1 << (kinds - word * 32)) - 1 };
        let all: Vec<u32> = (0..kinds.div_ceil(32)).map(word).collect();
        let mut words = all.clone();
        for (part, masks) in self.parts.iter().zip(masks) {
            let own = part.mentees.of[mentee] as usize * all.len();
            words.iter_mut().zip(&masks[own..]).for_each(|(word, mask)| *word &= mask);
        }
        (words != all).then(|| filled(&words))
    }

    /// What a mentee's pair with a mentor of each class comes to; refused if any part refuses it.
    pub(super) fn table(&self, mentee: usize) -> [i32; CLASSES] {
        let mut table = [0; CLASSES];
        for (sum, classes) in table.iter_mut().zip(&self.classes) {
            for (part, class) in self.parts.iter().zip(classes) {
                let made = part.made(mentee, *class);
                if made == REFUSED {
                    *sum = REFUSED;
                    break;
                }
                *sum += made;
            }
        }
        table
    }
}

/// One value a mentor in blocks of columns; `rest` behind the last.
pub(super) fn lanes<T: Copy>(columns: &[u32], rest: T, value: impl Fn(usize) -> T) -> Vec<Lanes<T>> {
    let block = |mentors: &[u32]| {
        let mut block = [rest; LANES];
        block.iter_mut().zip(mentors).for_each(|(place, mentor)| *place = value(*mentor as usize));
        block
    };
    columns.chunks(LANES).map(block).collect()
}

/// Words of each mentor's set in blocks of columns: `width` arrays a block.
pub(super) fn words(columns: &[u32], width: usize, words: impl Fn(usize) -> Vec<u32>) -> Vec<Lanes<u32>> {
    let mut blocks = vec![[0; LANES]; columns.len().div_ceil(LANES) * width];
    for (at, mentor) in columns.iter().enumerate() {
        for (word, bits) in words(*mentor as usize).into_iter().enumerate() {
            blocks[at / LANES * width + word][at % LANES] = bits;
        }
    }
    blocks
}

/// A set in words of 32 bits.
pub(super) fn halves(words: &[u64]) -> Vec<u32> {
    words.iter().flat_map(|word| [*word as u32, (word >> 32) as u32]).collect()
}

/// The words of a set that have any bit.
pub(super) fn filled(words: &[u32]) -> Vec<(usize, u32)> {
    words.iter().copied().enumerate().filter(|(_, bits)| *bits != 0).collect()
}

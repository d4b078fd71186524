//! People who are alike in what a rule or criterion looks at.

use super::{CLASSES, REFUSED};
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::hash::Hash;

/// The class of each person, and one person of each class.
#[derive(Debug, Clone)]
pub(super) struct Classes {
    pub(super) of: Vec<u32>,
    pub(super) one: Vec<usize>,
}

impl Classes {
    /// Those who have the same key are alike.
    pub(super) fn new<K: Hash + Eq>(people: usize, key: impl Fn(usize) -> K) -> Self {
        // Classes are numbered as they are met, so the map's own order has no say.
        let mut known = HashMap::with_hasher(RandomState::default());
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
    /// What `make` makes of one pair for each combination of the classes that are told of both sides; none where there
    /// are too many.
    pub(super) fn of(
        mentees: impl FnOnce() -> Classes + Send,
        mentors: impl FnOnce() -> Classes + Send,
        make: impl Fn(usize, usize) -> i32,
    ) -> Option<Self> {
        let (mentees, mentors) = rayon::join(mentees, mentors);
        Self::new(mentees, mentors, make)
    }

    /// The same of classes at hand.
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

    /// Classes of mentees.
    pub(super) const fn mentees(&self) -> &Classes {
        &self.mentees
    }

    /// How many kinds of mentors it tells apart.
    pub(super) fn kinds(&self) -> usize {
        self.mentors.len()
    }

    /// The kind of a mentor.
    pub(super) fn kind(&self, mentor: usize) -> usize {
        self.mentors.of[mentor] as usize
    }

    /// The kinds of mentors that it does not refuse to a class of mentees.
    pub(super) fn fine(&self, class: usize) -> impl Iterator<Item = usize> {
        let made = &self.made[class * self.mentors.len()..(class + 1) * self.mentors.len()];
        made.iter().enumerate().filter(|(_, made)| **made != REFUSED).map(|(kind, _)| kind)
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

    /// The class of a mentor.
    pub(super) fn class(&self, mentor: usize) -> u32 {
        self.of[mentor]
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

//! Rules as sets of mentors: whom each rule leaves to a mentee, as unions and intersections of sets worked out once.

use super::bitmaps::Bitmaps;
use super::classes::{Classes, Few};
use super::steps::Wishes;
use crate::domain::UnknownData;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// The sets that a mentee's candidates are found in.
#[derive(Debug, Clone, Default)]
pub(super) struct Wanted {
    /// In all of these.
    pub(super) all: Vec<u32>,
    /// In none of these.
    pub(super) none: Vec<u32>,
    /// In one at least of each of these.
    pub(super) any: Vec<Vec<u32>>,
}

/// A rule over sets of columns.
#[derive(Debug)]
pub(super) enum Gate {
    /// Tells few people apart: for each class of mentees the sets whose union will do; none where everybody will.
    Few { mentees: Classes, sets: Vec<Option<Vec<u32>>> },
    /// Each side's hard wishes: for each wish of mentees the mentors who do not go along with it, and for each wish of
    /// mentors those who have it; none where that is nobody.
    Wished { wishes: Wishes, unmet: Vec<Option<u32>>, has: Vec<Option<u32>> },
    /// There for long enough together; and, where a mentee has a day before which they must begin, by then: for each such
    /// day the mentors who can.
    Stays {
        mentees: Vec<Stay>,
        days: i32,
        long: u32,
        late: BTreeMap<i32, u32>,
        early: BTreeMap<i32, u32>,
        by: BTreeMap<i32, u32>,
    },
    /// Something in common, by number: half hours at which enough free ones begin, or ways of meeting. Mentees by which
    /// of these they have, none for a blank, and for each of that the sets whose union will do.
    InCommon { mentees: Vec<Option<u32>>, sets: Vec<Vec<u32>>, unknown: UnknownData },
}

/// When somebody is there: the first and the last day, each within 2^29 of 0.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stay {
    pub(super) first: i32,
    pub(super) last: i32,
    /// A mentee's day before which the two have to begin.
    pub(super) before: Option<i32>,
}

/// Most sets that one rule adds for the mentees it tells apart; beyond it their unions are worked out row by row.
const UNIONS: usize = 1024;

/// Most different first and last days of mentees: more than any two years have.
const DAYS: usize = 2048;

impl Gate {
    /// A rule that tells few people apart and only refuses. None if it refuses nobody.
    pub(super) fn few(few: &Few, columns: &[u32], sets: &mut Bitmaps) -> Option<Self> {
        if few.is_idle() {
            return None;
        }
        let kind = |column: usize, add: &mut dyn FnMut(usize)| add(few.kind(columns[column] as usize));
        let kinds = sets.add_all(few.kinds(), kind);
        let mut unions: BTreeMap<Vec<u32>, Vec<u32>> = BTreeMap::new();
        let mut wanted = Vec::new();
        for class in 0..few.mentees().len() {
            let fine: Vec<u32> = few.fine(class).map(|kind| kinds.start + kind as u32).collect();
            if fine.len() == kinds.len() {
                wanted.push(None);
                continue;
            }
            let many = unions.len();
            let union = unions.entry(fine).or_insert_with_key(|fine| {
                if fine.len() <= 1 || many >= UNIONS { fine.clone() } else { vec![sets.add_union(fine)] }
            });
            wanted.push(Some(union.clone()));
        }
        Some(Self::Few { mentees: few.mentees().clone(), sets: wanted })
    }

    /// Both sides' hard wishes.
    pub(super) fn wished(wishes: Wishes, columns: &[u32], sets: &mut Bitmaps) -> Self {
        let (mine, theirs) = (&wishes.of_mentees, &wishes.of_mentors);
        let mentor = |column: usize| columns[column] as usize;
        let unmet = sets.add_all(mine.width * 64, |column, add| each(mine.met(mentor(column)), |word| !word, add));
        let has = sets.add_all(theirs.width * 64, |column, add| each(theirs.has(mentor(column)), |word| word, add));
        let filled = |set: u32| (!sets.is_empty(set)).then_some(set);
        Self::Wished { unmet: unmet.map(filled).collect(), has: has.map(filled).collect(), wishes }
    }

    /// Days together, from when everybody is there. None where there are too many different days.
    pub(super) fn stays(
        mentees: Vec<Stay>,
        days: i32,
        columns: &[u32],
        mentor: impl Fn(usize) -> Stay,
        sets: &mut Bitmaps,
    ) -> Option<Self> {
        let firsts: BTreeSet<i32> = mentees.iter().map(|stay| stay.first).collect();
        let lasts: BTreeSet<i32> = mentees.iter().map(|stay| stay.last).collect();
        let before: BTreeSet<i32> = mentees.iter().filter_map(|stay| stay.before).collect();
        if firsts.len() + lasts.len() + before.len() > DAYS {
            return None;
        }
        let stays: Vec<Stay> = columns.iter().map(|one| mentor(*one as usize)).collect();
        // Four differences have to be long enough: those of both people's own days, and each one's last day after the
        // other's first.
        let long = sets.add(|column| stays[column].last - stays[column].first + 1 >= days);
        let late = firsts.iter().map(|first| (*first, sets.add(|column| stays[column].last - first + 1 >= days)));
        let late = late.collect();
        let early = lasts.iter().map(|last| (*last, sets.add(|column| last - stays[column].first + 1 >= days)));
        let early = early.collect();
        let by = before.iter().map(|day| (*day, sets.add(|column| stays[column].first < *day))).collect();
        Some(Self::Stays { mentees, days, long, late, early, by })
    }

    /// Something in common, from everybody's numbers below `many`; none for a blank.
    pub(super) fn in_common(
        (many, mentees): (usize, Vec<Option<Vec<u16>>>),
        unknown: UnknownData,
        columns: &[u32],
        mentor: impl Fn(usize) -> Option<Vec<u16>>,
        sets: &mut Bitmaps,
    ) -> Self {
        let slots = sets.add_all(many, |column, add| {
            let numbers = mentor(columns[column] as usize).into_iter().flatten();
            numbers.for_each(|number| add(number.into()));
        });
        // Mentors of whom it is not known.
        let excused = (unknown == UnknownData::Allow).then(|| sets.add(|at| mentor(columns[at] as usize).is_none()));
        let mut having: BTreeMap<Vec<u16>, Vec<u32>> = BTreeMap::new();
        let mut of = vec![None; mentees.len()];
        for (mentee, numbers) in (0..).zip(mentees) {
            if let Some(numbers) = numbers {
                having.entry(numbers).or_default().push(mentee);
            }
        }
        // Those whom most mentees have first.
        let mut having: Vec<(Vec<u16>, Vec<u32>)> = having.into_iter().collect();
        having.sort_by_key(|(_, mentees)| std::cmp::Reverse(mentees.len()));
        let mut wanted = Vec::with_capacity(having.len());
        for (numbers, mentees) in having {
            let any: Vec<u32> = numbers.iter().map(|number| slots.start + u32::from(*number)).chain(excused).collect();
            let known = wanted.len();
            for mentee in mentees {
                of[mentee as usize] = Some(known as u32);
            }
            wanted.push(if any.len() > 1 && known < UNIONS { vec![sets.add_union(&any)] } else { any });
        }
        Self::InCommon { mentees: of, sets: wanted, unknown }
    }

    /// Adds what the rule wants of a mentee's mentors; false where nobody will do.
    pub(super) fn want(&self, mentee: usize, wanted: &mut Wanted) -> bool {
        match self {
            Self::Few { mentees, sets } => match sets[mentees.of[mentee] as usize].as_deref() {
                None => {}
                Some([]) => return false,
                Some([one]) => wanted.all.push(*one),
                Some(any) => wanted.any.push(any.to_vec()),
            },
            Self::Wished { wishes, unmet, has } => {
                each(wishes.of_mentees.has(mentee), |word| word, |wish| wanted.none.extend(unmet[wish]));
                each(wishes.of_mentors.met(mentee), |word| !word, |wish| wanted.none.extend(has[wish]));
            }
            Self::Stays { mentees, days, long, late, early, by } => {
                let stay = mentees[mentee];
                if stay.last - stay.first + 1 < *days || stay.before.is_some_and(|day| stay.first >= day) {
                    return false;
                }
                wanted.all.push(*long);
                let by = stay.before.and_then(|day| by.get(&day));
                wanted.all.extend([late.get(&stay.first), early.get(&stay.last), by].into_iter().flatten());
            }
            Self::InCommon { mentees, sets, unknown } => match (mentees[mentee], unknown) {
                (Some(having), _) => match &*sets[having as usize] {
                    [] => return false,
                    [one] => wanted.all.push(*one),
                    any => wanted.any.push(any.to_vec()),
                },
                (None, UnknownData::Allow) => {}
                (None, UnknownData::NeedsCheck) => return false,
            },
        }
        true
    }
}

/// Does something for each bit of some words.
pub(super) fn each(words: &[u64], of: impl Fn(u64) -> u64, mut act: impl FnMut(usize)) {
    for (at, word) in words.iter().enumerate() {
        let mut left = of(*word);
        while left != 0 {
            act(at * 64 + left.trailing_zeros() as usize);
            left &= left - 1;
        }
    }
}

impl Wanted {
    /// Keeps of `bits` the mentors who will do.
    pub(super) fn keep(&self, sets: &Bitmaps, words: &Range<usize>, bits: &mut [u64]) {
        sets.keep_all(&self.all, words, bits);
        sets.drop_all(&self.none, words, bits);
        for any in &self.any {
            sets.keep_any(any, words, bits);
        }
    }
}

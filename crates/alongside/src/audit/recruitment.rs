//! Whom the programme lacks, counted again.

use super::allotment::Allotment;
use super::book::Book;
use super::facts::{agree, answer, printed};
use super::finding::{Finding, FindingCode};
use super::pairing::Pair;
use super::wish::{Holds, holds};
use super::wishes::print;
use crate::domain::{Answer, Attribute, Matching, Mentee, Preference, Side, Strength, Want};
use crate::outcome::{GroupNeed, RecruitmentNeed};
use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

/// Compares the list.
pub(super) fn check(findings: &mut Vec<Finding>, book: &Book<'_>, allotment: &Allotment, stated: &[RecruitmentNeed]) {
    if stated != needs(book, allotment) {
        let message = "what mentors the programme lacks is something else";
        findings.push(Finding::new(FindingCode::Recruitment, message));
    }
}

/// The needs, by attribute.
pub(super) fn needs(book: &Book<'_>, allotment: &Allotment) -> Vec<RecruitmentNeed> {
    book.matching.attributes.values().filter_map(|attribute| need(book, allotment, attribute)).collect()
}

/// The wishes of a mentee that ask for certain mentors.
fn asked<'a>(matching: &Matching, attribute: &Attribute, mentee: &'a Mentee) -> Vec<&'a Preference> {
    let name = attribute.key.as_str();
    // Who is not the same as themselves is the same as nobody.
    let like_somebody = answer(&mentee.person, name).is_some_and(|own| agree(matching, name, own, own));
    let asks = |wish: &&Preference| {
        let what = match wish.want {
            Want::Same => like_somebody,
            Want::AnyOf(_) => attribute.protected.is_some(),
            _ => false,
        };
        what && wish.attribute == attribute.key && [Strength::Must, Strength::Prefer].contains(&wish.strength)
    };
    mentee.person.preferences.iter().filter(asks).collect()
}

fn need(book: &Book<'_>, allotment: &Allotment, attribute: &Attribute) -> Option<RecruitmentNeed> {
    let (matching, key) = (book.matching, &attribute.key);
    let asking: Vec<(usize, Vec<&Preference>)> = (matching.mentees.iter().enumerate())
        .map(|(at, mentee)| (at, asked(matching, attribute, mentee)))
        .filter(|(_, wishes)| !wishes.is_empty())
        .collect();
    if asking.is_empty() {
        return None;
    }
    // One mentor of each answer, and the places of all who gave it.
    let mut kinds: Vec<(usize, &Answer, usize, u64)> = Vec::new();
    for (at, mentor) in matching.mentors.iter().enumerate().filter(|(_, mentor)| mentor.capacity > 0) {
        let Some(own) = answer(&mentor.person, key.as_str()) else { continue };
        match kinds.iter_mut().find(|(_, known, _, _)| *known == own) {
            Some((_, _, mentors, places)) => (*mentors, *places) = (*mentors + 1, *places + u64::from(mentor.capacity)),
            None => kinds.push((at, own, 1, u64::from(mentor.capacity))),
        }
    }
    let suits = |mentee: usize, wishes: &[&Preference]| -> Vec<usize> {
        let meets = |mentor: usize| {
            book.pair(mentee, mentor).is_some_and(|pair: Pair<'_>| {
                wishes.iter().all(|wish| holds(matching, wish, Side::Mentee, pair) == Holds::Yes)
            })
        };
        (0..kinds.len()).filter(|at| kinds.get(*at).is_some_and(|(first, ..)| meets(*first))).collect()
    };
    let suiting: Vec<Vec<usize>> = asking.iter().map(|(at, wishes)| suits(*at, wishes)).collect();
    let mut seats = Seats {
        free: kinds.iter().map(|kind| kind.3).collect(),
        holders: vec![Vec::new(); kinds.len()],
        suiting: &suiting,
    };
    let short = (0..asking.len()).filter(|mentee| !seats.seat(*mentee)).count() as u64;
    if short == 0 {
        return None;
    }
    let met: BTreeSet<usize> = suiting.iter().flatten().copied().collect();
    let met: Vec<_> = met.into_iter().filter_map(|at| kinds.get(at)).collect();
    let waiting: BTreeSet<usize> = allotment.waiting().collect();
    let mut groups: BTreeMap<String, (usize, u64)> = BTreeMap::new();
    for ((at, wishes), suiting) in asking.iter().zip(&suiting) {
        let own = matching.mentees.get(*at).and_then(|mentee| answer(&mentee.person, key.as_str()));
        let parts: Vec<String> = wishes.iter().map(|wish| named(book, wish, own)).collect();
        let places = suiting.iter().filter_map(|at| kinds.get(*at)).map(|kind| kind.3).sum();
        let group = groups.entry(parts.join(" and ")).or_insert((0, places));
        *group = (group.0 + 1, group.1.min(places));
    }
    let mut groups: Vec<GroupNeed> = groups
        .into_iter()
        .map(|(what, (asked, places))| GroupNeed { what, asked, places })
        .filter(|one| one.asked > 4 && one.places < one.asked as u64)
        .collect();
    groups.sort_by_key(|one| Reverse(one.asked as u64 - one.places));
    let must = |wishes: &Vec<&Preference>| wishes.iter().any(|wish| wish.strength == Strength::Must);
    Some(RecruitmentNeed {
        attribute: key.as_str().to_owned(),
        asked: asking.len(),
        must: asking.iter().filter(|(_, wishes)| must(wishes)).count(),
        waiting: asking.iter().filter(|(at, _)| waiting.contains(at)).count(),
        without: suiting.iter().filter(|kinds| kinds.is_empty()).count(),
        mentors: met.iter().map(|kind| kind.2).sum(),
        places: met.iter().map(|kind| kind.3).sum(),
        short,
        groups,
    })
}

/// What a wish asks for, by name.
fn named(book: &Book<'_>, wish: &Preference, own: Option<&Answer>) -> String {
    match (&wish.want, own) {
        (Want::Same, Some(own @ (Answer::OneOf(_) | Answer::Tags(_)))) => {
            let words = super::facts::words(own).map(|word| &**printed(book.matching, &wish.attribute, word));
            words.collect::<Vec<_>>().join(" or ")
        }
        (Want::Same, Some(own)) => {
            let at = super::facts::position(own);
            print(book.matching, &Preference { want: Want::Range { min: at, max: at }, ..(*wish).clone() })
        }
        _ => print(book.matching, wish),
    }
}

/// Places of each kind of mentors, given out one by one (Kuhn 1955).
struct Seats<'s> {
    free: Vec<u64>,
    holders: Vec<Vec<usize>>,
    suiting: &'s [Vec<usize>],
}

impl Seats<'_> {
    /// Gives one more a place, moving others where that helps.
    fn seat(&mut self, mentee: usize) -> bool {
        let mut came_from: Vec<Option<usize>> = vec![None; self.free.len()];
        let mut asking = std::collections::VecDeque::from([mentee]);
        while let Some(next) = asking.pop_front() {
            for at in self.suiting.get(next).into_iter().flatten() {
                let Some(from) = came_from.get_mut(*at).filter(|from| from.is_none()) else { continue };
                *from = Some(next);
                if self.free.get(*at).is_some_and(|free| *free > 0) {
                    self.free.get_mut(*at).into_iter().for_each(|free| *free -= 1);
                    self.shift(*at, &came_from);
                    return true;
                }
                asking.extend(self.holders.get(*at).into_iter().flatten());
            }
        }
        false
    }

    fn shift(&mut self, to: usize, came_from: &[Option<usize>]) {
        let mut next = Some(to);
        while let Some(at) = next {
            let Some(mentee) = came_from.get(at).copied().flatten() else { return };
            next = self.holders.iter().position(|holders| holders.contains(&mentee));
            if let Some(holders) = next.and_then(|from| self.holders.get_mut(from)) {
                holders.retain(|one| *one != mentee);
            }
            self.holders.get_mut(at).into_iter().for_each(|holders| holders.push(mentee));
        }
    }
}

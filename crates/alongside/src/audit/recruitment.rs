//! Whom the programme lacks, counted again.

use super::allotment::Allotment;
use super::book::Book;
use super::facts::{agree, answer};
use super::finding::{Finding, FindingCode};
use crate::domain::{Answer, AttributeKey, Strength, Want};
use crate::outcome::RecruitmentNeed;
use std::collections::BTreeSet;

/// Compares the list.
pub(super) fn check(findings: &mut Vec<Finding>, book: &Book<'_>, allotment: &Allotment, stated: &[RecruitmentNeed]) {
    if stated != needs(book, allotment) {
        let message = "what mentors the programme lacks is something else";
        findings.push(Finding::new(FindingCode::Recruitment, message));
    }
}

/// The needs, by attribute.
pub(super) fn needs(book: &Book<'_>, allotment: &Allotment) -> Vec<RecruitmentNeed> {
    book.matching.attributes.keys().filter_map(|key| need(book, allotment, key)).collect()
}

fn need(book: &Book<'_>, allotment: &Allotment, key: &AttributeKey) -> Option<RecruitmentNeed> {
    let matching = book.matching;
    let waiting: BTreeSet<usize> = allotment.waiting().collect();
    let able = matching.mentors.iter().filter(|mentor| mentor.capacity > 0);
    let able: Vec<(&Answer, u32)> =
        able.filter_map(|mentor| Some((answer(&mentor.person, key.as_str())?, mentor.capacity))).collect();
    let mut different: Vec<&Answer> = Vec::new();
    for (theirs, _) in &able {
        if !different.contains(theirs) {
            different.push(theirs);
        }
    }
    let mut need = RecruitmentNeed {
        attribute: key.as_str().to_owned(),
        asked: 0,
        must: 0,
        waiting: 0,
        without: 0,
        mentors: 0,
        places: 0,
    };
    let mut met: Vec<&Answer> = Vec::new();
    for (at, mentee) in matching.mentees.iter().enumerate() {
        let wishes = mentee.person.preferences.iter().filter(|wish| wish.attribute == *key && wish.want == Want::Same);
        let strengths: Vec<Strength> = wishes.map(|wish| wish.strength).collect();
        let asks = strengths.contains(&Strength::Must) || strengths.contains(&Strength::Prefer);
        let Some(own) = answer(&mentee.person, key.as_str()).filter(|_| asks) else { continue };
        need.asked += 1;
        need.must += usize::from(strengths.contains(&Strength::Must));
        need.waiting += usize::from(waiting.contains(&at));
        let alike: Vec<&Answer> =
            different.iter().copied().filter(|theirs| agree(matching, key.as_str(), own, theirs)).collect();
        need.without += usize::from(alike.is_empty());
        met.extend(alike);
    }
    for (theirs, places) in &able {
        if met.contains(theirs) {
            need.mentors += 1;
            need.places += u64::from(*places);
        }
    }
    (need.without > 0 || need.places < need.asked as u64).then_some(need)
}

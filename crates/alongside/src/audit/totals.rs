//! Counts over the whole programme.

use super::book::Book;
use super::finding::{Finding, FindingCode};
use super::points::FULL;
use super::proposals::Sums;
use super::survey::Survey;
use crate::outcome::Totals;

/// Compares every total, and the totals of every tier.
pub(super) fn check(findings: &mut Vec<Finding>, book: &Book<'_>, survey: &Survey<'_>, sums: &Sums, stated: &Totals) {
    let matching = book.matching;
    let wide = |count: usize| count as i128;
    for (what, stated, derived) in [
        ("mentees", wide(stated.mentees), wide(matching.mentees.len())),
        ("mentors", wide(stated.mentors), wide(matching.mentors.len())),
        ("places", stated.places.into(), places(book)),
        ("candidates", wide(stated.candidates), wide(survey.candidates())),
        ("served", wide(stated.served), wide(sums.served)),
        ("waiting", wide(stated.waiting), wide(matching.mentees.len()) - wide(sums.served)),
        ("total_fit", stated.total_fit.into(), sums.fit),
        ("full_fit", stated.full_fit.into(), full_fit(book)),
    ] {
        if stated != derived {
            findings.push(Finding::number(FindingCode::Totals, "total", stated, derived).about(what));
        }
    }
    let stated_tiers = stated.tiers.iter().map(|tier| (tier.tier, tier.mentees, tier.served, tier.waiting));
    if !stated_tiers.eq(tiers(book, sums)) {
        findings.push(Finding::new(FindingCode::TierTotals, "the tiers or their counts are others").about("tiers"));
    }
}

/// Capacities of all mentors.
pub(super) fn places(book: &Book<'_>) -> i128 {
    book.matching.mentors.iter().map(|mentor| i128::from(mentor.capacity)).sum()
}

/// The most that one pair can fit.
pub(super) fn full_fit(book: &Book<'_>) -> i128 {
    book.scales.iter().map(|scale| scale.weight() * FULL).sum()
}

/// Of each tier of the aim: its number, mentees, served, waiting.
pub(super) fn tiers(book: &Book<'_>, sums: &Sums) -> impl Iterator<Item = (u8, usize, usize, usize)> {
    (1..=book.matching.aim.tiers).zip(&sums.tiers).map(|(tier, &served)| {
        let mentees = book.matching.mentees.iter().filter(|mentee| mentee.tier == tier).count();
        (tier, mentees, served, mentees.saturating_sub(served))
    })
}

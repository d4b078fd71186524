//! Counts over the whole programme.

use super::book::Book;
use super::finding::{Finding, FindingCode};
use super::kept;
use super::points::FULL;
use super::proposals::Sums;
use super::survey::Survey;
use crate::outcome::{TierTotals, Totals};

/// Compares every total, and the totals of every tier.
pub(super) fn check(findings: &mut Vec<Finding>, book: &Book<'_>, survey: &Survey<'_>, sums: &Sums, stated: &Totals) {
    let matching = book.matching;
    let wide = |count: usize| count as i128;
    let all = Apart::of(book, |_| true);
    for (what, stated, derived) in [
        ("mentees", wide(stated.mentees), wide(matching.mentees.len())),
        ("mentors", wide(stated.mentors), wide(matching.mentors.len())),
        ("places", stated.places.into(), places(book)),
        ("places_taken", stated.places_taken.into(), places_taken(book)),
        ("candidates", wide(stated.candidates), wide(survey.candidates())),
        ("served", wide(stated.served), wide(sums.served)),
        ("continuing", wide(stated.continuing), wide(all.continuing)),
        ("urgent", wide(stated.urgent), wide(all.urgent)),
        ("held", wide(stated.held), wide(all.held)),
        ("waiting", wide(stated.waiting), wide(matching.mentees.len()) - wide(sums.served) - wide(all.sum())),
        ("total_fit", stated.total_fit.into(), sums.fit),
        ("full_fit", stated.full_fit.into(), full_fit(book)),
    ] {
        if stated != derived {
            findings.push(Finding::number(FindingCode::Totals, "total", stated, derived).about(what));
        }
    }
    if !stated.tiers.iter().cloned().eq(tiers(book, sums)) {
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

/// Places taken before the matching.
pub(super) fn places_taken(book: &Book<'_>) -> i128 {
    let taken = |mentor: &crate::domain::Mentor| book.settled.taken(&mentor.person.id).min(mentor.capacity);
    book.matching.mentors.iter().map(|mentor| i128::from(taken(mentor))).sum()
}

/// Mentees who take no part in the matching.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Apart {
    pub(super) continuing: usize,
    pub(super) urgent: usize,
    pub(super) held: usize,
}

impl Apart {
    /// Counts those of some tiers.
    pub(super) fn of(book: &Book<'_>, tiers: impl Fn(u8) -> bool) -> Self {
        let mut apart = Self::default();
        for mentee in book.matching.mentees.iter().filter(|mentee| tiers(mentee.tier)) {
            let id = &mentee.person.id;
            apart.held += usize::from(book.settled.is_held(id));
            let Some(pair) = book.settled.pairs.get(id) else { continue };
            if kept::objections(book, pair).is_empty() {
                apart.continuing += 1;
            } else {
                apart.urgent += 1;
            }
        }
        apart
    }

    /// All of them.
    pub(super) const fn sum(self) -> usize {
        self.continuing + self.urgent + self.held
    }
}

/// The counts of each tier of the aim.
pub(super) fn tiers(book: &Book<'_>, sums: &Sums) -> impl Iterator<Item = TierTotals> {
    (1..=book.matching.aim.tiers).zip(&sums.tiers).map(|(tier, &served)| {
        let mentees = book.matching.mentees.iter().filter(|mentee| mentee.tier == tier).count();
        let apart = Apart::of(book, |of| of == tier);
        let Apart { continuing, urgent, held } = apart;
        let waiting = mentees.saturating_sub(served).saturating_sub(apart.sum());
        TierTotals { tier, mentees, served, continuing, urgent, held, waiting }
    })
}

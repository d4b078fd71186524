//! Whether the proposal would stand if a blank were answered.

use crate::audit::book::Book;
use crate::audit::optimality::{Certificate, Labels, Search, search};
use crate::audit::points::{FULL, Ground};
use crate::audit::survey::{Asking, Row, Survey};
use std::collections::BTreeMap;

/// Most changes that are looked at for all answers together; about a second. Answers beyond it are not asked again.
pub const ANSWER_STEPS: u64 = 100_000_000;

/// Asks of a proved proposal whether it would stand.
///
/// The proposal is the only best one, ties being decided, so another set of pairs would be proposed exactly when the
/// proposal is no longer the best. Only pairs of one person change: the labels that prove it are a start from which
/// few need raising.
pub(super) struct Answers<'b, 'a> {
    book: &'b Book<'a>,
    survey: &'b Survey<'a>,
    certificate: Certificate<'b>,
    steps: u64,
}

impl<'b, 'a> Answers<'b, 'a> {
    /// Starts from the proof of the proposal.
    pub(super) fn new(book: &'b Book<'a>, survey: &'b Survey<'a>, certificate: Certificate<'b>) -> Self {
        Self { book, survey, certificate, steps: ANSWER_STEPS }
    }

    /// Whether the best (or the worst) answer changes the proposal; none when the limit is reached.
    pub(super) fn changes(&mut self, asking: Asking<'_>, best: bool) -> Option<bool> {
        let pairs = self.survey.questions.get(&asking)?;
        let residual = &self.certificate.residual;
        let mut changed: BTreeMap<usize, Row> = BTreeMap::new();
        let mut touched = Vec::new();
        for &(mentee, mentor) in pairs {
            let proposed = residual.mentor_of(mentee) == Some(mentor);
            let row = match changed.entry(mentee) {
                std::collections::btree_map::Entry::Occupied(entry) => entry.into_mut(),
                std::collections::btree_map::Entry::Vacant(entry) => entry.insert(self.survey.row(mentee)?.clone()),
            };
            match self.quality(asking, (mentee, mentor), best) {
                Some(quality) => row.quality_mut(mentor)?.copy_from_slice(&quality),
                None if proposed => return Some(true),
                None => row.remove(mentor),
            }
            touched.push(if proposed { residual.mentor_node(mentor) } else { mentee });
        }
        let mut residual = residual.clone();
        residual.rows = self.survey.rows.iter().enumerate().map(|(at, row)| changed.get(&at).unwrap_or(row)).collect();
        let labels: Labels = self.certificate.labels.clone();
        match search(&residual, labels, touched, &mut self.steps) {
            Search::Settled(_) => Some(false),
            Search::Better(_) => Some(true),
            Search::OutOfSteps => None,
        }
    }

    /// What the pair would add to the levels with the blank answered; none when it would fall below the floor.
    fn quality(&self, asking: Asking<'_>, (mentee, mentor): (usize, usize), best: bool) -> Option<Vec<i128>> {
        let pair = self.book.pair(mentee, mentor)?;
        let mut scores = self.book.scores(pair);
        let score = scores.get_mut(asking.0)?;
        score.points = match &score.ground {
            Ground::Wishes { asked, met, open, .. } => {
                let met = i128::from(*met) + if best { i128::from(*open) } else { 0 };
                FULL * met / i128::from((*asked).max(1))
            }
            _ if best => FULL,
            _ => 0,
        };
        let fit = self.book.fit(&scores);
        self.book.reaches_floor(fit).then(|| self.book.quality(pair, &scores, fit).collect())
    }
}

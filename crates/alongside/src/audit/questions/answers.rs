//! Whether the proposal would stand if a blank were answered.

use crate::audit::book::Book;
use crate::audit::optimality::{Certificate, Search, prove_least_fit, search};
use crate::audit::points::{FULL, Ground};
use crate::audit::survey::{Asking, Survey};
use crate::domain::Quality;

/// Most changes that are looked at for all answers together; about a second. Answers beyond it are not asked again.
pub const ANSWER_STEPS: u64 = 50_000_000;

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

    /// How many changes have been looked at.
    pub(super) fn steps(&self) -> u64 {
        ANSWER_STEPS - self.steps
    }

    /// Whether the best (or the worst) answer changes the proposal; none when the limit is reached.
    pub(super) fn changes(&mut self, asking: Asking<'_>, best: bool) -> Option<bool> {
        let pairs = self.survey.questions.get(&asking)?;
        let (survey, book) = (self.survey, self.book);
        let residual = &mut self.certificate.residual;
        let (mut touched, mut falls) = (Vec::with_capacity(pairs.len()), false);
        for &(mentee, mentor) in pairs {
            let proposed = residual.mentor_of(mentee) == Some(mentor);
            let quality = quality(book, asking, (mentee, mentor), best);
            falls |= proposed && quality.is_none();
            residual.put(mentee, mentor, quality.as_deref());
            touched.push(if proposed { residual.mentor_node(mentor) } else { mentee });
        }
        let found = if falls {
            Some(true)
        } else {
            let found = if book.matching.aim.quality == Quality::LeastFit {
                prove_least_fit(residual, book, &mut self.steps)
            } else {
                search(residual, self.certificate.labels.clone(), touched, &mut self.steps)
            };
            match found {
                Search::Settled(_) => Some(false),
                Search::Better(_) => Some(true),
                Search::OutOfSteps => None,
            }
        };
        for &(mentee, mentor) in pairs {
            let before = survey.row(mentee).and_then(|row| row.quality(mentor));
            residual.put(mentee, mentor, before);
        }
        found
    }
}

/// What the pair would add to the levels with the blank answered; none when it would fall below the floor.
fn quality(book: &Book<'_>, asking: Asking<'_>, (mentee, mentor): (usize, usize), best: bool) -> Option<Vec<i128>> {
    let pair = book.pair(mentee, mentor)?;
    let mut scores = book.scores(pair);
    let score = scores.get_mut(asking.0)?;
    score.points = match &score.ground {
        // Only the open wishes that rest on this blank; the others stay open.
        Ground::Wishes { asked, met, open, blanks, .. } => {
            let resting = blanks.iter().filter(|blank| **blank == (asking.1, asking.3)).count() as i128;
            // Criteria that ask count what stays open as neutral.
            let others = FULL / 2 * (i128::from(*open) - resting);
            let points = FULL * (i128::from(*met) + if best { resting } else { 0 }) + others;
            points / i128::from((*asked).max(1))
        }
        _ if best => FULL,
        _ => 0,
    };
    let fit = book.fit(pair, &scores);
    book.reaches_floor(pair, &scores).then(|| book.quality(pair, &scores, fit).collect())
}

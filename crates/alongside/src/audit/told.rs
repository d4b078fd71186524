//! What is told of a pair, proposed or kept: what its fit rests on, wishes, ways of meeting, facts for staff.

use super::book::Book;
use super::checked::Checked;
use super::finding::{Finding, FindingCode};
use super::pairing::Pair;
use super::points::{Ground, Score};
use super::{staff, ways, wishes};
use crate::outcome::{Against, Contribution, PossibleWay, StaffFact, WishResult};

/// What an outcome tells of one pair.
#[derive(Debug, Clone, Copy)]
pub(super) struct Told<'o> {
    pub(super) contributions: &'o [Contribution],
    /// The fit, the mentee's and the mentor's part of it.
    pub(super) fits: [i64; 3],
    pub(super) against: Option<&'o Against>,
    pub(super) wishes: &'o [WishResult],
    pub(super) ways: &'o [PossibleWay],
    pub(super) for_staff: &'o [StaffFact],
}

impl Told<'_> {
    /// Compares all of it.
    pub(super) fn check<'a>(
        &self,
        findings: &mut Vec<Finding>,
        checked: &mut Checked,
        book: &Book<'a>,
        pair: Pair<'a>,
    ) {
        let scores = book.scores(pair);
        check_contributions(findings, checked, book, pair, &scores, (self.contributions, self.fits));
        check_against(findings, book, pair, &scores, self.against);
        wishes::check(findings, checked, book.matching, pair, self.wishes);
        ways::check(findings, book.matching, pair, self.ways);
        staff::check(findings, book.matching, pair, self.for_staff);
    }
}

/// Compares what each criterion is said to give a pair, and the fit.
fn check_contributions(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    pair: Pair<'_>,
    scores: &[Score<'_>],
    (stated, [stated_fit, of_mentee, of_mentor]): (&[Contribution], [i64; 3]),
) {
    if !stated.iter().map(|stated| &stated.criterion).eq(book.scales.iter().map(|scale| &scale.criterion.id)) {
        let message = "the contributions are not one for each criterion, in order";
        findings.push(Finding::new(FindingCode::ContributionList, message));
    }
    for (at, ((scale, &weight), score)) in book.scales.iter().zip(book.weights(pair)).zip(scores).enumerate() {
        let id = &scale.criterion.id;
        let Some(stated) = stated.iter().find(|stated| stated.criterion == *id) else { continue };
        checked.contributions += 1;
        let mut number = |code, what, stated: i64, derived: i128| {
            if i128::from(stated) != derived {
                findings.push(Finding::number(code, what, stated, derived).about(&**id));
            }
        };
        number(FindingCode::Points, "points", stated.points, score.points);
        number(FindingCode::Weight, "weight", stated.weight, weight);
        number(FindingCode::Contribution, "contribution", stated.contribution, weight * score.points);
        let mentors = scale.of_mentor(weight) * score.points;
        number(FindingCode::Contribution, "mentor_share", stated.mentor_share, mentors);
        number(FindingCode::Contribution, "mentee_share", stated.mentee_share, weight * score.points - mentors);
        if stated.own_weight != pair.mentee.own_weights.get(&at).copied() {
            let message = "the mentee chose another weight, or none";
            findings.push(Finding::new(FindingCode::Weight, message).about(&**id));
        }
        if stated.because != score.because() || stated.counted_as != scale.counted_as(pair) {
            let message = "the points rest on something else";
            findings.push(Finding::new(FindingCode::Because, message).about(&**id));
        }
    }
    let (fit, sum) =
        (book.fit(pair, scores), stated.iter().map(|stated| i128::from(stated.contribution)).sum::<i128>());
    if i128::from(stated_fit) != fit {
        findings.push(Finding::number(FindingCode::Fit, "fit", stated_fit, fit));
    } else if sum != fit {
        findings.push(Finding::new(FindingCode::Fit, format!("the contributions add up to {sum}, the fit is {fit}")));
    }
    let mentors = book.mentor_fit(pair, scores);
    for (what, stated, derived) in [("mentee_fit", of_mentee, fit - mentors), ("mentor_fit", of_mentor, mentors)] {
        if i128::from(stated) != derived {
            findings.push(Finding::number(FindingCode::Fit, what, stated, derived));
        }
    }
}

/// Compares the strongest point against a pair.
fn check_against(
    findings: &mut Vec<Finding>,
    book: &Book<'_>,
    pair: Pair<'_>,
    scores: &[Score<'_>],
    stated: Option<&Against>,
) {
    let derived = against(book, pair, scores);
    let same = match (stated, &derived) {
        (None, None) => true,
        (Some(stated), Some((criterion, lost))) => *stated.criterion == **criterion && i128::from(stated.lost) == *lost,
        _ => false,
    };
    if !same {
        let finding = Finding::new(FindingCode::Against, "the strongest point against the pair is another one");
        findings.push(match derived {
            Some((criterion, _)) => finding.about(criterion),
            None => finding,
        });
    }
}

/// The criterion on which most is lost, the first among equals, and how much.
pub(super) fn against<'a>(book: &Book<'a>, pair: Pair<'_>, scores: &[Score<'_>]) -> Option<(&'a str, i128)> {
    let mut most = None;
    let stated = |score: &Score<'_>| !matches!(score.ground, Ground::NoWish | Ground::NoChoice);
    let weighed = book.scales.iter().zip(book.weights(pair)).zip(scores);
    for ((scale, weight), score) in weighed.filter(|(_, score)| stated(score)) {
        let lost = weight * (super::points::FULL - score.points);
        if lost > most.map_or(0, |(_, most)| most) {
            most = Some((&*scale.criterion.id, lost));
        }
    }
    most
}

//! The next best candidates of a mentee with a proposal.

use super::allotment::Allotment;
use super::book::Book;
use super::checked::Checked;
use super::finding::{Finding, FindingCode};
use super::survey::{Row, Survey};
use crate::domain::PersonId;
use crate::outcome::Alternative;

/// Most alternatives of a proposal.
const MOST: usize = 3;

/// Compares the alternatives of the pair at these places (mentee, mentor).
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    survey: &Survey<'_>,
    allotment: &Allotment,
    places: (usize, usize),
    stated: &[Alternative],
) {
    let derived = derive(book, survey, allotment, places);
    checked.alternatives += derived.len();
    if stated.len() != derived.len() {
        findings.push(Finding::number(FindingCode::Alternatives, "number of them", stated.len(), derived.len()));
    }
    for (stated, (mentor, fit, free)) in stated.iter().zip(derived) {
        let same = stated.mentor == *mentor && i128::from(stated.fit) == fit && stated.places_free == free;
        if !same {
            let message = "the alternative, its fit or its free places are others";
            findings.push(Finding::new(FindingCode::Alternatives, message).mentor(mentor));
        }
    }
}

/// The mentee's other candidates by fit, then tie value, both highest first: who, fit, places left free.
pub(super) fn derive<'a>(
    book: &Book<'a>,
    survey: &Survey<'_>,
    allotment: &Allotment,
    (mentee, proposed): (usize, usize),
) -> Vec<(&'a PersonId, i128, u32)> {
    // Fit and tie value are the last two numbers of a candidate's quality.
    let worth = |quality: &[i128]| match quality {
        [.., fit, tie] => (*fit, *tie),
        _ => (0, 0),
    };
    let others = survey.row(mentee).into_iter().flat_map(Row::iter).filter(|&(mentor, _)| mentor != proposed);
    let mut others: Vec<_> = others.map(|(mentor, quality)| (worth(quality), mentor)).collect();
    others.sort_unstable_by(|one, other| other.cmp(one));
    let printed = |((fit, _), at): ((i128, i128), usize)| {
        let mentor = book.matching.mentors.get(at)?;
        Some((&mentor.person.id, fit, allotment.left(book, at)))
    };
    others.into_iter().take(MOST).filter_map(printed).collect()
}

//! Blanks that criteria ask about, and whether an answer could change the proposal.

mod answers;

use super::book::Book;
use super::checked::Checked;
use super::company::is_limited;
use super::finding::{Finding, FindingCode};
use super::lists::Difference;
use super::optimality::Certificate;
use super::survey::{Asking, Survey};
use crate::domain::{PersonId, Side};
use crate::outcome::{Outcome, Question, Status};

pub use answers::ANSWER_STEPS;

/// Questions that are tried out; those beyond are listed only.
pub const QUESTIONS_TRIED: usize = 200;

/// One question, as it is told from others: criterion, side, person, field.
type Key<'k> = (&'k str, Side, &'k PersonId, &'k str);

/// Compares the list of questions, the pairs each bears on, which of them were tried out, and what came of it.
///
/// The last is asked again only when the proposal is proved, and up to [`ANSWER_STEPS`].
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    survey: &Survey<'_>,
    certificate: Option<Certificate<'_>>,
    outcome: &Outcome,
) {
    let stated = &outcome.questions;
    let optimal = outcome.status == Status::Optimal;
    let derived = in_order(book, survey);
    let key = |question| -> Key<'_> {
        let question: &Question = question;
        (&question.criterion, question.side, &question.person, &question.field)
    };
    let difference = Difference::of(stated.iter().map(key), derived.iter().map(|(key, _)| *key));
    for (key, _) in difference.missing.iter().filter_map(|&at| derived.get(at)) {
        let message = "a criterion asks about this blank, and it is not among the questions";
        findings.push(concerning(Finding::new(FindingCode::QuestionMissing, message), *key));
    }
    for question in difference.unfounded.iter().filter_map(|&at| stated.get(at)) {
        let message = "nothing asks this, or it is asked already";
        let (_, side, person, _) = key(question);
        findings.push(of_person(Finding::new(FindingCode::QuestionUnfounded, message), side, person));
    }
    difference.check_order(findings, "questions");

    let mut answers = certificate.map(|certificate| answers::Answers::new(book, survey, certificate));
    for &(stated_at, at) in &difference.both {
        let Some((question, (key, asking))) = stated.get(stated_at).zip(derived.get(at)) else { continue };
        checked.questions += 1;
        let mut report = |finding| findings.push(concerning(finding, *key));
        let pairs = survey.questions.get(asking).map_or(0, Vec::len);
        if question.pairs != pairs {
            report(Finding::number(FindingCode::QuestionPairs, "candidate pairs", question.pairs, pairs));
        }
        let tried = optimal && at < QUESTIONS_TRIED && !is_limited(book);
        for (which, stated) in [("best", question.best_changes), ("worst", question.worst_changes)] {
            if stated.is_some() != tried {
                let message = format!("of the {which} answer: the first {QUESTIONS_TRIED} are tried out, no others");
                report(Finding::new(FindingCode::QuestionTried, message));
            }
        }
        let Some(answers) = answers.as_mut().filter(|_| tried) else { continue };
        for (which, best, stated) in [("best", true, question.best_changes), ("worst", false, question.worst_changes)] {
            let Some((stated, derived)) = stated.zip(answers.changes(*asking, best)) else { continue };
            checked.answers += 1;
            if stated != derived {
                let what = format!("whether the {which} answer changes the proposal");
                report(Finding::number(FindingCode::QuestionAnswer, &what, stated, derived));
            }
        }
    }
    checked.answer_steps = answers.map_or(0, |answers| answers.steps());
}

/// The questions by criterion, side, person and field.
pub(super) fn in_order<'a>(book: &Book<'a>, survey: &Survey<'a>) -> Vec<(Key<'a>, Asking<'a>)> {
    let matching = book.matching;
    let key = |asking: &Asking<'a>| {
        let (criterion, side, at, field) = *asking;
        let person = match side {
            Side::Mentee => &matching.mentees.get(at)?.person.id,
            Side::Mentor => &matching.mentors.get(at)?.person.id,
        };
        Some(((&*matching.criteria.get(criterion)?.id, side, person, field), *asking))
    };
    let mut questions: Vec<_> = survey.questions.keys().filter_map(key).collect();
    questions.sort_by_key(|&((_, side, person, field), (criterion, ..))| (criterion, side, person, field));
    questions
}

fn of_person(finding: Finding, side: Side, person: &PersonId) -> Finding {
    match side {
        Side::Mentee => finding.mentee(person),
        Side::Mentor => finding.mentor(person),
    }
}

fn concerning(finding: Finding, (criterion, side, person, field): Key<'_>) -> Finding {
    of_person(finding, side, person).about(format!("{criterion}: {field}"))
}

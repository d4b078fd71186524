//! Whether the prices that an outcome brings prove its proposal.
//!
//! The problem is made anew from the pairs and numbers that the audit derived; the prices are held against it by the
//! solver's checker, which shares no code with the solver (`alongside_solver::verify`).

use crate::audit::allotment::Allotment;
use crate::audit::book::Book;
use crate::audit::choices;
use crate::audit::finding::{Finding, FindingCode};
use crate::audit::levels;
use crate::audit::survey::Survey;
use crate::domain::Quality;
use crate::outcome::{Certificate, Cover, LevelName, Prices};
use alongside_solver::certificate::{Certificate as Proof, Potentials};
use alongside_solver::problem::{Problem, ProblemParts};
use alongside_solver::verify::{self, Flaw, Part};

/// Reports everything that keeps the certificate from proving the allotment, which must be a matching over candidates.
/// Time: candidates times levels.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    book: &Book<'_>,
    survey: &Survey<'_>,
    allotment: &Allotment,
    certificate: &Certificate,
) -> bool {
    let Some((problem, people)) = problem(book, survey, book.quality_width()) else {
        let message = "the programme is beyond what a certificate can be checked for";
        findings.push(Finding::new(FindingCode::Certificate, message).about("certificate"));
        return false;
    };
    let rows = people.mentees.iter().enumerate();
    let edges: Vec<usize> = rows
        .filter_map(|(row, &mentee)| {
            let mentor = allotment.mentor_of(mentee)?;
            problem.edge(row, people.column_of.get(mentor).copied()?)
        })
        .collect();
    let proof = proof(&certificate.levels);
    match verified(book, &problem, &people, &edges, &proof, certificate.cover.as_ref()) {
        Ok(()) => true,
        Err(flaws) => {
            findings.extend(flaws.into_iter().map(|flaw| finding(book, &people, flaw)));
            false
        }
    }
}

fn proof(levels: &[Prices]) -> Proof {
    let levels = levels.iter().map(|level| Potentials {
        rows: level.mentees.clone(),
        columns: level.mentors.clone(),
        groups: level.supervisors.clone(),
    });
    Proof { levels: levels.collect() }
}

/// Whether the prices prove the edges for the aim's quality.
fn verified(
    book: &Book<'_>,
    problem: &Problem,
    people: &People,
    edges: &[usize],
    proof: &Proof,
    cover: Option<&Cover>,
) -> Result<(), Vec<Flaw>> {
    let fit = book.fit_at();
    let quality = book.matching.aim.quality;
    let ahead = usize::from(book.matching.aim.longest_waiting_first);
    if quality != Quality::LeastFit && cover.is_some() {
        return Err(vec![Flaw::Cover]);
    }
    match quality {
        Quality::LeastFit => {
            let shown = match cover {
                Some(cover) => Some((cover_edges(problem, people, edges, (fit, cover))?, self::proof(&cover.levels))),
                None => None,
            };
            let cover = shown.as_ref().map(|(edges, certificate)| verify::Cover { edges, certificate });
            verify::bottleneck_after(problem, ahead, fit, edges, proof, cover)
        }
        Quality::WorstOffFirst { .. } => {
            let steps = choices::steps(book.matching);
            let steps: Vec<i64> = steps.iter().map(|step| i64::try_from(*step).unwrap_or(i64::MAX)).collect();
            let levels = verify::Thresholds::new(problem, fit, &steps).ok_or_else(|| vec![Flaw::NoCertificate])?;
            verify::objective(problem, &levels.after(ahead), edges, proof)
        }
        Quality::TotalFit
        | Quality::MostFirstChoices { .. }
        | Quality::FewestLastChoices { .. }
        | Quality::Stable { .. } => verify::verify(problem, edges, proof),
    }
    .map(|_| ())
}

/// The matching that the cover names, if it is one over candidates, for the fit that has to be covered.
fn cover_edges(
    problem: &Problem,
    people: &People,
    proposed: &[usize],
    (fit, cover): (usize, &Cover),
) -> Result<Vec<usize>, Vec<Flaw>> {
    let wrong = || vec![Flaw::Cover];
    let fits = problem.level(fit);
    let least = proposed.iter().filter_map(|edge| fits.get(*edge).copied()).min();
    let next = least.map(|least| fits.iter().copied().filter(|fit| *fit > least).min().unwrap_or(least + 1));
    if next != Some(cover.fit) || cover.mentor_of.len() != people.mentees.len() {
        return Err(wrong());
    }
    let pairs = cover.mentor_of.iter().enumerate().filter_map(|(row, mentor)| Some((row, (*mentor)?)));
    pairs.map(|(row, column)| problem.edge(row, column).ok_or_else(wrong)).collect()
}

/// People in order of id, as a certificate has them.
struct People {
    mentees: Vec<usize>,
    mentors: Vec<usize>,
    /// Where each mentor stands in that order.
    column_of: Vec<u32>,
}

/// How many of each tier a matching serves that is named by the mentor of every mentee, in order of ids, if the prices
/// prove that none serves more; tiers alone count.
pub(in crate::audit) fn most_served(
    book: &Book<'_>,
    survey: &Survey<'_>,
    mentor_of: &[Option<u32>],
    prices: &Prices,
) -> Option<Vec<usize>> {
    let (problem, people) = problem(book, survey, 0)?;
    if mentor_of.len() != people.mentees.len() {
        return None;
    }
    let pairs = mentor_of.iter().enumerate().filter_map(|(row, mentor)| Some((row, (*mentor)?)));
    let edges: Option<Vec<usize>> = pairs.map(|(row, column)| problem.edge(row, column)).collect();
    verify::verify(&problem, &edges?, &proof(std::slice::from_ref(prices))).ok().map(|verified| verified.served)
}

/// The aim as an assignment problem with so many of its levels; none beyond what such a problem may be.
fn problem(book: &Book<'_>, survey: &Survey<'_>, levels: usize) -> Option<(Problem, People)> {
    let (mentees, mentors) = (book.mentees_by_id(), book.mentors_by_id());
    let mut column_of = vec![0; mentors.len()];
    for (column, &mentor) in mentors.iter().enumerate() {
        *column_of.get_mut(mentor)? = u32::try_from(column).ok()?;
    }
    let mut parts = ProblemParts {
        tier_count: book.matching.aim.tiers,
        capacities: mentors.iter().map(|mentor| book.company.places(book, *mentor)).collect(),
        ceilings: book.supervision.ceilings(book, &mentors),
        row_starts: vec![0],
        levels: vec![Vec::new(); levels],
        use_columns: levels > 0 && book.matching.aim.most_mentors,
        ..ProblemParts::default()
    };
    for &mentee in &mentees {
        parts.tiers.push(book.matching.mentees.get(mentee)?.tier.checked_sub(1)?);
        let mut row: Vec<(u32, &[i128])> =
            survey.row(mentee)?.iter().filter_map(|(mentor, worth)| Some((*column_of.get(mentor)?, worth))).collect();
        row.sort_unstable_by_key(|(column, _)| *column);
        for (column, worth) in row {
            parts.columns.push(column);
            for (level, number) in parts.levels.iter_mut().zip(worth) {
                level.push(i64::try_from(*number).ok()?);
            }
        }
        parts.row_starts.push(parts.columns.len());
    }
    Some((Problem::new(parts).ok()?, People { mentees, mentors, column_of }))
}

/// What is wrong, about whom, at which level.
fn finding(book: &Book<'_>, people: &People, flaw: Flaw) -> Finding {
    let (message, row, column, level) = match flaw {
        Flaw::Levels { expected, given } => {
            (format!("the certificate has {given} levels, the aim asks for {expected}"), None, None, None)
        }
        Flaw::Length { level, part, expected, given } => {
            let side = if part == Part::Row { "mentees" } else { "mentors" };
            (format!("{given} prices for {expected} {side}"), None, None, Some(level))
        }
        Flaw::Passed { row, column, level, .. } => {
            ("the pair is not proposed and worth more than its prices".into(), Some(row), Some(column), Some(level))
        }
        Flaw::Overpaid { row, column, level, .. } => {
            ("the pair is proposed and worth less than its prices".into(), Some(row), Some(column), Some(level))
        }
        Flaw::Negative { part: Part::Row, index, level } => {
            ("the mentee's price is below zero".into(), Some(index), None, Some(level))
        }
        Flaw::Priced { part: Part::Row, index, level } => {
            ("the mentee has no proposal and a price above zero".into(), Some(index), None, Some(level))
        }
        Flaw::Negative { index, level, .. } => {
            ("the price of the mentor's places is below zero".into(), None, Some(index), Some(level))
        }
        Flaw::Priced { index, level, .. } => {
            ("the mentor has a place left and a price above zero".into(), None, Some(index), Some(level))
        }
        other => (other.to_string(), None, None, None),
    };
    let about = level.map_or_else(|| "certificate".to_owned(), |level| name(book, level));
    let mut finding = Finding::new(FindingCode::Certificate, message).about(about);
    let mentee = row.and_then(|row| book.matching.mentees.get(*people.mentees.get(row)?));
    let mentor = column.and_then(|column| book.matching.mentors.get(*people.mentors.get(column)?));
    finding.mentee = mentee.map(|mentee| mentee.person.id.clone());
    finding.mentor = mentor.map(|mentor| mentor.person.id.clone());
    finding
}

/// A level of a certificate in a finding: all tiers are one.
fn name(book: &Book<'_>, level: usize) -> String {
    let first =
        book.first().filter_map(|criterion| Some(format!("criterion {}", book.scales.get(criterion)?.criterion.id)));
    let quality = choices::names(book.matching).into_iter();
    let step = |step: i128| LevelName::FitAtLeast(i64::try_from(step).unwrap_or(i64::MAX));
    let quality = quality.chain(choices::steps(book.matching).into_iter().map(step)).map(|level| levels::print(&level));
    let used = book.matching.aim.most_mentors.then(|| levels::print(&LevelName::MentorsUsed));
    let names = std::iter::once("tiers".to_owned())
        .chain(used)
        .chain(quality)
        .chain(first)
        .chain(["total_fit".to_owned(), "seed".to_owned()]);
    names.into_iter().nth(level).unwrap_or_else(|| "certificate".to_owned())
}

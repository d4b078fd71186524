//! Whether any other matching does better, level by level.
//!
//! Every other matching is reached from the proposal by changes that go round in circles: a mentee takes a candidate,
//! whose mentee gives way and takes another, until somebody is left out, or a place that was free is taken
//! (`residual`). The proposal is the best exactly when no such circle gains anything, where gains are compared level
//! by level, tiers first. `search` looks for one in the manner of Bellman and Ford; that it settles without finding
//! any is the proof (Ahuja, Magnanti and Orlin 1993, *Network Flows*, theorem 9.1, over an ordered group of vectors).
//!
//! Where the outcome brings a certificate, that is checked first (`certificate`). If it holds, nothing is searched for,
//! except where questions are asked, whose answers start from the labels that the search leaves behind.
//!
//! Where hours, contact, several mentees or unequal caseloads limit whom a mentor has, circles prove nothing: without a
//! certificate all matchings are tried, as far as there are few enough (`exhaustive`).

mod certificate;
mod exhaustive;
mod gain;
mod least_fit;
mod residual;
mod search;

pub(super) use certificate::most_served;
pub(super) use gain::Labels;
pub(super) use least_fit::prove as prove_least_fit;
pub(super) use residual::Residual;
pub(super) use search::{Search, search};

use exhaustive::{Tried, exhaustive};

use super::allotment::Allotment;
use super::book::Book;
use super::checked::{Checked, Proof};
use super::company::is_limited;
use super::finding::{Finding, FindingCode};
use super::levels;
use super::proposals::Sums;
use super::survey::{Row, Survey};
use crate::domain::Quality;
use crate::outcome::{Outcome, Status};

/// Most changes that are looked at for a proof; about ten seconds. Beyond it the audit says that it proved nothing.
///
/// One round looks at every candidate pair; programmes of 500 by 500 people need some ten to fifty rounds.
pub const PROOF_STEPS: u64 = 2_000_000_000;

/// A proposal proved at every level, and what proves it.
#[derive(Debug)]
pub(super) struct Certificate<'r> {
    pub(super) residual: Residual<'r>,
    pub(super) labels: Labels,
}

/// Proves the proposal, or reports the first level that could be higher. For an outcome that is only the best found,
/// the levels of people served are proved and no others.
///
/// Proposals that are no matching over candidates have their findings already and are not asked about.
pub(super) fn check<'r>(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    survey: &'r Survey<'_>,
    allotment: &Allotment,
    outcome: &Outcome,
) -> Option<Certificate<'r>> {
    let status = outcome.status;
    let allowed = |(mentee, mentor)| survey.row(mentee).is_some_and(|row: &Row| row.quality(mentor).is_some());
    if !allotment.holds || !allotment.pairs().all(allowed) {
        return None;
    }
    match (&outcome.certificate, status) {
        (Some(certificate), Status::Optimal) => {
            checked.certified = certificate::check(findings, book, survey, allotment, certificate);
        }
        (Some(_), Status::BestFound | Status::Stable) => {
            let message = "an outcome that is not optimal brings a certificate";
            findings.push(Finding::new(FindingCode::Certificate, message).about("certificate"));
        }
        (None, _) => {}
    }
    if is_limited(book) {
        checked.proof = if checked.certified {
            Proof::EveryLevel
        } else if status == Status::Optimal && outcome.certificate.is_none() {
            match exhaustive(book, survey, allotment) {
                Tried::All => Proof::EveryLevel,
                Tried::TooMany => Proof::NotRepeated,
                Tried::Better(level) => {
                    // People served are a level of the outcome, and none that was compared.
                    let tiers = usize::from(book.matching.aim.tiers);
                    let at = level + usize::from(level >= tiers);
                    let name = levels::derive(book, &Sums::of(book, allotment)).into_iter().nth(at);
                    let finding = Finding::new(FindingCode::NotOptimal, "another matching reaches more of this level");
                    findings.push(finding.about(name.map_or_else(String::new, |(name, _)| levels::print(&name))));
                    Proof::Refuted
                }
            }
        } else {
            Proof::NotRepeated
        };
        return None;
    }
    if checked.certified && survey.questions.is_empty() {
        checked.proof = Proof::EveryLevel;
        return None;
    }
    let residual = Residual::of(book, &survey.rows, allotment);
    let mut steps = PROOF_STEPS;
    let least_fit = status == Status::Optimal && book.matching.aim.quality == Quality::LeastFit;
    let found = if least_fit {
        prove_least_fit(&residual, book, &mut steps)
    } else {
        let width = match status {
            Status::Optimal => residual.served_width + residual.quality_width,
            Status::BestFound | Status::Stable => residual.people_width,
        };
        search(&residual, Labels::zero(residual.nodes(), width), residual.every_node(), &mut steps)
    };
    let (proof, labels) = match found {
        Search::Settled(labels) => match status {
            Status::Optimal => (Proof::EveryLevel, Some(labels)),
            Status::BestFound | Status::Stable => (Proof::ServedLevels, None),
        },
        Search::Better(level) => {
            let level = if least_fit { level } else { first_level(&residual, level, &mut steps) };
            let name = levels::derive(book, &Sums::of(book, allotment)).into_iter().nth(level);
            let finding = Finding::new(FindingCode::NotOptimal, "another matching reaches more of this level");
            findings.push(finding.about(name.map_or_else(String::new, |(name, _)| levels::print(&name))));
            (Proof::Refuted, None)
        }
        Search::OutOfSteps => {
            let message = format!("no proof within {PROOF_STEPS} steps");
            findings.push(Finding::new(FindingCode::ProofUnfinished, message));
            (Proof::Unfinished, None)
        }
    };
    checked.proof = proof;
    checked.proof_steps = PROOF_STEPS - steps;
    labels.map(|labels| Certificate { residual, labels })
}

/// The first level that can be higher, given one that can: looks at fewer and fewer levels until nothing is gained.
fn first_level(residual: &Residual<'_>, mut level: usize, steps: &mut u64) -> usize {
    while level > 0 {
        match search(residual, Labels::zero(residual.nodes(), level), residual.every_node(), steps) {
            Search::Better(earlier) if earlier < level => level = earlier,
            _ => break,
        }
    }
    level
}

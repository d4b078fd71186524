//! Every proposed pair: allowed, above the floor, and explained by the numbers that the programme gives.

use super::allotment::Allotment;
use super::book::Book;
use super::checked::Checked;
use super::finding::{Finding, FindingCode};
use super::pairing::Pair;
use super::rules::Verdict;
use super::survey::Survey;
use super::told::Told;
use super::{alternatives, choices, priority, programmes};
use crate::domain::Quality;
use crate::outcome::{LevelName, Proposal};

/// What the proposals add up to, derived.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// Mentees with a proposal, by tier; people without a tier of the aim are left out.
    pub(super) tiers: Vec<usize>,
    /// Mentees with a proposal.
    pub(super) served: usize,
    /// Mentors with a proposal.
    pub(super) mentors: usize,
    /// Points of each criterion.
    pub(super) points: Vec<i128>,
    /// Fit.
    pub(super) fit: i128,
    /// Tie values.
    pub(super) tie: i128,
    /// The levels of the aim's quality that are not among these.
    pub(super) quality: Vec<(LevelName, i128)>,
}

impl Sums {
    /// Adds up the pairs of the allotment.
    pub(super) fn of(book: &Book<'_>, allotment: &Allotment) -> Self {
        let matching = book.matching;
        let (tiers, points) = (vec![0; matching.aim.tiers.into()], vec![0; book.scales.len()]);
        let mut sums = Self { tiers, points, ..Self::default() };
        let quality = matching.aim.quality;
        let mut fits = Vec::new();
        let mut choices = vec![0; choices::names(matching).len()];
        for pair in allotment.pairs().filter_map(|(mentee, mentor)| book.pair(mentee, mentor)) {
            let scores = book.scores(pair);
            sums.served += 1;
            if let Some(served) = usize::from(pair.mentee.tier).checked_sub(1).and_then(|tier| sums.tiers.get_mut(tier))
            {
                *served += 1;
            }
            sums.points.iter_mut().zip(&scores).for_each(|(sum, score)| *sum += score.points);
            let fit = book.fit(pair, &scores);
            sums.fit += fit;
            sums.tie += book.quality(pair, &scores, fit).last().unwrap_or_default();
            fits.push(fit);
            choices.iter_mut().zip(choices::counted(matching, pair)).for_each(|(sum, one)| *sum += one);
        }
        sums.mentors = (0..matching.mentors.len()).filter(|mentor| allotment.taken(*mentor) > 0).count();
        sums.quality = choices::names(matching).into_iter().zip(choices).collect();
        if quality == Quality::LeastFit {
            sums.quality.push((LevelName::LeastFit, fits.iter().copied().min().unwrap_or(0)));
        }
        for step in choices::steps(matching) {
            let reaching = fits.iter().filter(|fit| **fit >= step).count();
            sums.quality.push((LevelName::FitAtLeast(i64::try_from(step).unwrap_or(i64::MAX)), reaching as i128));
        }
        sums
    }
}

/// Compares every proposal between people of the programme, and adds them up.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    survey: &Survey<'_>,
    allotment: &Allotment,
    stated: &[Proposal],
) -> Sums {
    for proposal in stated {
        let places = book.mentee_at(&proposal.mentee).zip(book.mentor_at(&proposal.mentor));
        let Some((mentee, mentor)) = places else { continue };
        let Some(pair) = book.pair(mentee, mentor) else { continue };
        checked.proposals += 1;
        let from = findings.len();
        check_allowed(findings, book, pair);
        priority::check(findings, book.matching, pair.mentee, (proposal.tier, &proposal.tier_by));
        let shared = Some((&pair.mentor.person, &*proposal.shared_by));
        programmes::check_referral(findings, book.matching, &pair.mentee.person, proposal.programme.as_ref(), shared);
        let told = Told {
            contributions: &proposal.contributions,
            fits: [proposal.fit, proposal.mentee_fit, proposal.mentor_fit],
            against: proposal.against.as_ref(),
            wishes: &proposal.wishes,
            ways: &proposal.ways,
            for_staff: &proposal.for_staff,
        };
        told.check(findings, checked, book, pair);
        alternatives::check(findings, checked, book, survey, allotment, (mentee, mentor), &proposal.alternatives);
        for finding in findings.iter_mut().skip(from) {
            finding.mentee = Some(proposal.mentee.clone());
            finding.mentor.get_or_insert_with(|| proposal.mentor.clone());
        }
    }
    Sums::of(book, allotment)
}

fn check_allowed<'a>(findings: &mut Vec<Finding>, book: &Book<'a>, pair: Pair<'a>) {
    for (rule, verdict) in book.matching.rules.iter().zip(book.verdicts(pair)) {
        let message = match verdict {
            Verdict::Eligible => continue,
            Verdict::Refused(_) => "a hard rule refuses the pair",
            Verdict::NeedsCheck(_) => "a hard rule needs something found out about the pair first",
        };
        findings.push(Finding::new(FindingCode::NotEligible, message).about(&*rule.id));
    }
    let scores = book.scores(pair);
    if !book.reaches_floor(pair, &scores) {
        let (fit, of_mentor, aim) = (book.fit(pair, &scores), book.mentor_fit(pair, &scores), &book.matching.aim);
        let message = if fit < aim.floor.into() {
            format!("the fit {fit} is below the floor {}", aim.floor)
        } else if of_mentor < aim.mentor_floor.into() {
            format!("the mentor's fit {of_mentor} is below its floor {}", aim.mentor_floor)
        } else {
            format!("the mentee's fit {} is below its floor {}", fit - of_mentor, aim.mentee_floor)
        };
        findings.push(Finding::new(FindingCode::BelowFloor, message));
    }
}

//! Every proposed pair: allowed, above the floor, and explained by the numbers that the programme gives.

use super::allotment::Allotment;
use super::book::Book;
use super::checked::Checked;
use super::finding::{Finding, FindingCode};
use super::pairing::Pair;
use super::points::{Ground, Score};
use super::rules::Verdict;
use super::survey::Survey;
use super::{alternatives, choices, priority, programmes, staff, wishes};
use crate::domain::Quality;
use crate::outcome::{Against, Contribution, LevelName, Proposal};

/// What the proposals add up to, derived.
#[derive(Debug, Clone, Default)]
pub(super) struct Sums {
    /// Mentees with a proposal, by tier; people without a tier of the aim are left out.
    pub(super) tiers: Vec<usize>,
    /// Mentees with a proposal.
    pub(super) served: usize,
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
        let scores = book.scores(pair);
        check_contributions(
            findings,
            checked,
            book,
            pair,
            &scores,
            (&proposal.contributions, [proposal.fit, proposal.mentee_fit, proposal.mentor_fit]),
        );
        check_against(findings, book, pair, &scores, proposal.against.as_ref());
        wishes::check(findings, checked, book.matching, pair, &proposal.wishes);
        staff::check(findings, book.matching, pair, &proposal.for_staff);
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

/// Compares what each criterion is said to give a pair, and the fit.
pub(super) fn check_contributions(
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
pub(super) fn check_against(
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

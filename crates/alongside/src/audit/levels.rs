//! The levels of the aim, what the proposals reach of each, and what is said to be proved.

use super::book::Book;
use super::checked::Checked;
use super::company::is_limited;
use super::finding::{Finding, FindingCode};
use super::proposals::Sums;
use crate::outcome::{Level, LevelName, Outcome, Status};

/// Compares the names of the levels, their values and bounds, and the status with them.
pub(super) fn check(
    findings: &mut Vec<Finding>,
    checked: &mut Checked,
    book: &Book<'_>,
    sums: &Sums,
    outcome: &Outcome,
) {
    let derived = derive(book, sums);
    let stated = &outcome.levels;
    if !stated.iter().map(|level| &level.level).eq(derived.iter().map(|(level, _)| level)) {
        let message = "the levels are not those of the aim, in order";
        findings.push(Finding::new(FindingCode::LevelList, message).about("levels"));
        return;
    }
    let limited = is_limited(book);
    for (level, (name, value)) in stated.iter().zip(&derived) {
        checked.levels += 1;
        let mut report = |finding: Finding| findings.push(finding.about(print(name)));
        if i128::from(level.value) != *value {
            report(Finding::number(FindingCode::LevelValue, "value", level.value, value));
        }
        if is_proved(outcome, name, limited) && level.bound != level.value {
            let message = "the level is said to be proved, and its bound is not its value";
            report(Finding::new(FindingCode::LevelBound, message));
        } else if level.bound < level.value {
            report(Finding::new(FindingCode::LevelBound, "the bound lies below the value"));
        }
    }
    let closed = |level: &Level| level.bound == level.value || limited && level.level == LevelName::Seed;
    if outcome.status == Status::BestFound && stated.iter().all(closed) {
        let message = "every level is proved by its bound, so the proposal is optimal and not only the best found";
        findings.push(Finding::new(FindingCode::Status, message));
    }
}

/// Whether a level is claimed to be the greatest possible: all of them, or those of people served. Where more than places
/// limits whom a mentor has, a search without a certificate leaves the seed's choice open, and stopped early all levels.
fn is_proved(outcome: &Outcome, level: &LevelName, limited: bool) -> bool {
    match outcome.status {
        Status::Optimal => !limited || outcome.certificate.is_some() || *level != LevelName::Seed,
        Status::BestFound | Status::Stable => {
            !limited && matches!(level, LevelName::TierServed(_) | LevelName::PeopleServed)
        }
    }
}

/// The levels of the aim, and what the proposals reach; none where the matching only has to be stable.
pub(super) fn derive(book: &Book<'_>, sums: &Sums) -> Vec<(LevelName, i128)> {
    if book.matching.aim.quality.is_stable() {
        return Vec::new();
    }
    let tiers = (1..=book.matching.aim.tiers).zip(&sums.tiers);
    let tiers = tiers.map(|(tier, &served)| (LevelName::TierServed(tier), served as i128));
    let served = (LevelName::PeopleServed, sums.served as i128);
    let first = book.first().filter_map(|criterion| {
        let id = book.scales.get(criterion)?.criterion.id.clone();
        Some((LevelName::Criterion(id), *sums.points.get(criterion)?))
    });
    let last = [(LevelName::TotalFit, sums.fit), (LevelName::Seed, sums.tie)];
    let used = book.matching.aim.most_mentors.then_some((LevelName::MentorsUsed, sums.mentors as i128));
    tiers.chain([served]).chain(used).chain(sums.quality.iter().cloned()).chain(first).chain(last).collect()
}

/// The name of a level in a finding.
pub(super) fn print(level: &LevelName) -> String {
    match level {
        LevelName::TierServed(tier) => format!("tier_served {tier}"),
        LevelName::PeopleServed => "people_served".to_owned(),
        LevelName::DaysWaited => "days_waited".to_owned(),
        LevelName::MentorsUsed => "mentors_used".to_owned(),
        LevelName::LeastFit => "least_fit".to_owned(),
        LevelName::FitAtLeast(fit) => format!("fit_at_least {fit}"),
        LevelName::Choice(rank) => format!("choice {rank}"),
        LevelName::ChoiceWithin(rank) => format!("choice_within {rank}"),
        LevelName::Criterion(id) => format!("criterion {id}"),
        LevelName::TotalFit => "total_fit".to_owned(),
        LevelName::Seed => "seed".to_owned(),
    }
}

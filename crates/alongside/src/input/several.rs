//! What a mentor with several mentees has to arrange.

use super::Node;
use super::keys::SEVERAL;
use super::people::ReadPerson;
use super::reader::{Source, TableReader, suggestion};
use crate::domain::{Aim, CaseloadWeights, MOST_ARRANGED, PersonId, Quality, Rule, RuleKind, SeveralMentees};
use crate::issue::{IssueCode, Issues};
use std::collections::{BTreeMap, BTreeSet};

/// Longest meeting, in minutes.
pub(crate) const MOST_MINUTES: i64 = 720;

/// Most mentees of a mentor who gives one of them dedicated support.
pub(crate) const MOST_DEDICATED: i64 = 12;

/// The table, where there is one.
pub(crate) fn read_several(source: &Source, node: Option<&Node>, issues: &mut Issues) -> Option<SeveralMentees> {
    let table = TableReader::new(source, "several_mentees", node?, &SEVERAL, issues)?;
    let minutes = table.integer("meeting_minutes", 30..=MOST_MINUTES, issues);
    if let Some(minutes) = minutes {
        super::settings::half_hours_only(&table, "meeting_minutes", minutes, issues);
    }
    let half_hours = minutes.and_then(|minutes| u32::try_from(minutes / 30).ok());
    let dedicated = table.integer("dedicated", 1..=MOST_DEDICATED, issues).unwrap_or(1);
    Some(SeveralMentees { half_hours, dedicated: u32::try_from(dedicated).unwrap_or(1) })
}

/// What makes whom a mentor has together more than a matter of places does not go with aims that do not add up, and what
/// bears on it alone does nothing without it.
pub(crate) fn check_limits(
    source: &Source,
    several: Option<SeveralMentees>,
    rules: &[Rule],
    (mentors, weights): (&[ReadPerson], &CaseloadWeights),
    aim: &Aim,
    issues: &mut Issues,
) {
    let of_rule = |rule: &&Rule| matches!(rule.kind, RuleKind::Hours { .. } | RuleKind::Contact { .. });
    let mut counts: BTreeMap<&PersonId, BTreeSet<u32>> = BTreeMap::new();
    for read in mentors.iter().filter(|read| read.capacity > 0) {
        if let Some(supervisor) = &read.supervisor {
            counts.entry(supervisor).or_default().insert(weights.of(&read.person));
        }
    }
    let what = if several.is_some() {
        Some(("several_mentees", "`several_mentees`"))
    } else if let Some(rule) = rules.iter().find(of_rule) {
        let what = if rule.kind.name() == "hours" { "the rule `hours`" } else { "the rule `contact`" };
        Some(("rules", what))
    } else if counts.values().any(|counts| counts.len() > 1) {
        Some(("caseload_weights", "a caseload whose mentors' relationships count unequally"))
    } else {
        None
    };
    match what {
        Some((key, what))
            if matches!(aim.quality, Quality::LeastFit | Quality::WorstOffFirst { .. } | Quality::Stable { .. }) =>
        {
            let message = format!("{what} does not go with this `quality` of the aim");
            let remedy = match key {
                "caseload_weights" => "let all kinds count the same, such as `peer = 1`, or write another quality",
                _ => "take it out, or write another quality, such as total_fit",
            };
            issues.push(IssueCode::BadSetting, source.place(key, None), message, remedy);
        }
        None if aim.search_nodes.is_some() => {
            let message = "`search_nodes` does nothing: neither hours, contact, `several_mentees` nor unequal caseloads \
                ask for a search";
            issues.push(IssueCode::BadSetting, source.place("aim.search_nodes", None), message, "leave it out");
        }
        _ => {}
    }
}

/// Nobody has more places than can be arranged, and whom mentees would not be together with has to be a mentee.
pub(crate) fn check_several(
    several: Option<SeveralMentees>,
    mentors: &[ReadPerson],
    mentees: &[ReadPerson],
    ids: &BTreeSet<PersonId>,
    issues: &mut Issues,
) {
    for read in mentors.iter().filter(|read| several.is_some() && read.capacity > MOST_ARRANGED) {
        let message = format!("more than {MOST_ARRANGED} places, in a programme that arranges several mentees");
        let remedy = format!("write at most {MOST_ARRANGED}, or take out `several_mentees`");
        issues.push(IssueCode::LimitExceeded, read.place(), message, remedy);
    }
    for read in mentees {
        for other in &read.not_together_with {
            let place = || read.place_of("not_together_with");
            if *other == read.person.id {
                let remedy = "take it out, or write the id of the other";
                issues.push(
                    IssueCode::DanglingId,
                    place(),
                    "a mentee who would not be together with themselves",
                    remedy,
                );
            } else if !ids.contains(other) {
                let remedy = suggestion(other.as_str(), ids.iter().map(PersonId::as_str));
                issues.push(IssueCode::DanglingId, place(), "an id that no mentee has", remedy);
            }
        }
        if several.is_none() && !read.not_together_with.is_empty() {
            let message =
                "somebody would not be together with another mentee, and the programme has no `several_mentees`";
            let remedy = "add the table `several_mentees`, or leave the field out";
            issues.push(IssueCode::BadSetting, read.place_of("not_together_with"), message, remedy);
        }
    }
}

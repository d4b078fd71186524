//! What the matching is to achieve.

use super::Node;
use super::keys::AIM;
use super::reader::{Source, TableReader, suggestion};
use crate::domain::{Aim, Criterion, MAX_RANKS, MAX_STEPS, MAX_TIERS, POINTS_SCALE, Quality, StableMethod};
use crate::issue::{IssueCode, Issues};
use crate::solve::problem::MAX_LEVELS;

/// Most nodes that a search can be asked to look at.
pub(crate) const MAX_SEARCH_NODES: i64 = 1_000_000;

/// The aim, and nothing but defaults where there is none.
pub(crate) fn read_aim(source: &Source, node: Option<&Node>, criteria: &[Criterion], issues: &mut Issues) -> Aim {
    let mut aim = Aim {
        tiers: 1,
        standard_priority: false,
        longest_waiting_first: false,
        most_mentors: false,
        quality: Quality::TotalFit,
        first: Vec::new(),
        search_nodes: None,
        floor: 0,
        mentee_floor: 0,
        mentor_floor: 0,
    };
    let Some(table) = node.and_then(|node| TableReader::new(source, "aim", node, &AIM, issues)) else { return aim };
    let tiers = table.integer("tiers", 1..=i64::from(MAX_TIERS), issues);
    aim.tiers = tiers.and_then(|tiers| u8::try_from(tiers).ok()).unwrap_or(1);
    aim.standard_priority = table.flag("standard_priority", issues).unwrap_or(false);
    if aim.standard_priority && aim.tiers < 2 {
        let message = "`standard_priority` needs at least two tiers";
        issues.push(IssueCode::BadSetting, table.place("standard_priority"), message, "write `tiers = 3`");
    }
    aim.quality = read_quality(&table, issues);
    aim.longest_waiting_first = table.flag("longest_waiting_first", issues).unwrap_or(false);
    if aim.longest_waiting_first && aim.quality.is_stable() {
        let message = "`longest_waiting_first` does nothing with this `quality`";
        let remedy =
            "take it out, or write another quality, such as total_fit: both sides' orders alone decide what is stable";
        issues.push(IssueCode::BadSetting, table.place("longest_waiting_first"), message, remedy);
    }
    aim.most_mentors = table.flag("most_mentors", issues).unwrap_or(false);
    if aim.most_mentors && matches!(aim.quality, Quality::LeastFit | Quality::Stable { .. }) {
        let message = "`most_mentors` does not go with this `quality`";
        let remedy = "take it out, or write another quality, such as total_fit or worst_off_first";
        issues.push(IssueCode::BadSetting, table.place("most_mentors"), message, remedy);
    }
    for id in table.texts("first", issues) {
        match criteria.iter().position(|criterion| *criterion.id == *id) {
            Some(at) if aim.first.contains(&at) => {
                let message = "a criterion stands in `first` twice";
                issues.push(IssueCode::DuplicateName, table.place("first"), message, "keep the earlier one");
            }
            Some(at) => aim.first.push(at),
            None => {
                let message = "`first` names an id that no criterion has";
                let remedy = suggestion(id, criteria.iter().map(|criterion| &*criterion.id));
                issues.push(IssueCode::UnknownValue, table.place("first"), message, remedy);
            }
        }
    }
    if aim.quality.is_stable() && !aim.first.is_empty() {
        let message = "`first` does nothing with this `quality`";
        issues.push(
            IssueCode::BadSetting,
            table.place("first"),
            message,
            "take it out: both sides' orders alone decide",
        );
    }
    let most = MAX_LEVELS - 2 - usize::from(aim.quality.ranks()) - usize::from(aim.longest_waiting_first);
    if aim.first.len() > most {
        let message = match aim.quality.ranks() {
            0 => format!("more than {most} criteria stand before total fit"),
            ranks => format!("more than {most} criteria stand between {ranks} ranks of choices and total fit"),
        };
        issues.push(IssueCode::LimitExceeded, table.place("first"), message, "keep the most important ones");
    }
    let nodes = table.integer("search_nodes", 1..=MAX_SEARCH_NODES, issues);
    aim.search_nodes = nodes.and_then(|nodes| u32::try_from(nodes).ok());
    let most: i64 = criteria.iter().map(|criterion| criterion.weight * POINTS_SCALE).sum();
    aim.floor = table.integer("floor", 0..=i64::MAX, issues).unwrap_or(0);
    if aim.floor > most {
        let message = format!("the floor lies above the most that a pair's fit can be, {most}");
        issues.push(IssueCode::BadSetting, table.place("floor"), message, "lower it: nobody could be matched");
    }
    let of_mentor: i64 = criteria.iter().map(|one| one.view.of_mentor(one.weight) * POINTS_SCALE).sum();
    for (key, most) in [("mentee_floor", most - of_mentor), ("mentor_floor", of_mentor)] {
        let floor = table.integer(key, 0..=i64::MAX, issues).unwrap_or(0);
        if floor > most {
            let message = format!("`{key}` lies above the most that this part of a pair's fit can be, {most}");
            let remedy = "lower it: nobody could be matched; `view` says what counts to whose part";
            issues.push(IssueCode::BadSetting, table.place(key), message, remedy);
        }
        *(if key == "mentee_floor" { &mut aim.mentee_floor } else { &mut aim.mentor_floor }) = floor;
    }
    aim
}

/// The words for each quality.
pub(super) const QUALITIES: [(&str, Quality); 6] = [
    (Quality::NAMES[0], Quality::TotalFit),
    (Quality::NAMES[1], Quality::LeastFit),
    (Quality::NAMES[2], Quality::WorstOffFirst { steps: 20 }),
    (Quality::NAMES[3], Quality::MostFirstChoices { ranks: 3 }),
    (Quality::NAMES[4], Quality::FewestLastChoices { ranks: 3 }),
    (Quality::NAMES[5], Quality::Stable { method: StableMethod::BestForMentees }),
];

/// What decides between matchings that serve as many, with its steps, ranks or method; what belongs to another quality would
/// do nothing, and is an issue.
fn read_quality(table: &TableReader<'_>, issues: &mut Issues) -> Quality {
    let stated = table.choice("quality", &QUALITIES, issues);
    // Of a quality that could not be read nobody knows which number belongs to it.
    let known = stated.is_some() || table.node("quality").is_none();
    let mut quality = stated.unwrap_or_default();
    for (key, most) in [("steps", MAX_STEPS), ("ranks", MAX_RANKS)] {
        let number = table.integer(key, 1..=i64::from(most), issues).and_then(|number| u8::try_from(number).ok());
        let belongs = match (&mut quality, key) {
            (Quality::WorstOffFirst { steps: place }, "steps")
            | (Quality::MostFirstChoices { ranks: place } | Quality::FewestLastChoices { ranks: place }, "ranks") => {
                *place = number.unwrap_or(*place);
                true
            }
            _ => false,
        };
        if known && !belongs && table.node(key).is_some() {
            let message = format!("`{key}` does nothing with this `quality`");
            let remedy = if key == "steps" {
                "take it out, or write quality = \"worst_off_first\""
            } else {
                "take it out, or write quality = \"most_first_choices\" or \"fewest_last_choices\""
            };
            issues.push(IssueCode::BadSetting, table.place(key), message, remedy);
        }
    }
    let stated = table.choice("method", &StableMethod::NAMES, issues);
    if let Quality::Stable { method } = &mut quality {
        *method = stated.unwrap_or_default();
    } else if known && table.node("method").is_some() {
        let message = "`method` does nothing with this `quality`";
        let remedy = "take it out, or write quality = \"stable\"";
        issues.push(IssueCode::BadSetting, table.place("method"), message, remedy);
    }
    quality
}

//! The programme's hard rules.

use super::Node;
use super::attributes::Attributes;
use super::keys::{BOUNDS, RULE};
use super::positions::{difference_of, number_of, position_of};
use super::programmes::bears_on;
use super::reader::{Source, TableReader};
use super::safeguarding::Safeguarding;
use crate::domain::{
    Attribute, AttributeKind, Bounds, Date, OneProgramme, Relation, Rule, RuleKind, Traveller, UnknownData,
    days_from_epoch,
};
use crate::domain::{asked_for_by, lowers_nobody};
use crate::issue::{IssueCode, Issues};
use std::sync::Arc;

pub(crate) const RELATIONS: &[(&str, Relation)] = &[("same", Relation::Same), ("different", Relation::Different)];
pub(crate) const UNKNOWN: &[(&str, UnknownData)] =
    &[("needs_check", UnknownData::NeedsCheck), ("allow", UnknownData::Allow)];

pub(crate) const TRAVELLERS: &[(&str, Traveller)] = &[
    ("mentor", Traveller::Mentor),
    ("mentee", Traveller::Mentee),
    ("either", Traveller::Either),
    ("both", Traveller::Both),
    ("nobody", Traveller::Nobody),
];

/// Half of the earth's girth in kilometres: farther nobody can be.
pub(super) const FARTHEST_KM: i64 = 20_000;

/// Rules that a programme lists, with the settings each has beside `rule`, `id` and `why`.
pub(crate) const LISTED: &[(&str, &[&str])] = &[
    ("delivery_method", &["unknown"]),
    ("delivery_model", &["unknown"]),
    ("dates_overlap", &["unknown", "minimum_days", "before_transition"]),
    ("time_overlap", &["unknown", "minimum_minutes"]),
    ("hours", &["unknown"]),
    ("contact", &["unknown"]),
    ("shared_language", &["unknown"]),
    ("travel", &["unknown", "who", "max_km"]),
    ("age_bounds", &["unknown", "mentor", "mentee", "difference"]),
    ("co_location", &["unknown"]),
    ("carer_consent", &["under"]),
    ("capabilities", &["unknown", "table"]),
    ("programme", &["unknown"]),
    ("attribute_bounds", &["unknown", "attribute", "relation", "mentor", "mentee", "difference"]),
];

/// Most days that two people can be asked to have in common: ten years.
pub(crate) const MAX_DAYS: i64 = 3653;

/// Rules in force without being listed.
pub(crate) const ALWAYS: &[&str] = &[
    "self",
    "exclusions",
    "known_to",
    "role",
    "checks",
    "activity_checks",
    "training",
    "preferences",
    "past_pairs",
    "decisions",
    "goals",
];

/// The days that the programme plans for, both ends included.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Period {
    /// The programme's day.
    pub(crate) from: Date,
    /// Last planned day.
    pub(crate) until: Date,
}

/// The rules always in force, then the listed ones in the programme's order.
pub(crate) fn read_rules(
    source: &Source,
    items: &[Node],
    safeguarding: &Safeguarding,
    period: Period,
    attributes: &Attributes,
    programmes: &[OneProgramme],
    issues: &mut Issues,
) -> Vec<Rule> {
    let always = |kind: RuleKind, why: Option<String>| Rule { id: kind.name().into(), why, kind };
    let mut rules = vec![
        always(RuleKind::Themselves, None),
        always(RuleKind::Exclusions, None),
        always(RuleKind::KnownTo, None),
        always(RuleKind::Role, None),
        always(
            RuleKind::Checks { required: safeguarding.checks.clone(), until: period.until },
            safeguarding.why.clone(),
        ),
        always(RuleKind::Training { required: safeguarding.training.clone() }, None),
        always(RuleKind::Preferences, None),
    ];
    if let Some(read) = &safeguarding.activity {
        let kind = RuleKind::ActivityChecks { activity: Arc::new(read.activity.clone()), until: period.until };
        rules.insert(5, always(kind, None));
    }
    for (index, item) in items.iter().enumerate() {
        let path = format!("rules[{index}]");
        let Some(table) = TableReader::new(source, path, item, &RULE, issues) else { continue };
        let Some(rule) = read_rule(source, &table, period, (attributes, programmes), issues) else { continue };
        if rules.iter().any(|other| other.id == rule.id) || ALWAYS.contains(&&*rule.id) {
            let message = "two rules have the same id";
            issues.push(IssueCode::DuplicateName, table.own_place(), message, "give this one an `id` of its own");
        }
        rules.push(rule);
    }
    rules
}

/// Puts in the rules on records and goals, where they are in force: after those always in force, before the listed ones.
pub(crate) fn with_records(rules: &mut Vec<Rule>, past_pairs: bool, decisions: bool, goals: bool) {
    let kinds = [(past_pairs, RuleKind::PastPairs), (decisions, RuleKind::Decisions), (goals, RuleKind::Goals)];
    let at = rules.iter().position(|rule| rule.kind == RuleKind::Preferences).map_or(rules.len(), |at| at + 1);
    let records = kinds.into_iter().filter(|(there, _)| *there);
    let records = records.map(|(_, kind)| Rule { id: kind.name().into(), why: None, kind });
    rules.splice(at..at, records.collect::<Vec<_>>());
}

fn read_rule(
    source: &Source,
    table: &TableReader<'_>,
    period: Period,
    (attributes, programmes): (&Attributes, &[OneProgramme]),
    issues: &mut Issues,
) -> Option<Rule> {
    let name = table.text("rule", issues);
    if let Some(always) = name.and_then(|name| ALWAYS.iter().find(|always| **always == name)) {
        let message = format!("the rule `{always}` is always in force");
        issues.push(
            IssueCode::BadSetting,
            table.place("rule"),
            message,
            "leave it out; where it has settings, they stand in `safeguarding`",
        );
        return None;
    }
    let words: Vec<(&str, &(&str, &[&str]))> = LISTED.iter().map(|listed| (listed.0, listed)).collect();
    let (name, settings) = table.required_choice("rule", &words, issues)?;
    super::settings::refuse_idle(table, name, &["rule", "id", "why"], settings, &RULE, issues);
    let id = table.text("id", issues).unwrap_or(name);
    let why = table.text("why", issues).map(str::to_owned);
    let unknown = table.choice("unknown", UNKNOWN, issues).unwrap_or(UnknownData::NeedsCheck);
    let (kind, protected) = match *name {
        "delivery_method" => (RuleKind::DeliveryMethod { unknown }, false),
        "delivery_model" => (RuleKind::DeliveryModel { unknown }, false),
        "dates_overlap" => {
            let days = table.required_integer("minimum_days", 1..=MAX_DAYS, issues)?;
            if period.from < period.until && days_from_epoch(period.until) - days_from_epoch(period.from) + 1 < days {
                let message = "`minimum_days` is more than the planned period has: no pair could be allowed";
                let remedy = "write fewer days, or plan for more months";
                issues.push(IssueCode::BadSetting, table.place("minimum_days"), message, remedy);
            }
            let minimum_days = u32::try_from(days).unwrap_or(u32::MAX);
            let before_transition = table.flag("before_transition", issues).unwrap_or(false);
            (RuleKind::DatesOverlap { minimum_days, before_transition, unknown }, false)
        }
        "hours" => (RuleKind::Hours { unknown }, false),
        "contact" => (RuleKind::Contact { unknown }, false),
        "shared_language" => (RuleKind::SharedLanguage { unknown }, false),
        "time_overlap" => {
            let minutes = table.integer("minimum_minutes", 30..=10_080, issues).unwrap_or(60);
            super::settings::half_hours_only(table, "minimum_minutes", minutes, issues);
            (RuleKind::TimeOverlap { half_hours: u32::try_from(minutes / 30).unwrap_or(2), unknown }, false)
        }
        "travel" => (travel(table, unknown, issues), false),
        "co_location" => (RuleKind::CoLocation { unknown }, false),
        "carer_consent" => {
            let years = table.integer("under", 1..=130, issues).unwrap_or(18);
            (RuleKind::CarerConsent { under: years * 1000 }, false)
        }
        "capabilities" => {
            (RuleKind::Capabilities { table: super::capabilities::read_table(source, table, issues), unknown }, false)
        }
        "programme" => {
            let bears_on = bears_on(programmes);
            if programmes.is_empty() {
                let message = "the rule keeps to programmes, and the file lists none";
                let remedy = "list them as `[[programmes]]`, or leave the rule out";
                issues.push(IssueCode::BadSetting, table.own_place(), message, remedy);
            }
            let protected =
                bears_on.iter().any(|key| attributes.all.get(key).is_some_and(|one| one.protected.is_some()));
            (RuleKind::Programme { bears_on, unknown }, protected)
        }
        "age_bounds" => (age_bounds(source, table, unknown, issues), true),
        _ => {
            let attribute = table.required_text("attribute", issues)?;
            let attribute = attributes.find(attribute, table.place("attribute"), issues)?;
            let protected = attribute.protected.is_some();
            if lowers_nobody(attribute) {
                let key = &attribute.key;
                let message = format!(
                    "`{key}` may bound nobody out: what somebody needs, or how they live, lowers nobody's place"
                );
                let remedy = format!("leave the rule out; what looks at it is {}", asked_for_by(key));
                issues.push(IssueCode::BadSetting, table.own_place(), message, remedy);
            }
            (attribute_bounds(source, table, attribute, unknown, issues), protected)
        }
    };
    if protected && why.is_none() {
        let message = format!("the rule `{id}` bears on a protected characteristic and has no written reason");
        issues.push(IssueCode::MissingReason, table.own_place(), message, "add `why` with the programme's reason");
    }
    Some(Rule { id: id.into(), why, kind })
}

fn age_bounds(source: &Source, table: &TableReader<'_>, unknown: UnknownData, issues: &mut Issues) -> RuleKind {
    let mut years = |key: &str| years(source, table, key, -130, issues);
    let (mentor, mentee, difference) = (years("mentor"), years("mentee"), years("difference"));
    if mentor.is_open() && mentee.is_open() && difference.is_open() {
        let remedy = "give `mentor`, `mentee` or `difference` with `min`, `max` or both";
        issues.push(IssueCode::BadSetting, table.own_place(), "the rule bounds nothing", remedy);
    }
    RuleKind::AgeBounds { mentor, mentee, difference, unknown }
}

/// A range of whole years.
pub(super) fn years(source: &Source, table: &TableReader<'_>, key: &str, least: i64, issues: &mut Issues) -> Bounds {
    let expected = format!("whole years from {least} to 130");
    bounds(source, table, key, issues, &expected, &|node| {
        let whole = |years: i64| years % 1000 == 0 && (least * 1000..=130_000).contains(&years);
        number_of(node).map(|years| years.0).filter(|years| whole(*years))
    })
}

fn attribute_bounds(
    source: &Source,
    table: &TableReader<'_>,
    attribute: &Attribute,
    unknown: UnknownData,
    issues: &mut Issues,
) -> RuleKind {
    let kind = &attribute.kind;
    let relation = table.choice("relation", RELATIONS, issues);
    let ranged = ["mentor", "mentee", "difference"].into_iter().find(|key| table.node(key).is_some());
    if let Some(key) = ranged.filter(|_| !kind.is_ordered()) {
        let message = format!("`{key}` needs an attribute of kind level, number or date");
        issues.push(IssueCode::AttributeKind, table.place(key), message, "use `relation`, or another attribute");
        return RuleKind::AttributeBounds {
            attribute: attribute.key.clone(),
            relation,
            difference: Bounds::default(),
            mentor: Bounds::default(),
            mentee: Bounds::default(),
            unknown,
        };
    }
    let position = |node: &Node| position_of(node, kind);
    let expected = expected(kind);
    let mentor = bounds(source, table, "mentor", issues, expected, &position);
    let mentee = bounds(source, table, "mentee", issues, expected, &position);
    let expected = if matches!(kind, AttributeKind::Number) { "a number" } else { "a whole number of levels or days" };
    let difference = bounds(source, table, "difference", issues, expected, &|node| difference_of(node, kind));
    if relation.is_none() && mentor.is_open() && mentee.is_open() && difference.is_open() {
        let remedy = "give `relation`, `difference`, `mentor` or `mentee`";
        issues.push(IssueCode::BadSetting, table.own_place(), "the rule bounds nothing", remedy);
    }
    RuleKind::AttributeBounds { attribute: attribute.key.clone(), relation, difference, mentor, mentee, unknown }
}

fn travel(table: &TableReader<'_>, unknown: UnknownData, issues: &mut Issues) -> RuleKind {
    let who = table.choice("who", TRAVELLERS, issues).unwrap_or(Traveller::Mentor);
    let max_km = table.integer("max_km", 1..=FARTHEST_KM, issues).and_then(|km| u32::try_from(km).ok());
    if who == Traveller::Nobody && table.node("max_km").is_none() {
        let message = "nobody's own bound counts, and the programme has none";
        issues.push(IssueCode::BadSetting, table.own_place(), message, "give `max_km`, or say `who` travels");
    }
    RuleKind::Travel { who, max_km, unknown }
}

const fn expected(kind: &AttributeKind) -> &'static str {
    match kind {
        AttributeKind::Level(_) => "a word of the level's order",
        AttributeKind::Date => "a date, YYYY-MM-DD",
        _ => "a number",
    }
}

fn bounds(
    source: &Source,
    table: &TableReader<'_>,
    key: &str,
    issues: &mut Issues,
    expected: &str,
    position: &dyn Fn(&Node) -> Option<i64>,
) -> Bounds {
    let Some(node) = table.node(key) else { return Bounds::default() };
    let Some(range) = TableReader::new(source, table.below(key), node, &BOUNDS, issues) else {
        return Bounds::default();
    };
    let end = |key: &str, issues: &mut Issues| {
        let node = range.node(key)?;
        let found = position(node);
        if found.is_none() {
            let message = format!("`{key}` is not {expected}");
            issues.push(IssueCode::BadSetting, range.place(key), message, format!("write {expected}"));
        }
        found
    };
    let bounds = Bounds { min: end("min", issues), max: end("max", issues) };
    if bounds.min.zip(bounds.max).is_some_and(|(min, max)| min > max) {
        let message = "`min` lies above `max`: no pair could be allowed";
        issues.push(IssueCode::BadSetting, range.own_place(), message, "exchange the two");
    }
    bounds
}

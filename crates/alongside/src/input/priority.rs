//! The grounds on which mentees stand in an earlier tier.

use super::Node;
use super::attributes::Attributes;
use super::keys::{GROUND, PREFERENCE};
use super::people::{ReadPerson, read_want};
use super::reader::{Source, TableReader};
use super::{DateOrder, Value};
use crate::domain::{
    AttributeKey, AttributeKind, Date, Ground, GroundKind, MAX_TIERS, STANDARD_GROUNDS, Want, days_from_epoch,
    normalise_term,
};
use crate::issue::{IssueCode, Issues};

/// Most days of a promise, or before a day: a hundred years.
pub(crate) const MAX_GROUND_DAYS: i64 = 36_525;

/// The engine's own grounds where the aim asks for them, then the programme's in its order.
pub(crate) fn read_priority(
    source: &Source,
    items: &[Node],
    (tiers, standard): (u8, bool),
    attributes: &mut Attributes,
    issues: &mut Issues,
) -> Vec<Ground> {
    let mut grounds = Vec::new();
    if standard {
        grounds.extend(STANDARD_GROUNDS.iter().filter(|row| row.tier <= tiers).map(|row| Ground {
            id: row.id.into(),
            tier: row.tier,
            why: row.why.to_owned(),
            kind: GroundKind::Answer {
                attribute: AttributeKey::new(row.attribute),
                want: Want::AnyOf(row.answers.iter().map(|answer| normalise_term(answer).into()).collect()),
            },
        }));
    }
    for (index, item) in items.iter().enumerate() {
        let Some(table) = TableReader::new(source, format!("priority[{index}]"), item, &GROUND, issues) else {
            continue;
        };
        let Some(ground) = read_ground(&table, tiers, attributes, issues) else { continue };
        if grounds.iter().any(|other| other.id == ground.id) {
            let message = "two grounds of priority have the same id";
            issues.push(IssueCode::DuplicateName, table.own_place(), message, "give this one an `id` of its own");
        }
        grounds.push(ground);
    }
    grounds
}

fn read_ground(table: &TableReader<'_>, tiers: u8, attributes: &mut Attributes, issues: &mut Issues) -> Option<Ground> {
    let tier = table.required_integer("tier", 1..=i64::from(MAX_TIERS), issues);
    if tier.is_some_and(|tier| tier > i64::from(tiers)) {
        let message = format!("a tier beyond the last, {tiers}");
        issues.push(IssueCode::BadTier, table.place("tier"), message, "mend it, or declare more `tiers` under `aim`");
    }
    let why = table.required_text("why", issues);
    let days = |key: &str, least: i64, issues: &mut Issues| {
        let days = table.integer(key, least..=MAX_GROUND_DAYS, issues);
        days.and_then(|days| u32::try_from(days).ok())
    };
    let (promised, within) = (days("promised_days", 1, issues), days("within_days", 0, issues));
    let clash = |key: &str, issues: &mut Issues| {
        let message = "a ground is one of four: `value`, `within_days` of a date, `promised_days`, or `under_age`";
        issues.push(IssueCode::BadSetting, table.place(key), message, "take this out, or write two grounds");
    };
    let (kind, name) = if table.node("under_age").is_some() {
        let others = ["attribute", "value", "within_days", "promised_days"];
        for key in others.into_iter().filter(|key| table.node(key).is_some()) {
            clash(key, issues);
        }
        // Whole years, kept in thousandths.
        let max = table.integer("under_age", 1..=130, issues).map(|years| years * 1000 - 1);
        let want = Want::Range { min: None, max: Some(max?) };
        (GroundKind::Answer { attribute: AttributeKey::new("age"), want }, "under_age".to_owned())
    } else if table.node("promised_days").is_some() {
        for key in ["attribute", "value"].into_iter().filter(|key| table.node(key).is_some()) {
            clash(key, issues);
        }
        let (promised_days, within_days) = (promised?, within.unwrap_or(0));
        if within_days >= promised_days {
            let message = "`within_days` reaches back to the first day: everybody would stand in this tier";
            issues.push(
                IssueCode::BadSetting,
                table.place("within_days"),
                message,
                "write fewer days than are promised",
            );
        }
        (GroundKind::Promise { promised_days, within_days }, "promised_wait".to_owned())
    } else {
        let name = table.required_text("attribute", issues)?;
        let attribute = attributes.find(name, table.place("attribute"), issues)?;
        let (key, kind) = (attribute.key.clone(), attribute.kind.clone());
        let kind = match (table.node("value"), table.node("within_days").is_some()) {
            (Some(_), true) => {
                clash("within_days", issues);
                return None;
            }
            (Some(value), false) => {
                let want = value_of(table, ("value", value), (&key, &kind), attributes, issues)?;
                GroundKind::Answer { attribute: key.clone(), want }
            }
            (None, true) if kind == AttributeKind::Date => {
                GroundKind::Soon { attribute: key.clone(), within_days: within? }
            }
            (None, true) => {
                let message = format!("`{key}` is of kind {}, and `within_days` needs a date", kind.name());
                issues.push(IssueCode::AttributeKind, table.place("attribute"), message, "name another attribute");
                return None;
            }
            (None, false) => {
                table.missing("value", issues);
                return None;
            }
        };
        (kind, key.to_string())
    };
    let id = table.text("id", issues).map_or(name, str::to_owned);
    Some(Ground { id: id.into(), tier: u8::try_from(tier?).ok()?, why: why?.to_owned(), kind })
}

/// What the answer has to be, written as a wish's value is.
pub(super) fn value_of(
    table: &TableReader<'_>,
    (field, node): (&str, &Node),
    (key, kind): (&AttributeKey, &AttributeKind),
    attributes: &mut Attributes,
    issues: &mut Issues,
) -> Option<Want> {
    let values = match &node.value {
        Value::List(values) => values.clone(),
        _ => vec![node.clone()],
    };
    let want = read_want(&values, key, kind, DateOrder::default(), attributes, &|| table.place(field));
    let want = want.filter(|want| !matches!(want, Want::Same | Want::Different));
    if want.is_none() {
        let message = format!("`{field}` is nothing that `{key}` can be");
        let remedy = match attributes.closed(key) {
            Some(words) => format!("it can be: {}", words.collect::<Vec<_>>().join(", ")),
            None => PREFERENCE.meaning("value").unwrap_or("name a value").to_owned(),
        };
        issues.push(IssueCode::BadSetting, table.place(field), message, remedy);
    }
    want
}

/// Puts every mentee in the earliest tier that they were given or that a ground gives them.
pub(crate) fn place_in_tiers(as_of: Date, grounds: &[Ground], attributes: &Attributes, mentees: &mut [ReadPerson]) {
    for read in mentees {
        let waited = read.waiting_since.map(|since| (days_from_epoch(as_of) - days_from_epoch(since)).max(0));
        for (at, ground) in grounds.iter().enumerate() {
            let attribute = ground.kind.attribute();
            let answer = attribute.and_then(|key| read.person.answers.get(key));
            let declared = attribute.and_then(|key| attributes.all.get(key));
            if ground.tier < read.tier && ground.kind.holds(as_of, declared, answer, waited) {
                (read.tier, read.tier_by) = (ground.tier, Some(at));
            }
        }
    }
}

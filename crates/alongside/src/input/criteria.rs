//! The programme's criteria.

use super::attributes::Attributes;
use super::design::complete;
use super::keys::{CRITERION, LOOKUP};
use super::positions::difference_of;
use super::reader::{Source, TableReader};
use super::rules::{FARTHEST_KM, RELATIONS};
use super::settings::{half_hours_only, refuse_idle};
use super::{Node, Value};
use crate::domain::{
    Attribute, AttributeKey, AttributeKind, Criterion, CriterionKind, Design, LookupEntry, OwnFactor, POINTS_SCALE,
    Relation, Requirement, SaidBy, Side, UnknownAnswer, View, Weighing, asked_for_by, lowers_nobody, normalise_term,
};
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeSet;

/// Criteria, with the settings each has beside `criterion`, `id`, `weight`, `view`, `why` and `unknown`.
pub(crate) const LISTED: &[(&str, &[&str])] = &[
    ("shared_tags", &["attribute", "full_at", "rare_counts_more"]),
    ("shared_dislikes", &["full_at", "rare_counts_more"]),
    ("coverage", &["mentee_attribute", "mentor_attribute"]),
    ("motivations", &["mentee_attribute", "mentor_attribute"]),
    ("same_value", &["attribute", "relation"]),
    ("level_distance", &["attribute", "ideal", "span"]),
    ("shared_time", &["full_at_minutes"]),
    ("distance", &["near_km", "far_km"]),
    ("stated_preferences", &["side", "attribute"]),
    ("ranked_choices", &["ranks"]),
    ("delivery_preference", &["attribute", "side"]),
    ("carer_preferences", &[]),
    ("duration", &[]),
    ("training_held", &["training"]),
    ("lookup", &["mentee_attribute", "mentor_attribute", "table", "otherwise"]),
    ("supplied", &["ranked"]),
    ("own", &[]),
];

pub(crate) const UNKNOWN: &[(&str, UnknownAnswer)] =
    &[("neutral", UnknownAnswer::Neutral), ("lowest", UnknownAnswer::Lowest), ("ask", UnknownAnswer::Ask)];

pub(crate) const VIEWS: &[(&str, View)] = &[("mentee", View::Mentee), ("mentor", View::Mentor), ("both", View::Both)];

/// Largest weight.
pub(crate) const MAX_WEIGHT: i64 = 1000;

/// Most items of training that a criterion lists.
const MOST_ITEMS: usize = 100;

pub(crate) fn read_criteria(
    source: &Source,
    items: &[Node],
    (design, factors): (&Design, &[OwnFactor]),
    training: &[Requirement],
    attributes: &mut Attributes,
    issues: &mut Issues,
) -> Vec<Criterion> {
    let mut criteria: Vec<Criterion> = Vec::with_capacity(items.len());
    let mut reader = Reader { source, training, attributes };
    let before = issues.len();
    let mut named = BTreeSet::new();
    for (index, item) in items.iter().enumerate() {
        let path = format!("criteria[{index}]");
        let Some(table) = TableReader::new(source, path, item, &CRITERION, issues) else { continue };
        let Some(criterion) = reader.criterion(&table, issues) else { continue };
        if !named.insert(criterion.id.clone()) {
            let message = "two criteria have the same id";
            issues.push(IssueCode::DuplicateName, table.own_place(), message, "give this one an `id` of its own");
        }
        criteria.push(criterion);
    }
    complete(source, &mut criteria, (design, factors), |name| attributes.all.get(name), issues);
    let place = source.place("criteria", None);
    if items.is_empty() && criteria.is_empty() {
        let message = "no criterion: any allowed pair counts as good as another";
        issues.push(IssueCode::NoCriteria, place, message, "add `[[criteria]]`, stated_preferences first");
    } else if before == issues.len() && criteria.iter().all(|criterion| criterion.weight == 0) {
        let message = "every criterion has the weight zero";
        issues.push(IssueCode::WeightsAllZero, place, message, "give at least one a weight above zero");
    }
    criteria
}

/// No criterion may look at what somebody needs. Wishes about it are mentees' own, since mentors can have none.
fn refuse_lowering(
    kind: Option<&CriterionKind>,
    attributes: &Attributes,
    table: &TableReader<'_>,
    issues: &mut Issues,
) {
    let wishes = |kind: &&CriterionKind| matches!(kind, CriterionKind::StatedPreferences { .. });
    let named = kind.filter(|kind| !wishes(kind)).map(CriterionKind::attributes).unwrap_or_default();
    if let Some(key) = named.iter().find(|key| attributes.all.get(*key).is_some_and(lowers_nobody)) {
        let message =
            format!("`{key}` may count for no criterion: what somebody needs, or how they live, lowers nobody's place");
        let remedy = format!("leave the criterion out; what looks at it is {}", asked_for_by(key));
        issues.push(IssueCode::BadSetting, table.own_place(), message, remedy);
    }
}

struct Reader<'a> {
    source: &'a Source,
    /// What `safeguarding` requires.
    training: &'a [Requirement],
    attributes: &'a mut Attributes,
}

impl Reader<'_> {
    fn criterion(&mut self, table: &TableReader<'_>, issues: &mut Issues) -> Option<Criterion> {
        let words: Vec<(&str, &(&str, &[&str]))> = LISTED.iter().map(|listed| (listed.0, listed)).collect();
        let (name, settings) = table.required_choice("criterion", &words, issues)?;
        refuse_idle(
            table,
            name,
            &["criterion", "id", "weight", "view", "why", "unknown"],
            settings,
            &CRITERION,
            issues,
        );
        let weight = table.required_integer("weight", 0..=MAX_WEIGHT, issues);
        let why = table.text("why", issues).map(str::to_owned);
        let unknown = table.choice("unknown", UNKNOWN, issues).unwrap_or(UnknownAnswer::Neutral);
        let view = table.choice("view", VIEWS, issues);
        let kind = self.kind(name, table, issues);
        if why.is_none() && table.node("why").is_none() {
            let protected = kind.as_ref().is_some_and(|kind| {
                let named = kind.attributes();
                named.iter().any(|key| self.attributes.all.get(key).is_some_and(|one| one.protected.is_some()))
            });
            let (code, message) = if protected {
                (
                    IssueCode::MissingReason,
                    "the criterion bears on a protected characteristic and has no written reason",
                )
            } else {
                (IssueCode::MissingKey, "`why` is missing")
            };
            issues.push(code, table.own_place(), message, "add `why`: a sentence on why the programme has it");
        }
        refuse_lowering(kind.as_ref(), self.attributes, table, issues);
        let id = table.text("id", issues).unwrap_or(name);
        let weight = weight?;
        let weighing = Weighing { stated: weight, by: SaidBy::File, factors: Vec::new() };
        let kind = kind?;
        let view = view.unwrap_or_else(|| kind.view());
        Some(Criterion { id: id.into(), weight, weighing, view, why: why?, unknown, kind })
    }

    fn kind(&mut self, name: &str, table: &TableReader<'_>, issues: &mut Issues) -> Option<CriterionKind> {
        let small = |number: Option<i64>, absent: u32| number.and_then(|n| u32::try_from(n).ok()).unwrap_or(absent);
        match name {
            "shared_tags" => {
                let tags = |kind: &AttributeKind| matches!(kind, AttributeKind::Tags);
                let attribute = self.attribute(table, "attribute", "tags", tags, issues);
                let full_at = small(table.integer("full_at", 1..=100, issues), 2);
                let rare_counts_more = table.flag("rare_counts_more", issues).unwrap_or(false);
                Some(CriterionKind::SharedTags { attribute: attribute?.key.clone(), full_at, rare_counts_more })
            }
            "shared_dislikes" => {
                let full_at = small(table.integer("full_at", 1..=100, issues), 2);
                let rare_counts_more = table.flag("rare_counts_more", issues).unwrap_or(false);
                Some(CriterionKind::SharedDislikes { full_at, rare_counts_more })
            }
            "coverage" | "motivations" => {
                let tags = |kind: &AttributeKind| matches!(kind, AttributeKind::Tags);
                let key = |key: &str, absent: &str, issues: &mut Issues| match table.node(key) {
                    Some(_) => Some(self.attribute(table, key, "tags", tags, issues)?.key.clone()),
                    None => Some(AttributeKey::new(absent)),
                };
                let coverage = name == "coverage";
                let absent = if coverage { ["goals", "skills"] } else { ["offers", "motivations"] };
                let mentee_attribute = key("mentee_attribute", absent[0], issues);
                let mentor_attribute = key("mentor_attribute", absent[1], issues);
                let (mentee_attribute, mentor_attribute) = (mentee_attribute?, mentor_attribute?);
                Some(if coverage {
                    CriterionKind::Coverage { mentee_attribute, mentor_attribute }
                } else {
                    CriterionKind::Motivations { mentee_attribute, mentor_attribute }
                })
            }
            "same_value" => {
                let attribute = self.attribute(table, "attribute", "any kind", |_| true, issues);
                let relation = table.choice("relation", RELATIONS, issues).unwrap_or(Relation::Same);
                Some(CriterionKind::SameValue { attribute: attribute?.key.clone(), relation })
            }
            "level_distance" => {
                let ordered = "level, number or date";
                let attribute = self.attribute(table, "attribute", ordered, AttributeKind::is_ordered, issues)?;
                let (key, kind) = (attribute.key.clone(), attribute.kind.clone());
                let distance = |key: &str, issues: &mut Issues| {
                    let node = table.node(key)?;
                    let found = difference_of(node, &kind);
                    if found.is_none() {
                        let message = format!("`{key}` is not a distance on this attribute's line");
                        let remedy = "write a number: of levels, of days, or of the attribute's own unit";
                        issues.push(IssueCode::BadSetting, table.place(key), message, remedy);
                    }
                    found
                };
                let ideal = distance("ideal", issues).unwrap_or(0);
                let span = distance("span", issues).or(match &kind {
                    AttributeKind::Level(order) if table.node("span").is_none() => {
                        i64::try_from(order.len()).ok().map(|levels| levels - 1)
                    }
                    _ => None,
                });
                match span {
                    Some(span) if span > 0 => Some(CriterionKind::LevelDistance { attribute: key, ideal, span }),
                    Some(_) => {
                        let message = "`span` is not above zero";
                        issues.push(IssueCode::BadSetting, table.place("span"), message, "write a distance above zero");
                        None
                    }
                    None if table.node("span").is_some() => None,
                    None => {
                        let message = "`span` is missing: a number or date has no natural one";
                        issues.push(IssueCode::MissingKey, table.own_place(), message, "add `span`");
                        None
                    }
                }
            }
            "shared_time" => {
                let minutes = table.integer("full_at_minutes", 30..=10_080, issues).unwrap_or(240);
                half_hours_only(table, "full_at_minutes", minutes, issues);
                Some(CriterionKind::SharedTime { full_at_half_hours: small(Some(minutes / 30), 8) })
            }
            "distance" => {
                let near_km = small(table.integer("near_km", 0..=FARTHEST_KM - 1, issues), 2);
                let far_km = small(Some(table.required_integer("far_km", 1..=FARTHEST_KM, issues)?), 1);
                if far_km <= near_km {
                    let message = "`far_km` is not above `near_km`";
                    issues.push(IssueCode::BadSetting, table.place("far_km"), message, "write a greater distance");
                    return None;
                }
                Some(CriterionKind::Distance { near_km, far_km })
            }
            "stated_preferences" => {
                let side = table.choice("side", &[("mentor", Side::Mentor), ("mentee", Side::Mentee)], issues);
                let attribute = match table.node("attribute") {
                    Some(_) => Some(self.attribute(table, "attribute", "any kind", |_| true, issues)?.key.clone()),
                    None => None,
                };
                Some(CriterionKind::StatedPreferences { side, attribute })
            }
            "ranked_choices" => {
                Some(CriterionKind::RankedChoices { ranks: small(table.integer("ranks", 1..=100, issues), 5) })
            }
            "delivery_preference" => {
                let side = table.choice("side", &[("mentor", Side::Mentor), ("mentee", Side::Mentee)], issues);
                let named = table.text("attribute", issues).unwrap_or("delivery_methods");
                if !["delivery_methods", "delivery_models"].contains(&named) {
                    let message = "`attribute` is neither `delivery_methods` nor `delivery_models`";
                    let remedy = "write one of the two: no other list is read in order of preference";
                    issues.push(IssueCode::BadSetting, table.place("attribute"), message, remedy);
                    return None;
                }
                Some(CriterionKind::DeliveryPreference { attribute: AttributeKey::new(named), side })
            }
            "duration" => Some(CriterionKind::Duration),
            "training_held" => self.training_held(table, issues),
            "carer_preferences" => Some(CriterionKind::CarerPreferences),
            // The scores themselves are read with the people, whose ids they name.
            "supplied" => {
                let ranks = table.flag("ranked", issues).unwrap_or(false).then_some(0);
                Some(CriterionKind::Supplied { ranks, scores: Vec::new() })
            }
            "own" => Some(CriterionKind::Own),
            _ => self.lookup(table, issues),
        }
    }

    fn training_held(&self, table: &TableReader<'_>, issues: &mut Issues) -> Option<CriterionKind> {
        if table.node("training").is_none() {
            table.missing("training", issues);
            return None;
        }
        let mut items: Vec<Requirement> = Vec::new();
        for label in table.texts("training", issues) {
            let (label, name) = (label.trim(), normalise_term(label));
            if items.iter().any(|item| *item.name == *name) {
                let message = "`training` names an item twice";
                issues.push(IssueCode::DuplicateName, table.place("training"), message, "keep one of the two");
            } else if name.is_empty() {
                let message = "`training` has an empty name";
                issues.push(IssueCode::WrongType, table.place("training"), message, "write the item's name");
            } else {
                let required = self.training.iter().find(|item| *item.name == *name);
                let valid_months = required.and_then(|item| item.valid_months);
                items.push(Requirement { name: name.into(), label: label.into(), valid_months, roles: Vec::new() });
            }
        }
        if items.is_empty() || items.len() > MOST_ITEMS {
            let message = format!("`training` does not name 1 to {MOST_ITEMS} items");
            issues.push(IssueCode::BadSetting, table.place("training"), message, "name the items that help here");
            return None;
        }
        Some(CriterionKind::TrainingHeld { items })
    }

    fn attribute(
        &self,
        table: &TableReader<'_>,
        key: &str,
        kinds: &str,
        usable: impl Fn(&AttributeKind) -> bool,
        issues: &mut Issues,
    ) -> Option<&Attribute> {
        let name = table.required_text(key, issues)?;
        let attribute = self.attributes.find(name, table.place(key), issues)?;
        if !usable(&attribute.kind) {
            let message = format!("`{name}` is of kind {}, and {kinds} is needed", attribute.kind.name());
            issues.push(IssueCode::AttributeKind, table.place(key), message, "name another attribute");
            return None;
        }
        Some(attribute)
    }

    fn lookup(&mut self, table: &TableReader<'_>, issues: &mut Issues) -> Option<CriterionKind> {
        let usable = |kind: &AttributeKind| matches!(kind, AttributeKind::OneOf | AttributeKind::Level(_));
        let key = |key: &str, issues: &mut Issues| {
            self.attribute(table, key, "one_of or level", usable, issues).map(|attribute| attribute.key.clone())
        };
        let (mentee_attribute, mentor_attribute) = (key("mentee_attribute", issues), key("mentor_attribute", issues));
        let (mentee_attribute, mentor_attribute) = (mentee_attribute?, mentor_attribute?);
        let otherwise = table.integer("otherwise", 0..=POINTS_SCALE, issues).unwrap_or(0);
        let mut entries: Vec<LookupEntry> = Vec::new();
        let mut named = BTreeSet::new();
        for (index, item) in table.list("table", issues).iter().enumerate() {
            let path = table.below(&format!("table[{index}]"));
            let Some(line) = TableReader::new(self.source, path, item, &LOOKUP, issues) else { continue };
            let mentee = self.lookup_term(&line, "mentee", &mentee_attribute, issues);
            let mentor = self.lookup_term(&line, "mentor", &mentor_attribute, issues);
            let points = line.required_integer("points", 0..=POINTS_SCALE, issues);
            let (Some(mentee), Some(mentor), Some(points)) = (mentee, mentor, points) else { continue };
            if !named.insert((mentee.clone(), mentor.clone())) {
                let message = "the combination stands in the table twice";
                issues.push(IssueCode::BadSetting, line.own_place(), message, "keep one of the two lines");
            }
            entries.push(LookupEntry { mentee, mentor, points });
        }
        if entries.is_empty() && table.list("table", issues).is_empty() {
            let message = "the table has no line";
            issues.push(IssueCode::BadSetting, table.own_place(), message, "add `table` with at least one line");
        }
        Some(CriterionKind::Lookup { mentee_attribute, mentor_attribute, entries, otherwise })
    }

    fn lookup_term(
        &mut self,
        line: &TableReader<'_>,
        side: &str,
        key: &AttributeKey,
        issues: &mut Issues,
    ) -> Option<std::sync::Arc<str>> {
        if let Some(Value::Integer(_) | Value::Decimal(_)) = line.node(side).map(|node| &node.value) {
            issues.push(IssueCode::WrongType, line.place(side), format!("`{side}` is a number"), "write it in quotes");
            return None;
        }
        let word = line.required_text(side, issues)?;
        let kind = self.attributes.all.get(key).map(|attribute| attribute.kind.clone())?;
        let found = match kind {
            AttributeKind::Level(order) => {
                let word = normalise_term(word);
                order.into_iter().find(|level| **level == *word)
            }
            _ => self.attributes.term(key, word).map(|term| self.attributes.counts_as(key, &term)),
        };
        if found.is_none() {
            let message = format!("`{side}` is no word of `{key}`");
            issues.push(IssueCode::UnknownValue, line.place(side), message, "write a word that the attribute can have");
        }
        found
    }
}

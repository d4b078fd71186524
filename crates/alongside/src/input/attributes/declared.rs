//! What a programme declares: attributes of its own, and on what basis it uses the sensitive ones.

use super::super::keys::{ATTRIBUTE, BASIS, PERSON};
use super::super::reader::{Source, TableReader};
use super::super::telling_names::speaks_of;
use super::super::{Node, Value};
use super::Attributes;
use super::words::Spelling;
use crate::domain::{
    AttributeKey, AttributeKind, BROAD_ETHNICITY, Basis, BasisRecord, Protected, STANDARD_ATTRIBUTES, Sensitivity,
    normalise_term,
};
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeSet;

pub(crate) const SENSITIVITIES: &[(&str, Sensitivity)] = &[
    ("ordinary", Sensitivity::Ordinary),
    ("special_category", Sensitivity::SpecialCategory),
    ("criminal_offence", Sensitivity::CriminalOffence),
];

pub(crate) const PROTECTED: &[(&str, Protected)] = &[
    ("age", Protected::Age),
    ("disability", Protected::Disability),
    ("gender_reassignment", Protected::GenderReassignment),
    ("marriage_and_civil_partnership", Protected::MarriageAndCivilPartnership),
    ("pregnancy_and_maternity", Protected::PregnancyAndMaternity),
    ("race", Protected::Race),
    ("religion_or_belief", Protected::ReligionOrBelief),
    ("sex", Protected::Sex),
    ("sexual_orientation", Protected::SexualOrientation),
];

pub(crate) const BASES: &[(&str, Basis)] = &[
    ("consent", Basis::Consent),
    ("safeguarding", Basis::Safeguarding),
    ("disability_support", Basis::DisabilitySupport),
    ("counselling", Basis::Counselling),
    ("social_care", Basis::SocialCare),
    ("not_for_profit_body", Basis::NotForProfitBody),
];

/// Recognised so that the mistake gets its own answer, and never offered as what a basis can be.
const EQUALITY_MONITORING: &str = "equality_monitoring";

impl Attributes {
    pub(crate) fn read(source: &Source, attributes: Option<&Node>, basis: Option<&Node>, issues: &mut Issues) -> Self {
        let mut read = Self::default();
        for standard in STANDARD_ATTRIBUTES {
            let kind = match standard.kind {
                "tags" => AttributeKind::Tags,
                "one_of" => AttributeKind::OneOf,
                "date" => AttributeKind::Date,
                _ => AttributeKind::Number,
            };
            read.insert(standard.name, kind, standard.sensitivity, standard.protected);
            if !standard.values.is_empty() {
                read.close(&AttributeKey::new(standard.name), standard.values.iter().copied());
            }
        }
        for (name, node) in entries(source, "attributes", attributes, issues) {
            read.declare(source, name, node, issues);
        }
        for (name, node) in entries(source, "basis", basis, issues) {
            read.record_basis(source, name, node, issues);
        }
        read
    }

    fn declare(&mut self, source: &Source, name: &str, node: &Node, issues: &mut Issues) {
        let path = format!("attributes.{name}");
        let Some(table) = TableReader::new(source, path, node, &ATTRIBUTE, issues) else { return };
        let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if PERSON.names().any(|key| key == name)
            || name == BROAD_ETHNICITY
            || name.is_empty()
            || !name.chars().all(sound)
        {
            let message = "an attribute's name is taken by a standard field or has other characters than a-z, 0-9, _";
            issues.push(IssueCode::DuplicateName, table.own_place(), message, "choose another name");
            return;
        }
        let order = table.texts("order", issues);
        let kinds = [("tags", 0), ("one_of", 1), ("level", 2), ("number", 3), ("date", 4)];
        let kind = table.required_choice("kind", &kinds, issues).map(|kind| match kind {
            0 => AttributeKind::Tags,
            1 => AttributeKind::OneOf,
            2 => AttributeKind::Level(order.iter().map(|word| normalise_term(word).into()).collect()),
            3 => AttributeKind::Number,
            _ => AttributeKind::Date,
        });
        let sensitivity = table.required_choice("sensitivity", SENSITIVITIES, issues);
        let protected = table.choice("protected", PROTECTED, issues);
        if let Some(AttributeKind::Level(words)) = &kind {
            let different: BTreeSet<_> = words.iter().collect();
            if words.len() < 2 || different.len() < words.len() || words.len() > 1000 {
                let message = "a level needs an order of 2 to 1000 different words";
                issues.push(IssueCode::BadSetting, table.place("order"), message, "list its words, lowest first");
            }
        } else if table.node("order").is_some() {
            let message = "`order` belongs to attributes of kind level";
            issues.push(IssueCode::BadSetting, table.place("order"), message, "set `kind = \"level\"` or leave it out");
        }
        let (Some(kind), Some(sensitivity)) = (kind, sensitivity) else { return };
        let (speaks_sensitive, speaks_protected) = speaks_of(name);
        if speaks_sensitive && sensitivity == Sensitivity::Ordinary {
            let message = format!("`{name}` is labelled ordinary, and its name speaks of sensitive data");
            let remedy = "label it special_category or criminal_offence and declare a basis, or rename it";
            issues.push(IssueCode::SensitivityTooLow, table.place("sensitivity"), message, remedy);
        }
        if speaks_protected && protected.is_none() && table.node("protected").is_none() {
            let message =
                format!("`{name}` declares no `protected`, and its name speaks of a protected characteristic");
            let remedy = "name the characteristic in `protected`, such as sex, race or disability, or rename it";
            issues.push(IssueCode::SensitivityTooLow, table.own_place(), message, remedy);
        }
        let key = AttributeKey::new(name);
        let terms = matches!(kind, AttributeKind::Tags | AttributeKind::OneOf);
        self.insert(name, kind, sensitivity, protected);
        for word in &order {
            self.label(&key, word, Spelling::Declared);
        }
        let values = table.texts("values", issues);
        match (values.is_empty(), terms) {
            (true, _) => {}
            (false, true) => self.close(&key, values),
            (false, false) => {
                let message = "`values` belongs to attributes of kind tags or one_of";
                issues.push(IssueCode::BadSetting, table.place("values"), message, "leave it out");
            }
        }
    }

    fn record_basis(&mut self, source: &Source, name: &str, node: &Node, issues: &mut Issues) {
        let path = format!("basis.{name}");
        let Some(table) = TableReader::new(source, path, node, &BASIS, issues) else { return };
        let named = table.node("basis").map(|node| &node.value);
        let basis = if matches!(named, Some(Value::Text(word)) if word.trim() == EQUALITY_MONITORING) {
            let message = "equality monitoring excludes decisions about a particular person";
            let remedy = "collect the answer for matching on another basis, or map it to `monitoring.`";
            issues.push(IssueCode::BasisNotUsable, table.place("basis"), message, remedy);
            Some(Basis::EqualityMonitoring)
        } else {
            table.required_choice("basis", BASES, issues)
        };
        let note = table.text("note", issues).map(str::to_owned);
        let key = AttributeKey::new(name);
        match self.all.get_mut(&key) {
            Some(attribute) => attribute.basis = basis.map(|basis| BasisRecord { basis, note }),
            None => self.unknown(name, table.own_place(), issues),
        }
    }
}

/// The entries of a table of names, or an issue when it is no table.
fn entries<'a>(source: &Source, path: &str, node: Option<&'a Node>, issues: &mut Issues) -> Vec<(&'a str, &'a Node)> {
    match node {
        None => Vec::new(),
        Some(Node { value: Value::Table(entries), .. }) => {
            entries.iter().map(|(name, node)| (name.as_str(), node)).collect()
        }
        Some(node) => {
            let message = format!("`{path}` is not a table");
            let place = source.place(path, node.line);
            issues.push(IssueCode::WrongType, place, message, format!("write `[{path}.NAME]` tables"));
            Vec::new()
        }
    }
}

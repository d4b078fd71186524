//! The schema of the programme file, from the table of its keys.

use crate::input::keys::{Key, PROGRAMME, SECTIONS, Section};
use crate::input::{LISTED_CRITERIA, LISTED_RULES, Shape, shape};
use serde_json::{Map, Value, json};

/// The dialect of all schemas here.
pub(super) const DIALECT: &str = "https://json-schema.org/draft/2020-12/schema";

/// The keys that every rule and every criterion may have.
const OF_EVERY_RULE: [&str; 3] = ["rule", "id", "why"];
const OF_EVERY_CRITERION: [&str; 5] = ["criterion", "id", "weight", "why", "unknown"];

pub(super) fn schema() -> Value {
    let mut root = table(&PROGRAMME);
    let below = SECTIONS.iter().filter(|section| !section.path.is_empty());
    let definitions: Map<String, Value> = below.map(|section| (name(section), table(section))).collect();
    if let Value::Object(root) = &mut root {
        root.insert("$schema".to_owned(), json!(DIALECT));
        root.insert("title".to_owned(), json!("Alongside programme"));
        root.insert("$defs".to_owned(), definitions.into());
    }
    root
}

/// A section's name among the definitions.
fn name(section: &Section) -> String {
    section.path.replace("[]", "").replace('.', "_")
}

fn table(section: &Section) -> Value {
    let properties: Map<String, Value> =
        section.keys.iter().map(|key| (key.name.to_owned(), property(section, key))).collect();
    let required: Vec<&str> = section.keys.iter().filter(|key| is_required(key)).map(|key| key.name).collect();
    let table = json!({
        "type": "object",
        "description": section.about.trim(),
        "properties": properties,
        // A person may have answers to the programme's own attributes.
        "additionalProperties": section.open,
    });
    let settings = match section.path {
        "rules[]" => heeded("rule", &OF_EVERY_RULE, LISTED_RULES),
        "criteria[]" => heeded("criterion", &OF_EVERY_CRITERION, LISTED_CRITERIA),
        _ => Vec::new(),
    };
    let Value::Object(mut entries) = table else { return table };
    if !required.is_empty() {
        entries.insert("required".to_owned(), json!(required));
    }
    if !settings.is_empty() {
        entries.insert("allOf".to_owned(), json!(settings));
    }
    entries.into()
}

/// Whether the key may not be absent: the reference says exactly that, or that at least an empty list is needed.
fn is_required(key: &Key) -> bool {
    key.absent == "required" || key.absent.starts_with("required, if only")
}

/// Which settings go with which rule or criterion: no option does nothing.
fn heeded(key: &str, always: &[&str], listed: &[(&str, &[&str])]) -> Vec<Value> {
    let one = |(name, settings): &(&str, &[&str])| {
        let names: Vec<&str> = always.iter().chain(settings.iter()).copied().collect();
        json!({
            "if": { "properties": { key: { "const": name } }, "required": [key] },
            "then": { "propertyNames": { "enum": names } },
        })
    };
    listed.iter().map(one).collect()
}

fn property(section: &Section, key: &Key) -> Value {
    let shape = shape(section.path, key.name);
    let mut value = shape.map_or_else(|| json!({}), of);
    if !is_required(key) {
        value = or_null(value);
    }
    let absent = if is_required(key) { String::new() } else { format!(" When absent: {}.", key.absent) };
    if let Value::Object(entries) = &mut value {
        entries.insert("description".to_owned(), json!(format!("{}.{absent}", key.meaning)));
    }
    value
}

fn reference(section: &Section) -> Value {
    json!({ "$ref": format!("#/$defs/{}", name(section)) })
}

fn of(shape: Shape) -> Value {
    match shape {
        Shape::Text => json!({ "type": "string", "pattern": r"\S" }),
        Shape::Separator => json!({ "type": "string", "minLength": 1 }),
        Shape::AnyText => json!({ "type": "string" }),
        Shape::Flag => json!({ "type": "boolean" }),
        Shape::Whole(low, i64::MAX) => json!({ "type": "integer", "minimum": low }),
        Shape::Whole(low, high) => json!({ "type": "integer", "minimum": low, "maximum": high }),
        Shape::Number => json!({ "type": "number" }),
        Shape::Day => json!({ "type": "string", "format": "date", "pattern": r"^\s*\d{4}-\d{2}-\d{2}\s*$" }),
        Shape::Word(words) => json!({ "type": "string", "enum": words() }),
        Shape::Table(section) => reference(section),
        Shape::Tables(section) => json!({ "type": "array", "items": reference(section) }),
        Shape::NamedTables(section) => json!({ "type": "object", "additionalProperties": reference(section) }),
        Shape::List(item) => json!({ "type": "array", "items": of(*item) }),
        Shape::Named(value) => json!({ "type": "object", "additionalProperties": or_null(of(*value)) }),
        Shape::Any(shapes) => json!({ "anyOf": shapes.iter().map(|shape| of(*shape)).collect::<Vec<_>>() }),
        Shape::Columns(column) => json!({
            "type": "object",
            "properties": { "monitoring": {
                "anyOf": [of(*column), { "type": "object", "additionalProperties": of(*column) }],
            } },
            "additionalProperties": of(*column),
        }),
    }
}

/// Null counts as absent.
fn or_null(value: Value) -> Value {
    match value {
        Value::Object(mut entries) if entries.get("type").is_some_and(Value::is_string) => {
            if let Some(kind) = entries.remove("type") {
                entries.insert("type".to_owned(), json!([kind, "null"]));
            }
            if let Some(Value::Array(words)) = entries.get_mut("enum") {
                words.push(Value::Null);
            }
            entries.into()
        }
        Value::Object(mut entries) if entries.contains_key("anyOf") => {
            if let Some(Value::Array(shapes)) = entries.get_mut("anyOf") {
                shapes.push(json!({ "type": "null" }));
            }
            entries.into()
        }
        other => json!({ "anyOf": [other, { "type": "null" }] }),
    }
}

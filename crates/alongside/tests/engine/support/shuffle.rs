//! The same document in another order: people, keys, and the lists whose order says nothing.

use super::Dice;
use serde_json::Value;
use std::fmt::Write;

/// Lists of a person whose order says nothing. Choices, wishes and ways of meeting are ranked or told in order, so they
/// stay.
const UNORDERED: &[&str] = &[
    "languages",
    "interests",
    "lived_experience",
    "dislikes",
    "goals",
    "skills",
    "motivations",
    "offers",
    "known_to",
    "trade",
    "exclusions",
    "checks",
    "training",
    "consent",
    "consent_withdrawn",
];

/// The document with people, keys and unordered lists shuffled.
pub(crate) fn shuffled(document: &Value, dice: &mut Dice) -> String {
    let mut document = document.clone();
    for side in ["mentors", "mentees"] {
        let Some(people) = document.get_mut(side).and_then(Value::as_array_mut) else { continue };
        dice.shuffle(people);
        for person in people {
            for field in UNORDERED {
                match person.get_mut(field) {
                    Some(Value::Array(items)) => dice.shuffle(items),
                    Some(Value::String(text)) => {
                        let mut items: Vec<&str> = text.split(';').collect();
                        dice.shuffle(&mut items);
                        *text = items.join(";");
                    }
                    _ => {}
                }
            }
        }
    }
    for lines in ["terms", "scores"] {
        if let Some(lines) = document.get_mut(lines).and_then(Value::as_array_mut) {
            dice.shuffle(lines);
        }
    }
    let mut text = String::new();
    write(&mut text, &document, dice);
    text
}

/// JSON with the keys of every table in any order; a writer of its own, since libraries sort or keep keys.
fn write(text: &mut String, value: &Value, dice: &mut Dice) {
    match value {
        Value::Object(entries) => {
            let mut entries: Vec<_> = entries.iter().collect();
            dice.shuffle(&mut entries);
            text.push('{');
            for (at, (key, value)) in entries.into_iter().enumerate() {
                let separator = if at > 0 { ",\n " } else { "" };
                write!(text, "{separator}{}: ", Value::from(key.as_str())).unwrap();
                write(text, value, dice);
            }
            text.push('}');
        }
        Value::Array(items) => {
            text.push('[');
            for (at, item) in items.iter().enumerate() {
                text.push_str(if at > 0 { ", " } else { "" });
                write(text, item, dice);
            }
            text.push(']');
        }
        other => write!(text, "{other}").unwrap(),
    }
}

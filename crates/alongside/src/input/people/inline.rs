//! People that stand in the document itself.

use crate::domain::Side;
use crate::input::keys::PERSON;
use crate::input::reader::{Source, shown, suggestion};
use crate::input::{Document, Node, Origin, PersonRecord, Value};
use crate::issue::{IssueCode, Issues};
use std::borrow::Cow;

/// The people of one side, with keys checked against the vocabulary and the declared attributes.
pub(crate) fn inline_people(
    document: &Document,
    side: Side,
    declared: &[&str],
    issues: &mut Issues,
) -> Vec<PersonRecord> {
    let source = Source { file: document.file.clone() };
    let Some(node) = document.root.get(side.plural()) else { return Vec::new() };
    let Value::List(items) = &node.value else {
        let message = format!("`{}` is {}, not a list of people", side.plural(), node.type_name());
        let place = source.place(side.plural(), node.line);
        issues.push(IssueCode::WrongType, place, message, "write a list of tables, or name a sheet under `sheets`");
        return Vec::new();
    };
    let mut people = Vec::with_capacity(items.len());
    for (index, item) in items.iter().enumerate() {
        let path = format!("{}[{index}]", side.plural());
        let Value::Table(entries) = &item.value else {
            let message = format!("{} where a person is expected", item.type_name());
            issues.push(IssueCode::WrongType, source.place(&path, item.line), message, "write a table with an `id`");
            continue;
        };
        let mut fields = Vec::with_capacity(entries.len());
        for (key, value) in entries {
            match &value.value {
                Value::Null => {}
                Value::Table(answers) if key == "monitoring" => {
                    let answers = answers.iter().filter(|(_, answer)| answer.value != Value::Null);
                    fields
                        .extend(answers.map(|(field, answer)| (format!("monitoring.{field}").into(), answer.clone())));
                }
                _ if key == "monitoring" => {
                    let message = format!("`monitoring` is {}, not a table of answers", value.type_name());
                    let place = source.place(&format!("{path}.monitoring"), value.line);
                    issues.push(IssueCode::WrongType, place, message, "write `monitoring = { NAME = \"ANSWER\" }`");
                }
                _ if PERSON.names().any(|known| known == key) || declared.contains(&key.as_str()) => {
                    fields.push((key.as_str().into(), value.clone()));
                }
                _ => {
                    let standard = PERSON.names().map(|name| -> &str { name });
                    let known = standard.chain(declared.iter().copied());
                    let remedy = suggestion(key, known);
                    let place = source.place(&format!("{path}.{}", shown(key)), value.line);
                    issues.push(IssueCode::UnknownKey, place, format!("unknown key `{}`", shown(key)), remedy);
                }
            }
        }
        let origin = Origin::Document { file: document.file.clone(), path, line: item.line };
        people.push(PersonRecord { side, fields, origin });
    }
    people
}

/// The texts of a field: one text is split at `;`, a list is taken item by item; none for other types.
pub(crate) fn texts(node: &Node) -> Option<Vec<Cow<'_, str>>> {
    match &node.value {
        Value::List(items) => items.iter().map(scalar).collect(),
        Value::Text(text) => Some(crate::input::text::items(text).map(Cow::Borrowed).collect()),
        _ => scalar(node).map(|text| vec![text]),
    }
}

fn scalar(node: &Node) -> Option<Cow<'_, str>> {
    match &node.value {
        Value::Text(text) => Some(Cow::Borrowed(text)),
        Value::Integer(number) => Some(Cow::Owned(number.to_string())),
        _ => None,
    }
}

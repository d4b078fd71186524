//! Preferences: what people wish of the person they are matched with.

use super::fields::Fields;
use super::no_wish::{refuse_hard, says_any};
use crate::domain::{
    AttributeKey, AttributeKind, BROAD_ETHNICITY, Preference, Side, Want, asked_for_by, lowers_nobody, normalise_term,
};
use crate::input::attributes::Attributes;
use crate::input::keys::PREFERENCE;
use crate::input::positions::position_of;
use crate::input::reader::{nearest, suggestion};
use crate::input::sheets::STRENGTHS;
use crate::input::text::{items, split_wish};
use crate::input::{DateOrder, Node, Origin, Value};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::BTreeSet;

/// The wishes of one record, in order.
pub(super) fn read_wishes(
    record: &Fields<'_>,
    field: &str,
    attributes: &mut Attributes,
    issues: &mut Issues,
) -> Vec<Preference> {
    let Some(node) = record.field(field) else { return Vec::new() };
    let mut read = |node: &Node| read_wish(record, field, node, attributes, issues);
    match &node.value {
        Value::List(nodes) => nodes.iter().filter_map(read).collect(),
        Value::Text(text) => items(text).filter_map(|text| read(&Node::text(text))).collect(),
        Value::Table(_) => read(node).into_iter().collect(),
        _ => {
            let message = format!("{} where wishes are expected", node.type_name());
            let remedy = "write `STRENGTH ATTRIBUTE VALUE`, joined by `;`";
            issues.push(IssueCode::WrongType, record.field_place(field), message, remedy);
            Vec::new()
        }
    }
}

fn read_wish(
    record: &Fields<'_>,
    field: &str,
    node: &Node,
    attributes: &mut Attributes,
    issues: &mut Issues,
) -> Option<Preference> {
    let place = || record.field_place(field);
    let bad = |issues: &mut Issues, message: &str| {
        let remedy = "write `STRENGTH ATTRIBUTE VALUE`, such as `prefer gender woman` or `must age 25..40`";
        issues.push(IssueCode::BadPreference, place(), message, remedy);
    };
    let (strength, name, value) = match &node.value {
        Value::Text(text) => match split_wish(text) {
            Some((strength, name, value)) => {
                (strength.to_owned(), name.to_owned(), alternatives(name, value, attributes))
            }
            None => {
                bad(issues, "a wish without strength, attribute or value");
                return None;
            }
        },
        Value::Table(entries) => {
            if entries.iter().any(|(key, _)| !PREFERENCE.has(key)) {
                bad(issues, "a key other than `attribute`, `strength` and `value`");
                return None;
            }
            let text = |key: &str| match node.get(key).map(|node| &node.value) {
                Some(Value::Text(text)) => Some(text.trim().to_owned()),
                _ => None,
            };
            let (Some(strength), Some(name), Some(value)) = (text("strength"), text("attribute"), node.get("value"))
            else {
                bad(issues, "a wish without strength, attribute or value");
                return None;
            };
            let values = match &value.value {
                Value::List(values) => values.clone(),
                // Taken whole: a term of its own may hold an "or".
                _ => vec![value.clone()],
            };
            (strength, name, values)
        }
        _ => {
            bad(issues, "a wish that is neither text nor table");
            return None;
        }
    };
    let Some(strength) = STRENGTHS.iter().find(|(word, _)| *word == strength).map(|(_, strength)| *strength) else {
        let remedy = suggestion(&strength, STRENGTHS.iter().map(|(word, _)| *word));
        issues.push(IssueCode::BadPreference, place(), "a wish whose strength is no known word", remedy);
        return None;
    };
    let (name, value) = broad_wish(name, value, attributes);
    let attribute = attributes.named_by_person(&name, place, issues)?;
    let (key, kind, lowers_nobody) = (attribute.key.clone(), attribute.kind.clone(), lowers_nobody(attribute));
    if record.side == Side::Mentor && lowers_nobody {
        let message =
            format!("a mentor's wish about `{key}`: what a mentee needs, or how they live, lowers nobody's place");
        let remedy = format!("leave it out, whatever its strength; what looks at it is {}", asked_for_by(&key));
        issues.push(IssueCode::BadPreference, place(), message, remedy);
        return None;
    }
    if says_any(&value, &key, &kind, attributes) {
        // Where a sheet's mapping makes the wish, its strength is the programme's word, and the person only said this.
        let mapped = matches!((&record.origin, &node.value), (Origin::Row { .. }, Value::Table(_)));
        if strength.is_hard() && !mapped {
            refuse_hard(place(), issues);
        }
        return None;
    }
    match read_want(&value, &key, &kind, record.dates(), attributes, &|| record.field_place(field)) {
        Some(want) => Some(Preference { attribute: key, want, strength }),
        None => {
            let message = format!("a wish for something that `{key}` cannot be");
            let remedy = wishable(&value, &key, &kind, attributes);
            issues.push(IssueCode::BadPreference, place(), message, remedy);
            None
        }
    }
}

/// What could have been wished: the nearest word, where it is nobody's secret, or all.
fn wishable(values: &[Node], key: &AttributeKey, kind: &AttributeKind, attributes: &mut Attributes) -> String {
    if kind.is_ordered() {
        return format!("write a value of kind {}, a range such as `MIN..MAX`, `same` or `different`", kind.name());
    }
    let words: Vec<String> = attributes.closed(key).map(|words| words.map(str::to_owned).collect()).unwrap_or_default();
    let mut own = vec!["same", "different"];
    if ["ethnicity", BROAD_ETHNICITY].contains(&key.as_str()) && attributes.all.contains_key(BROAD_ETHNICITY) {
        own.extend(["same_broad", "different_broad"]);
    }
    let (last, first) = own.split_last().map_or(("", &[][..]), |(last, first)| (*last, first));
    let first: Vec<String> = first.iter().map(|word| format!("`{word}`")).collect();
    let own_words = format!("{} or `{last}`", first.join(", "));
    if words.is_empty() {
        return format!("name a value, {own_words}");
    }
    // Of a sensitive or protected answer the nearest word would tell what is wished.
    let open = attributes.all.get(key).is_some_and(|attribute| !attribute.is_private());
    let mut spelled = values.iter().filter_map(|value| match &value.value {
        Value::Text(text) => Some(text.as_str()),
        _ => None,
    });
    let unknown = spelled.find(|text| attributes.term(key, text).is_none());
    let known = || words.iter().map(String::as_str).chain(own.iter().copied());
    match unknown.filter(|_| open).and_then(|text| nearest(text, known())) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("write {own_words}, or one of: {}", words.join(", ")),
    }
}

/// `ethnicity same_broad` as a wish for the same broad group, where the programme has a list of groups.
fn broad_wish(name: String, value: Vec<Node>, attributes: &Attributes) -> (String, Vec<Node>) {
    let [Node { value: Value::Text(word), .. }] = value.as_slice() else { return (name, value) };
    let wanted = match word.trim().to_lowercase().as_str() {
        "same_broad" => "same",
        "different_broad" => "different",
        _ => return (name, value),
    };
    if name == "ethnicity" && attributes.all.contains_key(BROAD_ETHNICITY) {
        return (BROAD_ETHNICITY.to_owned(), vec![Node::text(wanted)]);
    }
    (name, value)
}

/// `woman or non-binary` as two values. The names of a closed list may hold an "or" and commas themselves: the longest
/// name that stands there is taken whole, and then a comma parts values too.
fn alternatives(name: &str, text: &str, attributes: &Attributes) -> Vec<Node> {
    let Some(words) = attributes.closed_words(&AttributeKey::new(name)) else {
        return text.split(" or ").map(|value| Node::text(value.trim())).collect();
    };
    // People write `face to face` where the list has `face_to_face`; the two are equally long.
    let plain = |text: &str| normalise_term(text).replace(['_', '-'], " ");
    let words: Vec<(String, String)> = words.into_iter().map(|word| (plain(&word), word)).collect();
    let (spelled, plain) = (normalise_term(text), plain(text));
    let (mut values, mut at) = (Vec::new(), 0);
    while let (Some(rest), Some(spelled)) = (plain.get(at..), spelled.get(at..)) {
        let here =
            words.iter().filter_map(|(word, name)| Some((word.len(), name, parting(rest.strip_prefix(&**word)?)?)));
        let (value, length) = match here.max_by_key(|(length, ..)| *length) {
            Some((length, name, parting)) => (name.as_str(), length + parting),
            None => match spelled.split_once(" or ") {
                Some((value, _)) => (value, value.len() + " or ".len()),
                None => (spelled, spelled.len() + 1),
            },
        };
        values.push(Node::text(value));
        at += length;
        if at >= plain.len() {
            break;
        }
    }
    values
}

/// How long what parts two values is, at the start of what follows one; none where the value goes on.
fn parting(rest: &str) -> Option<usize> {
    let ways = [", or ", " or ", ", ", ","];
    if rest.is_empty() { Some(0) } else { ways.iter().find(|way| rest.starts_with(**way)).map(|way| way.len()) }
}

/// What is wanted of an attribute's answers; none where it cannot be that.
pub(crate) fn read_want(
    values: &[Node],
    key: &AttributeKey,
    kind: &AttributeKind,
    dates: DateOrder,
    attributes: &mut Attributes,
    place: &dyn Fn() -> Place,
) -> Option<Want> {
    if let [Node { value: Value::Text(word), .. }] = values {
        match word.trim().to_lowercase().as_str() {
            "same" => return Some(Want::Same),
            "different" => return Some(Want::Different),
            _ => {}
        }
    }
    if !kind.is_ordered() {
        let mut terms = BTreeSet::new();
        for value in values {
            let Value::Text(spelling) = &value.value else { return None };
            terms.insert(attributes.term_at(key, spelling, place)?);
        }
        return (!terms.is_empty()).then_some(Want::AnyOf(terms));
    }
    let [value] = values else { return None };
    let position = |text: &str| -> Option<i64> {
        let node = Node::text(text.trim());
        match (kind, dates) {
            (AttributeKind::Date, order) => {
                crate::input::positions::ordered_answer(&node, kind, order).ok()?.position()
            }
            // Ages are whole years: `25..40` on age means both birthdays included.
            _ => position_of(&node, kind),
        }
    };
    match &value.value {
        Value::Text(text) => match text.split_once("..") {
            Some((min, max)) => {
                let end = |text: &str| if text.trim().is_empty() { Some(None) } else { position(text).map(Some) };
                let (min, max) = (end(min)?, end(max)?);
                let sound = min.is_some() || max.is_some();
                (sound && min.zip(max).is_none_or(|(min, max)| min <= max)).then_some(Want::Range { min, max })
            }
            None => position(text).map(|at| Want::Range { min: Some(at), max: Some(at) }),
        },
        _ => position_of(value, kind).map(|at| Want::Range { min: Some(at), max: Some(at) }),
    }
}

#[cfg(test)]
mod tests {
    use crate::Programme;
    use crate::domain::Want;

    #[test]
    fn a_term_with_an_or_in_it_is_one_term_in_a_table_and_two_in_a_text() {
        let wants = |preferences: &str| {
            let document = format!(
                r#"{{"name":"n","support":"mentoring","as_of":"2026-11-02","planned_months":6,
                "safeguarding":{{"checks":[],"why":"made up"}},
                "mentors":[{{"id":"m"}}],"mentees":[{{"id":"e","preferences":{preferences}}}]}}"#
            );
            let built = Programme::from_json(&document).unwrap();
            match &built.programme.matching().mentees[0].person.preferences[0].want {
                Want::AnyOf(terms) => terms.len(),
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(wants(r#"[{"attribute":"interests","strength":"prefer","value":"arts or crafts"}]"#), 1);
        assert_eq!(wants(r#"[{"attribute":"interests","strength":"prefer","value":["arts","crafts"]}]"#), 2);
        assert_eq!(wants(r#""prefer interests arts or crafts""#), 2);
    }
}

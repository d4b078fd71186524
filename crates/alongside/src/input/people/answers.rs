//! Answers to attributes.

use super::consent::{Consents, LeftBlank};
use super::fields::Fields;
use super::held::date_fault;
use super::inline::texts;
use crate::domain::{
    Answer, Answers, Attribute, AttributeKey, AttributeKind, BROAD_ETHNICITY, Date, Milli, PREFER_NOT_TO_SAY,
    normalise_term,
};
use crate::input::attributes::Attributes;
use crate::input::positions::{PositionFault, ordered_answer};
use crate::input::reader::suggestion;
use crate::input::{Node, Value};
use crate::issue::{IssueCode, Issues};

/// What a mentor gives to all mentees together, and a mentee needs, with the thousandths that it can be.
const SHARED: [&str; 2] = ["hours_per_week", "contacts_per_week"];
const MOST_SHARED: std::ops::RangeInclusive<i64> = 0..=1_000_000;

/// Oldest age that is believed.
const MAX_AGE: i64 = 130;

/// The answers of one record, standard and declared.
/// An answer that may not be used is not even looked at, so that nothing of it can show.
pub(super) fn read_answers(
    record: &Fields<'_>,
    as_of: Date,
    consents: &Consents,
    attributes: &mut Attributes,
    left_blank: &mut LeftBlank,
    issues: &mut Issues,
) -> Answers {
    let mut answers = Answers::default();
    let mut barred = |key: &AttributeKey, attributes: &Attributes| {
        let barred = consents.barred(key, attributes);
        barred.inspect(|why| left_blank.count(key, *why)).is_some()
    };
    for (field, node) in &record.fields {
        if field.as_ref() == "age" || is_blank(node) {
            continue;
        }
        // One key for everybody, not one for each answer.
        let Some((key, attribute)) = attributes.all.get_key_value(&**field) else { continue };
        let (key, kind) = (key.clone(), attribute.kind.clone());
        if barred(&key, attributes) {
            continue;
        }
        if key.as_str() == "ethnicity" && attributes.all.contains_key(BROAD_ETHNICITY) && rather_not(node) {
            continue;
        }
        if let Some(answer) = read_answer(record, &key, node, &kind, attributes, issues) {
            answers.insert(key, answer);
        }
    }
    let key = AttributeKey::new("age");
    let answered = |field: &str| record.field(field).is_some_and(|node| !is_blank(node));
    if (answered("age") || answered("birth_date")) && !barred(&key, attributes) {
        let age = read_age(record, as_of, issues).map(|age| Answer::Number(Milli(age * 1000)));
        age.map(|age| answers.insert(key, age));
    }
    answers.shrink();
    answers
}

/// Whether somebody wrote that they would rather not say, for which a list of groups has no group.
fn rather_not(node: &Node) -> bool {
    matches!(&node.value, Value::Text(text) if normalise_term(text) == PREFER_NOT_TO_SAY)
}

pub(crate) fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Text(text) => text.trim().is_empty(),
        Value::List(items) => items.iter().all(is_blank),
        _ => false,
    }
}

fn read_answer(
    record: &Fields<'_>,
    key: &AttributeKey,
    node: &Node,
    kind: &AttributeKind,
    attributes: &mut Attributes,
    issues: &mut Issues,
) -> Option<Answer> {
    let place = || record.field_place(key.as_str());
    if kind.is_ordered() {
        return match ordered_answer(node, kind, record.dates()) {
            Ok(Answer::Number(Milli(below))) if below < 0 && key.as_str() == "max_travel_km" => {
                issues.push(IssueCode::BadNumber, place(), "a distance below 0", "write kilometres, 0 or more");
                None
            }
            Ok(Answer::Number(number)) if SHARED.contains(&key.as_str()) && !MOST_SHARED.contains(&number.0) => {
                let remedy = "write a number in that range";
                issues.push(IssueCode::BadNumber, place(), "not a number from 0 to 1000", remedy);
                None
            }
            Ok(Answer::Number(Milli(below))) if below < 0 && key.as_str() == "promised_months" => {
                issues.push(IssueCode::BadNumber, place(), "months below 0", "write months, 0 or more");
                None
            }
            Ok(answer) => Some(answer),
            Err(fault) => {
                let (code, message, remedy) = match fault {
                    PositionFault::Level => {
                        (IssueCode::UnknownValue, "no word of the declared order", level_words(key, attributes))
                    }
                    PositionFault::Number => {
                        let message = "not a number, too large, or finer than a thousandth";
                        (IssueCode::BadNumber, message, "write digits with at most three decimals".to_owned())
                    }
                    PositionFault::Date(fault) => {
                        let (code, message, remedy) = date_fault(fault, record.dates());
                        (code, message, remedy.to_owned())
                    }
                    PositionFault::Type => {
                        (IssueCode::WrongType, "not of the attribute's kind", format!("write {}", kind.name()))
                    }
                };
                issues.push(code, place(), message, remedy);
                None
            }
        };
    }
    let Some(spellings) = texts(node).filter(|texts| *kind == AttributeKind::Tags || texts.len() < 2 || is_text(node))
    else {
        issues.push(IssueCode::WrongType, place(), "not a text, or more than one", "write one text");
        return None;
    };
    // A one_of answer is one text even when it holds a `;`.
    let spellings = match (&node.value, kind) {
        (Value::Text(text), AttributeKind::OneOf) => vec![text.as_str().into()],
        _ => spellings,
    };
    let mut terms = Vec::new();
    for spelling in spellings.iter().filter(|spelling| !spelling.trim().is_empty()) {
        if let Some(term) = attributes.term_at(key, spelling, place) {
            terms.push(term);
        } else {
            let words: Vec<String> =
                attributes.closed(key).map(|words| words.map(str::to_owned).collect()).unwrap_or_default();
            // The nearest word is the programme's own, so it may be named; the cell's is not. Where the answer is
            // sensitive or protected, the nearest word would tell it all the same.
            let private = attributes.all.get(key).is_some_and(Attribute::is_private);
            let remedy = match words.len() {
                _ if !private => suggestion(spelling, words.iter().map(String::as_str)),
                ..=40 => format!("it can be: {}", words.join(", ")),
                _ => format!("it has to be one of the values of `{key}`; the reference has the list"),
            };
            issues.push(IssueCode::UnknownValue, place(), format!("no value that `{key}` can have"), remedy);
        }
    }
    match kind {
        AttributeKind::OneOf => terms.into_iter().min().map(Answer::OneOf),
        _ => (!terms.is_empty()).then(|| Answer::Tags(terms.into_iter().collect())),
    }
}

const fn is_text(node: &Node) -> bool {
    matches!(node.value, Value::Text(_))
}

fn level_words(key: &AttributeKey, attributes: &Attributes) -> String {
    let Some(attribute) = attributes.all.get(key) else { return String::new() };
    match &attribute.kind {
        AttributeKind::Level(order) if order.len() <= 20 => {
            let words: Vec<_> = order.iter().map(|word| attribute.label(word)).collect();
            format!("it can be: {}", words.join(", "))
        }
        _ => format!("write a word of the order declared for `{key}`"),
    }
}

/// Whole years on the day, given or worked out; contradictions are told.
fn read_age(record: &Fields<'_>, as_of: Date, issues: &mut Issues) -> Option<i64> {
    let given = record.field("age").filter(|node| !is_blank(node)).and_then(|node| {
        let number = match &node.value {
            Value::Integer(number) => Some(*number),
            Value::Text(text) => text.trim().parse().ok(),
            _ => None,
        };
        let age = number.filter(|age| (0..=MAX_AGE).contains(age));
        if age.is_none() {
            let message = format!("not a whole number of years from 0 to {MAX_AGE}");
            issues.push(IssueCode::BadAge, record.field_place("age"), message, "write whole years, or leave it blank");
        }
        age
    });
    let born = record.field("birth_date").filter(|node| !is_blank(node)).and_then(|node| {
        let place = || record.field_place("birth_date");
        let day = match &node.value {
            Value::Date(date) => Some(*date),
            Value::Text(text) => super::held::date(text, record.dates(), place, issues),
            _ => {
                issues.push(IssueCode::WrongType, place(), "not a date", "write it as YYYY-MM-DD");
                None
            }
        }?;
        let before_birthday = (as_of.month(), as_of.day()) < (day.month(), day.day());
        let age = i64::from(as_of.year()) - i64::from(day.year()) - i64::from(before_birthday);
        if (0..=MAX_AGE).contains(&age) && day <= as_of {
            return Some(age);
        }
        // Without a day of the programme, which was told, no birth date is at fault.
        if as_of == Date::MAX {
            return None;
        }
        let message = format!("the birth date gives no age from 0 to {MAX_AGE} on the programme's date");
        issues.push(IssueCode::BadAge, place(), message, "mend the date");
        None
    });
    if given.zip(born).is_some_and(|(given, born)| given != born) {
        let message = "the age contradicts the birth date";
        issues.push(IssueCode::BadAge, record.field_place("age"), message, "keep one of the two");
    }
    born.or(given)
}

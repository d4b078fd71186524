//! Nothing panics: a fault of the input is an issue, and a fault of an outcome a finding.

use crate::support::{Dice, blueprints, many};
use alongside::audit::audit;
use alongside::{Engine, Error, Outcome, Programme};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use std::path::PathBuf;

/// Reads the document and, where it can be read, matches and audits it.
fn survives(text: &str) -> bool {
    let read = Programme::from_json(text);
    let programme = match &read {
        Err(issues) => {
            assert!(issues.has_errors() && !issues.to_string().is_empty());
            return false;
        }
        Ok(built) => {
            assert!(!built.warnings.has_errors());
            &built.programme
        }
    };
    let outcome = Engine::new().run(programme).unwrap();
    audit(programme, &outcome);
    for mentee in programme.matching().mentees.iter().take(2) {
        let mentor = programme.matching().mentors.first().map(|one| &one.person.id);
        Engine::new().explain(programme, &mentee.person.id, mentor).unwrap();
    }
    true
}

/// Values that somebody careless, or malicious, might write.
fn odd(dice: &mut Dice) -> Value {
    let deep = (0..70).fold(json!(1), |inner, _| json!([inner]));
    dice.pick(&[
        Value::Null,
        json!(true),
        json!(0),
        json!(-1),
        json!(i64::MAX),
        json!(i64::MIN),
        json!(u64::MAX),
        json!(1e308),
        json!(0.0005),
        json!(""),
        json!(" "),
        json!("x".repeat(300)),
        json!("\u{0}\u{1b}[31m"),
        json!("-"),
        json!(".."),
        json!("\u{130}\u{df}\u{1f9d1}\u{200d}\u{1f91d}"),
        json!("must"),
        json!("must gender same or different"),
        json!("prefer age ..40..50"),
        json!("Mon 17:00-"),
        json!("9999-12-31"),
        json!("-9999-01-01"),
        json!("2026-02-30"),
        json!("enhanced dbs 2026-09-01 to 2026-08-31"),
        json!([]),
        json!({}),
        json!([[]]),
        json!([null, 1, "x", {}]),
        json!({ "min": "x", "max": {} }),
        json!({ "name": 1, "issued": 2 }),
        json!({ "attribute": "age", "strength": "must", "value": [1, 2] }),
        deep,
    ])
}

/// Paths of all values inside, as JSON pointers.
fn pointers(value: &Value, path: &str, into: &mut Vec<String>) {
    match value {
        Value::Object(entries) => {
            for (key, value) in entries {
                let path = format!("{path}/{}", key.replace('~', "~0").replace('/', "~1"));
                pointers(value, &path, into);
                into.push(path);
            }
        }
        Value::Array(items) => {
            for (at, item) in items.iter().enumerate() {
                let path = format!("{path}/{at}");
                pointers(item, &path, into);
                into.push(path);
            }
        }
        _ => {}
    }
}

/// One value made odd, taken out, doubled, or moved to where another stood.
fn mutated(document: &mut Value, dice: &mut Dice) {
    let mut paths = Vec::new();
    pointers(document, "", &mut paths);
    if paths.is_empty() {
        return;
    }
    let path = dice.pick(&paths);
    let (parent, key) = path.rsplit_once('/').unwrap();
    match dice.roll(5) {
        0 => {
            let elsewhere = dice.pick(&paths);
            let moved = document.pointer(&elsewhere).unwrap().clone();
            *document.pointer_mut(&path).unwrap() = moved;
        }
        1 => match document.pointer_mut(parent).unwrap() {
            Value::Object(entries) => drop(entries.remove(key)),
            Value::Array(items) => drop(items.remove(key.parse().unwrap())),
            _ => {}
        },
        2 => match document.pointer_mut(parent).unwrap() {
            Value::Object(entries) => drop(entries.insert(format!("{key}s"), odd(dice))),
            Value::Array(items) => items.push(items[key.parse::<usize>().unwrap()].clone()),
            _ => {}
        },
        _ => *document.pointer_mut(&path).unwrap() = odd(dice),
    }
}

fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        ".{0,12}".prop_map(Value::from),
    ];
    let words: Vec<&'static str> = alongside::input::keys::SECTIONS.iter().flat_map(|one| one.names()).collect();
    let key = prop_oneof![prop::sample::select(words).prop_map(str::to_owned), ".{0,6}".prop_map(String::from)];
    leaf.prop_recursive(5, 64, 6, move |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::vec((key.clone(), inner), 0..6)
                .prop_map(|entries| Value::Object(entries.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

/// The programme files of the book.
fn examples() -> Vec<String> {
    let mut folders = vec![PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/examples"))];
    let mut texts = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "toml") {
                texts.push(std::fs::read_to_string(path).unwrap());
            }
        }
    }
    assert!(texts.len() >= 12);
    texts.sort();
    texts
}

/// A document of one notation in the other.
fn as_json(value: &toml::de::DeValue<'_>) -> Value {
    use toml::de::DeValue;
    match value {
        DeValue::String(text) => json!(text),
        DeValue::Integer(number) => json!(i64::from_str_radix(number.as_str(), number.radix()).unwrap()),
        DeValue::Float(number) => json!(number.as_str().parse::<f64>().unwrap()),
        DeValue::Boolean(flag) => json!(flag),
        DeValue::Datetime(date) => json!(date.to_string()),
        DeValue::Array(items) => items.iter().map(|item| as_json(item.get_ref())).collect(),
        DeValue::Table(entries) => {
            let entries = entries.iter().map(|(key, value)| (key.get_ref().to_string(), as_json(value.get_ref())));
            Value::Object(entries.collect())
        }
    }
}

#[test]
fn every_key_of_the_examples_may_be_missing_or_of_another_kind() {
    let kinds = [json!(true), json!(7), json!(""), json!("word"), json!([]), json!([""]), json!({}), json!([{}])];
    let mut refused = 0;
    for text in examples() {
        let table = toml::de::DeTable::parse(&text).unwrap().into_inner();
        let whole = as_json(&toml::de::DeValue::Table(table));
        let mut places = Vec::new();
        pointers(&whole, "", &mut places);
        for place in places {
            let (parent, key) = place.rsplit_once('/').unwrap();
            let mut without = whole.clone();
            match without.pointer_mut(parent).unwrap() {
                Value::Object(entries) => drop(entries.remove(&key.replace("~1", "/").replace("~0", "~"))),
                Value::Array(items) => drop(items.remove(key.parse().unwrap())),
                _ => unreachable!(),
            }
            let changed = kinds.iter().map(|kind| {
                let mut other = whole.clone();
                *other.pointer_mut(&place).unwrap() = kind.clone();
                other
            });
            for document in changed.chain([without.clone()]) {
                if let Err(issues) = Programme::from_json(&document.to_string()) {
                    assert!(issues.has_errors() && !issues.to_string().is_empty());
                    refused += 1;
                }
            }
        }
    }
    assert!(refused > 1000, "{refused}");
}

proptest! {
    #![proptest_config(many(400))]

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,200}", toml in "[a-z\\[\\]\\{\\}=\"'.,#\n 0-9:-]{0,200}") {
        survives(&text);
        for text in [&text, &toml] {
            if let Err(issues) = Programme::from_toml(text) {
                prop_assert!(issues.has_errors());
            }
            prop_assert!(Outcome::from_json(text).is_err());
        }
    }

    #[test]
    fn any_json_is_read_or_refused(value in any_json()) {
        survives(&value.to_string());
        prop_assert!(Outcome::from_json(&value.to_string()).is_err());
    }

    #[test]
    fn a_document_changed_anywhere_is_read_or_refused(blueprint in blueprints(4), dice in any::<u64>()) {
        let sound = blueprint.document();
        let mut dice = Dice::new(dice);
        for _ in 0..6 {
            let mut document = sound.clone();
            for _ in 0..=dice.roll(3) {
                mutated(&mut document, &mut dice);
            }
            survives(&document.to_string());
        }
    }

    #[test]
    fn bytes_changed_anywhere_are_read_or_refused(blueprint in blueprints(2), dice in any::<u64>()) {
        let mut dice = Dice::new(dice);
        let mut texts = examples();
        texts.push(blueprint.document().to_string());
        for text in texts {
            let mut letters: Vec<char> = text.chars().collect();
            for _ in 0..=dice.roll(4) {
                // Everything may have been taken away already.
                let at = dice.roll(letters.len().max(1));
                match dice.roll(3) {
                    0 if !letters.is_empty() => drop(letters.remove(at)),
                    0 | 1 => letters.insert(at, dice.pick(&['"', '{', ']', '=', '\n', '9', '-', '\u{feff}', 'x'])),
                    _ => letters.truncate(at.max(1)),
                }
            }
            let text: String = letters.into_iter().collect();
            survives(&text);
            if let Ok(built) = Programme::from_toml(&text) {
                // One example names a criterion that only its own program brings along.
                let run = Engine::new().run(&built.programme);
                prop_assert!(matches!(run, Ok(_) | Err(Error::OwnCriterion { .. })), "{:?}", run.err());
            }
        }
    }

    #[test]
    fn an_outcome_changed_anywhere_is_refused_or_found_wrong(blueprint in blueprints(4), dice in any::<u64>()) {
        let built = Programme::from_json(&blueprint.document().to_string()).unwrap();
        let truth = Engine::new().run(&built.programme).unwrap();
        let mut dice = Dice::new(dice);
        for _ in 0..6 {
            let mut value: Value = serde_json::from_str(&truth.to_json()).unwrap();
            mutated(&mut value, &mut dice);
            if let Ok(read) = Outcome::from_json(&value.to_string()) {
                let found = audit(&built.programme, &read);
                // Other prices may prove the same; then they do, and without any the audit proves it alone.
                let same = Outcome { certificate: truth.certificate.clone(), ..read.clone() } == truth;
                let proves = read.certificate.is_none() || found.checked.certified;
                prop_assert_eq!(found.is_clean(), same && proves, "{:#}", value);
            }
        }
    }
}

#[test]
fn what_is_nested_too_deep_is_refused() {
    for deep in [100, 100_000] {
        let json = format!("{}1{}", "[".repeat(deep), "]".repeat(deep));
        assert!(Programme::from_json(&json).is_err());
        let tables = format!("{}1{}", "{\"a\":".repeat(deep), "}".repeat(deep));
        assert!(Programme::from_json(&tables).is_err());
        let toml = format!("a = {}1{}", "[".repeat(deep), "]".repeat(deep));
        assert!(Programme::from_toml(&toml).is_err());
    }
}

#[test]
fn most_changed_documents_are_told_what_is_wrong() {
    let sound = crate::support::Blueprint { shape: 3, mentors: vec![1, 2, 3], mentees: vec![4, 5, 6] }.document();
    let (mut read, mut codes) = (0, BTreeSet::new());
    for seed in 0..1000 {
        let mut document = sound.clone();
        mutated(&mut document, &mut Dice::new(seed));
        match Programme::from_json(&document.to_string()) {
            Ok(_) => read += 1,
            Err(issues) => codes.extend(issues.iter().map(|issue| issue.code)),
        }
    }
    // The changes are of many kinds, and some do no harm.
    assert!(read > 50 && codes.len() > 20, "{read} {codes:?}");
}

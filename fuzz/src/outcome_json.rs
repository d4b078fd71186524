//! Any text as an outcome, and any change to a true one.

use alongside::audit::audit;
use alongside::{Engine, Outcome, Programme};
use arbitrary::{Result, Unstructured};
use serde_json::{Value, json};
use std::sync::LazyLock;

/// The programme that the outcomes are said to be of.
const PROGRAMME: &str = include_str!("outcome_json.toml");

static TRUE: LazyLock<Option<(Programme, Outcome)>> = LazyLock::new(|| {
    let programme = Programme::from_toml(PROGRAMME).ok()?.programme;
    let outcome = Engine::new().run(&programme).ok()?;
    Some((programme, outcome))
});

/// A text that begins with a bracket or white space is read as an outcome. Any other bytes choose changes to the true
/// outcome of the programme, which the audit has to find.
pub fn outcome_json(data: &[u8]) {
    let Some((programme, outcome)) = TRUE.as_ref() else {
        assert!(TRUE.is_some(), "the target's own programme does not run");
        return;
    };
    if matches!(data.first(), None | Some(b'{' | b'[' | b' ' | b'\n')) {
        let text = String::from_utf8_lossy(data);
        if let Ok(read) = Outcome::from_json(&text) {
            judged(programme, outcome, &read);
        }
        return;
    }
    let Ok(mut changed) = serde_json::to_value(outcome) else { return };
    let mut bytes = Unstructured::new(data);
    let times = bytes.int_in_range(1..=3).unwrap_or(1);
    for _ in 0..times {
        if change(&mut bytes, &mut changed).is_err() {
            return;
        }
    }
    if let Ok(read) = Outcome::from_json(&changed.to_string()) {
        judged(programme, outcome, &read);
    }
}

/// Whatever was read can be audited, is found to differ if it does, and reads back as it was.
fn judged(programme: &Programme, outcome: &Outcome, read: &Outcome) {
    assert!(Outcome::from_json(&read.to_json()).as_ref() == Ok(read), "an outcome does not read back as it was");
    let audit = audit(programme, read);
    for finding in &audit.findings {
        assert!(!finding.message.is_empty() && !finding.to_string().is_empty(), "a finding without words");
    }
    let changed = differences(outcome, read);
    assert!(
        !audit.is_clean() || claims_no_more(outcome, read),
        "the audit does not find what was changed: {changed:?}"
    );
    assert!(audit.is_clean() || read != outcome, "the audit finds {:?} in a true outcome", audit.findings);
}

/// Whether the outcome read is the true one, or the same claimed with less certainty: found to be good instead of proved
/// to be best, with bounds that nobody reached. Other prices may prove the same, or none be brought.
fn claims_no_more(outcome: &Outcome, read: &Outcome) -> bool {
    let mut certain = read.clone();
    certain.certificate.clone_from(&outcome.certificate);
    if read.status == outcome.status {
        return certain == *outcome;
    }
    certain.status = outcome.status;
    for (level, known) in certain.levels.iter_mut().zip(&outcome.levels) {
        if level.bound >= known.value {
            level.bound = known.bound;
        }
    }
    certain == *outcome
}

/// Where the outcomes differ, with what stands there in each.
fn differences(outcome: &Outcome, read: &Outcome) -> Vec<(String, Value, Value)> {
    fn leaves(path: &str, value: &Value, found: &mut Vec<(String, Value)>) {
        match value {
            Value::Object(entries) => {
                entries.iter().for_each(|(key, value)| leaves(&format!("{path}/{key}"), value, found));
            }
            Value::Array(items) => {
                items.iter().enumerate().for_each(|(at, value)| leaves(&format!("{path}/{at}"), value, found));
            }
            _ => found.push((path.to_owned(), value.clone())),
        }
    }
    let (Ok(before), Ok(after)) = (serde_json::to_value(outcome), serde_json::to_value(read)) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    leaves("", &before, &mut found);
    leaves("", &after, &mut found);
    found.sort_by(|one, other| one.0.cmp(&other.0));
    found.dedup_by(|one, other| one.0 == other.0);
    let both = found.into_iter().map(|(path, _)| {
        let at = |value: &Value| value.pointer(&path).cloned().unwrap_or_default();
        (path.clone(), at(&before), at(&after))
    });
    both.filter(|(_, before, after)| before != after).take(5).collect()
}

/// One change, somewhere: a number, a word, a flag, or an entry of a list put elsewhere, twice or not at all.
fn change(bytes: &mut Unstructured<'_>, value: &mut Value) -> Result<()> {
    match value {
        Value::Object(entries) => {
            let at = bytes.choose_index(entries.len().max(1))?;
            entries.values_mut().nth(at).map_or(Ok(()), |entry| change(bytes, entry))
        }
        Value::Array(items) if items.is_empty() => {
            items.push(leaf(bytes)?);
            Ok(())
        }
        Value::Array(items) => {
            let at = bytes.choose_index(items.len())?;
            match bytes.int_in_range(0..=7)? {
                0 => drop(items.remove(at)),
                1 => {
                    let twice = items.get(at).cloned();
                    items.extend(twice);
                }
                2 => {
                    let other = bytes.choose_index(items.len())?;
                    items.swap(at, other);
                }
                _ => {
                    if let Some(item) = items.get_mut(at) {
                        return change(bytes, item);
                    }
                }
            }
            Ok(())
        }
        Value::Number(number) => {
            let near = number.as_i64().unwrap_or_default();
            *value = match bytes.int_in_range(0..=9)? {
                0 => json!(near.wrapping_add(1)),
                1 => json!(near.wrapping_sub(1)),
                2 => json!(near.wrapping_neg()),
                3 => json!(i64::MAX),
                4 => json!(i64::MIN),
                5 => json!(u64::MAX),
                6 => json!(0),
                7 => json!(u32::MAX),
                8 => Value::Null,
                _ => json!(bytes.arbitrary::<i64>()?),
            };
            Ok(())
        }
        _ => {
            *value = leaf(bytes)?;
            Ok(())
        }
    }
}

fn leaf(bytes: &mut Unstructured<'_>) -> Result<Value> {
    const WORDS: &[&str] = &[
        "a1",
        "a2",
        "a3",
        "b1",
        "b2",
        "b3",
        "b4",
        "x",
        "",
        "interests",
        "wishes",
        "preferences",
        "optimal",
        "best_found",
        "2026-11-02",
        "-009999-01-01",
        "9999-12-31",
        "blank",
        "refused",
        "no_wish",
        "seed",
        "age",
    ];
    Ok(match bytes.int_in_range(0..=4)? {
        0 => json!(bytes.choose(WORDS)?),
        1 => Value::Null,
        2 => json!(bytes.arbitrary::<bool>()?),
        3 => json!(bytes.arbitrary::<i64>()?),
        _ => json!(bytes.arbitrary::<&str>()?),
    })
}

//! The page on the outcome names everything that the outcomes of the examples have.

#![allow(clippy::unwrap_used, reason = "a test that fails here should stop here")]

use serde_json::Value;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

const EXAMPLES: [&str; 5] = [
    "befriending/programme.toml",
    "mentoring/programme.toml",
    "embedded/programme.json",
    "layouts/civil-service/programme.toml",
    "layouts/civil-service/programme-three-each.toml",
];

/// Keys whose text is one of a few words.
const OF_A_FEW: [&str; 11] =
    ["support", "status", "level", "unknown", "record", "because", "unit", "side", "strength", "met", "obstacle"];

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs")
}

/// Every key anywhere in the value, and every word that stands where one of a few can.
fn collect(value: &Value, names: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                names.insert(key.clone());
                if let (true, Value::String(word)) = (OF_A_FEW.contains(&key.as_str()), inner) {
                    names.insert(word.clone());
                }
                collect(inner, names);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| collect(item, names)),
        _ => (),
    }
}

fn outcome(example: &str) -> Value {
    let mut command = Command::new(env!("CARGO_BIN_EXE_alongside"));
    command.arg("match").arg(docs().join("examples").join(example)).args(["--format", "json", "--quiet"]);
    let output = command.output().unwrap();
    assert!(output.status.success(), "{output:?}");
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn everything_in_an_outcome_is_on_its_page() {
    let page = fs::read_to_string(docs().join("reference/outcome.md")).unwrap();
    // Names stand between backticks, alone or inside a piece of JSON.
    let code = page.split('`').skip(1).step_by(2);
    let named: BTreeSet<&str> = code.flat_map(|code| code.split(|c: char| !c.is_alphanumeric() && c != '_')).collect();
    let mut names = BTreeSet::new();
    for example in EXAMPLES {
        collect(&outcome(example), &mut names);
    }
    let missing: Vec<&String> = names.iter().filter(|name| !named.contains(name.as_str())).collect();
    assert!(missing.is_empty(), "docs/reference/outcome.md does not name {missing:?}");
    assert!(names.len() > 100, "only {} names were looked for", names.len());
}

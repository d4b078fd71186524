//! The checker shares no code with the solvers: it names nothing of theirs.

#![allow(clippy::unwrap_used, reason = "a test that fails should fail")]

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What stands behind `crate::` in the files of a folder.
fn named(folder: &Path, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            named(&path, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let words = text.split("crate::").skip(1);
        found.extend(words.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect()));
    }
}

#[test]
fn the_checker_knows_of_problems_certificates_and_solutions_alone() {
    let mut found = BTreeSet::new();
    named(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/verify"), &mut found);
    let found: Vec<&str> = found.iter().map(String::as_str).collect();
    assert_eq!(found, ["certificate", "problem", "solution"]);
}

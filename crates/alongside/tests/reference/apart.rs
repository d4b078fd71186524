//! The audit derives everything anew: it names nothing of what it audits but the words of programme and outcome.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// What stands behind a name and `::` in the files of a folder, its tests left out.
fn named(folder: &Path, name: &str, found: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.ends_with("tests") || path.ends_with("testing") {
            continue;
        }
        if path.is_dir() {
            named(&path, name, found);
            continue;
        }
        let text = fs::read_to_string(&path).unwrap();
        let lines = text.lines().filter(|line| !line.trim_start().starts_with("//"));
        for rest in lines.flat_map(|line| line.split(name).skip(1)) {
            found.insert(rest.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect());
        }
    }
}

#[test]
fn the_audit_sees_programme_outcome_and_the_checker_alone() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/audit");
    for (name, allowed) in [
        ("crate::", &["audit", "domain", "outcome"][..]),
        ("alongside_solver::", &["certificate", "problem", "verify"]),
    ] {
        let mut found = BTreeSet::new();
        named(&folder, name, &mut found);
        let found: Vec<&str> = found.iter().map(String::as_str).collect();
        assert_eq!(found, allowed, "{name}");
    }
}

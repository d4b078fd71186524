//! That the texts and the code speak of the same things.

use super::*;
use crate::audit::FindingCode;
use crate::input::keys::SECTIONS;
use crate::input::{LISTED_CRITERIA, LISTED_RULES};
use crate::issue::IssueCode;

fn named(kind: &str) -> Vec<Entry> {
    entries().into_iter().filter(|entry| entry.kind == kind).collect()
}

fn names(entries: &[Entry]) -> Vec<&str> {
    entries.iter().map(|entry| entry.name.as_str()).collect()
}

#[test]
fn every_rule_has_an_entry() {
    let known: Vec<_> = RULES_IN_FORCE.iter().copied().chain(LISTED_RULES.iter().map(|(name, _)| *name)).collect();
    assert_eq!(names(&named("rule")), known);
}

#[test]
fn every_criterion_has_an_entry() {
    let known: Vec<_> = LISTED_CRITERIA.iter().map(|(name, _)| *name).collect();
    assert_eq!(names(&named("criterion")), known);
}

#[test]
fn every_setting_that_is_heeded_is_described() {
    let listed = LISTED_RULES.iter().chain(LISTED_CRITERIA);
    for (name, settings) in listed {
        let mut references = eligibility::REFERENCES.iter().chain(criteria::REFERENCES);
        let reference = references.find(|reference| reference.name == *name).unwrap();
        let mut told: Vec<_> = reference.settings.iter().map(|(key, _)| *key).filter(|key| *key != "why").collect();
        let mut heeded = settings.to_vec();
        told.sort_unstable();
        heeded.sort_unstable();
        assert_eq!(told, heeded, "{name}");
    }
}

#[test]
fn every_code_has_an_entry_with_all_its_parts() {
    let issues = named("issue");
    assert!(names(&issues).into_iter().eq(IssueCode::ALL.iter().map(|code| code.name())));
    for issue in &issues {
        assert!(issue.example.is_some(), "{}", issue.name);
    }
    let findings = named("finding");
    assert!(names(&findings).into_iter().eq(FindingCode::ALL.iter().map(|code| code.name())));
    assert_eq!(named("exit").len(), 7);
}

#[test]
fn every_key_is_described_and_every_table_has_an_example() {
    let sections = named("section");
    assert_eq!(sections.len(), SECTIONS.len());
    for (section, entry) in SECTIONS.iter().zip(&sections) {
        // The places of one condition, line or bound are shown with the table that they belong to.
        assert!(entry.example.is_some(), "{}", entry.name);
        for key in section.keys {
            assert!(entry.text.contains(&format!("- `{}`: ", key.name)), "{} {}", entry.name, key.name);
            assert!(!key.absent.is_empty());
        }
    }
}

#[test]
fn texts_fit_a_terminal_and_end_in_a_stop() {
    for entry in entries() {
        let mut inside = false;
        for line in entry.text.lines() {
            inside ^= line.starts_with("```");
            assert!(inside || line.chars().count() <= 100, "{} {}: {line}", entry.kind, entry.name);
        }
        assert!(entry.text.ends_with(['.', '`']), "{} {}", entry.kind, entry.name);
    }
}

#[test]
fn slips_find_their_entry() {
    assert_eq!(nearest("dangling_id").as_deref(), Some("dangling-id"));
    assert_eq!(nearest("shared-tag").as_deref(), Some("shared_tags"));
    assert_eq!(nearest("biography"), None);
    assert_eq!(entry("exit-5").unwrap().kind, "exit");
    assert!(entry("no-such-thing").is_none());
}

//! Every example is built, and does what it is shown for.

use crate::wrap;
use alongside::audit::audit_with;
use alongside::domain::{Mentee, Mentor, OwnCriteria, OwnCriterion, OwnPoints};
use alongside::input::Built;
use alongside::reference::{Entry, Example, entries};
use alongside::{Engine, Issues, Programme};

/// The criterion that the example of `own` names.
struct SameBus;

impl OwnCriterion for SameBus {
    fn id(&self) -> &'static str {
        "same_bus"
    }

    fn points<'o>(&'o self, _: &Mentee, _: &Mentor) -> OwnPoints<'o> {
        OwnPoints::Known(700)
    }
}

fn of_kind(kind: &str) -> impl Iterator<Item = Entry> {
    entries().into_iter().filter(move |entry| entry.kind == kind)
}

fn build(document: &str) -> Result<Built, Issues> {
    if document.starts_with('{') {
        Programme::from_json(document)
    } else {
        Programme::from_toml(&wrap::programme(document))
    }
}

/// The programme of an entry's example, which nothing may be said against.
fn programme(entry: &Entry) -> Programme {
    let Some(Example::Document(document)) = entry.example else { unreachable!("{} has no document", entry.name) };
    match build(document) {
        Ok(built) => {
            assert!(built.warnings.is_empty(), "{}: {}", entry.name, built.warnings);
            built.programme
        }
        Err(issues) => unreachable!("{}: {issues}", entry.name),
    }
}

#[test]
fn examples_of_rules_and_criteria_are_matched_and_pass_the_audit() {
    for entry in of_kind("rule").chain(of_kind("criterion")) {
        let programme = programme(&entry);
        let rules = programme.matching().rules.iter().map(|rule| rule.kind.name());
        let criteria = programme.matching().criteria.iter().map(|criterion| criterion.kind.name());
        assert!(rules.chain(criteria).any(|name| name == entry.name), "{} is not in its example", entry.name);
        let given: [&dyn OwnCriterion; 1] = [&SameBus];
        let own = OwnCriteria::new(&given);
        let outcome = Engine::new().with_own(own).run(&programme).unwrap();
        let findings = audit_with(&programme, &outcome, own).findings;
        assert!(findings.is_empty(), "{}: {findings:?}", entry.name);
    }
}

#[test]
fn examples_of_tables_can_stand_in_a_programme() {
    for entry in of_kind("section") {
        programme(&entry);
    }
}

#[test]
fn examples_of_issues_raise_them() {
    for entry in of_kind("issue") {
        let document = match entry.example.unwrap() {
            Example::Document(document) => document.to_owned(),
            Example::Cell { field, text } => wrap::person(field, text),
            // Sheets are read by another crate, which tries these out.
            _ => continue,
        };
        let issues = match build(&document) {
            Ok(built) => built.warnings,
            Err(issues) => issues,
        };
        let raised: Vec<_> = issues.iter().map(|issue| issue.code.name()).collect();
        assert!(raised.contains(&entry.name.as_str()), "{} raises {raised:?}", entry.name);
        if !document.starts_with('{') {
            assert!(raised.iter().all(|code| *code == entry.name), "{} raises {raised:?} as well", entry.name);
        }
    }
}

#[test]
fn equality_monitoring_is_recognised_and_not_offered() {
    let issues = build("[basis.ethnicity]\nbasis = \"consnt\"\n").unwrap_err();
    assert!(!issues.to_string().contains("equality_monitoring"), "{issues}");
    let issues = build("[basis.ethnicity]\nbasis = \"anything\"\n").unwrap_err();
    assert!(!issues.to_string().contains("equality_monitoring"), "{issues}");
}

/// The words that a key of the reference names between backticks.
fn words(section: &str, key: &str) -> Vec<String> {
    let entry = of_kind("section").find(|entry| entry.name == section).unwrap();
    let start = format!("- `{key}`: ");
    let item = entry.text.split(&start).nth(1).unwrap().split("\n- ").next().unwrap().replace('\n', " ");
    let item = item.split(" Required").next().unwrap().split(" When absent").next().unwrap().to_owned();
    item.split('`').skip(1).step_by(2).map(str::to_owned).collect()
}

#[test]
fn the_words_that_the_reference_names_are_those_that_can_stand() {
    let raised = |document: &str| match build(document) {
        Ok(_) => Vec::new(),
        Err(issues) => issues.iter().map(|issue| issue.code.name()).collect::<Vec<_>>(),
    };
    let bases = words("basis.ATTRIBUTE", "basis");
    assert_eq!(bases.len(), 6);
    for basis in bases {
        assert!(raised(&format!("[basis.ethnicity]\nbasis = \"{basis}\"\n")).is_empty(), "{basis}");
    }
    for (key, count) in [("sensitivity", 3), ("protected", 9)] {
        let named = words("attributes.NAME", key);
        assert_eq!(named.len(), count);
        for word in named {
            let rest = if key == "protected" { "sensitivity = \"ordinary\"\n" } else { "" };
            let document = format!("[attributes.other]\nkind = \"number\"\n{key} = \"{word}\"\n{rest}");
            assert!(raised(&document).is_empty(), "{word}");
        }
    }
    for (section, key) in [("rules", "rule"), ("criteria", "criterion")] {
        let known = entries();
        let named = words(section, key);
        let kind = if key == "rule" { "rule" } else { "criterion" };
        assert!(named.iter().all(|word| known.iter().any(|entry| entry.kind == kind && entry.name == *word)));
        assert_eq!(named.len(), if key == "rule" { 12 } else { 13 });
    }
}

#[test]
fn a_key_that_stands_twice_is_told_in_both_notations() {
    let issues = build("[aim]\ntiers = 1\ntiers = 2\n").unwrap_err();
    assert!(issues.iter().all(|issue| issue.code.name() == "syntax" && issue.place.line.is_some()), "{issues}");
}

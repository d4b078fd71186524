//! Every example is built, and does what it is shown for.

use crate::wrap;
use alongside::audit::audit_with;
use alongside::domain::{Mentee, Mentor, OwnCriteria, OwnCriterion, OwnPoints};
use alongside::input::{Built, Document, Node, Notation, Value};
use alongside::reference::{Entry, Example, entries};
use alongside::{Engine, Issues, Programme};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

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
        assert_eq!(named.len(), if key == "rule" { 14 } else { 17 });
    }
}

#[test]
fn a_key_that_stands_twice_is_told_in_both_notations() {
    let issues = build("[aim]\ntiers = 1\ntiers = 2\n").unwrap_err();
    assert!(issues.iter().all(|issue| issue.code.name() == "syntax" && issue.place.line.is_some()), "{issues}");
}

/// Every programme file among the shipped examples.
fn shipped() -> Vec<Document> {
    let mut folders = vec![PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples")];
    let mut documents = Vec::new();
    let notation = |path: &Path| match path.extension()?.to_str()? {
        "toml" => Some(Notation::Toml),
        "json" => Some(Notation::Json),
        _ => None,
    };
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if let Some(notation) = notation(&path) {
                let text = std::fs::read_to_string(&path).unwrap();
                documents.extend(Document::parse(&text, notation, None).ok());
            }
        }
    }
    documents
}

/// The text of all programme files, documents and sheets of the examples.
fn sheets_and_documents() -> String {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples")];
    let mut text = String::new();
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|kind| kind == "toml" || kind == "csv" || kind == "json") {
                text.push_str(&String::from_utf8_lossy(&std::fs::read(&path).unwrap()));
                text.push('\n');
            }
        }
    }
    text
}

#[test]
fn the_shipped_examples_use_every_rule_criterion_and_table() {
    let documents = shipped();
    assert!(documents.len() > 8, "{}", documents.len());
    let named = |list: &str, key: &str| -> BTreeSet<String> {
        let items = documents.iter().filter_map(|one| match &one.root.get(list)?.value {
            Value::List(items) => Some(items),
            _ => None,
        });
        let word = |item: &Node| match &item.get(key)?.value {
            Value::Text(word) => Some(word.clone()),
            _ => None,
        };
        items.flatten().filter_map(word).collect()
    };
    for (list, key) in [("rules", "rule"), ("criteria", "criterion")] {
        let used = named(list, key);
        let idle: Vec<_> = words(list, key).into_iter().filter(|word| !used.contains(word)).collect();
        assert!(idle.is_empty(), "no example lists the {key} {idle:?}");
    }
    // Rules that come into force by something else than being listed.
    let has = |path: &[&str]| {
        let found = |one: &Document| path.iter().try_fold(&one.root, |node, key| node.get(key)).is_some();
        documents.iter().any(found)
    };
    assert!(has(&["safeguarding", "activity"]) && has(&["safeguarding", "training"]));
    let formal =
        |one: &Document| one.root.get("formality").is_some_and(|word| word.value == Value::Text("formal".into()));
    assert!(documents.iter().any(formal), "no example has the rule `goals` in force");
    let entry = of_kind("section").find(|entry| entry.name == "programme").unwrap();
    let keys = entry.text.split("\n- `").skip(1).filter_map(|item| item.split('`').next());
    let idle: Vec<_> = keys.filter(|key| !has(&[*key]) && !has(&["sheets", *key])).collect();
    assert!(idle.is_empty(), "no example has {idle:?}");
    for table in ["safeguarding", "safeguarding.activity", "delivery", "delivery.language", "several_mentees"] {
        let entry = of_kind("section").find(|entry| entry.name == table).unwrap();
        let keys = entry.text.split("\n- `").skip(1).filter_map(|item| item.split("`:").next());
        let path: Vec<&str> = table.split('.').collect();
        // Rows of the table of checks stand there as well, by names with hyphens.
        let idle: Vec<_> =
            keys.filter(|key| !key.contains(['`', '-']) && !has(&[&path[..], &[*key]].concat())).collect();
        assert!(idle.is_empty(), "no example has {idle:?} in {table}");
    }
    // Words of closed lists, of the programme or of one of several.
    let said = |key: &str| -> BTreeSet<String> {
        let alone = documents.iter().filter_map(|one| match &one.root.get(key)?.value {
            Value::Text(word) => Some(word.clone()),
            _ => None,
        });
        alone.chain(named("programmes", key)).collect()
    };
    for key in ["preset", "purpose", "setting"] {
        let used = said(key);
        let all = words("programme", key);
        assert!(all.len() > 1, "{key}: {all:?}");
        let idle: Vec<_> = all.into_iter().filter(|word| !used.contains(word)).collect();
        assert!(idle.is_empty(), "no example has the {key} {idle:?}");
    }
    let scheme = |word: &str| {
        documents.iter().any(|one| {
            let scheme = one.root.get("ethnicity").and_then(|table| table.get("scheme"));
            scheme.is_some_and(|said| said.value == Value::Text(word.into()))
        })
    };
    assert!(scheme("own") && scheme("england_wales_2021"));
    for reader in ["mentee", "mentor", "carer"] {
        let told = |one: &Document| match one.root.get("disclosure").map(|table| &table.value) {
            Some(Value::Table(all)) => all.iter().any(|(_, each)| each.get(reader).is_some()),
            _ => false,
        };
        assert!(documents.iter().any(told), "no example tells the {reader} anything");
    }
    let grounds = ["attribute", "within_days", "promised_days", "under_age"];
    let ground = |key: &str| {
        documents.iter().any(|one| match one.root.get("priority").map(|list| &list.value) {
            Some(Value::List(all)) => all.iter().any(|each| each.get(key).is_some()),
            _ => false,
        })
    };
    let idle: Vec<_> = grounds.into_iter().filter(|key| !ground(key)).collect();
    assert!(idle.is_empty(), "no example has the ground {idle:?}");
    // What people can be asked: as a key or a header somewhere, word for word.
    let entry = of_kind("section").find(|entry| entry.name == "mentors").unwrap();
    let fields = entry.text.split("\n- `").skip(1).filter_map(|item| item.split('`').next());
    let said = sheets_and_documents();
    let words: BTreeSet<&str> = said.split(|letter: char| !letter.is_alphanumeric() && letter != '_').collect();
    let idle: Vec<_> = fields.filter(|field| !words.contains(field)).collect();
    assert!(idle.is_empty(), "no example asks for {idle:?}");
    let listed = |kind: &str| of_kind("section").filter(|entry| entry.name == kind).count();
    assert_eq!(listed("programme"), 1);
}

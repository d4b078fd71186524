//! The table from a mentee's barriers and needs to what a mentor must be able to do.

use super::attributes::Attributes;
use super::keys::CAPABILITY;
use super::near::is_near;
use super::people::ReadPerson;
use super::reader::{Source, TableReader, shown};
use super::whose::whose;
use crate::domain::{
    Answer, AttributeKey, CapabilityRow, NEEDING, Rule, RuleKind, SHIPPED_CAPABILITIES, Vocabulary, normalise_term,
};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The programme's lines, then those of the starting table whose need none of them has.
pub(super) fn read_table(source: &Source, rule: &TableReader<'_>, issues: &mut Issues) -> Vec<CapabilityRow> {
    let mut table: Vec<CapabilityRow> = Vec::new();
    for (index, item) in rule.list("table", issues).iter().enumerate() {
        let path = format!("{}[{index}]", rule.below("table"));
        let Some(line) = TableReader::new(source, path, item, &CAPABILITY, issues) else { continue };
        let Some(row) = read_row(&line, issues) else { continue };
        let clashes = |other: &CapabilityRow| {
            other.term == row.term
                && (other.attribute == row.attribute || other.attribute.is_none() || row.attribute.is_none())
        };
        if table.iter().any(clashes) {
            let message = "two lines about one barrier or need";
            issues.push(IssueCode::DuplicateName, line.place("need"), message, "put what they require into one");
        }
        table.push(row);
    }
    let own = table.len();
    for (term, capability) in SHIPPED_CAPABILITIES {
        if !table.iter().take(own).any(|row| *row.term == **term) {
            table.push(CapabilityRow { term: (*term).into(), attribute: None, requires: vec![(*capability).into()] });
        }
    }
    table
}

fn read_row(line: &TableReader<'_>, issues: &mut Issues) -> Option<CapabilityRow> {
    let term = line.required_text("need", issues).map(normalise_term);
    let words = NEEDING.map(|name| (name, name));
    let attribute = line.choice("attribute", &words, issues).map(AttributeKey::new);
    if line.node("requires").is_none() {
        line.missing("requires", issues);
    }
    let requires: Vec<Arc<str>> = line.texts("requires", issues).into_iter().map(Arc::from).collect();
    Some(CapabilityRow { term: term?.into(), attribute, requires })
}

/// Tells of capabilities that a line requires, no mentor has, and a slip away is one that mentors have or the starting
/// table knows.
pub(crate) fn tell_required_names(
    rules: &[Rule],
    (source, mentors): (&Source, &[ReadPerson]),
    attributes: &Attributes,
    issues: &mut Issues,
) {
    let key = AttributeKey::new("capabilities");
    let mut required: BTreeSet<Arc<str>> = BTreeSet::new();
    for rule in rules {
        if let RuleKind::Capabilities { table, .. } = &rule.kind {
            required.extend(table.iter().flat_map(|row| &row.requires).map(|word| normalise_term(word).into()));
        }
    }
    if required.is_empty() {
        return;
    }
    let answers = mentors.iter().filter_map(|read| read.person.answers.get(&key));
    let had: BTreeSet<Arc<str>> = answers.flat_map(Answer::terms).cloned().collect();
    let shipped: BTreeSet<Arc<str>> = SHIPPED_CAPABILITIES.iter().map(|(_, one)| normalise_term(one).into()).collect();
    let counts: BTreeSet<Arc<str>> = had.iter().map(|term| attributes.counts_as(&key, term)).collect();
    let known = |word: &Arc<str>| shipped.contains(word) || counts.contains(&attributes.counts_as(&key, word));
    for word in required.iter().filter(|word| !known(word)) {
        let near = match shipped.iter().find(|other| is_near(word, other)) {
            Some(other) => format!("`{other}` of the starting table"),
            None if had.iter().any(|other| is_near(word, other)) => "one that mentors have".to_owned(),
            None => continue,
        };
        let message = format!(
            "the rule `capabilities` requires `{}`, which no mentor has and which is nearly {near}",
            shown(word)
        );
        let remedy = "if that is meant, write it so; if not, leave it";
        issues.push(IssueCode::NearMissTerm, source.place("rules", None), message, remedy);
    }
}

/// Tells how many barriers and needs stand in no line of any table, and so ask for nothing; never which.
pub(crate) fn tell_unmet_needs(
    rules: &[Rule],
    (mentees, opaque_ids): (&[ReadPerson], bool),
    attributes: &Attributes,
    issues: &mut Issues,
) {
    let tables: Vec<&[CapabilityRow]> = rules
        .iter()
        .filter_map(|rule| match &rule.kind {
            RuleKind::Capabilities { table, .. } => Some(&**table),
            _ => None,
        })
        .collect();
    if tables.is_empty() {
        return;
    }
    for name in NEEDING {
        let key = AttributeKey::new(name);
        let Some(vocabulary) = attributes.all.get(&key).map(|attribute| &attribute.vocabulary) else { continue };
        let looked_for = |row: &&CapabilityRow| row.attribute.as_ref().is_none_or(|about| *about == key);
        let lines = tables.iter().flat_map(|table| table.iter().filter(looked_for));
        let lines: BTreeSet<&Arc<str>> = lines.map(|row| vocabulary.canonical(&row.term)).collect();
        if lines.is_empty() {
            // Then nothing looks at it at all, which is told as that.
            continue;
        }
        let mut words: BTreeSet<&Arc<str>> = BTreeSet::new();
        let mut asking: Vec<&ReadPerson> = Vec::new();
        for read in mentees {
            let answer = read.person.answers.get(&key);
            let unmet = answer.into_iter().flat_map(Answer::terms).filter(|term| !stands_in(vocabulary, &lines, term));
            let unmet: Vec<&Arc<str>> = unmet.collect();
            if !unmet.is_empty() {
                asking.push(read);
            }
            words.extend(unmet);
        }
        let Some(first) = asking.first() else { continue };
        let (count, people) = (words.len(), asking.len());
        let (word, stand, ask) = if count == 1 { ("word", "stands", "asks") } else { ("words", "stand", "ask") };
        let mentee = if people == 1 { "mentee" } else { "mentees" };
        let ids = whose(opaque_ids, asking.iter().copied());
        let message = format!(
            "{count} {word} in `{name}` of {people} {mentee} {stand} in no line of the rule `capabilities`, and {ask} for \
             nothing{ids}"
        );
        let remedy =
            "add lines to its `table`, with `requires = []` where nothing is asked of a mentor, or mend the words";
        let place = Place { file: first.place().file, field: Some(name.into()), ..Place::default() };
        issues.push(IssueCode::NeedWithoutLine, place, message, remedy);
    }
}

/// Whether a line is about the term or about what stands above it.
fn stands_in(vocabulary: &Vocabulary, lines: &BTreeSet<&Arc<str>>, term: &Arc<str>) -> bool {
    lines.contains(vocabulary.canonical(term)) || vocabulary.above(term).into_iter().any(|above| lines.contains(above))
}

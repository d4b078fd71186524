//! The programme's vocabulary: synonyms and broader terms, checked before anybody's answer is read.

use super::attributes::{Attributes, Spellings};
use super::further::RecordReader;
use super::near::Known;
use super::people::is_blank;
use super::reader::shown;
use super::{FurtherRecord, Node, Value};
use crate::domain::{AttributeKey, AttributeKind, Vocabulary, normalise_term};
use crate::issue::{IssueCode, Issues, Place};
use petgraph::algo::kosaraju_scc;
use petgraph::graph::DiGraph;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// One line, as written.
#[derive(Debug)]
struct Line {
    term: Word,
    canonical: Option<Word>,
    parents: Vec<Word>,
    place: Place,
}

/// A word as it is compared, and as it is spelled.
#[derive(Debug, Clone)]
struct Word {
    term: Arc<str>,
    spelling: Arc<str>,
}

impl Word {
    fn new(text: &str) -> Option<Self> {
        let spelling = text.split_whitespace().collect::<Vec<_>>().join(" ");
        (!spelling.is_empty()).then(|| Self { term: normalise_term(&spelling).into(), spelling: spelling.into() })
    }
}

/// Most lines of a vocabulary, each synonym in a list counted as one.
const MAX_LINES: usize = 100_000;

/// Most terms above one.
const MAX_ABOVE: usize = 100;

/// What is wrong with a line; with what to do.
type Fault = (&'static str, &'static str);

const TWO_CANONICALS: Fault = ("the word is a synonym of two terms", "keep the line with the term that is meant");
const OWN_SYNONYM: Fault = ("the word is a synonym of itself", "leave `canonical` out, or name another term");
const CHAIN: Fault =
    ("the canonical term is itself a synonym of another", "name as canonical the term that all of them count as");
const SYNONYM_BELOW: Fault =
    ("the word is a synonym and has a broader term of its own", "give the broader term to its canonical term");
const LOOP: Fault = ("the term stands above itself", "take out the line that makes the narrower term the broader one");
const TOO_HIGH: Fault =
    ("more than 100 terms stand above the term", "leave out the broadest, which everybody has in common");
const NOT_LISTED: Fault =
    ("the attribute has a closed list of values, and the term is not in it", "add it to the `values`, or mend it");

/// Reads the vocabulary and hands it to the attributes: to those that a line names, otherwise to every attribute of kind
/// tags or `one_of` whose list is open. Time in proportion to lines times the attributes they hold for.
pub(crate) fn read_terms<'a>(
    records: impl Iterator<Item = &'a FurtherRecord>,
    attributes: &mut Attributes,
    issues: &mut Issues,
) {
    let mut lines = Vec::new();
    let mut everywhere = Vec::new();
    let mut named: BTreeMap<AttributeKey, Vec<usize>> = BTreeMap::new();
    for record in records {
        let reader = RecordReader { record };
        let keys = listed(reader, "attribute", issues);
        let keys: Vec<Option<AttributeKey>> =
            keys.iter().map(|name| usable(reader, name, attributes, issues)).collect();
        let mut words = |field: &str| -> Vec<Word> {
            listed(reader, field, issues).iter().filter_map(|word| Word::new(word)).collect()
        };
        let (synonyms, parents) = (words("synonyms"), words("parent"));
        let canonical = reader.text("canonical", issues).and_then(|text| Word::new(&text));
        let Some(term) = reader.required_text("term", issues).and_then(|text| Word::new(&text)) else { continue };
        // Each synonym in a list is as good as a line of its own.
        let counted = synonyms.into_iter().map(|synonym| (synonym, Some(term.clone()), Vec::new()));
        for (word, canonical, parents) in counted.chain([(term.clone(), canonical, parents)]).collect::<Vec<_>>() {
            if keys.is_empty() {
                everywhere.push(lines.len());
            }
            for key in keys.iter().flatten() {
                named.entry(key.clone()).or_default().push(lines.len());
            }
            lines.push(Line { term: word, canonical, parents, place: record.place() });
        }
    }
    let Some(first) = lines.first() else { return };
    if lines.len() > MAX_LINES {
        let message = format!("the vocabulary has more than {MAX_LINES} lines, synonyms in lists counted");
        issues.push(IssueCode::LimitExceeded, first.place.clone(), message, "keep to words that people use");
        return;
    }
    tell_near_parents(&lines, issues);
    let mut faults: BTreeSet<(usize, Fault)> = BTreeSet::new();
    let mut built: BTreeMap<Vec<usize>, (Arc<Vocabulary>, Arc<Spellings>)> = BTreeMap::new();
    let open = attributes.all.values().filter(|attribute| {
        matches!(attribute.kind, AttributeKind::Tags | AttributeKind::OneOf) && !attributes.is_closed(&attribute.key)
    });
    let mut of: BTreeMap<AttributeKey, Vec<usize>> =
        open.map(|attribute| (attribute.key.clone(), everywhere.clone())).collect();
    for (key, own) in named {
        let all = of.entry(key).or_default();
        all.extend(own);
        all.sort_unstable();
    }
    for (key, which) in of.into_iter().filter(|(_, which)| !which.is_empty()) {
        let numbered = || which.iter().filter_map(|at| Some((*at, lines.get(*at)?)));
        if attributes.is_closed(&key) {
            faults.extend(numbered().filter(|(_, line)| !fits(line, &key, attributes)).map(|(at, _)| (at, NOT_LISTED)));
        }
        let (vocabulary, words) = built.entry(which.clone()).or_insert_with(|| {
            let (vocabulary, words) = build(numbered(), &mut faults);
            (Arc::new(vocabulary), Arc::new(words))
        });
        attributes.set_vocabulary(&key, vocabulary.clone(), words.clone());
    }
    for (at, (message, remedy)) in faults {
        if let Some(line) = lines.get(at) {
            let code = if (message, remedy) == TOO_HIGH { IssueCode::LimitExceeded } else { IssueCode::BadTerm };
            issues.push(code, line.place.clone(), message, remedy);
        }
    }
}

/// Tells of a broader term that stands nowhere else and is nearly another word of the vocabulary: the narrower one would
/// stand below nothing that anybody says.
fn tell_near_parents(lines: &[Line], issues: &mut Issues) {
    let mut times: BTreeMap<&Arc<str>, usize> = BTreeMap::new();
    for line in lines {
        // A word with a line of its own, and one that counts for another, are meant.
        for word in [Some(&line.term), line.canonical.as_ref()].into_iter().flatten() {
            *times.entry(&word.term).or_default() += 2;
        }
        for parent in &line.parents {
            *times.entry(&parent.term).or_default() += 1;
        }
    }
    let once = |parent: &&Word| times.get(&parent.term) == Some(&1);
    if !lines.iter().flat_map(|line| &line.parents).any(|parent| once(&parent)) {
        return;
    }
    let known = Known::new(times.iter().filter(|(_, times)| **times > 1).map(|(word, _)| *word));
    for line in lines {
        for parent in line.parents.iter().filter(once) {
            let Some(near) = known.nearest(&parent.term).filter(|near| **near != line.term.term) else { continue };
            let message = format!(
                "a broader term, `{}`, that stands nowhere else and is nearly `{}`",
                shown(&parent.spelling),
                shown(near)
            );
            let remedy = "if that is meant, write it so; if not, give it a line of its own";
            issues.push(IssueCode::NearMissTerm, line.place.clone(), message, remedy);
        }
    }
}

/// The texts of a field: a list, or one text parted by `;`.
fn listed(reader: RecordReader<'_>, field: &str, issues: &mut Issues) -> Vec<String> {
    let Some(node) = reader.node(field) else { return Vec::new() };
    let items = match &node.value {
        Value::List(items) => items.as_slice(),
        _ => std::slice::from_ref(node),
    };
    let mut texts = Vec::new();
    for item in items.iter().filter(|item| !is_blank(item)) {
        match &item.value {
            Value::Text(text) => texts.extend(super::text::items(text).map(str::to_owned)),
            Value::Integer(number) => texts.push(number.to_string()),
            _ => {
                let message = format!("{} where a text is expected", Node::type_name(item));
                issues.push(IssueCode::WrongType, reader.place(field), message, "write texts, parted by `;`");
            }
        }
    }
    texts
}

/// The attribute of that name, where its answers are words.
fn usable(reader: RecordReader<'_>, name: &str, attributes: &Attributes, issues: &mut Issues) -> Option<AttributeKey> {
    let attribute = attributes.find(name, reader.place("attribute"), issues)?;
    if !matches!(attribute.kind, AttributeKind::Tags | AttributeKind::OneOf) {
        let message = format!("`{name}` is of kind {}, and tags or one_of is needed", attribute.kind.name());
        issues.push(IssueCode::AttributeKind, reader.place("attribute"), message, "name another attribute");
        return None;
    }
    Some(attribute.key.clone())
}

/// Whether a closed list has the terms that people could come to stand for by this line.
fn fits(line: &Line, key: &AttributeKey, attributes: &Attributes) -> bool {
    let stands = line.canonical.as_ref().unwrap_or(&line.term);
    attributes.in_closed(key, &stands.term) && line.parents.iter().all(|parent| attributes.in_closed(key, &parent.term))
}

/// Puts lines together; what is wrong with one is noted under its number.
fn build<'l>(
    lines: impl Iterator<Item = (usize, &'l Line)>,
    faults: &mut BTreeSet<(usize, Fault)>,
) -> (Vocabulary, Spellings) {
    let lines: Vec<_> = lines.collect();
    let mut words = Spellings::new();
    let mut vocabulary = Vocabulary::default();
    for (at, line) in &lines {
        // The smallest spelling, so that it does not depend on the order of lines.
        for word in std::iter::once(&line.term).chain(&line.canonical).chain(&line.parents) {
            let known = words.entry(word.term.clone()).or_insert_with(|| word.spelling.clone());
            if word.spelling < *known {
                *known = word.spelling.clone();
            }
        }
        let Some(canonical) = &line.canonical else { continue };
        if canonical.term == line.term.term {
            faults.insert((*at, OWN_SYNONYM));
        } else if vocabulary.synonyms.get(&line.term.term).is_some_and(|known| *known != canonical.term) {
            faults.insert((*at, TWO_CANONICALS));
        } else {
            vocabulary.synonyms.insert(line.term.term.clone(), canonical.term.clone());
        }
    }
    for (at, line) in &lines {
        let synonym = vocabulary.synonyms.contains_key(&line.term.term);
        if synonym && line.canonical.as_ref().is_some_and(|one| vocabulary.synonyms.contains_key(&one.term)) {
            faults.insert((*at, CHAIN));
        }
        if synonym && !line.parents.is_empty() {
            faults.insert((*at, SYNONYM_BELOW));
            continue;
        }
        for parent in &line.parents {
            let parent = vocabulary.canonical(&parent.term).clone();
            if parent == line.term.term {
                faults.insert((*at, LOOP));
            } else {
                vocabulary.parents.entry(line.term.term.clone()).or_default().insert(parent);
            }
        }
    }
    let loops = loops(&vocabulary);
    for (at, line) in &lines {
        let own = loops.get(&line.term.term);
        let looped = |parent: &Word| own.is_some() && loops.get(vocabulary.canonical(&parent.term)) == own;
        if line.parents.iter().any(looped) {
            faults.insert((*at, LOOP));
        } else if loops.is_empty() && !line.parents.is_empty() && stands_too_high(&vocabulary, &line.term.term) {
            faults.insert((*at, TOO_HIGH));
        }
    }
    (vocabulary, words)
}

/// The terms that stand above themselves, with the number of the loop in which they do. Time linear in terms and
/// parents.
fn loops(vocabulary: &Vocabulary) -> BTreeMap<Arc<str>, usize> {
    let edges = vocabulary.parents.iter().flat_map(|(term, parents)| parents.iter().map(move |parent| (term, parent)));
    let terms: BTreeSet<&Arc<str>> = edges.clone().flat_map(|(term, parent)| [term, parent]).collect();
    let terms: Vec<&Arc<str>> = terms.into_iter().collect();
    let place = |term: &Arc<str>| terms.binary_search(&term).ok().and_then(|at| u32::try_from(at).ok());
    let edges = edges.filter_map(|(term, parent)| place(term).zip(place(parent)));
    let graph = DiGraph::<(), (), u32>::from_edges(edges);
    // Not Tarjan's: that one calls itself as deep as terms stand above each other.
    let groups = kosaraju_scc(&graph).into_iter().filter(|group| group.len() > 1).enumerate();
    let numbered = groups.flat_map(|(number, group)| group.into_iter().map(move |node| (node.index(), number)));
    numbered.filter_map(|(at, number)| Some(((*terms.get(at)?).clone(), number))).collect()
}

/// Whether more terms stand above this one than may; looks at no more of them than it has to.
fn stands_too_high(vocabulary: &Vocabulary, term: &Arc<str>) -> bool {
    let (mut above, mut open) = (BTreeSet::new(), vec![term]);
    while let Some(term) = open.pop().filter(|_| above.len() <= MAX_ABOVE) {
        open.extend(vocabulary.parents.get(term).into_iter().flatten().filter(|parent| above.insert(*parent)));
    }
    above.len() > MAX_ABOVE
}

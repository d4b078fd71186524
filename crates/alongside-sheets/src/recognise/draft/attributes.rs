//! Attributes that the draft declares: what both sheets have and no standard field covers.

use super::toml::{Put, list, quoted};
use crate::recognise::evidence::{Kind, ladder};
use crate::recognise::facts::Facts;
use crate::recognise::meaning::{Hint, Meaning};
use crate::recognise::proposal::Proposal;
use std::collections::BTreeSet;

/// An attribute as the draft declares it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::recognise) struct Declared {
    pub(in crate::recognise) hint: Hint,
    pub(in crate::recognise) kind: &'static str,
    /// For a level: its words, lowest first.
    pub(in crate::recognise) order: Vec<String>,
    /// Whether the cells are lengths of time, to be read as months.
    pub(in crate::recognise) duration: bool,
    /// Whether nothing is left to decide: both sides have it, and a level has its order.
    pub(in crate::recognise) settled: bool,
    pub(in crate::recognise) why: String,
}

/// Every attribute that some column stands for, in the order of the sheets.
pub(in crate::recognise) fn all(proposal: &Proposal) -> Vec<Declared> {
    let mut found: Vec<Declared> = Vec::new();
    for (_, reading) in proposal.sides() {
        for judged in &reading.judged {
            if let Some(Meaning::Attribute(hint)) = judged.meaning
                && !found.iter().any(|other| other.hint.name == hint.name)
            {
                found.extend(declare(proposal, hint));
            }
        }
    }
    found
}

/// The attribute of that name.
pub(in crate::recognise) fn declared(proposal: &Proposal, name: &str) -> Option<Declared> {
    all(proposal).into_iter().find(|one| one.hint.name == name)
}

fn declare(proposal: &Proposal, hint: Hint) -> Option<Declared> {
    let mut columns: Vec<&Facts> = Vec::new();
    for (_, reading) in proposal.sides() {
        let column = reading.of_meaning(Meaning::Attribute(hint)).into_iter().next();
        columns.extend(column.and_then(|column| reading.survey.columns.get(column)).map(|column| &column.facts));
    }
    let both = columns.len() == 2;
    let every = |test: fn(&Facts) -> bool| columns.iter().all(|facts| test(facts));
    let mut declared = Declared {
        hint,
        kind: "one_of",
        order: Vec::new(),
        duration: false,
        settled: both,
        why: "one answer each".to_owned(),
    };
    if columns.iter().all(|facts| facts.filled == 0) {
        declared.settled = false;
        "no cell is filled, so its kind is open".clone_into(&mut declared.why);
    } else if every(|facts| facts.mostly(Kind::Number)) {
        declared.kind = "number";
        "the cells are numbers".clone_into(&mut declared.why);
    } else if every(|facts| facts.mostly(Kind::Duration)) {
        (declared.kind, declared.duration) = ("number", true);
        "the cells are lengths of time; counted in months".clone_into(&mut declared.why);
    } else if columns.iter().any(|facts| facts.is_list()) {
        declared.kind = "tags";
        "the cells are lists".clone_into(&mut declared.why);
    } else if every(|facts| facts.closed().is_some()) {
        let words: BTreeSet<String> =
            columns.iter().filter_map(|facts| facts.closed()).flatten().map(|(word, _)| word.to_owned()).collect();
        if let Some((name, order)) = ladder(&words.iter().map(String::as_str)) {
            (declared.kind, declared.order) = ("level", order);
            declared.why = format!("the words are {name}, put in order lowest first: CHECK it");
        } else if matches!(hint.name, "grade" | "experience_level" | "school_year") {
            (declared.kind, declared.order, declared.settled) = ("level", words.into_iter().collect(), false);
            "these words have an order that only you know".clone_into(&mut declared.why);
        } else {
            declared.why = format!("one of {} words", words.len());
        }
    }
    (!columns.is_empty()).then_some(declared)
}

/// The tables of the declared attributes; those that are not settled as comments.
pub(super) fn write(proposal: &Proposal) -> String {
    let mut text = String::new();
    for one in all(proposal) {
        let mut lines = format!("[attributes.{}]\nkind = {}    # {}\n", one.hint.name, quoted(one.kind), one.why);
        if one.kind == "level" {
            lines.put(format_args!("order = {}\n", list(one.order.iter().map(String::as_str))));
        }
        lines.push_str("sensitivity = \"ordinary\"\n");
        if one.settled {
            text.push_str(&lines);
        } else {
            let why = if one.kind == "level" && !one.order.is_empty() {
                "Put its words in order, lowest first, then take the signs away here and where it is mapped."
            } else {
                "Only one of the sheets has it, so nothing can be compared; it is there for your own use."
            };
            text.push_str(&super::toml::comment(why, ""));
            lines.lines().for_each(|line| text.put(format_args!("# {line}\n")));
        }
        text.push('\n');
    }
    text
}

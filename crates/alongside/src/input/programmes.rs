//! Several programmes in one run: whom each is for, with whom it shares its mentors, and what it weighs otherwise.

use super::attributes::Attributes;
use super::criteria::MAX_WEIGHT;
use super::design::{read_sub_goals, tell_idle};
use super::keys::{ELIGIBLE, GROUP, ONE_PROGRAMME};
use super::people::ReadPerson;
use super::priority::value_of;
use super::reader::{Source, TableReader, shown, suggestion};
use super::rules::years;
use super::{Node, Value};
use crate::domain::{
    AGREES_TO_SHARING, APPROVED_FOR, Among, AttributeKey, Criterion, Design, Eligibility, OneProgramme, OwnFactor,
    Purpose, REFERRED_TO, Rule, RuleKind, Setting, Want, normalise_term,
};
use crate::issue::{IssueCode, Issues};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The programmes as far as they can be read before attributes have their words and criteria their ids.
#[derive(Debug)]
pub(crate) struct Drafts<'a> {
    source: &'a Source,
    drafts: Vec<Draft<'a>>,
}

#[derive(Debug)]
struct Draft<'a> {
    table: TableReader<'a>,
    id: &'a str,
    term: Arc<str>,
    name: Option<&'a str>,
    design: Design,
}

impl<'a> Drafts<'a> {
    /// Reads ids, names and purposes, and lets nobody name another programme.
    pub(crate) fn read(
        source: &'a Source,
        items: &'a [Node],
        attributes: &mut Attributes,
        issues: &mut Issues,
    ) -> Self {
        let mut drafts: Vec<Draft<'a>> = Vec::new();
        for (index, item) in items.iter().enumerate() {
            let path = format!("programmes[{index}]");
            let Some(table) = TableReader::new(source, path, item, &ONE_PROGRAMME, issues) else { continue };
            let id = table.required_text("id", issues);
            let name = table.text("name", issues);
            let purpose = table.choice("purpose", Purpose::WORDS, issues);
            let sub_goals = read_sub_goals(&table, purpose, issues);
            let design = Design {
                purpose,
                sub_goals,
                setting: table.choice("setting", Setting::WORDS, issues),
                ..Design::default()
            };
            let Some(id) = id else { continue };
            let term: Arc<str> = normalise_term(id).into();
            if drafts.iter().any(|other| other.term == term) {
                let message = "two programmes have the same id";
                issues.push(IssueCode::DuplicateName, table.place("id"), message, "give each an `id` of its own");
                continue;
            }
            drafts.push(Draft { table, id, term, name, design });
        }
        if !drafts.is_empty() {
            attributes.set_programmes(&drafts.iter().map(|draft| draft.id).collect::<Vec<_>>());
        }
        Self { source, drafts }
    }

    /// What the programmes are for, which factors on weights may speak of.
    pub(crate) fn designs(&self) -> impl Iterator<Item = &Design> {
        self.drafts.iter().map(|draft| &draft.design)
    }

    /// The programmes whole, in the file's order.
    pub(crate) fn finish(
        self,
        attributes: &mut Attributes,
        (criteria, factors): (&[Criterion], &[OwnFactor]),
        issues: &mut Issues,
    ) -> Vec<OneProgramme> {
        let known: Vec<(&str, Arc<str>)> = self.drafts.iter().map(|draft| (draft.id, draft.term.clone())).collect();
        let finished = self.drafts.iter().map(|draft| {
            let weights = read_weights(draft, criteria, issues);
            let stated = |at, one: &Criterion| weights.get(&at).copied().unwrap_or(one.weighing.stated);
            let path = format!("{}.", draft.table.own_path());
            tell_idle((self.source, &path), (&draft.design, factors), criteria, stated, issues);
            OneProgramme {
                id: draft.id.into(),
                term: draft.term.clone(),
                name: draft.name.unwrap_or(draft.id).to_owned(),
                design: draft.design.clone(),
                shares_with: read_sharing(draft, &known, issues),
                mentees: self.eligible(draft, "mentees", attributes, issues),
                mentors: self.eligible(draft, "mentors", attributes, issues),
                weights,
            }
        });
        finished.collect()
    }

    /// Whom of one side the programme is for.
    fn eligible(
        &self,
        draft: &Draft<'_>,
        side: &'static str,
        attributes: &mut Attributes,
        issues: &mut Issues,
    ) -> Eligibility {
        let Some(node) = draft.table.node(side) else { return Eligibility::default() };
        let path = draft.table.below(side);
        let Some(table) = TableReader::new(self.source, path, node, &ELIGIBLE, issues) else {
            return Eligibility::default();
        };
        let ages = years(self.source, &table, "ages", 0, issues);
        let mut groups = Vec::new();
        for (index, item) in table.list("groups", issues).iter().enumerate() {
            let path = format!("{}[{index}]", table.below("groups"));
            groups.extend(self.among(path, item, attributes, issues));
        }
        let area = table.node("area").and_then(|node| self.among(table.below("area"), node, attributes, issues));
        let purposes = read_purposes(&table, side, issues);
        let read = Eligibility { ages, groups, area, purposes };
        if read.is_open() && ["ages", "groups", "area", "purposes"].iter().all(|key| table.node(key).is_none()) {
            let message = format!("`{side}` says of nobody whether the programme is for them");
            let remedy = "give `ages`, `groups`, `area` or `purposes`, or leave it out where it is for everybody";
            issues.push(IssueCode::BadSetting, table.own_place(), message, remedy);
        }
        read
    }

    fn among(&self, path: String, node: &Node, attributes: &mut Attributes, issues: &mut Issues) -> Option<Among> {
        let table = TableReader::new(self.source, path, node, &GROUP, issues)?;
        let name = table.required_text("attribute", issues);
        let value = table.node("any_of");
        if value.is_none() {
            table.missing("any_of", issues);
        }
        let attribute = attributes.find(name?, table.place("attribute"), issues)?;
        let (key, kind) = (attribute.key.clone(), attribute.kind.clone());
        let want = value_of(&table, ("any_of", value?), (&key, &kind), attributes, issues)?;
        Some(Among { attribute: key, want })
    }
}

/// What mentees have to come for.
fn read_purposes(table: &TableReader<'_>, side: &str, issues: &mut Issues) -> Option<Among> {
    let mut terms: BTreeSet<Arc<str>> = BTreeSet::new();
    for word in table.texts("purposes", issues) {
        if Purpose::WORDS.iter().any(|(known, _)| *known == word) {
            terms.insert(word.into());
        } else {
            let remedy = suggestion(word, Purpose::WORDS.iter().map(|(known, _)| *known));
            issues.push(IssueCode::UnknownValue, table.place("purposes"), "`purposes` has a word that is none", remedy);
        }
    }
    if side == "mentors" && table.node("purposes").is_some() {
        let message = "`purposes` is asked of mentees alone: it is what they come for";
        issues.push(IssueCode::BadSetting, table.place("purposes"), message, "write it under `mentees`");
        return None;
    }
    (!terms.is_empty()).then(|| Among { attribute: AttributeKey::new("purpose"), want: Want::AnyOf(terms) })
}

/// The other programmes to which mentors may be shown.
fn read_sharing(draft: &Draft<'_>, known: &[(&str, Arc<str>)], issues: &mut Issues) -> Vec<usize> {
    let mut shares = Vec::new();
    let place = || draft.table.place("shares_with");
    for word in draft.table.texts("shares_with", issues) {
        let term = normalise_term(word);
        match known.iter().position(|(_, known)| **known == *term) {
            None => {
                let others = known.iter().filter(|(_, other)| *other != draft.term).map(|(id, _)| *id);
                let remedy = suggestion(word, others);
                issues.push(IssueCode::UnknownValue, place(), "`shares_with` has an id that no programme has", remedy);
            }
            Some(_) if *term == *draft.term => {
                let message = "a programme shares with itself: its own mentors are its own";
                issues.push(IssueCode::BadSetting, place(), message, "name other programmes, or leave it out");
            }
            Some(at) if shares.contains(&at) => {
                let message = "`shares_with` names a programme twice";
                issues.push(IssueCode::DuplicateName, place(), message, "keep one of the two");
            }
            Some(at) => shares.push(at),
        }
    }
    shares
}

/// The weights that the programme states in place of the file's.
fn read_weights(draft: &Draft<'_>, criteria: &[Criterion], issues: &mut Issues) -> BTreeMap<usize, i64> {
    let mut weights = BTreeMap::new();
    let table = &draft.table;
    let entries = match table.node("weights").map(|node| &node.value) {
        None => return weights,
        Some(Value::Table(entries)) => entries,
        Some(_) => {
            let message = "`weights` is no table from ids of criteria to weights";
            issues.push(IssueCode::WrongType, table.place("weights"), message, "write `{ CRITERION = 3 }`");
            return weights;
        }
    };
    for (id, node) in entries {
        let place = || {
            let mut place = table.place("weights");
            place.path = Some(crate::issue::shown_path(&format!("{}.{}", table.below("weights"), shown(id))));
            place
        };
        let Some(at) = criteria.iter().position(|one| *one.id == **id) else {
            let remedy = suggestion(id, criteria.iter().map(|one| &*one.id));
            issues.push(IssueCode::UnknownValue, place(), "an id that no criterion has", remedy);
            continue;
        };
        match node.value {
            Value::Integer(weight) if (0..=MAX_WEIGHT).contains(&weight) => {
                weights.insert(at, weight);
            }
            _ => {
                let message = format!("a weight that is not a whole number from 0 to {MAX_WEIGHT}");
                issues.push(IssueCode::BadNumber, place(), message, "write a number in that range");
            }
        }
    }
    let stated = |(at, one): (usize, &Criterion)| weights.get(&at).copied().unwrap_or(one.weighing.stated);
    let weighed = criteria.iter().any(|one| one.weight > 0);
    if weighed && !weights.is_empty() && criteria.iter().enumerate().map(stated).all(|weight| weight == 0) {
        let message = "every weight is zero for this programme";
        let remedy = "give at least one criterion a weight above zero";
        issues.push(IssueCode::BadSetting, table.place("weights"), message, remedy);
    }
    weights
}

/// The attributes that tell whom the programmes are for, each once.
pub(crate) fn bears_on(programmes: &[OneProgramme]) -> Vec<AttributeKey> {
    let mut all = Vec::new();
    for key in programmes.iter().flat_map(|one| [&one.mentees, &one.mentors]).flat_map(Eligibility::attributes) {
        if !all.contains(&key) {
            all.push(key);
        }
    }
    all
}

/// Programmes that no rule keeps to, and people who name programmes where there are none.
pub(crate) fn check_programmes(
    source: &Source,
    programmes: &[OneProgramme],
    rules: &[Rule],
    (mentors, mentees): (&[ReadPerson], &[ReadPerson]),
    issues: &mut Issues,
) {
    let ruled = rules.iter().any(|rule| matches!(rule.kind, RuleKind::Programme { .. }));
    if !programmes.is_empty() && !ruled {
        let message = "programmes are listed, and no rule keeps to them: everybody could be proposed to everybody";
        let remedy = "add `[[rules]]` with rule = \"programme\"";
        issues.push(IssueCode::BadSetting, source.place("programmes", None), message, remedy);
    }
    if !programmes.is_empty() || ruled {
        return;
    }
    let fields = [(mentees, REFERRED_TO), (mentors, APPROVED_FOR), (mentors, AGREES_TO_SHARING)];
    for (people, field) in fields {
        let Some(read) = people.par_iter().find_first(|read| read.person.answers.contains_key(field)) else { continue };
        let place = crate::issue::Place { field: Some(field.into()), ..read.place() };
        let message = format!("`{field}` is filled in, and the file lists no programmes");
        issues.push(IssueCode::BadSetting, place, message, "list them as `[[programmes]]`, or leave the field out");
    }
}

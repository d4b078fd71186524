//! Standard and declared attributes, and the basis for the sensitive ones.

mod declared;
mod words;

#[cfg(any(debug_assertions, feature = "schema"))]
pub(crate) use declared::{BASES, PROTECTED, SENSITIVITIES};
pub(crate) use words::{Seen, Spellings};

use super::reader::{shown, suggestion};
use crate::domain::{
    APPROVED_FOR, Attribute, AttributeKey, AttributeKind, BROAD_ETHNICITY, Protected, REFERRED_TO, Sensitivity,
    Vocabulary, normalise_term,
};
use crate::issue::{IssueCode, Issues, Place};
use foldhash::fast::RandomState;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use words::Spelling;

/// The attributes of a programme and the closed vocabularies it declares.
#[derive(Debug, Default)]
pub(crate) struct Attributes {
    pub(crate) all: BTreeMap<AttributeKey, Attribute>,
    /// Terms that may occur, where the programme closes the list.
    closed: BTreeMap<AttributeKey, BTreeSet<Arc<str>>>,
    /// The words that the programme's vocabulary names, with their spelling.
    words: BTreeMap<AttributeKey, Arc<Spellings>>,
    /// Which words occurred among people's answers and wishes.
    seen: BTreeMap<AttributeKey, BTreeMap<Arc<str>, Seen>>,
    /// Spellings that were met before, with their terms: nothing more can come of them.
    met: BTreeMap<AttributeKey, HashMap<Box<str>, Arc<str>, RandomState>>,
}

impl Attributes {
    fn insert(&mut self, name: &str, kind: AttributeKind, sensitivity: Sensitivity, protected: Option<Protected>) {
        let key = AttributeKey::new(name);
        let attribute = Attribute {
            key: key.clone(),
            kind,
            sensitivity,
            protected,
            basis: None,
            labels: BTreeMap::new(),
            vocabulary: Arc::default(),
            closed: false,
            no_match: BTreeSet::new(),
        };
        self.met.remove(&key);
        self.all.insert(key, attribute);
    }

    fn close<'a>(&mut self, key: &AttributeKey, terms: impl IntoIterator<Item = &'a str>) {
        let terms: BTreeSet<Arc<str>> =
            terms.into_iter().filter_map(|term| self.label(key, term, Spelling::Declared)).collect();
        self.met.remove(key);
        if let Some(attribute) = self.all.get_mut(key) {
            attribute.closed = true;
        }
        self.closed.insert(key.clone(), terms);
    }

    /// Closes the attribute of ethnic groups to these, and adds that of broad groups, which has the same basis.
    pub(crate) fn set_ethnicity(&mut self, groups: &[(String, Vec<String>)], no_match: &[String]) {
        let (narrow, broad) = (AttributeKey::new("ethnicity"), AttributeKey::new(BROAD_ETHNICITY));
        self.close(&narrow, groups.iter().flat_map(|(_, names)| names).map(String::as_str));
        let mut basis = None;
        if let Some(attribute) = self.all.get_mut(&narrow) {
            attribute.no_match = no_match.iter().map(|name| normalise_term(name).into()).collect();
            basis.clone_from(&attribute.basis);
        }
        self.insert(BROAD_ETHNICITY, AttributeKind::OneOf, Sensitivity::SpecialCategory, Some(Protected::Race));
        self.close(&broad, groups.iter().map(|(name, _)| name.as_str()));
        if let Some(attribute) = self.all.get_mut(&broad) {
            attribute.basis = basis;
        }
    }

    /// Closes the attributes that name programmes to these ids.
    pub(crate) fn set_programmes(&mut self, ids: &[&str]) {
        for name in [REFERRED_TO, APPROVED_FOR] {
            self.close(&AttributeKey::new(name), ids.iter().copied());
        }
    }

    /// The attribute of that name, or an issue with the nearest name.
    pub(crate) fn find(&self, name: &str, place: Place, issues: &mut Issues) -> Option<&Attribute> {
        let found = self.all.get(&AttributeKey::new(name));
        if found.is_none() {
            self.unknown(name, place, issues);
        }
        found
    }

    /// The same for a name that stands in a person's cell: what stands there is theirs and is not repeated.
    pub(crate) fn named_by_person(
        &self,
        name: &str,
        place: impl FnOnce() -> Place,
        issues: &mut Issues,
    ) -> Option<&Attribute> {
        let found = self.all.get(name);
        if found.is_none() {
            let remedy = suggestion(name, self.all.keys().map(AttributeKey::as_str));
            issues.push(IssueCode::UnknownAttribute, place(), "a name that no attribute has", remedy);
        }
        found
    }

    fn unknown(&self, name: &str, place: Place, issues: &mut Issues) {
        let remedy = suggestion(name, self.all.keys().map(AttributeKey::as_str));
        let message = format!("there is no attribute `{}`", shown(name));
        issues.push(IssueCode::UnknownAttribute, place, message, remedy);
    }

    /// Takes over what the programme says of the attribute's words, and how they are spelled.
    pub(crate) fn set_vocabulary(&mut self, key: &AttributeKey, vocabulary: Arc<Vocabulary>, words: Arc<Spellings>) {
        self.met.remove(key);
        if let Some(attribute) = self.all.get_mut(key) {
            attribute.vocabulary = vocabulary;
            self.words.insert(key.clone(), words);
        }
    }

    /// The words that the programme's vocabulary names for the attribute, with their spelling.
    pub(crate) fn words(&self, key: &AttributeKey) -> Option<&Spellings> {
        self.words.get(key).map(|words| &**words)
    }

    /// Whether only declared words may occur.
    pub(crate) fn is_closed(&self, key: &AttributeKey) -> bool {
        self.closed.contains_key(key)
    }

    /// Whether a closed list has the term.
    pub(crate) fn in_closed(&self, key: &AttributeKey, term: &Arc<str>) -> bool {
        self.closed.get(key).is_some_and(|terms| terms.contains(term))
    }

    /// The words a closed list has; none where any word may occur.
    pub(crate) fn closed(&self, key: &AttributeKey) -> Option<impl Iterator<Item = &str>> {
        let attribute = self.all.get(key)?;
        self.closed.get(key).map(|terms| terms.iter().map(|term| attribute.label(term)))
    }

    /// The same with the synonyms that the programme's vocabulary has for them, each as it is spelled.
    pub(crate) fn closed_words(&self, key: &AttributeKey) -> Option<Vec<String>> {
        let named = self.closed(key)?.map(str::to_owned);
        let synonyms = self.words(key).into_iter().flat_map(BTreeMap::values).map(ToString::to_string);
        Some(named.chain(synonyms).collect())
    }
}

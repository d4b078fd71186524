//! Standard and declared attributes, and the basis for the sensitive ones.

use super::keys::{ATTRIBUTE, BASIS, PERSON};
use super::reader::{Source, TableReader, shown, suggestion};
use super::telling_names::speaks_of;
use super::{Node, Value};
use crate::domain::{
    APPROVED_FOR, Attribute, AttributeKey, AttributeKind, BROAD_ETHNICITY, Basis, BasisRecord, Protected, REFERRED_TO,
    STANDARD_ATTRIBUTES, Sensitivity, Vocabulary, normalise_term,
};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

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
    met: BTreeMap<AttributeKey, HashMap<Box<str>, Arc<str>>>,
}

/// From a normalised word to its spelling.
pub(crate) type Spellings = BTreeMap<Arc<str>, Arc<str>>;

/// Where a word occurred first, and how often.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) place: Place,
    pub(crate) times: usize,
}

pub(crate) const SENSITIVITIES: &[(&str, Sensitivity)] = &[
    ("ordinary", Sensitivity::Ordinary),
    ("special_category", Sensitivity::SpecialCategory),
    ("criminal_offence", Sensitivity::CriminalOffence),
];

pub(crate) const PROTECTED: &[(&str, Protected)] = &[
    ("age", Protected::Age),
    ("disability", Protected::Disability),
    ("gender_reassignment", Protected::GenderReassignment),
    ("marriage_and_civil_partnership", Protected::MarriageAndCivilPartnership),
    ("pregnancy_and_maternity", Protected::PregnancyAndMaternity),
    ("race", Protected::Race),
    ("religion_or_belief", Protected::ReligionOrBelief),
    ("sex", Protected::Sex),
    ("sexual_orientation", Protected::SexualOrientation),
];

pub(crate) const BASES: &[(&str, Basis)] = &[
    ("consent", Basis::Consent),
    ("safeguarding", Basis::Safeguarding),
    ("disability_support", Basis::DisabilitySupport),
    ("counselling", Basis::Counselling),
    ("social_care", Basis::SocialCare),
    ("not_for_profit_body", Basis::NotForProfitBody),
];

/// Recognised so that the mistake gets its own answer, and never offered as what a basis can be.
const EQUALITY_MONITORING: &str = "equality_monitoring";

impl Attributes {
    pub(crate) fn read(source: &Source, attributes: Option<&Node>, basis: Option<&Node>, issues: &mut Issues) -> Self {
        let mut read = Self::default();
        for standard in STANDARD_ATTRIBUTES {
            let kind = match standard.kind {
                "tags" => AttributeKind::Tags,
                "one_of" => AttributeKind::OneOf,
                "date" => AttributeKind::Date,
                _ => AttributeKind::Number,
            };
            read.insert(standard.name, kind, standard.sensitivity, standard.protected);
            if !standard.values.is_empty() {
                read.close(&AttributeKey::new(standard.name), standard.values.iter().copied());
            }
        }
        for (name, node) in entries(source, "attributes", attributes, issues) {
            read.declare(source, name, node, issues);
        }
        for (name, node) in entries(source, "basis", basis, issues) {
            read.record_basis(source, name, node, issues);
        }
        read
    }

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

    fn declare(&mut self, source: &Source, name: &str, node: &Node, issues: &mut Issues) {
        let path = format!("attributes.{name}");
        let Some(table) = TableReader::new(source, path, node, &ATTRIBUTE, issues) else { return };
        let sound = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if PERSON.names().any(|key| key == name)
            || name == BROAD_ETHNICITY
            || name.is_empty()
            || !name.chars().all(sound)
        {
            let message = "an attribute's name is taken by a standard field or has other characters than a-z, 0-9, _";
            issues.push(IssueCode::DuplicateName, table.own_place(), message, "choose another name");
            return;
        }
        let order = table.texts("order", issues);
        let kinds = [("tags", 0), ("one_of", 1), ("level", 2), ("number", 3), ("date", 4)];
        let kind = table.required_choice("kind", &kinds, issues).map(|kind| match kind {
            0 => AttributeKind::Tags,
            1 => AttributeKind::OneOf,
            2 => AttributeKind::Level(order.iter().map(|word| normalise_term(word).into()).collect()),
            3 => AttributeKind::Number,
            _ => AttributeKind::Date,
        });
        let sensitivity = table.required_choice("sensitivity", SENSITIVITIES, issues);
        let protected = table.choice("protected", PROTECTED, issues);
        if let Some(AttributeKind::Level(words)) = &kind {
            let different: BTreeSet<_> = words.iter().collect();
            if words.len() < 2 || different.len() < words.len() || words.len() > 1000 {
                let message = "a level needs an order of 2 to 1000 different words";
                issues.push(IssueCode::BadSetting, table.place("order"), message, "list its words, lowest first");
            }
        } else if table.node("order").is_some() {
            let message = "`order` belongs to attributes of kind level";
            issues.push(IssueCode::BadSetting, table.place("order"), message, "set `kind = \"level\"` or leave it out");
        }
        let (Some(kind), Some(sensitivity)) = (kind, sensitivity) else { return };
        let (speaks_sensitive, speaks_protected) = speaks_of(name);
        if speaks_sensitive && sensitivity == Sensitivity::Ordinary {
            let message = format!("`{name}` is labelled ordinary, and its name speaks of sensitive data");
            let remedy = "label it special_category or criminal_offence and declare a basis, or rename it";
            issues.push(IssueCode::SensitivityTooLow, table.place("sensitivity"), message, remedy);
        }
        if speaks_protected && protected.is_none() && table.node("protected").is_none() {
            let message =
                format!("`{name}` declares no `protected`, and its name speaks of a protected characteristic");
            let remedy = "name the characteristic in `protected`, such as sex, race or disability, or rename it";
            issues.push(IssueCode::SensitivityTooLow, table.own_place(), message, remedy);
        }
        let key = AttributeKey::new(name);
        let terms = matches!(kind, AttributeKind::Tags | AttributeKind::OneOf);
        self.insert(name, kind, sensitivity, protected);
        for word in &order {
            self.label(&key, word, Spelling::Declared);
        }
        let values = table.texts("values", issues);
        match (values.is_empty(), terms) {
            (true, _) => {}
            (false, true) => self.close(&key, values),
            (false, false) => {
                let message = "`values` belongs to attributes of kind tags or one_of";
                issues.push(IssueCode::BadSetting, table.place("values"), message, "leave it out");
            }
        }
    }

    fn record_basis(&mut self, source: &Source, name: &str, node: &Node, issues: &mut Issues) {
        let path = format!("basis.{name}");
        let Some(table) = TableReader::new(source, path, node, &BASIS, issues) else { return };
        let named = table.node("basis").map(|node| &node.value);
        let basis = if matches!(named, Some(Value::Text(word)) if word.trim() == EQUALITY_MONITORING) {
            let message = "equality monitoring excludes decisions about a particular person";
            let remedy = "collect the answer for matching on another basis, or map it to `monitoring.`";
            issues.push(IssueCode::BasisNotUsable, table.place("basis"), message, remedy);
            Some(Basis::EqualityMonitoring)
        } else {
            table.required_choice("basis", BASES, issues)
        };
        let note = table.text("note", issues).map(str::to_owned);
        let key = AttributeKey::new(name);
        match self.all.get_mut(&key) {
            Some(attribute) => attribute.basis = basis.map(|basis| BasisRecord { basis, note }),
            None => self.unknown(name, table.own_place(), issues),
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

    /// The normalised term of a spelling, remembered for printing; none for a blank or a term outside a closed list.
    pub(crate) fn term(&mut self, key: &AttributeKey, spelling: &str) -> Option<Arc<str>> {
        if let Some(term) = self.met.get(key).and_then(|met| met.get(spelling)) {
            return Some(term.clone());
        }
        let term = self.label(key, spelling, Spelling::Seen)?;
        // The same term for everybody who names it.
        let known = self.all.get(key)?.labels.get_key_value(&term);
        let term = known.map_or_else(|| Arc::from(&*term), |(known, _)| known.clone());
        self.met.entry(key.clone()).or_default().insert(spelling.into(), term.clone());
        Some(term)
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

    /// The term that a normalised word counts as.
    pub(crate) fn counts_as(&self, key: &AttributeKey, term: &Arc<str>) -> Arc<str> {
        self.all.get(key).map_or(term, |attribute| attribute.vocabulary.canonical(term)).clone()
    }

    /// The normalised term of a person's spelling, remembered with its place beside what [`Self::term`] remembers.
    pub(crate) fn term_at(
        &mut self,
        key: &AttributeKey,
        spelling: &str,
        place: impl FnOnce() -> Place,
    ) -> Option<Arc<str>> {
        let term = self.term(key, spelling)?;
        if !self.closed.contains_key(key) {
            if !self.seen.contains_key(key) {
                self.seen.insert(key.clone(), BTreeMap::new());
            }
            let seen = self.seen.get_mut(key)?;
            match seen.get_mut(&term) {
                Some(seen) => seen.times += 1,
                None => drop(seen.insert(term.clone(), Seen { place: place(), times: 1 })),
            }
        }
        Some(term)
    }

    /// The same for reading some of the people apart from the others; what they say is taken over by
    /// [`Self::absorb`].
    pub(crate) fn apart(&self) -> Self {
        Self {
            all: self.all.values().map(of_its_own).map(|attribute| (attribute.key.clone(), attribute)).collect(),
            closed: self.closed.clone(),
            words: self.words.clone(),
            seen: BTreeMap::new(),
            met: BTreeMap::new(),
        }
    }

    /// Takes over what people said who were read apart, part after part in the order of people.
    pub(crate) fn absorb(&mut self, part: Self) {
        for ((_, attribute), (_, read)) in self.all.iter_mut().zip(part.all) {
            let labels = &mut attribute.labels;
            for (term, label) in read.labels {
                // What is declared is spelled alike in all parts.
                labels.entry(term).and_modify(|known| *known = known.clone().min(label.clone())).or_insert(label);
            }
        }
        for (key, words) in part.seen {
            let seen = self.seen.entry(key).or_default();
            for (term, word) in words {
                seen.entry(term).and_modify(|known| known.times += word.times).or_insert(word);
            }
        }
    }

    /// The words that occurred, by attribute.
    pub(crate) fn seen(&self) -> impl Iterator<Item = (&Attribute, &BTreeMap<Arc<str>, Seen>)> {
        self.seen.iter().filter_map(|(key, seen)| Some((self.all.get(key)?, seen)))
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

    fn label(&mut self, key: &AttributeKey, spelling: &str, how: Spelling) -> Option<Arc<str>> {
        let mut term: Arc<str> = normalise_term(spelling).into();
        let attribute = self.all.get_mut(key)?;
        // People write `Face to face` and `semi-independent`; the lists join words by `_`.
        if let Some(terms) = self.closed.get(key).filter(|terms| how == Spelling::Seen && !terms.contains(&term)) {
            let joined: Arc<str> = term.replace([' ', '-'], "_").into();
            if terms.contains(&joined) {
                term = joined;
            }
        }
        let canonical = attribute.vocabulary.canonical(&term);
        let allowed = how == Spelling::Declared
            || self.closed.get(key).is_none_or(|terms| terms.contains(&term) || terms.contains(canonical));
        if term.is_empty() || !allowed {
            return None;
        }
        let words = self.words.get(key);
        let declared = self.closed.contains_key(key)
            || matches!(attribute.kind, AttributeKind::Level(_))
            || words.is_some_and(|words| words.contains_key(&term));
        if let Some(words) = words
            && !attribute.labels.contains_key(&term)
        {
            // What the word stands for is printed as the programme spells it, whoever else names it.
            let vocabulary = attribute.vocabulary.clone();
            let stands_for = std::iter::once(&term).chain([vocabulary.canonical(&term)]).chain(vocabulary.above(&term));
            for word in stands_for.filter_map(|word| words.get_key_value(word)) {
                attribute.labels.entry(word.0.clone()).or_insert_with(|| word.1.clone());
            }
        }
        let label: String = spelling.split_whitespace().collect::<Vec<_>>().join(" ");
        match attribute.labels.get(&term) {
            Some(known) if declared || **known <= *label => {}
            _ => drop(attribute.labels.insert(term.clone(), label.into())),
        }
        Some(term)
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Spelling {
    Declared,
    Seen,
}

/// The attribute with a name and words of its own: who counts how often names and words are shared does so for every
/// answer, and threads that count together wait for each other.
fn of_its_own(attribute: &Attribute) -> Attribute {
    let own = |word: &Arc<str>| Arc::<str>::from(&**word);
    let kind = match &attribute.kind {
        AttributeKind::Level(order) => AttributeKind::Level(order.iter().map(own).collect()),
        kind => kind.clone(),
    };
    let labels = attribute.labels.iter().map(|(term, label)| (own(term), own(label))).collect();
    Attribute { key: AttributeKey::new(attribute.key.as_str()), kind, labels, ..attribute.clone() }
}

/// The entries of a table of names, or an issue when it is no table.
fn entries<'a>(source: &Source, path: &str, node: Option<&'a Node>, issues: &mut Issues) -> Vec<(&'a str, &'a Node)> {
    match node {
        None => Vec::new(),
        Some(Node { value: Value::Table(entries), .. }) => {
            entries.iter().map(|(name, node)| (name.as_str(), node)).collect()
        }
        Some(node) => {
            let message = format!("`{path}` is not a table");
            let place = source.place(path, node.line);
            issues.push(IssueCode::WrongType, place, message, format!("write `[{path}.NAME]` tables"));
            Vec::new()
        }
    }
}

//! The words that people use: what they count as, how they are spelled, and who said them first.

use super::Attributes;
use crate::domain::{Attribute, AttributeKey, AttributeKind, normalise_term};
use crate::issue::Place;
use std::collections::BTreeMap;
use std::sync::Arc;

/// From a normalised word to its spelling.
pub(crate) type Spellings = BTreeMap<Arc<str>, Arc<str>>;

/// Where a word occurred first, and how often.
#[derive(Debug, Clone)]
pub(crate) struct Seen {
    pub(crate) place: Place,
    pub(crate) times: usize,
}

impl Attributes {
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

    pub(super) fn label(&mut self, key: &AttributeKey, spelling: &str, how: Spelling) -> Option<Arc<str>> {
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

    /// The term that a normalised word counts as.
    pub(crate) fn counts_as(&self, key: &AttributeKey, term: &Arc<str>) -> Arc<str> {
        self.all.get(key).map_or(term, |attribute| attribute.vocabulary.canonical(term)).clone()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Spelling {
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

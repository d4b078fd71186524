//! Words that are nearly others: suggested, never used.

use super::attributes::{Attributes, Seen, Spellings};
use crate::domain::{Attribute, AttributeKey, AttributeKind};
use crate::issue::{IssueCode, Issues};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// The two attributes that name places, compared with each other.
const ATTENDS: &str = "attends";
const BARRED_FROM: &str = "barred_from";

/// Fewest letters of a word in which one slip is suspected, and in which two are.
const ONE_SLIP: usize = 5;
const TWO_SLIPS: usize = 9;

/// A word, ready to be compared.
struct Shape<'w> {
    word: &'w Arc<str>,
    /// In characters.
    length: usize,
    /// Its digits, and the letters that stand alone.
    labels: Vec<char>,
    /// Which letters occur, by their place modulo 64: words that differ in many are not compared.
    letters: u64,
}

/// Tells of words that people wrote which are nearly a word of the vocabulary, or, where the vocabulary has nothing
/// near, nearly a word that others wrote. Each word is told of once, where it occurs first, and not repeated.
///
/// Other forms of a word are found by what they have in common. For slips, words that one person wrote are compared
/// with those of the same first letter that the vocabulary has or several people wrote, most of them by their letters
/// alone.
pub(crate) fn tell_near_misses(attributes: &Attributes, issues: &mut Issues) {
    let attended = attributes.seen().find(|(attribute, _)| attribute.key.as_str() == ATTENDS);
    for (attribute, seen) in attributes.seen() {
        if attribute.key.as_str() == BARRED_FROM {
            // Where somebody must not be counts only as it is written of those who go there.
            let mut places = attributes.words(&attribute.key).cloned().unwrap_or_default();
            places.extend(attributes.words(&AttributeKey::new(ATTENDS)).cloned().unwrap_or_default());
            let of_others = attended.into_iter().flat_map(|(_, seen)| seen.keys());
            places.extend(of_others.map(|word| (word.clone(), word.clone())));
            Words::new(seen, Some(&places)).tell(attribute, issues);
        } else if matches!(attribute.kind, AttributeKind::Tags | AttributeKind::OneOf) {
            Words::new(seen, attributes.words(&attribute.key)).tell(attribute, issues);
        }
    }
}

/// The words of one attribute.
struct Words<'w> {
    seen: &'w BTreeMap<Arc<str>, Seen>,
    /// Those of the vocabulary, with their spelling.
    vocabulary: Option<&'w Spellings>,
    /// All, by what forms of one word have in common.
    forms: BTreeMap<String, Vec<&'w Arc<str>>>,
    /// What a word may be a slip of, by first letter.
    usual: BTreeMap<char, Vec<Shape<'w>>>,
}

impl<'w> Words<'w> {
    fn new(seen: &'w BTreeMap<Arc<str>, Seen>, vocabulary: Option<&'w Spellings>) -> Self {
        let all: BTreeSet<&Arc<str>> = seen.keys().chain(vocabulary.into_iter().flat_map(BTreeMap::keys)).collect();
        let mut words = Self { seen, vocabulary, forms: BTreeMap::new(), usual: BTreeMap::new() };
        for word in all {
            words.forms.entry(folded(word)).or_default().push(word);
            let usual = words.knows(word) || seen.get(word).is_some_and(|found| found.times > 1);
            if let Some(first) = word.chars().next().filter(|_| usual) {
                words.usual.entry(first).or_default().push(Shape::new(word));
            }
        }
        words
    }

    /// Whether the vocabulary has the word.
    fn knows(&self, word: &Arc<str>) -> bool {
        self.vocabulary.is_some_and(|known| known.contains_key(word))
    }

    fn tell(&self, attribute: &Attribute, issues: &mut Issues) {
        for (word, found) in self.seen.iter().filter(|(word, _)| !self.knows(word)) {
            if let Some(known) = self.nearest(word, |other| self.knows(other)) {
                let spelled = self.vocabulary.and_then(|words| words.get(known)).unwrap_or(known);
                // To name the word would tell what somebody answered, or nearly.
                let message = if attribute.key.as_str() == BARRED_FROM {
                    "a place that is nearly one where somebody goes: as it is written, nobody is kept away".to_owned()
                } else if attribute.is_private() {
                    "a word that is nearly one of the vocabulary".to_owned()
                } else {
                    format!("a word that is nearly `{spelled}` of the vocabulary")
                };
                let remedy = "if that is meant, write it so or list this spelling in `terms` as its synonym; if not, \
                    list it as a term of its own";
                issues.push(IssueCode::NearMissTerm, found.place.clone(), message, remedy);
            } else if let Some(other) = self.nearest(word, |other| !self.knows(other) && self.is_rarer(word, other))
                && let Some(other) = self.seen.get(other)
            {
                let message = format!("a word that is nearly another one, which stands first at {}", other.place);
                let remedy = "if both mean the same, write it in one way or list one in `terms` as a synonym of the \
                    other; if not, list both there as terms of their own";
                issues.push(IssueCode::NearMissTerm, found.place.clone(), message, remedy);
            }
        }
    }

    /// The nearest of the words that are asked for, the first in order among equals.
    fn nearest(&self, word: &Arc<str>, asked: impl Fn(&Arc<str>) -> bool) -> Option<&'w Arc<str>> {
        let own = Shape::new(word);
        let forms = self.forms.get(&folded(word)).into_iter().flatten().copied();
        let forms = forms.filter(|other| *other != word && asked(other)).map(|other| (0, other));
        let usual = word.chars().next().and_then(|first| self.usual.get(&first)).into_iter().flatten();
        let slips = usual.filter(|other| asked(other.word)).filter_map(|other| Some((own.slips(other)?, other.word)));
        forms.chain(slips).min().map(|(_, other)| other)
    }

    /// Whether of two near words this is the one to tell of: the rarer, or the later of two equally frequent forms. Two
    /// words that several people wrote are two words, unless they are forms of one.
    fn is_rarer(&self, word: &Arc<str>, other: &Arc<str>) -> bool {
        let times = |word: &Arc<str>| self.seen.get(word).map_or(0, |found| found.times);
        let (own, others) = (times(word), times(other));
        if folded(word) == folded(other) { (others, word) > (own, other) } else { own == 1 && others > 1 }
    }
}

impl<'w> Shape<'w> {
    fn new(word: &'w Arc<str>) -> Self {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).fold(0, |set, c| set | 1_u64 << (u32::from(c) % 64));
        Self { word, length: word.chars().count(), labels: labels(word), letters }
    }

    /// How many slips of the pen lie between the two; none where they are more than a word of this length has.
    fn slips(&self, other: &Self) -> Option<usize> {
        // Level 2 is not nearly level 3, nor is group A nearly group B.
        if self.word == other.word || self.labels != other.labels {
            return None;
        }
        let shorter = self.length.min(other.length);
        // Of a word of five letters one may be missing; other words of four differ in one by right.
        let missing = shorter + 1 == ONE_SLIP && self.length != other.length;
        let allowed = if shorter >= TWO_SLIPS { 2 } else { usize::from(shorter >= ONE_SLIP || missing) };
        // Each slip changes at most two letters of the set.
        let apart = (self.letters ^ other.letters).count_ones() as usize;
        if allowed == 0 || self.length.abs_diff(other.length) > allowed || apart > 2 * allowed {
            return None;
        }
        let slips = strsim::damerau_levenshtein(self.word, other.word);
        (slips <= allowed).then_some(slips)
    }
}

/// Words among which to look for near ones.
pub(crate) struct Known<'w> {
    forms: BTreeMap<String, &'w Arc<str>>,
    shapes: BTreeMap<char, Vec<Shape<'w>>>,
}

impl<'w> Known<'w> {
    pub(crate) fn new(words: impl IntoIterator<Item = &'w Arc<str>>) -> Self {
        let mut known = Self { forms: BTreeMap::new(), shapes: BTreeMap::new() };
        for word in words {
            known.forms.entry(folded(word)).or_insert(word);
            if let Some(first) = word.chars().next() {
                known.shapes.entry(first).or_default().push(Shape::new(word));
            }
        }
        known
    }

    /// The nearest of the words to one that is not among them.
    pub(crate) fn nearest(&self, word: &Arc<str>) -> Option<&'w Arc<str>> {
        let form = self.forms.get(&folded(word)).filter(|form| **form != word);
        let own = Shape::new(word);
        let same_letter = word.chars().next().and_then(|first| self.shapes.get(&first)).into_iter().flatten();
        let slips = same_letter.filter_map(|other| Some((own.slips(other)?, other.word)));
        form.copied().or_else(|| slips.min().map(|(_, other)| other))
    }
}

/// Whether the one is a form or a slip of the other.
pub(crate) fn is_near(one: &Arc<str>, other: &Arc<str>) -> bool {
    one != other && (folded(one) == folded(other) || Shape::new(one).slips(&Shape::new(other)).is_some())
}

/// What tells words apart that are otherwise the same on purpose: digits, and letters that stand alone.
fn labels(word: &str) -> Vec<char> {
    let parts = word.split(|c: char| !c.is_alphanumeric());
    let single = |part: &&str| part.chars().nth(1).is_none();
    parts.flat_map(|part| part.chars().filter(move |c| c.is_numeric() || single(&part))).collect()
}

/// The word without an article, spaces, marks and the plural of its last part.
fn folded(word: &str) -> String {
    let word = word.strip_prefix("the ").unwrap_or(word);
    let plain: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    let stem = match plain.strip_suffix("ies") {
        Some(stem) if stem.len() > 2 => return format!("{stem}y"),
        _ => plain.strip_suffix('s').filter(|stem| stem.len() > 3 && !stem.ends_with('s')),
    };
    stem.unwrap_or(&plain).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn slips(one: &str, other: &str) -> Option<usize> {
        let (one, other): (Arc<str>, Arc<str>) = (one.into(), other.into());
        let found = Shape::new(&one).slips(&Shape::new(&other));
        assert_eq!(found, Shape::new(&other).slips(&Shape::new(&one)));
        found
    }

    #[test]
    fn slips_are_near_and_other_words_are_not() {
        assert_eq!(slips("fotball", "football"), Some(1));
        assert_eq!(slips("gradening", "gardening"), Some(1));
        assert_eq!(slips("potography", "photograpy"), Some(2));
        assert_eq!(slips("golf", "gulf"), None);
        assert_eq!(slips("wman", "woman"), Some(1));
        assert_eq!(slips("tea", "team"), None);
        assert_eq!(slips("level 2 football", "level 3 football"), None);
        assert_eq!(slips("school a", "school b"), None);
        assert_eq!(slips("scool a", "school a"), Some(1));
        assert_eq!(slips("cookery", "cycling"), None);
    }

    #[test]
    fn forms_of_a_word_have_something_in_common() {
        assert_eq!(folded("board game"), folded("board-games"));
        assert_eq!(folded("hobby"), folded("hobbies"));
        assert_eq!(folded("the nettle estate"), folded("nettle estate"));
        assert_ne!(folded("bus"), folded("bu"));
        assert_ne!(folded("chess"), folded("ches"));
    }
}

//! Words that are nearly others: suggested, never used.

use super::attributes::{Attributes, Seen};
use crate::domain::{Attribute, AttributeKind, Sensitivity};
use crate::issue::{IssueCode, Issues};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Fewest letters of a word in which one slip is suspected, and in which two are.
const ONE_SLIP: usize = 5;
const TWO_SLIPS: usize = 9;

/// A word, ready to be compared.
struct Shape<'w> {
    word: &'w Arc<str>,
    folded: String,
    /// In lower case, letter by letter.
    length: usize,
    digits: Vec<char>,
    /// Which letters occur, by their place modulo 64: words that differ in many are not compared.
    letters: u64,
}

/// How near two words are; the smaller the nearer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Near {
    /// The same but for spaces, hyphens and a plural.
    Form,
    /// So many slips apart.
    Slips(usize),
}

/// Tells of words that people wrote which are nearly a word of the vocabulary, or, where the vocabulary has nothing
/// near, nearly a word that others wrote. Each word is told of once, where it occurs first, and not repeated.
///
/// Words with the same first letter are compared with each other, most of them by their letters alone.
pub(crate) fn tell_near_misses(attributes: &Attributes, issues: &mut Issues) {
    for (attribute, seen) in attributes.seen() {
        if matches!(attribute.kind, AttributeKind::Tags | AttributeKind::OneOf) {
            tell(attribute, seen, attributes.words(&attribute.key), issues);
        }
    }
}

fn tell(
    attribute: &Attribute,
    seen: &BTreeMap<Arc<str>, Seen>,
    words: Option<&BTreeMap<Arc<str>, Arc<str>>>,
    issues: &mut Issues,
) {
    let known = |word: &Arc<str>| words.is_some_and(|words| words.contains_key(word));
    let shapes: BTreeSet<&Arc<str>> = seen.keys().chain(words.into_iter().flat_map(BTreeMap::keys)).collect();
    let mut by_letter: BTreeMap<char, Vec<Shape<'_>>> = BTreeMap::new();
    for word in shapes {
        if let Some(first) = word.chars().next() {
            by_letter.entry(first).or_default().push(Shape::new(word));
        }
    }
    for (word, found) in seen.iter().filter(|(word, _)| !known(word)) {
        let Some(others) = word.chars().next().and_then(|first| by_letter.get(&first)) else { continue };
        let own = Shape::new(word);
        let near = |other: &Shape<'_>| Some((own.near(other)?, other.word.clone()));
        let of_vocabulary = others.iter().filter(|other| known(other.word)).filter_map(near).min();
        if let Some((_, other)) = of_vocabulary {
            let spelled = words.and_then(|words| words.get(&other)).unwrap_or(&other);
            // To name the word would tell what somebody answered, or nearly.
            let message = match attribute.sensitivity {
                Sensitivity::Ordinary => format!("a word that is nearly `{spelled}` of the vocabulary"),
                _ => "a word that is nearly one of the vocabulary".to_owned(),
            };
            let remedy = "if that is meant, write it so or list this spelling in `terms` as its synonym; if not, list it \
                as a term of its own";
            issues.push(IssueCode::NearMissTerm, found.place.clone(), message, remedy);
            continue;
        }
        let rarer = |near: Near, other: &Arc<str>| {
            let Some(times) = seen.get(other).map(|other| other.times) else { return false };
            match near {
                // Of two forms of a word the rarer is told of, of two equally frequent ones the second.
                Near::Form => (found.times, other) < (times, word) || (found.times == times && other < word),
                // Two words that many use are two words.
                Near::Slips(_) => found.times == 1 && times > 1,
            }
        };
        let own_words = others.iter().filter(|other| !known(other.word)).filter_map(near);
        if let Some((_, other)) = own_words.filter(|(near, other)| rarer(*near, other)).min()
            && let Some(other) = seen.get(&other)
        {
            let message = format!("a word that is nearly another one, which stands first at {}", other.place);
            let remedy = "if both mean the same, write it in one way or list one in `terms` as a synonym of the other; if \
                not, list both there as terms of their own";
            issues.push(IssueCode::NearMissTerm, found.place.clone(), message, remedy);
        }
    }
}

impl<'w> Shape<'w> {
    fn new(word: &'w Arc<str>) -> Self {
        let letters = word.chars().filter(|c| c.is_alphanumeric()).fold(0, |set, c| set | 1_u64 << (u32::from(c) % 64));
        Self {
            word,
            folded: folded(word),
            length: word.chars().count(),
            digits: word.chars().filter(|c| c.is_numeric()).collect(),
            letters,
        }
    }

    fn near(&self, other: &Self) -> Option<Near> {
        // Level 2 is not nearly level 3.
        if self.word == other.word || self.digits != other.digits {
            return None;
        }
        if self.folded == other.folded {
            return Some(Near::Form);
        }
        let shorter = self.length.min(other.length);
        let allowed = if shorter >= TWO_SLIPS { 2 } else { usize::from(shorter >= ONE_SLIP) };
        // Each slip changes at most two letters of the set.
        let apart = (self.letters ^ other.letters).count_ones() as usize;
        if allowed == 0 || self.length.abs_diff(other.length) > allowed || apart > 2 * allowed {
            return None;
        }
        let slips = strsim::damerau_levenshtein(self.word, other.word);
        (slips <= allowed).then_some(Near::Slips(slips))
    }
}

/// The word without spaces, marks and the plural of its last part.
fn folded(word: &str) -> String {
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

    fn near(one: &str, other: &str) -> Option<Near> {
        let (one, other): (Arc<str>, Arc<str>) = (one.into(), other.into());
        let found = Shape::new(&one).near(&Shape::new(&other));
        assert_eq!(found, Shape::new(&other).near(&Shape::new(&one)));
        found
    }

    #[test]
    fn forms_and_slips_are_near_and_other_words_are_not() {
        assert_eq!(near("board game", "board-games"), Some(Near::Form));
        assert_eq!(near("hobby", "hobbies"), Some(Near::Form));
        assert_eq!(near("fotball", "football"), Some(Near::Slips(1)));
        assert_eq!(near("gradening", "gardening"), Some(Near::Slips(1)));
        assert_eq!(near("potography", "photograpy"), Some(Near::Slips(2)));
        assert_eq!(near("golf", "gulf"), None);
        assert_eq!(near("level 2 football", "level 3 football"), None);
        assert_eq!(near("cookery", "cycling"), None);
    }
}

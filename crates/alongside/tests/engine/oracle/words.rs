//! What a programme's vocabulary makes of words, followed word by word.

use alongside::domain::{Answer, AttributeKey, Matching};
use std::collections::BTreeSet;
use std::sync::Arc;

type Words = BTreeSet<Arc<str>>;

/// The term that a word counts as.
pub(crate) fn counts_as(matching: &Matching, key: &AttributeKey, word: &Arc<str>) -> Arc<str> {
    matching.attributes[key].vocabulary.synonyms.get(word).unwrap_or(word).clone()
}

/// The same with everything above it.
pub(crate) fn stands_for(matching: &Matching, key: &AttributeKey, word: &Arc<str>) -> Words {
    let term = counts_as(matching, key, word);
    let mut all = Words::from([term.clone()]);
    for parent in matching.attributes[key].vocabulary.parents.get(&term).into_iter().flatten() {
        all.extend(stands_for(matching, key, parent));
    }
    all
}

/// What an answer names, each word as what it counts as.
pub(crate) fn named(matching: &Matching, key: &AttributeKey, answer: &Answer) -> Words {
    answer.terms().map(|word| counts_as(matching, key, word)).collect()
}

/// What an answer stands for.
pub(crate) fn has(matching: &Matching, key: &AttributeKey, answer: &Answer) -> Words {
    answer.terms().flat_map(|word| stands_for(matching, key, word)).collect()
}

/// What two answers both stand for, without what another such word stands for as well.
pub(crate) fn shared(matching: &Matching, key: &AttributeKey, one: &Answer, other: &Answer) -> Words {
    let both = &has(matching, key, one) & &has(matching, key, other);
    let told_by_another =
        |term: &Arc<str>| both.iter().any(|low| low != term && stands_for(matching, key, low).contains(term));
    both.iter().filter(|term| !told_by_another(term)).cloned().collect()
}

//! The words that headers use, in several languages. Phrases are in plain form: small letters, single spaces; a star at
//! the end of a word stands for any ending.

mod matching;
mod person;
mod practice;
mod process;

use super::meaning::Meaning;

/// What one or several phrases mean.
pub(super) type Entry = (Meaning, &'static [&'static str]);

/// Everything, in the order in which an equally good phrase wins.
pub(super) fn entries() -> impl Iterator<Item = &'static Entry> {
    process::ENTRIES.iter().chain(practice::ENTRIES).chain(person::ENTRIES).chain(matching::ENTRIES)
}

#[cfg(test)]
mod tests {
    use super::super::evidence::plain;
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn phrases_are_plain_and_mean_one_thing() {
        let mut seen = BTreeSet::new();
        for (_, phrases) in entries() {
            for phrase in *phrases {
                assert_eq!(plain(phrase), phrase.replace('*', ""), "{phrase}");
                assert!(seen.insert(*phrase), "{phrase} stands twice");
            }
        }
    }
}

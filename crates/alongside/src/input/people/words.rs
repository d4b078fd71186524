//! Words that many people have in common, kept once.

use crate::domain::normalise_term;
use foldhash::fast::RandomState;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;

/// Words met before: whoever has one again shares it.
#[derive(Debug, Default)]
pub(super) struct Words {
    normalised: HashMap<Box<str>, Arc<str>, RandomState>,
    written: HashSet<Arc<str>, RandomState>,
}

impl Words {
    /// The text as it is compared.
    pub(super) fn normalised(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.normalised.get(text) {
            return known.clone();
        }
        let word = self.written(&normalise_term(text));
        self.normalised.insert(text.into(), word.clone());
        word
    }

    /// The text as it stands.
    pub(super) fn written(&mut self, text: &str) -> Arc<str> {
        if let Some(known) = self.written.get(text) {
            return known.clone();
        }
        let word: Arc<str> = text.into();
        self.written.insert(word.clone());
        word
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_word_is_kept_once_however_it_is_spelled() {
        let mut words = Words::default();
        let known = words.normalised("Enhanced DBS");
        assert_eq!(&*known, normalise_term("Enhanced DBS"));
        for spelling in ["Enhanced DBS", "enhanced  dbs"] {
            assert!(Arc::ptr_eq(&known, &words.normalised(spelling)));
        }
        assert!(Arc::ptr_eq(&known, &words.written(&known)));
        assert_eq!(&*words.written("Enhanced DBS"), "Enhanced DBS");
    }
}

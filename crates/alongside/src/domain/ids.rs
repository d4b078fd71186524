//! Ids of people: text for ever.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::sync::Arc;
use unicode_normalization::UnicodeNormalization;

/// Id of a person, the same on both sides when one person stands on both.
///
/// Kept as text (`007` stays `007`), in Unicode normalisation form C and without white space at its ends, so that
/// two spellings of one id compare equal. Ordered by code point, the same on every machine.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(transparent)]
pub struct PersonId(Arc<str>);

impl PersonId {
    /// Longest id in bytes.
    pub const MAX_BYTES: usize = 256;

    /// The id that this text stands for; none when it is empty, too long or holds a control character.
    pub fn new(text: &str) -> Option<Self> {
        let id: String = text.trim().nfc().collect();
        let usable = !id.is_empty() && id.len() <= Self::MAX_BYTES && !id.chars().any(char::is_control);
        usable.then(|| Self(id.into()))
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PersonId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stay_text_and_spellings_meet() {
        assert_eq!(PersonId::new(" 007 ").unwrap().as_str(), "007");
        assert_eq!(PersonId::new("Zoe\u{308}"), PersonId::new("Zo\u{eb}"));
        assert_ne!(PersonId::new("7"), PersonId::new("007"));
        assert_eq!(PersonId::new("  "), None);
        assert_eq!(PersonId::new("a\u{1b}[2J"), None);
        assert_eq!(PersonId::new(&"x".repeat(257)), None);
    }
}

//! What one person answered, in as little memory as it takes.

use super::attribute_key::first;
use super::{Answer, AttributeKey};

/// Answers by attribute, in order of key; an absent key is a blank.
///
/// A person has a few dozen at most and a programme many people, so they stand side by side in one piece of memory.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Answers(Vec<(AttributeKey, Answer)>);

impl Answers {
    /// The answer to an attribute. Time: logarithmic in the answers.
    pub fn get<K: AsRef<str> + ?Sized>(&self, key: &K) -> Option<&Answer> {
        self.place(key).ok().and_then(|at| self.0.get(at)).map(|(_, answer)| answer)
    }

    /// Whether an attribute was answered.
    pub fn contains_key<K: AsRef<str> + ?Sized>(&self, key: &K) -> bool {
        self.place(key).is_ok()
    }

    /// Puts an answer in, and gives back the one that it replaces. Time: linear in the answers.
    pub fn insert(&mut self, key: AttributeKey, answer: Answer) -> Option<Answer> {
        match self.place(&key) {
            Ok(at) => self.0.get_mut(at).map(|(_, known)| std::mem::replace(known, answer)),
            Err(at) => {
                self.0.insert(at, (key, answer));
                None
            }
        }
    }

    /// Takes an answer out.
    pub(crate) fn remove<K: AsRef<str> + ?Sized>(&mut self, key: &K) -> Option<Answer> {
        let at = self.place(key).ok()?;
        Some(self.0.remove(at).1)
    }

    /// The attributes answered, in order.
    pub fn keys(&self) -> impl Iterator<Item = &AttributeKey> {
        self.iter().map(|(key, _)| key)
    }

    /// All answers, in order of key.
    pub fn iter(&self) -> impl Iterator<Item = (&AttributeKey, &Answer)> {
        self.0.iter().map(|(key, answer)| (key, answer))
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.0.len()
    }

    /// Whether everything is blank.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Gives back memory that no answer needs.
    pub(crate) fn shrink(&mut self) {
        self.0.shrink_to_fit();
    }

    fn place<K: AsRef<str> + ?Sized>(&self, key: &K) -> Result<usize, usize> {
        let name = key.as_ref();
        let first = first(name);
        self.0.binary_search_by(|(known, _)| known.compare(first, name))
    }
}

impl FromIterator<(AttributeKey, Answer)> for Answers {
    fn from_iter<I: IntoIterator<Item = (AttributeKey, Answer)>>(answers: I) -> Self {
        let mut all = Self::default();
        for (key, answer) in answers {
            all.insert(key, answer);
        }
        all
    }
}

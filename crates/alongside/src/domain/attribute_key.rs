//! What attributes are called.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::Arc;

/// Name of an attribute, such as `interests` or the programme's own `grade`. In order of the name.
#[derive(Clone)]
pub struct AttributeKey(Arc<Name>);

/// A name, and its first bytes as a number: names that differ mostly do so there, and everybody's answers are looked up
/// by name over and over.
struct Name {
    begins: u128,
    name: Arc<str>,
}

/// Bytes of a name that its number holds.
const HELD: usize = size_of::<u128>();

impl AttributeKey {
    /// The key of that name.
    pub fn new(name: &str) -> Self {
        Self(Arc::new(Name { begins: first(name), name: name.into() }))
    }

    /// The name, to be shared.
    pub(crate) fn shared(&self) -> &Arc<str> {
        &self.0.name
    }

    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0.name
    }

    /// How the key stands to a name whose [first](first()) bytes are these.
    pub(super) fn compare(&self, begins: u128, name: &str) -> Ordering {
        self.0.begins.cmp(&begins).then_with(|| {
            if self.0.name.len().max(name.len()) <= HELD {
                // Nothing is left to differ but how many of the bytes there are.
                self.0.name.len().cmp(&name.len())
            } else {
                (*self.0.name).cmp(name)
            }
        })
    }
}

/// The first bytes of a name, in an order that is that of names as far as they tell.
pub(super) fn first(name: &str) -> u128 {
    u128::from_be_bytes(first_bytes(name))
}

/// The same of its first eight bytes.
pub(crate) fn begins(name: &str) -> u64 {
    u64::from_be_bytes(first_bytes(name))
}

fn first_bytes<const N: usize>(name: &str) -> [u8; N] {
    name.as_bytes().first_chunk().copied().unwrap_or_else(|| {
        let mut bytes = [0; N];
        bytes.get_mut(..name.len()).into_iter().for_each(|bytes| bytes.copy_from_slice(name.as_bytes()));
        bytes
    })
}

impl Ord for AttributeKey {
    fn cmp(&self, other: &Self) -> Ordering {
        if Arc::ptr_eq(&self.0, &other.0) { Ordering::Equal } else { self.compare(other.0.begins, &other.0.name) }
    }
}

impl PartialOrd for AttributeKey {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for AttributeKey {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for AttributeKey {}

impl Hash for AttributeKey {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl AsRef<str> for AttributeKey {
    fn as_ref(&self) -> &str {
        self.as_str()
    }
}

impl std::borrow::Borrow<str> for AttributeKey {
    fn borrow(&self) -> &str {
        self.as_str()
    }
}

impl fmt::Display for AttributeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Debug for AttributeKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("AttributeKey").field(&self.as_str()).finish()
    }
}

impl Serialize for AttributeKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for AttributeKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Ok(Self::new(&String::deserialize(deserializer)?))
    }
}

#[cfg(test)]
mod tests {
    use super::AttributeKey;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn keys_are_in_the_order_of_their_names(one in "[a-c\0]{0,20}", other in "[a-c\0]{0,20}") {
            let (key, next) = (AttributeKey::new(&one), AttributeKey::new(&other));
            prop_assert_eq!(key.cmp(&next), one.cmp(&other));
            prop_assert_eq!(key == next, one == other);
        }
    }
}

//! The reference texts of issue codes, rules, criteria and findings: printed by `describe`, shown in the book.

/// One entry of the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is described: `issue`, `rule`, `criterion` or `finding`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// The text, in Markdown.
    pub text: String,
}

/// Every entry, by kind in the order of the book.
pub fn entries() -> Vec<Entry> {
    Vec::new()
}

/// The entry of that name.
pub fn entry(name: &str) -> Option<Entry> {
    entries().into_iter().find(|entry| entry.name == name)
}

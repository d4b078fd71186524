//! Takes a table apart key by key, noting every problem and every key that nobody asked for.

use super::keys::Section;
#[cfg(debug_assertions)]
use super::shapes::asked;
use super::{Node, Value};
use crate::domain::Date;
use crate::issue::{IssueCode, Issues, Place, shown_path};
use std::sync::Arc;

/// What all readers of one document share.
#[derive(Debug, Clone)]
pub(crate) struct Source {
    pub(crate) file: Option<Arc<str>>,
}

impl Source {
    pub(crate) fn place(&self, path: &str, line: Option<u32>) -> Place {
        let path = (!path.is_empty()).then(|| shown_path(path));
        Place { file: self.file.clone(), line, path, ..Place::default() }
    }
}

/// One table being read.
#[derive(Debug)]
pub(crate) struct TableReader<'a> {
    source: &'a Source,
    path: String,
    line: Option<u32>,
    entries: &'a [(String, Node)],
    section: &'a Section,
}

impl<'a> TableReader<'a> {
    /// Reads `node`, or notes that it is no table; keys the section does not have are noted at once.
    pub(crate) fn new(
        source: &'a Source,
        path: impl Into<String>,
        node: &'a Node,
        section: &'a Section,
        issues: &mut Issues,
    ) -> Option<Self> {
        let path = path.into();
        let Value::Table(entries) = &node.value else {
            let message = format!("{} where a table is expected", node.type_name());
            issues.push(IssueCode::WrongType, source.place(&path, node.line), message, "write it as a table of keys");
            return None;
        };
        let reader = Self { source, path, line: node.line, entries, section };
        for (key, value) in entries {
            if !section.has(key) {
                let known: Vec<_> = section.names().collect();
                let remedy = suggestion(key, known.iter().copied());
                let message = format!("unknown key `{}`", shown(key));
                issues.push(IssueCode::UnknownKey, source.place(&reader.below(key), value.line), message, remedy);
            }
        }
        Some(reader)
    }

    /// Where the table stands.
    pub(crate) fn own_path(&self) -> &str {
        &self.path
    }

    pub(crate) fn below(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }

    pub(crate) fn place(&self, key: &str) -> Place {
        let line = self.node(key).map_or(self.line, |node| node.line);
        self.source.place(&self.below(key), line)
    }

    /// Where the whole table stands.
    pub(crate) fn own_place(&self) -> Place {
        self.source.place(&self.path, self.line)
    }

    /// The key's value; null counts as absent.
    pub(crate) fn node(&self, key: &str) -> Option<&'a Node> {
        debug_assert!(self.section.has(key), "{key} is not in the table of keys of {}", self.section.path);
        let found = self.entries.iter().find(|(name, _)| name == key).map(|(_, node)| node);
        found.filter(|node| node.value != Value::Null)
    }

    fn required<T>(&self, key: &str, value: Option<T>, issues: &mut Issues) -> Option<T> {
        if value.is_none() && self.node(key).is_none() {
            self.missing(key, issues);
        }
        value
    }

    /// Says that a key which is required is not there.
    pub(crate) fn missing(&self, key: &str, issues: &mut Issues) {
        let message = format!("`{key}` is missing");
        let remedy = self.section.meaning(key).map_or_else(String::new, |meaning| format!("add it: {meaning}"));
        issues.push(IssueCode::MissingKey, self.place(key), message, remedy);
    }

    fn wrong(&self, key: &str, node: &Node, expected: &str, issues: &mut Issues) {
        let message = format!("`{key}` is {}, not {expected}", node.type_name());
        issues.push(IssueCode::WrongType, self.place(key), message, format!("write {expected}"));
    }

    pub(crate) fn text(&self, key: &str, issues: &mut Issues) -> Option<&'a str> {
        #[cfg(debug_assertions)]
        assert!(asked::text(self.section, key), "the shape of {}.{key} is another", self.section.path);
        let node = self.node(key)?;
        match &node.value {
            Value::Text(text) if text.trim().is_empty() => {
                issues.push(IssueCode::WrongType, self.place(key), format!("`{key}` is empty"), "write a text");
                None
            }
            Value::Text(text) => Some(text.trim()),
            _ => {
                self.wrong(key, node, "text", issues);
                None
            }
        }
    }

    pub(crate) fn required_text(&self, key: &str, issues: &mut Issues) -> Option<&'a str> {
        let text = self.text(key, issues);
        self.required(key, text, issues)
    }

    pub(crate) fn flag(&self, key: &str, issues: &mut Issues) -> Option<bool> {
        #[cfg(debug_assertions)]
        assert!(asked::flag(self.section, key), "the shape of {}.{key} is another", self.section.path);
        let node = self.node(key)?;
        let flag = if let Value::Bool(flag) = node.value { Some(flag) } else { None };
        if flag.is_none() {
            self.wrong(key, node, "true or false", issues);
        }
        flag
    }

    /// A whole number within the range.
    pub(crate) fn integer(&self, key: &str, range: std::ops::RangeInclusive<i64>, issues: &mut Issues) -> Option<i64> {
        #[cfg(debug_assertions)]
        assert!(
            asked::whole(self.section, key, *range.start(), *range.end()),
            "the shape of {}.{key} is another",
            self.section.path
        );
        let node = self.node(key)?;
        let (low, high) = (range.start(), range.end());
        match node.value {
            Value::Integer(number) if range.contains(&number) => Some(number),
            Value::Integer(_) | Value::Decimal(_) => {
                let message = format!("`{key}` is not a whole number from {low} to {high}");
                issues.push(IssueCode::BadNumber, self.place(key), message, "write a number in that range");
                None
            }
            _ => {
                self.wrong(key, node, "a whole number", issues);
                None
            }
        }
    }

    pub(crate) fn required_integer(
        &self,
        key: &str,
        range: std::ops::RangeInclusive<i64>,
        issues: &mut Issues,
    ) -> Option<i64> {
        let number = self.integer(key, range, issues);
        self.required(key, number, issues)
    }

    pub(crate) fn date(&self, key: &str, issues: &mut Issues) -> Option<Date> {
        #[cfg(debug_assertions)]
        assert!(asked::day(self.section, key), "the shape of {}.{key} is another", self.section.path);
        let node = self.node(key)?;
        match &node.value {
            Value::Date(date) => Some(*date),
            Value::Text(text) => text.trim().parse().ok().or_else(|| {
                let message = format!("`{key}` is not a date of the calendar");
                issues.push(IssueCode::BadDate, self.place(key), message, "write it as YYYY-MM-DD");
                None
            }),
            _ => {
                self.wrong(key, node, "a date", issues);
                None
            }
        }
    }

    pub(crate) fn required_date(&self, key: &str, issues: &mut Issues) -> Option<Date> {
        let date = self.date(key, issues);
        self.required(key, date, issues)
    }

    /// A word of a closed list.
    pub(crate) fn choice<T: Copy>(&self, key: &str, words: &[(&str, T)], issues: &mut Issues) -> Option<T> {
        #[cfg(debug_assertions)]
        assert!(
            asked::word(self.section, key, words.iter().map(|(name, _)| *name)),
            "the shape of {}.{key} is another",
            self.section.path
        );
        let word = self.text(key, issues)?;
        let found = words.iter().find(|(name, _)| *name == word).map(|(_, value)| *value);
        if found.is_none() {
            let message = format!("`{key}` is none of the words it can be");
            let remedy = suggestion(word, words.iter().map(|(name, _)| *name));
            issues.push(IssueCode::UnknownValue, self.place(key), message, remedy);
        }
        found
    }

    pub(crate) fn required_choice<T: Copy>(&self, key: &str, words: &[(&str, T)], issues: &mut Issues) -> Option<T> {
        let word = self.choice(key, words, issues);
        self.required(key, word, issues)
    }

    /// The items of a list; empty when absent.
    pub(crate) fn list(&self, key: &str, issues: &mut Issues) -> &'a [Node] {
        #[cfg(debug_assertions)]
        assert!(asked::list(self.section, key), "the shape of {}.{key} is another", self.section.path);
        match self.node(key) {
            None => &[],
            Some(Node { value: Value::List(items), .. }) => items,
            Some(node) => {
                self.wrong(key, node, "a list", issues);
                &[]
            }
        }
    }

    /// Texts of a list; one text counts as a list of one.
    pub(crate) fn texts(&self, key: &str, issues: &mut Issues) -> Vec<&'a str> {
        #[cfg(debug_assertions)]
        assert!(asked::list(self.section, key), "the shape of {}.{key} is another", self.section.path);
        let items = match self.node(key) {
            Some(node @ Node { value: Value::Text(_), .. }) => std::slice::from_ref(node),
            _ => self.list(key, issues),
        };
        let mut texts = Vec::with_capacity(items.len());
        for item in items {
            match &item.value {
                Value::Text(text) if !text.trim().is_empty() => texts.push(text.trim()),
                _ => self.wrong(key, item, "a list of texts", issues),
            }
        }
        texts
    }
}

/// A remedy that names the nearest word, or all of them.
pub(crate) fn suggestion<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> String {
    let mut known: Vec<&str> = known.into_iter().collect();
    let mut seen = std::collections::BTreeSet::new();
    // A tab is understood where it is written as it is, and not proposed so.
    known.retain(|name| seen.insert(*name) && !name.contains(char::is_control));
    match nearest(word, known.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None if known.is_empty() => "there is nothing it could be here".to_owned(),
        None if known.len() > 40 => "see the reference for what it can be".to_owned(),
        None => format!("it can be: {}", known.join(", ")),
    }
}

/// The known word closest to this one, if it is close enough to be a slip.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let plain = |text: &str| text.to_lowercase().replace(['-', ' '], "_");
    let word = plain(word);
    let scored = known.into_iter().map(|name| (strsim::damerau_levenshtein(&word, &plain(name)), name));
    let (distance, name) = scored.min_by_key(|(distance, _)| *distance)?;
    let longest = word.chars().count().max(name.chars().count());
    (distance * 5 <= longest * 2).then_some(name)
}

/// A key as it may stand in a message: short and without control characters.
pub(crate) fn shown(key: &str) -> String {
    let plain: String = key.chars().filter(|c| !c.is_control()).take(60).collect();
    if plain.chars().count() < key.chars().count() { format!("{plain}...") } else { plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slips_find_their_word_and_strangers_do_not() {
        let known = ["interests", "languages", "waiting_since"];
        assert_eq!(nearest("intrests", known), Some("interests"));
        assert_eq!(nearest("Waiting Since", known), Some("waiting_since"));
        assert_eq!(nearest("biography", known), None);
    }
}

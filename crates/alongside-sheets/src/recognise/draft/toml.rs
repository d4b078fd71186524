//! Text of TOML.

use std::fmt::{Display, Write};

/// Text that grows by what is written.
pub(super) trait Put {
    /// Adds it at the end.
    fn put(&mut self, more: impl Display);
}

impl Put for String {
    fn put(&mut self, more: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self, "{more}");
    }
}

/// A text in quotes, whatever it holds.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() || super::steers(c) => quoted.put(format_args!("\\u{:04X}", u32::from(c).min(0xffff))),
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

/// Several texts in brackets.
pub(super) fn list<'t>(texts: impl IntoIterator<Item = &'t str>) -> String {
    format!("[{}]", texts.into_iter().map(quoted).collect::<Vec<_>>().join(", "))
}

/// A table on one line, from texts to texts.
pub(super) fn pairs<'t>(entries: impl IntoIterator<Item = (&'t str, &'t str)>) -> String {
    let entries: Vec<String> =
        entries.into_iter().map(|(key, value)| format!("{} = {}", quoted(key), quoted(value))).collect();
    format!("{{ {} }}", entries.join(", "))
}

/// Columns of a line of comment.
const WIDTH: usize = 100;

/// The text as lines of comment, each behind `# ` and what is given as an indent.
pub(super) fn comment(text: &str, indent: &str) -> String {
    let (mut lines, mut line) = (String::new(), String::new());
    for word in text.split_whitespace() {
        if !line.is_empty() && line.chars().count() + word.chars().count() + 3 > WIDTH {
            lines.put(format_args!("# {line}\n"));
            indent.clone_into(&mut line);
        }
        if !line.trim().is_empty() {
            line.push(' ');
        }
        line.push_str(&plain(word));
    }
    if !line.trim().is_empty() {
        lines.put(format_args!("# {line}\n"));
    }
    lines
}

/// A word of a comment, without what would end or steer the line.
pub(super) fn plain(word: &str) -> String {
    word.chars().map(|c| if c.is_control() || super::steers(c) { ' ' } else { c }).collect()
}

/// A name that the programme file takes for an attribute: small letters, digits and `_`, from a header.
pub(super) fn attribute_name(header: &str) -> String {
    let mut name = String::new();
    for c in header.to_lowercase().chars() {
        if c.is_ascii_alphanumeric() {
            name.push(c);
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
    }
    let name = name.trim_end_matches('_');
    let short: String = name.chars().take(40).collect();
    let short = short.trim_end_matches('_');
    if short.starts_with(|c: char| c.is_ascii_lowercase()) { short.to_owned() } else { format!("column_{short}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_a_header_holds_the_file_can_be_read() {
        let header = "a \"b\" \\ c\n\u{7}\u{202e}'";
        let text = format!("name = {}\n[x]\n{} = 1\n", quoted(header), quoted(header));
        let document = alongside::input::Document::parse(&text, alongside::input::Notation::Toml, None).unwrap();
        assert!(
            matches!(&document.root.get("name").unwrap().value, alongside::input::Value::Text(text) if text == header)
        );
    }

    #[test]
    fn names_of_attributes_are_plain() {
        assert_eq!(attribute_name("Match with similar identity?"), "match_with_similar_identity");
        assert_eq!(attribute_name("\u{407}\u{436}\u{430}"), "column_");
        assert_eq!(attribute_name("2nd choice"), "column_2nd_choice");
    }

    #[test]
    fn comments_stay_comments() {
        let text = comment("one\u{b}two\nthree = 4 \u{1b}[2J", "  ");
        assert!(text.lines().all(|line| line.starts_with("# ")), "{text}");
        assert!(!text.contains('\u{1b}'));
    }
}

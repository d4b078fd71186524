//! Text from files made harmless for a terminal, measured and broken into lines.

use std::borrow::Cow;
use std::fmt::{Display, Write};
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Text that grows by what is laid out.
pub(crate) trait Put {
    /// Adds it at the end.
    fn put(&mut self, more: impl Display);
}

impl Put for String {
    fn put(&mut self, more: impl Display) {
        // Writing to a string cannot fail.
        let _ = write!(self, "{more}");
    }
}

/// The text with everything escaped that would steer the terminal or turn the direction of reading.
pub(crate) fn shown(text: &str) -> Cow<'_, str> {
    if !text.chars().any(steers) {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        if steers(c) {
            let _ = write!(plain, "\\u{{{:x}}}", u32::from(c));
        } else {
            plain.push(c);
        }
    }
    Cow::Owned(plain)
}

fn steers(c: char) -> bool {
    let directs = matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}');
    c.is_control() || directs
}

/// Columns that the text takes.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// The text cut to so many columns, marked where it was cut.
pub(crate) fn cut(text: &str, most: usize) -> String {
    if width(text) <= most {
        return text.to_owned();
    }
    let (head, _) = split(text, most.saturating_sub(3));
    format!("{head}{}", ".".repeat(most.min(3)))
}

/// The text in lines of at most so many columns, broken at spaces where there are any; those after the first stand
/// `indent` columns in.
pub(crate) fn wrap(text: &str, most: usize, indent: usize) -> Vec<String> {
    let indent = if most > 2 * indent { indent } else { 0 };
    let room = |lines: &[String]| if lines.is_empty() { most.max(1) } else { (most - indent).max(1) };
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let end_line = |lines: &mut Vec<String>, line: &str| {
        let indent = if lines.is_empty() { 0 } else { indent };
        lines.push(format!("{}{line}", " ".repeat(indent)));
    };
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let mut word = word;
        if !line.is_empty() && width(&line) + 1 + width(word) > room(&lines) {
            end_line(&mut lines, &std::mem::take(&mut line));
        }
        while width(word) > room(&lines) && word.chars().nth(1).is_some() {
            let (head, tail) = split(word, room(&lines));
            end_line(&mut lines, head);
            word = tail;
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() || lines.is_empty() {
        end_line(&mut lines, &line);
    }
    lines
}

/// The longest head that takes at most so many columns, at least one character of it, and the rest.
fn split(text: &str, most: usize) -> (&str, &str) {
    let mut columns = 0;
    let at = text.char_indices().find_map(|(at, c)| {
        columns += c.width().unwrap_or(0);
        (columns > most && at > 0).then_some(at)
    });
    text.split_at(at.unwrap_or(text.len()))
}

/// `1 place`, `2 places`.
pub(crate) fn count(number: impl Into<u64>, word: &str) -> String {
    match number.into() {
        1 => format!("1 {word}"),
        number => format!("{number} {word}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_steers_a_terminal_is_escaped() {
        assert_eq!(shown("Zo\u{eb} 7"), "Zo\u{eb} 7");
        assert_eq!(shown("a\u{1b}[2J\r\n\u{9b}b\u{202e}c"), "a\\u{1b}[2J\\u{d}\\u{a}\\u{9b}b\\u{202e}c");
    }

    #[test]
    fn lines_break_at_spaces_and_never_exceed_the_width() {
        assert_eq!(wrap("one two three", 7, 0), ["one two", "three"]);
        assert_eq!(wrap("abcdefghij kl", 4, 0), ["abcd", "efgh", "ij", "kl"]);
        assert_eq!(wrap("", 4, 2), [""]);
        assert_eq!(wrap("\u{6c49}\u{5b57}\u{6c49}", 4, 0), ["\u{6c49}\u{5b57}", "\u{6c49}"]);
        assert_eq!(wrap("one two three", 7, 2), ["one two", "  three"]);
        assert_eq!(wrap("one two  six", 6, 2), ["one", "  two", "  six"]);
        assert_eq!(wrap("\u{6c49}\u{5b57}", 1, 0), ["\u{6c49}", "\u{5b57}"]);
    }

    #[test]
    fn cut_text_says_so() {
        assert_eq!(cut("abcdefgh", 8), "abcdefgh");
        assert_eq!(cut("abcdefghi", 8), "abcde...");
        assert_eq!(cut("abc", 2), "a..");
    }
}

//! Text that a spreadsheet would take for a formula, made harmless so that it can be had back.

use std::borrow::Cow;

/// Whether a spreadsheet may take the text for a formula: its first character, white space, quotes and invisible
/// characters aside, is one that begins formulas, in the common or the full-width form.
fn is_live(text: &str) -> bool {
    let skipped = |c: char| {
        !matches!(c, '\t' | '\r')
            && (c.is_whitespace()
                || c.is_control()
                || matches!(
                    c,
                    '"' | '\'' | '`' | '\u{2018}'..='\u{201f}' | '\u{ab}' | '\u{bb}' | '\u{ff02}' | '\u{ff07}'
                )
                || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2064}' | '\u{feff}'))
    };
    matches!(
        text.chars().find(|c| !skipped(*c)),
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\u{ff1d}' | '\u{ff0b}' | '\u{ff0d}' | '\u{ff20}')
    )
}

/// Puts a `'` before text that a spreadsheet would take for a formula; other text stays as it is. [`restore`] undoes it
/// exactly. Time linear in the text.
///
/// ```
/// use alongside_sheets::{neutralise, restore};
/// assert_eq!(neutralise("=1+1"), "'=1+1");
/// assert_eq!(neutralise("O'Example"), "O'Example");
/// assert_eq!(restore(&neutralise("=1+1")), "=1+1");
/// ```
pub fn neutralise(text: &str) -> Cow<'_, str> {
    if is_live(text) { Cow::Owned(format!("'{text}")) } else { Cow::Borrowed(text) }
}

/// The text that [`neutralise`] was given. Text that it would never write comes back as it is.
pub fn restore(text: &str) -> &str {
    text.strip_prefix('\'').filter(|rest| is_live(rest)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn everything_that_begins_a_formula_is_neutralised() {
        for text in [
            "=1",
            "+1",
            "-1",
            "@a",
            "\ta",
            "\ra",
            " =1",
            "\"=1",
            "'=1",
            "\u{a0}=1",
            "\u{feff}=1",
            "\n=1",
            "\u{ff1d}1",
            "\u{ff0b}1",
            "\u{ff0d}1",
            "\u{ff20}a",
            " '' \" -2+3+cmd|' /C calc'!A0",
        ] {
            assert_eq!(neutralise(text), format!("'{text}"));
            assert_eq!(restore(&neutralise(text)), text);
        }
        for text in ["", "a", "'a", "1=1", "'", "a-b", "007"] {
            assert_eq!(neutralise(text), text);
            assert_eq!(restore(text), text);
        }
    }

    proptest! {
        #[test]
        fn restoring_is_exact_and_nothing_live_is_left(text in "[=+\\-@\t\r\n '\"a\u{ff1d}\u{feff}\u{a0}]{0,8}|\\PC*") {
            let written = neutralise(&text);
            prop_assert_eq!(restore(&written), &text);
            prop_assert!(!is_live(&written) || written.starts_with('\''));
            let beginnings = ['=', '+', '-', '@', '\t', '\r', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}'];
            let begins = written.starts_with(beginnings);
            prop_assert!(!begins);
        }
    }
}

//! Whom the programme lacks: attributes on which more people ask for somebody like themselves than there are places.

use super::style::heading;
use super::text::{Put, shown, wrap};
use alongside::Outcome;

/// A line for each attribute; nothing where nobody is lacking.
pub(crate) fn render(outcome: &Outcome, width: usize) -> String {
    if outcome.recruitment.is_empty() {
        return String::new();
    }
    let support = outcome.programme.support;
    let mut text = heading(&format!("{}s to look for", capital(support.mentor())));
    for need in &outcome.recruitment {
        for line in wrap(&shown(&need.words(support)), width.saturating_sub(2), 2) {
            text.put(format_args!("  {line}\n"));
        }
    }
    text
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

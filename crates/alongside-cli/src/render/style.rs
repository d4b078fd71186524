//! The few colours, each with one meaning.

use anstyle::{AnsiColor, Style};
use std::fmt::Display;

/// What stops.
pub(crate) const ERROR: Style = AnsiColor::Red.on_default().bold();
/// What should be known.
pub(crate) const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// What is as it should be.
pub(crate) const GOOD: Style = AnsiColor::Green.on_default();
/// Titles.
pub(crate) const HEADING: Style = Style::new().bold();
/// What is read last.
pub(crate) const QUIET: Style = Style::new().dimmed();

/// The text in that style; the console takes the style away where it is not wanted.
pub(crate) fn paint(style: Style, text: impl Display) -> String {
    format!("{style}{text}{style:#}")
}

/// A title on a line of its own.
pub(crate) fn heading(text: &str) -> String {
    format!("\n{}\n", paint(HEADING, text))
}

//! Examples that raise an issue or use a rule, kept so that tests can run them.

use super::page::Text;

/// An example, by what holds it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Example {
    /// Part of a programme document, in TOML unless it begins with `{`.
    Document(&'static str),
    /// A sheet, under what the programme says of it.
    Sheet {
        /// The part of the programme.
        programme: &'static str,
        /// The sheet's rows, header first.
        rows: &'static str,
    },
    /// One cell of a person's row.
    Cell {
        /// The field that the column is mapped to.
        field: &'static str,
        /// What stands in it.
        text: &'static str,
    },
    /// What no short text can show, in words.
    Words(&'static str),
}

impl Example {
    /// What introduces it.
    pub(super) const fn lead(&self) -> &'static str {
        match self {
            Self::Document(_) => "In a programme file:",
            Self::Sheet { .. } => "A programme file and its sheet:",
            Self::Cell { .. } => "In a sheet:",
            Self::Words(words) => words,
        }
    }

    /// Writes what follows the lead.
    pub(super) fn show(&self, text: &mut Text) {
        match self {
            Self::Document(lines) => text.block(if lines.starts_with('{') { "json" } else { "toml" }, lines),
            Self::Sheet { programme, rows } => {
                text.block("toml", programme);
                text.block("csv", rows);
            }
            Self::Cell { field, text: cell } => text.block("csv", &format!("{field}\n{cell}\n")),
            Self::Words(_) => {}
        }
    }
}

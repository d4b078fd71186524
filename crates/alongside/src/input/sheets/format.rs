//! How the file of a sheet is written: the keys that every kind of sheet has.

use crate::input::reader::TableReader;
use crate::issue::Issues;
use std::fmt;

/// How a file is to be taken apart. What is absent is found out from the file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormatConfig {
    /// The worksheet of a workbook.
    pub sheet: Option<String>,
    /// Row of the headers as a spreadsheet shows it, counted from 1; rows above it are not read.
    pub header_row: Option<u32>,
    /// Between the cells of delimited text.
    pub delimiter: Option<u8>,
    /// Of delimited text.
    pub encoding: Option<Encoding>,
}

/// How letters become bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Encoding {
    /// Unicode in bytes, with or without a byte order mark.
    Utf8,
    /// Unicode in pairs of bytes, the low one first.
    Utf16Le,
    /// Unicode in pairs of bytes, the high one first.
    Utf16Be,
    /// What Windows programs write as plain "CSV" in western Europe. Nothing in a file tells that it is meant.
    Windows1252,
}

impl Encoding {
    /// Its name, as people write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1252 => "Windows-1252",
        }
    }
}

impl fmt::Display for Encoding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// Rows that a spreadsheet can have.
pub(crate) const MOST_ROWS: i64 = 1_048_576;

impl FormatConfig {
    /// Reads the keys out of the table of a sheet.
    pub(crate) fn read(table: &TableReader<'_>, issues: &mut Issues) -> Self {
        let delimiters = [(",", b','), (";", b';'), ("|", b'|'), ("tab", b'\t'), ("\t", b'\t')];
        let encodings = [
            ("utf-8", Encoding::Utf8),
            ("utf-16le", Encoding::Utf16Le),
            ("utf-16be", Encoding::Utf16Be),
            ("windows-1252", Encoding::Windows1252),
        ];
        let header_row = table.integer("header_row", 1..=MOST_ROWS, issues);
        Self {
            sheet: table.text("sheet", issues).map(str::to_owned),
            header_row: header_row.and_then(|row| u32::try_from(row).ok()),
            delimiter: table.choice("delimiter", &delimiters, issues),
            encoding: table.choice("encoding", &encodings, issues),
        }
    }
}

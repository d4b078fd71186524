//! Workbooks: the package taken apart, one worksheet read as text.
//!
//! The parts are read here, on the `zip` and `quick-xml` libraries, and not through a library for workbooks as a whole:
//! those trust what a workbook declares of its sizes, and do not tell of hidden rows and columns or of formulas that
//! were never worked out. One such library checks what is read here, in the tests.

mod book;
mod cells;
mod package;
mod strings;
mod styles;
mod value;
mod xml;

pub(crate) use cells::DELIMITER;

use super::facts::Facts;
use alongside::input::FormatConfig;
use alongside::issue::IssueCode;
use book::Book;
use cells::Context;
use package::Package;

/// Why a workbook is refused as a whole.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Refusal {
    pub(crate) code: IssueCode,
    pub(crate) row: Option<u32>,
    pub(crate) message: String,
    pub(crate) remedy: String,
}

const SAVE_AGAIN: &str = "open it in a spreadsheet program and save it again as an Excel workbook (.xlsx)";

/// What begins workbooks of the older format, and those with a password.
const COMPOUND: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

impl Refusal {
    /// Something that no program writes; `row` is the last one read.
    fn damaged(row: Option<u32>) -> Self {
        let row = row.filter(|row| *row > 0);
        let message = match row {
            Some(_) => "the workbook is damaged at this row",
            None => "the workbook is damaged or not one",
        };
        Self::strange(row, message)
    }

    fn strange(row: Option<u32>, message: impl Into<String>) -> Self {
        Self { code: IssueCode::NotCsv, row, message: message.into(), remedy: SAVE_AGAIN.to_owned() }
    }

    /// What an archive is that holds no workbook.
    fn no_workbook(package: &Package<'_>) -> Self {
        let known = [
            ("content.xml", "the file is an OpenDocument spreadsheet or text"),
            ("xl/workbook.bin", "the file is a binary workbook (.xlsb)"),
            ("word/document.xml", "the file is a text document"),
        ];
        let found = known.iter().find(|(part, _)| package.has(part));
        Self::strange(None, found.map_or("the file is a zip archive without a workbook", |(_, what)| what))
    }
}

/// Whether a file of that name is read as a workbook.
pub(crate) fn is_workbook(name: &str) -> bool {
    ends_in(name, &["xlsx", "xlsm"])
}

/// Workbooks that cannot be read, by what their name ends in.
pub(crate) fn other_workbook(name: &str) -> Option<Refusal> {
    let kinds = [
        ("xls", "the file is a workbook in the older format (.xls)"),
        ("xlsb", "the file is a binary workbook (.xlsb)"),
        ("ods", "the file is an OpenDocument spreadsheet (.ods)"),
        ("numbers", "the file is a Numbers spreadsheet"),
    ];
    let found = kinds.iter().find(|(ending, _)| ends_in(name, &[ending]));
    found.map(|(_, what)| Refusal::strange(None, *what))
}

fn ends_in(name: &str, endings: &[&str]) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| endings.iter().any(|known| ending.eq_ignore_ascii_case(known)))
}

/// One worksheet as text.
#[derive(Debug)]
pub(crate) struct Worksheet {
    pub(crate) name: String,
    pub(crate) text: String,
    /// Columns up to the last one filled in, from the header on.
    pub(crate) width: usize,
    pub(crate) facts: Facts,
}

/// Reads the worksheet that the configuration names, or the only visible one; `place` is where that stands in the
/// programme. Time linear in the parts of the package that it needs.
pub(crate) fn open(bytes: &[u8], format: &FormatConfig, place: &str) -> Result<Worksheet, Refusal> {
    if bytes.starts_with(COMPOUND) {
        let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        if bytes.windows(name.len()).any(|window| window == name) {
            let mut refusal = Refusal::strange(None, "the workbook is protected with a password");
            "open it with its password and save a copy without one".clone_into(&mut refusal.remedy);
            return Err(refusal);
        }
        return Err(Refusal::strange(None, "the file is a workbook in the older format (.xls)"));
    }
    if !bytes.starts_with(b"PK") {
        let mut refusal = Refusal::strange(None, "the file is no workbook, though its name ends like one");
        "if it is a CSV file, let its name end in `.csv`; otherwise save it as an Excel workbook (.xlsx)"
            .clone_into(&mut refusal.remedy);
        return Err(refusal);
    }
    let mut package = Package::open(bytes)?;
    let book = Book::read(&mut package)?;
    let chosen = book.choose(format.sheet.as_deref(), place)?;
    let mut facts = Facts { hidden: chosen.hidden, ..Facts::default() };
    let hidden = book.sheets.iter().filter(|sheet| sheet.hidden && sheet.name != chosen.name);
    facts.hidden_sheets = hidden.map(|sheet| sheet.name.clone()).collect();
    let mut part = |name: &Option<String>| name.as_ref().map_or(Ok(None), |name| package.part(name));
    let (strings, styles) = (part(&book.strings)?, part(&book.styles)?);
    let context = Context {
        strings: strings.map_or(Ok(Vec::new()), |part| strings::read(&part))?,
        styles: styles.map_or(Ok(Vec::new()), |part| styles::read(&part))?,
        since_1904: book.since_1904,
    };
    let text = chosen.text(&mut package)?;
    let written = cells::read(&text, &context, format.header_row.unwrap_or(1), &mut facts)?;
    Ok(Worksheet { name: chosen.name.clone(), text: written.text, width: written.width, facts })
}

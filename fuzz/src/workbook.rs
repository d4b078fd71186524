//! Any bytes as a workbook, as one of its parts, and as what is written into one.

use crate::csv_sheet::read;
use alongside::input::{Document, Notation, Value};
use alongside_sheets::{Files, read_sheets_from};
use arbitrary::{Arbitrary, Unstructured};
use calamine::{Data, Reader, Xlsx};
use rust_xlsxwriter::{Workbook, XlsxError};
use std::collections::BTreeMap;
use std::io::{Cursor, Write};
use std::sync::LazyLock;
use zip::write::SimpleFileOptions;

/// Both sides from one workbook; headers are fields.
static DOCUMENT: LazyLock<Option<Document>> = LazyLock::new(|| {
    let plain = include_str!("csv_sheet.toml").split("\n[sheets.").next().unwrap_or_default();
    let sheets = "[sheets]\nmentors = { file = \"p.xlsx\" }\nmentees = { file = \"p.xlsx\", header_row = 1 }\n";
    Document::parse(&format!("{plain}{sheets}"), Notation::Toml, None).ok()
});

/// The parts of a workbook that is read: name and text.
const PARTS: [(&str, &str); 5] = [
    (
        "xl/sheet.xml",
        "<worksheet><sheetData><row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row>\
        <row><c><v>1</v></c><c s=\"1\"><v>46027</v></c></row></sheetData></worksheet>",
    ),
    ("xl/strings.xml", "<sst><si><t>id</t></si><si><t>name</t></si></sst>"),
    ("xl/styles.xml", "<styleSheet><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"),
    ("xl/workbook.xml", "<workbook><sheets><sheet name=\"A\" r:id=\"r0\"/></sheets></workbook>"),
    (
        "xl/_rels/workbook.xml.rels",
        "<R><Relationship Id=\"r0\" Type=\"x/worksheet\" Target=\"sheet.xml\"/>\
        <Relationship Id=\"r1\" Type=\"x/sharedStrings\" Target=\"strings.xml\"/>\
        <Relationship Id=\"r2\" Type=\"x/styles\" Target=\"styles.xml\"/></R>",
    ),
];

/// First byte: which of the five parts the rest is, the others being sound; or the whole file (5); or cells that are
/// written and must read back (6 and above).
pub fn workbook(data: &[u8]) {
    let [how, bytes @ ..] = data else { return };
    match usize::from(*how) {
        part @ 0..5 => {
            let Ok(package) = packed(part, bytes) else { return };
            held(package);
        }
        5 => held(bytes.to_vec()),
        _ => written(bytes),
    }
}

fn held(workbook: Vec<u8>) {
    let Some(document) = DOCUMENT.as_ref() else { return };
    let files = BTreeMap::from([("p.xlsx".to_owned(), workbook)]);
    read(document, Files::Held(&files), false);
}

/// The workbook with one of its parts exchanged. Nothing is compressed, so that a fuzzer sees through it.
fn packed(part: usize, bytes: &[u8]) -> zip::result::ZipResult<Vec<u8>> {
    let mut package = zip::ZipWriter::new(Cursor::new(Vec::new()));
    for (at, (name, text)) in PARTS.iter().enumerate() {
        let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
        package.start_file(*name, stored)?;
        package.write_all(if at == part { bytes } else { text.as_bytes() })?;
    }
    Ok(package.finish()?.into_inner())
}

/// One cell to be written.
#[derive(Debug)]
enum Cell {
    Text(String),
    Number(i32),
    Truth(bool),
    Nothing,
}

impl<'a> Arbitrary<'a> for Cell {
    fn arbitrary(input: &mut Unstructured<'a>) -> arbitrary::Result<Self> {
        Ok(match input.int_in_range(0..=3)? {
            0 => Self::Text(input.arbitrary()?),
            1 => Self::Number(input.arbitrary()?),
            2 => Self::Truth(input.arbitrary()?),
            _ => Self::Nothing,
        })
    }
}

/// What is written is what is read, here and by another reader.
fn written(bytes: &[u8]) {
    let mut input = Unstructured::new(bytes);
    let Ok(cells) = Vec::<Cell>::arbitrary(&mut input) else { return };
    let cells: Vec<Cell> = cells.into_iter().take(200).filter(writable).collect();
    if cells.is_empty() {
        return;
    }
    let Ok(workbook) = put(&cells) else { return };
    let theirs = Xlsx::new(Cursor::new(workbook.clone())).ok();
    let theirs = theirs.and_then(|mut book: Xlsx<_>| book.worksheet_range("Sheet1").ok());
    let toml = "[sheets.mentors]\nfile = \"p.xlsx\"\n";
    let Ok(document) = Document::parse(toml, Notation::Toml, None) else { return };
    let files = BTreeMap::from([("p.xlsx".to_owned(), workbook)]);
    let read = read_sheets_from(&document, Files::Held(&files));
    let (people, issues) = (read.people, read.issues);
    assert!(!issues.has_errors() && people.len() == cells.len(), "{} of {} rows: {issues}", people.len(), cells.len());
    for ((row, cell), person) in (1_u32..).zip(&cells).zip(&people) {
        let ours = match person.field("name").map(|node| &node.value) {
            Some(Value::Text(text)) => text.as_str(),
            _ => "",
        };
        let meant = match cell {
            Cell::Text(text) => text.replace("\r\n", "\n").replace('\r', "\n"),
            Cell::Number(number) => number.to_string(),
            Cell::Truth(truth) => truth.to_string(),
            Cell::Nothing => String::new(),
        };
        assert!(ours == meant.trim(), "{ours:?} was written as {meant:?}");
        let theirs = theirs.as_ref().and_then(|range| range.get_value((row, 1)));
        let theirs = theirs.map_or_else(String::new, |cell| match cell {
            Data::Empty => String::new(),
            other => other.to_string(),
        });
        assert!(theirs.replace("\r\n", "\n").replace('\r', "\n").trim() == ours, "{ours:?} is {theirs:?} to others");
    }
}

/// Control characters have no agreed form in a workbook, and a cell has its limit.
fn writable(cell: &Cell) -> bool {
    let Cell::Text(text) = cell else { return true };
    let plain = |c: char| c == '\n' || !(c.is_control() || matches!(c, '\u{fffe}' | '\u{ffff}'));
    text.len() < 30_000 && text.chars().all(plain) && !text.contains("_x")
}

fn put(cells: &[Cell]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    sheet.write(0, 0, "id")?.write(0, 1, "name")?;
    for (row, cell) in (1_u32..).zip(cells) {
        sheet.write(row, 0, row)?;
        match cell {
            Cell::Text(text) => sheet.write_string(row, 1, text)?,
            Cell::Number(number) => sheet.write(row, 1, *number)?,
            Cell::Truth(truth) => sheet.write(row, 1, *truth)?,
            Cell::Nothing => sheet,
        };
    }
    book.save_to_buffer()
}

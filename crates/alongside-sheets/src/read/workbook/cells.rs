//! One worksheet, cell by cell, to text that reads like a delimited sheet.
//!
//! Cells are parted by [`DELIMITER`], rows by line feeds, so that every row has the number that the spreadsheet shows.
//! Nothing is written for cells that are blank, and what a worksheet declares of its size is never read: a stray cell
//! far out costs a few bytes for its row and is refused for its column.

use super::strings::Gathered;
use super::value::{self, Shown};
use super::{Refusal, xml};
use crate::limits::{MAX_COLUMNS, MAX_EXPANDED_BYTES, MAX_MARKED};
use crate::read::facts::{Facts, Fault, Merge, NoValue};
use alongside::issue::IssueCode;
use quick_xml::events::{BytesStart, Event};

/// Between cells: a control character that no cell of a workbook can hold as it is.
pub(crate) const DELIMITER: u8 = 0x1f;

/// Rows that a worksheet can have.
const MAX_ROW: u32 = 1_048_576;

/// Errors as spreadsheets show them.
const ERRORS: &[&str] = &[
    "#N/A",
    "#REF!",
    "#VALUE!",
    "#DIV/0!",
    "#NAME?",
    "#NUM!",
    "#NULL!",
    "#SPILL!",
    "#CALC!",
    "#GETTING_DATA",
    "#FIELD!",
    "#BLOCKED!",
    "#CONNECT!",
    "#UNKNOWN!",
];

/// What cells refer to.
#[derive(Debug)]
pub(crate) struct Context {
    pub(crate) strings: Vec<String>,
    pub(crate) styles: Vec<Shown>,
    pub(crate) since_1904: bool,
}

/// The text of a worksheet and how many columns it fills.
#[derive(Debug, Default)]
pub(crate) struct Written {
    pub(crate) text: String,
    /// Columns up to the last one that is filled in, rows above `from` aside.
    pub(crate) width: usize,
    /// Row being written.
    row: u32,
    /// Cells of it begun.
    cells: usize,
}

/// How a cell is declared.
#[derive(Debug, Default)]
struct Cell {
    column: usize,
    kind: Kind,
    style: usize,
    has_formula: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
enum Kind {
    #[default]
    Number,
    Shared,
    Text,
    Inline,
    Bool,
    Error,
    Moment,
}

/// Reads a worksheet; `from` is the row of its header, if that is known.
pub(crate) fn read(part: &str, context: &Context, from: u32, facts: &mut Facts) -> Result<Written, Refusal> {
    let mut reader = xml::reader(part);
    let (mut written, mut row, mut next_column, mut in_data) = (Written { row: 1, ..Written::default() }, 0, 0, false);
    let mut text = String::new();
    loop {
        match reader.read_event().map_err(|_| Refusal::damaged(Some(row)))? {
            Event::Start(element) => match element.local_name().as_ref() {
                "c" if in_data => {
                    let mut cell = declared(&element, row, next_column)?;
                    next_column = cell.column + 1;
                    text.clear();
                    content(&mut reader, &mut cell, &mut text, row)?;
                    let text = shown(&cell, &mut text, row, context, facts)?;
                    if !text.is_empty() {
                        written.put(row, cell.column, text, from)?;
                    }
                }
                "row" if in_data => {
                    let number = xml::attribute(&element, "r").map(|number| number.trim().parse::<u32>());
                    let number = number.unwrap_or(Ok(row + 1)).ok();
                    let number = number.filter(|number| (row + 1..=MAX_ROW).contains(number));
                    row = number.ok_or(Refusal::damaged(Some(row)))?;
                    next_column = 0;
                    if xml::flag(&element, "hidden") {
                        facts.hidden_rows.insert(row);
                    }
                }
                "sheetData" => in_data = true,
                "col" if xml::flag(&element, "hidden") => {
                    let end = |name| xml::attribute(&element, name).and_then(|end| end.trim().parse::<usize>().ok());
                    if let (Some(first), Some(last)) = (end("min"), end("max")) {
                        facts.hidden_columns.push((first.saturating_sub(1), last.saturating_sub(1)));
                    }
                }
                "mergeCell" => {
                    let range = xml::attribute(&element, "ref");
                    facts.merges.push(range.and_then(|range| merge(&range)).ok_or(Refusal::damaged(None))?);
                    limit(facts.merges.len(), "merged ranges", row)?;
                }
                _ => {}
            },
            Event::End(element) if element.local_name().as_ref() == "sheetData" => in_data = false,
            Event::Eof => return Ok(written),
            _ => {}
        }
    }
}

/// Where a cell stands and how it is to be taken. Cells of a row stand in order; one that says nothing of its place
/// stands beside the last.
fn declared(element: &BytesStart<'_>, row: u32, next_column: usize) -> Result<Cell, Refusal> {
    let mut cell = Cell { column: next_column, ..Cell::default() };
    let damaged = || Refusal::damaged(Some(row));
    for attribute in element.attributes().with_checks(false) {
        let attribute = attribute.map_err(|_| damaged())?;
        let value = attribute.value.as_ref();
        match attribute.key.as_ref() {
            "r" => {
                let (at, column) = position(value).ok_or_else(damaged)?;
                if at != row || column < next_column {
                    return Err(damaged());
                }
                cell.column = column;
            }
            "s" => cell.style = value.trim().parse().map_err(|_| damaged())?,
            "t" => {
                cell.kind = match value {
                    "n" => Kind::Number,
                    "s" => Kind::Shared,
                    "str" => Kind::Text,
                    "inlineStr" => Kind::Inline,
                    "b" => Kind::Bool,
                    "e" => Kind::Error,
                    "d" => Kind::Moment,
                    _ => return Err(damaged()),
                }
            }
            _ => {}
        }
    }
    if row == 0 { Err(damaged()) } else { Ok(cell) }
}

/// Reads to the end of the cell.
fn content(reader: &mut quick_xml::Reader<&[u8]>, cell: &mut Cell, text: &mut String, row: u32) -> Result<(), Refusal> {
    let (mut in_value, mut inline) = (false, Gathered::default());
    loop {
        let event = reader.read_event().map_err(|_| Refusal::damaged(Some(row)))?;
        match &event {
            Event::Start(element) => match element.local_name().as_ref() {
                "v" => in_value = cell.kind != Kind::Inline,
                "f" => cell.has_formula = true,
                _ => inline.take(&event, text)?,
            },
            Event::End(element) => match element.local_name().as_ref() {
                "c" => return Ok(()),
                "v" => in_value = false,
                _ => inline.take(&event, text)?,
            },
            Event::Text(piece) if in_value => text.push_str(&piece.xml10_content()),
            Event::CData(piece) if in_value => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(reference) if in_value => xml::push_reference(reference, text)?,
            Event::Eof => return Err(Refusal::damaged(Some(row))),
            _ if cell.kind == Kind::Inline => inline.take(&event, text)?,
            _ => {}
        }
    }
}

/// The cell as a person sees it; what is remarkable about it is noted.
fn shown<'t>(
    cell: &Cell,
    raw: &'t mut String,
    row: u32,
    context: &'t Context,
    facts: &mut Facts,
) -> Result<&'t str, Refusal> {
    let damaged = || Refusal::damaged(Some(row));
    let blank = raw.trim().is_empty();
    if cell.has_formula {
        if blank && !matches!(cell.kind, Kind::Text | Kind::Inline) {
            return fault(cell, row, NoValue::NeverWorkedOut, facts);
        }
        if cell.kind != Kind::Error {
            Facts::note(&mut facts.formulas, row, cell.column);
        }
    }
    match cell.kind {
        _ if blank => raw.clear(),
        Kind::Shared => {
            let index: Option<usize> = raw.trim().parse().ok();
            return index.and_then(|index| context.strings.get(index)).map(String::as_str).ok_or_else(damaged);
        }
        Kind::Text | Kind::Inline => {
            if raw.contains("_x") {
                *raw = xml::unescape(std::mem::take(raw));
            }
        }
        Kind::Bool => {
            let word = match raw.trim() {
                "1" | "true" | "TRUE" => "true",
                "0" | "false" | "FALSE" => "false",
                _ => return Err(damaged()),
            };
            word.clone_into(raw);
        }
        Kind::Error => {
            let known = ERRORS.iter().find(|known| **known == raw.trim());
            return fault(cell, row, NoValue::Error(known.copied().unwrap_or("of another kind")), facts);
        }
        Kind::Moment => *raw = value::written_moment(raw),
        Kind::Number => {
            let number = value::number(raw).ok_or_else(damaged)?;
            let style = context.styles.get(cell.style).copied().unwrap_or(Shown::Number);
            let moment = match style {
                Shown::Number => None,
                Shown::Moment => value::moment(raw, context.since_1904),
                Shown::Duration => value::duration(raw),
            };
            if moment.is_none() && value::is_long(&number) {
                Facts::note(&mut facts.long_numbers, row, cell.column);
            }
            *raw = moment.unwrap_or(number);
        }
    }
    Ok(raw)
}

fn fault<'t>(cell: &Cell, row: u32, what: NoValue, facts: &mut Facts) -> Result<&'t str, Refusal> {
    facts.faults.push(Fault { row, column: cell.column, what });
    limit(facts.faults.len(), "cells that hold errors", row)?;
    Ok("")
}

impl Written {
    /// Writes one cell that is not blank; those come row by row, and in each from left to right.
    fn put(&mut self, row: u32, column: usize, text: &str, from: u32) -> Result<(), Refusal> {
        if column >= MAX_COLUMNS {
            let message = format!("the worksheet is filled in beyond {MAX_COLUMNS} columns");
            let remedy = "clear the cells on the far right, or save a copy with the columns that the programme uses";
            return Err(Refusal { code: IssueCode::LimitExceeded, row: Some(row), message, remedy: remedy.to_owned() });
        }
        while self.row < row {
            self.text.push('\n');
            (self.row, self.cells) = (self.row + 1, 0);
        }
        // The first cell begins without a delimiter, every further one with it.
        let delimiters = column - self.cells.saturating_sub(1).min(column);
        self.text.extend(std::iter::repeat_n(char::from(DELIMITER), delimiters));
        self.cells = column + 1;
        if row >= from {
            self.width = self.width.max(column + 1);
        }
        if text.starts_with('"') || text.bytes().any(|byte| matches!(byte, b'\n' | b'\r' | DELIMITER)) {
            self.text.push('"');
            self.text.push_str(&text.replace('"', "\"\""));
            self.text.push('"');
        } else {
            self.text.push_str(text);
        }
        if self.text.len() as u64 > MAX_EXPANDED_BYTES {
            let message = format!("the text of the worksheet is longer than {MAX_EXPANDED_BYTES} bytes");
            let remedy = "save a copy that holds only the columns that the programme uses";
            return Err(Refusal { code: IssueCode::LimitExceeded, row: Some(row), message, remedy: remedy.to_owned() });
        }
        Ok(())
    }
}

fn limit(count: usize, what: &str, row: u32) -> Result<(), Refusal> {
    if count <= MAX_MARKED {
        return Ok(());
    }
    let message = format!("the worksheet has more than {MAX_MARKED} {what}");
    let remedy = "check that it is the right worksheet";
    Err(Refusal { code: IssueCode::LimitExceeded, row: Some(row), message, remedy: remedy.to_owned() })
}

/// Row, counted from 1, and column, counted from 0, of a reference such as `AB12`.
fn position(reference: &str) -> Option<(u32, usize)> {
    let letters = reference.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (letters, digits) = reference.split_at_checked(letters)?;
    if !(1..=3).contains(&letters.len()) || !(1..=7).contains(&digits.len()) {
        return None;
    }
    let column =
        letters.bytes().fold(0, |column, letter| column * 26 + usize::from(letter.to_ascii_uppercase() - b'A') + 1);
    let row: u32 = digits.parse().ok()?;
    ((1..=MAX_ROW).contains(&row)).then_some((row, column - 1))
}

fn merge(range: &str) -> Option<Merge> {
    let (first, last) = range.split_once(':').unwrap_or((range, range));
    let (first, last) = (position(first)?, position(last)?);
    (first.0 <= last.0 && first.1 <= last.1).then_some(Merge { rows: (first.0, last.0), columns: (first.1, last.1) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text_of(data: &str) -> Result<(String, Facts), Refusal> {
        let context = Context {
            strings: vec!["chess".into(), "\"go\"\nfar".into()],
            styles: vec![Shown::Number, Shown::Moment],
            since_1904: false,
        };
        let mut facts = Facts::default();
        let written = read(data, &context, 1, &mut facts)?;
        Ok((written.text.replace('\u{1f}', "|"), facts))
    }

    #[test]
    fn cells_of_every_kind_become_text_in_their_place() {
        let data = "<worksheet><dimension ref=\"B2:A1\"/><sheetData><row r=\"2\"><c r=\"B2\" t=\"s\"><v>0</v></c>\
            <c t=\"b\"><v>1</v></c><c r=\"E2\" s=\"1\"><v>46027</v></c></row><row><c t=\"inlineStr\"><is><t>a &amp; b</t>\
            <rPh><t>x</t></rPh></is></c><c><v>1.50</v></c><c t=\"s\"><v>1</v></c></row></sheetData></worksheet>";
        assert_eq!(text_of(data).unwrap().0, "\n|chess|true||2026-01-05\na & b|1.5|\"\"\"go\"\"\nfar\"");
    }

    #[test]
    fn formulas_give_their_stored_value_or_a_fault() {
        let data = "<x><sheetData><row><c><f>1+1</f><v>2</v></c><c t=\"str\"><f>A1</f><v></v></c><c><f>A1</f></c>\
            <c t=\"e\"><f>NA()</f><v>#N/A</v></c><c t=\"e\"><v>#ODD!</v></c></row></sheetData></x>";
        let (text, facts) = text_of(data).unwrap();
        assert_eq!(text, "2");
        let told: Vec<_> = facts.faults.iter().map(|fault| (fault.column, fault.what)).collect();
        let expected = [NoValue::NeverWorkedOut, NoValue::Error("#N/A"), NoValue::Error("of another kind")];
        assert_eq!(told, [(2, expected[0]), (3, expected[1]), (4, expected[2])]);
        assert_eq!(facts.formulas.keys().copied().collect::<Vec<_>>(), [0, 1]);
    }

    #[test]
    fn a_stray_cell_takes_no_grid() {
        let far = "<x><sheetData><row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row></sheetData></x>";
        assert_eq!(text_of(far).unwrap().0.len(), 1_048_576);
        let wide = far.replace("A1048576", "XFD1048576");
        assert_eq!(text_of(&wide).unwrap_err().code, IssueCode::LimitExceeded);
    }

    #[test]
    fn what_breaks_the_order_of_cells_is_refused() {
        for data in [
            "<row r=\"2\"/><row r=\"2\"/>",
            "<row r=\"0\"/>",
            "<row r=\"1048577\"/>",
            "<row><c r=\"A2\"/></row>",
            "<row><c r=\"B1\"/><c r=\"A1\"/></row>",
            "<row><c r=\"ABCD1\"/></row>",
            "<row><c t=\"s\"><v>7</v></c></row>",
            "<row><c t=\"x\"/></row>",
            "<row><c><v>x</v></c></row>",
            "<row><c><v>&custom;</v></c></row>",
            "<row><c>",
        ] {
            let refusal = text_of(&format!("<x><sheetData>{data}</sheetData></x>")).unwrap_err();
            assert_eq!(refusal.code, IssueCode::NotCsv, "{data}");
        }
    }

    #[test]
    fn hidden_and_merged_cells_are_noted() {
        let data = "<x><cols><col min=\"2\" max=\"3\" hidden=\"1\"/><col min=\"4\" max=\"4\"/></cols><sheetData>\
            <row hidden=\"true\"/></sheetData><mergeCells><mergeCell ref=\"A1:B2\"/></mergeCells></x>";
        let facts = text_of(data).unwrap().1;
        assert_eq!(facts.hidden_columns, [(1, 2)]);
        assert!(facts.hidden_rows.contains(&1));
        assert_eq!((facts.merges[0].rows, facts.merges[0].columns), ((1, 2), (0, 1)));
    }
}

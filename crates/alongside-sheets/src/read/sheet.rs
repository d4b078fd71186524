//! One sheet, from its file to its people or other records.

use super::delimiter::DELIMITERS;
use super::findings;
use super::open::{Opened, open};
use super::shape::{RowKind, Shape, check};
use super::{Cells, Header, Row, Rows};
use crate::kind::SheetKind;
use crate::limits::{MAX_CELL_BYTES, MAX_COLUMNS, MAX_FILE_BYTES, MAX_VALUES};
use crate::mapping::{Mapper, Plan, Record, Vocabulary};
use crate::report::Report;
use crate::source::{Files, NotRead, Source};
use crate::summary::SheetSummary;
use alongside::input::{DateOrder, SheetConfig, SheetOrigin};
use alongside::issue::{IssueCode, Issues, Place};
use std::path::PathBuf;

/// A sheet to be read.
#[derive(Debug)]
pub(crate) struct Task<'a> {
    pub(crate) kind: SheetKind,
    pub(crate) config: &'a SheetConfig,
    /// Name for messages.
    pub(crate) name: String,
    /// Where it is,
    pub(crate) path: PathBuf,
    /// among these.
    pub(crate) files: Files<'a>,
    /// Where it is named.
    pub(crate) named_at: Place,
    pub(crate) dates: DateOrder,
    /// How the other side reads the same sheet, if it does.
    pub(crate) theirs: Option<&'a SheetConfig>,
    pub(crate) vocabulary: &'a Vocabulary<'a>,
    /// Whether the configuration was read without errors; if not, faults that may follow from them are not told.
    pub(crate) config_whole: bool,
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Sheet {
    pub(crate) records: Vec<Record>,
    pub(crate) issues: Issues,
    pub(crate) source: Option<Source>,
    pub(crate) summary: SheetSummary,
}

/// Reads the sheet. Time linear in its bytes; memory for its bytes and the values in use.
pub(crate) fn read_sheet(task: &Task<'_>) -> Sheet {
    let mut report = Report::new(task.name.as_str().into());
    let mut summary = SheetSummary::new(task.kind.role(), &task.name);
    let (mut source, mut records) = (None, None);
    match task.files.read(&task.name, &task.path, MAX_FILE_BYTES) {
        Ok(bytes) => {
            let take_rows = || {
                let opened = open(&task.name, &bytes, &task.config.format, &task.place(), &mut report)?;
                read_rows(task, &opened, &mut report, &mut summary)
            };
            let of_bytes = || Some(Source::of(task.kind.role(), &task.name, &bytes));
            (records, source) = rayon::join(take_rows, of_bytes);
        }
        Err(NotRead::TooLarge) => {
            let message = format!("the file is larger than {MAX_FILE_BYTES} bytes");
            let remedy = "export only the columns that the programme uses";
            report.push(IssueCode::LimitExceeded, report.place(None, None), message, remedy);
        }
        Err(NotRead::Unavailable(why)) => {
            let message = format!("the {} sheet `{}` cannot be read: {why}", task.kind.name(), task.name);
            report.push(IssueCode::FileMissing, task.named_at.clone(), message, "check the file's name and folder");
        }
    }
    summary.readable = records.is_some();
    Sheet { records: records.unwrap_or_default(), issues: report.finish(), source, summary }
}

impl Task<'_> {
    /// Where the sheet stands in the programme, for remedies.
    fn place(&self) -> String {
        format!("sheets.{}", self.kind.name())
    }
}

fn read_rows(
    task: &Task<'_>,
    opened: &Opened<'_>,
    report: &mut Report,
    summary: &mut SheetSummary,
) -> Option<Vec<Record>> {
    summary.format = Some(opened.format.clone());
    let text = &*opened.text;
    let (mut rows, mut row) = (opened.rows(), Row::default());
    let header = read_header(opened, &mut rows, &mut row, task.config.format.header_row, report)?;
    summary.header_row = Some(row.number);
    if !findings::header_is_whole(opened, row.number, &task.place(), report) {
        return None;
    }
    let mut planning = Report::new(report.file().clone());
    let plan = Plan::of(task, &header, row.number, &mut planning);
    if let Some(delimiter) = other_delimiter(&header, opened).filter(|_| planning.has_errors()) {
        let message = format!("the header is a single cell that holds {}", delimiter.1);
        let remedy = format!("write `delimiter = \"{}\"` under `{}`", delimiter.0, task.place());
        report.push(IssueCode::NotCsv, report.place(Some(row.number), None), message, remedy);
        return None;
    }
    report.absorb(planning);
    let refused = report.has_errors() || !task.config_whole;
    let mut shape =
        Shape { columns: header.names().len(), short_rows: opened.short_rows, refused: findings::Ranges::default() };
    if !refused {
        let ids = findings::id_columns(plan.feeds());
        shape.refused = findings::tell(opened, &rows, (&header, row.number), &plan.used(), &ids, report);
    }
    let may_be_empty = matches!(task.kind, SheetKind::Further(_));
    let counts = check(rows.clone(), text, &header, &shape, !refused, may_be_empty, report)?;
    (summary.blank_rows, summary.refused_rows) = (counts.blank, counts.refused);
    if refused {
        return None;
    }
    let origin = SheetOrigin { file: report.file().clone(), headers: plan.headers(&header), dates: task.dates };
    let mut mapper = Mapper::new(&plan, &header, origin);
    while rows.read(&mut row) {
        if shape.kind(&row, text) == RowKind::Person {
            mapper.take(row.number, Cells::new(&row, text), report);
            if mapper.values() > MAX_VALUES {
                let message = format!("the columns in use hold more than {MAX_VALUES} values up to this row");
                let place = report.place(Some(row.number), None);
                report.push(IssueCode::LimitExceeded, place, message, "split the programme");
                return None;
            }
        }
    }
    Some(mapper.finish(report, summary))
}

/// The declared row, or else the first one that is not blank.
fn read_header(
    opened: &Opened<'_>,
    rows: &mut Rows<'_>,
    row: &mut Row,
    declared: Option<u32>,
    report: &mut Report,
) -> Option<Header> {
    while rows.read(row) {
        let place = report.place(Some(row.number), None);
        if row.unclosed {
            let message = "a quotation mark opens a cell in the header and is never closed";
            report.push(IssueCode::NotCsv, place, message, "close it, or export the sheet again from its spreadsheet");
            return None;
        }
        if declared.is_some_and(|declared| row.number < declared) {
            continue;
        }
        if row.width > MAX_COLUMNS {
            let message = format!("the sheet has {} columns, more than {MAX_COLUMNS}", row.width);
            let remedy = "export only the columns that the programme uses";
            report.push(IssueCode::LimitExceeded, place, message, remedy);
            return None;
        }
        if row.too_long.is_some() {
            let message = format!("a header is longer than {MAX_CELL_BYTES} bytes");
            report.push(IssueCode::LimitExceeded, place, message, "shorten the header");
            return None;
        }
        if !row.is_blank(&opened.text) {
            return Some(Header::read(&opened.text, row, opened.width));
        }
        if declared.is_some() {
            break;
        }
    }
    let (message, remedy) = if declared.is_some() {
        ("the row that is declared to hold the headers is blank or beyond the end", "correct `header_row`")
    } else {
        ("the sheet has not even a header", "export it again with its header and rows")
    };
    report.push(IssueCode::EmptySheet, report.place(declared, None), message, remedy);
    None
}

/// The delimiter that a header of a single cell seems to have been written with, as declared and as called.
fn other_delimiter(header: &Header, opened: &Opened<'_>) -> Option<(&'static str, &'static str)> {
    let [only] = header.names() else { return None };
    if opened.detected || opened.short_rows {
        return None;
    }
    let counted = DELIMITERS.iter().filter(|(byte, ..)| *byte != opened.delimiter);
    let counted = counted.map(|known| (only.bytes().filter(|byte| *byte == known.0).count(), known));
    let (count, (_, written, called)) = counted.rev().max_by_key(|(count, _)| *count)?;
    (count > 0).then_some((*written, *called))
}

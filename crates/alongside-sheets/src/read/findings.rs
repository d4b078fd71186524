//! What is told of the cells of a workbook once its header is known.

use super::facts::{Facts, NoValue, Told};
use super::open::Opened;
use super::{Header, Row, Rows};
use crate::report::{Report, shown};
use alongside::issue::IssueCode;
use std::collections::BTreeSet;

/// Fields that name people, whose numbers must not lose digits.
const IDS: &[&str] = &["id", "exclusions", "choices"];

/// Rows that are refused.
#[derive(Debug, Default)]
pub(crate) struct Ranges {
    /// Rows with a cell that should hold a value.
    cells: BTreeSet<u32>,
    /// Rows with merged cells, both ends included, apart from each other and in order.
    merged: Vec<(u32, u32)>,
}

impl Ranges {
    pub(crate) fn has_cell(&self, row: u32) -> bool {
        self.cells.contains(&row)
    }

    pub(crate) fn has(&self, row: u32) -> bool {
        let after = self.merged.partition_point(|(first, _)| *first <= row);
        let merged = after.checked_sub(1).and_then(|at| self.merged.get(at));
        self.has_cell(row) || merged.is_some_and(|(_, last)| row <= *last)
    }
}

/// Whether the header can be read: its cells may not be merged, since a text then stands over columns that it may not be
/// the header of.
pub(crate) fn header_is_whole(opened: &Opened<'_>, row: u32, place: &str, report: &mut Report) -> bool {
    let merges = opened.facts.merges.iter();
    let mut merges = merges.filter(|merge| (merge.rows.0..=merge.rows.1).contains(&row) && !merge.is_one_cell());
    let Some(merge) = merges.next() else { return true };
    let message = format!("cells of the header row are merged, first in column {}", letters(merge.columns.0));
    let remedy = format!(
        "unmerge them, so that each column has its own header; if the headers stand lower, write `header_row = {}` \
         under `{place}`",
        merge.rows.1 + 1
    );
    report.push(IssueCode::MergedCells, report.place(Some(row), None), message, remedy);
    false
}

/// Tells what matters of the columns in use, and which rows are refused for it. `used` are the columns in order, `ids`
/// those of them that name people.
pub(crate) fn tell(
    opened: &Opened<'_>,
    rows: &Rows<'_>,
    header: (&Header, u32),
    used: &BTreeSet<usize>,
    ids: &BTreeSet<usize>,
    report: &mut Report,
) -> Ranges {
    let (facts, (header, header_row)) = (&opened.facts, header);
    let mut ranges = Ranges::default();
    let name = |column: usize| Some(header.name(column)).filter(|name| !name.is_empty());
    for fault in facts.faults.iter().filter(|fault| fault.row > header_row && used.contains(&fault.column)) {
        let (message, remedy) = match fault.what {
            NoValue::Error(error) => {
                (format!("the cell holds an error ({error})"), "mend the formula, or clear the cell")
            }
            NoValue::NeverWorkedOut => (
                "the cell holds a formula whose value was never worked out".to_owned(),
                "open the workbook in a spreadsheet program and save it, so that the value is stored",
            ),
        };
        report.push(IssueCode::CellError, report.place(Some(fault.row), name(fault.column)), message, remedy);
        ranges.cells.insert(fault.row);
    }
    merged(opened, rows.clone(), (header, header_row), used, &mut ranges, report);
    for (column, told) in
        facts.formulas.iter().filter(|(column, told)| used.contains(column) && told.is_below(header_row))
    {
        let cells = if told.count == 1 {
            "1 cell holds a formula".to_owned()
        } else {
            format!("{} cells hold formulas", told.count)
        };
        let message = format!("{cells}, from row {} on; the values stored with them are read", told.first);
        let remedy = "nothing, if the workbook was saved by a spreadsheet program since it was last changed";
        report.push(IssueCode::StoredFormula, report.place(None, name(*column)), message, remedy);
    }
    for (column, told) in
        facts.long_numbers.iter().filter(|(column, told)| ids.contains(column) && told.is_below(header_row))
    {
        let numbers =
            if told.count == 1 { "1 id is a number".to_owned() } else { format!("{} ids are numbers", told.count) };
        let message = format!("{numbers} of more than 15 digits, the first in row {}", told.first);
        let remedy = "a spreadsheet keeps only the first 15: format the column as text and enter the ids again";
        report.push(IssueCode::LongNumber, report.place(None, name(*column)), message, remedy);
    }
    hidden(facts, rows.clone(), opened, (header, header_row), used, report);
    ranges
}

/// Cells merged below the header, in columns in use, whose text is for more than one row or column.
fn merged(
    opened: &Opened<'_>,
    mut rows: Rows<'_>,
    header: (&Header, u32),
    used: &BTreeSet<usize>,
    ranges: &mut Ranges,
    report: &mut Report,
) {
    let touches = |columns: (usize, usize)| used.range(columns.0..=columns.1).next().is_some();
    let merges = opened.facts.merges.iter();
    let mut merges: Vec<_> =
        merges.filter(|merge| merge.rows.0 > header.1 && !merge.is_one_cell() && touches(merge.columns)).collect();
    merges.sort_by_key(|merge| (merge.rows.0, merge.columns.0));
    let (mut merges, mut row) = (merges.into_iter().peekable(), Row::default());
    while merges.peek().is_some() && rows.read(&mut row) {
        while let Some(merge) = merges.next_if(|merge| merge.rows.0 <= row.number) {
            if merge.rows.0 < row.number || row.cell(&opened.text, merge.columns.0).trim().is_empty() {
                continue;
            }
            let column = used.range(merge.columns.0..=merge.columns.1).next().map(|column| header.0.name(*column));
            let place = report.place(Some(row.number), column.filter(|name| !name.is_empty()));
            let message = format!("the cell is merged with others, down to row {}", merge.rows.1);
            report.push(
                IssueCode::MergedCells,
                place,
                message,
                "unmerge it and fill in each cell that it is meant for",
            );
            match ranges.merged.last_mut() {
                Some((_, last)) if *last >= merge.rows.0 => *last = (*last).max(merge.rows.1),
                _ => ranges.merged.push(merge.rows),
            }
        }
    }
}

fn hidden(
    facts: &Facts,
    mut rows: Rows<'_>,
    opened: &Opened<'_>,
    header: (&Header, u32),
    used: &BTreeSet<usize>,
    report: &mut Report,
) {
    let mut tell = |message: String, remedy: &str| {
        report.push(IssueCode::HiddenCells, report.place(None, None), message, remedy);
    };
    if facts.hidden {
        tell("the worksheet is hidden in the workbook".to_owned(), "nothing, if it is the one you mean");
    }
    if !facts.hidden_sheets.is_empty() {
        let named: Vec<_> = facts.hidden_sheets.iter().take(20).map(|name| format!("`{}`", shown(name))).collect();
        let (count, named) = (facts.hidden_sheets.len(), named.join(", "));
        let what = if count == 1 { "1 worksheet is".to_owned() } else { format!("{count} worksheets are") };
        let message = format!("{what} hidden and not read: {named}");
        tell(message, "nothing, if what they hold may travel with the file");
    }
    let mut row = Row::default();
    let mut count = 0_usize;
    while !facts.hidden_rows.is_empty() && rows.read(&mut row) {
        let filled = row.number > header.1 && !row.is_blank(&opened.text);
        count += usize::from(filled && facts.hidden_rows.contains(&row.number));
    }
    if count > 0 {
        let what = if count == 1 { "1 row is".to_owned() } else { format!("{count} rows are") };
        let message = format!("{what} hidden, perhaps by a filter, and read like the others");
        tell(message, "delete them if they are not meant, or leave them out with `exclude`");
    }
    let columns = used.iter().filter(|column| facts.hidden_columns.iter().any(|(a, b)| (a..=b).contains(column)));
    let columns: Vec<_> = columns.map(|column| format!("\"{}\"", shown(header.0.name(*column)))).collect();
    if !columns.is_empty() {
        let message = format!("hidden columns are in use: {}", columns.join(", "));
        tell(message, "look at them and make sure that they are kept up");
    }
}

impl Told {
    const fn is_below(&self, header_row: u32) -> bool {
        self.first > header_row || self.count > 1
    }
}

/// The columns, among those that feed these fields, that name people.
pub(crate) fn id_columns<'a>(feeds: impl Iterator<Item = (&'a str, &'a [usize])>) -> BTreeSet<usize> {
    feeds.filter(|(field, _)| IDS.contains(field)).flat_map(|(_, columns)| columns.iter().copied()).collect()
}

/// A column as a spreadsheet calls it.
fn letters(column: usize) -> String {
    let (mut letters, mut rest) = (Vec::new(), column + 1);
    while rest > 0 {
        let digit = (rest - 1) % 26;
        letters.push(char::from(b'A' + u8::try_from(digit).unwrap_or(0)));
        rest = (rest - 1) / 26;
    }
    letters.into_iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_called_as_spreadsheets_call_them() {
        let called: Vec<_> = [0, 25, 26, 701, 702, 16_383].into_iter().map(letters).collect();
        assert_eq!(called, ["A", "Z", "AA", "ZZ", "AAA", "XFD"]);
    }
}

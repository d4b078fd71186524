//! The whole outcome as one workbook for people who work in a spreadsheet.

use super::proposals::put_proposals;
use super::standing::{put_held, put_kept, put_urgent};
use super::table::Table;
use super::unmatched::{put_unmatched, reasons};
use alongside::domain::{Date, Support};
use alongside::outcome::{Outcome, Status, telling};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};
use std::fmt;

/// Characters that a cell can hold, and what ends a longer text.
const MAX_CHARACTERS: usize = 32_767;
const CUT: &str = " ... (whole in outcome.json)";

/// Why a workbook was not written: it would be larger than a workbook can be.
#[derive(Debug)]
pub struct NotWritten(XlsxError);

impl fmt::Display for NotWritten {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the workbook cannot be written: {}", self.0)
    }
}

impl std::error::Error for NotWritten {}

impl From<XlsxError> for NotWritten {
    fn from(error: XlsxError) -> Self {
        Self(error)
    }
}

/// The bytes of a workbook with the worksheets Summary, Proposals, Waiting and Idle, and behind the summary, where there
/// is something for them, Urgent, Kept and On hold.
///
/// Proposals and Waiting hold, row by row, what [`write_proposals`](crate::write_proposals) and
/// [`write_unmatched`](crate::write_unmatched) write, under headers in plain words; Idle tells of mentors with nobody
/// proposed. Numbers are numbers, days are days, and every text is a text: there is no formula, no hidden part, no link
/// and no author. The only date of the document is the programme's, so that the same outcome gives the same bytes. Time
/// and memory are linear in the outcome.
///
/// # Errors
/// An outcome with more rows than a worksheet can have.
pub fn workbook(outcome: &Outcome) -> Result<Vec<u8>, NotWritten> {
    let mut book = book_of_day(outcome.programme.as_of)?;
    let support = outcome.programme.support;
    let (mentor, mentee) = (capital(support.mentor()), capital(support.mentee()));

    let mut sheet = Sheet::new(book.add_worksheet(), "Summary")?;
    sheet.header(&["What", "Number", "Remark"], &[38, 16, 60])?;
    summary(outcome, &mut sheet)?;
    sheet.close(outcome.levels.len() + outcome.totals.tiers.len() + 10, 3, false)?;

    let decided = ["Meets", "Since", "Kept by", "Decided on", "Why"];
    if !outcome.urgent.is_empty() {
        let mut sheet = Sheet::new(book.add_worksheet(), "Urgent")?;
        let headers = [[mentee.as_str(), &mentor, "Tier"].as_slice(), &decided, &["What speaks against it"]].concat();
        sheet.header(&headers, &[18, 18, 8, 8, 12, 24, 12, 40, 80])?;
        put_urgent(outcome, &mut sheet)?;
        sheet.close(outcome.urgent.len(), headers.len(), true)?;
    }
    if !outcome.kept.is_empty() {
        let mut sheet = Sheet::new(book.add_worksheet(), "Kept")?;
        let headers = [[mentee.as_str(), &mentor, "Fit", "Tier"].as_slice(), &decided].concat();
        sheet.header(&headers, &[18, 18, 10, 8, 8, 12, 24, 12, 40])?;
        put_kept(outcome, &mut sheet)?;
        sheet.close(outcome.kept.len(), headers.len(), true)?;
    }
    if !outcome.held.is_empty() {
        let mut sheet = Sheet::new(book.add_worksheet(), "On hold")?;
        let headers = [mentee.as_str(), &mentor, "Decided by", "Decided on", "Why"];
        sheet.header(&headers, &[18, 18, 24, 12, 60])?;
        put_held(outcome, &mut sheet)?;
        sheet.close(outcome.held.len(), headers.len(), true)?;
    }

    let mut sheet = Sheet::new(book.add_worksheet(), "Proposals")?;
    let criteria = outcome.criteria.iter().map(|criterion| criterion.id.replace('_', " "));
    let (before, after) = (
        [mentee.as_str(), &mentor, "Fit", "Tier", "Tier by"],
        ["Wishes met", "Most lost on", "Other mentors", "For staff", "Ways of meeting", "Meeting"],
    );
    let several = !outcome.programmes.is_empty();
    let programmes = ["Programme", "Shared by"].map(str::to_owned).into_iter().filter(|_| several);
    let headers: Vec<String> = before
        .map(str::to_owned)
        .into_iter()
        .chain(programmes)
        .chain(criteria)
        .chain(after.map(str::to_owned))
        .collect();
    let widths: Vec<u8> = headers.iter().enumerate().map(|(at, _)| if at < 2 { 18 } else { 14 }).collect();
    sheet.header(&headers, &widths)?;
    put_proposals(outcome, &mut sheet)?;
    sheet.close(outcome.proposals.len(), headers.len(), true)?;

    let mut sheet = Sheet::new(book.add_worksheet(), "Waiting")?;
    let mut headers = vec![
        mentee.as_str(),
        "Tier",
        "Tier by",
        "Waiting since",
        "Days waiting",
        "Could be served",
        "Candidates",
        "Needed elsewhere",
        "Held back by a full caseload",
        "Short of something else",
        "Refused",
        "Needs a check",
        "Below the floor",
        "Reasons",
    ];
    headers.extend(several.then_some("Programme"));
    sheet.header(&headers, &[18, 8, 14, 14, 14, 16, 12, 18, 30, 30, 10, 14, 16, 80, 18])?;
    put_unmatched(outcome, &mut sheet)?;
    sheet.close(outcome.unmatched.len(), headers.len(), true)?;

    if !outcome.supervisors.is_empty() {
        let mut sheet = Sheet::new(book.add_worksheet(), "Supervisors")?;
        let headers = ["Supervisor", "Caseload", "Mentors", "Before", "Proposed", "Room left"];
        sheet.header(&headers, &[24, 10, 12, 10, 10, 10])?;
        for one in &outcome.supervisors {
            sheet.text(one.supervisor.as_str()).number(one.caseload.into()).count(one.mentors);
            sheet.number(one.before.into()).number(one.proposed.into()).number(one.left.into()).end()?;
        }
        sheet.close(outcome.supervisors.len(), headers.len(), true)?;
    }

    if several {
        programmes_sheet(outcome, &mut Sheet::new(book.add_worksheet(), "Programmes")?)?;
    }

    if !outcome.records.is_empty() {
        let mut sheet = Sheet::new(book.add_worksheet(), "On record")?;
        sheet.header(&["Kind", "About", "On record"], &[18, 30, 100])?;
        for record in &outcome.records {
            let [kind, about, words] = record.words(|_, id| id.to_string());
            sheet.text(&kind).text(&about).text(&words).end()?;
        }
        sheet.close(outcome.records.len(), 3, true)?;
    }

    let mut sheet = Sheet::new(book.add_worksheet(), "Idle")?;
    let headers =
        [&mentor, "Places", "Candidates", "Served by others", "Refused", "Needs a check", "Below the floor", "Reasons"];
    sheet.header(&headers, &[18, 8, 12, 18, 10, 14, 16, 80])?;
    for idle in &outcome.idle {
        sheet.text(idle.mentor.as_str()).number(idle.capacity.into());
        sheet.count(idle.asked.candidates).count(idle.served_elsewhere).count(idle.asked.refused);
        sheet.count(idle.asked.needs_check).count(idle.asked.below_floor).text(&reasons(&idle.reasons)).end()?;
    }
    sheet.close(outcome.idle.len(), headers.len(), true)?;
    Ok(book.save_to_buffer()?)
}

/// Whom each programme serves, with whose mentors.
fn programmes_sheet(outcome: &Outcome, sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    let support = outcome.programme.support;
    let (mentors, mentees) = (format!("{}s", capital(support.mentor())), format!("{}s", capital(support.mentee())));
    let headers = [
        "Programme",
        "Name",
        "It is",
        "Shares with",
        &mentees,
        "Proposed",
        "Of these by others",
        "Kept",
        "Urgent",
        "On hold",
        "Waiting",
        &mentors,
        "Places",
        "Shared in",
        "Shared out",
        "Lent",
    ];
    sheet.header(&headers, &[18, 24, 24, 24, 12, 10, 12, 8, 8, 8, 10, 12, 10, 10, 10, 8])?;
    for one in &outcome.programmes {
        sheet.text(&one.programme).text(&one.name).text(&one.words()).text(&one.shares_with.join("; "));
        sheet.count(one.mentees).count(one.served).count(one.served_by_others).count(one.continuing);
        sheet.count(one.urgent).count(one.held).count(one.waiting).count(one.mentors);
        sheet.number(i64::try_from(one.places).unwrap_or(i64::MAX)).count(one.shared_in).count(one.shared_out);
        sheet.count(one.lent).end()?;
    }
    sheet.close(outcome.programmes.len(), headers.len(), true)
}

/// A workbook whose only date is this one.
pub(super) fn book_of_day(day: Date) -> Result<Workbook, XlsxError> {
    let mut book = Workbook::new();
    book.set_properties(&DocProperties::new().set_creation_datetime(&moment(day)?));
    Ok(book)
}

/// A further worksheet of a workbook.
pub(super) fn sheet_of<'b>(book: &'b mut Workbook, name: &str) -> Result<Sheet<'b>, XlsxError> {
    Sheet::new(book.add_worksheet(), name)
}

/// One thing in each row: what, how many, and what to know of it.
fn summary(outcome: &Outcome, sheet: &mut Sheet<'_>) -> Result<(), XlsxError> {
    let (programme, totals) = (&outcome.programme, &outcome.totals);
    let (mentor, mentee) = (programme.support.mentor(), programme.support.mentee());
    let offer = match programme.support {
        Support::Mentoring => "mentoring",
        Support::Befriending => "befriending",
    };
    sheet.text("Programme").text("").text(&programme.name).end()?;
    let period = format!("{offer} from {} to {}", programme.as_of, programme.planned_until);
    sheet.text("Period").text("").text(&period).end()?;
    if let Some(design) = &programme.design {
        sheet.text("Design").text("").text(&design.words()).end()?;
    }
    for report in &outcome.criteria {
        if let Some(weighing) = &report.weighing {
            let name = format!("Weight of {}", report.id.replace('_', " "));
            sheet.text(&name).number(report.weight).text(&weighing.words()).end()?;
        }
    }
    sheet.text(&format!("{}s", capital(mentee))).count(totals.mentees).text("").end()?;
    sheet.text("Proposed").count(totals.served).text(&format!("{mentee}s with a {mentor} proposed")).end()?;
    sheet.text("Waiting").count(totals.waiting).text(&format!("{mentee}s still waiting")).end()?;
    // With the two above these are all mentees.
    let standing = [
        ("Kept", totals.continuing, "with a pair that goes on"),
        ("Urgent", totals.urgent, "with a pair that a person must look at first"),
        ("On hold", totals.held, "held until something is settled"),
    ];
    for (name, people, remark) in standing.into_iter().filter(|(_, people, _)| *people > 0) {
        sheet.text(name).count(people).text(&format!("{mentee}s {remark}")).end()?;
    }
    for tier in &totals.tiers {
        let (name, remark) = (format!("Tier {}", tier.tier), format!("proposed, of {} in this tier", tier.mentees));
        sheet.text(&name).count(tier.served).text(&remark).end()?;
    }
    sheet.text(&format!("{}s", capital(mentor))).count(totals.mentors).text("").end()?;
    for ground in outcome.priority.iter().filter(|ground| ground.mentees > 0) {
        sheet.text(&format!("Tier {} by {}", ground.tier, ground.id)).count(ground.mentees).text(&ground.why).end()?;
    }
    let places = i64::try_from(totals.places).unwrap_or(i64::MAX);
    sheet.text("Places").number(places).text("of all of them together").end()?;
    sheet.text("Idle").count(outcome.idle.len()).text(&format!("{mentor}s with nobody proposed")).end()?;
    sheet.text("Total fit").number(totals.total_fit).text("to the programme's criteria").end()?;
    for level in telling(&outcome.levels) {
        let sure = if level.value == level.bound {
            "proved to be the greatest possible".to_owned()
        } else {
            format!("not proved; at most {} is possible", level.bound)
        };
        sheet.text(&format!("Aim: {}", level.level.words())).number(level.value).text(&sure).end()?;
    }
    for need in &outcome.recruitment {
        sheet.text(&format!("{}s to look for", capital(mentor))).text("").text(&need.words(programme.support)).end()?;
    }
    if let Some(stability) = &outcome.stability {
        let tiers = stability.tiers.iter().filter(|_| stability.tiers.len() > 1);
        let rows = tiers.map(|one| (format!(", tier {}", one.tier), one.most, one.fewer));
        for (of, most, fewer) in rows.chain([(String::new(), stability.most, stability.fewer)]) {
            let remark = match fewer {
                1.. => format!("{fewer} more than the stable matching serves"),
                0 => "as many as the stable matching serves".to_owned(),
                _ => format!("{} fewer than the stable matching serves", -fewer),
            };
            sheet.text(&format!("Could be served{of}")).count(most).text(&remark).end()?;
        }
    }
    let status = match outcome.status {
        Status::Optimal => "every level of the aim is proved",
        Status::Stable => "stable: no two would rather have each other",
        Status::BestFound => "stopped at the limit with the best found",
    };
    sheet.text("Result").text("").text(status).end()?;
    let seed = i64::try_from(programme.seed).ok().filter(|seed| *seed < 1 << 53);
    let remark = if seed.is_some() {
        "decides among equals".to_owned()
    } else {
        format!("decides among equals: {}", programme.seed)
    };
    sheet.text("Seed").number_or_blank(seed).text(&remark).end()?;
    sheet.text("Proposed by").text("").text(&format!("alongside {}", outcome.engine)).end()
}

/// One worksheet being written.
pub(super) struct Sheet<'b> {
    cells: &'b mut Worksheet,
    day: Format,
    row: u32,
    column: u16,
    /// What went wrong first in this row.
    fault: Option<XlsxError>,
}

impl<'b> Sheet<'b> {
    fn new(sheet: &'b mut Worksheet, name: &str) -> Result<Self, XlsxError> {
        sheet.set_name(name)?;
        Ok(Self { cells: sheet, day: Format::new().set_num_format("yyyy-mm-dd"), row: 0, column: 0, fault: None })
    }

    pub(super) fn header(&mut self, headers: &[impl AsRef<str>], widths: &[u8]) -> Result<(), XlsxError> {
        let bold = Format::new().set_bold().set_text_wrap().set_align(FormatAlign::Top);
        for (at, header) in (0..).zip(headers) {
            self.cells.write_string_with_format(0, at, header.as_ref(), &bold)?;
        }
        for (at, width) in (0..).zip(widths) {
            self.cells.set_column_width(at, *width)?;
        }
        self.cells.set_freeze_panes(1, 0)?;
        self.row = 1;
        Ok(())
    }

    /// Lays a filter over the rows, if there are any.
    pub(super) fn close(&mut self, rows: usize, columns: usize, filtered: bool) -> Result<(), XlsxError> {
        let (rows, columns) = (u32::try_from(rows).unwrap_or(u32::MAX), u16::try_from(columns).unwrap_or(u16::MAX));
        if filtered && rows > 0 {
            self.cells.autofilter(0, 0, rows, columns.saturating_sub(1))?;
        }
        Ok(())
    }

    fn put(&mut self, write: impl FnOnce(&mut Worksheet, u32, u16) -> Result<(), XlsxError>) -> &mut Self {
        if self.fault.is_none() {
            self.fault = write(self.cells, self.row, self.column).err();
        }
        self.column = self.column.saturating_add(1);
        self
    }
}

impl Table for Sheet<'_> {
    type Error = XlsxError;

    fn text(&mut self, text: &str) -> &mut Self {
        let text = fitting(text);
        self.put(
            |sheet, row, column| {
                if text.is_empty() { Ok(()) } else { sheet.write_string(row, column, text).map(drop) }
            },
        )
    }

    fn number(&mut self, number: i64) -> &mut Self {
        self.put(|sheet, row, column| sheet.write_number(row, column, number as f64).map(drop))
    }

    fn date(&mut self, date: Date) -> &mut Self {
        let day = self.day.clone();
        self.put(|sheet, row, column| match moment(date) {
            Ok(moment) => sheet.write_datetime_with_format(row, column, &moment, &day).map(drop),
            // A day before the first one of spreadsheets.
            Err(_) => sheet.write_string(row, column, date.to_string()).map(drop),
        })
    }

    fn end(&mut self) -> Result<(), XlsxError> {
        (self.row, self.column) = (self.row + 1, 0);
        self.fault.take().map_or(Ok(()), Err)
    }
}

fn moment(date: Date) -> Result<ExcelDateTime, XlsxError> {
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    ExcelDateTime::from_ymd(u16::try_from(date.year()).unwrap_or(0), part(date.month()), part(date.day()))
}

/// The text, or as much of it as a cell can hold, with a word on where the rest is.
fn fitting(text: &str) -> String {
    if text.encode_utf16().count() <= MAX_CHARACTERS {
        return text.to_owned();
    }
    let (mut cut, mut left) = (String::new(), MAX_CHARACTERS - CUT.len());
    for character in text.chars() {
        let Some(rest) = left.checked_sub(character.len_utf16()) else { break };
        left = rest;
        cut.push(character);
    }
    cut + CUT
}

pub(super) fn capital(word: &str) -> String {
    let mut characters = word.chars();
    characters.next().map_or_else(String::new, |first| first.to_uppercase().chain(characters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_too_long_for_a_cell_says_where_the_rest_is() {
        assert_eq!(fitting("short"), "short");
        let long = fitting(&"\u{1f600}".repeat(20_000));
        assert!(long.encode_utf16().count() <= MAX_CHARACTERS && long.ends_with(CUT));
    }
}

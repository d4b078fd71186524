//! Shortlists as a sheet, and as a workbook.

use super::line::Lines;
use super::proposals::wishes_met;
use super::table::Table;
use super::workbook::{NotWritten, Sheet, bytes_of, capital};
use alongside::shortlist::{Kind, Shortlists};
use std::io::{self, Write};

/// Writes one row for each option, in the order of the lists, and one for each mentee without any.
///
/// Columns: `mentee_id`, `tier`; `turn`, where lists are issued one after another, otherwise blank; `option`, 1 for the first
/// on the list; `mentor_id`; `proposed`, `yes` or `no`; `fit`; one for each criterion, headed by its id, with what it adds to
/// the fit; `wishes_met`, such as `2 of 3`, blank where neither of the two stated a wish; `against`, the criterion on which
/// most is lost; `remark`, on the first row of a list that is shorter than was asked for, why it is. Every text is
/// [neutralised](crate::neutralise); names and other data of people do not occur.
///
/// # Errors
/// Those of the writer.
pub fn write_shortlists(lists: &Shortlists, out: &mut impl Write) -> io::Result<()> {
    let mut lines = Lines::new(out);
    lines.text("mentee_id").text("tier").text("turn").text("option").text("mentor_id").text("proposed").text("fit");
    for criterion in &lists.criteria {
        lines.text(criterion);
    }
    lines.text("wishes_met").text("against").text("remark").end()?;
    put_shortlists(lists, &mut lines)
}

/// The bytes of a workbook with one worksheet, Shortlists, which holds row by row what [`write_shortlists`] writes, under
/// headers in plain words. The same lists give the same bytes.
///
/// # Errors
/// More rows than a worksheet can have.
pub fn shortlists_workbook(lists: &Shortlists) -> Result<Vec<u8>, NotWritten> {
    let support = lists.programme.support;
    let (mentor, mentee) = (capital(support.mentor()), capital(support.mentee()));
    let criteria = lists.criteria.iter().map(|criterion| criterion.replace('_', " "));
    let before = [mentee.as_str(), "Tier", "Turn", "Option", &mentor, "Proposed", "Fit"];
    let after = ["Wishes met", "Most lost on", "Remark"];
    let headers: Vec<String> =
        before.map(str::to_owned).into_iter().chain(criteria).chain(after.map(str::to_owned)).collect();
    let width = |(at, _)| match at {
        0 | 4 => 18,
        1..=3 => 8,
        at if at + 1 == headers.len() => 60,
        _ => 14,
    };
    let widths: Vec<u8> = headers.iter().enumerate().map(width).collect();
    let mut sheet = Sheet::new("Shortlists")?;
    sheet.header(&headers, &widths)?;
    put_shortlists(lists, &mut sheet)?;
    let rows = lists.lists.iter().map(|list| list.options.len().max(1)).sum();
    bytes_of(lists.programme.as_of, [sheet.close(rows, headers.len(), true)?])
}

fn put_shortlists<T: Table>(lists: &Shortlists, table: &mut T) -> Result<(), T::Error> {
    let support = lists.programme.support;
    for list in &lists.lists {
        let turn = list.turn.filter(|_| lists.kind == Kind::OneAfterAnother);
        let turn = turn.map(|turn| i64::try_from(turn).unwrap_or(i64::MAX));
        let mut remark = list.shorter.as_ref().map(|shorter| shorter.words(support)).unwrap_or_default();
        for (at, option) in (1..).zip(&list.options) {
            table.text(list.mentee.as_str()).number(list.tier.into()).number_or_blank(turn).number(at);
            table.text(option.mentor.as_str()).text(if option.proposed { "yes" } else { "no" }).number(option.fit);
            for criterion in &lists.criteria {
                let found = option.contributions.iter().find(|part| part.criterion == *criterion);
                table.number_or_blank(found.map(|part| part.contribution));
            }
            table.text(&wishes_met(&option.wishes));
            table.text(option.against.as_ref().map_or("", |against| &against.criterion));
            table.text(&std::mem::take(&mut remark)).end()?;
        }
        if list.options.is_empty() {
            table.text(list.mentee.as_str()).number(list.tier.into()).number_or_blank(turn);
            // No option, so nothing of one.
            for _ in 0..lists.criteria.len() + 6 {
                table.text("");
            }
            table.text(&remark).end()?;
        }
    }
    Ok(())
}

//! The part of the draft that maps one sheet.

use super::Line;
use super::toml::{Put, comment, list, pairs, plain, quoted};
use crate::recognise::evidence::Kind;
use crate::recognise::interview::{Answers, SensitiveUse};
use crate::recognise::judge::Sure;
use crate::recognise::meaning::{Held, Meaning};
use crate::recognise::proposal::Proposal;
use crate::recognise::reading::{Order, Reading};
use crate::recognise::runs::RunKind;
use alongside::domain::Side;
use alongside::input::DateOrder;

/// The word for an order of dates.
pub(super) const fn order_word(order: DateOrder) -> &'static str {
    match order {
        DateOrder::YearMonthDay => "year-month-day",
        DateOrder::DayMonthYear => "day/month/year",
        DateOrder::MonthDayYear => "month/day/year",
    }
}

/// Everything under `sheets.SIDE`.
pub(super) fn write(proposal: &Proposal, side: Side, lines: &[Line], answers: &Answers) -> String {
    let Some(reading) = proposal.side(side) else { return missing(side) };
    let name = side.plural();
    let mut text = format!("[sheets.{name}]\n");
    head(proposal, reading, side, answers, &mut text);
    text.put(format_args!("\n[sheets.{name}.columns]\n"));
    if !lines.iter().any(|line| line.field == "id") {
        text.push_str(&comment(
            "OPEN: no column tells people apart. Name one, or several that do so together: `id = \"...\"` or `id = { \
             made_from = [\"...\", \"...\"] }`.",
            "",
        ));
    }
    let (read, not_read): (Vec<&Line>, Vec<&Line>) = lines.iter().partition(|line| line.read);
    let width =
        read.iter().map(|line| line.field.len() + line.source.chars().count()).filter(|w| *w < 60).max().unwrap_or(0);
    for line in read {
        let gap = (width + 4).saturating_sub(line.field.len() + line.source.chars().count()).max(4);
        let mapped = format!("{} = {}", line.field, line.source);
        if gap == 4 && mapped.chars().count() > 70 {
            text.push_str(&comment(&format!("{}: {}", line.sure.name(), line.why), "  "));
            text.put(format_args!("{mapped}\n"));
        } else {
            text.put(format_args!("{mapped}{}# {}: {}\n", " ".repeat(gap), line.sure.name(), plain(&line.why)));
        }
    }
    let guesses: Vec<&Line> =
        not_read.into_iter().filter(|line| line.sure == Sure::Guess || !sensitive(proposal, side, line)).collect();
    if !guesses.is_empty() {
        text.push_str("# Not read until you take the sign away:\n");
    }
    for line in guesses {
        text.put(format_args!("# {} = {}    # {}: {}\n", line.field, line.source, line.sure.name(), plain(&line.why)));
    }
    held(reading, side, &mut text);
    wishes(reading, side, &mut text);
    left_out(proposal, reading, side, lines, answers, &mut text);
    text
}

fn sensitive(proposal: &Proposal, side: Side, line: &Line) -> bool {
    proposal.sensitive().iter().any(|(other, column, _)| *other == side && line.columns.contains(column))
}

fn missing(side: Side) -> String {
    let name = side.plural();
    let mut text = comment(
        &format!("OPEN: no sheet of {name} was given, and nobody can be matched without. Name it, and its columns:"),
        "",
    );
    text.put(format_args!("# [sheets.{name}]\n# file = \"{name}.csv\"\n# [sheets.{name}.columns]\n# id = \"...\"\n"));
    text
}

/// How the file is read.
fn head(proposal: &Proposal, reading: &Reading, side: Side, answers: &Answers, text: &mut String) {
    let survey = &reading.survey;
    text.put(format_args!("file = {}    # {} rows\n", quoted(&survey.file), survey.rows + survey.further));
    if let Some(sheet) = &survey.worksheet {
        text.put(format_args!("sheet = {}\n", quoted(sheet)));
    } else if survey.delimiter != ',' || survey.preamble {
        let delimiter = if survey.delimiter == '\t' { "tab".to_owned() } else { survey.delimiter.to_string() };
        text.put(format_args!("delimiter = {}\n", quoted(&delimiter)));
    }
    if survey.preamble {
        text.put(format_args!(
            "header_row = {}    # what stands above it is no part of the table\n",
            survey.header_row
        ));
    }
    match (reading.order(), answers.dates) {
        (Order::Decided(order), _) => {
            let why = "some have a day above 12, which decides it";
            text.put(format_args!("dates = {}    # {why}\n", quoted(order_word(order))));
        }
        (Order::Undecided, Some(order)) => {
            text.put(format_args!("dates = {}    # as you said\n", quoted(order_word(order))));
        }
        (Order::Undecided, None) => {
            text.push_str(&comment(
                "OPEN: every date in this sheet could be read in two ways, 04/07/2026 as 4 July or 7 April. Take the sign \
                 away before the line that is right:",
                "",
            ));
            text.push_str("# dates = \"day/month/year\"\n# dates = \"month/day/year\"\n");
        }
        (Order::Mixed, _) => text.push_str(&comment(
            "OPEN: some dates in this sheet have the day first and others the month. Mend them in the sheet; \
             `alongside validate` names the rows.",
            "",
        )),
        (Order::NoDoubt, _) => {}
    }
    if proposal.one_sheet
        && let Some((column, words)) = reading.role(side)
    {
        let header = quoted(reading.survey.header(column));
        let words = list(words.iter().map(String::as_str));
        text.put(format_args!("only = {{ column = {header}, is = {words} }}    # both sides stand in this sheet\n"));
    }
    if reading.long_form().is_some() {
        text.push_str("rows = \"several_per_person\"    # the same id stands in several rows\n");
    }
}

/// Checks and training whose days stand in columns of their own: only mentors hold them.
fn held(reading: &Reading, side: Side, text: &mut String) {
    if side != Side::Mentor {
        return;
    }
    for item in super::held_found(reading) {
        let column = |meaning| {
            let column = reading.of_meaning(meaning).into_iter().find(|column| reading.is_sure(*column));
            column.map(|column| quoted(reading.survey.header(column)))
        };
        let table = if item.training { "training" } else { "checks" };
        text.put(format_args!("\n[[sheets.mentors.{table}]]\nname = {}\n", quoted(item.name)));
        let timed = |meaning| reading.of_meaning(meaning).into_iter().any(|column| reading.has_times(column));
        if timed(Meaning::Issued(item)) || timed(Meaning::Expires(item)) {
            text.push_str("drop_time = true\n");
        }
        for (key, header) in [("issued", column(Meaning::Issued(item))), ("expires", column(Meaning::Expires(item)))] {
            text.push_str(&header.map(|header| format!("{key} = {header}\n")).unwrap_or_default());
        }
    }
}

/// Wishes about the other person's gender.
fn wishes(reading: &Reading, side: Side, text: &mut String) {
    for column in reading.of_meaning(Meaning::Wish("gender")) {
        let Some(facts) = reading.survey.columns.get(column).map(|column| &column.facts) else { continue };
        let header = quoted(reading.survey.header(column));
        let name = side.plural();
        if facts.mostly(Kind::Gender) {
            let blank = ["no preference", "any", "either", "prefer not to say", "other"];
            let values: Vec<(&str, &str)> =
                facts.spelt().filter(|(plain, _)| blank.contains(plain)).map(|(_, spelt)| (spelt, "")).collect();
            let values = if values.is_empty() { String::new() } else { format!("values = {}\n", pairs(values)) };
            text.put(format_args!(
                "\n[[sheets.{name}.preferences]]    # a wish, not a must: make it `must` where people meant that\n\
                 attribute = \"gender\"\nstrength = \"prefer\"\ncolumn = {header}\n{values}"
            ));
        } else {
            text.put(format_args!(
                "\n# {header} sounds like a wish about gender. Which answer means what is for you to say, such as:\n\
                 # [[sheets.{name}.preferences]]\n# attribute = \"gender\"\n# strength = \"prefer\"\n# value = \"same\"\n\
                 # when = {{ column = {header}, is = \"...\" }}\n"
            ));
        }
    }
}

/// Every column that is not read, with why.
fn left_out(proposal: &Proposal, reading: &Reading, side: Side, lines: &[Line], answers: &Answers, text: &mut String) {
    let mut left = String::new();
    for (index, judged) in reading.judged.iter().enumerate() {
        let mapped = lines.iter().any(|line| line.columns.contains(&index));
        let elsewhere = match judged.meaning {
            Some(Meaning::Wish(_) | Meaning::Sensitive(_) | Meaning::Monitoring) => true,
            Some(Meaning::Issued(_) | Meaning::Expires(_)) => side == Side::Mentor && reading.is_sure(index),
            Some(Meaning::Role) => proposal.one_sheet,
            _ => answers.sensitive.contains_key(&(side, index)),
        };
        let sensitive = matches!(answers.sensitive.get(&(side, index)), Some(SensitiveUse::LeftOut));
        let run = reading.runs.iter().find(|run| run.holds(index));
        if mapped || (elsewhere && !sensitive) || run.is_some_and(|run| run.first != index) {
            continue;
        }
        let header = match run {
            Some(run) => format!("{} ... {}", reading.survey.header(run.first), reading.survey.header(run.last)),
            None => reading.survey.header(index).to_owned(),
        };
        let header =
            if header.is_empty() { format!("column {} (it has no header)", index + 1) } else { quoted(&header) };
        let why = match (judged.meaning, run) {
            (_, Some(run)) if run.kind == RunKind::OneHot => {
                format!("{} columns of ticked boxes; the other sheet does not have them", run.len())
            }
            (Some(Meaning::Score), _) => format!("{}; the engine takes no score of a person unasked", judged.why),
            (Some(Meaning::Contact), _) => format!("{}: contact details are not needed for matching", judged.why),
            (Some(Meaning::Status), _) => {
                format!(
                    "{}; to leave out rows by it: `exclude = [ {{ column = {header}, is = [\"...\"], why = \"...\" }} ]`",
                    judged.why
                )
            }
            (Some(Meaning::Consent), _) => {
                format!("{}; an answer about the use of data, for `[[sheets.{}.consent]]`", judged.why, side.plural())
            }
            (Some(Meaning::Notes), _) => format!("{}: free text, which no rule can use", judged.why),
            _ => judged.why.clone(),
        };
        left.push_str(&comment(&format!("{header}: {why}."), "  "));
    }
    if !left.is_empty() {
        text.push_str("\n# Not read:\n");
        text.push_str(&left);
    }
}

/// Whether the draft reads the column in a table of its own: as a check, as training, as a wish.
pub(in crate::recognise) fn in_table(reading: &Reading, side: Side, column: usize) -> bool {
    let facts = reading.survey.columns.get(column).map(|column| &column.facts);
    match reading.judged.get(column).and_then(|judged| judged.meaning) {
        Some(Meaning::Issued(_) | Meaning::Expires(_)) => side == Side::Mentor && reading.is_sure(column),
        Some(Meaning::Wish("gender")) => facts.is_some_and(|facts| facts.mostly(Kind::Gender)),
        _ => false,
    }
}

/// The items of a sheet that have columns of their own.
pub(super) fn items(reading: &Reading) -> Vec<Held> {
    let mut items: Vec<Held> = Vec::new();
    for (index, judged) in reading.judged.iter().enumerate() {
        if let Some(Meaning::Issued(held) | Meaning::Expires(held)) = judged.meaning
            && reading.is_sure(index)
            && !items.contains(&held)
        {
            items.push(held);
        }
    }
    items
}

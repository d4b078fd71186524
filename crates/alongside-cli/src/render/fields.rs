//! What each field of the sheets held, so that a misreading is seen.

use super::style::heading;
use super::table::Table;
use super::text::shown;
use crate::backend::{FieldSummary, SheetSummary};

/// One table a sheet; nothing where no field was counted.
pub(super) fn render(sheets: &[SheetSummary], width: usize) -> String {
    let mut text = String::new();
    for sheet in sheets.iter().filter(|sheet| !sheet.fields.is_empty()) {
        let Some(side) = sheet.role.side() else { continue };
        text.push_str(&heading(&format!("What the {} gave", side.plural())));
        let mut table = Table::new()
            .left("field")
            .left("from")
            .right("answered")
            .right("blank")
            .prose("range, or words that many share");
        for field in &sheet.fields {
            let from = if field.columns.is_empty() { "the programme" } else { &field.columns };
            let numbers = [field.answered.to_string(), field.blank.to_string()];
            let row = [shown(&field.field).into_owned(), shown(from).into_owned()].into_iter().chain(numbers);
            table.row(row.chain([shown(&held(field)).into_owned()]));
        }
        text.push_str(&table.render(width));
    }
    text
}

fn held(field: &FieldSummary) -> String {
    let mut parts = Vec::new();
    if let (Some(least), Some(most)) = (&field.least, &field.most) {
        let one = least == most && least == "1";
        let unit = match field.unit {
            Some("wishes") if one => " wish".to_owned(),
            Some(unit) if one => format!(" {}", unit.trim_end_matches('s')),
            Some(unit) => format!(" {unit}"),
            None => String::new(),
        };
        parts.push(if least == most { format!("{least}{unit}") } else { format!("{least} to {most}{unit}") });
    }
    if let Some(different) = field.different {
        let words: Vec<String> = field.common.iter().map(|term| format!("{} {}", term.term, term.people)).collect();
        let number = if different == 1 { "1 word".to_owned() } else { format!("{different} words") };
        parts.push(if words.is_empty() { number } else { format!("{number}: {}", words.join(", ")) });
    }
    parts.join("; ")
}

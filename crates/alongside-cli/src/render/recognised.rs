//! What was recognised in sheets that nobody has described.

use super::style::{self, heading, paint};
use super::table::Table;
use super::text::{Put, count, shown};
use crate::backend::ColumnProposal;
use alongside::domain::Side;

/// One table a side: what is read, then what is not.
pub(crate) fn table(columns: &[ColumnProposal], width: usize) -> String {
    let mut text = String::new();
    for side in [Side::Mentor, Side::Mentee] {
        let own: Vec<&ColumnProposal> = columns.iter().filter(|column| column.side == side).collect();
        if own.is_empty() {
            continue;
        }
        let read = own.iter().filter(|column| column.read).count();
        text.push_str(&heading(&format!("{}: {read} of {} read", side.plural(), count(own.len() as u64, "column"))));
        let mut table = Table::new().left("column").left("becomes").left("sure").prose("why");
        for column in &own {
            let becomes = match (&column.proposed, column.read) {
                (Some(field), true) => field.clone(),
                (Some(looks), false) => format!("- ({looks})"),
                (None, _) => "-".to_owned(),
            };
            let header = if column.column.is_empty() { "(no header)" } else { &column.column };
            let sure = if column.proposed.is_none() { "" } else { column.sure };
            table.row([
                shown(header).into_owned(),
                shown(&becomes).into_owned(),
                sure.to_owned(),
                shown(&column.why).into_owned(),
            ]);
        }
        text.push_str(&table.render(width));
    }
    text.trim_start_matches('\n').to_owned()
}

/// What was written, and what to do next.
pub(crate) fn next(file: &str, open: usize) -> String {
    let mut text = String::new();
    text.put(format_args!("\n{}\n", paint(style::GOOD, format!("wrote {file}"))));
    match open {
        0 => text.push_str("  nothing is left open; read it through all the same\n"),
        open => text.put(format_args!("  {} left open: look for OPEN in it\n", count(open as u64, "question"))),
    }
    let quoted = if file.contains(' ') { format!("\"{file}\"") } else { file.to_owned() };
    text.put(format_args!("\nNext:\n\n  alongside validate {quoted}\n"));
    text
}

//! Where the weights in force come from, where a preset or a purpose has a say.

use super::style::heading;
use super::table::Table;
use super::text::shown;
use alongside::Outcome;

/// The weights, criterion by criterion; nothing where all are the file's own.
pub(crate) fn render(outcome: &Outcome, width: usize) -> String {
    let mut table = Table::new().left("criterion").right("weight").prose("where it comes from");
    let mut told = false;
    for report in &outcome.criteria {
        let Some(weighing) = &report.weighing else { continue };
        told = true;
        table.row([shown(&report.id).into_owned(), report.weight.to_string(), weighing.words()]);
    }
    if told { format!("{}{}", heading("Weights"), table.render(width)) } else { String::new() }
}

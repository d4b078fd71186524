//! Where the weights in force come from, where a preset or a purpose has a say.

use super::style::heading;
use super::table::Table;
use super::text::shown;
use alongside::Outcome;

/// The weights, criterion by criterion; nothing where all are the file's own. Then those of programmes that weigh otherwise.
pub(crate) fn render(outcome: &Outcome, width: usize) -> String {
    let mut table = Table::new().left("criterion").right("weight").prose("where it comes from");
    let mut told = false;
    for report in &outcome.criteria {
        let Some(weighing) = &report.weighing else { continue };
        told = true;
        table.row([shown(&report.id).into_owned(), report.weight.to_string(), weighing.words()]);
    }
    let file = if told { format!("{}{}", heading("Weights"), table.render(width)) } else { String::new() };
    let of_programmes = outcome.programmes.iter().filter(|one| !one.weights.is_empty()).map(|one| {
        let mut table = Table::new().left("criterion").right("weight").prose("a share of the same sum, from");
        for weight in &one.weights {
            table.row([shown(&weight.criterion).into_owned(), weight.weight.to_string(), weight.weighing.words()]);
        }
        let title = format!("Weights for {}", shown(&one.programme));
        format!("{}{}", heading(&title), table.render(width))
    });
    std::iter::once(file).chain(of_programmes).collect()
}

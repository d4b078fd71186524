//! Blank answers worth asking for.

use super::View;
use super::style::heading;
use super::table::Table;
use super::text::shown;
use alongside::Outcome;
use alongside::outcome::Question;

/// Rows shown unless all are asked for.
const MOST: usize = 20;

/// Whom to ask what, and whether the answer could change the proposals.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.questions.is_empty() {
        return String::new();
    }
    let mut table = Table::new()
        .left("whom")
        .left("what")
        .left("for")
        .right("pairs")
        .prose("could the answer change the proposals?");
    for question in outcome.questions.iter().take(view.rows(MOST)) {
        table.row([
            view.names.person(question.side, &question.person),
            shown(&question.field.replace('_', " ")).into_owned(),
            shown(&question.criterion).into_owned(),
            question.pairs.to_string(),
            changes(question).to_owned(),
        ]);
    }
    let more = view.more(outcome.questions.len(), MOST);
    format!("{}{}{more}", heading("Worth asking"), table.render(view.width))
}

const fn changes(question: &Question) -> &'static str {
    match (question.best_changes, question.worst_changes) {
        (Some(true), Some(true)) => "yes, the best and the worst answer",
        (Some(true), _) => "yes, the best answer",
        (_, Some(true)) => "yes, the worst answer",
        (None, None) => "not tried out",
        _ => "no",
    }
}

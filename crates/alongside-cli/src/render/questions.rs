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
    let (matter, idle): (Vec<_>, Vec<_>) = outcome.questions.iter().partition(|question| could_matter(question));
    let others = match idle.len() {
        0 => String::new(),
        1 => "  1 blank was tried out: no answer to it could change the proposals\n".to_owned(),
        many => format!("  {many} blanks were tried out: no answer to any one of them could change the proposals\n"),
    };
    let heading = heading("Worth asking");
    if matter.is_empty() {
        return format!("{heading}{others}");
    }
    let mut table = Table::new()
        .left("whom")
        .left("what")
        .left("for")
        .right("pairs")
        .prose("could the answer change the proposals?");
    for question in matter.iter().take(view.rows(MOST)) {
        table.row([
            view.names.person(question.side, &question.person),
            shown(&question.field.replace('_', " ")).into_owned(),
            shown(&question.criterion).into_owned(),
            question.pairs.to_string(),
            changes(question).to_owned(),
        ]);
    }
    let more = view.more(matter.len(), MOST);
    format!("{heading}{}{more}{others}", table.render(view.width))
}

/// Whether an answer could change the proposals, as far as was tried out.
fn could_matter(question: &Question) -> bool {
    question.best_changes != Some(false) || question.worst_changes != Some(false)
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

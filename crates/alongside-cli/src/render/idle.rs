//! The mentors with nobody proposed.

use super::View;
use super::reasons::{division, foremost};
use super::style::heading;
use super::table::Table;
use super::text::{Put, shown};
use alongside::Outcome;

/// Rows shown unless all are asked for.
const MOST: usize = 20;
/// Rules named for each person.
const RULES: usize = 2;

/// Who has nobody, and why.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    let support = outcome.programme.support;
    if outcome.idle.is_empty() {
        return String::new();
    }
    let mut table = Table::new().left(support.mentor()).right("places").prose("why");
    for idle in outcome.idle.iter().take(view.rows(MOST)) {
        let mut first = division(&idle.asked, support.mentee());
        if idle.served_elsewhere > 0 {
            first.put(format_args!("; {} served by others", idle.served_elsewhere));
        }
        if let Some(supervisor) = &idle.held_back_by {
            first.put(format_args!("; the caseload of {} is full", shown(supervisor.as_str())));
        }
        table.tall_row([
            vec![view.names.mentor(&idle.mentor)],
            vec![idle.capacity.to_string()],
            std::iter::once(first).chain(foremost(&idle.reasons, RULES)).collect(),
        ]);
    }
    let title = heading(&format!("Nobody proposed to these {}s", support.mentor()));
    format!("{title}{}{}", table.render(view.width), view.more(outcome.idle.len(), MOST))
}

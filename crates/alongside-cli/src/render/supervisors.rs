//! Supervisors and their caseloads.

use super::View;
use super::style::heading;
use super::table::Table;
use super::text::shown;
use alongside::Outcome;

/// Rows shown unless all are asked for.
const MOST: usize = 20;

/// How much of every caseload is used, before the matching and by it; nothing where nobody supervises.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.supervisors.is_empty() {
        return String::new();
    }
    let mut table =
        Table::new().left("supervisor").right("caseload").right("before").right("proposed").right("room left");
    for one in outcome.supervisors.iter().take(view.rows(MOST)) {
        let numbers = [one.caseload, one.before, one.proposed, one.left].map(|number| number.to_string());
        table.row([shown(one.supervisor.as_str()).into_owned()].into_iter().chain(numbers));
    }
    let more = view.more(outcome.supervisors.len(), MOST);
    format!("{}{}{more}", heading("Supervisors"), table.render(view.width))
}

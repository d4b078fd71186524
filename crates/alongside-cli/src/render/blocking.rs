//! Pairs who would both rather have each other.

use super::View;
use super::style::heading;
use super::table::Table;
use super::text::count;
use alongside::blocking::BlockingPairs;
use alongside::domain::Support;

/// Pairs shown unless all are asked for.
const MOST: usize = 50;

/// How many there are, and what either would gain.
pub(crate) fn render(found: &BlockingPairs, support: Support, view: View<'_>) -> String {
    let (mentor, mentee) = (support.mentor(), support.mentee());
    let candidates = count(found.candidates as u64, "candidate pair");
    let title = heading("Who would rather have each other");
    if found.pairs.is_empty() {
        return format!("{title}  nobody, of {candidates}: the proposals are stable\n");
    }
    let concerned = [count(found.mentees as u64, mentee), count(found.mentors as u64, mentor)].join(" and ");
    let would = if found.pairs.len() == 1 { "pair" } else { "pairs" };
    let (wants, wanted) = (format!("what the {mentee} gains"), format!("what the {mentor} gains"));
    let mut table = Table::new().left(mentee).left(mentor).prose(&wants).prose(&wanted);
    for pair in found.pairs.iter().take(view.rows(MOST)) {
        table.row([
            view.names.mentee(&pair.mentee),
            view.names.mentor(&pair.mentor),
            pair.of_mentee(|id| view.names.mentor(id)),
            pair.of_mentor(support, |id| view.names.mentee(id)),
        ]);
    }
    let more = match found.pairs.len().saturating_sub(view.rows(MOST)) {
        0 => String::new(),
        more => format!("  ... and {more} more: --all shows them here, --format json lists all\n"),
    };
    format!("{title}  {} {would} of {candidates}: {concerned}\n{}{more}", found.pairs.len(), table.render(view.width))
}

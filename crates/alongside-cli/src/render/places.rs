//! What places are worth.

use super::View;
use super::style::heading;
use super::table::Table;
use super::text::shown;
use alongside::domain::Support;
use alongside::places::{PlaceWorth, Places};
use std::cmp::Reverse;

/// Mentors shown unless all are asked for.
const MOST: usize = 50;

/// Every mentor with what one more place would bring and one less would cost, those who would bring most first.
pub(crate) fn render(found: &Places, support: Support, view: View<'_>) -> String {
    let mut order: Vec<&PlaceWorth> = found.mentors.iter().collect();
    // Tiers count before all else, an earlier one more than a later one.
    let worth = |one: &PlaceWorth| {
        let more = &one.one_more;
        (Reverse(more.tier.map_or(0, |tier| u8::MAX - tier)), Reverse(more.by_level.clone()))
    };
    order.sort_by_cached_key(|one| worth(one));
    let mut table =
        Table::new().left(support.mentor()).right("places").right("open").prose("one more").prose("one less");
    for one in order.iter().take(view.rows(MOST)) {
        let words = |change: &alongside::places::Change, lost| shown(&change.words(&found.levels, lost)).into_owned();
        table.row([
            view.names.mentor(&one.mentor),
            one.capacity.to_string(),
            one.places_open.to_string(),
            words(&one.one_more, false),
            one.one_less.as_ref().map_or_else(|| "none is open".to_owned(), |less| words(less, true)),
        ]);
    }
    let more = match order.len().saturating_sub(view.rows(MOST)) {
        0 => String::new(),
        more => format!("  ... and {more} more: --all shows them here, --format json lists all\n"),
    };
    format!(
        "{}  what the best matching would gain with one place more, and lose with one less\n{}{more}",
        heading("What places are worth"),
        table.render(view.width)
    )
}

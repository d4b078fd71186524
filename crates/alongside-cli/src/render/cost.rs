//! What making a pair, or barring it, would cost the whole matching, level by level.

use super::table::Table;
use super::text::shown;
use alongside::outcome::{Level, LevelName};

/// The levels as proposed and as they would be otherwise, and the difference.
pub(super) fn render(as_proposed: &[Level], otherwise: &[Level], called: &str, width: usize) -> String {
    let mut table = Table::new().left("level").right("as proposed").right(called).right("change");
    for now in as_proposed.iter().filter(|level| level.level != LevelName::Seed) {
        let then = otherwise.iter().find(|level| level.level == now.level);
        // Of many steps of fit only those that would change say anything.
        if matches!(now.level, LevelName::FitAtLeast(_)) && then.is_some_and(|then| then.value == now.value) {
            continue;
        }
        let cells = then.map_or([String::new(), String::new()], |then| {
            let change = then.value - now.value;
            [then.value.to_string(), if change == 0 { "same".to_owned() } else { format!("{change:+}") }]
        });
        let words = shown(&now.level.words()).into_owned();
        table.row([words, now.value.to_string()].into_iter().chain(cells));
    }
    table.render(width)
}

//! The table from activity to check, row by row, as it ships.

use crate::domain::{CHECK_LEVELS, Nation, SHIPPED_ROWS, ShippedRow, TABLE_NOTE};
use std::collections::BTreeMap;

/// What the table is, its rows, and which checks stand above which.
pub(super) fn table() -> String {
    let mut lines = vec![TABLE_NOTE.to_owned(), "The rows, the first that applies deciding:".to_owned()];
    lines.extend(SHIPPED_ROWS.iter().map(row));
    lines.push(
        "Checks of one body, each after those that it stands above; a record of a higher one counts for a lower one, \
         and no check is compared with one of another body:"
            .to_owned(),
    );
    let mut bodies: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for level in CHECK_LEVELS {
        bodies.entry(level.body).or_default().push(level.name);
    }
    lines.extend(bodies.iter().map(|(body, checks)| format!("- {body}: {}", checks.join(", "))));
    lines.join("\n")
}

fn row(row: &ShippedRow) -> String {
    let nations: Vec<&str> = row.nations.iter().map(|nation: &Nation| nation.name()).collect();
    let mut when = vec![nations.join(" and ").replace('_', " "), row.mentees.name().replace('_', " ")];
    when.extend(row.from_days.map(|days| format!("on {days} days in 30 or more")));
    if row.overnight {
        when.push("overnight".to_owned());
    }
    if !row.methods.is_empty() {
        when.push(row.methods.join(" or ").replace('_', " "));
    }
    let asks = match (row.check, row.highest) {
        (Some(check), _) => format!("{check} is required"),
        (None, Some(highest)) => format!("none is required, and {highest} is the highest that may be asked for"),
        (None, None) => "none is required".to_owned(),
    };
    format!("- `{}`: {}: {asks}. Source: {}.", row.row, when.join(", "), row.source)
}

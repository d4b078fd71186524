//! Checks and training whose dates stand in columns of their own.

use super::columns::Columns;
use crate::read::Cells;
use alongside::input::{Node, RecordConfig};
use std::sync::Arc;

/// One check or training item.
#[derive(Debug)]
pub(crate) struct HeldPlan {
    /// `checks` or `training`.
    pub(crate) field: Arc<str>,
    name: String,
    issued: Option<usize>,
    expires: Option<usize>,
}

impl HeldPlan {
    pub(crate) fn of(field: &Arc<str>, config: &RecordConfig, columns: &mut Columns<'_>) -> Self {
        let mut find = |header: &Option<String>| columns.find(header.as_deref()?, field, &config.place);
        let (issued, expires) = (find(&config.issued), find(&config.expires));
        Self { field: field.clone(), name: config.name.clone(), issued, expires }
    }

    /// The item as this row has it; none when both its dates are blank.
    pub(crate) fn node(&self, cells: Cells<'_>) -> Option<Node> {
        let date = |column: Option<usize>| {
            let date = cells.trimmed(column?);
            (!date.is_empty()).then(|| Node::text(date))
        };
        let (issued, expires) = (date(self.issued), date(self.expires));
        if issued.is_none() && expires.is_none() {
            return None;
        }
        let name = Some(("name", Node::text(&self.name)));
        let dates = [issued.map(|date| ("issued", date)), expires.map(|date| ("expires", date))];
        Some(Node::table(name.into_iter().chain(dates.into_iter().flatten())))
    }
}

//! Where no columns are declared: headers that are names of fields.

use super::columns::Columns;
use super::field::FieldPlan;
use super::vocabulary::Vocabulary;
use std::collections::BTreeMap;
use std::sync::Arc;

/// A plan for every column whose header is the name of a field.
pub(crate) fn fields_of_headers(vocabulary: &Vocabulary<'_>, columns: &mut Columns<'_>) -> Vec<FieldPlan> {
    let mut found: BTreeMap<Arc<str>, Vec<usize>> = BTreeMap::new();
    for (column, name) in columns.header.names().iter().enumerate() {
        if let Some(field) = vocabulary.field_of_header(name) {
            found.entry(field).or_default().push(column);
        }
    }
    let mut fields = Vec::with_capacity(found.len());
    for (field, places) in found {
        if let [column] = places.as_slice() {
            let place = columns.report.place(Some(columns.row), Some(columns.header.name(*column)));
            columns.feed(&field, *column, place);
            let list = vocabulary.is_list(&field);
            fields.push(FieldPlan::plain(field, *column, list));
        } else {
            columns.repeated(&field, &places);
        }
    }
    fields
}

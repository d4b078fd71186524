//! Applies the plan to row after row.

use super::Plan;
use crate::limits::MAX_VALUES;
use crate::read::Cells;
use alongside::input::{Node, Value};
use std::sync::Arc;

/// The plan at work on one sheet.
#[derive(Debug)]
pub(crate) struct Mapper<'a> {
    plan: &'a Plan,
    /// For comparisons, so that they take no memory of their own.
    buffer: String,
    values: usize,
    most_fields: usize,
}

type Fields = Vec<(Arc<str>, Node)>;

impl<'a> Mapper<'a> {
    pub(crate) const fn new(plan: &'a Plan) -> Self {
        Self { plan, buffer: String::new(), values: 0, most_fields: 0 }
    }

    /// Values taken so far. Beyond [`MAX_VALUES`] the fields of the last row are not whole.
    pub(crate) const fn values(&self) -> usize {
        self.values
    }

    /// The fields of the person in this row. Time linear in the cells in use.
    pub(crate) fn fields(&mut self, cells: Cells<'_>) -> Fields {
        let (plan, buffer) = (self.plan, &mut self.buffer);
        let mut fields = Vec::with_capacity(self.most_fields);
        let before = self.values;
        for field in &plan.fields {
            let Some(node) = field.node(cells, buffer) else { continue };
            self.values += count(&node);
            fields.push((field.name.clone(), node));
            if self.values > MAX_VALUES {
                return fields;
            }
        }
        for held in &plan.held {
            append(&mut fields, &held.field, held.node(cells));
        }
        for wish in &plan.wishes {
            append(&mut fields, &plan.names.preferences, wish.node(cells, buffer));
        }
        for consent in &plan.consents {
            append(&mut fields, &plan.names.consent, consent.given(cells, buffer));
            append(&mut fields, &plan.names.consent_withdrawn, consent.withdrawn(cells));
        }
        self.values = before + fields.iter().map(|(_, node)| count(node)).sum::<usize>();
        self.most_fields = self.most_fields.max(fields.len());
        fields
    }
}

fn count(node: &Node) -> usize {
    if let Value::List(items) = &node.value { items.len() } else { 1 }
}

/// Adds the item to a list field, which may so far be absent or a text of items.
fn append(fields: &mut Fields, name: &Arc<str>, item: Option<Node>) {
    let Some(item) = item else { return };
    let Some((_, node)) = fields.iter_mut().find(|(field, _)| field == name) else {
        fields.push((name.clone(), Node::list([item])));
        return;
    };
    match &mut node.value {
        Value::List(items) => items.push(item),
        Value::Text(text) => {
            let items = text.split(';').map(str::trim).filter(|item| !item.is_empty());
            *node = Node::list(items.map(Node::text).chain([item]));
        }
        _ => *node = Node::list([node.clone(), item]),
    }
}

//! One field of a person, put together from cells.

use super::columns::Columns;
use super::fold::Translations;
use super::vocabulary::Vocabulary;
use crate::limits::MAX_JOINED;
use crate::read::Cells;
use alongside::input::{ColumnConfig, Node, Value};
use alongside::issue::IssueCode;
use std::borrow::Cow;
use std::sync::Arc;

/// How one field is put together.
#[derive(Debug)]
pub(crate) struct FieldPlan {
    pub(crate) name: Arc<str>,
    /// The same in every row, or
    fixed: Option<Node>,
    /// from these columns,
    columns: Vec<usize>,
    /// with this between them.
    join: String,
    /// Whether one blank part makes the whole blank: the parts of an id tell people apart only together.
    all_parts: bool,
    shape: Shape,
}

/// What a text becomes.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    pub(crate) separator: Option<String>,
    pub(crate) values: Translations,
    /// Whether the engine will split the text at `;`, so that translations hold for each item.
    pub(crate) list: bool,
}

impl FieldPlan {
    pub(crate) fn of(
        name: &Arc<str>,
        config: &ColumnConfig,
        vocabulary: &Vocabulary<'_>,
        columns: &mut Columns<'_>,
    ) -> Self {
        let shape = Shape {
            separator: config.separator.clone(),
            values: Translations::new(&config.values, &config.place, columns.report),
            list: vocabulary.is_list(name),
        };
        if config.columns.len() > MAX_JOINED {
            let message = format!("more than {MAX_JOINED} columns are joined into one field");
            columns.report.push(
                IssueCode::LimitExceeded,
                config.place.clone(),
                message,
                "join them in the spreadsheet",
            );
        }
        let found = config.columns.iter().filter_map(|header| columns.find(header, name, &config.place)).collect();
        let fixed = config.fixed.as_deref().and_then(|text| shape.node(text, &mut String::new()));
        Self { name: name.clone(), fixed, columns: found, join: config.join.clone(), all_parts: &**name == "id", shape }
    }

    /// A field that is one column as it stands.
    pub(crate) fn plain(name: Arc<str>, column: usize) -> Self {
        let all_parts = &*name == "id";
        Self { name, fixed: None, columns: vec![column], join: String::new(), all_parts, shape: Shape::default() }
    }

    /// The field's value in this row; none when blank.
    pub(crate) fn node(&self, cells: Cells<'_>, buffer: &mut String) -> Option<Node> {
        match self.columns.as_slice() {
            [] => self.fixed.clone(),
            [column] => self.shape.node(&cells.trimmed(*column), buffer),
            columns => {
                let mut joined = String::new();
                for column in columns {
                    let part = cells.trimmed(*column);
                    if part.is_empty() && self.all_parts {
                        return None;
                    }
                    if !part.is_empty() {
                        if !joined.is_empty() {
                            joined.push_str(&self.join);
                        }
                        joined.push_str(&part);
                    }
                }
                self.shape.node(&joined, buffer)
            }
        }
    }
}

impl Shape {
    /// The value that a text becomes; none when it is blank, or becomes so.
    pub(crate) fn node(&self, text: &str, buffer: &mut String) -> Option<Node> {
        let text = text.trim();
        if text.is_empty() {
            return None;
        }
        if let Some(separator) = &self.separator {
            let items: Vec<Node> = self.items(text, separator, buffer).map(Node::text).collect();
            return (!items.is_empty()).then(|| Node::new(Value::List(items)));
        }
        let translated: Cow<'_, str> = match self.values.get(text, buffer) {
            Some(translated) => translated.into(),
            None if self.list && !self.values.is_empty() && text.contains(';') => {
                self.items(text, ";", buffer).collect::<Vec<_>>().join("; ").into()
            }
            None => text.into(),
        };
        (!translated.is_empty()).then(|| Node::text(translated))
    }

    fn items<'t>(&'t self, text: &'t str, separator: &'t str, buffer: &'t mut String) -> impl Iterator<Item = &'t str> {
        let items = text.split(separator).map(str::trim).filter(|item| !item.is_empty());
        items.map(|item| self.values.get(item, buffer).unwrap_or(item)).filter(|item| !item.is_empty())
    }
}

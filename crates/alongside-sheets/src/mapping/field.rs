//! One field of a person, put together from cells.

use super::at::At;
use super::columns::Columns;
use super::hours::HoursPlan;
use super::one_hot::OneHotPlan;
use super::shape::{Shape, Spot};
use super::vocabulary::Vocabulary;
use crate::limits::MAX_JOINED;
use crate::read::{Cells, Header};
use crate::report::{Report, shown};
use alongside::input::{ColumnConfig, ColumnSource, Node, Value};
use alongside::issue::{IssueCode, Place};
use std::sync::Arc;

/// How one field is put together: from one part, or from the items of several.
#[derive(Debug)]
pub(crate) struct FieldPlan {
    pub(crate) name: Arc<str>,
    parts: Vec<Part>,
}

#[derive(Debug)]
enum Part {
    /// The same in every row.
    Fixed(Option<Node>),
    Cells(CellsPlan),
    OneHot(OneHotPlan),
    Hours(HoursPlan),
}

/// Cells of columns, joined.
#[derive(Debug)]
struct CellsPlan {
    columns: Vec<usize>,
    join: String,
    /// Whether one blank part makes the whole blank: the parts of an id tell people apart only together.
    all_parts: bool,
    shape: Shape,
}

impl FieldPlan {
    pub(crate) fn of(
        name: &Arc<str>,
        config: &ColumnConfig,
        vocabulary: &Vocabulary<'_>,
        columns: &mut Columns<'_>,
    ) -> Self {
        if !config.also.is_empty() && !vocabulary.unites(name) {
            let message = format!("`{}` has one value, so that it cannot be united from several sources", shown(name));
            let remedy = "keep one source, or join `columns`";
            columns.report.push(IssueCode::BadSetting, config.place.clone(), message, remedy);
        }
        let parts = std::iter::once(config).chain(&config.also);
        let parts = parts.filter_map(|config| part(name, config, vocabulary, columns)).collect();
        Self { name: name.clone(), parts }
    }

    /// A field that is one column as it stands.
    pub(crate) fn plain(name: Arc<str>, column: usize, list: bool) -> Self {
        let (all_parts, shape) = (&*name == "id", Shape::as_it_stands(list));
        let part = Part::Cells(CellsPlan { columns: vec![column], join: String::new(), all_parts, shape });
        Self { name, parts: vec![part] }
    }

    /// The field's value in this row; none when blank, or where a cell cannot be read, which is told.
    pub(crate) fn node(&self, cells: Cells<'_>, at: &mut At<'_>) -> Option<Node> {
        if let [part] = self.parts.as_slice() {
            return part.node(cells, &self.name, at);
        }
        let mut items: Vec<Node> = Vec::new();
        for part in &self.parts {
            for item in part.node(cells, &self.name, at).into_iter().flat_map(items_of) {
                if !items.contains(&item) {
                    items.push(item);
                }
            }
        }
        (!items.is_empty()).then(|| Node::list(items))
    }

    /// What is said once of the whole sheet.
    pub(crate) fn check(&self, header: &Header, report: &mut Report) {
        for part in &self.parts {
            if let Part::Cells(plan) = part {
                plan.check(&self.name, header, report);
            }
        }
    }
}

/// The items of a value: those of a list, of a text as the engine splits it, or the value itself.
pub(crate) fn items_of(node: Node) -> Vec<Node> {
    match node.value {
        Value::List(items) => items,
        Value::Text(text) => {
            text.split([';', '\n']).map(str::trim).filter(|item| !item.is_empty()).map(Node::text).collect()
        }
        _ => vec![node],
    }
}

fn part(
    name: &Arc<str>,
    config: &ColumnConfig,
    vocabulary: &Vocabulary<'_>,
    columns: &mut Columns<'_>,
) -> Option<Part> {
    let place = &config.place;
    let fit = |wanted: bool, what: &str, columns: &mut Columns<'_>| {
        if !wanted {
            let message = format!("`{}` is not {what}", shown(name));
            columns.report.push(IssueCode::BadSetting, place.clone(), message, "use another source for this field");
        }
        wanted
    };
    match &config.source {
        ColumnSource::Columns { headers, join } => {
            if headers.len() > MAX_JOINED {
                let message = format!("more than {MAX_JOINED} columns are joined into one field");
                let remedy = "join them in the spreadsheet";
                columns.report.push(IssueCode::LimitExceeded, place.clone(), message, remedy);
            }
            let found = headers.iter().filter_map(|header| columns.find(header, name, place)).collect();
            let shape = Shape::of(&config.text, vocabulary.is_list(name), place, columns.report);
            let (join, all_parts) = (join.clone(), &**name == "id");
            Some(Part::Cells(CellsPlan { columns: found, join, all_parts, shape }))
        }
        ColumnSource::OneHot(one_hot) => {
            let listed = vocabulary.is_list(name) || &**name == "availability";
            if !fit(listed, "a list, which several marked columns could make", columns) {
                return None;
            }
            OneHotPlan::of(one_hot, name, place, columns).map(Part::OneHot)
        }
        ColumnSource::Hours(hours) => {
            if !fit(&**name == "availability", "`availability`, which alone is made of stretches of the week", columns)
            {
                return None;
            }
            HoursPlan::of(hours, name, place, columns).map(Part::Hours)
        }
        // An id is made before the fields; see the plan.
        ColumnSource::MadeFrom { .. } => {
            let alone = &**name == "id" && config.also.is_empty();
            fit(alone, "`id` alone, which can be made from columns", columns);
            None
        }
        ColumnSource::Fixed(text) => {
            let shape = Shape::of(&config.text, vocabulary.is_list(name), place, columns.report);
            // A fault of a fixed value stands in the programme, not in a row.
            let mut aside = Report::new(columns.report.file().clone());
            let mut buffer = String::new();
            let mut at = At { row: 0, header: columns.header, buffer: &mut buffer, report: &mut aside };
            let node = shape.node(text, &Spot { field: name, columns: &[] }, &mut at);
            for issue in &aside.finish() {
                columns.report.push(issue.code, place.clone(), issue.message.clone(), "mend `fixed`");
            }
            Some(Part::Fixed(node))
        }
    }
}

impl Part {
    fn node(&self, cells: Cells<'_>, field: &Arc<str>, at: &mut At<'_>) -> Option<Node> {
        match self {
            Self::Fixed(node) => node.clone(),
            Self::Cells(plan) => plan.node(cells, field, at),
            Self::OneHot(plan) => plan.node(cells, field, at),
            Self::Hours(plan) => plan.node(cells, field, at),
        }
    }
}

impl CellsPlan {
    fn node(&self, cells: Cells<'_>, field: &Arc<str>, at: &mut At<'_>) -> Option<Node> {
        let spot = Spot { field, columns: &self.columns };
        if let [column] = self.columns.as_slice() {
            return self.shape.node(&cells.trimmed(*column), &spot, at);
        }
        let mut joined = String::new();
        for column in &self.columns {
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
        self.shape.node(&joined, &spot, at)
    }

    fn check(&self, field: &Arc<str>, header: &Header, report: &mut Report) {
        let headers: Vec<&str> = self.columns.iter().map(|column| header.name(*column)).collect();
        let place = |report: &Report| -> Place {
            Place { field: Some(field.clone()), ..report.place(None, Some(&headers.join(" + "))) }
        };
        if let Some(told) = self.shape.dropped.told() {
            let place = place(report);
            let message = format!("a time of day is dropped ({told})");
            report.push(IssueCode::TimeDropped, place, message, "nothing, if the day is what counts");
        }
        if let Some(told) = self.shape.unsplit.told() {
            let place = place(report);
            let message = format!("a cell with commas or bars is taken as one item ({told})");
            let remedy = "write `separator = \",\"` for this column, or `values` where the comma belongs to the item";
            report.push(IssueCode::UnsplitList, place, message, remedy);
        }
    }
}

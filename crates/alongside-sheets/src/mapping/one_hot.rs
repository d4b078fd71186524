//! Several columns, each of which stands for one term of a field.

use super::at::At;
use super::columns::Columns;
use super::fold::fold;
use super::marks::{Marks, REMEDY};
use crate::read::Cells;
use crate::report::shown;
use alongside::input::{Node, OneHotConfig};
use alongside::issue::{IssueCode, Place};
use std::collections::BTreeSet;
use std::sync::Arc;

/// The columns and their terms.
#[derive(Debug)]
pub(crate) struct OneHotPlan {
    terms: Vec<(usize, String)>,
    marks: Marks,
}

impl OneHotPlan {
    pub(crate) fn of(
        config: &OneHotConfig,
        field: &Arc<str>,
        place: &Place,
        columns: &mut Columns<'_>,
    ) -> Option<Self> {
        let run = columns.run(&config.run, field, place)?;
        let mut names: Vec<(usize, &str)> = Vec::with_capacity(config.names.len());
        for (header, term) in &config.names {
            let Some(column) = columns.find(header, field, place) else { continue };
            if !run.contains(&column) || names.iter().any(|(named, _)| *named == column) {
                let message = format!("`names` names the column \"{}\" twice, or one outside the run", shown(header));
                let remedy = "name each column of the run once at most";
                columns.report.push(IssueCode::BadSetting, place.clone(), message, remedy);
            }
            names.push((column, term.trim()));
        }
        let (mut terms, mut left_out) = (Vec::with_capacity(run.len()), Vec::new());
        for column in run {
            let named = names.iter().find(|(named, _)| *named == column).map(|(_, term)| *term);
            let term = named.unwrap_or_else(|| columns.header.name(column));
            if term.is_empty() && named.is_none() {
                let message = format!("column {} of the sheet lies in the run and has no header", column + 1);
                let remedy = "give it a header, or list the headers that are meant";
                columns.report.push(IssueCode::ColumnRun, place.clone(), message, remedy);
            } else if term.is_empty() {
                left_out.push(column);
            } else {
                terms.push((column, term.to_owned()));
            }
        }
        columns.leave_out(field, &left_out);
        let distinct: BTreeSet<String> = terms.iter().map(|(_, term)| fold(term)).collect();
        if distinct.len() < terms.len() && names.is_empty() {
            let message = "two columns of the run stand for one term";
            let remedy = "tell them apart with `names`, or give both the same name there on purpose";
            columns.report.push(IssueCode::ColumnRun, place.clone(), message, remedy);
        }
        Some(Self { terms, marks: Marks::of(&config.marks) })
    }

    /// The terms that are marked in this row; none where no cell is.
    pub(crate) fn node(&self, cells: Cells<'_>, field: &Arc<str>, at: &mut At<'_>) -> Option<Node> {
        let mut marked = Vec::new();
        for (column, term) in &self.terms {
            match self.marks.read(&cells.cell(*column), at.buffer) {
                Some(true) => marked.push(Node::text(term)),
                Some(false) => {}
                None => at.unreadable(&[*column], field, "the cell is neither marked nor unmarked", REMEDY),
            }
        }
        (!marked.is_empty()).then(|| Node::list(marked))
    }
}

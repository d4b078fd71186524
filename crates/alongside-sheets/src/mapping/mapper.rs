//! Applies the plan to row after row.

use super::Plan;
use super::at::At;
use super::gather::{self, Gathering};
use super::rows::Whose;
use crate::limits::MAX_VALUES;
use crate::read::{Cells, Header};
use crate::report::Report;
use crate::summary::{ExcludedRows, SheetSummary};
use alongside::domain::Side;
use alongside::input::{Node, Origin, PersonRecord, SheetOrigin, Value};
use alongside::issue::{IssueCode, Place};
use std::collections::BTreeMap;
use std::sync::Arc;

/// The plan at work on one sheet.
#[derive(Debug)]
pub(crate) struct Mapper<'a> {
    plan: &'a Plan,
    header: &'a Header,
    side: Side,
    sheet: Arc<SheetOrigin>,
    people: Vec<PersonRecord>,
    gathering: Gathering,
    /// From made id to its digest and the row that it was first made in.
    made: BTreeMap<String, ([u8; 32], u32)>,
    counts: Counts,
    buffer: String,
    values: usize,
    most_fields: usize,
}

/// How many rows went which way.
#[derive(Debug, Default)]
struct Counts {
    used: usize,
    theirs: usize,
    unclaimed: usize,
    refused: usize,
    /// By the number of the reason.
    excluded: BTreeMap<usize, usize>,
}

type Fields = Vec<(Arc<str>, Node)>;

impl<'a> Mapper<'a> {
    pub(crate) fn new(plan: &'a Plan, header: &'a Header, side: Side, sheet: SheetOrigin) -> Self {
        Self {
            plan,
            header,
            side,
            sheet: Arc::new(sheet),
            people: Vec::new(),
            gathering: Gathering::default(),
            made: BTreeMap::new(),
            counts: Counts::default(),
            buffer: String::new(),
            values: 0,
            most_fields: 0,
        }
    }

    /// Values taken so far. Beyond [`MAX_VALUES`] the fields of the last row are not whole.
    pub(crate) const fn values(&self) -> usize {
        self.values
    }

    /// Takes one row. Time linear in the cells in use, and logarithmic in the people where ids are made or rows
    /// gathered.
    pub(crate) fn take(&mut self, row: u32, cells: Cells<'_>, report: &mut Report) {
        match self.plan.rows.whose(cells, &mut self.buffer) {
            Whose::Ours => {}
            Whose::Theirs => {
                self.counts.theirs += 1;
                return;
            }
            Whose::Excluded(number) => {
                *self.counts.excluded.entry(number).or_default() += 1;
                return;
            }
            Whose::Nobodys => {
                self.counts.unclaimed += 1;
                self.plan.rows.tell(row, self.header, report);
                return;
            }
        }
        let Ok(made) = self.made_id(row, cells, report) else {
            self.counts.refused += 1;
            return;
        };
        let mut fields = self.fields(row, cells, report);
        if let Some(id) = made {
            fields.push(("id".into(), Node::text(id)));
            self.values += 1;
        }
        let next = self.people.len();
        let mut earlier = None;
        if self.plan.gathers {
            let Some(id) = gather::id_of(&fields) else {
                let place = Place { field: Some("id".into()), ..report.place(Some(row), self.id_header()) };
                let message = "there is no id in this row, or none that can be one, so that it is nobody's";
                report.push(IssueCode::BadId, place, message, "give every row the id of its person");
                self.counts.refused += 1;
                return;
            };
            earlier = self.gathering.place(id, next).and_then(|place| self.people.get_mut(place));
        }
        self.counts.used += 1;
        match earlier {
            Some(person) => gather::add(person, row, fields, self.plan, report),
            None => {
                let origin = Origin::Row { sheet: self.sheet.clone(), row };
                self.people.push(PersonRecord { side: self.side, fields, origin });
            }
        }
    }

    /// The people, with what is said once of the whole sheet, and every row accounted for.
    pub(crate) fn finish(self, report: &mut Report, summary: &mut SheetSummary) -> Vec<PersonRecord> {
        self.plan.check(self.header, report);
        (summary.rows, summary.people) = (self.counts.used, self.people.len());
        (summary.other_side_rows, summary.unclaimed_rows) = (self.counts.theirs, self.counts.unclaimed);
        summary.refused_rows += self.counts.refused;
        let reasons = self.plan.rows.reasons.iter().enumerate();
        let excluded = reasons.map(|(number, why)| ExcludedRows {
            why: why.clone(),
            rows: self.counts.excluded.get(&number).copied().unwrap_or(0),
        });
        summary.excluded = excluded.collect();
        (summary.used, summary.unused) = self.plan.columns(self.header);
        self.people
    }

    fn id_header(&self) -> Option<&str> {
        self.sheet.headers.get("id").map(|header| &**header)
    }

    /// The id that the row's columns make, if it is made; an error where the row must be refused, which is told.
    fn made_id(&mut self, row: u32, cells: Cells<'_>, report: &mut Report) -> Result<Option<String>, ()> {
        let Some(plan) = &self.plan.made_id else { return Ok(None) };
        let place = |header: Option<&str>, report: &Report| -> Place {
            Place { field: Some("id".into()), ..report.place(Some(row), header) }
        };
        let made = match plan.id(cells) {
            Ok(made) => made,
            Err(column) => {
                let place = place(Some(self.header.name(column)), report);
                let message = "a part of the id is blank";
                let remedy = "fill it in, or make ids from columns that everybody has";
                report.push(IssueCode::BadId, place, message, remedy);
                return Err(());
            }
        };
        let before = self.made.get(&made.id).copied();
        let fault = match before {
            None => {
                self.made.insert(made.id.clone(), (made.digest, row));
                return Ok(Some(made.id));
            }
            Some((digest, _)) if digest == made.digest && self.plan.gathers => return Ok(Some(made.id)),
            Some((digest, first)) if digest == made.digest => {
                format!("the columns that make the id say the same as in row {first}")
            }
            Some((_, first)) => format!("the id is by chance that of row {first}, whose columns say something else"),
        };
        let place = place(self.id_header(), report);
        let remedy = "remove one of the two rows, or make ids from further columns";
        report.push(IssueCode::DuplicateId, place, fault, remedy);
        Err(())
    }

    /// The fields of the person in this row.
    fn fields(&mut self, row: u32, cells: Cells<'_>, report: &mut Report) -> Fields {
        let plan = self.plan;
        let mut at = At { row, header: self.header, buffer: &mut self.buffer, report };
        let mut fields = Vec::with_capacity(self.most_fields);
        let before = self.values;
        for field in &plan.fields {
            let Some(node) = field.node(cells, &mut at) else { continue };
            self.values += count(&node);
            fields.push((field.name.clone(), node));
            if self.values > MAX_VALUES {
                return fields;
            }
        }
        for held in &plan.held {
            append(&mut fields, &held.field, held.node(cells, &at));
        }
        for wish in &plan.wishes {
            append(&mut fields, &plan.names.preferences, wish.node(cells, &plan.names.preferences, &mut at));
        }
        for consent in &plan.consents {
            append(&mut fields, &plan.names.consent, consent.given(cells, at.buffer));
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

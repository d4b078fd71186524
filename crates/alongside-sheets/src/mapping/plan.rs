//! The whole mapping of one sheet, worked out once from its header.

use super::columns::Columns;
use super::field::FieldPlan;
use super::headings::fields_of_headers;
use super::held::HeldPlan;
use super::made_id::MadeIdPlan;
use super::rows::RowsPlan;
use super::vocabulary::Vocabulary;
use super::wish::{ConsentPlan, WishPlan};
use crate::kind::SheetKind;
use crate::read::{Header, Task};
use crate::report::{Report, shown};
use alongside::domain::Side;
use alongside::input::{ColumnConfig, ColumnSource, field_suggestion};
use alongside::issue::{IssueCode, Place};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Most unused headers that the warning names.
const MAX_NAMED: usize = 30;

/// What is taken from every row.
#[derive(Debug)]
pub(crate) struct Plan {
    pub(crate) rows: RowsPlan,
    /// Where ids are not a column but worked out.
    pub(crate) made_id: Option<MadeIdPlan>,
    /// Whether rows with the same id are gathered.
    pub(crate) gathers: bool,
    /// Fields whose entries from several rows are united; the others must agree.
    pub(crate) united: BTreeSet<Arc<str>>,
    pub(crate) fields: Vec<FieldPlan>,
    pub(crate) held: Vec<HeldPlan>,
    pub(crate) wishes: Vec<WishPlan>,
    pub(crate) consents: Vec<ConsentPlan>,
    pub(crate) names: Names,
    feeds: BTreeMap<Arc<str>, Vec<usize>>,
}

/// Names of fields that are put together from columns of their own, shared by all records.
#[derive(Debug)]
pub(crate) struct Names {
    pub(crate) preferences: Arc<str>,
    pub(crate) consent: Arc<str>,
    pub(crate) consent_withdrawn: Arc<str>,
}

impl Plan {
    /// Works it out; every column that is missing and every name that nobody knows is noted.
    pub(crate) fn of(task: &Task<'_>, header: &Header, row: u32, report: &mut Report) -> Self {
        let (config, vocabulary) = (task.config, task.vocabulary);
        let mut columns = Columns::new(header, row, report);
        let tells = task.theirs.is_none() || task.kind == SheetKind::People(Side::Mentor);
        let rows = RowsPlan::of(config, task.theirs, tells, &mut columns);
        let made_id = made_id(config.columns.as_deref().unwrap_or_default(), &mut columns);
        let fields = match &config.columns {
            Some(mapped) => mapped_fields(mapped, vocabulary, &mut columns),
            None => fields_of_headers(vocabulary, &mut columns),
        };
        let checks = config.checks.iter().map(|item| ("checks", item));
        let items = checks.chain(config.training.iter().map(|item| ("training", item)));
        let held = items.map(|(field, item)| HeldPlan::of(&field.into(), item, &mut columns)).collect();
        let names = Names {
            preferences: "preferences".into(),
            consent: "consent".into(),
            consent_withdrawn: "consent_withdrawn".into(),
        };
        let mut wishes = Vec::with_capacity(config.preferences.len());
        for wish in &config.preferences {
            check_attribute(&wish.attribute, &wish.place, vocabulary, columns.report);
            wishes.push(WishPlan::of(&names.preferences, wish, &mut columns));
        }
        let mut consents = Vec::with_capacity(config.consent.len());
        for consent in &config.consent {
            check_attribute(&consent.attribute, &consent.place, vocabulary, columns.report);
            consents.push(ConsentPlan::of(&names.consent, &names.consent_withdrawn, consent, &mut columns));
        }
        columns.check_monitoring();
        let feeds = columns.by_field();
        let gathers = config.several_per_person;
        let united = feeds.keys().filter(|field| vocabulary.unites(field)).cloned().collect();
        let plan = Self { rows, made_id, gathers, united, fields, held, wishes, consents, names, feeds };
        if task.config_whole {
            plan.check_required(task, report);
            if !report.has_errors() {
                plan.warn_of_unused(task, header, row, report);
            }
        }
        plan
    }

    /// Notes what is said once, when all rows have been read.
    pub(crate) fn check(&self, header: &Header, report: &mut Report) {
        self.rows.check(header.labels(), report);
        self.fields.iter().for_each(|field| field.check(header, report));
        self.held.iter().for_each(|held| held.check(header, report));
        self.wishes.iter().for_each(|wish| wish.check(header, report));
        self.consents.iter().for_each(|consent| consent.check(header, report));
    }

    /// From field to its headers, for messages.
    pub(crate) fn headers(&self, header: &Header) -> BTreeMap<Arc<str>, Arc<str>> {
        let joined = |columns: &Vec<usize>| -> Arc<str> {
            let mut columns = columns.clone();
            // A run is told from its first column to its last, whatever the order in which they were found.
            if columns.len() > 3 {
                columns.sort_unstable();
            }
            columns.iter().map(|column| shown(header.name(*column))).collect::<Vec<_>>().join(" + ").into()
        };
        self.feeds.iter().map(|(field, columns)| (field.clone(), joined(columns))).collect()
    }

    /// Headers in use and not in use, in the order of the sheet.
    pub(crate) fn columns(&self, header: &Header) -> (Vec<String>, Vec<String>) {
        let used = self.used();
        let names = header.labels().iter().cloned().enumerate().filter(|(_, name)| !name.is_empty());
        let (used, unused): (Vec<_>, Vec<_>) = names.partition(|(column, _)| used.contains(column));
        let names = |columns: Vec<(usize, String)>| columns.into_iter().map(|(_, name)| name).collect();
        (names(used), names(unused))
    }

    /// The columns in use.
    pub(crate) fn used(&self) -> BTreeSet<usize> {
        self.feeds.values().flatten().copied().collect()
    }

    /// From field to the columns that feed it.
    pub(crate) fn feeds(&self) -> impl Iterator<Item = (&str, &[usize])> {
        self.feeds.iter().map(|(field, columns)| (&**field, columns.as_slice()))
    }

    /// Notes each field that every row must have and that no column feeds.
    fn check_required(&self, task: &Task<'_>, report: &mut Report) {
        // A repeated header that is the name of such a field is told as that.
        if report.has_errors() {
            return;
        }
        let required: Vec<&str> = match task.kind {
            SheetKind::People(_) => vec!["id"],
            SheetKind::Further(kind) => kind.required().collect(),
        };
        let declared = task.config.columns.as_ref();
        for required in required {
            let asked = declared.is_some_and(|columns| columns.iter().any(|(field, _)| field == required));
            if asked || self.fields.iter().any(|field| &*field.name == required) {
                continue;
            }
            let message = format!("no column of the sheet `{}` is mapped to `{required}`", report.file());
            let place = Place { field: Some(required.into()), ..task.config.place.clone() };
            let remedy = match declared {
                Some(_) => format!("add `{required} = \"...\"` to `sheets.{}.columns`", task.kind.name()),
                None => format!("name its columns in `sheets.{}.columns`, `{required}` among them", task.kind.name()),
            };
            report.push(IssueCode::MissingColumn, place, message, remedy);
        }
    }

    fn warn_of_unused(&self, task: &Task<'_>, header: &Header, row: u32, report: &mut Report) {
        let unused = self.columns(header).1;
        let nameless = header.names().iter().filter(|name| name.is_empty()).count();
        let count = unused.len() + nameless;
        if count == 0 {
            return;
        }
        let mut named: Vec<String> = unused.iter().take(MAX_NAMED).map(|name| format!("\"{}\"", shown(name))).collect();
        if unused.len() > MAX_NAMED {
            named.push(format!("and {} more", unused.len() - MAX_NAMED));
        }
        if nameless > 0 {
            named.push(format!("{nameless} without a header"));
        }
        let columns = if count == 1 { "column is" } else { "columns are" };
        let message = format!("{count} {columns} not used and not loaded: {}", named.join(", "));
        let remedy = format!("map them under `sheets.{}`, or leave them out of the export", task.kind.name());
        report.push(IssueCode::UnusedColumn, report.place(Some(row), None), message, remedy);
    }
}

/// The making of ids, if the mapping asks for it.
fn made_id(mapped: &[(String, ColumnConfig)], columns: &mut Columns<'_>) -> Option<MadeIdPlan> {
    let (_, config) = mapped.iter().find(|(field, _)| field == "id")?;
    let ColumnSource::MadeFrom { headers, prefix } = &config.source else { return None };
    MadeIdPlan::of(headers, prefix, &"id".into(), &config.place, columns)
}

fn mapped_fields(
    mapped: &[(String, ColumnConfig)],
    vocabulary: &Vocabulary<'_>,
    columns: &mut Columns<'_>,
) -> Vec<FieldPlan> {
    let mut fields: Vec<FieldPlan> = Vec::with_capacity(mapped.len());
    for (field, config) in mapped {
        if !vocabulary.has_field(field) {
            let message = format!("no field or declared attribute is called `{}`", shown(field));
            let remedy = if field == "monitoring" {
                "write `monitoring.NAME = \"Header\"`".to_owned()
            } else {
                field_suggestion(field, vocabulary.fields())
            };
            columns.report.push(IssueCode::UnknownAttribute, config.place.clone(), message, remedy);
        } else if fields.iter().any(|other| &*other.name == field) {
            let message = "this field is mapped twice";
            columns.report.push(IssueCode::DuplicateKey, config.place.clone(), message, "keep the one that is meant");
            continue;
        }
        fields.push(FieldPlan::of(&field.as_str().into(), config, vocabulary, columns));
    }
    fields
}

fn check_attribute(attribute: &str, place: &Place, vocabulary: &Vocabulary<'_>, report: &mut Report) {
    if !vocabulary.attributes().any(|known| known == attribute) {
        let message = format!("no attribute is called `{}`", shown(attribute));
        let remedy = field_suggestion(attribute, vocabulary.attributes());
        report.push(IssueCode::UnknownAttribute, place.clone(), message, remedy);
    }
}

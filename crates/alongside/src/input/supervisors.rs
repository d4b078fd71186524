//! Supervisors, their caseloads, and whose mentors are whose.

use super::Node;
use super::keys::{CASELOAD_WEIGHTS, SUPERVISOR};
use super::people::ReadPerson;
use super::reader::{Source, TableReader, suggestion};
use super::whose::whose;
use crate::domain::{CaseloadWeights, PersonId, Supervisor};
use crate::issue::{IssueCode, Issues, Place};

/// Most relationships that a caseload may have.
pub(crate) const MAX_CASELOAD: i64 = 10_000;

/// The programme's supervisors in order of id.
pub(crate) fn read_supervisors(source: &Source, items: &[Node], issues: &mut Issues) -> Vec<Supervisor> {
    let mut supervisors: Vec<Supervisor> = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let path = format!("supervisors[{index}]");
        let Some(table) = TableReader::new(source, path, item, &SUPERVISOR, issues) else { continue };
        let id = table.required_text("id", issues);
        let caseload = table.required_integer("caseload", 0..=MAX_CASELOAD, issues);
        let caseload = caseload.and_then(|caseload| u32::try_from(caseload).ok());
        let Some(text) = id else { continue };
        let Some(id) = PersonId::new(text) else {
            issues.push(IssueCode::BadId, table.place("id"), "an entry that cannot be an id", "write a shorter id");
            continue;
        };
        if supervisors.iter().any(|other| other.id == id) {
            let message = "a supervisor stands here twice";
            issues.push(IssueCode::DuplicateName, table.own_place(), message, "keep one of the two");
            continue;
        }
        supervisors.push(Supervisor { id, caseload: caseload.unwrap_or(0) });
    }
    supervisors.sort_by(|a, b| a.id.cmp(&b.id));
    supervisors
}

/// Most that one relationship can count in a caseload.
pub(crate) const MOST_WEIGHT: i64 = 10;

/// How much relationships count, by the kind of mentor.
pub(crate) fn read_weights(
    source: &Source,
    node: Option<&Node>,
    supervisors: &[Supervisor],
    issues: &mut Issues,
) -> CaseloadWeights {
    let mut weights = CaseloadWeights::default();
    let Some(node) = node else { return weights };
    let Some(table) = TableReader::new(source, "caseload_weights", node, &CASELOAD_WEIGHTS, issues) else {
        return weights;
    };
    if supervisors.is_empty() {
        let remedy = "list `[[supervisors]]`, or take it out";
        issues.push(IssueCode::BadSetting, table.own_place(), "there are no caseloads that it could bear on", remedy);
    }
    let places = [
        ("natural", &mut weights.natural),
        ("paid", &mut weights.paid),
        ("peer", &mut weights.peer),
        ("volunteer", &mut weights.volunteer),
    ];
    for (key, place) in places {
        if let Some(weight) = table.integer(key, 1..=MOST_WEIGHT, issues) {
            *place = u32::try_from(weight).unwrap_or(*place);
        }
    }
    weights
}

/// Every mentor's supervisor has to be one of them.
pub(crate) fn check_supervisors(
    mentors: &[ReadPerson],
    supervisors: &[Supervisor],
    opaque_ids: bool,
    issues: &mut Issues,
) {
    let alone = || mentors.iter().filter(|read| read.supervisor.is_none());
    if let Some(first) = alone().next().filter(|_| !supervisors.is_empty()) {
        let count = alone().count();
        let (who, have) = if count == 1 { ("mentor", "has") } else { ("mentors", "have") };
        let ids = whose(opaque_ids, alone());
        let message =
            format!("{count} {who} {have} no supervisor, so that no caseload bounds their relationships{ids}");
        let remedy = "name one of `supervisors` for each; nobody is left out for it";
        let place = Place { file: first.place().file, field: Some("supervisor".into()), ..Place::default() };
        issues.push(IssueCode::WithoutSupervisor, place, message, remedy);
    }
    for read in mentors {
        let Some(id) = &read.supervisor else { continue };
        if !supervisors.iter().any(|one| one.id == *id) {
            let message = "a supervisor whom the programme does not list";
            let known = supervisors.iter().map(|one| one.id.as_str());
            let remedy = if supervisors.is_empty() {
                "list them as `[[supervisors]]`, each with `id` and `caseload`".to_owned()
            } else {
                suggestion(id.as_str(), known)
            };
            issues.push(IssueCode::DanglingId, read.place_of("supervisor"), message, remedy);
        }
    }
}

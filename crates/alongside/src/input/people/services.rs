//! Other services in a person's week.

use super::answers::is_blank;
use super::fields::Fields;
use crate::domain::{OtherService, Week};
use crate::input::keys::OTHER_SERVICE;
use crate::input::text::{AvailabilityFault, items, parse_availability};
use crate::input::{Node, Value};
use crate::issue::{IssueCode, Issues};

const REMEDY: &str = "write `NAME: TIMES`, such as `counselling: Tue 14:00-16:00`, times on the hour or half hour";

/// The services of the record. One that cannot be read is told and left out.
pub(super) fn read_services(record: &Fields<'_>, issues: &mut Issues) -> Vec<OtherService> {
    let Some(node) = record.field("other_services").filter(|node| !is_blank(node)) else { return Vec::new() };
    let place = record.field_place("other_services");
    let nodes: Vec<Node> = match &node.value {
        Value::List(nodes) => nodes.clone(),
        Value::Text(text) => items(text).map(Node::text).collect(),
        Value::Table(_) => vec![node.clone()],
        _ => {
            let message = format!("{} where a list is expected", node.type_name());
            issues.push(IssueCode::WrongType, place, message, REMEDY);
            return Vec::new();
        }
    };
    let mut services = Vec::new();
    for node in nodes.iter().filter(|node| !is_blank(node)) {
        match read_one(node) {
            Ok(service) => services.push(service),
            Err(message) => issues.push(IssueCode::BadAvailability, place.clone(), message, REMEDY),
        }
    }
    services
}

/// One service, or what is wrong with it.
fn read_one(node: &Node) -> Result<OtherService, &'static str> {
    let (name, times, contact) = match &node.value {
        Value::Text(text) => {
            let (name, times) = text.split_once(": ").ok_or("a service without a name or without times")?;
            (name.to_owned(), times.to_owned(), None)
        }
        Value::Table(entries) => {
            if entries.iter().any(|(key, _)| !OTHER_SERVICE.has(key)) {
                return Err("a key other than `name`, `times` and `contact`");
            }
            let text = |key: &str| match node.get(key).map(|node| &node.value) {
                Some(Value::Text(text)) if !text.trim().is_empty() => Some(text.trim().to_owned()),
                _ => None,
            };
            (
                text("name").ok_or("a service without a name")?,
                text("times").ok_or("a service without times")?,
                text("contact"),
            )
        }
        _ => return Err("a service that is neither text nor table"),
    };
    match parse_availability(&times) {
        // What is cut off at the half hour would be time that the service has.
        Ok((_, true)) => Err("a service at a time off the half hour"),
        Ok((times, false)) if !times.is_empty() && !name.trim().is_empty() => {
            Ok(OtherService { name: name.trim().to_owned(), times, contact })
        }
        Err(AvailabilityFault::HalfOfDay) => Err("a service at an hour that may be in the morning or in the afternoon"),
        _ => Err("a service whose times cannot be read"),
    }
}

/// A week without the times of services.
pub(super) fn left_free(week: Week, services: &[OtherService]) -> Week {
    services.iter().fold(week, |week, service| week.without(&service.times))
}

//! One record becomes one person.

use super::answers::{is_blank, read_answers};
use super::consent::{Consents, LeftBlank};
use super::exclusions::read_exclusions;
use super::fields::Fields;
use super::held::{list, read_held};
use super::ids::read_id;
use super::known::{read_known, read_nominated};
use super::place::{Found, Postcodes, read_place};
use super::services::{left_free, read_services};
use super::shared::{asks, keep_shareable};
use super::stands::Stands;
use super::wishes::read_wishes;
use super::words::Words;
use crate::domain::{
    Answer, AttributeKey, Criterion, Date, Held, InOrder, MODELS, Person, PersonId, Preference, Side, Way, Week,
};
use crate::input::attributes::Attributes;
use crate::input::own_weights::OwnBounds;
use crate::input::text::{AvailabilityFault, parse_availability};
use crate::input::{Node, Value};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

/// Most places of one mentor.
const MAX_CAPACITY: i64 = 1000;

/// Fields that only one side has.
const ONE_SIDED: &[(&str, Side)] = &[
    ("capacity", Side::Mentor),
    ("supervisor", Side::Mentor),
    ("checks", Side::Mentor),
    ("training", Side::Mentor),
    ("shareable_experiences", Side::Mentor),
    ("waiting_since", Side::Mentee),
    ("priority_tier", Side::Mentee),
    ("choices", Side::Mentee),
    ("own_weights", Side::Mentee),
    ("nominated_mentor", Side::Mentee),
    ("not_together_with", Side::Mentee),
    ("wants_to_try", Side::Mentee),
    ("purpose", Side::Mentee),
    ("network_contacted", Side::Mentee),
    ("own_network", Side::Mentee),
    ("carer_consent", Side::Mentee),
    ("online_supervision", Side::Mentee),
    ("carer_informed_of", Side::Mentee),
    ("existing_support", Side::Mentee),
    ("carer_preferences", Side::Mentee),
    ("promised_months", Side::Mentor),
    ("programme", Side::Mentee),
    ("programmes", Side::Mentor),
    ("shared_between_programmes", Side::Mentor),
];

/// A person as read; what one side alone has is blank on the other.
#[derive(Debug)]
pub(crate) struct ReadPerson {
    pub(crate) person: Person,
    stands: Stands,
    /// Whether ids may be named.
    opaque_id: bool,
    pub(crate) not_together_with: BTreeSet<PersonId>,
    pub(crate) supervisor: Option<PersonId>,
    pub(crate) capacity: u32,
    pub(crate) checks: Vec<Held>,
    pub(crate) training: Vec<Held>,
    pub(crate) tier: u8,
    pub(crate) stated_tier: Option<u8>,
    /// Which ground gives the tier.
    pub(crate) tier_by: Option<usize>,
    pub(crate) waiting_since: Option<Date>,
    pub(crate) choices: Vec<PersonId>,
    pub(crate) own_weights: BTreeMap<usize, i64>,
    pub(crate) nominated_mentor: Option<PersonId>,
    pub(crate) carer_preferences: Vec<Preference>,
    /// Field and answer, for monitoring only.
    pub(crate) monitoring: Vec<(Arc<str>, Arc<str>)>,
    /// Whether it is a mentor who does not say what of their experiences may be shared.
    pub(super) shares_by_default: bool,
}

impl ReadPerson {
    /// Where the person stands.
    pub(crate) fn place(&self) -> Place {
        self.stands.place()
    }

    /// Where a field of theirs stands.
    pub(crate) fn place_of(&self, field: &str) -> Place {
        self.stands.place_of(field, self.opaque_id.then_some(&self.person.id))
    }
}

/// What reading a person needs to know of the programme.
#[derive(Debug)]
pub(super) struct PeopleReader<'a> {
    pub(super) as_of: Date,
    pub(super) tiers: u8,
    pub(super) opaque_ids: bool,
    pub(super) attributes: Attributes,
    /// What mentees may weigh themselves, of which criteria.
    pub(super) own_weights: (&'a OwnBounds, &'a [Criterion]),
    /// Answers of mentors and of mentees that may not be used.
    pub(super) left_blank: (LeftBlank, LeftBlank),
    /// How the places of mentors and of mentees were found.
    pub(super) found: (Found, Found),
    pub(super) words: Words,
    pub(super) postcodes: Postcodes,
}

impl PeopleReader<'_> {
    /// The person, unless there is no usable id; every other problem leaves the field blank and is told.
    pub(super) fn read(&mut self, record: &Fields<'_>, issues: &mut Issues) -> Option<ReadPerson> {
        for (field, side) in ONE_SIDED {
            if *side != record.side && record.field(field).is_some() {
                let message = format!("`{field}` belongs to {}", side.plural());
                let remedy = match *field {
                    "programme" => "on this side it is `programmes`, those that a mentor was approved for",
                    "programmes" => "on this side it is `programme`, the one that a mentee was referred to",
                    _ => "leave it out on this side",
                };
                issues.push(IssueCode::BadSetting, record.field_place(field), message, remedy);
            }
        }
        let id = read_id(record, issues)?;
        let mut own = Issues::new();
        let consents = Consents::read(record, self.as_of, &self.attributes, &mut own);
        let (left_blank, found) = match record.side {
            Side::Mentor => (&mut self.left_blank.0, &mut self.found.0),
            Side::Mentee => (&mut self.left_blank.1, &mut self.found.1),
        };
        let mut answers = read_answers(record, self.as_of, &consents, &mut self.attributes, left_blank, &mut own);
        keep_shareable(record, &mut answers, &mut self.attributes, &mut own);
        let waiting_since = match answers.get(&AttributeKey::new("waiting_since")) {
            Some(Answer::Date(date)) => Some(*date),
            _ => None,
        };
        let other_services = read_services(record, &mut own);
        if waiting_since.is_some_and(|since| since > self.as_of) {
            let message = "somebody waits since a day after the programme's: it counts as 0 days";
            let remedy = "mend the day, or the programme's `as_of`";
            own.push(IssueCode::DateAhead, record.field_place("waiting_since"), message, remedy);
        }
        let (exclusions, exclusion_reasons) = read_exclusions(record, &mut own);
        let ways = Way::ALL.map(Way::word);
        // What was withdrawn has no order either.
        let mut order = |field: &str, words: &[&str]| {
            let usable = answers.contains_key(field);
            if usable { read_order(record, field, words, &mut self.attributes) } else { InOrder::default() }
        };
        let person = Person {
            ways: order("delivery_methods", &ways),
            models: order("delivery_models", &MODELS),
            stated: Vec::new(),
            availability: read_availability(record, &mut own).map(|week| left_free(week, &other_services)),
            other_services,
            place: read_place(record, (found, &mut self.postcodes), &mut own),
            exclusions,
            exclusion_reasons,
            known_to: read_known(record, &id, &mut own),
            preferences: read_wishes(record, "preferences", &mut self.attributes, &mut own),
            name: read_name(record, &mut own),
            answers,
            id,
        };
        let stated_tier = read_tier(record, self.tiers, &mut own);
        let read = ReadPerson {
            stands: Stands::of(record),
            opaque_id: self.opaque_ids,
            not_together_with: ids(record, "not_together_with", &mut own).into_iter().collect(),
            supervisor: read_supervisor(record, &mut own),
            capacity: read_capacity(record, &mut own),
            checks: read_held(record, "checks", &mut self.words, &mut own),
            training: read_held(record, "training", &mut self.words, &mut own),
            tier: stated_tier.unwrap_or(self.tiers),
            stated_tier,
            tier_by: None,
            waiting_since,
            choices: ids(record, "choices", &mut own),
            own_weights: self.own_weights.0.of(record, self.own_weights.1, &mut own),
            nominated_mentor: read_nominated(record, &mut own),
            carer_preferences: read_wishes(record, "carer_preferences", &mut self.attributes, &mut own),
            monitoring: read_monitoring(record, &mut self.words, &mut own),
            shares_by_default: record.side == Side::Mentor && !asks(record),
            person,
        };
        for issue in &own {
            let mut place = issue.place.clone();
            place.person = self.opaque_ids.then(|| read.person.id.clone());
            issues.push(issue.code, place, issue.message.clone(), issue.remedy.clone());
        }
        Some(read)
    }
}

fn read_name(record: &Fields<'_>, issues: &mut Issues) -> Option<String> {
    let node = record.field("name").filter(|node| !is_blank(node))?;
    match &node.value {
        Value::Text(name) => Some(name.split_whitespace().collect::<Vec<_>>().join(" ")),
        _ => {
            issues.push(IssueCode::WrongType, record.field_place("name"), "not a text", "write the name as text");
            None
        }
    }
}

/// The words of a closed list in the order in which they stand; words that it does not have are told elsewhere.
fn read_order(record: &Fields<'_>, field: &str, words: &[&str], attributes: &mut Attributes) -> InOrder {
    let Some(texts) = record.field(field).filter(|node| !is_blank(node)).and_then(super::inline::texts) else {
        return InOrder::default();
    };
    let key = AttributeKey::new(field);
    InOrder::of(texts.iter().filter_map(|text| {
        let term = attributes.term(&key, text)?;
        let term = attributes.counts_as(&key, &term);
        words.iter().position(|word| **word == *term)
    }))
}

fn read_availability(record: &Fields<'_>, issues: &mut Issues) -> Option<Week> {
    let node = record.field("availability").filter(|node| !is_blank(node))?;
    let place = || record.field_place("availability");
    let Some(texts) = super::inline::texts(node) else {
        issues.push(IssueCode::WrongType, place(), "not a text", "write free times such as `Mon 17:00-20:00; Sat am`");
        return None;
    };
    let (week, rounded) = match parse_availability(&texts.join(";")) {
        Ok(read) => read,
        Err(fault) => {
            let message = match fault {
                AvailabilityFault::Word => "a word that is neither a day nor a time",
                AvailabilityFault::Incomplete => "a day without a time, or a time without a day",
                AvailabilityFault::Clock => "a time that the clock does not have, or a span without length",
                AvailabilityFault::HalfOfDay => "an hour that may be in the morning or in the afternoon",
            };
            let remedy = match fault {
                AvailabilityFault::HalfOfDay => "write it as `17:00-19:00` or `5pm-7pm`",
                _ => "write days and times such as `Mon 17:00-20:00; Sat am; weekdays evening`",
            };
            issues.push(IssueCode::BadAvailability, place(), message, remedy);
            return None;
        }
    };
    if rounded {
        let message = "a time off the half hour: only the whole half hours inside it count";
        issues.push(IssueCode::RoundedTime, place(), message, "write times on the hour or half hour");
    }
    (!week.is_empty()).then_some(week)
}

fn read_capacity(record: &Fields<'_>, issues: &mut Issues) -> u32 {
    let Some(node) = record.field("capacity").filter(|node| !is_blank(node)) else { return 1 };
    let number = match &node.value {
        Value::Integer(number) => Some(*number),
        Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    };
    number
        .filter(|number| (0..=MAX_CAPACITY).contains(number))
        .and_then(|number| u32::try_from(number).ok())
        .unwrap_or_else(|| {
            let message = format!("not a whole number of places from 0 to {MAX_CAPACITY}");
            issues.push(IssueCode::BadCapacity, record.field_place("capacity"), message, "write 0, 1, 2 ...");
            1
        })
}

fn read_supervisor(record: &Fields<'_>, issues: &mut Issues) -> Option<PersonId> {
    let node = record.field("supervisor").filter(|node| !is_blank(node))?;
    let text = match &node.value {
        Value::Text(text) => text.trim().to_owned(),
        Value::Integer(number) => number.to_string(),
        _ => String::new(),
    };
    let id = PersonId::new(&text);
    if id.is_none() {
        let message = "an entry that cannot be an id";
        issues.push(IssueCode::BadId, record.field_place("supervisor"), message, "write the supervisor's id");
    }
    id
}

fn read_tier(record: &Fields<'_>, tiers: u8, issues: &mut Issues) -> Option<u8> {
    let node = record.field("priority_tier").filter(|node| !is_blank(node))?;
    let number = match &node.value {
        Value::Integer(number) => u8::try_from(*number).ok(),
        Value::Text(text) => text.trim().parse().ok(),
        _ => None,
    };
    let tier = number.filter(|tier| (1..=tiers).contains(tier));
    if tier.is_none() {
        let message = format!("not a tier from 1 to {tiers}");
        let remedy = "mend it, or declare more `tiers` under `aim`";
        issues.push(IssueCode::BadTier, record.field_place("priority_tier"), message, remedy);
    }
    tier
}

fn ids(record: &Fields<'_>, field: &str, issues: &mut Issues) -> Vec<PersonId> {
    let (mut read, mut seen) = (Vec::new(), BTreeSet::new());
    for text in list(record, field, issues) {
        match PersonId::new(&text) {
            Some(id) if !seen.insert(id.clone()) => {
                let message = "the same id stands twice in this list";
                issues.push(IssueCode::BadId, record.field_place(field), message, "keep one of the two");
            }
            Some(id) => read.push(id),
            None if text.trim().is_empty() => {}
            None => {
                let message = "an entry that cannot be an id";
                issues.push(IssueCode::BadId, record.field_place(field), message, "write ids joined by `;`");
            }
        }
    }
    read
}

fn read_monitoring(record: &Fields<'_>, words: &mut Words, issues: &mut Issues) -> Vec<(Arc<str>, Arc<str>)> {
    let mut answers = Vec::new();
    for (field, node) in &record.fields {
        let Some(name) = field.strip_prefix("monitoring.") else { continue };
        match &node.value {
            _ if is_blank(node) => {}
            Value::Text(text) => answers.push((words.written(name), words.written(text.trim()))),
            Value::Integer(number) => answers.push((words.written(name), words.written(&number.to_string()))),
            _ => {
                let message = format!("{} where one answer is expected", Node::type_name(node));
                issues.push(IssueCode::WrongType, record.field_place(field), message, "write one text");
            }
        }
    }
    answers
}

//! Any text in one cell of one person.

use crate::canary::{CANARY, silent};
use crate::laws::{matched, understood};
use alongside::Issues;
use alongside::domain::Side;
use alongside::input::{Built, DateOrder, Document, Node, Notation, Origin, PersonRecord, SheetOrigin, build};
use std::collections::BTreeMap;
use std::sync::{Arc, LazyLock};

/// A programme with an attribute of every kind and every rule and criterion that looks at a cell.
const PROGRAMME: &str = include_str!("cell_text.toml");

static DOCUMENT: LazyLock<Result<Document, Issues>> =
    LazyLock::new(|| Document::parse(PROGRAMME, Notation::Toml, None));

/// Fields with a cell that the programme takes.
const FIELDS: &[&str] = &[
    "availability",
    "birth_date",
    "age",
    "capacity",
    "checks",
    "training",
    "preferences",
    "consent",
    "consent_withdrawn",
    "waiting_since",
    "priority_tier",
    "choices",
    "exclusions",
    "id",
    "name",
    "gender",
    "ethnicity",
    "languages",
    "interests",
    "delivery_methods",
    "lived_experience",
    "grade",
    "hours",
    "start",
    "area",
    "monitoring.disability",
    "known_to",
    "nominated_mentor",
    "place",
    "max_travel_km",
];

/// First byte: the field. Second: whose (1), how dates are written (2 to 3), what the cell becomes (4 to 5) and whether it is matched (7 to 8). The
/// rest is the cell.
///
/// The cell stands alone, or as the item of a list; and once more with a word put in that no message may hold.
pub fn cell_text(data: &[u8]) {
    let [field, how, cell @ ..] = data else { return };
    let Some(field) = FIELDS.get(usize::from(*field) % FIELDS.len()) else { return };
    let cell = String::from_utf8_lossy(cell);
    let side = if how & 1 == 0 { Side::Mentor } else { Side::Mentee };
    let dates = match how >> 1 & 3 {
        0 => DateOrder::YearMonthDay,
        1 => DateOrder::DayMonthYear,
        _ => DateOrder::MonthDayYear,
    };
    let node = |text: &str| match how >> 3 & 3 {
        0 => Node::list(text.split('|').map(Node::text)),
        _ => Node::text(text),
    };
    // Reading is what this target is about; one in four is matched as well.
    if let Some(programme) = understood(read(side, dates, field, node(&cell)))
        && how >> 6 == 0
    {
        matched(&programme);
    }
    let marked: String = match cell.char_indices().nth(cell.chars().count() / 2) {
        Some((middle, _)) => {
            let (before, after) = cell.split_at(middle);
            format!("{before}{CANARY}{after}")
        }
        None => CANARY.to_owned(),
    };
    match read(side, dates, field, node(&marked)) {
        Ok(built) => silent(&built.warnings),
        Err(issues) => silent(&issues),
    }
}

/// A mentor and a mentee who suit each other, one field of one of them replaced.
fn read(side: Side, dates: DateOrder, field: &str, node: Node) -> Result<Built, Issues> {
    let document = DOCUMENT.as_ref().map_err(Clone::clone)?;
    let mut people = [person(Side::Mentor, dates), person(Side::Mentee, dates)];
    if let Some(person) = people.iter_mut().find(|person| person.side == side) {
        person.fields.retain(|(name, _)| &**name != field);
        person.fields.push((field.into(), node));
    }
    build(document, people.into(), Vec::new())
}

fn person(side: Side, dates: DateOrder) -> PersonRecord {
    let own: &[(&str, &str)] = match side {
        Side::Mentor => &[
            ("id", "m1"),
            ("age", "40"),
            ("capacity", "2"),
            ("checks", "enhanced DBS 2026-01-31 to 2028-01-31"),
            ("training", "induction 2026-01-31"),
            ("grade", "high"),
        ],
        Side::Mentee => &[
            ("id", "e1"),
            ("age", "17"),
            ("waiting_since", "2026-05-31"),
            ("priority_tier", "1"),
            ("choices", "m1"),
            ("grade", "low"),
        ],
    };
    let common = [
        ("availability", "Mon 17:00-20:00; Sat am"),
        ("languages", "English; Welsh"),
        ("interests", "chess; tea"),
        ("delivery_methods", "telephone"),
        ("gender", "woman"),
        ("hours", "2.5"),
        ("area", "north"),
        ("consent", "ethnicity; lived_experience"),
        ("ethnicity", "Welsh"),
        ("preferences", "prefer interests tea"),
    ];
    let file: Arc<str> = "people.csv".into();
    let fields = own.iter().chain(&common).map(|(field, text)| ((*field).into(), Node::text(*text)));
    let sheet = SheetOrigin { file, headers: BTreeMap::new(), dates };
    PersonRecord { side, fields: fields.collect(), origin: Origin::Row { sheet: Arc::new(sheet), row: 2 } }
}

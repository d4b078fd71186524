//! Where a person is.

use super::answers::is_blank;
use super::fields::Fields;
use crate::domain::{Place, Side};
use crate::input::keys::PLACE;
use crate::input::place::{Located, PlaceFault, from_degrees, from_grid, looks_exchanged, number, parse_place};
use crate::input::{Node, Value};
use crate::issue::{IssueCode, Issues, Place as Spot};
use foldhash::fast::RandomState;
use std::collections::HashMap;
use std::sync::Arc;

/// How the places of one side were found.
#[derive(Debug, Default)]
pub(crate) struct Found {
    coordinates: usize,
    sector: usize,
    outcode: usize,
    unknown: usize,
}

/// Postcodes met before, with where they are: many people have the same.
#[derive(Debug, Default)]
pub(super) struct Postcodes(HashMap<Box<str>, Located, RandomState>);

impl Postcodes {
    fn parse(&mut self, text: &str) -> Result<Located, PlaceFault> {
        if let Some(known) = self.0.get(text) {
            return Ok(*known);
        }
        let located = parse_place(text)?;
        if matches!(located, Located::Sector(_) | Located::Outcode(_)) {
            self.0.insert(text.into(), located);
        }
        Ok(located)
    }
}

/// The person's place; none where it is blank, faulty, or not in the table.
pub(super) fn read_place(
    record: &Fields<'_>,
    (found, postcodes): (&mut Found, &mut Postcodes),
    issues: &mut Issues,
) -> Option<Place> {
    let node = record.field("place").filter(|node| !is_blank(node))?;
    let spot = || record.field_place("place");
    let located = match &node.value {
        Value::Text(text) => postcodes.parse(text),
        Value::Table(entries) => match from_table(node, entries) {
            Some(located) => located,
            None => {
                let message = "a table that is neither `easting` and `northing` nor `latitude` and `longitude`";
                issues.push(IssueCode::BadPlace, spot(), message, "give both numbers of one kind and nothing else");
                return None;
            }
        },
        _ => {
            let message = format!("{} where a place is expected", node.type_name());
            issues.push(IssueCode::WrongType, spot(), message, "write a postcode or coordinates, in quotes");
            return None;
        }
    };
    match located {
        Ok(Located::Coordinates(place)) => {
            found.coordinates += 1;
            Some(place)
        }
        Ok(Located::Sector(place)) => {
            found.sector += 1;
            Some(place)
        }
        Ok(Located::Outcode(place)) => {
            found.outcode += 1;
            Some(place)
        }
        Ok(Located::NotInTable) => {
            found.unknown += 1;
            let message = "a postcode that the table does not have: the place counts as not known";
            let remedy = "mend the postcode; in Northern Ireland, the Channel Islands and the Isle of Man, which the \
                          table does not cover, write latitude and longitude";
            issues.push(IssueCode::PlaceUnknown, spot(), message, remedy);
            None
        }
        Err(fault) => {
            let (message, remedy) = words(fault);
            issues.push(IssueCode::BadPlace, spot(), message, remedy);
            None
        }
    }
}

/// The place of a table; none where its keys or values are of no use.
fn from_table(node: &Node, entries: &[(String, Node)]) -> Option<Result<Located, PlaceFault>> {
    if entries.len() != 2 || entries.iter().any(|(key, _)| !PLACE.has(key)) {
        return None;
    }
    let coordinate = |key: &str| match &node.get(key)?.value {
        #[expect(clippy::cast_precision_loss, reason = "a whole number too large for this is off every map")]
        Value::Integer(whole) => Some(*whole as f64),
        Value::Decimal(decimal) => Some(*decimal),
        Value::Text(text) => number(text.trim()),
        _ => None,
    };
    let place = if let (Some(easting), Some(northing)) = (coordinate("easting"), coordinate("northing")) {
        from_grid(easting, northing)
    } else {
        let (latitude, longitude) = (coordinate("latitude")?, coordinate("longitude")?);
        if looks_exchanged(latitude, longitude) {
            Err(PlaceFault::Exchanged)
        } else {
            from_degrees(latitude, longitude)
        }
    };
    Some(place.map(Located::Coordinates))
}

const fn words(fault: PlaceFault) -> (&'static str, &'static str) {
    match fault {
        PlaceFault::Form => (
            "neither a postcode nor coordinates",
            "write a postcode such as `SW1A 1AA`, `E 530000 N 180000`, or `51.5, -0.12`, latitude first",
        ),
        PlaceFault::Exchanged => (
            "latitude and longitude look exchanged",
            "write the latitude first; if it is meant so, write `S`, `N`, `E` and `W` after the numbers",
        ),
        PlaceFault::OffGlobe => {
            ("no point of the globe", "write a latitude from -90 to 90, then a longitude from -180 to 180")
        }
        PlaceFault::OffGrid => (
            "outside the British national grid",
            "write the easting, 0 to 700000 metres, and the northing, 0 to 1300000 metres",
        ),
        PlaceFault::Origin => {
            ("the point 0, 0, which many exports write for a blank", "leave the place blank where it is not known")
        }
    }
}

impl Found {
    /// Counts in what was read apart.
    pub(super) fn absorb(&mut self, part: &Self) {
        self.coordinates += part.coordinates;
        self.sector += part.sector;
        self.outcode += part.outcode;
        self.unknown += part.unknown;
    }

    /// Tells how the places of a side were found, where some are known by their outcode alone.
    pub(crate) fn tell(&self, side: Side, file: Option<&Arc<str>>, issues: &mut Issues) {
        if self.outcode == 0 {
            return;
        }
        let Self { coordinates, sector, outcode, unknown } = self;
        let message = format!(
            "places of {}: {coordinates} by coordinates, {sector} by postcode sector, {outcode} by outcode alone, \
             {unknown} not in the table; the middle of an outcode can be several kilometres away",
            side.plural()
        );
        let spot = Spot { file: file.cloned(), field: Some("place".into()), ..Spot::default() };
        issues.push(IssueCode::PlaceByOutcode, spot, message, "write whole postcodes, or coordinates");
    }
}

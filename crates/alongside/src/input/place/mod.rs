//! Places: how they are written, and what becomes of them.

mod globe;
mod postcodes;
mod text;

pub(crate) use globe::{from_degrees, from_grid};
pub(crate) use postcodes::sector_of;
pub(crate) use text::{looks_exchanged, number, parse_place};

use crate::domain::Place;

/// What a written place turned out to be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Located {
    /// Coordinates, as exact as they were given.
    Coordinates(Place),
    /// The middle of a postcode's sector.
    Sector(Place),
    /// The middle of a postcode's outcode.
    Outcode(Place),
    /// A postcode that the table does not have.
    NotInTable,
}

/// What is wrong with a written place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PlaceFault {
    /// Neither a postcode nor coordinates.
    Form,
    /// Latitude and longitude that would lie in the United Kingdom if they were exchanged.
    Exchanged,
    /// No such point on the globe.
    OffGlobe,
    /// Outside the national grid.
    OffGrid,
    /// The point 0, 0, which stands for a blank in many exports.
    Origin,
}

//! Where somebody is.

/// A place on the globe: metres from the centre of the earth, x towards the meridian of Greenwich, y towards 90° east,
/// z towards the north pole, on the surface of the ellipsoid WGS84.
///
/// Every way of writing a place becomes this one form, so that any two can be held against each other in whole numbers,
/// with the same result on every machine. Two places that are 100 km apart over ground are less than 2 m nearer in a
/// straight line, which is how distance is meant.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Place([i32; 3]);

impl Place {
    /// The place of these coordinates, none of them beyond the earth's radius of 6,378,137 m.
    pub(crate) const fn new(metres: [i32; 3]) -> Self {
        Self(metres)
    }

    /// Its coordinates in metres: x, y, z.
    pub const fn metres(self) -> [i32; 3] {
        self.0
    }
}

//! Places: who is too far off, and points for being near.

use super::CLASSES;
use super::records::{Records, unpacked};

/// A mentor's place, in metres from the middle of the earth, and class of ways of meeting.
#[derive(Debug, Clone, Copy)]
pub(super) struct Spot {
    pub(super) metres: [i32; 3],
    pub(super) way: u8,
    /// Whether the place is blank.
    pub(super) nowhere: bool,
}

/// Words of a record that a spot takes.
pub(super) const SPOT_WORDS: usize = 2;

impl Spot {
    /// As it stands in a record.
    pub(super) fn words(self) -> [u64; SPOT_WORDS] {
        let [x, y, z] = self.metres;
        let kind = i32::from(self.way) | i32::from(self.nowhere) << 8;
        [super::records::packed(x, y), super::records::packed(z, kind)]
    }

    /// Out of a record.
    #[inline(always)]
    pub(super) fn read(words: &[u64]) -> Self {
        let ((x, y), (z, kind)) = (unpacked(words[0]), unpacked(words[1]));
        Self { metres: [x, y, z], way: kind.to_le_bytes()[0], nowhere: kind >> 8 != 0 }
    }

    /// The square of the distance, in metres.
    #[inline(always)]
    fn squared(&self, from: [i32; 3]) -> i64 {
        // No two points of the globe are further apart than 31 bits.
        let apart = |axis: usize| i64::from(self.metres[axis].wrapping_sub(from[axis]));
        apart(0) * apart(0) + apart(1) * apart(1) + apart(2) * apart(2)
    }
}

/// What a row says of journeys.
#[derive(Debug, Clone)]
pub(super) struct Journey {
    pub(super) place: [i32; 3],
    /// For each mentor's class of ways of meeting, whether the two need not meet.
    pub(super) need_not: [bool; CLASSES],
    /// Whether a mentor whose place is blank may be met.
    pub(super) blank: bool,
    /// Squares of metres that are too far: for everybody, and for the mentee.
    pub(super) everybody: i64,
    pub(super) own: i64,
    pub(super) reach: Reach,
}

/// Whose way counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Reach {
    /// The mentor's.
    Mentor,
    /// The mentee's, or nobody's: the mentor's does not count.
    Own,
    /// The longer.
    Either,
    /// The shorter.
    Both,
}

impl Journey {
    /// The square of metres that is too far, given the mentor's own.
    pub(super) fn limit(&self, theirs: i64) -> i64 {
        let limit = match self.reach {
            Reach::Mentor => theirs,
            Reach::Own => self.own,
            Reach::Either => theirs.max(self.own),
            Reach::Both => theirs.min(self.own),
        };
        limit.min(self.everybody)
    }

    /// Whether the mentor is near enough, need not be met or is excused. `limit` is the mentor's own square that is too
    /// far.
    pub(super) fn allows(&self, spot: Spot, limit: i64) -> bool {
        let by_place = if spot.nowhere { self.blank } else { spot.squared(self.place) < self.limit(limit) };
        by_place || self.need_not[usize::from(spot.way)]
    }
}

/// How points for distance come about, all in whole kilometres.
#[derive(Debug, Clone)]
pub(super) struct Nearness {
    pub(super) place: [i32; 3],
    /// For each mentor's class of ways of meeting, whether the two never meet in person.
    pub(super) never: [bool; CLASSES],
    pub(super) near: i32,
    pub(super) far: i32,
    pub(super) weight: i32,
    pub(super) unknown: i32,
    /// Whether the mentee's own place is blank.
    pub(super) nowhere: bool,
}

impl Nearness {
    /// Adds points for distance; spots begin at word `at` of the records.
    pub(super) fn add(&self, records: &Records, at: usize, columns: &[u32], sums: &mut [i32]) {
        let full = self.weight.wrapping_mul(1000);
        let range = self.far.wrapping_sub(self.near).max(1);
        for (sum, column) in sums.iter_mut().zip(columns) {
            let spot = Spot::read(&records.of(*column)[at..at + SPOT_WORDS]);
            let points = if self.never[usize::from(spot.way)] {
                full
            } else if spot.nowhere || self.nowhere {
                self.unknown
            } else {
                // The root is rounded correctly, so its whole part is the whole root of numbers below 2^52.
                let metres = (spot.squared(self.place) as f64).sqrt() as i32;
                let kilometres = metres.wrapping_add(500) / 1000;
                // At most the earth's girth in metres, so 28 bits.
                let left = self.far.wrapping_sub(kilometres.max(self.near)).max(0);
                (left.wrapping_mul(1000) / range).wrapping_mul(self.weight)
            };
            *sum = sum.wrapping_add(points);
        }
    }
}

//! Sixty-four places at a time: which of them are how far from somewhere. Where neighbours in an order are near each other
//! in space, most such stretches are all near or all far, which their box tells.

use crate::domain::Place;
use multiversion::multiversion;

/// As many as a word has bits.
pub(crate) const TOGETHER: usize = u64::BITS as usize;

/// The places of some people, and how far each goes. Squares of whole metres stay below 2^53, so that all of them are
/// exact.
#[derive(Debug)]
pub(crate) struct PlacesTogether {
    axes: [[f64; TOGETHER]; 3],
    /// The least square of metres that each does not go; beyond all that there is where that is blank.
    reach: [f64; TOGETHER],
    low: [f64; 3],
    high: [f64; 3],
    /// The shortest and longest reach among those that are known.
    pub(crate) shortest: f64,
    pub(crate) longest: f64,
}

/// About how far somebody goes, of whom a square of metres is known that is too far: people alike in it stand together,
/// so that a stretch is near or far for all of them at once. Blanks come last.
pub(crate) fn about(square: Option<u64>) -> u32 {
    square.map_or(u64::BITS, |square| square.max(1).ilog2())
}

/// From which square of metres on it is too far: somebody's own reach, but no less than the one and no more than the
/// other bound.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Limit {
    pub(crate) at_least: f64,
    pub(crate) at_most: f64,
}

impl Limit {
    /// Given somebody's own reach.
    #[expect(clippy::inline_always, reason = "what is not inlined into a loop is not compiled for its instruction set")]
    #[inline(always)]
    pub(crate) fn of(self, reach: f64) -> f64 {
        let from = if reach > self.at_least { reach } else { self.at_least };
        if from < self.at_most { from } else { self.at_most }
    }
}

impl PlacesTogether {
    /// Of at most [`TOGETHER`] people, each with a place, if that is known, and a reach, if that is.
    pub(crate) fn new(people: impl Iterator<Item = (Option<Place>, Option<f64>)>) -> Self {
        let (far, unreached) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut made = Self {
            axes: [[0.0; TOGETHER]; 3],
            reach: [far; TOGETHER],
            low: [far; 3],
            high: [unreached; 3],
            shortest: far,
            longest: unreached,
        };
        for (at, (place, reach)) in people.enumerate().take(TOGETHER) {
            let Some(place) = place else { continue };
            let of = made.axes.iter_mut().zip(&mut made.low).zip(&mut made.high).zip(place.metres());
            for (((axis, low), high), metres) in of {
                let metres = f64::from(metres);
                axis.get_mut(at).into_iter().for_each(|place| *place = metres);
                (*low, *high) = (low.min(metres), high.max(metres));
            }
            if let (Some(reach), Some(own)) = (reach, made.reach.get_mut(at)) {
                *own = reach;
                (made.shortest, made.longest) = (made.shortest.min(reach), made.longest.max(reach));
            }
        }
        made
    }

    /// The squares of the shortest and the longest way to anywhere in the box; the shortest is endless where nobody's
    /// place is known, the longest then without meaning.
    pub(crate) fn squared(&self, from: [f64; 3]) -> (f64, f64) {
        let (mut nearest, mut furthest) = (0.0, 0.0);
        for ((low, high), here) in self.low.into_iter().zip(self.high).zip(from) {
            let (before, behind) = (low - here, here - high);
            let apart = if before > behind { before } else { behind };
            nearest += if apart > 0.0 { apart * apart } else { 0.0 };
            let across = if -behind > -before { -behind } else { -before };
            furthest += across * across;
        }
        (nearest, furthest)
    }

    /// Who is that far, of those whose place is known.
    pub(crate) fn beyond(&self, from: [f64; 3], limit: Limit) -> u64 {
        each_beyond(&self.axes, &self.reach, from, limit)
    }
}

#[expect(clippy::indexing_slicing, reason = "all lists are as long as the numbers go")]
#[multiversion(targets("x86_64+avx512f+avx512bw+avx512dq+avx512vl+popcnt+bmi2+lzcnt", "x86_64+avx2+fma+bmi2+popcnt"))]
fn each_beyond(axes: &[[f64; TOGETHER]; 3], reach: &[f64; TOGETHER], from: [f64; 3], limit: Limit) -> u64 {
    let ([from_x, from_y, from_z], [here_x, here_y, here_z]) = (axes, from);
    let mut bits = 0;
    // By place and written out, since closures and iterators are not always taken into a function that is compiled for
    // another instruction set: this one would take twice as long.
    for at in 0..TOGETHER {
        let (x, y, z) = (from_x[at] - here_x, from_y[at] - here_y, from_z[at] - here_z);
        let squared = x * x + y * y + z * z;
        bits |= u64::from(squared >= limit.of(reach[at])) << at;
    }
    bits
}

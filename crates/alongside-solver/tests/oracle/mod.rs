//! What the solvers are held against: slow, plain, and of other make.
//!
//! Nothing here uses a solver or `verify`, and a problem is a table here, not rows of edges.

#![allow(dead_code, reason = "each test file uses its own share of this")]
#![allow(
    clippy::panic,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "a helper that fails should fail its test"
)]

pub(crate) mod brute;
pub(crate) mod case;
pub(crate) mod draw;
pub(crate) mod dual;
pub(crate) mod family;
pub(crate) mod flow;
pub(crate) mod potentials;
pub(crate) mod stable;
pub(crate) mod table;
pub(crate) mod worth;

/// A number at each level, compared from the first.
pub(crate) type Tuple = Vec<i128>;

/// A row and the column it is given.
pub(crate) type Pair = (usize, usize);

/// How many of the declared number of random instances this run takes: one in `usual`, all of them where the
/// environment says `ALONGSIDE_TESTS=full`, and so many times as many where it names a number.
pub(crate) fn share(declared: u64, usual: u64) -> u64 {
    match std::env::var("ALONGSIDE_TESTS") {
        Ok(value) if value == "full" => declared,
        Ok(value) => declared * value.parse::<u64>().expect("ALONGSIDE_TESTS is `full` or a number of times"),
        Err(_) => declared / usual,
    }
}

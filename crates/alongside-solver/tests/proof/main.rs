//! Every question the solver answers, held against an answer found in another way: by trying everything where
//! instances are tiny, by a plain flow or another plain method where they have up to 60 rows.
//!
//! Each test prints how many instances it compared. `docs/explanation/solver/proof.md` says what is compared with what.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    clippy::panic,
    reason = "a test that fails should fail"
)]

#[path = "../oracle/mod.rs"]
mod oracle;
#[path = "../solvers/mod.rs"]
mod solvers;

mod aims;
mod all_pairs;
mod brute;
mod conditions;
mod corrupted;
mod dense;
mod everything;
mod flow;
mod less;
mod settled;
mod shortlists;
mod stable;
mod warm;

use std::fmt::Display;

/// Says how many of a kind were compared, in a line that can be searched for.
fn compared(count: impl Display, what: &str) {
    println!("compared {count:>9}  {what}");
}

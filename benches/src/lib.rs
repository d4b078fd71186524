//! What is measured: programmes of made-up people, sheets of them, and public instances of the assignment problem.
//!
//! Everything comes from numbers that only look random ([`dice`]), so that two machines measure the same.

#![allow(
    clippy::indexing_slicing,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    clippy::inline_always,
    reason = "numbers that are made here, of sizes that are known here; and loops that are measured need to be one with \
              what they call"
)]

pub mod cpu;
pub mod dice;
pub mod instances;
pub mod micro;
pub mod npy;
pub mod people;
pub mod population;
pub mod practice;
pub mod sheet;

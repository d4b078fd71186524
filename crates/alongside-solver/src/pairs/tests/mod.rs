//! Runs over all pairs against problems in which all pairs are listed.

#![allow(
    clippy::manual_is_multiple_of,
    clippy::cast_possible_wrap,
    clippy::cast_sign_loss,
    reason = "numbers are made here by remainders"
)]

mod blocks;
mod matrix;
mod priced;
mod run;
mod word;

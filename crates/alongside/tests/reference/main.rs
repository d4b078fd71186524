//! The reference: that its examples do what they are shown for, and that the book says what the engine says.
#![allow(clippy::unwrap_used, reason = "a test that fails here should stop here")]

mod apart;
mod book;
mod coverage;
mod examples;
mod limits;
mod wrap;

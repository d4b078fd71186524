//! Outcomes that are right are clean, and those that are not are caught.

mod clean;
#[expect(clippy::unit_arg, reason = "a way of spoiling reads as what it sets")]
mod corruption;
mod optimality;
mod points;
mod rules;
mod timing;

//! Outcomes that are right are clean, and those that are not are caught.

mod clean;
mod corruption;
mod optimality;
mod timing;

//! The engine.

pub mod solve;

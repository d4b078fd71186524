//! The engine.
pub mod domain;
pub mod issue;
pub mod outcome;

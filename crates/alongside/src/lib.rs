//! The engine.
pub mod domain;
pub mod input;
pub mod issue;
pub mod outcome;

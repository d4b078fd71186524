//! The engine.
pub mod audit;
pub mod domain;
pub mod issue;
pub mod outcome;

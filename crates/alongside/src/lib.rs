//! The engine.
pub mod domain;
mod engine;
mod error;
pub mod input;
pub mod issue;
pub mod outcome;
pub mod reference;
pub mod solve;

pub use domain::Programme;
pub use engine::Engine;
pub use error::Error;
pub use issue::{Issue, IssueCode, Issues, Severity};
pub use outcome::Outcome;

//! The engine.
pub mod audit;
pub mod candidates;
pub mod compile;
pub mod criteria;
pub mod domain;
pub mod eligibility;
mod engine;
mod error;
pub mod input;
pub mod issue;
pub mod outcome;
pub mod reference;
mod round;
pub mod solve;

pub use domain::Programme;
pub use engine::{Engine, QUESTIONS_TRIED};
pub use error::Error;
pub use issue::{Issue, IssueCode, Issues, Severity};
pub use outcome::Outcome;

//! Matching for mentoring and befriending: who may be paired, how well each pair fits what both sides asked for, a
//! proposed matching that serves as many people as the rules allow, tier by tier, and the reasons for every pair and
//! for everybody still waiting. A named person decides; the engine proposes.
//!
//! The engine reads no files, no clock and no environment, and the same programme gives the same bytes on every
//! machine and with any number of threads.
//!
//! # From a document to an explained outcome
//!
//! ```
//! use alongside::{Engine, Programme, audit::audit};
//!
//! fn main() -> Result<(), Box<dyn std::error::Error>> {
//!     let text = std::fs::read_to_string("../../docs/examples/embedded/programme.json")?;
//!     let programme = Programme::from_json(&text)?.programme;
//!     let outcome = Engine::new().run(&programme)?;
//!     for pair in &outcome.proposals {
//!         println!("{} with {}, fit {} of {}", pair.mentee, pair.mentor, pair.fit, outcome.totals.full_fit);
//!     }
//!     for person in &outcome.unmatched {
//!         println!("{} waits, {} candidates", person.mentee, person.asked.candidates);
//!     }
//!     assert!(audit(&programme, &outcome).is_clean());
//!     # assert_eq!(outcome.totals.served + outcome.unmatched.len(), outcome.totals.mentees);
//!     Ok(())
//! }
//! ```
//!
//! A fault in the document comes back as [`Issues`]: all of them, each with its place and a remedy. Programmes whose
//! people stand in spreadsheets are read by the crate `alongside-sheets`, which hands over the same [`Programme`].
//!
//! # Stage by stage
//!
//! Each stage can be called alone; [`Engine::run`] is the short call over them all.
//!
//! ```
//! use alongside::input::{Document, Notation, build};
//! use alongside::{candidates::CandidateGraph, compile::Compiled, criteria::Criteria, eligibility::Rules};
//! use alongside::solve::{Control, solve};
//!
//! # let text = include_str!("../../../docs/examples/embedded/programme.json");
//! let document = Document::parse(text, Notation::Json, Some("programme.json"))?;   // read
//! let built = build(&document, Vec::new(), Vec::new())?;                           // validate
//! let compiled = Compiled::new(built.programme.matching());                        // compile
//! let compiled = Rules::settle_nominations(compiled);
//! let (rules, criteria) = (Rules::new(&compiled), Criteria::new(&compiled));
//! let graph = CandidateGraph::new(&compiled, &rules, &criteria);                   // screen and score
//! let problem = graph.problem(&compiled)?;
//! let solution = solve(&problem, &Control::default())?;                            // solve
//! assert_eq!(solution.assignment(&problem).len(), compiled.mentees());
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # Where things are
//!
//! - [`domain`]: the vocabulary. [`input`]: documents and records, doubted here once. [`issue`]: what is wrong in them.
//! - [`compile`], [`eligibility`], [`criteria`], [`candidates`]: who may be proposed to whom, and the fit of each pair.
//! - [`solve`]: the assignment, exact, with no people in it. [`outcome`]: the result and its reasons. [`shortlist`]:
//!   several options for each mentee. [`blocking`]: who would rather have each other. [`places`]:
//!   what one more place would be worth. [`programmes`]: which of several programmes fit whom.
//! - [`texts`]: what a mentee, mentor or carer may read about a pair.
//! - [`audit`]: everything derived again by other code. [`mod@reference`]: the texts of codes, rules and criteria.

pub mod audit;
pub mod blocking;
pub mod candidates;
pub mod compile;
mod control;
pub mod criteria;
pub mod domain;
pub mod eligibility;
mod engine;
mod error;
pub mod input;
pub mod issue;
mod json;
pub mod outcome;
pub mod places;
pub mod programmes;
mod progress;
pub mod reference;
mod round;
#[cfg(feature = "schema")]
pub mod schema;
pub mod shortlist;
pub mod synthetic;
pub mod texts;

pub use alongside_solver as solve;
pub use domain::Programme;
pub use engine::{Engine, QUESTIONS_TRIED};
pub use error::Error;
pub use issue::{Issue, IssueCode, Issues, Severity};
pub use outcome::Outcome;
pub use progress::{Part, Progress, Stage};

#[cfg(doctest)]
#[doc = include_str!("../../../README.md")]
struct Readme;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/how-to/embed.md")]
struct HowToEmbed;

#[cfg(doctest)]
#[doc = include_str!("../../../docs/how-to/own-criterion.md")]
struct HowToOwnCriterion;

//! What stops a run that had a sound programme.

use crate::domain::{PersonId, Side};
use std::fmt;
use std::sync::Arc;

/// Why a run could not go on.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum Error {
    /// The question names somebody who does not stand on that side.
    UnknownPerson {
        /// The side asked.
        side: Side,
        /// The id asked for.
        id: PersonId,
    },
    /// The pair cannot have been picked: it may not be proposed, is declined as well, or one of the two has nobody to
    /// spare.
    NotACandidate {
        /// Who is said to have picked.
        mentee: PersonId,
        /// Whom.
        mentor: PersonId,
    },
    /// The two may not be matched: a rule refuses the pair, or something has to be found out about it first, and they do not
    /// meet already.
    NotEligible {
        /// The mentee.
        mentee: PersonId,
        /// And the mentor.
        mentor: PersonId,
    },
    /// The aim's quality does not add up over pairs, mentors used count, or supervisors have caseloads, so places have no prices
    /// of their own.
    NoPrices,
    /// What is asked rests on a flow, and hours, contact, several mentees or unequal caseloads limit what a mentor takes on.
    NoFlow {
        /// What was asked.
        asked: &'static str,
    },
    /// The outcome asked about does not propose what this programme allows: it belongs to another one, or something was
    /// changed since.
    AnotherProgramme,
    /// The programme is beyond what the solver accepts; says which limit.
    LimitExceeded(String),
    /// The programme names a criterion of the embedding program's own, and the run was given none of that id, or two.
    OwnCriterion {
        /// The criterion's id.
        criterion: Arc<str>,
        /// How many of that id were given.
        given: usize,
    },
    /// A criterion of the embedding program's own gave a pair points outside 0 to 1000.
    OutOfRange {
        /// The criterion's id.
        criterion: Arc<str>,
        /// The points.
        points: i64,
        /// The first such pair's mentee, in order of ids.
        mentee: PersonId,
        /// And its mentor.
        mentor: PersonId,
    },
    /// The run was given up on request; there is no result.
    GivenUp,
    /// The solver's own last check of its answer failed; a fault of the engine, never of the input.
    Solver(String),
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownPerson { side, .. } => write!(f, "nobody among the {} has the id asked for", side.plural()),
            Self::NotACandidate { .. } => {
                f.write_str("a pair was picked that may not be proposed, or that others left no place for")
            }
            Self::NotEligible { .. } => f.write_str(
                "a rule refuses this pair, or something has to be found out about it first, so nobody should read of it; \
                    `explain` says which",
            ),
            Self::NoPrices => f.write_str(
                "places have no prices of their own with this quality of the aim, with `most_mentors`, or with supervisors' \
                    caseloads; ask with total_fit, most_first_choices or fewest_last_choices, and without the others",
            ),
            Self::AnotherProgramme => {
                f.write_str("the outcome proposes pairs that this programme does not allow; `check` says which")
            }
            Self::NoFlow { asked } => write!(
                f,
                "{asked} cannot be told where hours, contact, `several_mentees` or unequal caseloads limit whom a mentor takes \
                    on; ask without them"
            ),
            Self::GivenUp => f.write_str("given up on request"),
            Self::Solver(fault) => write!(f, "the solver refused its own answer: {fault}"),
            Self::OwnCriterion { criterion, given: 0 } => {
                write!(
                    f,
                    "criterion `{criterion}` is `own`: a Rust program has to bring it along, and this one does not"
                )
            }
            Self::OwnCriterion { criterion, given } => {
                write!(f, "criterion `{criterion}` was brought along {given} times; give it once")
            }
            Self::OutOfRange { criterion, points, .. } => {
                write!(f, "criterion `{criterion}` gave a pair {points} points; from 0 to 1000 are allowed")
            }
            Self::LimitExceeded(limit) => write!(f, "a declared limit is exceeded: {limit}"),
        }
    }
}

impl std::error::Error for Error {}

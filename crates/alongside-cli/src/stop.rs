//! What ends a command before it is done.

use crate::backend::Failure;
use crate::exit::Exit;
use crate::results::WriteError;
use std::fmt;
use std::io;

/// Why a command could not go on.
#[derive(Debug)]
pub(crate) enum Stop {
    /// The command line asks for something that is not there.
    Usage(String),
    /// The input is wrong.
    Invalid(Box<Failure>),
    /// Reading, solving or writing failed.
    Failed(String),
}

impl Stop {
    /// The exit that says so.
    pub(crate) const fn exit(&self) -> Exit {
        match self {
            Self::Usage(_) => Exit::Usage,
            Self::Invalid(_) => Exit::InvalidInput,
            Self::Failed(_) => Exit::Failed,
        }
    }

    /// An operation of the file system that failed.
    pub(crate) fn io(what: impl fmt::Display, error: &io::Error) -> Self {
        Self::Failed(format!("{what}: {error}"))
    }
}

impl From<WriteError> for Stop {
    fn from(error: WriteError) -> Self {
        Self::Failed(error.to_string())
    }
}

impl From<alongside::Error> for Stop {
    fn from(error: alongside::Error) -> Self {
        match &error {
            alongside::Error::UnknownPerson { .. }
            | alongside::Error::NotACandidate { .. }
            | alongside::Error::NotEligible { .. }
            | alongside::Error::AnotherProgramme
            | alongside::Error::NoPrices
            | alongside::Error::NoFlow { .. } => Self::Usage(error.to_string()),
            _ => Self::Failed(error.to_string()),
        }
    }
}

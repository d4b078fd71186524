//! Folders, and single files, written whole or not at all.
//!
//! Everything is written into a hidden folder beside the destination and brought to the disk; one rename, or one
//! exchange with the earlier result, then puts it in place. Whatever fails or is interrupted before that leaves
//! things as they were.

mod destination;
mod file;
mod staging;

pub(crate) use destination::{Destination, RESULT_FILES};
pub(crate) use file::NewFile;

use std::fmt;
use std::io;

/// Writes the content of one file.
pub(crate) type Fill<'a> = dyn FnMut(&mut dyn io::Write) -> io::Result<()> + 'a;

/// Why nothing was written.
#[derive(Debug)]
pub(crate) enum WriteError {
    /// The destination may not be used; says what to do.
    Refused(String),
    /// The file system refused.
    Io {
        /// What was tried.
        what: String,
        /// How it failed.
        error: io::Error,
    },
}

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Refused(why) => f.write_str(why),
            Self::Io { what, error } => write!(f, "{what}: {error}; nothing was written"),
        }
    }
}

impl WriteError {
    fn io(what: impl fmt::Display) -> impl FnOnce(io::Error) -> Self {
        move |error| Self::Io { what: what.to_string(), error }
    }
}

#[cfg(test)]
mod tests;

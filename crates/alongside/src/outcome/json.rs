//! The outcome as text: the same bytes from the library, the command and Python.

use super::{OUTCOME_FORMAT, Outcome};
use crate::json;
use std::{fmt, io};

/// Why a text is no outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OutcomeFault {
    /// Line of the fault, counted from 1; none where the whole is meant.
    pub line: Option<usize>,
    /// What is wrong; carries no value of the text.
    pub message: String,
}

impl fmt::Display for OutcomeFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.line {
            Some(line) => write!(f, "line {line}: {}", self.message),
            None => f.write_str(&self.message),
        }
    }
}

impl std::error::Error for OutcomeFault {}

impl Outcome {
    /// The outcome as JSON with a final line break: each person's record has a line for each field, and a line for each
    /// item of a list in it. Linear in its size.
    pub fn to_json(&self) -> String {
        json::text(self)
    }

    /// Writes the same piece by piece, many small ones: give it a buffer. A large outcome is never in memory twice.
    ///
    /// # Errors
    /// Those of the writer.
    pub fn write_json(&self, writer: impl io::Write) -> io::Result<()> {
        json::write(self, writer)
    }

    /// Reads what [`Outcome::to_json`] wrote.
    ///
    /// # Errors
    /// [`OutcomeFault`] for anything else, and for other versions of the format.
    pub fn from_json(text: &str) -> Result<Self, OutcomeFault> {
        #[derive(serde::Deserialize)]
        struct Header {
            format: Option<String>,
        }
        let fault = |error: &serde_json::Error| {
            let message = match error.classify() {
                serde_json::error::Category::Data => "a part of the outcome is missing or of another type",
                _ => "not JSON",
            };
            OutcomeFault { line: Some(error.line()).filter(|line| *line > 0), message: message.to_owned() }
        };
        let header: Header = serde_json::from_str(text).map_err(|error| fault(&error))?;
        if header.format.as_deref() != Some(OUTCOME_FORMAT) {
            let message = format!("not an outcome of the format {OUTCOME_FORMAT}");
            return Err(OutcomeFault { line: None, message });
        }
        serde_json::from_str(text).map_err(|error| fault(&error))
    }
}

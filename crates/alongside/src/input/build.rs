//! From a document and the people read beside it to a programme.

use super::{Document, PersonRecord};
use crate::domain::Programme;
use crate::issue::Issues;

/// A programme, and what its coordinator should know of the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The programme.
    pub programme: Programme,
    /// Warnings; no errors.
    pub warnings: Issues,
}

/// Checks everything and builds the programme from the document and the people of its sheets; people inside the
/// document are read from it.
///
/// # Errors
/// All the problems at once, warnings among them.
pub fn build(document: &Document, people: Vec<PersonRecord>) -> Result<Built, Issues> {
    let _ = (document, people);
    Err(Issues::new())
}

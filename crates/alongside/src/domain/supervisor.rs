//! Who supports mentors, and how many relationships they can look after.

use super::PersonId;

/// Somebody who supervises mentors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Supervisor {
    /// Who it is.
    pub id: PersonId,
    /// Most relationships that all their mentors together may have at a time.
    pub caseload: u32,
}

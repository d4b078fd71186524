//! Checks and training that mentors hold.

use super::Date;
use std::sync::Arc;

/// A check passed or a training item completed. Only that it is held is kept, never what it found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Held {
    /// Normalised name, such as `enhanced dbs`.
    pub name: Arc<str>,
    /// Day of issue or completion.
    pub issued: Option<Date>,
    /// Last day on which it is valid.
    pub expires: Option<Date>,
}

/// A check or training item that the programme requires of its mentors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Requirement {
    /// Normalised name.
    pub name: Arc<str>,
    /// The spelling to print.
    pub label: Arc<str>,
    /// Months from issue for which one without a recorded expiry counts as valid. Absent: a check without an expiry
    /// needs a person to look at it, a training item without one does not lapse.
    pub valid_months: Option<u16>,
    /// Kinds of mentors (`role_type`) of whom it is required; everybody where empty.
    pub roles: Vec<Arc<str>>,
}

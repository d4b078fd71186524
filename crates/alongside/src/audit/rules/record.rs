//! How the records of one requirement stand.

use crate::audit::calendar::{Day, day, months_later};
use crate::domain::{Date, Held, Requirement};

/// One record of the mentor, seen from a day.
pub(in crate::audit) struct Record {
    /// Whether it was issued by that day; a record without a day of issue counts as issued.
    pub(in crate::audit) issued: bool,
    /// Last day on which it is valid, where that can be known.
    pub(in crate::audit) last: Option<Day>,
}

/// All the mentor's records of the requirement.
pub(in crate::audit) fn records(held: &[Held], requirement: &Requirement, as_of: Date) -> Vec<Record> {
    let of_name = held.iter().filter(|held| held.name == requirement.name);
    of_name.map(|held| seen(held, requirement.valid_months, as_of)).collect()
}

/// One record, where one without a recorded expiry counts for so many months.
pub(super) fn seen(held: &Held, valid_months: Option<u16>, as_of: Date) -> Record {
    Record {
        issued: held.issued.is_none_or(|issued| day(issued) <= day(as_of)),
        last: match (held.expires, held.issued, valid_months) {
            (Some(expires), ..) => Some(day(expires)),
            (None, Some(issued), Some(months)) => Some(months_later(issued, months)),
            (None, ..) => None,
        },
    }
}

/// Whether a record known to end is valid on that day.
pub(in crate::audit) fn valid_on(record: &Record, wanted: Date) -> bool {
    record.last.is_some_and(|last| last >= day(wanted))
}

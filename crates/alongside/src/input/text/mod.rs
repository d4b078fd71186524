//! What people write in a cell: dates, numbers, free times, checks held, wishes.

mod availability;
mod date;
mod held;
mod number;
mod wish;

pub(crate) use availability::{AvailabilityFault, parse_availability, parse_moment};
pub(crate) use date::{DateFault, parse_date};
pub(crate) use held::split_held;
pub(crate) use number::parse_number;
pub(crate) use wish::split_wish;

/// Items of a list in one text: at `;` or a line break, without blanks.
pub(crate) fn items(text: &str) -> impl Iterator<Item = &str> {
    text.split([';', '\n']).map(str::trim).filter(|item| !item.is_empty())
}

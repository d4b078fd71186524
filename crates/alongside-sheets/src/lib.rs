//! The spreadsheets of a programme: results to CSV.

mod write;

pub use write::{neutralise, restore, write_proposals, write_unmatched};

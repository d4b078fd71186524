//! Results as CSV (UTF-8 without a byte order mark, LF line ends) and as a workbook: the same bytes for the same outcome.

mod formula;
mod line;
mod proposals;
mod shortlists;
mod standing;
mod synthetic;
mod table;
mod unmatched;
mod workbook;

pub use formula::{neutralise, restore};
pub use proposals::write_proposals;
pub use shortlists::{shortlists_workbook, write_shortlists};
pub use synthetic::{write_synthetic, write_synthetic_further};
pub use unmatched::write_unmatched;
pub use workbook::{NotWritten, workbook};

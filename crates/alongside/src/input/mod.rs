//! From documents and sheets to a checked programme: everything read is doubted here, once, with all problems told.

pub mod keys;

mod build;
mod document;
mod node;
mod reader;
mod record;
mod sheets;

pub use build::{Built, build};
pub use document::{Document, MAX_DEPTH, MAX_DOCUMENT_BYTES, Notation};
pub use node::{Node, Value};
pub use reader::nearest;
pub use record::{DateOrder, Origin, PersonRecord, SheetOrigin};
pub use sheets::{
    ColumnConfig, ConsentConfig, PreferenceConfig, RecordConfig, SheetConfig, SheetsConfig, field_suggestion,
};

//! From documents and sheets to a checked programme: everything read is doubted here, once, with all problems told.

pub mod keys;

mod aim;
mod attributes;
mod build;
mod criteria;
mod document;
mod law;
mod node;
mod people;
mod positions;
mod reader;
mod record;
mod rules;
mod safeguarding;
mod settings;
mod sheets;
mod text;

pub use build::{Built, build};
pub use document::{Document, MAX_DEPTH, MAX_DOCUMENT_BYTES, Notation};
pub use node::{Node, Value};
pub use reader::nearest;
pub use record::{DateOrder, Origin, PersonRecord, SheetOrigin};
pub(crate) use rules::ALWAYS as RULES_IN_FORCE;
pub use sheets::{
    ColumnConfig, ColumnSource, ConditionConfig, ConsentConfig, DurationConfig, Encoding, ExcludeConfig, FormatConfig,
    HoursConfig, MarksConfig, OneHotConfig, PreferenceConfig, Reading, RecordConfig, RunConfig, SheetConfig,
    SheetsConfig, TextConfig, TimeUnit, field_suggestion,
};
#[cfg(test)]
pub(crate) use {criteria::LISTED as LISTED_CRITERIA, rules::LISTED as LISTED_RULES};

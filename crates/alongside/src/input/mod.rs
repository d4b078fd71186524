//! From documents and sheets to a checked programme: everything read is doubted here, once, with all problems told.

pub mod keys;

mod activity;
mod aim;
mod attributes;
mod build;
mod capabilities;
mod criteria;
mod decisions;
mod delivery;
mod design;
mod disclosure;
mod document;
mod ethnicity;
mod further;
mod law;
mod look;
mod near;
mod near_held;
mod node;
mod own_weights;
mod people;
mod place;
mod positions;
mod priority;
mod programmes;
mod reader;
mod record;
mod relationships;
mod rules;
mod safeguarding;
mod scores;
mod settings;
mod several;
#[cfg(any(debug_assertions, feature = "schema"))]
mod shapes;
mod sheets;
mod supervisors;
mod telling_names;
mod terms;
mod text;
mod uncounted;
mod unused;
mod whose;
mod wishes_told;

pub use build::{Built, build, build_from};
pub use document::{Document, MAX_DEPTH, MAX_DOCUMENT_BYTES, Notation};
pub use further::FurtherKind;
pub use node::{Node, Value};
pub(crate) use place::sector_of;
pub use reader::nearest;
pub use record::{DateOrder, FurtherRecord, Origin, PersonRecord, SheetOrigin};
pub(crate) use rules::ALWAYS as RULES_IN_FORCE;
#[cfg(feature = "schema")]
pub(crate) use shapes::{Shape, shape};
pub use sheets::{
    ColumnConfig, ColumnSource, ConditionConfig, ConsentConfig, DurationConfig, Encoding, ExcludeConfig, FormatConfig,
    HoursConfig, MarksConfig, OneHotConfig, PreferenceConfig, Reading, RecordConfig, RunConfig, SheetConfig,
    SheetsConfig, TextConfig, TimeUnit, field_suggestion,
};
#[cfg(any(test, feature = "schema"))]
pub(crate) use {criteria::LISTED as LISTED_CRITERIA, rules::LISTED as LISTED_RULES};

//! Looks at sheets that nobody has described yet and proposes a programme file for them.
//!
//! [`Survey`] looks at one sheet, [`Proposal`] brings both sides together, [`Interview`] asks what no sheet can tell,
//! and [`Proposal::draft`] writes the file with its reasons. Nothing is decided for anybody: what is a guess stands in
//! a comment, what is sensitive is left out until somebody says on what basis, and what only people can know is an
//! open question that the engine refuses to pass over.
//!
//! Of the cells, only the words of columns that use a few again and again are ever written, and only where the
//! programme file needs them: ways of meeting, free times, roles, and the order of levels.

mod dictionary;
mod draft;
mod evidence;
mod facts;
mod headings;
mod interview;
mod judge;
mod meaning;
mod proposal;
mod reading;
mod runs;
mod survey;

pub use interview::{Answers, Ask, Interview, Question, SensitiveUse};
pub use judge::Sure;
pub use proposal::{ColumnProposal, Proposal};
pub use survey::{MAX_LOOKED_AT, Survey};

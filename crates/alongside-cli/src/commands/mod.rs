//! One command a file: read, one call of the engine, print.

pub(crate) mod blocking;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod describe;
pub(crate) mod explain;
pub(crate) mod generate;
pub(crate) mod init;
pub(crate) mod man;
pub(crate) mod map;
pub(crate) mod match_;
pub(crate) mod places;
pub(crate) mod programmes;
pub(crate) mod schema;
pub(crate) mod shortlist;
pub(crate) mod terms;
pub(crate) mod text;
pub(crate) mod validate;

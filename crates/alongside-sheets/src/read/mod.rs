//! From the bytes of a sheet to rows of cells.

mod cells;
mod decode;
mod header;
mod rows;
mod shape;
mod sheet;

pub(crate) use cells::Cells;
pub(crate) use decode::decode;
pub(crate) use header::{Found, Header};
pub(crate) use rows::{Row, Rows};
pub(crate) use sheet::{Sheet, Task, read_sheet};

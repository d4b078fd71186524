//! From the bytes of a sheet to rows of cells.

mod cells;
mod decode;
mod delimiter;
mod facts;
mod findings;
mod header;
mod open;
mod rows;
mod shape;
mod sheet;
mod workbook;

pub(crate) use cells::Cells;
pub(crate) use decode::decode;
pub(crate) use delimiter::called;
pub(crate) use header::{Found, Header};
pub(crate) use open::open;
pub(crate) use rows::{Row, Rows};
pub(crate) use sheet::{Sheet, Task, read_sheet};

//! One command a file: read, one call of the engine, print.

pub(crate) mod check;
pub(crate) mod describe;
pub(crate) mod explain;
pub(crate) mod init;
pub(crate) mod map;
pub(crate) mod match_;
pub(crate) mod validate;

//! The engine as a whole: its laws, an independent oracle, stories of the domain, and every issue it can raise.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_wrap,
    reason = "a helper that fails should fail its test"
)]

mod issues;
mod laws;
mod oracle;
mod scenarios;
mod support;

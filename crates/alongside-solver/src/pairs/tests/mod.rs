//! Runs over all pairs against problems in which all pairs are listed.

mod blocks;
mod matrix;
mod run;

//! The specification once more, as plainly as it can be written: every pair asked, every matching tried.
//!
//! Shares with the engine only its vocabulary and the formula of tie values. Nothing here is quick.

mod activity;
mod agree;
mod answers;
mod company;
mod points;
mod programmes;
mod questions;
mod search;
mod settled;
mod verdicts;
mod words;

pub(crate) use answers::Pair;
pub(crate) use company::{can_have, limited};
pub(crate) use points::{both_fits, fit, points, reaches_floors};
pub(crate) use search::{best, best_with, candidates, vector};
pub(crate) use settled::settled;
pub(crate) use verdicts::{Verdict, allowed, verdict};

//! Best over all pairs without storing them.
//!
//! All pairs of a hundred thousand rows and columns are too many to store, yet which assignment is best over all of
//! them can be proved. A source ([`AllPairs`]) works out values when asked, many at a time. Three passes over it are
//! public and pure, work on any rectangle of the matrix alone, and have answers that can be put together, so that
//! threads, processes or machines can share them: [`keep`] the best few of each row and column, look for pairs that
//! break the [`cover`] of the numbers served, and [`price`] pairs against an assignment's potentials.
//! [`best_over_all_pairs`] is the run that ends when no pair is left that breaks anything; the certificate of the pairs
//! kept then is one for all pairs.

mod again;
mod answer;
mod bound;
mod columns;
mod count;
mod cover;
mod filter;
mod first;
mod keep;
mod kept;
mod known;
mod lists;
mod mending;
mod owed;
mod packing;
mod pass;
mod plan;
mod price;
mod priced;
mod prices;
mod report;
mod run;
mod sample;
mod source;
mod streaming;
mod stretch;
mod sweep;
#[cfg(test)]
mod tests;
mod tight;

pub use answer::{Answer, PairsError};
pub use cover::cover;
pub use keep::{Kept, Rectangle, keep};
pub use kept::PairSet;
pub use lists::{List, Listed, Lists};
pub use plan::Plan;
pub use price::price;
pub use priced::{Priced, Within};
pub use prices::Prices;
pub use report::{Report, Round, Step};
pub use run::best_over_all_pairs;
pub use source::{AllPairs, Bar, Found, MAX_BLOCK_VALUE, NOT_ALLOWED};

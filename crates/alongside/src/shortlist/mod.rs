//! Several options for each mentee, for programmes in which people choose.
//!
//! Three kinds of lists, see [`Kind`]. People's answers come back as a [`Request`]'s `picked` and `declined`, or as
//! decisions of the programme, `keep` and `bar`: whichever way, the rest is worked out again as if what was picked stood and
//! what was declined did not exist.

mod answers;
mod lists;
mod model;
mod request;
mod shorter;

pub(crate) use answers::decided;
pub(crate) use lists::shortlists;
pub use model::{ListedOption, Pair, SHORTLISTS_FORMAT, Shorter, ShorterBecause, Shortlist, Shortlists, TierNumbers};
pub use request::{Kind, Request};

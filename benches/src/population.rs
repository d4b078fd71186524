//! A country of mentors and mentees for passes over all pairs: people with tags, free half hours, experience,
//! languages, wishes, ages and places, by `n` and a variant; everything hard is a mask, everything soft adds points to a
//! score of at most 10,000.
//!
//! Languages, age bands, a wish for the same gender or background that is a must, and distance rule pairs out. A pair's
//! score is 3200 for tags, 2400 for time, 1200 for experience, 1200 for distance, 800 for age, 500 for gender, 400 for
//! background and 300 for language.

mod kernel;
mod person;

pub use kernel::{Country, Scores};
pub use person::{Mentee, Mentor, Variant};

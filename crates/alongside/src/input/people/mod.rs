//! From records to people.

mod answers;
mod consent;
mod everybody;
mod exclusions;
mod fields;
mod held;
mod ids;
mod inline;
mod known;
mod no_wish;
mod person;
mod place;
mod services;
mod shared;
mod sorted;
mod stands;
mod wishes;
mod words;

pub(crate) use answers::is_blank;
pub(crate) use consent::LeftBlank;
pub(crate) use everybody::Everybody;
pub(crate) use fields::Fields;
pub(crate) use held::date as read_date;
pub(crate) use ids::check_unique;
pub(crate) use inline::{inline_people, texts};
pub(crate) use known::check_known;
pub(crate) use no_wish::take_out_none;
pub(crate) use person::ReadPerson;
pub(crate) use place::Found;
pub(crate) use sorted::{sorted_mentees, sorted_mentors};
pub(crate) use wishes::read_want;

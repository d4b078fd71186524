//! From the cells of a row to the fields of a person, as the programme's `sheets` part says.

mod columns;
mod field;
mod fold;
mod headings;
mod held;
mod mapper;
mod plan;
mod vocabulary;
mod wish;

pub(crate) use mapper::Mapper;
pub(crate) use plan::Plan;
pub(crate) use vocabulary::Vocabulary;

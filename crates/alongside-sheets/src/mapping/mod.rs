//! From the cells of a row to the fields of a person, as the programme's `sheets` part says.

mod at;
mod columns;
mod condition;
mod duration;
mod field;
mod fold;
mod gather;
mod headings;
mod held;
mod hours;
mod made_id;
mod mapper;
mod marks;
mod one_hot;
mod plan;
mod rows;
mod shape;
mod vocabulary;
mod wish;

pub(crate) use mapper::Mapper;
pub(crate) use plan::Plan;
pub(crate) use vocabulary::Vocabulary;

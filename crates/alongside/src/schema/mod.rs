//! JSON Schemas (draft 2020-12) of what is read and written, for editors and for programs that talk to the engine.
//!
//! The schema of the programme file follows from the table of keys that the reader itself uses; those of the outcome
//! and the issues follow from their types. A schema says which keys and kinds of value there can be. Whether a programme
//! is sound, [`crate::input::build`] says.
//!
//! ```
//! let schema = alongside::schema::Schema::Programme.text();
//! assert!(schema.contains("planned_months"));
//! ```

mod programme;

use crate::issue::Issue;
use crate::outcome::Outcome;
use crate::shortlist::Shortlists;
use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, SchemaGenerator};
use serde_json::{Value, json};

/// What there is a schema of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Schema {
    /// The programme file, in TOML or JSON.
    Programme,
    /// The outcome.
    Outcome,
    /// Shortlists.
    Shortlists,
    /// Problems of an input, as the command prints them with `--format json`.
    Issues,
}

impl Schema {
    /// Every schema, in the order of the reference.
    pub const ALL: [Self; 4] = [Self::Programme, Self::Outcome, Self::Shortlists, Self::Issues];

    /// Its name on the command line.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Programme => "programme",
            Self::Outcome => "outcome",
            Self::Shortlists => "shortlists",
            Self::Issues => "issues",
        }
    }

    /// The schema of that name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|schema| schema.name() == name)
    }

    /// The schema itself.
    pub fn value(self) -> Value {
        match self {
            Self::Programme => programme::schema(),
            Self::Outcome => of_type::<Outcome>("Alongside outcome"),
            Self::Shortlists => of_type::<Shortlists>("Alongside shortlists"),
            Self::Issues => issues(),
        }
    }

    /// The schema as indented JSON with a final line break.
    pub fn text(self) -> String {
        // A tree of texts and numbers can always be written.
        serde_json::to_string_pretty(&self.value()).unwrap_or_default() + "\n"
    }
}

/// What is written: a field that may be blank is written as null and never left out.
fn generator() -> SchemaGenerator {
    SchemaSettings::draft2020_12().for_serialize().into_generator()
}

fn of_type<T: JsonSchema>(title: &str) -> Value {
    let mut schema = generator().into_root_schema_for::<T>();
    schema.insert("title".to_owned(), json!(title));
    schema.to_value()
}

fn issues() -> Value {
    let mut generator = generator();
    let issue = generator.subschema_for::<Issue>();
    json!({
        "$schema": programme::DIALECT,
        "title": "Alongside issues",
        "type": "object",
        "description": "Problems of an input, errors and warnings. What else was read stands beside them.",
        "properties": { "issues": { "type": "array", "items": issue } },
        "required": ["issues"],
        "$defs": generator.take_definitions(true),
    })
}

//! The names that fields and attributes can have in one programme.

use alongside::domain::STANDARD_ATTRIBUTES;
use alongside::input::keys::PERSON;
use alongside::input::{Document, Value};
use std::sync::Arc;

/// What begins the names of monitoring fields.
const MONITORING: &str = "monitoring.";

/// Fields that are lists without being attributes.
const LISTS: &[&str] = &["exclusions", "choices", "consent", "consent_withdrawn"];

/// Fields that are no attributes and whose entries can be united.
const UNITED: &[&str] = &["availability", "checks", "preferences", "training"];

/// The names of one programme.
#[derive(Debug)]
pub(crate) struct Vocabulary<'a> {
    /// Attributes that the programme declares, each with whether it is a list of terms.
    declared: Vec<(&'a str, bool)>,
}

impl<'a> Vocabulary<'a> {
    pub(crate) fn of(document: &'a Document) -> Self {
        let declared = match document.root.get("attributes").map(|node| &node.value) {
            Some(Value::Table(entries)) => entries
                .iter()
                .map(|(name, node)| {
                    let kind = node.get("kind").map(|kind| &kind.value);
                    (name.as_str(), matches!(kind, Some(Value::Text(kind)) if kind.trim() == "tags"))
                })
                .collect(),
            _ => Vec::new(),
        };
        Self { declared }
    }

    /// The fields of a person, monitoring answers aside.
    pub(crate) fn fields(&self) -> impl Iterator<Item = &'a str> {
        let standard = PERSON.names().filter(|name| *name != "monitoring").map(|name| -> &'a str { name });
        standard.chain(self.declared.iter().map(|(name, _)| *name))
    }

    /// The attributes that can be wished about and consented to.
    pub(crate) fn attributes(&self) -> impl Iterator<Item = &'a str> {
        STANDARD_ATTRIBUTES.iter().map(|attribute| attribute.name).chain(self.declared.iter().map(|(name, _)| *name))
    }

    /// Whether a column can be mapped to this.
    pub(crate) fn has_field(&self, name: &str) -> bool {
        is_monitoring(name) || self.fields().any(|field| field == name)
    }

    /// Whether the engine splits the field's text at `;`.
    pub(crate) fn is_list(&self, field: &str) -> bool {
        let standard = |name: &str| STANDARD_ATTRIBUTES.iter().any(|one| one.name == name && one.kind == "tags");
        LISTS.contains(&field) || standard(field) || self.declared.iter().any(|(name, list)| *list && *name == field)
    }

    /// Whether what several sources, or several rows, say of the field can be united.
    pub(crate) fn unites(&self, field: &str) -> bool {
        self.is_list(field) || UNITED.contains(&field)
    }

    /// The field that a header is the name of, capital letters, hyphens and spaces aside.
    pub(crate) fn field_of_header(&self, header: &str) -> Option<Arc<str>> {
        let plain = plain(header);
        if is_monitoring(&plain) {
            return Some(plain.into());
        }
        self.fields().find(|field| self::plain(field) == plain).map(Into::into)
    }
}

/// Whether the field is an answer for monitoring.
pub(crate) fn is_monitoring(field: &str) -> bool {
    field.strip_prefix(MONITORING).is_some_and(|answer| !answer.is_empty())
}

fn plain(name: &str) -> String {
    name.trim().to_lowercase().replace(|c: char| c == '-' || c.is_whitespace(), "_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use alongside::input::Notation;

    #[test]
    fn headers_are_read_as_fields() {
        let text = "[attributes.job-grade]\nkind = \"level\"\n[attributes.sports]\nkind = \"tags\"\n";
        let document = Document::parse(text, Notation::Toml, None).unwrap();
        let vocabulary = Vocabulary::of(&document);
        let field = |header: &str| vocabulary.field_of_header(header);
        assert_eq!(field(" Waiting Since").as_deref(), Some("waiting_since"));
        assert_eq!(field("Job Grade").as_deref(), Some("job-grade"));
        assert_eq!(field("Monitoring.Religion").as_deref(), Some("monitoring.religion"));
        assert_eq!((field("biography"), field("monitoring"), field("monitoring.")), (None, None, None));
        assert!(vocabulary.is_list("sports") && vocabulary.is_list("interests") && !vocabulary.is_list("job-grade"));
    }
}

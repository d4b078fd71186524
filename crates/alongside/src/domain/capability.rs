//! Which capability of a mentor a mentee's barrier or need asks for.

use super::AttributeKey;
use std::sync::Arc;

/// One line of the table: who says this needs a mentor who can do that.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CapabilityRow {
    /// The barrier or need, normalised.
    pub term: Arc<str>,
    /// The mentee's attribute that it is looked for in; both of [`NEEDING`] where absent.
    pub attribute: Option<AttributeKey>,
    /// The capabilities, as they are printed; none where the line only takes a shipped one's place.
    pub requires: Vec<Arc<str>>,
}

/// The mentee's attributes in which barriers and needs stand, in the order in which they are looked at.
pub const NEEDING: [&str; 2] = ["relationship_barriers", "needs"];

/// The mentor's attribute in which capabilities stand.
pub const CAPABILITIES: &str = "capabilities";

/// The starting table: barriers and needs in small letters, each with the capability it asks for.
pub const SHIPPED_CAPABILITIES: &[(&str, &str)] = &[
    ("abuse", "trauma-informed"),
    ("bereavement", "trauma-informed"),
    ("domestic abuse", "trauma-informed"),
    ("mistrust of adults", "trauma-informed"),
    ("neglect", "trauma-informed"),
    ("trauma", "trauma-informed"),
    ("autism", "communication"),
    ("deafness", "communication"),
    ("hearing loss", "communication"),
    ("learning disability", "communication"),
    ("memory loss", "communication"),
    ("selective mutism", "communication"),
    ("speech and language", "communication"),
    ("stammer", "communication"),
    ("adhd", "regulation"),
    ("anger", "regulation"),
    ("anxiety", "regulation"),
    ("emotional regulation", "regulation"),
    ("self-harm", "regulation"),
    ("sight loss", "access"),
    ("step-free access", "access"),
    ("wheelchair", "access"),
];

//! What people wish of the person they are matched with.

use super::AttributeKey;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How strongly something is wished.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Strength {
    /// Hard: only such a person.
    Must,
    /// Soft: rather such a person.
    Prefer,
    /// Soft: rather not such a person.
    Avoid,
    /// Hard: no such person.
    Never,
}

impl Strength {
    /// Whether a pair that goes against it is refused.
    pub const fn is_hard(self) -> bool {
        matches!(self, Self::Must | Self::Never)
    }

    /// Whether the wish is for the thing named (must, prefer) or against it (avoid, never).
    pub const fn is_for(self) -> bool {
        matches!(self, Self::Must | Self::Prefer)
    }

    /// The word that states it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Must => "must",
            Self::Prefer => "prefer",
            Self::Avoid => "avoid",
            Self::Never => "never",
        }
    }
}

/// What is wished of the other person's attribute.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Want {
    /// The same as one's own: the same value, or at least one term in common.
    Same,
    /// Other than one's own: another value, or no term in common.
    Different,
    /// One of these normalised terms.
    AnyOf(BTreeSet<Arc<str>>),
    /// A place on the attribute's line, both ends included, as [`super::Answer::position`] counts.
    Range {
        /// Lowest position wished.
        min: Option<i64>,
        /// Highest position wished.
        max: Option<i64>,
    },
}

/// One wish of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preference {
    /// The other person's attribute.
    pub attribute: AttributeKey,
    /// What it should, or should not, be.
    pub want: Want,
    /// How strongly.
    pub strength: Strength,
}

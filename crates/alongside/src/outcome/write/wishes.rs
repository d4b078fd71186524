//! A wish as it is printed.

use crate::domain::{Matching, Preference, Side, Want};
use crate::outcome::{Met, WishResult};

impl WishResult {
    /// What was wished, in the programme's spelling, and what came of it.
    pub(crate) fn new(matching: &Matching, side: Side, stated: &Preference, met: Met) -> Self {
        let attribute = matching.attributes.get(&stated.attribute);
        let shown = |position: i64| attribute.map_or_else(|| position.to_string(), |one| one.shown_position(position));
        let want = match &stated.want {
            Want::Same => "same".to_owned(),
            Want::Different => "different".to_owned(),
            Want::AnyOf(terms) => {
                let labels = terms.iter().map(|term| attribute.map_or(&**term, |one| one.label(term)));
                labels.collect::<Vec<_>>().join(" or ")
            }
            Want::Range { min: Some(min), max: Some(max) } if min == max => shown(*min),
            Want::Range { min: Some(min), max: Some(max) } => format!("{} to {}", shown(*min), shown(*max)),
            Want::Range { min: Some(min), max: None } => format!("{} or more", shown(*min)),
            Want::Range { min: None, max: Some(max) } => format!("{} or less", shown(*max)),
            Want::Range { min: None, max: None } => "any".to_owned(),
        };
        Self { side, attribute: stated.attribute.to_string(), strength: stated.strength, want, met }
    }
}

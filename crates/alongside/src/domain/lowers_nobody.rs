//! What somebody needs, and how they live, lowers nobody's place.

use super::{Attribute, AttributeKey, Protected};

/// Standard attributes that no criterion and no rule on bounds may look at and no mentor may wish about; to these come a
/// programme's own that tell of a disability.
///
/// They tell what somebody needs in order to meet, what support they have, where they live and what binds them: the more
/// of it, the more somebody may gain from a relationship. A criterion or a mentor's wish on one of them would put those
/// with less of it first, coverage too, since whoever names one more need would earn less. Rules that ask for what meets
/// a need, grounds of priority and the wishes of mentees may look at them.
pub const LOWERS_NOBODY: [&str; 15] = [
    "relationship_barriers",
    "needs",
    "hearing_access",
    "interpreter",
    "phone",
    "device",
    "online_supervision",
    "carer_consent",
    "placement_type",
    "care_status",
    "existing_support",
    "own_network",
    "hours_per_week",
    "contacts_per_week",
    "barred_from",
];

/// Whether the attribute may lower nobody's place.
pub fn lowers_nobody(attribute: &Attribute) -> bool {
    LOWERS_NOBODY.contains(&attribute.key.as_str()) || attribute.protected == Some(Protected::Disability)
}

/// What does ask for it, or looks at it, as a remedy says it.
pub(crate) fn asked_for_by(key: &AttributeKey) -> &'static str {
    match key.as_str() {
        "relationship_barriers" | "needs" => "the rule `capabilities`, which asks for a mentor who can meet it",
        "hours_per_week" => "the rule `hours`, which asks for a mentor who has them",
        "contacts_per_week" => "the rule `contact`, which asks for a mentor who has them",
        "barred_from" => "the rule `co_location`, which keeps two apart who must not be in one place",
        "carer_consent" => "the rule `carer_consent`, which waits for it",
        "placement_type" | "care_status" => "`[[priority]]`, which puts somebody earlier and never later",
        "existing_support" | "own_network" => "what the outcome tells staff of it",
        "hearing_access" | "interpreter" | "phone" | "device" | "online_supervision" => {
            "`[delivery]`, which says what each way of meeting needs"
        }
        _ => "the rule `capabilities`, which asks for a mentor who can meet it, and mentees' own wishes",
    }
}

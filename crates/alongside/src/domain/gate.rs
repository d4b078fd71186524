//! Gates that turn on a protected characteristic without being asked why, and the reason that each has of itself.

use super::{AttributeKey, Delivery, NEEDING, RuleKind};

/// Why a barrier or a need opens and closes pairs.
pub const WHY_CAPABILITIES: &str = "what makes a relationship hard, or what somebody needs, asks for a mentor who can meet \
    it, and counts for nothing else";

/// Why an age asks for a carer's consent.
pub const WHY_CARER_CONSENT: &str = "below this age whoever looks after somebody consents to the relationship first";

/// Why hearing decides whether a call is a way of meeting.
pub const WHY_HEARING_ACCESS: &str = "a call that somebody cannot follow is no way of meeting; every other way stays";

/// Why an age asks for supervision online.
pub const WHY_SUPERVISION: &str = "below this age somebody watches over contact online; every other way stays";

impl RuleKind {
    /// The attributes by which the rule refuses without the programme being asked for a reason, and the reason that the
    /// rule has of itself.
    pub fn gates(&self) -> Option<(Vec<AttributeKey>, &'static str)> {
        match self {
            Self::Capabilities { .. } => Some((NEEDING.map(AttributeKey::new).into(), WHY_CAPABILITIES)),
            Self::CarerConsent { .. } => Some((vec![AttributeKey::new("age")], WHY_CARER_CONSENT)),
            _ => None,
        }
    }
}

impl Delivery {
    /// The same of what ways of meeting need.
    pub fn gates(&self) -> impl Iterator<Item = (AttributeKey, &'static str)> {
        let hearing = self.needs.iter().any(|(_, needed)| *needed == "hearing_access");
        let hearing = hearing.then(|| (AttributeKey::new("hearing_access"), WHY_HEARING_ACCESS));
        let young = self.supervised_under.map(|_| (AttributeKey::new("age"), WHY_SUPERVISION));
        hearing.into_iter().chain(young)
    }
}

//! Pairs that meet or met, and what coordinators decided.

use super::{AttributeKey, Date, PersonId};

/// Whether a pair meets now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RelationshipStatus {
    /// They meet, or have agreed to: the pair is kept and takes a place of the mentor.
    Current,
    /// They met and no longer do.
    Past,
}

/// A pair that meets or met.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Relationship {
    /// Who is supported.
    pub mentee: PersonId,
    /// By whom.
    pub mentor: PersonId,
    /// Whether they meet now.
    pub status: RelationshipStatus,
    /// Since when.
    pub started: Option<Date>,
    /// Until when.
    pub ended: Option<Date>,
    /// Whether a past pair may be proposed again.
    pub again: bool,
}

/// What a coordinator decided, in order of kind, mentee, mentor.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum DecisionKind {
    /// The pair is fixed before the matching.
    Keep {
        /// Who is supported.
        mentee: PersonId,
        /// By whom.
        mentor: PersonId,
    },
    /// The pair is not to be.
    Bar {
        /// Who is not to be supported
        mentee: PersonId,
        /// by whom.
        mentor: PersonId,
    },
    /// Put aside until something is settled: the pair, its place reserved; or one person. At least one is named.
    Hold {
        /// The mentee, unless a mentor alone is held.
        mentee: Option<PersonId>,
        /// The mentor, unless a mentee alone is held.
        mentor: Option<PersonId>,
    },
    /// A mentee's `never` on a protected value holds.
    Honour {
        /// Whose wish.
        mentee: PersonId,
        /// The attribute wished about.
        attribute: AttributeKey,
    },
    /// A close friend whom a mentee nominated may be their mentor.
    AllowCloseFriend {
        /// Who nominated.
        mentee: PersonId,
        /// Whom.
        mentor: PersonId,
    },
}

impl DecisionKind {
    /// The word that names it in a programme.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Keep { .. } => "keep",
            Self::Bar { .. } => "bar",
            Self::Hold { .. } => "hold",
            Self::Honour { .. } => "honour",
            Self::AllowCloseFriend { .. } => "allow_close_friend",
        }
    }

    /// The mentee it is about.
    pub const fn mentee(&self) -> Option<&PersonId> {
        match self {
            Self::Keep { mentee, .. }
            | Self::Bar { mentee, .. }
            | Self::Honour { mentee, .. }
            | Self::AllowCloseFriend { mentee, .. } => Some(mentee),
            Self::Hold { mentee, .. } => mentee.as_ref(),
        }
    }

    /// The mentor it is about.
    pub const fn mentor(&self) -> Option<&PersonId> {
        match self {
            Self::Keep { mentor, .. } | Self::Bar { mentor, .. } | Self::AllowCloseFriend { mentor, .. } => {
                Some(mentor)
            }
            Self::Hold { mentor, .. } => mentor.as_ref(),
            Self::Honour { .. } => None,
        }
    }

    /// The attribute it is about.
    pub const fn attribute(&self) -> Option<&AttributeKey> {
        match self {
            Self::Honour { attribute, .. } => Some(attribute),
            _ => None,
        }
    }
}

/// A coordinator's recorded decision.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Decision {
    /// What was decided.
    pub kind: DecisionKind,
    /// Who decided.
    pub by: String,
    /// When.
    pub on: Date,
    /// Why, printed in the outcome.
    pub reason: String,
}

/// What a mentee's nomination of a natural mentor does.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Nominations {
    /// The two are a pair before the matching: it goes on once its checks are in order, and waits until then.
    #[default]
    First,
    /// The pair counts as any other.
    Candidate,
}

//! What a column can be.

use super::evidence::{Category, Kind};

/// What a column is taken for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Meaning {
    /// A field of a person.
    Field(&'static str),
    /// One part of a person's name, in the order in which they are written.
    NamePart(u8),
    /// How somebody is reached.
    Contact,
    /// When a form was filled in, and the like.
    Moment,
    /// Which side a row belongs to.
    Role,
    /// Something about somebody's being on both sides.
    BothRoles,
    /// The day on which a check was issued, or a training item completed.
    Issued(Held),
    /// The last day of a check or training item.
    Expires(Held),
    /// An attribute that the programme declares.
    Attribute(Hint),
    /// What somebody wishes of the other person's attribute.
    Wish(&'static str),
    /// An answer for equality monitoring.
    Monitoring,
    /// Data that the law protects most.
    Sensitive(Category),
    /// An answer about the use of data.
    Consent,
    /// A mark, score or rating of people.
    Score,
    /// Where somebody stands in the process.
    Status,
    /// Words that no rule can use.
    Notes,
}

/// A check or training item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    /// What the programme file calls it.
    pub(super) name: &'static str,
    pub(super) training: bool,
}

/// An attribute that programmes often declare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Hint {
    pub(super) name: &'static str,
    /// Why a programme may want people who have the same, or a near one.
    pub(super) why: &'static str,
}

impl Meaning {
    /// What the cells of such a column look like, any of these; nothing where there is no telling.
    pub(super) fn expected(self) -> &'static [Kind] {
        match self {
            Self::Field("age" | "max_travel_km") => &[Kind::Number],
            Self::Field("birth_date" | "waiting_since" | "available_from" | "available_until")
            | Self::Issued(_)
            | Self::Expires(_)
            | Self::Moment => &[Kind::Date],
            Self::Field("capacity" | "priority_tier") => &[Kind::Whole],
            Self::Field("place") => &[Kind::Postcode],
            Self::Field("gender") => &[Kind::Gender],
            Self::Field("delivery_methods") => &[Kind::Delivery],
            Self::Field("availability") => &[Kind::Week],
            Self::Role => &[Kind::Role],
            Self::BothRoles | Self::Consent => &[Kind::YesNo],
            _ => &[],
        }
    }

    /// Whether the engine cannot take the column where its cells are something else.
    pub(super) fn needs_its_kind(self) -> bool {
        matches!(
            self,
            Self::Field(
                "age"
                    | "birth_date"
                    | "waiting_since"
                    | "available_from"
                    | "available_until"
                    | "capacity"
                    | "priority_tier"
                    | "max_travel_km"
            ) | Self::Issued(_)
                | Self::Expires(_)
                | Self::Role
        )
    }
}

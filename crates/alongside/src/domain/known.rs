//! How people of the two sides know each other before they are matched.

/// How one person knows another, from the least close to the closest. Where the two sides say different things, the
/// closest counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum KnownAs {
    /// From work with each other: a teacher, a key worker, a nurse.
    Professional,
    /// By sight or by name: a neighbour, somebody from the same club.
    Acquaintance,
    /// A close friend, of the person or of their family.
    CloseFriend,
    /// Family, by birth, marriage, adoption or fostering.
    Kin,
}

impl KnownAs {
    /// Every relation, from the least close to the closest.
    pub const ALL: [Self; 4] = [Self::Professional, Self::Acquaintance, Self::CloseFriend, Self::Kin];

    /// The word that stands for it in sheets and documents.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Professional => "professional",
            Self::Acquaintance => "acquaintance",
            Self::CloseFriend => "close_friend",
            Self::Kin => "kin",
        }
    }
}

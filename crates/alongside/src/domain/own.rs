//! A criterion of the embedding program: what the programme file cannot say, said in Rust.

use super::{Mentee, Mentor, Side};

/// What an [`OwnCriterion`] makes of a pair.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OwnPoints<'o> {
    /// From 0 to 1000; anything else stops the run.
    Known(i64),
    /// Not to be known, because of these blanks: whose, and the name of the field. They are told in reasons, and asked
    /// about where the criterion's `unknown` is `ask`. Without any, the points are unknown and nobody is asked.
    Unknown(Vec<(Side, &'o str)>),
}

/// A criterion that the embedding program brings along; the programme declares it by `criterion = "own"` and its `id`,
/// with weight, reason, and what an unknown earns.
///
/// It is asked of every pair that the rules allow, from several threads at once, and again for the pairs that are
/// explained or audited. It must answer the same each time: from the two people alone, without clock, chance or
/// network, and without floating point that differs between machines.
pub trait OwnCriterion: Sync + Send {
    /// The criterion's `id` in the programme.
    fn id(&self) -> &str;

    /// Points of the pair.
    fn points<'o>(&'o self, mentee: &Mentee, mentor: &Mentor) -> OwnPoints<'o>;

    /// Why the pair has these points, in a few words for coordinators. It is printed in outcomes, so it should hold
    /// nothing that may not stand there. None where there is nothing to say.
    fn because(&self, _mentee: &Mentee, _mentor: &Mentor) -> Option<String> {
        None
    }
}

/// The criteria of the embedding program. An engine and an audit are given the same.
#[derive(Clone, Copy, Default)]
pub struct OwnCriteria<'o>(&'o [&'o dyn OwnCriterion]);

impl<'o> OwnCriteria<'o> {
    /// These; a programme uses those that it names, and each id should stand once.
    pub const fn new(criteria: &'o [&'o dyn OwnCriterion]) -> Self {
        Self(criteria)
    }

    /// Those of that id; more than one is a fault.
    pub fn named(self, id: &str) -> impl Iterator<Item = &'o dyn OwnCriterion> {
        self.0.iter().copied().filter(move |one| one.id() == id)
    }
}

impl std::fmt::Debug for OwnCriteria<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_list().entries(self.0.iter().map(|one| one.id())).finish()
    }
}

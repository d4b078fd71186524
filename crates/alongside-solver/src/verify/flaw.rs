//! What can be wrong with an assignment or with its proof.

use super::claims::Claim;
use std::fmt;

/// Most flaws that are listed; what comes after them is not looked for.
pub const MAX_FLAWS: usize = 100;

/// Something wrong. Rows, columns, sets, edges and the certificate's levels are named by their index, from 0; a level
/// is the first at which the condition is decided.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub enum Flaw {
    /// The problem has no such edge.
    NoSuchEdge {
        /// What was named.
        edge: usize,
    },
    /// An edge is chosen that the objective leaves out.
    Excluded {
        /// The edge.
        edge: usize,
    },
    /// An edge is named more than once.
    Twice {
        /// The edge.
        edge: usize,
    },
    /// More places are filled for a row than it wants.
    RowOverfull {
        /// The row.
        row: usize,
        /// How many it wants.
        wants: u32,
        /// How many it has.
        holds: u32,
    },
    /// A column holds more rows than it takes.
    ColumnOverfull {
        /// The column.
        column: usize,
        /// How many it takes.
        takes: u32,
        /// How many it holds.
        holds: u32,
    },
    /// The columns of a set hold more rows than they take together.
    SetOverfull {
        /// The set.
        set: usize,
        /// How many they take.
        takes: u32,
        /// How many they hold.
        holds: u64,
    },
    /// The certificate has not as many levels as the objective.
    Levels {
        /// Levels of the objective.
        expected: usize,
        /// Levels of the certificate.
        given: usize,
    },
    /// A level of the certificate has not one potential for each row, column or set.
    Length {
        /// The level.
        level: usize,
        /// Which of the three.
        part: Part,
        /// How many there are.
        expected: usize,
        /// How many potentials.
        given: usize,
    },
    /// An edge that was not chosen is worth more than its row's and its column's potential.
    Passed {
        /// The edge.
        edge: usize,
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
        /// The level.
        level: usize,
    },
    /// A chosen edge is worth less than its row's and its column's potential.
    Overpaid {
        /// The edge.
        edge: usize,
        /// Its row.
        row: usize,
        /// Its column.
        column: usize,
        /// The level.
        level: usize,
    },
    /// A potential is below zero that may not be: that of a row or set, or, less its set's, that of a column that
    /// holds some row.
    Negative {
        /// Row, column or set.
        part: Part,
        /// Which.
        index: usize,
        /// The level.
        level: usize,
    },
    /// A potential is above zero although there is room: a row wants more, a set takes more, or, less its set's, that
    /// of a column that takes more.
    Priced {
        /// Row, column or set.
        part: Part,
        /// Which.
        index: usize,
        /// The level.
        level: usize,
    },
    /// A solution claims what its edges do not add up to.
    Claimed {
        /// What is claimed of.
        claim: Claim,
        /// The number claimed.
        claimed: i128,
        /// The number found; for a bound, the least that is not absurd.
        found: i128,
    },
    /// A side's preferences have not one score an edge.
    Scores {
        /// The number of edges.
        expected: usize,
        /// The number of scores.
        given: usize,
    },
    /// An edge that should stand is not chosen.
    NotKept {
        /// The edge.
        edge: usize,
    },
    /// The cover of a bottleneck shows less than it should: its value is not the next one up, as many of its places
    /// reach that value as the assignment fills, or it fills other places of the tiers.
    Cover,
    /// Something is said to be best without a proof.
    NoCertificate,
}

/// Whose potentials.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// The rows'.
    Row,
    /// The columns'.
    Column,
    /// The sets'.
    Set,
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Row => "row",
            Self::Column => "column",
            Self::Set => "set",
        })
    }
}

impl fmt::Display for Flaw {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoSuchEdge { edge } => write!(f, "there is no edge {edge}"),
            Self::Excluded { edge } => write!(f, "edge {edge} may not be chosen"),
            Self::Twice { edge } => write!(f, "edge {edge} is chosen twice"),
            Self::RowOverfull { row, wants, holds } => write!(f, "row {row} wants {wants} and has {holds}"),
            Self::ColumnOverfull { column, takes, holds } => {
                write!(f, "column {column} takes {takes} and holds {holds}")
            }
            Self::SetOverfull { set, takes, holds } => write!(f, "set {set} takes {takes} and holds {holds}"),
            Self::Levels { expected, given } => write!(f, "the certificate has {given} levels, it needs {expected}"),
            Self::Length { level, part, expected, given } => {
                write!(f, "level {level} has {given} potentials for a {part}, it needs {expected}")
            }
            Self::Passed { edge, row, column, level } => write!(
                f,
                "edge {edge} of row {row} and column {column} is not chosen and worth more than they, at level {level}"
            ),
            Self::Overpaid { edge, row, column, level } => write!(
                f,
                "edge {edge} of row {row} and column {column} is chosen and worth less than they, at level {level}"
            ),
            Self::Negative { part, index, level } => {
                write!(f, "the potential of {part} {index} is below zero at level {level}")
            }
            Self::Priced { part, index, level } => {
                write!(f, "{part} {index} has room and a potential above zero at level {level}")
            }
            Self::Claimed { claim, claimed, found } => write!(f, "{claim} is said to be {claimed} and is {found}"),
            Self::Scores { expected, given } => write!(f, "{given} scores given, {expected} needed, one an edge"),
            Self::NotKept { edge } => write!(f, "edge {edge} should stand and is not chosen"),
            Self::Cover => f.write_str("the cover does not show that no assignment does better"),
            Self::NoCertificate => f.write_str("said to be best without a certificate"),
        }
    }
}

/// The flaws found so far.
#[derive(Debug, Default)]
pub(super) struct Flaws(Vec<Flaw>);

impl Flaws {
    /// Adds one, unless there are enough.
    pub(super) fn push(&mut self, flaw: Flaw) {
        if !self.enough() {
            self.0.push(flaw);
        }
    }

    /// Whether no more are wanted.
    pub(super) fn enough(&self) -> bool {
        self.0.len() >= MAX_FLAWS
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    pub(super) fn none(self) -> Result<(), Vec<Flaw>> {
        if self.0.is_empty() { Ok(()) } else { Err(self.0) }
    }

    pub(super) fn list(self) -> Vec<Flaw> {
        self.0
    }
}

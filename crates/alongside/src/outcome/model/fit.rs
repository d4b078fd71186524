//! What a pair's fit rests on, and what became of wishes.

use crate::domain::{Side, Strength};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// What one criterion adds to a pair's fit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Contribution {
    /// The criterion's id.
    pub criterion: Arc<str>,
    /// 0 to 1000.
    pub points: i64,
    /// The criterion's weight in force: for a mentee with weights of their own, these scaled to the programme's sum.
    pub weight: i64,
    /// The weight that the mentee chose, where they did.
    pub own_weight: Option<i64>,
    /// Weight times points.
    pub contribution: i64,
    /// What of it counts to the mentee's fit.
    pub mentee_share: i64,
    /// What of it counts to the mentor's fit: the rest.
    pub mentor_share: i64,
    /// What the points rest on.
    pub because: Because,
    /// Words that count as the terms on which the points rest, by the programme's vocabulary.
    pub counted_as: Vec<CountedAs>,
}

/// A word of one person that counts as another term, by the programme's vocabulary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct CountedAs {
    /// Whose word.
    pub side: Side,
    /// The word, as printed.
    pub said: Arc<str>,
    /// The term that it counts as, as printed: its canonical term, or one above it.
    pub term: Arc<str>,
}

/// What points rest on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Because {
    /// Blank data, as `mentor interests`: mentee's first, attributes in order of name.
    Unknown(Vec<String>),
    /// Nobody whom the criterion heeds stated a soft wish.
    NoWish,
    /// The mentee chose nobody.
    NoChoice,
    /// Terms in common, as printed, in order of their normalised form.
    Shared(Vec<Arc<str>>),
    /// What the mentor's answer covers of the mentee's; with `motivations`, the mentee's of the mentor's.
    Covered {
        /// How many terms were named.
        stated: u32,
        /// Those that the other has, as printed, in order of their normalised form.
        terms: Vec<Arc<str>>,
    },
    /// Whether the two answers agree.
    Same(bool),
    /// How far the mentor stands above the mentee; below when negative.
    Difference {
        /// Mentor's position minus mentee's.
        by: i64,
        /// What positions count.
        unit: Unit,
    },
    /// Shared half hours.
    SharedHalfHours(u32),
    /// Whole kilometres apart, rounded.
    DistanceKm(u32),
    /// They share a way of meeting, and it is not in person.
    NotInPerson,
    /// Soft wishes.
    Wishes {
        /// Heeded by the criterion.
        asked: u32,
        /// Given by the pair.
        met: u32,
        /// Not to be known from blank data.
        unknown: u32,
    },
    /// What the mentee's carer would like, apart from what the mentee wishes.
    CarerWishes {
        /// Heeded by the criterion.
        asked: u32,
        /// Given by the pair.
        met: u32,
        /// Not to be known from blank data.
        unknown: u32,
    },
    /// Rank of the mentor among the mentee's choices, 1 for the first; none if not chosen.
    Choice(Option<u32>),
    /// The way of meeting or form of support taken, and its rank in each one's list, 1 for the one liked best.
    Liked {
        /// Its word.
        way: Arc<str>,
        /// In the mentee's list.
        of_mentee: u32,
        /// In the mentor's list.
        of_mentor: u32,
    },
    /// Nothing that both accept is possible for the two.
    NoWay,
    /// Days for which the mentor can promise to be there, of those for which the mentee is.
    SureDays {
        /// That the mentor promises.
        sure: i64,
        /// To the end of the planned period, or of the mentee's time where that is earlier.
        planned: i64,
    },
    /// Training that the mentor holds through the planned period.
    TrainingHeld {
        /// Items that the criterion lists.
        listed: u32,
        /// Those held, as the programme writes them, in its order.
        items: Vec<Arc<str>>,
    },
    /// Whether the table names the combination.
    InTable(bool),
    /// The points that were supplied for the pair.
    Supplied(i64),
    /// The rank that was supplied for the pair, 1 for the best.
    SuppliedRank(i64),
    /// No score was supplied for the pair.
    NotSupplied,
    /// What the embedding program's own criterion says.
    Own(Option<String>),
}

/// What positions on an attribute's line count.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Unit {
    /// Steps of the declared order.
    Levels,
    /// Thousandths of the number.
    Thousandths,
    /// Days.
    Days,
}

/// A wish and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct WishResult {
    /// Whose wish.
    pub side: Side,
    /// About which attribute of the other.
    pub attribute: String,
    /// How strongly.
    pub strength: Strength,
    /// What: `same`, `different`, terms as printed joined by ` or `, or a range such as `25 to 40`.
    pub want: String,
    /// Whether the pair goes along with the wish.
    pub met: Met,
}

/// Whether a pair goes along with a wish: has what is wished for, or has not what is wished against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Met {
    /// It does.
    Yes,
    /// It does not.
    No,
    /// Blank data leaves it open.
    Unknown,
}

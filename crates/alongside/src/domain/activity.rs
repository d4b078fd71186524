//! What a programme does with whom, and the table that says which check of its mentors that asks for.
//!
//! The table is a starting point from public guidance, with its sources. It is not legal advice.

mod levels;
mod table;

pub use levels::{CHECK_LEVELS, CheckLevel};
pub use table::{SHIPPED_ROWS, ShippedRow, TABLE_NOTE};

use std::sync::Arc;

/// The nation whose law a programme works under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Nation {
    /// England.
    England,
    /// Wales.
    Wales,
    /// Scotland.
    Scotland,
    /// Northern Ireland.
    NorthernIreland,
}

impl Nation {
    /// Every nation, with its word in a programme file.
    pub const NAMES: &'static [(&'static str, Self)] = &[
        ("england", Self::England),
        ("wales", Self::Wales),
        ("scotland", Self::Scotland),
        ("northern_ireland", Self::NorthernIreland),
    ];

    /// Its word in a programme file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::England => "england",
            Self::Wales => "wales",
            Self::Scotland => "scotland",
            Self::NorthernIreland => "northern_ireland",
        }
    }
}

/// Who mentees are, as the law on checks tells them apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum MenteeGroup {
    /// Under 18 years.
    Children,
    /// From 18 years on.
    Adults,
    /// From 18 years on, and receiving health or social care, or otherwise protected adults of the nation's law.
    AdultsReceivingCare,
}

impl MenteeGroup {
    /// Every group, with its word in a programme file.
    pub const NAMES: &'static [(&'static str, Self)] =
        &[("children", Self::Children), ("adults", Self::Adults), ("adults_receiving_care", Self::AdultsReceivingCare)];

    /// Its word in a programme file.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Children => "children",
            Self::Adults => "adults",
            Self::AdultsReceivingCare => "adults_receiving_care",
        }
    }
}

/// First age at which a mentee is an adult here, in thousandths of years.
pub const ADULT_AGE: i64 = 18_000;

/// Ways of meeting, in the order in which they are asked.
pub const DELIVERY_METHODS: [&str; 3] = ["face_to_face", "internet", "telephone"];

/// One line of the table: an activity, and the check that it asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckRow {
    /// Its name, by which a programme replaces it.
    pub row: Arc<str>,
    /// Nations that it is about; every nation where empty.
    pub nations: Vec<Nation>,
    /// Whom the mentees belong to.
    pub mentees: MenteeGroup,
    /// Ways of meeting that it is about, in order of [`DELIVERY_METHODS`]; every way where empty.
    pub methods: Vec<Arc<str>>,
    /// Days in 30 from which it applies; any where absent.
    pub from_days: Option<u8>,
    /// Whether it applies only where mentors and mentees are together overnight.
    pub overnight: bool,
    /// The check required; none where absent.
    pub check: Option<Arc<str>>,
    /// The highest check that may be asked for; where absent, the one required.
    pub highest: Option<Arc<str>>,
    /// Months from issue for which a check without a recorded expiry counts as valid.
    pub valid_months: Option<u16>,
    /// Where that is from, and when it was read.
    pub source: Arc<str>,
    /// Whether it is the programme's own, in the place of a shipped one or beside them.
    pub own: bool,
}

impl CheckRow {
    /// The highest check that may be asked for: the row's own, else the one it requires; none where it says nothing.
    pub const fn highest(&self) -> Option<&Arc<str>> {
        match &self.highest {
            Some(highest) => Some(highest),
            None => self.check.as_ref(),
        }
    }
}

/// What a programme does with whom, and the table in force.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Activity {
    /// Under whose law.
    pub nation: Nation,
    /// Who mentees are: at least one group, at most one of the two of adults, in order.
    pub mentees: Vec<MenteeGroup>,
    /// Most days in any 30 on which one mentor meets mentees.
    pub days_in_30: u8,
    /// Whether they are ever together overnight, between 2 and 6 in the morning.
    pub overnight: bool,
    /// Ways of meeting that the programme has, in order of [`DELIVERY_METHODS`].
    pub methods: Vec<Arc<str>>,
    /// The table: the programme's own rows, then those shipped that it did not replace; replaced ones in their place.
    pub rows: Vec<CheckRow>,
}

impl Activity {
    /// The first row that applies to mentees of the group who meet in that way.
    pub fn row(&self, group: MenteeGroup, method: &str) -> Option<&CheckRow> {
        self.rows.iter().find(|row| {
            (row.nations.is_empty() || row.nations.contains(&self.nation))
                && row.mentees == group
                && (row.methods.is_empty() || row.methods.iter().any(|one| **one == *method))
                && row.from_days.is_none_or(|from| self.days_in_30 >= from)
                && (!row.overnight || self.overnight)
        })
    }

    /// The group of adults that the programme works with: the one it names, else adults in general.
    pub fn adults(&self) -> MenteeGroup {
        self.mentees.iter().copied().find(|group| *group != MenteeGroup::Children).unwrap_or(MenteeGroup::Adults)
    }
}

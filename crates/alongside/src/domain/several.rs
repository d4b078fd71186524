//! What a mentor with several mentees has to arrange.

/// How meetings of one mentor with several mentees have to go together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeveralMentees {
    /// How long a meeting is, in half hours; none where times are not looked at.
    pub half_hours: Option<u32>,
    /// Most mentees whom a mentor may have who gives one of them dedicated support.
    pub dedicated: u32,
}

/// Most places of a mentor in a programme that says how several mentees are met: so that the best arrangement can always
/// be found.
pub const MOST_ARRANGED: u32 = 12;

/// What there can be too little of with a mentor whose places are not all taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Shortage {
    /// Hours a week.
    Hours,
    /// Contacts a week between meetings.
    Contact,
    /// Room beside somebody whose support is dedicated, or for somebody who wants it so.
    Dedicated,
    /// Times and company that suit everybody the mentor meets.
    SeveralMentees,
}

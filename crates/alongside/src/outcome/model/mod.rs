//! The outcome as it is written and read: versioned, the same bytes from the library, the command and Python.

mod certificate;
mod fit;
mod kept;
mod proposal;
mod question;
mod recruitment;
mod stability;
mod staff;
mod summary;
mod waiting;
mod ways;
mod whole;

pub use certificate::{Certificate, Cover, Prices};
pub use fit::{Because, Contribution, CountedAs, Met, Unit, WishResult};
pub use kept::{Decided, Held, Kept, Objection, Urgent};
pub use proposal::{Against, Alternative, MAX_ALTERNATIVES, Meeting, Proposal};
pub use question::Question;
pub use recruitment::{GroupNeed, RecruitmentNeed};
pub use stability::{FewerServed, Stability};
pub use staff::{CarerWish, Exclusion, StaffFact};
pub use summary::{
    CriterionReport, GroundReport, ProgrammeReport, ProgrammeWeight, Record, RuleReport, SupervisorReport, TierTotals,
    Totals,
};
pub use waiting::{Asked, Detail, HeldBack, Idle, Obstacle, Refusals, ShortOf, Unmatched};
pub use ways::PossibleWay;
pub use whole::{Level, LevelName, OUTCOME_FORMAT, Outcome, ProgrammeSummary, Status};

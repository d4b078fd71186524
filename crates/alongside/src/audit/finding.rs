//! What an audit can find: a closed list.

use crate::domain::PersonId;
use serde::{Deserialize, Serialize};
use std::fmt;

/// One thing in an outcome that is not as the programme has it.
///
/// The message holds no ids and no answers: whom it concerns stands in fields of its own, so that whoever prints a
/// finding can leave them out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// Stable name of the kind of fault.
    pub code: FindingCode,
    /// The mentee concerned.
    pub mentee: Option<PersonId>,
    /// The mentor concerned.
    pub mentor: Option<PersonId>,
    /// The rule, criterion, attribute, level or list concerned.
    pub about: Option<String>,
    /// What differs, in lower case and without a final stop.
    pub message: String,
}

impl Finding {
    /// A finding about the outcome as a whole.
    pub(super) fn new(code: FindingCode, message: impl Into<String>) -> Self {
        Self { code, mentee: None, mentor: None, about: None, message: message.into() }
    }

    /// A number that was stated and another that was derived.
    pub(super) fn number(code: FindingCode, what: &str, stated: impl fmt::Display, derived: impl fmt::Display) -> Self {
        Self::new(code, format!("{what}: the outcome states {stated}, the programme gives {derived}"))
    }

    /// The same about this mentee.
    pub(super) fn mentee(mut self, id: &PersonId) -> Self {
        self.mentee = Some(id.clone());
        self
    }

    /// The same about this mentor.
    pub(super) fn mentor(mut self, id: &PersonId) -> Self {
        self.mentor = Some(id.clone());
        self
    }

    /// The same about this rule, criterion, attribute, level or list.
    pub(super) fn about(mut self, about: impl Into<String>) -> Self {
        self.about = Some(about.into());
        self
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code)?;
        if let Some(about) = &self.about {
            write!(f, " ({about})")?;
        }
        write!(f, ": {}", self.message)
    }
}

macro_rules! finding_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal;)+) => {
        /// Stable name of a kind of fault.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[non_exhaustive]
        pub enum FindingCode {
            $($(#[doc = $doc])+ #[serde(rename = $name)] $variant,)+
        }

        impl FindingCode {
            /// Every code, in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name printed and looked up.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// What the code means, in a sentence or two.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc, "\n"),+)),+ }
            }
        }
    };
}

finding_codes! {
    /// The outcome is of another version of the format.
    FormatVersion = "format-version";
    /// Another version of the engine wrote the outcome.
    EngineVersion = "engine-version";
    /// The outcome's summary of its programme is not this programme's.
    ProgrammeSummary = "programme-summary";
    /// The status contradicts the levels.
    Status = "status";
    /// A criterion of the embedding program's own was not given to the audit, which cannot ask it again.
    OwnCriterion = "own-criterion";
    /// Somebody is named whom the programme does not have on that side.
    UnknownPerson = "unknown-person";
    /// A mentee has more than one proposal, or has one and a pair already, or has one and is held.
    RepeatedMentee = "repeated-mentee";
    /// A mentor has more proposals than places left.
    CapacityExceeded = "capacity-exceeded";
    /// A hard rule does not allow a proposed pair: it refuses it or needs something found out first.
    NotEligible = "not-eligible";
    /// A proposed pair fits less well than the floor.
    BelowFloor = "below-floor";
    /// A person's tier is another one.
    Tier = "tier";
    /// A list has the right entries in another order.
    Order = "order";
    /// The contributions of a proposal are not one for each criterion, in order.
    ContributionList = "contribution-list";
    /// The points of a contribution are others.
    Points = "points";
    /// The weight of a contribution is not the criterion's.
    Weight = "weight";
    /// A contribution is not weight times points.
    Contribution = "contribution";
    /// What the points are said to rest on is not so.
    Because = "because";
    /// The fit of a proposal is not the sum of its contributions.
    Fit = "fit";
    /// The wishes of a proposal, or what became of them, are others.
    Wishes = "wishes";
    /// The facts about a pair for staff are others.
    StaffFacts = "staff-facts";
    /// The meeting of a pair cannot be, beside those of the mentor's other mentees.
    Meeting = "meeting";
    /// The ways in which a pair can meet, or what is missing for one, are others.
    Ways = "ways";
    /// The strongest point against a pair is another one.
    Against = "against";
    /// The alternatives of a proposal are others, or in another order.
    Alternatives = "alternatives";
    /// A current or kept pair is missing from the list that it belongs to: of pairs that go on, or of urgent ones.
    KeptMissing = "kept-missing";
    /// A pair is listed as going on, or as urgent, that is not so, or is listed twice.
    KeptUnfounded = "kept-unfounded";
    /// Whether a pair meets already, since when, or the decision that keeps it is not as the programme has it.
    KeptFacts = "kept-facts";
    /// What the rules have against an urgent pair is something else.
    Objections = "objections";
    /// What is held is not what the decisions hold, in order.
    HeldList = "held-list";
    /// Somebody without a proposal is missing from the people left waiting.
    WaitingMissing = "waiting-missing";
    /// Somebody is listed as waiting who has a proposal or a pair, is held, or is listed twice.
    WaitingUnfounded = "waiting-unfounded";
    /// The day since which somebody waits, or the days counted from it, are others.
    WaitingTime = "waiting-time";
    /// A mentor with nobody proposed is missing from the idle mentors.
    IdleMissing = "idle-missing";
    /// A mentor is listed as idle who has a proposal or a pair, or is listed twice.
    IdleUnfounded = "idle-unfounded";
    /// The places of an idle mentor are others.
    Capacity = "capacity";
    /// What the rules said of everybody on the other side is not so.
    Reasons = "reasons";
    /// The division of the other side into refused, to be checked, below the floor, settled, without place and
    /// candidates is another one.
    Asked = "asked";
    /// The number of candidates whose places went to others is another one.
    NeededElsewhere = "needed-elsewhere";
    /// Whether anybody could have served a waiting mentee is the other way round.
    Servable = "servable";
    /// The number of an idle mentor's candidates who are served by others is another one.
    ServedElsewhere = "served-elsewhere";
    /// The rules in force are others.
    RuleList = "rule-list";
    /// The criteria in force are others.
    CriterionList = "criterion-list";
    /// The points of a criterion over all proposals are others.
    CriterionPoints = "criterion-points";
    /// What the programme put on record is missing, added or changed.
    Records = "records";
    /// What mentors the programme lacks, or how many ask for them, is something else.
    Recruitment = "recruitment";
    /// What the outcome says of the programmes that share the run, of the programme that somebody was referred to, or of those
    /// that share a mentor, is something else.
    Programmes = "programmes";
    /// A count over the whole programme is another one.
    Totals = "totals";
    /// The counts of a tier are others, or the tiers are.
    TierTotals = "tier-totals";
    /// The levels are not those of the aim, in order.
    LevelList = "level-list";
    /// The proposals reach another value of a level.
    LevelValue = "level-value";
    /// The bound of a level is not the value where the level is said to be proved, or lies below the value.
    LevelBound = "level-bound";
    /// A blank that a criterion asks about is not among the questions.
    QuestionMissing = "question-missing";
    /// A question stands in the outcome that nothing asks, or stands twice.
    QuestionUnfounded = "question-unfounded";
    /// The number of candidate pairs on which a question bears is another one.
    QuestionPairs = "question-pairs";
    /// A question within the declared limit was not tried out, or one beyond it was.
    QuestionTried = "question-tried";
    /// Whether an answer to a question could change the proposal is the other way round.
    QuestionAnswer = "question-answer";
    /// The certificate does not prove the proposal: it has not one price for each person at each level, a pair or person
    /// contradicts its prices, or an outcome that is not `optimal` brings one.
    Certificate = "certificate";
    /// Another matching does better: the named level can be higher while those before it are kept.
    NotOptimal = "not-optimal";
    /// What the outcome says of stability is not so: the method, a number of people, the number of pairs who would both
    /// rather have each other, or the proof of how many could be served.
    Stability = "stability";
    /// A mentee and a mentor would both rather have each other than what is proposed to them, where the aim is a stable
    /// matching.
    BlockingPair = "blocking-pair";
    /// The matching is stable, and another one than the stable matching that is best for all mentees.
    StableChoice = "stable-choice";
    /// The declared limit was reached before it could be shown that no other matching does better.
    ProofUnfinished = "proof-unfinished";
}

impl FindingCode {
    /// The code of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for FindingCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_is_found_by_its_name_and_written_as_it() {
        for code in FindingCode::ALL.iter().copied() {
            assert_eq!(FindingCode::from_name(code.name()), Some(code));
            assert_eq!(serde_json::to_string(&code).unwrap(), format!("\"{}\"", code.name()));
            assert!(!code.meaning().trim().is_empty());
        }
        assert_eq!(FindingCode::from_name("no-such-code"), None);
    }
}

//! The closed list of issue codes.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Whether an issue stops the run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// The run goes on; the coordinator should know.
    Warning,
    /// The programme cannot be built until it is mended.
    Error,
}

impl fmt::Display for Severity {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Warning => "warning",
            Self::Error => "error",
        })
    }
}

macro_rules! issue_codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $name:literal, $severity:ident;)+) => {
        /// Stable name of a kind of problem.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
        #[non_exhaustive]
        pub enum IssueCode {
            $($(#[doc = $doc])+ #[serde(rename = $name)] $variant,)+
        }

        impl IssueCode {
            /// Every code, in the order of the reference.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The name printed and looked up.
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }

            /// Whether this kind of problem stops the run.
            pub const fn severity(self) -> Severity {
                match self { $(Self::$variant => Severity::$severity),+ }
            }

            /// What the code means, in a sentence or two.
            pub const fn meaning(self) -> &'static str {
                match self { $(Self::$variant => concat!($($doc, "\n"),+)),+ }
            }
        }
    };
}

issue_codes! {
    /// A file that the programme names cannot be opened.
    FileMissing = "file-missing", Error;
    /// A file is not text in the encoding that was expected: the declared one, otherwise UTF-8 or UTF-16 with its mark.
    Encoding = "encoding", Error;
    /// A file given as a sheet is something else, such as a picture or a web page, or a workbook that cannot be read.
    NotCsv = "not-csv", Error;
    /// Cells could be parted by one sign as well as by another, and the sheet does not declare which is meant.
    UnsureDelimiter = "unsure-delimiter", Error;
    /// A workbook has no worksheet of the declared name, or several that could be meant.
    MissingWorksheet = "missing-worksheet", Error;
    /// A programme file or document breaks the grammar of TOML or JSON.
    Syntax = "syntax", Error;
    /// A declared limit would be exceeded; the input is refused before memory is taken for it.
    LimitExceeded = "limit-exceeded", Error;
    /// A key stands in the document that the programme file does not have.
    UnknownKey = "unknown-key", Error;
    /// The same key stands twice in one table.
    DuplicateKey = "duplicate-key", Error;
    /// A key that is needed is absent.
    MissingKey = "missing-key", Error;
    /// A value has another type than the key asks for.
    WrongType = "wrong-type", Error;
    /// A value is not in the closed list that the key or attribute has.
    UnknownValue = "unknown-value", Error;
    /// Settings of one rule, criterion or column contradict each other or leave nothing to do.
    BadSetting = "bad-setting", Error;
    /// A sheet has a header and no row below it, or not even a header.
    EmptySheet = "empty-sheet", Error;
    /// The programme names a column that the sheet does not have.
    MissingColumn = "missing-column", Error;
    /// A header stands more than once in a sheet, so that its name alone does not tell which column is meant.
    RepeatedHeader = "repeated-header", Error;
    /// A row has more or fewer cells than the header.
    RaggedRow = "ragged-row", Error;
    /// A cell does not hold what its mapping declares: a mark, a yes or no, a length of time.
    UnreadableCell = "unreadable-cell", Error;
    /// Neighbouring columns are not as many as the mapping needs, or stand in another order than it says.
    ColumnRun = "column-run", Error;
    /// A row of a sheet belongs to neither side and is not excluded.
    UnclaimedRow = "unclaimed-row", Error;
    /// Two rows of one person say different things where only one can hold.
    ConflictingRows = "conflicting-rows", Error;
    /// A condition of the mapping is met by no row, although its column is filled in.
    IdleCondition = "idle-condition", Warning;
    /// Cells of a list hold commas or other signs that nothing declares as separators: each cell is taken as one item.
    UnsplitList = "unsplit-list", Warning;
    /// Dates whose time of day is dropped, as the mapping says.
    TimeDropped = "time-dropped", Warning;
    /// Cells of a workbook are merged, so that it cannot be told which rows or columns their text is for.
    MergedCells = "merged-cells", Error;
    /// A cell of a workbook holds an error instead of a value, or a formula whose value was never worked out.
    CellError = "cell-error", Error;
    /// Cells of a column hold formulas; the values stored with them are read.
    StoredFormula = "stored-formula", Warning;
    /// Worksheets, rows or columns of a workbook are hidden.
    HiddenCells = "hidden-cells", Warning;
    /// Ids are numbers of more than 15 digits, of which a spreadsheet keeps only the first 15.
    LongNumber = "long-number", Warning;
    /// Columns of a sheet that the programme does not use; they are not loaded.
    UnusedColumn = "unused-column", Warning;
    /// A person has no id, or an id that cannot be one.
    BadId = "bad-id", Error;
    /// Two rows of one side carry the same id.
    DuplicateId = "duplicate-id", Error;
    /// Two ids differ only in capital letters.
    LookalikeId = "lookalike-id", Warning;
    /// An exclusion, a choice, a nomination, a relationship, a decision or an entry of people known names an id that
    /// nobody has.
    DanglingId = "dangling-id", Error;
    /// A person is excluded from meeting themselves, which holds anyway.
    SelfExclusion = "self-exclusion", Warning;
    /// The two sides say different things of how they know each other; the closer relation counts.
    RelationContradiction = "relation-contradiction", Warning;
    /// A number is not a number, not finite, too large, or finer than a thousandth.
    BadNumber = "bad-number", Error;
    /// A capacity is negative, fractional, or beyond the limit.
    BadCapacity = "bad-capacity", Error;
    /// An age is not a whole number from 0 to 130, or contradicts the birth date.
    BadAge = "bad-age", Error;
    /// A priority tier is not a whole number from 1 to the number of tiers that the aim declares.
    BadTier = "bad-tier", Error;
    /// A date does not exist or is not written in the declared order.
    BadDate = "bad-date", Error;
    /// A date can be read in two ways and the sheet does not declare which is meant.
    AmbiguousDate = "ambiguous-date", Error;
    /// Somebody waits since a day that lies after the programme's own, or is there only after its planned end.
    DateAhead = "date-ahead", Warning;
    /// Availability text cannot be read.
    BadAvailability = "bad-availability", Error;
    /// A time is not on the half hour: only the whole half hours inside it count.
    RoundedTime = "rounded-time", Warning;
    /// A place is neither a postcode nor coordinates, or lies off the map.
    BadPlace = "bad-place", Error;
    /// A postcode is well formed and not in the table, so that the place counts as not known.
    PlaceUnknown = "place-unknown", Warning;
    /// Places of some people are known by the first half of their postcode alone.
    PlaceByOutcode = "place-by-outcode", Warning;
    /// A check, a training item or an entry of people known cannot be read, or a check expires before it was issued.
    BadRecord = "bad-record", Error;
    /// A wish cannot be read or asks for something that its attribute cannot be.
    BadPreference = "bad-preference", Error;
    /// Somebody wishes for and against the same thing.
    ContradictoryWishes = "contradictory-wishes", Warning;
    /// Nobody on the other side gives the answer that a `must` asks for.
    WishNobodyMeets = "wish-nobody-meets", Warning;
    /// A wish for the same as one's own answer, or another, and one's own is blank.
    WishWithoutOwnAnswer = "wish-without-own-answer", Warning;
    /// Somebody names one activity both among what they like and among what they dislike.
    ContradictoryAnswers = "contradictory-answers", Warning;
    /// A rule, criterion, wish or column names an attribute that neither stands in the vocabulary nor is declared.
    UnknownAttribute = "unknown-attribute", Error;
    /// A rule or criterion is given an attribute of a kind that it cannot use.
    AttributeKind = "attribute-kind", Error;
    /// Two rules, criteria or attributes share one name.
    DuplicateName = "duplicate-name", Error;
    /// Every criterion has the weight zero, so that no pair fits better than another.
    WeightsAllZero = "weights-all-zero", Error;
    /// The programme has no criterion: any allowed pair is as good as another.
    NoCriteria = "no-criteria", Warning;
    /// A purpose or sub-goal multiplies the weight of no criterion that the programme has.
    IdlePurpose = "idle-purpose", Warning;
    /// The programme does not say which checks and training its mentors must hold.
    SafeguardingMissing = "safeguarding-missing", Error;
    /// A check is asked for, or held, that is higher than the table of checks allows for the programme's activity.
    OverChecking = "over-checking", Warning;
    /// People accept only ways of meeting that need what they do not have.
    NoWayLeft = "no-way-left", Warning;
    /// People who did not say how they would meet are taken to want what is usual in the programme.
    TakenAsUsual = "taken-as-usual", Warning;
    /// Mentees have an Independent Visitor, a Personal Adviser, a mentor or a befriender already.
    SupportedAlready = "supported-already", Warning;
    /// A mentor agreed to share an experience that is not among theirs.
    SharedNotHeld = "shared-not-held", Warning;
    /// People answered or wished something, and no rule, criterion or table of the programme looks at it.
    AnswersUnused = "answers-unused", Warning;
    /// A setting changes nothing, since nobody answered what it looks at.
    IdleSetting = "idle-setting", Warning;
    /// Barriers or needs stand in no line of the table of capabilities, so that they ask nothing of a mentor.
    NeedWithoutLine = "need-without-line", Warning;
    /// The programme lists supervisors, and mentors have none.
    WithoutSupervisor = "without-supervisor", Warning;
    /// What mentees weigh leaves a side so small a part of the fit that its floor cannot be reached.
    FloorOutOfReach = "floor-out-of-reach", Warning;
    /// The greatest number that mentees may give a criterion lies below what it weighs anyway.
    LowOwnWeight = "low-own-weight", Warning;
    /// Special-category or criminal-offence data is read without a declared basis for using it.
    MissingBasis = "missing-basis", Error;
    /// The declared basis does not allow a decision about one person.
    BasisNotUsable = "basis-not-usable", Error;
    /// An attribute whose name speaks of sensitive data or of a protected characteristic is labelled as if it did not.
    SensitivityTooLow = "sensitivity-too-low", Error;
    /// Answers of people without recorded consent, or who withdrew it, are left blank.
    BlankedWithoutConsent = "blanked-without-consent", Warning;
    /// A sensitive or protected answer is told to the other person, and no reason stands for it.
    DisclosedWithoutReason = "disclosed-without-reason", Warning;
    /// A rule or criterion on a protected characteristic has no written reason.
    MissingReason = "missing-reason", Error;
    /// A mentor's must or never on a protected characteristic or on sensitive data, without a justification in the programme.
    UnjustifiedWish = "unjustified-wish", Error;
    /// A carer's wish on a protected characteristic counts, without a justification.
    UnjustifiedCarerWish = "unjustified-carer-wish", Warning;
    /// A mentee's never that names a protected value, without a coordinator's recorded decision.
    UndecidedNever = "undecided-never", Error;
    /// A justification, decision or permission is on record that changes nothing.
    IdleRecord = "idle-record", Warning;
    /// A line of the vocabulary contradicts another or itself: two canonical terms for one word, a synonym of a synonym,
    /// a term above itself.
    BadTerm = "bad-term", Error;
    /// Somebody wrote a word that is nearly one of the vocabulary, or nearly one that others wrote.
    NearMissTerm = "near-miss-term", Warning;
    /// A pair has two scores under one criterion.
    DuplicateScore = "duplicate-score", Error;
    /// Scores are supplied that no criterion uses.
    IdleScores = "idle-scores", Warning;
    /// Supplied points count 1, 2, 3 ... each once, as ranks do.
    LooksLikeARank = "looks-like-a-rank", Warning;
    /// Relationships contradict each other, or one contradicts its own dates.
    ContradictingRelationship = "contradicting-relationship", Error;
    /// Decisions contradict each other, or one contradicts a current relationship.
    ContradictingDecision = "contradicting-decision", Error;
    /// A mentor has more current, kept and held pairs than places.
    OverCapacity = "over-capacity", Warning;
    /// One column feeds both matching and monitoring.
    MonitoringForMatching = "monitoring-for-matching", Error;
    /// A side of the programme has nobody on it.
    NobodyOnOneSide = "nobody-on-one-side", Warning;
}

impl IssueCode {
    /// The code of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.name() == name)
    }
}

impl fmt::Display for IssueCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

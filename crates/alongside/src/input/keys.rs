//! Every key a programme document may have, with its meaning: what the reader accepts, what nearest names are sought
//! among, and what the reference prints.

/// The keys of one kind of table.
#[derive(Debug)]
pub struct Section {
    /// Where the table stands in a document.
    pub path: &'static str,
    /// What the table is for.
    pub about: &'static str,
    /// Keys with their meanings.
    pub keys: &'static [(&'static str, &'static str)],
    /// Whether the programme's own names may stand beside the keys.
    pub open: bool,
}

impl Section {
    /// Whether the key may stand here.
    pub fn has(&self, key: &str) -> bool {
        self.open || self.keys.iter().any(|(name, _)| *name == key)
    }

    /// The keys' names, in order.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.keys.iter().map(|(name, _)| *name)
    }

    /// What a key means.
    pub fn meaning(&self, key: &str) -> Option<&'static str> {
        self.keys.iter().find(|(name, _)| *name == key).map(|(_, meaning)| *meaning)
    }
}

macro_rules! sections {
    ($($(#[doc = $doc:literal])+ $name:ident = $path:literal, $open:literal { $($key:literal: $meaning:literal,)* })+) => {
        $($(#[doc = $doc])+ pub static $name: Section = Section {
            path: $path,
            about: concat!($($doc),+),
            keys: &[$(($key, $meaning)),*],
            open: $open,
        };)+

        /// Every section, in the order of the reference.
        pub static SECTIONS: &[&Section] = &[$(&$name),+];
    };
}

sections! {
    /// The programme itself.
    PROGRAMME = "", false {
        "name": "the programme's name",
        "support": "`mentoring` or `befriending`",
        "as_of": "the day the programme is seen from, YYYY-MM-DD; nothing reads a clock",
        "planned_months": "months that a relationship is planned to last, 1 to 120; checks must be valid throughout",
        "seed": "a whole number from 0 that decides between equally good matchings",
        "opaque_ids": "`true` where ids tell nothing about a person, so that messages may name them",
        "safeguarding": "which checks and training mentors must hold",
        "attributes": "further attributes, by name",
        "basis": "what allows the use of each sensitive attribute, by attribute",
        "rules": "hard rules beyond those always in force",
        "criteria": "what makes one pair fit better than another",
        "aim": "tiers, order of quality, floor",
        "justifications": "why mentors' hard wishes on a protected characteristic are accepted",
        "decisions": "coordinators' recorded decisions",
        "sheets": "where the people stand",
        "mentors": "the mentors themselves, where they are not in a sheet",
        "mentees": "the mentees themselves, where they are not in a sheet",
    }
    /// What mentors must hold. An empty list says openly that nothing is required, and then needs a why.
    SAFEGUARDING = "safeguarding", false {
        "checks": "required checks, each a name or a table",
        "training": "required training items, each a name or a table",
        "why": "why no check is required; needed when `checks` is empty",
    }
    /// One required check or training item.
    REQUIREMENT = "safeguarding.checks[]", false {
        "name": "its name, as in the mentors' records",
        "valid_months": "months from issue for which one without a recorded expiry counts as valid, 1 to 600",
    }
    /// One further attribute.
    ATTRIBUTE = "attributes.NAME", false {
        "kind": "`tags`, `one_of`, `level`, `number` or `date`",
        "order": "for a level: its words, lowest first",
        "values": "for tags and one_of: the words that may occur; any when absent",
        "sensitivity": "`ordinary`, `special_category` or `criminal_offence`",
        "protected": "the protected characteristic it tells, if any",
    }
    /// The basis for one sensitive attribute.
    BASIS = "basis.ATTRIBUTE", false {
        "basis": "`consent`, `safeguarding`, `disability_support`, `counselling`, `social_care` or `not_for_profit_body`",
        "note": "where this was decided or recorded; printed in the outcome",
    }
    /// One hard rule. Which of the settings it has depends on the rule; see the reference of rules.
    RULE = "rules[]", false {
        "rule": "which rule",
        "id": "name in outcomes; the rule's own when absent",
        "why": "why the programme has it; needed where it bears on a protected characteristic",
        "unknown": "`needs_check` or `allow` where the data is blank",
        "minimum_minutes": "time_overlap: shortest useful stretch, a multiple of 30",
        "attribute": "attribute_bounds: which attribute",
        "relation": "attribute_bounds: `same` or `different`",
        "difference": "age_bounds, attribute_bounds: bounds on mentor minus mentee",
        "mentor": "age_bounds, attribute_bounds: bounds on the mentor",
        "mentee": "age_bounds, attribute_bounds: bounds on the mentee",
    }
    /// A range with both ends included. Levels are given as words, differences of levels as numbers.
    BOUNDS = "rules[].difference", false {
        "min": "lowest allowed",
        "max": "highest allowed",
    }
    /// One criterion. Which of the settings it has depends on the criterion; see the reference of criteria.
    CRITERION = "criteria[]", false {
        "criterion": "which criterion",
        "id": "name in outcomes; the criterion's own when absent",
        "weight": "factor on its points, a whole number from 0 to 1000",
        "why": "a sentence on why the programme has it",
        "unknown": "`neutral`, `lowest` or `ask` where the data is blank; `neutral` when absent",
        "attribute": "which attribute",
        "full_at": "shared_tags: shared terms that earn full points, 1 to 100; 3 when absent",
        "rare_counts_more": "shared_tags: `true` where rare shared terms count up to twice as much",
        "relation": "same_value: `same` or `different`; `same` when absent",
        "ideal": "level_distance: wished distance of the mentor above the mentee; 0 when absent",
        "span": "level_distance: distance from the ideal at which no points are left",
        "full_at_minutes": "shared_time: shared time that earns full points, a multiple of 30; 240 when absent",
        "side": "stated_preferences: `mentee` or `mentor` to heed one side only",
        "ranks": "ranked_choices: choices that earn points, 1 to 100; 5 when absent",
        "mentee_attribute": "lookup: the mentee's attribute",
        "mentor_attribute": "lookup: the mentor's attribute",
        "table": "lookup: the lines of the table",
        "otherwise": "lookup: points of combinations not in the table, 0 to 1000; 0 when absent",
    }
    /// One line of a lookup table.
    LOOKUP = "criteria[].table[]", false {
        "mentee": "the mentee's answer",
        "mentor": "the mentor's answer",
        "points": "points of the combination, 0 to 1000",
    }
    /// What the matching is to achieve.
    AIM = "aim", false {
        "tiers": "number of priority tiers, 1 to 8; 1 when absent",
        "first": "ids of criteria whose points come before total fit, in order",
        "floor": "least fit of a pair that may be proposed; 0 when absent",
    }
    /// A justification of mentors' hard wishes.
    JUSTIFICATION = "justifications[]", false {
        "attribute": "the protected attribute wished about",
        "reason": "why the wishes are accepted; printed in the outcome",
    }
    /// A coordinator's decision to honour a mentee's `never` on a protected value.
    DECISION = "decisions[]", false {
        "mentee": "whose wish",
        "attribute": "the attribute wished about",
        "by": "who decided",
        "on": "when, YYYY-MM-DD",
        "reason": "why; printed in the outcome",
    }
    /// Where the people stand.
    SHEETS = "sheets", false {
        "mentors": "the mentors' sheet",
        "mentees": "the mentees' sheet",
        "dates": "how dates are written: `year-month-day` (the only one when absent), `day/month/year` or `month/day/year`",
    }
    /// One sheet.
    SHEET = "sheets.mentors", false {
        "file": "the CSV file, seen from the programme file",
        "delimiter": "`,`, `;`, `|` or `tab`; `,` when absent",
        "columns": "from field to column; when absent, headers that are names of fields are taken as such",
        "checks": "checks whose dates stand in columns of their own",
        "training": "training items whose dates stand in columns of their own",
        "preferences": "wishes that stand in columns of their own",
        "consent": "consents that stand in columns of their own",
    }
    /// How one field is put together; a plain text is short for `column`.
    COLUMN = "sheets.mentors.columns.FIELD", false {
        "column": "the header of the column",
        "columns": "headers of several columns that are joined",
        "join": "what stands between joined columns; a space when absent",
        "separator": "what stands between the items of a list in one cell; `;` when absent",
        "values": "translations of cell values or list items; an empty text makes a blank",
        "fixed": "the same value for every row, instead of a column",
    }
    /// Dates of one check or training item.
    SHEET_RECORD = "sheets.mentors.checks[]", false {
        "name": "the check or training item",
        "issued": "header of the column with the day of issue or completion",
        "expires": "header of the column with the last valid day",
    }
    /// A wish in columns of its own.
    SHEET_PREFERENCE = "sheets.mentees.preferences[]", false {
        "attribute": "the other person's attribute",
        "strength": "`must`, `prefer`, `avoid` or `never`",
        "column": "header of the column with what is wished; a blank cell is no wish",
        "separator": "what stands between several values in one cell, any of which will do",
        "values": "translations of cell values; an empty text makes no wish",
        "value": "what is wished, the same for every row, instead of a column",
        "when": "the wish stands only in rows where a column has a value",
    }
    /// A condition on a row.
    SHEET_WHEN = "sheets.mentees.preferences[].when", false {
        "column": "header of the column",
        "is": "the value it must have, capital letters aside",
    }
    /// A consent in a column of its own.
    SHEET_CONSENT = "sheets.mentors.consent[]", false {
        "attribute": "the sensitive attribute consented to",
        "column": "header of the column with the answer",
        "is": "the answer that gives consent, capital letters aside; `yes` when absent",
        "withdrawn": "header of a column that is filled in where consent was withdrawn",
    }
    /// One person. Declared attributes stand beside these by their own names; monitoring answers under `monitoring`.
    PERSON = "mentors[]", true {
        "id": "who it is; the same id on both sides is the same person",
        "name": "name, shown only on request",
        "age": "whole years on the programme's as_of date",
        "birth_date": "day of birth, from which the age is worked out",
        "gender": "gender as the person describes it",
        "ethnicity": "ethnic group, given for matching",
        "languages": "list of languages",
        "interests": "list of interests",
        "lived_experience": "list of experiences the person is willing to share",
        "availability": "free times of a week, such as `Mon 17:00-20:00; Sat am`",
        "delivery_methods": "list of `face_to_face`, `telephone`, `internet`",
        "exclusions": "ids of people not to be matched with",
        "capacity": "mentors: places now, 0 to 1000; 1 when blank",
        "checks": "mentors: checks held, each `NAME ISSUED to EXPIRES` or a table",
        "training": "mentors: training completed, each `NAME ISSUED to EXPIRES` or a table",
        "waiting_since": "mentees: the day since which they wait",
        "priority_tier": "mentees: 1 for the first; the last when blank",
        "choices": "mentees: ids of mentors, first choice first",
        "preferences": "wishes, each `STRENGTH ATTRIBUTE VALUE` or a table",
        "consent": "sensitive attributes the person consents to, each `ATTRIBUTE` or `ATTRIBUTE DATE`",
        "consent_withdrawn": "sensitive attributes whose consent was withdrawn, each `ATTRIBUTE` or `ATTRIBUTE DATE`",
        "monitoring": "answers for equality monitoring only; nothing that decides can reach them",
    }
    /// One check or training item held.
    HELD = "mentors[].checks[]", false {
        "name": "its name",
        "issued": "day of issue or completion",
        "expires": "last valid day",
    }
    /// One wish.
    PREFERENCE = "mentees[].preferences[]", false {
        "attribute": "the other person's attribute",
        "strength": "`must`, `prefer`, `avoid` or `never`",
        "value": "`same`, `different`, a term, a list of terms of which any will do, or a range such as `25..40`",
    }
}

//! What kind of value every key of a programme document takes: what the JSON Schema says of it, and what the readers
//! hold themselves to in tests, so that the two cannot drift apart.

#![cfg_attr(not(feature = "schema"), allow(dead_code, reason = "what the schema alone looks at"))]

use super::activity::MOST_DAYS;
use super::aim::MAX_SEARCH_NODES;
use super::attributes::{BASES, PROTECTED, SENSITIVITIES};
use super::build::{NOMINATIONS, PAST_PAIRS, SUPPORT};
use super::decisions::WORDS as DECISIONS;
use super::design::{MAX_REVIEW_MONTHS, sakes};
use super::disclosure::FROM;
use super::ethnicity::SCHEMES;
use super::keys::{
    ACTIVITY, AIM, ATTRIBUTE, BASIS, BOUNDS, CAPABILITY, CASELOAD_WEIGHTS, CHECK_ROW, COLUMN, CRITERION, DECISION,
    DELIVERY, DELIVERY_LANGUAGE, DISCLOSURE, ELIGIBLE, ETHNICITY, EXCLUSION, FACTOR, GROUND, GROUP, HELD,
    JUSTIFICATION, KNOWN_TO, LOOKUP, ONE_PROGRAMME, OTHER_SERVICE, OWN_WEIGHT, PERSON, PLACE, PREFERENCE, RELATIONSHIP,
    REQUIREMENT, RULE, SAFEGUARDING, SCORE, SEVERAL, SHEET, SHEET_CONSENT, SHEET_EXCLUDE, SHEET_ONLY, SHEET_PREFERENCE,
    SHEET_RECORD, SHEET_RUN, SHEET_WHEN, SHEETS, SUPERVISOR, Section, TERM,
};
use super::own_weights::MAX_OWN;
use super::priority::MAX_GROUND_DAYS;
use super::rules::FARTHEST_KM;
use super::several::{MOST_DEDICATED, MOST_MINUTES};
use super::sheets::format::MOST_ROWS;
use super::sheets::{STRENGTHS, TimeUnit};
use super::supervisors::{MAX_CASELOAD, MOST_WEIGHT};
use super::{criteria, rules};
use crate::domain::{
    Formality, MAX_FACTOR, MAX_RANKS, MAX_STEPS, MAX_TIERS, MenteeGroup, NEEDING, Nation, POINTS_SCALE, Preset,
    Purpose, Setting,
};

/// The kind of value that a key takes.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Shape {
    /// Text that is not blank.
    Text,
    /// Text of at least one character, white space too.
    Separator,
    /// Any text.
    AnyText,
    /// True or false.
    Flag,
    /// A whole number from the first to the second.
    Whole(i64, i64),
    /// Any number.
    Number,
    /// A day.
    Day,
    /// A word of a closed list.
    Word(fn() -> Vec<&'static str>),
    /// A table of the section's keys.
    Table(&'static Section),
    /// A list of tables of the section's keys.
    Tables(&'static Section),
    /// A table from names of the programme's own to tables of the section's keys.
    NamedTables(&'static Section),
    /// A list of such.
    List(&'static Shape),
    /// A table from names of the programme's own to such.
    Named(&'static Shape),
    /// Any of these.
    Any(&'static [Shape]),
    /// From field to column: as named, and the monitoring answers one level down.
    Columns(&'static Shape),
}

/// Texts, or one text for a list of one.
const TEXTS: Shape = Shape::Any(&[Shape::Text, Shape::List(&Shape::Text)]);
/// A person's answer as text; numbers stand for their digits.
const ANSWER: Shape = Shape::Any(&[Shape::AnyText, Shape::Number]);
/// A person's list, one text of which the items are joined by `;`, or a list.
const ANSWERS: Shape = Shape::Any(&[Shape::AnyText, Shape::Number, Shape::List(&ANSWER)]);
/// A range's end: a level's word, a number, a date.
const POSITION: Shape = Shape::Any(&[Shape::Number, Shape::Text]);
const HELD_ITEMS: Shape = Shape::Any(&[
    Shape::AnyText,
    Shape::Table(&HELD),
    Shape::List(&Shape::Any(&[Shape::AnyText, Shape::Table(&HELD)])),
]);
const SERVICES: Shape = Shape::Any(&[
    Shape::AnyText,
    Shape::Table(&OTHER_SERVICE),
    Shape::List(&Shape::Any(&[Shape::AnyText, Shape::Table(&OTHER_SERVICE)])),
]);
const WISHES: Shape = Shape::Any(&[
    Shape::AnyText,
    Shape::Table(&PREFERENCE),
    Shape::List(&Shape::Any(&[Shape::AnyText, Shape::Table(&PREFERENCE)])),
]);
const REQUIREMENTS: Shape = Shape::List(&Shape::Any(&[Shape::Text, Shape::Table(&REQUIREMENT)]));

/// A header, how several are put together, or several such whose lists are united.
const COLUMN_OF: Shape = Shape::Any(&[
    Shape::AnyText,
    Shape::Table(&COLUMN),
    Shape::List(&Shape::Any(&[Shape::AnyText, Shape::Table(&COLUMN)])),
]);
/// Answers of cells, of which an empty one stands for a blank.
const CELLS: Shape = Shape::Any(&[Shape::AnyText, Shape::List(&Shape::AnyText)]);
/// Headers, or the first and the last of a run.
const RUN: Shape = Shape::Any(&[Shape::Text, Shape::List(&Shape::Text), Shape::Table(&SHEET_RUN)]);
const KNOWN: Shape = Shape::Any(&[
    Shape::AnyText,
    Shape::Table(&KNOWN_TO),
    Shape::List(&Shape::Any(&[Shape::AnyText, Shape::Table(&KNOWN_TO)])),
]);
const EXCLUSIONS: Shape = Shape::Any(&[
    Shape::AnyText,
    Shape::Whole(i64::MIN, i64::MAX),
    Shape::Table(&EXCLUSION),
    Shape::List(&Shape::Any(&[Shape::AnyText, Shape::Whole(i64::MIN, i64::MAX), Shape::Table(&EXCLUSION)])),
]);
const WHERE: Shape = Shape::Any(&[Shape::AnyText, Shape::Table(&PLACE)]);
/// A person's id in a further record; digits stand for themselves.
const ID: Shape = Shape::Any(&[Shape::AnyText, Shape::Whole(i64::MIN, i64::MAX)]);

/// The words of a list that readers choose from.
macro_rules! words {
    ($list:expr) => {
        Shape::Word(|| $list.iter().map(|listed| listed.0).collect())
    };
}

/// The kind of value that a key of a section takes; none for a key that the section does not have.
#[expect(clippy::match_same_arms, reason = "the arms follow the sections, so that a key is found where it stands")]
pub(crate) fn shape(section: &str, key: &str) -> Option<Shape> {
    Some(match (section, key) {
        ("", "name") => Shape::Text,
        ("", "support") => words!(SUPPORT),
        ("", "as_of") => Shape::Day,
        ("", "planned_months") => Shape::Whole(1, 120),
        ("", "offers") => TEXTS,
        ("", "ethnicity") => Shape::Table(&ETHNICITY),
        ("", "own_weights") => Shape::NamedTables(&OWN_WEIGHT),
        ("own_weights.CRITERION", "min") => Shape::Whole(0, MAX_OWN),
        ("own_weights.CRITERION", "max") => Shape::Whole(1, MAX_OWN),
        ("", "disclosure") => Shape::NamedTables(&DISCLOSURE),
        ("disclosure.NAME", "why") => Shape::Text,
        ("disclosure.NAME", _) => words!(FROM),
        ("ethnicity", "scheme") => words!(SCHEMES),
        ("ethnicity", "groups") => Shape::Named(&TEXTS),
        ("ethnicity", "no_match") => TEXTS,
        ("", "review_months") => Shape::Whole(1, MAX_REVIEW_MONTHS),
        ("", "preset") => words!(Preset::WORDS),
        ("", "purpose") => words!(Purpose::WORDS),
        ("", "sub_goals") => TEXTS,
        ("", "factors") => Shape::Tables(&FACTOR),
        ("", "setting") => words!(Setting::WORDS),
        ("", "formality") => words!(Formality::WORDS),
        ("", "seed") => Shape::Whole(0, i64::MAX),
        ("", "opaque_ids") => Shape::Flag,
        ("", "safeguarding") => Shape::Table(&SAFEGUARDING),
        ("", "attributes") => Shape::NamedTables(&ATTRIBUTE),
        ("", "basis") => Shape::NamedTables(&BASIS),
        ("", "rules") => Shape::Tables(&RULE),
        ("", "criteria") => Shape::Tables(&CRITERION),
        ("", "aim") => Shape::Table(&AIM),
        ("", "priority") => Shape::Tables(&GROUND),
        ("", "supervisors") => Shape::Tables(&SUPERVISOR),
        ("", "programmes") => Shape::Tables(&ONE_PROGRAMME),
        ("programmes[]", "id" | "name") => Shape::Text,
        ("programmes[]", "purpose") => words!(Purpose::WORDS),
        ("programmes[]", "setting") => words!(Setting::WORDS),
        ("programmes[]", "sub_goals" | "shares_with") => TEXTS,
        ("programmes[]", "mentees" | "mentors") => Shape::Table(&ELIGIBLE),
        ("programmes[]", "weights") => Shape::Named(&Shape::Whole(0, criteria::MAX_WEIGHT)),
        ("programmes[].mentees", "ages") => Shape::Table(&BOUNDS),
        ("programmes[].mentees", "purposes") => TEXTS,
        ("programmes[].mentees", "groups") => Shape::Tables(&GROUP),
        ("programmes[].mentees", "area") => Shape::Table(&GROUP),
        ("programmes[].mentees.groups[]", "attribute") => Shape::Text,
        ("programmes[].mentees.groups[]", "any_of") => ANSWERS,
        ("", "caseload_weights") => Shape::Table(&CASELOAD_WEIGHTS),
        ("caseload_weights", _) => Shape::Whole(1, MOST_WEIGHT),
        ("", "several_mentees") => Shape::Table(&SEVERAL),
        ("several_mentees", "meeting_minutes") => Shape::Whole(30, MOST_MINUTES),
        ("several_mentees", "dedicated") => Shape::Whole(1, MOST_DEDICATED),
        ("supervisors[]", "id") => Shape::Text,
        ("supervisors[]", "caseload") => Shape::Whole(0, MAX_CASELOAD),
        ("", "justifications") => Shape::Tables(&JUSTIFICATION),
        ("", "decisions") => Shape::Tables(&DECISION),
        ("", "sheets") => Shape::Table(&SHEETS),
        ("", "mentors" | "mentees") => Shape::Tables(&PERSON),
        ("", "relationships") => Shape::Tables(&RELATIONSHIP),
        ("", "terms") => Shape::Tables(&TERM),
        ("", "scores") => Shape::Tables(&SCORE),
        ("", "past_pairs") => words!(PAST_PAIRS),
        ("", "nominated_mentors") => words!(NOMINATIONS),

        ("safeguarding", "checks" | "training") => REQUIREMENTS,
        ("safeguarding", "why") => Shape::Text,
        ("safeguarding", "activity") => Shape::Table(&ACTIVITY),
        ("safeguarding.activity", "nation") => words!(Nation::NAMES),
        ("safeguarding.activity", "mentees" | "methods") => TEXTS,
        ("safeguarding.activity", "days_in_30") => Shape::Whole(0, MOST_DAYS),
        ("safeguarding.activity", "overnight") => Shape::Flag,
        ("safeguarding.activity", "valid_months") => Shape::Whole(1, 600),
        ("safeguarding.activity", "table") => Shape::Tables(&CHECK_ROW),
        ("safeguarding.activity.table[]", "row" | "check" | "highest" | "source") => Shape::Text,
        ("safeguarding.activity.table[]", "nations" | "methods") => TEXTS,
        ("safeguarding.activity.table[]", "mentees") => words!(MenteeGroup::NAMES),
        ("safeguarding.activity.table[]", "from_days") => Shape::Whole(1, MOST_DAYS),
        ("safeguarding.activity.table[]", "overnight") => Shape::Flag,
        ("safeguarding.activity.table[]", "valid_months") => Shape::Whole(1, 600),
        ("safeguarding.checks[]", "roles") => TEXTS,
        ("safeguarding.checks[]", "name") => Shape::Text,
        ("safeguarding.checks[]", "valid_months") => Shape::Whole(1, 600),

        ("", "delivery") => Shape::Table(&DELIVERY),
        ("delivery", "telephone_needs" | "internet_needs" | "usual_methods" | "usual_models") => TEXTS,
        ("delivery", "online_supervision_under") => Shape::Whole(1, 130),
        ("delivery", "language") => Shape::Table(&DELIVERY_LANGUAGE),
        ("delivery.language", "needed_for" | "interpreter_for") => TEXTS,

        ("attributes.NAME", "kind") => words!(["tags", "one_of", "level", "number", "date"].map(|word| (word, ()))),
        ("attributes.NAME", "order" | "values") => TEXTS,
        ("attributes.NAME", "sensitivity") => words!(SENSITIVITIES),
        ("attributes.NAME", "protected") => words!(PROTECTED),
        ("basis.ATTRIBUTE", "basis") => words!(BASES),
        ("basis.ATTRIBUTE", "note") => Shape::Text,

        ("rules[]", "rule") => words!(rules::LISTED),
        ("rules[]", "id" | "why" | "attribute") => Shape::Text,
        ("rules[]", "unknown") => words!(rules::UNKNOWN),
        ("rules[]", "minimum_minutes") => Shape::Whole(30, 10_080),
        ("rules[]", "minimum_days") => Shape::Whole(1, rules::MAX_DAYS),
        ("rules[]", "before_transition") => Shape::Flag,
        ("rules[]", "who") => words!(rules::TRAVELLERS),
        ("rules[]", "max_km") => Shape::Whole(1, FARTHEST_KM),
        ("rules[]", "relation") => words!(rules::RELATIONS),
        ("rules[]", "difference" | "mentor" | "mentee") => Shape::Table(&BOUNDS),
        ("rules[]", "under") => Shape::Whole(1, 130),
        ("rules[]", "table") => Shape::Tables(&CAPABILITY),
        ("rules[].table[]", "need") => Shape::Text,
        ("rules[].table[]", "attribute") => words!(NEEDING.map(|name| (name, ()))),
        ("rules[].table[]", "requires") => TEXTS,
        ("rules[].difference", "min" | "max") => POSITION,

        ("criteria[]", "criterion") => words!(criteria::LISTED),
        ("criteria[]", "id" | "why" | "attribute" | "mentee_attribute" | "mentor_attribute") => Shape::Text,
        ("criteria[]", "view") => words!(criteria::VIEWS),
        ("criteria[]", "weight") => Shape::Whole(0, criteria::MAX_WEIGHT),
        ("criteria[]", "unknown") => words!(criteria::UNKNOWN),
        ("criteria[]", "full_at" | "ranks") => Shape::Whole(1, 100),
        ("criteria[]", "rare_counts_more" | "ranked") => Shape::Flag,
        ("criteria[]", "near_km") => Shape::Whole(0, FARTHEST_KM - 1),
        ("criteria[]", "far_km") => Shape::Whole(1, FARTHEST_KM),
        ("criteria[]", "relation") => words!(rules::RELATIONS),
        ("criteria[]", "ideal" | "span") => POSITION,
        ("criteria[]", "full_at_minutes") => Shape::Whole(30, 10_080),
        ("criteria[]", "side") => words!([("mentor", ()), ("mentee", ())]),
        ("criteria[]", "training") => TEXTS,
        ("criteria[]", "table") => Shape::Tables(&LOOKUP),
        ("criteria[]", "otherwise") => Shape::Whole(0, POINTS_SCALE),
        ("criteria[].table[]", "mentee" | "mentor") => Shape::Text,
        ("criteria[].table[]", "points") => Shape::Whole(0, POINTS_SCALE),

        ("factors[]", "sake") => Shape::Word(|| sakes().collect()),
        ("factors[]", "criterion") => Shape::Text,
        ("factors[]", "factor") => Shape::Whole(1, MAX_FACTOR),

        ("aim", "tiers") => Shape::Whole(1, i64::from(MAX_TIERS)),
        ("aim", "quality") => words!(super::aim::QUALITIES),
        ("aim", "steps") => Shape::Whole(1, i64::from(MAX_STEPS)),
        ("aim", "ranks") => Shape::Whole(1, i64::from(MAX_RANKS)),
        ("aim", "method") => words!(crate::domain::StableMethod::NAMES),
        ("aim", "standard_priority") => Shape::Flag,
        ("priority[]", "tier") => Shape::Whole(1, i64::from(MAX_TIERS)),
        ("priority[]", "id" | "why" | "attribute") => Shape::Text,
        ("priority[]", "value") => ANSWERS,
        ("priority[]", "within_days") => Shape::Whole(0, MAX_GROUND_DAYS),
        ("priority[]", "under_age") => Shape::Whole(1, 130),
        ("priority[]", "promised_days") => Shape::Whole(1, MAX_GROUND_DAYS),
        ("aim", "longest_waiting_first" | "most_mentors") => Shape::Flag,
        ("aim", "search_nodes") => Shape::Whole(1, MAX_SEARCH_NODES),
        ("aim", "first") => TEXTS,
        ("aim", "floor" | "mentee_floor" | "mentor_floor") => Shape::Whole(0, i64::MAX),
        ("justifications[]", "attribute" | "reason") => Shape::Text,
        ("decisions[]", "decision") => words!(DECISIONS),
        ("decisions[]", "mentee" | "mentor") => ID,
        ("decisions[]", "attribute" | "by" | "reason") => ID,
        ("decisions[]", "on") => Shape::AnyText,
        ("relationships[]", "mentee" | "mentor") => ID,
        ("relationships[]", "status") => words!([("current", ()), ("past", ())]),
        ("relationships[]", "started" | "ended") => Shape::AnyText,
        ("relationships[]", "again") => Shape::Any(&[Shape::Flag, Shape::AnyText]),
        ("terms[]", "term" | "canonical") => ID,
        ("terms[]", "synonyms" | "parent" | "attribute") => ANSWERS,
        ("scores[]", "mentee" | "mentor" | "criterion") => ID,
        ("scores[]", "points") => ID,

        ("sheets", "mentors" | "mentees" | "relationships" | "decisions" | "terms" | "scores") => Shape::Table(&SHEET),
        ("sheets", "dates") => words!([("year-month-day", ()), ("day/month/year", ()), ("month/day/year", ())]),
        ("sheets.mentors", "file" | "sheet") => Shape::Text,
        ("sheets.mentors", "header_row") => Shape::Whole(1, MOST_ROWS),
        ("sheets.mentors", "encoding") => {
            words!([("utf-8", ()), ("utf-16le", ()), ("utf-16be", ()), ("windows-1252", ())])
        }
        ("sheets.mentors", "dates") => words!([("year-month-day", ()), ("day/month/year", ()), ("month/day/year", ())]),
        ("sheets.mentors", "rows") => words!([("one_per_person", ()), ("several_per_person", ())]),
        ("sheets.mentors", "only") => Shape::Table(&SHEET_ONLY),
        ("sheets.mentors", "exclude") => Shape::Tables(&SHEET_EXCLUDE),
        ("sheets.mentors.only", "column") => Shape::Text,
        ("sheets.mentors.only", "is") => CELLS,
        ("sheets.mentors.exclude[]", "column" | "why") => Shape::Text,
        ("sheets.mentors.exclude[]", "is") => CELLS,
        ("sheets.mentors", "delimiter") => words!([(",", ()), (";", ()), ("|", ()), ("tab", ()), ("\t", ())]),
        ("sheets.mentors", "columns") => Shape::Columns(&COLUMN_OF),
        ("sheets.mentors", "checks" | "training") => Shape::Tables(&SHEET_RECORD),
        ("sheets.mentors", "preferences") => Shape::Tables(&SHEET_PREFERENCE),
        ("sheets.mentors", "consent") => Shape::Tables(&SHEET_CONSENT),
        ("sheets.mentors.columns.FIELD", "column" | "fixed" | "starts" | "ends" | "prefix") => Shape::Text,
        ("sheets.mentors.columns.FIELD", "columns" | "made_from") => TEXTS,
        ("sheets.mentors.columns.FIELD", "ignore" | "yes" | "no" | "marks" | "unmarked") => TEXTS,
        ("sheets.mentors.columns.FIELD", "separators") => Shape::List(&Shape::Separator),
        ("sheets.mentors.columns.FIELD", "trim" | "before") => Shape::Separator,
        ("sheets.mentors.columns.FIELD", "yes_no" | "at_least" | "drop_time") => Shape::Flag,
        ("sheets.mentors.columns.FIELD", "duration" | "unit") => words!(TimeUnit::ALL),
        ("sheets.mentors.columns.FIELD", "units" | "names") => Shape::Named(&Shape::AnyText),
        ("sheets.mentors.columns.FIELD", "one_hot" | "hours") => RUN,
        ("sheets.mentors.columns.FIELD", "minutes") => Shape::Whole(30, 10_080),
        ("sheets.mentors.columns.FIELD.one_hot", "first" | "last") => Shape::Text,
        ("sheets.mentors.columns.FIELD", "join") => Shape::AnyText,
        ("sheets.mentors.columns.FIELD", "separator") => Shape::Separator,
        ("sheets.mentors.columns.FIELD", "values") => Shape::Named(&Shape::AnyText),
        ("sheets.mentors.checks[]", "name" | "issued" | "expires") => Shape::Text,
        ("sheets.mentors.checks[]", "drop_time") => Shape::Flag,
        ("sheets.mentees.preferences[]", "attribute" | "column" | "value") => Shape::Text,
        ("sheets.mentees.preferences[]", "strength") => words!(STRENGTHS),
        ("sheets.mentees.preferences[]", "separator") => Shape::Separator,
        ("sheets.mentees.preferences[]", "separators") => Shape::List(&Shape::Separator),
        ("sheets.mentees.preferences[]", "values") => Shape::Named(&Shape::AnyText),
        ("sheets.mentees.preferences[]", "when") => Shape::Table(&SHEET_WHEN),
        ("sheets.mentees.preferences[].when", "column") => Shape::Text,
        ("sheets.mentees.preferences[].when", "is") => CELLS,
        ("sheets.mentors.consent[]", "attribute" | "column" | "withdrawn") => Shape::Text,
        ("sheets.mentors.consent[]", "is") => CELLS,

        ("mentors[]", "checks" | "training") => HELD_ITEMS,
        ("mentors[]", "other_services") => SERVICES,
        ("mentors[]", "preferences" | "carer_preferences") => WISHES,
        ("mentors[]", "name") => Shape::AnyText,
        ("mentors[]", "birth_date" | "waiting_since" | "available_from" | "available_until" | "transition_date") => {
            Shape::AnyText
        }
        ("mentors[]", "place") => WHERE,
        ("mentors[]", "known_to") => KNOWN,
        ("mentors[]", "exclusions") => EXCLUSIONS,
        ("mentors[]", "monitoring") => Shape::Named(&ANSWER),
        (
            "mentors[]",
            "id" | "age" | "supervisor" | "capacity" | "priority_tier" | "max_travel_km" | "promised_months"
            | "hours_per_week" | "contacts_per_week",
        ) => ANSWER,
        ("mentors[]", key) if PERSON.names().any(|name| name == key) => ANSWERS,
        ("mentors[].checks[]", "name" | "issued" | "expires") => Shape::AnyText,
        ("mentors[].other_services[]", "name" | "times" | "contact") => Shape::AnyText,
        ("mentors[].place", _) => Shape::Any(&[Shape::AnyText, Shape::Number]),
        ("mentors[].exclusions[]", "id") => ID,
        ("mentors[].exclusions[]", "reason") => Shape::AnyText,
        ("mentees[].known_to[]", "id" | "relation") => Shape::AnyText,
        ("mentees[].preferences[]", "attribute" | "strength") => Shape::Text,
        ("mentees[].preferences[]", "value") => ANSWERS,
        _ => return None,
    })
}

/// What a reader asks of a key, held against the key's shape; a key without a shape is another test's matter.
#[cfg(debug_assertions)]
pub(crate) mod asked {
    use super::{Section, Shape, shape};
    use std::collections::BTreeSet;

    pub(crate) fn text(section: &Section, key: &str) -> bool {
        let closed = |shape: Shape| {
            matches!(shape, Shape::Text | Shape::Separator | Shape::AnyText | Shape::Word(_) | Shape::Day)
        };
        shape(section.path, key).is_none_or(closed)
    }

    pub(crate) fn flag(section: &Section, key: &str) -> bool {
        shape(section.path, key).is_none_or(|shape| matches!(shape, Shape::Flag))
    }

    pub(crate) fn whole(section: &Section, key: &str, low: i64, high: i64) -> bool {
        shape(section.path, key)
            .is_none_or(|shape| matches!(shape, Shape::Whole(from, to) if (from, to) == (low, high)))
    }

    pub(crate) fn day(section: &Section, key: &str) -> bool {
        shape(section.path, key).is_none_or(|shape| matches!(shape, Shape::Day))
    }

    pub(crate) fn word<'a>(section: &Section, key: &str, words: impl Iterator<Item = &'a str>) -> bool {
        let asked: BTreeSet<&str> = words.collect();
        shape(section.path, key).is_none_or(
            |shape| matches!(shape, Shape::Word(known) if known().into_iter().collect::<BTreeSet<_>>() == asked),
        )
    }

    pub(crate) fn list(section: &Section, key: &str) -> bool {
        let list = |shape: Shape| match shape {
            Shape::List(_) | Shape::Tables(_) => true,
            Shape::Any(shapes) => shapes.iter().any(|one| matches!(one, Shape::List(_))),
            _ => false,
        };
        shape(section.path, key).is_none_or(list)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::keys::SECTIONS;

    #[test]
    fn every_key_has_a_shape() {
        let without: Vec<String> = SECTIONS
            .iter()
            .flat_map(|section| section.names().map(move |key| (section.path, key)))
            .filter(|(section, key)| shape(section, key).is_none())
            .map(|(section, key)| format!("{section}.{key}"))
            .collect();
        assert!(without.is_empty(), "give these a shape: {without:?}");
    }
}

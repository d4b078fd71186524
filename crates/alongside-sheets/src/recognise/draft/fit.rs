//! A first set of rules and criteria from the fields that both sides have.

use super::toml::{Put, comment, quoted};
use super::{Line, attributes};
use crate::recognise::meaning::Meaning;
use crate::recognise::proposal::Proposal;
use alongside::domain::{Side, Support};
use std::collections::BTreeSet;

/// The fields that the draft reads on both sides.
pub(super) struct Common<'l> {
    mentors: BTreeSet<&'l str>,
    mentees: BTreeSet<&'l str>,
}

impl<'l> Common<'l> {
    pub(super) fn of(mentors: &'l [Line], mentees: &'l [Line]) -> Self {
        let read = |lines: &'l [Line]| lines.iter().filter(|line| line.read).map(|line| line.field.as_str()).collect();
        Self { mentors: read(mentors), mentees: read(mentees) }
    }

    fn both(&self, field: &str) -> bool {
        self.mentors.contains(field) && self.mentees.contains(field)
    }

    fn either(&self, field: &str) -> bool {
        self.mentors.contains(field) || self.mentees.contains(field)
    }
}

/// The hard rules.
pub(super) fn rules(common: &Common<'_>) -> String {
    let mut text = String::new();
    let mut rule = |lines: &str| text.put(format_args!("[[rules]]\n{lines}\n"));
    if common.both("delivery_methods") {
        rule("rule = \"delivery_method\"\nunknown = \"needs_check\"\nwhy = \"One way of meeting has to suit both.\"\n");
    }
    if common.both("availability") {
        rule(
            "rule = \"time_overlap\"\nminimum_minutes = 60\nunknown = \"needs_check\"\nwhy = \"An hour in the week when \
             both are free.\"\n",
        );
    }
    if common.both("languages") {
        rule("rule = \"shared_language\"\nunknown = \"needs_check\"\nwhy = \"They have to understand each other.\"\n");
    }
    if common.both("age") || common.both("birth_date") {
        text.push_str(&comment(
            "Both sides have an age. A rule on it is yours to make; it bears on a protected characteristic, so it needs \
             your reason:",
            "",
        ));
        text.push_str("# [[rules]]\n# rule = \"age_bounds\"\n# mentor = { min = 18 }\n# why = \"...\"\n\n");
    }
    if common.both("organisation") {
        text.push_str(&comment("If nobody is to be matched within their own organisation:", ""));
        text.push_str(
            "# [[rules]]\n# rule = \"attribute_bounds\"\n# attribute = \"organisation\"\n# relation = \"different\"\n# why = \
             \"...\"\n\n",
        );
    }
    if text.is_empty() {
        text.push_str("# No field that a rule could use stands on both sheets.\n\n");
    }
    text
}

/// The criteria, modest ones, all in one place.
pub(super) fn criteria(proposal: &Proposal, common: &Common<'_>, support: Support) -> String {
    let mut text = String::new();
    let mut found: Vec<String> = Vec::new();
    let mut criterion = |kind: &str, settings: &str, weight: u16, why: &str| {
        let why = quoted(why);
        found.push(format!("[[criteria]]\ncriterion = \"{kind}\"\n{settings}weight = {weight}\nwhy = {why}\n"));
    };
    let wishes = proposal.sides().any(|(side, reading)| {
        let columns = reading.of_meaning(Meaning::Wish("gender"));
        columns.into_iter().any(|column| super::in_table(reading, side, column))
    });
    if wishes || common.either("preferences") {
        criterion("stated_preferences", "", 6, "What people ask for matters most.");
    }
    if common.mentees.contains("choices") {
        criterion("ranked_choices", "", 6, "Some have named whom they would like.");
    }
    for (field, why) in [
        ("interests", "Something to talk about; liking the same things is what has been shown most often to help."),
        ("skills", "The same skills give them something to work on."),
        ("goals", "They are after the same things."),
    ] {
        if common.both(field) {
            let settings = format!("id = \"{field}\"\nattribute = \"{field}\"\nfull_at = 2\n");
            criterion("shared_tags", &settings, if field == "interests" { 4 } else { 3 }, why);
        }
    }
    if common.both("availability") {
        criterion("shared_time", "", 3, "The more time both are free, the easier it is to move a meeting.");
    }
    for one in attributes::all(proposal).into_iter().filter(|one| one.settled && common.both(one.hint.name)) {
        let name = one.hint.name;
        match one.kind {
            "level" => {
                let ideal = u8::from(support == Support::Mentoring);
                let settings = format!("id = \"{name}\"\nattribute = \"{name}\"\nideal = {ideal}\n");
                criterion("level_distance", &settings, 2, one.hint.why);
            }
            "tags" => {
                let settings = format!("id = \"{name}\"\nattribute = \"{name}\"\n");
                criterion("shared_tags", &settings, 2, one.hint.why);
            }
            "one_of" if name != "organisation" => {
                let settings = format!("id = \"{name}\"\nattribute = \"{name}\"\n");
                criterion("same_value", &settings, 2, one.hint.why);
            }
            _ => {}
        }
    }
    if found.is_empty() {
        text.push_str(&comment(
            "Nothing that can be compared stands on both sheets, so every allowed pair fits equally well. `alongside \
             describe` lists the criteria there are.",
            "",
        ));
        text.push('\n');
    }
    for one in found {
        text.push_str(&one);
        text.push('\n');
    }
    if common.mentors.contains("skills") && common.mentees.contains("goals") {
        text.push_str(&comment(
            "Mentors have skills and mentees have goals. Where both use the same words, a criterion can count how many \
             goals a mentor can help with.",
            "",
        ));
        text.push('\n');
    }
    text
}

/// How many tiers the mentees' priorities need.
pub(super) fn tiers(proposal: &Proposal, mentees: &[Line]) -> Option<i64> {
    let line = mentees.iter().find(|line| line.read && line.field == "priority_tier")?;
    let reading = proposal.side(Side::Mentee)?;
    let facts =
        line.columns.first().and_then(|column| reading.survey.columns.get(*column)).map(|column| &column.facts)?;
    facts.range.map(|(_, most)| most / 1000).filter(|tiers| (2..=8).contains(tiers))
}

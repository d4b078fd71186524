//! The programme file that is proposed, part by part.

mod attributes;
mod fields;
mod fit;
mod sensitive;
mod sheet;
mod toml;

pub(super) use fields::fields;
pub(super) use sheet::in_table;

use super::interview::Answers;
use super::judge::Sure;
use super::meaning::Held;
use super::proposal::Proposal;
use super::reading::Reading;
use alongside::domain::{Side, Support};
use toml::{Put, comment, list, quoted};

/// One field of the draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) field: String,
    /// What stands behind the equals sign.
    pub(super) source: String,
    pub(super) columns: Vec<usize>,
    pub(super) sure: Sure,
    pub(super) why: String,
    /// Whether it is read; otherwise it stands in a comment.
    pub(super) read: bool,
}

/// Whether the character would turn the direction of reading, or hide.
const fn steers(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

/// Checks and training items of the mentors' sheet.
fn held_found(reading: &Reading) -> Vec<Held> {
    sheet::items(reading)
}

/// The names of the checks that the mentors' sheet has columns for.
pub(super) fn checks_found(proposal: &Proposal) -> Vec<&'static str> {
    let mentors = proposal.side(Side::Mentor).into_iter().flat_map(held_found);
    mentors.filter(|item| !item.training).map(|item| item.name).collect()
}

/// The whole file.
pub(super) fn draft(proposal: &Proposal, answers: &Answers) -> String {
    let mentors = fields(proposal, Side::Mentor, answers);
    let mentees = fields(proposal, Side::Mentee, answers);
    let common = fit::Common::of(&mentors, &mentees);
    let (support, why) = match answers.support {
        Some(support) => (support, "as you said"),
        None => proposal.support(),
    };
    let mut text = head(proposal, answers, support, why);
    text.push_str(&safeguarding(proposal, answers));
    let attributes = attributes::write(proposal) + &sensitive::used(proposal, answers);
    if !attributes.is_empty() {
        text.push_str(&title("Answers that are no standard field"));
        text.push_str(&attributes);
    }
    let undecided = sensitive::undecided(proposal, answers);
    if !undecided.is_empty() {
        text.push_str(&title("Sensitive data: not read unless you decide so"));
        text.push_str(&comment(
            "These columns may tell what the law protects most. For matching, each needs a legal basis that you settle, \
             with advice; monitoring is no basis for deciding about a person. Leave out what you do not need.",
            "",
        ));
        text.push_str(&undecided);
        text.push('\n');
    }
    text.push_str(&title("Rules: what refuses a pair"));
    text.push_str(&comment(
        "Always in force: nobody with themselves, exclusions, checks, training, and the must and never wishes of both.",
        "",
    ));
    text.push('\n');
    text.push_str(&fit::rules(&common));
    text.push_str(&title("Criteria: what makes one allowed pair fit better than another"));
    text.push_str(&comment(
        "Each gives 0 to 1000 points, times its weight. The weights are a modest beginning: change them as you like.",
        "",
    ));
    text.push('\n');
    text.push_str(&fit::criteria(proposal, &common, support));
    if let Some(tiers) = fit::tiers(proposal, &mentees) {
        text.push_str(&title("The aim"));
        text.put(format_args!(
            "[aim]\ntiers = {tiers}    # the mentees' priorities go up to it; tier 1 is served first\n\n"
        ));
    }
    text.push_str(&title("Where the people stand"));
    text.push_str(&comment(
        "To the left the engine's field, to the right your header; behind it how sure the proposal is, and why.",
        "",
    ));
    text.push('\n');
    text.push_str(&sheet::write(proposal, Side::Mentor, &mentors, answers));
    text.push('\n');
    text.push_str(&sheet::write(proposal, Side::Mentee, &mentees, answers));
    text
}

fn title(words: &str) -> String {
    format!("# --- {words} {}\n", "-".repeat(100_usize.saturating_sub(words.chars().count())))
}

fn head(proposal: &Proposal, answers: &Answers, support: Support, why: &str) -> String {
    let files: Vec<String> = proposal.sides().map(|(_, reading)| quoted(&reading.survey.file)).collect();
    let files = if proposal.one_sheet { files.into_iter().take(1).collect() } else { files }.join(" and ");
    let mut text = comment(&format!("A programme file, proposed by `alongside map` from {files}."), "");
    text.push_str(&comment(
        "Read it from top to bottom. Lines with OPEN are questions that only you can answer, lines with CHECK are to be \
         looked at; then run `alongside validate` on this file.",
        "",
    ));
    let looked: Vec<&Reading> =
        proposal.sides().map(|(_, reading)| reading).filter(|one| one.survey.further > 0).collect();
    if !looked.is_empty() {
        let most = super::MAX_LOOKED_AT;
        text.push_str(&comment(&format!("Only the first {most} rows of a sheet were looked at."), ""));
    }
    for (_, reading) in proposal.sides().filter(|(_, reading)| reading.survey.ragged > 0) {
        let (file, ragged) = (quoted(&reading.survey.file), reading.survey.ragged);
        text.push_str(&comment(
            &format!("CHECK: {ragged} rows of {file} have another number of cells than its header."),
            "",
        ));
    }
    text.push('\n');
    let name = answers.name.as_deref().unwrap_or("Our programme");
    let support_word = match support {
        Support::Mentoring => "mentoring",
        Support::Befriending => "befriending",
    };
    text.put(format_args!("name = {}\n", quoted(name)));
    text.put(format_args!(
        "support = \"{support_word}\"    # {why}; the other one is `{}`\n",
        match support {
            Support::Mentoring => "befriending",
            Support::Befriending => "mentoring",
        }
    ));
    match answers.as_of {
        Some(day) => {
            text.put(format_args!("as_of = {day}    # {}; ages, checks and waiting count on it\n", answers.as_of_said));
        }
        None => text.push_str("# OPEN: from which day is the programme seen?  as_of = YYYY-MM-DD\n"),
    }
    let (months, said) = answers.months.map_or((12, "CHECK it"), |months| (months, "as you said"));
    text.put(format_args!("planned_months = {months}    # how long a relationship is planned to last; {said}\n"));
    if proposal.sides().all(|(side, _)| {
        fields(proposal, side, answers).iter().any(|line| line.field == "id" && line.source.contains("made_from"))
    }) && proposal.sides().next().is_some()
    {
        text.push_str("opaque_ids = true    # the ids are made ones, which tell nothing, so messages may name them\n");
    }
    text.push('\n');
    text
}

fn safeguarding(proposal: &Proposal, answers: &Answers) -> String {
    let mut text = title("Safeguarding: what every mentor must hold");
    let found = checks_found(proposal);
    let training: Vec<&str> = proposal
        .side(Side::Mentor)
        .into_iter()
        .flat_map(held_found)
        .filter(|item| item.training)
        .map(|item| item.name)
        .collect();
    match &answers.checks {
        Some(checks) if checks.is_empty() => {
            let why = answers.no_checks_why.as_deref().unwrap_or("");
            text.put(format_args!("[safeguarding]\nchecks = []\nwhy = {}    # as you said\n", quoted(why)));
        }
        Some(checks) => {
            text.put(format_args!(
                "[safeguarding]\nchecks = {}    # as you said\n",
                list(checks.iter().map(String::as_str))
            ));
        }
        None if found.is_empty() => {
            text.push_str("[safeguarding]\n");
            text.push_str(&comment(
                "OPEN: which checks must every mentor hold? No sheet says so, and the engine takes nobody's word that \
                 none is needed. Name them, and map the columns in which they stand; or say openly that there are none, \
                 and why:",
                "",
            ));
            text.push_str("# checks = [\"enhanced DBS\", \"two references\"]\n# checks = []\n# why = \"...\"\n");
        }
        None => {
            text.put(format_args!(
                "[safeguarding]\nchecks = {}    # the mentors' sheet has columns for them; CHECK that no other is needed\n",
                list(found.iter().copied())
            ));
        }
    }
    if !training.is_empty() {
        text.put(format_args!("training = {}    # the mentors' sheet has columns for it\n", list(training)));
    }
    text.push('\n');
    text
}

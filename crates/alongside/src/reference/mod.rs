//! The reference texts of programme files, rules, criteria, issue codes, findings and exit codes: printed by
//! `describe`, shown in the book.

mod example;
mod exits;
mod findings;
mod issues;
mod page;
mod sections;

pub use example::Example;
pub(crate) use page::Reference;

use crate::input::{RULES_IN_FORCE, nearest as nearest_of};
use crate::{criteria, eligibility};

/// What has to be said of the data that is compiled in, wherever it is passed on. See `data/README.md`.
pub const ATTRIBUTION: &str = "The table of postcodes is licensed under the Open Government Licence v3.0.\n\
    Contains OS data © Crown copyright and database right 2024\n\
    Contains Royal Mail data © Royal Mail copyright and Database right 2024\n\
    Contains National Statistics data © Crown copyright and database right 2024";

/// One entry of the reference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What is described: `section` (a table of the programme file), `rule`, `criterion`, `issue`, `finding` or `exit`.
    pub kind: &'static str,
    /// Its name.
    pub name: String,
    /// The text, in Markdown.
    pub text: String,
    /// The example in the text, for those who run it.
    pub example: Option<Example>,
}

/// Settings of every rule that programmes list.
const OF_RULES: &str = "`rule`, `id` and `why`, as for every rule, and these:";

/// Settings of every criterion.
const OF_CRITERIA: &str = "`criterion`, `weight` (0 to 1000) and `why`, which are required, `id`, and `unknown`, as for \
    every criterion. An unknown earns 500 points under `neutral`, the default, and under `ask`, and 0 under `lowest`.";

/// A rule that nobody lists, without settings anywhere.
const IN_FORCE: &str = "None. The rule is always in force; it is not listed under `rules`, and cannot be left out.";

/// A rule that nobody lists, with settings elsewhere.
const IN_FORCE_WITH: &str = "The rule is always in force; it is not listed under `rules`, and cannot be left out. What it \
    asks stands elsewhere:";

/// Rules that are in force wherever there are records that they look at.
const BY_RECORDS: [&str; 2] = ["past_pairs", "decisions"];

/// A rule that a table of its own puts in force.
const IN_FORCE_BY_ACTIVITY: &str = "The rule is not listed under `rules`: it is in force where `[safeguarding.activity]` \
    is declared. What it asks stands there:";

/// Their settings.
const IN_FORCE_BY_RECORDS: &str = "The rule is not listed under `rules`: it is in force wherever there are records that \
    it looks at. What it asks stands with them:";

/// Every entry, by kind in the order of the book.
pub fn entries() -> Vec<Entry> {
    let mut entries: Vec<Entry> = sections::entries().collect();
    entries.extend(eligibility::REFERENCES.iter().map(|rule| {
        let common = match (RULES_IN_FORCE.contains(&rule.name), rule.settings) {
            (false, _) => OF_RULES,
            (true, _) if BY_RECORDS.contains(&rule.name) => IN_FORCE_BY_RECORDS,
            (true, _) if rule.name == "activity_checks" => IN_FORCE_BY_ACTIVITY,
            (true, []) => IN_FORCE,
            (true, _) => IN_FORCE_WITH,
        };
        described("rule", rule, "When it refuses", common)
    }));
    let criteria = criteria::REFERENCES.iter();
    entries.extend(criteria.map(|criterion| described("criterion", criterion, "How it scores", OF_CRITERIA)));
    entries.extend(issues::entries());
    entries.extend(findings::entries());
    entries.extend(exits::entries());
    entries
}

fn described(kind: &'static str, reference: &Reference, effect: &str, common: &str) -> Entry {
    let example = Some(Example::Document(reference.example));
    Entry { kind, name: reference.name.to_owned(), text: reference.text(effect, common), example }
}

/// The entry of that name; the first by kind, where several things share it.
pub fn entry(name: &str) -> Option<Entry> {
    entries().into_iter().find(|entry| entry.name == name)
}

/// The name of an entry that is close to this one, if it is close enough to be a slip.
pub fn nearest(name: &str) -> Option<String> {
    let entries = entries();
    nearest_of(name, entries.iter().map(|entry| entry.name.as_str())).map(str::to_owned)
}

/// The sentences of a doc comment on one line.
fn plain(doc: &str) -> String {
    doc.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;

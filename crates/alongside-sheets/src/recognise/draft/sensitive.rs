//! What may be sensitive: left out until somebody says what it is for.

use super::toml::{Put, attribute_name, comment, quoted};
use crate::recognise::evidence::Category;
use crate::recognise::interview::{Answers, BASES, SensitiveUse};
use crate::recognise::meaning::Meaning;
use crate::recognise::proposal::Proposal;
use alongside::domain::{Basis, Side};

/// The attribute under which a sensitive column is used, and whether it has to be declared.
fn attribute(proposal: &Proposal, side: Side, column: usize) -> (String, Option<Category>) {
    let reading = proposal.side(side);
    let meaning = reading.and_then(|reading| reading.judged.get(column)).and_then(|judged| judged.meaning);
    let header = reading.map_or("", |reading| reading.survey.header(column));
    match meaning {
        Some(Meaning::Field(field)) => (field.to_owned(), None),
        Some(Meaning::Sensitive(category)) => (attribute_name(header), Some(category)),
        _ => (attribute_name(header), Some(Category::Ethnicity)),
    }
}

fn word_of(basis: Basis) -> &'static str {
    BASES.iter().find(|(_, known)| *known == basis).map_or("consent", |(word, _)| word)
}

/// Declarations and bases of the sensitive columns that somebody wants used for matching.
pub(super) fn used(proposal: &Proposal, answers: &Answers) -> String {
    let mut text = String::new();
    let mut told: Vec<String> = Vec::new();
    for ((side, column), how) in &answers.sensitive {
        let SensitiveUse::Matching(basis) = how else { continue };
        let (name, category) = attribute(proposal, *side, *column);
        if told.contains(&name) {
            continue;
        }
        if let Some(category) = category {
            text.push_str(&declaration(&name, category));
        }
        text.put(format_args!(
            "[basis.{name}]\nbasis = {}    # as you said\n# note = \"where this was decided or recorded\"\n\n",
            quoted(word_of(*basis))
        ));
        if *basis == Basis::Consent {
            text.push_str(&comment(
                "Under `consent`, answers of people without recorded consent count as blank. Name the column in which \
                 they gave it, in `[[sheets.mentors.consent]]` and `[[sheets.mentees.consent]]`.",
                "",
            ));
            text.push('\n');
        }
        told.push(name);
    }
    text
}

fn declaration(name: &str, category: Category) -> String {
    let protected = category.protected().map(|word| format!("protected = {}\n", quoted(word))).unwrap_or_default();
    let sensitivity = quoted(category.sensitivity());
    format!("[attributes.{name}]\nkind = \"tags\"\nsensitivity = {sensitivity}\n{protected}\n")
}

/// What to decide about every column that is left out, as comments.
pub(super) fn undecided(proposal: &Proposal, answers: &Answers) -> String {
    let mut text = String::new();
    for (side, column, _) in proposal.sensitive() {
        let how = answers.sensitive.get(&(side, column)).copied().unwrap_or(SensitiveUse::LeftOut);
        let Some(reading) = proposal.side(side) else { continue };
        if how != SensitiveUse::LeftOut || (proposal.one_sheet && side == Side::Mentee) {
            continue;
        }
        let header = reading.survey.header(column);
        let why = reading.judged.get(column).map_or("", |judged| judged.why.as_str());
        let monitoring = reading.judged.get(column).is_some_and(|judged| judged.meaning == Some(Meaning::Monitoring));
        let (name, category) = attribute(proposal, side, column);
        text.push_str(&comment(&format!("The {} column {}: {why}.", side.plural(), quoted(header)), "  "));
        let columns = format!("sheets.{}.columns", side.plural());
        let monitored = format!("monitoring.{} = {}", attribute_name(header), quoted(header));
        text.put(format_args!("#   for monitoring alone, under [{columns}]:  {monitored}\n"));
        if !monitoring {
            let source = quoted(header);
            text.put(format_args!("#   for matching, under [{columns}]:  {name} = {source}\n#   and here:\n"));
            let declared = category.map(|category| declaration(&name, category)).unwrap_or_default();
            let basis = format!("{declared}[basis.{name}]\nbasis = \"consent\"\n");
            basis.lines().filter(|line| !line.is_empty()).for_each(|line| text.put(format_args!("#     {line}\n")));
        }
    }
    text
}

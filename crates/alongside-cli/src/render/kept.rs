//! Pairs that stand before the matching: those that a person has to look at first, those that go on, and what is held.

use super::View;
use super::style::{self, heading, paint};
use super::table::Table;
use super::text::shown;
use alongside::Outcome;

/// Rows shown of pairs that go on, unless all are asked for; urgent ones are always shown.
const MOST: usize = 50;

/// Urgent pairs first, then those that go on, then what is held; nothing where there is none.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    [urgent(outcome, view), kept(outcome, view), held(outcome, view)].concat()
}

fn urgent(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.urgent.is_empty() {
        return String::new();
    }
    let support = outcome.programme.support;
    let mut table =
        Table::new().left(support.mentee()).left(support.mentor()).prose("stands").prose("what speaks against it");
    for pair in outcome.urgent.iter().take(view.rows(MOST)) {
        let who = [view.names.mentee(&pair.mentee), view.names.mentor(&pair.mentor)];
        let [mentee, mentor] = who.map(|name| vec![name]);
        let stands = vec![shown(&pair.stands()).into_owned()];
        let against = pair.objections.iter().map(|one| shown(&one.words(support)).into_owned()).collect();
        table.tall_row([mentee, mentor, stands, against]);
    }
    let advice = "a rule speaks against them, or something is not known: a person settles it";
    let more = view.more(outcome.urgent.len(), MOST);
    format!("{}  {}\n{}{more}", heading("Urgent"), paint(style::WARNING, advice), table.render(view.width))
}

fn kept(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.kept.is_empty() {
        return String::new();
    }
    let support = outcome.programme.support;
    let mut table = Table::new().left(support.mentee()).left(support.mentor()).right("fit").prose("why");
    for pair in outcome.kept.iter().take(view.rows(MOST)) {
        let why = shown(&pair.stands()).into_owned();
        let fit = pair.fit.to_string();
        table.row([view.names.mentee(&pair.mentee), view.names.mentor(&pair.mentor), fit, why]);
    }
    format!("{}{}{}", heading("Kept"), table.render(view.width), view.more(outcome.kept.len(), MOST))
}

fn held(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.held.is_empty() {
        return String::new();
    }
    let support = outcome.programme.support;
    let mut table = Table::new().left(support.mentee()).left(support.mentor()).prose("why");
    for hold in outcome.held.iter().take(view.rows(MOST)) {
        let mentee = hold.mentee.as_ref().map_or_else(String::new, |id| view.names.mentee(id));
        let mentor = hold.mentor.as_ref().map_or_else(String::new, |id| view.names.mentor(id));
        table.row([mentee, mentor, shown(&hold.words()).into_owned()]);
    }
    format!("{}{}{}", heading("On hold"), table.render(view.width), view.more(outcome.held.len(), MOST))
}

//! Pairs that stand before the matching: those that a person has to look at first, those that go on, and what is held.

use super::View;
use super::style::{self, heading, paint};
use super::table::Table;
use super::text::{Put, shown};
use alongside::Outcome;
use alongside::domain::{Date, Support};
use alongside::outcome::{Decided, Objection};

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
    for pair in &outcome.urgent {
        let who = [view.names.mentee(&pair.mentee), view.names.mentor(&pair.mentor)];
        let [mentee, mentor] = who.map(|name| vec![name]);
        let stands = vec![stands(pair.current, pair.since, pair.decision.as_ref())];
        let against = pair.objections.iter().map(|one| objection(one, support)).collect();
        table.tall_row([mentee, mentor, stands, against]);
    }
    let advice = "a hard rule speaks against these pairs: a person has to settle them";
    format!("{}  {}\n{}", heading("Urgent"), paint(style::WARNING, advice), table.render(view.width))
}

fn kept(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.kept.is_empty() {
        return String::new();
    }
    let support = outcome.programme.support;
    let mut table = Table::new().left(support.mentee()).left(support.mentor()).right("fit").prose("why");
    for pair in outcome.kept.iter().take(view.rows(MOST)) {
        let why = stands(pair.current, pair.since, pair.decision.as_ref());
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
    for hold in &outcome.held {
        let mentee = hold.mentee.as_ref().map_or_else(String::new, |id| view.names.mentee(id));
        let mentor = hold.mentor.as_ref().map_or_else(String::new, |id| view.names.mentor(id));
        table.row([mentee, mentor, decision(&hold.by, hold.on, &hold.reason)]);
    }
    format!("{}{}", heading("On hold"), table.render(view.width))
}

/// How the pair comes to stand.
pub(super) fn stands(current: bool, since: Option<Date>, kept: Option<&Decided>) -> String {
    let mut text = String::new();
    if current {
        text.push_str("meets");
        if let Some(since) = since {
            text.put(format_args!(" since {since}"));
        }
    }
    if let Some(kept) = kept {
        let also = if current { ", " } else { "" };
        text.put(format_args!("{also}kept {}", decision(&kept.by, kept.on, &kept.reason)));
    }
    text
}

/// Who decided, when and why.
pub(super) fn decision(by: &str, on: Date, reason: &str) -> String {
    shown(&format!("by {by} on {on}: {reason}")).into_owned()
}

/// What one rule has against a pair.
pub(super) fn objection(objection: &Objection, support: Support) -> String {
    let words = objection.obstacle.words(objection.about.as_deref(), support);
    shown(&format!("{}: {words}", objection.rule)).into_owned()
}

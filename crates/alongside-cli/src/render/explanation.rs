//! Why this pair, why not that one, why nobody.

use super::View;
use super::reasons::every;
use super::style::{self, heading, paint};
use super::table::Table;
use super::text::Put;
use super::text::{count, shown};
use super::unmatched::{chance, waiting};
use super::{cost, waterfall};
use alongside::domain::Support;
use alongside::outcome::{
    Answered, Explanation, Held, Kept, PairExplanation, Proposal, RuleVerdict, Unmatched, Urgent, Within, shared_words,
};
use std::sync::Arc;

/// Candidates listed.
const CANDIDATES: usize = 10;

/// The answer to one question.
pub(crate) fn render(answer: &Explanation, support: Support, full_fit: i64, view: View<'_>) -> String {
    let mut text = String::new();
    let mentee = view.names.mentee(&answer.mentee);
    if let Some(pair) = &answer.pair {
        text.push_str(&pair_asked(&mentee, answer, pair, support, full_fit, view));
    }
    if let Some(kept) = &answer.kept {
        text.push_str(&goes_on(&mentee, kept, answer.pair.as_ref(), support, full_fit, view));
    }
    if let Some(urgent) = &answer.urgent {
        text.push_str(&to_settle(&mentee, urgent, support, view));
    }
    text.push_str(&on_hold(&mentee, &answer.held, view));
    match (&answer.proposal, &answer.unmatched, &answer.pair) {
        (Some(proposal), _, None) => {
            text.push_str(&proposed(&mentee, proposal, support, full_fit, view));
            text.push_str(&shared(answer, &proposal.shared_by, support));
        }
        (Some(proposal), _, Some(pair)) if !pair.proposed => {
            let mentor = view.names.mentor(&proposal.mentor);
            text.push_str(&heading("In its place"));
            text.put(format_args!("  {mentee} is proposed {mentor}, fit {} of {full_fit}\n", proposal.fit));
        }
        (_, Some(unmatched), _) => text.push_str(&nobody(&mentee, unmatched, support)),
        _ => {}
    }
    text.push_str(&nomination(&mentee, answer, support, view));
    text.push_str(&ground(answer));
    text.push_str(&referral(answer, support));
    text.push_str(&candidates(answer, support, full_fit, view));
    text.trim_start_matches('\n').to_owned()
}

/// Whom the mentee nominated and does not have, and why.
fn nomination(mentee: &str, answer: &Explanation, support: Support, view: View<'_>) -> String {
    let Some(unmet) = &answer.nomination else { return String::new() };
    let mentor = view.names.mentor(&unmet.mentor);
    let why = unmet.words(support, |id| view.names.mentee(id));
    format!("\n  {mentee} nominated {mentor} and does not have them: {}\n", shown(&why))
}

/// What puts the mentee in their tier.
fn ground(answer: &Explanation) -> String {
    let Some(ground) = &answer.ground else { return String::new() };
    format!("\n  {}\n", shown(&ground.words()))
}

/// The programme that the mentee was referred to, where that was said.
fn referral(answer: &Explanation, support: Support) -> String {
    let Some(programme) = &answer.programme else { return String::new() };
    format!("\n  the {} was referred to {}\n", support.mentee(), shown(programme))
}

/// Whose mentor it is, where it is one of other programmes.
fn shared(answer: &Explanation, shared_by: &[Arc<str>], support: Support) -> String {
    let words = shared_words(answer.programme.as_deref(), shared_by, support);
    words.map_or_else(String::new, |words| format!("  {}\n", shown(&words)))
}

fn proposed(mentee: &str, proposal: &Proposal, support: Support, full_fit: i64, view: View<'_>) -> String {
    let mentor = view.names.mentor(&proposal.mentor);
    let title = format!("{mentee} with {mentor}: proposed, fit {} of {full_fit}", proposal.fit);
    let parts = waterfall::render(&proposal.contributions, proposal.fit, full_fit, support, view.width);
    let points =
        waterfall::points((&proposal.wishes, &proposal.ways, &proposal.for_staff), proposal.against.as_ref(), support);
    let meeting = proposal.meeting.as_ref().and_then(|meeting| meeting.words(|id| view.names.mentee(id)));
    let meeting = meeting.map_or_else(String::new, |words| format!("  {words}\n"));
    format!("{}{parts}\n{points}{meeting}", heading(&title))
}

/// A pair that goes on; its parts unless they were just shown.
fn goes_on(
    mentee: &str,
    kept: &Kept,
    shown_already: Option<&PairExplanation>,
    support: Support,
    full_fit: i64,
    view: View<'_>,
) -> String {
    let mentor = view.names.mentor(&kept.mentor);
    let mut text = heading(&format!("{mentee} with {mentor}: goes on, fit {} of {full_fit}", kept.fit));
    text.put(format_args!("  {}\n", shown(&kept.stands())));
    if shown_already.is_none_or(|pair| pair.mentor != kept.mentor) {
        text.push('\n');
        text.push_str(&waterfall::render(&kept.contributions, kept.fit, full_fit, support, view.width));
        text.push('\n');
        text.push_str(&waterfall::points((&kept.wishes, &kept.ways, &kept.for_staff), kept.against.as_ref(), support));
    }
    text
}

/// A pair that a hard rule speaks against.
fn to_settle(mentee: &str, urgent: &Urgent, support: Support, view: View<'_>) -> String {
    let mentor = view.names.mentor(&urgent.mentor);
    let mut text = heading(&format!("{mentee} with {mentor}: urgent, for a person to settle"));
    text.put(format_args!("  {}\n", shown(&urgent.stands())));
    for fact in &urgent.for_staff {
        text.put(format_args!("  {}\n", shown(&fact.words(support))));
    }
    for objection in &urgent.objections {
        text.put(format_args!("  {}\n", paint(style::WARNING, shown(&objection.words(support)))));
    }
    text
}

fn on_hold(mentee: &str, held: &[Held], view: View<'_>) -> String {
    let mut text = String::new();
    for hold in held {
        let with = hold.mentor.as_ref().map_or_else(String::new, |id| format!(" with {}", view.names.mentor(id)));
        text.push_str(&heading(&format!("{mentee}{with}: on hold")));
        text.put(format_args!("  {}\n", shown(&hold.words())));
    }
    text
}

fn pair_asked(
    mentee: &str,
    answer: &Explanation,
    pair: &PairExplanation,
    support: Support,
    full_fit: i64,
    view: View<'_>,
) -> String {
    let mentor = view.names.mentor(&pair.mentor);
    let goes_on = answer.kept.as_ref().is_some_and(|kept| kept.mentor == pair.mentor);
    let is_urgent = answer.urgent.as_ref().is_some_and(|urgent| urgent.mentor == pair.mentor);
    let stands = match (pair.proposed, goes_on, is_urgent) {
        (true, ..) => "proposed",
        (_, true, _) => "goes on",
        (.., true) => "urgent",
        _ => "not proposed",
    };
    let mut text = heading(&format!("{mentee} with {mentor}: {stands}, fit {} of {full_fit}", pair.fit));
    text.push_str(&verdicts(&pair.verdicts, support, view.width));
    text.push('\n');
    text.push_str(&waterfall::render(&pair.contributions, pair.fit, full_fit, support, view.width));
    for missed in &pair.missed_floors {
        let words = format!("{}: never proposed", missed.words(support));
        text.put(format_args!("  {}\n", paint(style::WARNING, &words)));
    }
    let points = waterfall::points((&pair.wishes, &pair.ways, &pair.for_staff), pair.against.as_ref(), support);
    if !points.is_empty() {
        text.put(format_args!("\n{points}"));
    }
    text.put(format_args!("\n{}", places(&mentor, pair, view)));
    text.push_str(&shared(answer, &pair.shared_by, support));
    if pair.proposed {
        if let Some(levels) = &pair.if_barred {
            text.push_str(&heading("What barring the pair would cost"));
            text.push_str(&cost::render(&pair.as_proposed, levels, "without this pair", view.width));
        }
    } else if !goes_on && !is_urgent {
        text.push_str(&heading("What the pair would cost"));
        match &pair.if_made {
            Some(levels) => text.push_str(&cost::render(&pair.as_proposed, levels, "with this pair", view.width)),
            None => text.put(format_args!("  it cannot be made: {}\n", obstacles(answer, pair).join("; "))),
        }
    }
    if let Some(within) = pair.within {
        text.put(format_args!("\n  {}\n", settled(within)));
    }
    text
}

/// How settled the pair is, in a few words.
const fn settled(within: Within) -> &'static str {
    match within {
        Within::All => "in every best matching",
        Within::Some => "in some of the best matchings and not in others",
        Within::None => "in none of the best matchings",
    }
}

/// Why the pair cannot be made, whatever it would cost.
fn obstacles(answer: &Explanation, pair: &PairExplanation) -> Vec<String> {
    let settled = answer.kept.is_some() || answer.urgent.is_some();
    let says = |answer| pair.verdicts.iter().any(|verdict| verdict.answer == answer);
    let plain = [
        (says(Answered::Refused), "a rule refuses it"),
        (says(Answered::NeedsCheck), "something must be found out first"),
        (pair.below_floor, "a floor is not reached"),
        (settled, "another pair stands"),
        (!answer.held.is_empty(), "something is on hold"),
        (pair.capacity == 0, "there is no place"),
        (pair.capacity > 0 && pair.places_open == 0, "every place is taken by a pair that stands or is held"),
    ];
    let full = pair.supervisor.as_ref().filter(|_| pair.supervisor_room == Some(0));
    let full = full.map(|id| format!("the caseload of {} is full", shown(id.as_str())));
    plain.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words.to_owned()).chain(full).collect()
}

fn verdicts(verdicts: &[RuleVerdict], support: Support, width: usize) -> String {
    let mut table = Table::new().left("rule").left("says").prose("what stands in the way");
    for verdict in verdicts {
        let says = match verdict.answer {
            Answered::Eligible => "allowed",
            Answered::Refused => "refused",
            Answered::NeedsCheck => "check first",
        };
        let first = verdict.obstacle.map(|obstacle| obstacle.words(verdict.about.as_deref(), support));
        let further = verdict.further.iter().map(|one| one.obstacle.words(one.about.as_deref(), support));
        let all: Vec<String> = first.into_iter().chain(further).collect();
        let obstacle = shown(&all.join("; ")).into_owned();
        table.row([shown(&verdict.rule).into_owned(), says.to_owned(), obstacle]);
    }
    table.render(width)
}

fn places(mentor: &str, pair: &PairExplanation, view: View<'_>) -> String {
    let places = count(pair.capacity, "place");
    let holders: Vec<String> = pair.holders.iter().map(|id| view.names.mentee(id)).collect();
    let taken = match holders.len() {
        0 => "none taken".to_owned(),
        all if all >= pair.capacity as usize => format!("taken by {}", holders.join(", ")),
        some => format!("{some} taken, by {}", holders.join(", ")),
    };
    format!("  {mentor} has {places}, {taken}\n")
}

fn nobody(mentee: &str, unmatched: &Unmatched, support: Support) -> String {
    let mut text = heading(&format!("{mentee} waits: tier {}, waiting {}", unmatched.tier, waiting(unmatched)));
    text.put(format_args!("  {}\n", chance(unmatched, support)));
    if !unmatched.servable {
        text.put(format_args!("  no {} could be proposed as things stand\n", support.mentor()));
    }
    if !unmatched.reasons.is_empty() {
        text.push_str("\n  what the rules said, one person being counted by every rule in the way:\n");
        for line in every(&unmatched.reasons, support) {
            text.put(format_args!("  {line}\n"));
        }
    }
    text
}

fn candidates(answer: &Explanation, support: Support, full_fit: i64, view: View<'_>) -> String {
    if answer.candidates.is_empty() {
        return String::new();
    }
    let fit = format!("fit of {full_fit}");
    let mut table = Table::new().left(support.mentor()).right(&fit).right("can take on").left("");
    for one in answer.candidates.iter().take(CANDIDATES) {
        let proposed = answer.proposal.as_ref().is_some_and(|proposal| proposal.mentor == one.mentor);
        let mark = if proposed { "proposed" } else { "" };
        table.row([view.names.mentor(&one.mentor), one.fit.to_string(), one.places_free.to_string(), mark.to_owned()]);
    }
    let more = match answer.candidates.len().saturating_sub(CANDIDATES) {
        0 => String::new(),
        more => format!("  ... and {more} more: --format json lists all\n"),
    };
    format!("{}{}{more}", heading("Candidates, best first"), table.render(view.width))
}

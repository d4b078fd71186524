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
use alongside::outcome::{Answered, Explanation, PairExplanation, Proposal, RuleVerdict, Unmatched};

/// Candidates listed.
const CANDIDATES: usize = 10;

/// The answer to one question.
pub(crate) fn render(answer: &Explanation, support: Support, full_fit: i64, view: View<'_>) -> String {
    let mut text = String::new();
    let mentee = view.names.mentee(&answer.mentee);
    if let Some(pair) = &answer.pair {
        text.push_str(&pair_asked(&mentee, pair, support, full_fit, view));
    }
    match (&answer.proposal, &answer.unmatched, &answer.pair) {
        (Some(proposal), _, None) => text.push_str(&proposed(&mentee, proposal, support, full_fit, view)),
        (Some(proposal), _, Some(pair)) if !pair.proposed => {
            let mentor = view.names.mentor(&proposal.mentor);
            text.push_str(&heading("In its place"));
            text.put(format_args!("  {mentee} is proposed {mentor}, fit {} of {full_fit}\n", proposal.fit));
        }
        (_, Some(unmatched), _) => text.push_str(&nobody(&mentee, unmatched, support)),
        _ => {}
    }
    text.push_str(&candidates(answer, support, full_fit, view));
    text.trim_start_matches('\n').to_owned()
}

fn proposed(mentee: &str, proposal: &Proposal, support: Support, full_fit: i64, view: View<'_>) -> String {
    let mentor = view.names.mentor(&proposal.mentor);
    let title = format!("{mentee} with {mentor}: proposed, fit {} of {full_fit}", proposal.fit);
    let parts = waterfall::render(&proposal.contributions, proposal.fit, full_fit, support, view.width);
    let points = waterfall::points(&proposal.wishes, proposal.against.as_ref(), support);
    format!("{}{parts}\n{points}", heading(&title))
}

fn pair_asked(mentee: &str, pair: &PairExplanation, support: Support, full_fit: i64, view: View<'_>) -> String {
    let mentor = view.names.mentor(&pair.mentor);
    let stands = if pair.proposed { "proposed" } else { "not proposed" };
    let mut text = heading(&format!("{mentee} with {mentor}: {stands}, fit {} of {full_fit}", pair.fit));
    text.push_str(&verdicts(&pair.verdicts, support, view.width));
    text.push('\n');
    text.push_str(&waterfall::render(&pair.contributions, pair.fit, full_fit, support, view.width));
    if pair.below_floor {
        text.put(format_args!("  {}\n", paint(style::WARNING, "below the programme's floor: never proposed")));
    }
    let points = waterfall::points(&pair.wishes, pair.against.as_ref(), support);
    if !points.is_empty() {
        text.put(format_args!("\n{points}"));
    }
    text.put(format_args!("\n{}", places(&mentor, pair, view)));
    if !pair.proposed {
        text.push_str(&heading("What the pair would cost"));
        match &pair.if_made {
            Some(levels) => text.push_str(&cost::render(&pair.as_proposed, levels, view.width)),
            None => text.put(format_args!("  it cannot be made: {}\n", obstacles(pair).join("; "))),
        }
    }
    text
}

/// Why the pair cannot be made, whatever it would cost.
fn obstacles(pair: &PairExplanation) -> Vec<&'static str> {
    let says = |answer| pair.verdicts.iter().any(|verdict| verdict.answer == answer);
    [
        (says(Answered::Refused), "a rule refuses it"),
        (says(Answered::NeedsCheck), "something must be found out first"),
        (pair.below_floor, "its fit lies below the floor"),
        (pair.capacity == 0, "there is no place"),
    ]
    .into_iter()
    .filter_map(|(holds, words)| holds.then_some(words))
    .collect()
}

fn verdicts(verdicts: &[RuleVerdict], support: Support, width: usize) -> String {
    let mut table = Table::new().left("rule").left("says").prose("what stands in the way");
    for verdict in verdicts {
        let says = match verdict.answer {
            Answered::Eligible => "allowed",
            Answered::Refused => "refused",
            Answered::NeedsCheck => "check first",
        };
        let obstacle = verdict.obstacle.map(|obstacle| obstacle.words(verdict.about.as_deref(), support));
        let obstacle = shown(&obstacle.unwrap_or_default()).into_owned();
        table.row([shown(&verdict.rule).into_owned(), says.to_owned(), obstacle]);
    }
    table.render(width)
}

fn places(mentor: &str, pair: &PairExplanation, view: View<'_>) -> String {
    let places = count(pair.capacity, "place");
    let holders: Vec<String> = pair.holders.iter().map(|id| view.names.mentee(id)).collect();
    let taken =
        if holders.is_empty() { "none taken".to_owned() } else { format!("proposed to {}", holders.join(", ")) };
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
    let mut table = Table::new().left(support.mentor()).right(&fit).right("places free").left("");
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

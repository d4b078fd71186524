//! The table of proposed pairs.

use super::View;
use super::style::heading;
use super::table::Table;
use super::text::shown;
use alongside::Outcome;
use alongside::domain::Support;
use alongside::outcome::{Because, Contribution, Met, Proposal};

/// Rows shown unless all are asked for.
const MOST: usize = 50;
/// Columns of a screen with room for two columns of prose.
const WIDE: usize = 140;

/// Who is proposed to whom, how well they fit, and the strongest point for and against.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    let support = outcome.programme.support;
    if outcome.proposals.is_empty() {
        return format!("{}  none\n", heading("Proposals"));
    }
    let tiers = outcome.totals.tiers.len() > 1;
    let mut table = Table::new().left(support.mentee()).left(support.mentor());
    if tiers {
        table = table.right("tier");
    }
    let mut table = table.right("fit").left("wishes");
    let wide = view.width >= WIDE;
    table = table.prose("most for it").prose("most against it");
    for proposal in outcome.proposals.iter().take(view.rows(MOST)) {
        let mut cells = vec![view.names.mentee(&proposal.mentee), view.names.mentor(&proposal.mentor)];
        cells.extend(tiers.then(|| proposal.tier.to_string()));
        cells.push(proposal.fit.to_string());
        cells.push(wishes(proposal));
        let best = strongest(&proposal.contributions);
        if wide {
            cells.push(best.map_or_else(String::new, |best| because(best, support)));
            cells.push(against(proposal, support).unwrap_or_default());
        } else {
            // One line a pair; what the numbers rest on stands in the results and in `explain`.
            let signed = |sign: char, by: i64, criterion: &str| shown(&format!("{sign}{by} {criterion}")).into_owned();
            cells.push(best.map_or_else(String::new, |best| signed('+', best.contribution, &best.criterion)));
            let lost = proposal.against.as_ref().map(|against| signed('-', against.lost, &against.criterion));
            cells.push(lost.unwrap_or_default());
        }
        table.row(cells);
    }
    let more = view.more(outcome.proposals.len(), MOST);
    format!(
        "{}  fit is out of {}, wishes are both people's\n{}{more}",
        heading("Proposals"),
        outcome.totals.full_fit,
        table.render(view.width)
    )
}

fn wishes(proposal: &Proposal) -> String {
    let met = proposal.wishes.iter().filter(|wish| wish.met == Met::Yes).count();
    match proposal.wishes.len() {
        0 => String::new(),
        all => format!("{met} of {all}"),
    }
}

fn because(contribution: &Contribution, support: Support) -> String {
    let words = contribution.words(support);
    shown(&format!("{}: {words}", contribution.criterion)).into_owned()
}

/// The strongest point against, with what it rests on.
fn against(proposal: &Proposal, support: Support) -> Option<String> {
    let against = proposal.against.as_ref()?;
    let part = proposal.contributions.iter().find(|part| part.criterion == against.criterion);
    let because = part.map(|part| format!(": {}", part.words(support))).unwrap_or_default();
    Some(shown(&format!("{}{because}", against.words())).into_owned())
}

/// What adds most, the first in order among equals; blanks speak for nobody.
pub(super) fn strongest(contributions: &[Contribution]) -> Option<&Contribution> {
    let speaks = |because: &Because| {
        !matches!(because, Because::Unknown(_) | Because::NoWish | Because::NoChoice | Because::NotSupplied)
    };
    let said = contributions.iter().filter(|one| one.contribution > 0 && speaks(&one.because));
    // Of equals, max_by_key keeps the last.
    said.rev().max_by_key(|one| one.contribution)
}

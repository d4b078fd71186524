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
    let mut table = table.right(&format!("fit of {}", outcome.totals.full_fit)).left("wishes met");
    let wide = view.width >= WIDE;
    table =
        if wide { table.prose("most for it").prose("most against it") } else { table.prose("most for and against it") };
    for proposal in outcome.proposals.iter().take(view.rows(MOST)) {
        let mut cells = vec![view.names.mentee(&proposal.mentee), view.names.mentor(&proposal.mentor)];
        cells.extend(tiers.then(|| proposal.tier.to_string()));
        cells.push(proposal.fit.to_string());
        cells.push(wishes(proposal));
        let mut cells: Vec<Vec<String>> = cells.into_iter().map(|cell| vec![cell]).collect();
        let most = strongest(&proposal.contributions).map(|best| because(best, support));
        let least = against(proposal, support);
        if wide {
            cells.extend([most.into_iter().collect(), least.into_iter().collect()]);
        } else {
            let signed = [("+", most), ("-", least)];
            cells.push(signed.into_iter().filter_map(|(sign, what)| Some(format!("{sign} {}", what?))).collect());
        }
        table.tall_row(cells);
    }
    let more = view.more(outcome.proposals.len(), MOST);
    format!("{}{}{more}", heading("Proposals"), table.render(view.width))
}

fn wishes(proposal: &Proposal) -> String {
    let met = proposal.wishes.iter().filter(|wish| wish.met == Met::Yes).count();
    match proposal.wishes.len() {
        0 => String::new(),
        all => format!("{met} of {all}"),
    }
}

fn because(contribution: &Contribution, support: Support) -> String {
    let words = contribution.because.words(support);
    shown(&format!("{}: {words}", contribution.criterion)).into_owned()
}

/// The strongest point against, with what it rests on.
fn against(proposal: &Proposal, support: Support) -> Option<String> {
    let against = proposal.against.as_ref()?;
    let part = proposal.contributions.iter().find(|part| part.criterion == against.criterion);
    let because = part.map(|part| format!(": {}", part.because.words(support))).unwrap_or_default();
    Some(shown(&format!("{}{because}", against.words())).into_owned())
}

/// What adds most, the first in order among equals; blanks speak for nobody.
pub(super) fn strongest(contributions: &[Contribution]) -> Option<&Contribution> {
    let speaks = |because: &Because| !matches!(because, Because::Unknown(_) | Because::NoWish | Because::NoChoice);
    let said = contributions.iter().filter(|one| one.contribution > 0 && speaks(&one.because));
    // Of equals, max_by_key keeps the last.
    said.rev().max_by_key(|one| one.contribution)
}

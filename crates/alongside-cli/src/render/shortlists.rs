//! Lists of options.

use super::View;
use super::proposals::strongest;
use super::reasons::{division, foremost};
use super::style::{self, heading, paint};
use super::table::Table;
use super::text::shown;
use alongside::outcome::Met;
use alongside::shortlist::{Kind, ListedOption, Shortlist, Shortlists};

/// Lists shown unless all are asked for.
const MOST: usize = 50;
/// Rules named for each short list.
const RULES: usize = 2;

/// Everybody's options with the strongest point for and against each, and how many can be served.
pub(crate) fn render(lists: &Shortlists, view: View<'_>) -> String {
    let support = lists.programme.support;
    let (mentor, mentee) = (support.mentor(), support.mentee());
    let promise = match (lists.kind, lists.appearances) {
        (Kind::OneAfterAnother, _) => {
            "no pick costs anybody a place; after each, ask again for the other lists".to_owned()
        }
        (Kind::Jointly, _) => "whatever all of them pick, nobody loses a place".to_owned(),
        (Kind::Proposal, appearances) => {
            let most = appearances.unwrap_or(lists.options);
            format!(
                "what is proposed comes first; a {mentor} stands on at most {most} lists as far as the proposals allow"
            )
        }
    };
    let turns = lists.kind == Kind::OneAfterAnother;
    let mut table = Table::new().left(mentee);
    if turns {
        table = table.right("turn");
    }
    let mut table =
        table.right("option").left(mentor).right("fit").left("wishes").prose("most for it").prose("most against it");
    let mut remarks = Table::new().left(mentee).prose("why the list is shorter");
    for list in lists.lists.iter().take(view.rows(MOST)) {
        for (at, option) in (1..).zip(&list.options) {
            let mut cells = vec![if at == 1 { view.names.mentee(&list.mentee) } else { String::new() }];
            if turns {
                cells.push(list.turn.filter(|_| at == 1).map_or_else(String::new, |turn| turn.to_string()));
            }
            let proposed = lists.kind == Kind::Proposal && option.proposed;
            let number = if proposed { format!("proposed {at}") } else { at.to_string() };
            cells.extend([number, view.names.mentor(&option.mentor), option.fit.to_string()]);
            cells.extend(points(option));
            table.row(cells);
        }
        if let Some(lines) = remark(list, lists) {
            remarks.tall_row([vec![view.names.mentee(&list.mentee)], lines]);
        }
    }
    let more = view.more(lists.lists.len(), MOST).replace("--out DIR", "--out FILE");
    let mut text = format!(
        "{}{}{}  {promise}\n  fit is out of {}, wishes are both people's\n{}{more}",
        paint(style::HEADING, shown(&lists.programme.name)),
        "\n",
        heading("Shortlists"),
        lists.full_fit,
        table.render(view.width)
    );
    if lists.lists.iter().any(|list| list.shorter.is_some()) {
        text.push_str(&heading("Shorter than asked for"));
        text.push_str(&remarks.render(view.width));
    }
    text.push_str(&numbers(lists, view.width));
    text
}

fn points(option: &ListedOption) -> [String; 3] {
    let met = option.wishes.iter().filter(|wish| wish.met == Met::Yes).count();
    let wishes = if option.wishes.is_empty() { String::new() } else { format!("{met} of {}", option.wishes.len()) };
    let signed = |sign: char, by: i64, criterion: &str| shown(&format!("{sign}{by} {criterion}")).into_owned();
    let best = strongest(&option.contributions).map(|best| signed('+', best.contribution, &best.criterion));
    let lost = option.against.as_ref().map(|against| signed('-', against.lost, &against.criterion));
    [wishes, best.unwrap_or_default(), lost.unwrap_or_default()]
}

/// Why there are not as many options as were asked for.
fn remark(list: &Shortlist, lists: &Shortlists) -> Option<Vec<String>> {
    let support = lists.programme.support;
    let shorter = list.shorter.as_ref()?;
    let mut lines = vec![shorter.words(support)];
    if let Some(asked) = &shorter.asked {
        lines.push(division(asked, support.mentor()));
        lines.extend(foremost(&shorter.reasons, RULES));
    }
    Some(lines)
}

/// How many have a mentor or can have one, tier by tier.
fn numbers(lists: &Shortlists, width: usize) -> String {
    let can = if lists.kind == Kind::Proposal { "proposed" } else { "can be served" };
    let mut table = Table::new().left("").right("picked").right(can).right("together");
    let mut row = |what: String, picked: usize, served: usize| {
        table.row([what, picked.to_string(), served.to_string(), (picked + served).to_string()]);
    };
    if lists.tiers.len() > 1 {
        for tier in &lists.tiers {
            row(format!("tier {}", tier.tier), tier.picked, tier.served);
        }
    }
    let sum = |of: fn(&alongside::shortlist::TierNumbers) -> usize| lists.tiers.iter().map(of).sum();
    row("all".to_owned(), sum(|tier| tier.picked), sum(|tier| tier.served));
    format!("{}{}", heading("People served"), table.render(width))
}

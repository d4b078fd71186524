//! Several programmes: what the matching makes of each, and which fit whom.

use super::View;
use super::style::heading;
use super::table::Table;
use super::text::{count, shown};
use alongside::Outcome;
use alongside::domain::{Side, Support};
use alongside::programmes::{PersonProgrammes, Programmes};

/// Rows shown unless all are asked for.
const MOST: usize = 50;

/// Whom each programme serves, and with whose mentors; nothing where the file is one programme.
pub(crate) fn render(outcome: &Outcome, view: View<'_>) -> String {
    if outcome.programmes.is_empty() {
        return String::new();
    }
    let support = outcome.programme.support;
    let (mentors, mentees) = (format!("{}s", support.mentor()), format!("{}s", support.mentee()));
    let mut table =
        Table::new().left("programme").right(&mentees).right("proposed").right("by others").right("waiting");
    table = table.right(&mentors).right("shared in").right("out").right("lent").prose("it is");
    for one in &outcome.programmes {
        let numbers = [
            one.mentees,
            one.served,
            one.served_by_others,
            one.waiting,
            one.mentors,
            one.shared_in,
            one.shared_out,
            one.lent,
        ];
        let cells = std::iter::once(shown(&one.programme).into_owned()).chain(numbers.map(|number| number.to_string()));
        table.row(cells.chain([one.words()]));
    }
    let of_programmes: usize = outcome.programmes.iter().map(|one| one.mentees).sum();
    let unsaid = match outcome.totals.mentees.saturating_sub(of_programmes) {
        0 => String::new(),
        more => format!(
            "  {} {} referred to no programme: `alongside programmes` lists which would fit\n",
            count(more as u64, support.mentee()),
            if more == 1 { "was" } else { "were" },
        ),
    };
    format!(
        "{}  by others: of the proposed, those with a {mentor} of another programme; shared in, out: {mentors} whom others\n  \
            may show here, or this one elsewhere; lent: its {mentors} proposed to {mentees} of others\n{}{unsaid}",
        heading("Programmes"),
        table.render(view.width),
        mentor = support.mentor(),
    )
}

/// Of everybody, which programmes fit, and what is in the way of the others.
pub(crate) fn fits(found: &Programmes, support: Support, view: View<'_>) -> String {
    if found.programmes.is_empty() {
        return "This file is one programme: it lists no `[[programmes]]` to tell apart.\n".to_owned();
    }
    let mut text = String::new();
    for (side, people) in [(Side::Mentee, &found.mentees), (Side::Mentor, &found.mentors)] {
        if !people.is_empty() {
            text.push_str(&of_side(side, people, support, view));
        }
    }
    text.trim_start_matches('\n').to_owned()
}

fn of_side(side: Side, people: &[PersonProgrammes], support: Support, view: View<'_>) -> String {
    let (who, own, title) = match side {
        Side::Mentee => (support.mentee(), "referred to", "Which programmes fit"),
        Side::Mentor => (support.mentor(), "approved for", "Where they could be proposed"),
    };
    let mut table = Table::new().left(who).left(own).left("fit").prose("what is in the way of the others");
    for person in people.iter().take(view.rows(MOST)) {
        let name = match side {
            Side::Mentee => view.names.mentee(&person.person),
            Side::Mentor => view.names.mentor(&person.person),
        };
        let listed = |ids: &[&str]| match ids {
            [] => "none".to_owned(),
            ids => shown(&ids.join(", ")).into_owned(),
        };
        let said: Vec<&str> = person.programmes.iter().map(|id| &**id).collect();
        let fitting: Vec<&str> = person.each.iter().filter(|one| one.fits()).map(|one| &*one.programme).collect();
        let others = person.each.iter().filter(|one| !one.fits());
        let others = others.map(|one| shown(&format!("{}: {}", one.programme, one.words(support))).into_owned());
        table.tall_row([vec![name], vec![listed(&said)], vec![listed(&fitting)], others.collect()]);
    }
    let more = match people.len().saturating_sub(view.rows(MOST)) {
        0 => String::new(),
        more => format!("  ... and {more} more: --all shows them here, --format json lists all\n"),
    };
    format!("{}{}{more}", heading(title), table.render(view.width))
}

//! Pairs that stand before the matching, and what is held, as rows.

use super::table::Table;
use alongside::outcome::{Decided, Outcome};

/// Pairs that a person has to look at first, with what the rules have against them.
pub(crate) fn put_urgent<T: Table>(outcome: &Outcome, table: &mut T) -> Result<(), T::Error> {
    for pair in &outcome.urgent {
        table.text(pair.mentee.as_str()).text(pair.mentor.as_str()).number(pair.tier.into());
        table.text(yes_no(pair.current)).date_or_blank(pair.since);
        decided(pair.decision.as_ref(), pair.nominated, table);
        let against = pair.objections.iter().map(|one| one.words(outcome.programme.support));
        table.text(&against.collect::<Vec<_>>().join("; ")).end()?;
    }
    Ok(())
}

/// Pairs that go on.
pub(crate) fn put_kept<T: Table>(outcome: &Outcome, table: &mut T) -> Result<(), T::Error> {
    for pair in &outcome.kept {
        table.text(pair.mentee.as_str()).text(pair.mentor.as_str()).number(pair.fit).number(pair.tier.into());
        table.text(yes_no(pair.current)).date_or_blank(pair.since);
        decided(pair.decision.as_ref(), pair.nominated, table);
        table.end()?;
    }
    Ok(())
}

/// What a coordinator holds; the cell of whoever is not named is blank.
pub(crate) fn put_held<T: Table>(outcome: &Outcome, table: &mut T) -> Result<(), T::Error> {
    for hold in &outcome.held {
        let ids = [&hold.mentee, &hold.mentor];
        for id in ids {
            table.text(id.as_ref().map_or("", |id| id.as_str()));
        }
        table.text(&hold.by).date(hold.on).text(&hold.reason).end()?;
    }
    Ok(())
}

const fn yes_no(yes: bool) -> &'static str {
    if yes { "yes" } else { "no" }
}

/// Who decided that the pair stands, when and why; of a nomination alone only that.
fn decided<T: Table>(decision: Option<&Decided>, nominated: bool, table: &mut T) {
    let nominated = if nominated { "nominated by name" } else { "" };
    table.text(decision.map_or("", |decision| &decision.by));
    table.date_or_blank(decision.map(|decision| decision.on));
    table.text(decision.map_or(nominated, |decision| &decision.reason));
}

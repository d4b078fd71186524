//! A pair's fit, part by part, so that the parts visibly add up to the whole.

use super::table::Table;
use super::text::Put;
use super::text::shown;
use alongside::domain::Support;
use alongside::outcome::{Against, Contribution, PossibleWay, StaffFact, WishResult};

/// Characters of the whole bar.
const BAR: i64 = 20;

/// Each criterion's part on top of those before it, and the sum.
pub(super) fn render(
    contributions: &[Contribution],
    fit: i64,
    full_fit: i64,
    support: Support,
    width: usize,
) -> String {
    let mut table = Table::new().left("criterion").right("points").right("weight").right("adds").right("sum");
    table = table.left("").prose("because");
    let mut sum = 0_i64;
    for part in contributions {
        let before = sum;
        sum = sum.saturating_add(part.contribution);
        table.row([
            shown(&part.criterion).into_owned(),
            part.points.to_string(),
            format!("x {}", part.weight),
            part.contribution.to_string(),
            sum.to_string(),
            bar(before, sum, full_fit),
            shown(&part.words(support)).into_owned(),
        ]);
    }
    let blank = String::new;
    let of = format!("of {full_fit} at full fit");
    table.row(["fit".to_owned(), blank(), blank(), blank(), fit.to_string(), bar(0, fit, full_fit), of]);
    let share = |of: fn(&Contribution) -> i64| contributions.iter().map(of).fold(0_i64, i64::saturating_add);
    let (mentees, mentors) = (share(|part| part.mentee_share), share(|part| part.mentor_share));
    let mut text = table.render(width);
    text.put(format_args!(
        "  of the fit {mentees} is the {}'s part, {mentors} the {}'s\n",
        support.mentee(),
        support.mentor()
    ));
    text
}

/// `full` in all; what stands before is left blank.
fn bar(from: i64, to: i64, full: i64) -> String {
    let column = |value: i64| {
        let scaled = i128::from(value.clamp(0, full.max(0))) * i128::from(BAR) / i128::from(full.max(1));
        usize::try_from(scaled).unwrap_or(0)
    };
    let (from, to) = (column(from), column(to));
    format!("{}{}{}", ".".repeat(from), "#".repeat(to - from), ".".repeat(usize::try_from(BAR).unwrap_or(0) - to))
}

/// Both people's wishes, how they can meet, facts for staff and the strongest point against, a line each.
pub(super) fn points(
    (wishes, ways, for_staff): (&[WishResult], &[PossibleWay], &[StaffFact]),
    against: Option<&Against>,
    support: Support,
) -> String {
    let mut text = String::new();
    for wish in wishes {
        text.put(format_args!("  {}\n", shown(&wish.words(support))));
    }
    if !ways.is_empty() {
        let ways: Vec<String> = ways.iter().map(|way| way.words(support)).collect();
        text.put(format_args!("  ways of meeting: {}\n", shown(&ways.join("; "))));
    }
    for fact in for_staff {
        text.put(format_args!("  {}\n", shown(&fact.words(support))));
    }
    if let Some(against) = against {
        text.put(format_args!("  most against it: {}\n", shown(&against.words())));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::bar;

    #[test]
    fn bars_meet_end_to_end() {
        assert_eq!(bar(0, 5, 20), "#####...............");
        assert_eq!(bar(5, 20, 20), ".....###############");
        assert_eq!(bar(3, 3, 20), "....................");
        assert_eq!(bar(0, 0, 0), "....................");
        assert_eq!(bar(0, i64::MAX, i64::MAX), "####################");
    }
}

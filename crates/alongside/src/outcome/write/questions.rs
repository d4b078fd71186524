//! Blanks that criteria ask about, and whether an answer could change the proposal.

use crate::candidates::{Adjustment, Front};
use crate::control::Control;
use crate::criteria::Blank;
use crate::domain::{Side, UnknownAnswer};
use crate::error::Error;
use crate::outcome::Question;
use crate::progress::Stage;
use crate::round::{Round, solve};
use crate::solve::Status;
use rayon::prelude::*;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::AtomicUsize;

/// Pairs that turn on one blank, with the fewest and most points its answer could give them.
type Pairs = BTreeMap<(usize, usize), (i64, i64)>;

/// All questions, by criterion, side and person; the first `tried` of them are tried out by solving twice again.
pub(super) fn questions(round: &Round<'_>, tried: usize, control: &Control<'_>) -> Result<Vec<Question>, Error> {
    let matching = round.compiled.matching;
    let mut open: BTreeMap<(usize, bool, usize, Arc<str>), Pairs> = BTreeMap::new();
    let asking = matching.criteria.iter().enumerate().filter(|(_, one)| one.unknown == UnknownAnswer::Ask);
    for (criterion, _) in asking {
        for mentee in 0..round.compiled.mentees() {
            for (mentor, _) in round.graph.row(mentee) {
                for Blank { side, field, lowest, highest } in round.criteria.blanks(criterion, mentee, mentor) {
                    let person = if side == Side::Mentee { mentee } else { mentor };
                    let pairs = open.entry((criterion, side == Side::Mentee, person, field)).or_default();
                    pairs.insert((mentee, mentor), (lowest, highest));
                }
            }
        }
    }
    // Two matchings of which one may not be the best say nothing about an answer, nor do two that a search came upon.
    let sure = round.solution.status == Status::Optimal && round.compiled.company.is_empty();
    let tried = if sure { tried } else { 0 };
    let open: Vec<_> = open.into_iter().collect();
    let (answered, to_try) = (AtomicUsize::new(0), tried.min(open.len()));
    let asked = open.into_par_iter().enumerate().map(|(at, ((criterion, of_mentee, person, field), pairs))| {
        let (side, id) = if of_mentee {
            (Side::Mentee, matching.mentees.get(person).map(|one| &one.person.id))
        } else {
            (Side::Mentor, matching.mentors.get(person).map(|one| &one.person.id))
        };
        let (Some(id), Some(asking)) = (id, matching.criteria.get(criterion)) else { return Ok(None) };
        if control.gives_up() {
            return Err(Error::GivenUp);
        }
        let changes = |most: bool| changes(round, criterion, &pairs, most, &control.unheard());
        let (best_changes, worst_changes) = if at < tried {
            let both = (Some(changes(true)?), Some(changes(false)?));
            control.tell(Stage::Questions, &answered, to_try);
            both
        } else {
            (None, None)
        };
        Ok(Some(Question {
            criterion: asking.id.clone(),
            side,
            person: id.clone(),
            field: field.to_string(),
            pairs: pairs.len(),
            best_changes,
            worst_changes,
        }))
    });
    let asked: Result<Vec<Option<Question>>, Error> = asked.collect();
    Ok(asked?.into_iter().flatten().collect())
}

/// Whether the proposed pairs differ when the blank's pairs get the most, or fewest, points.
fn changes(
    round: &Round<'_>,
    criterion: usize,
    pairs: &Pairs,
    most: bool,
    control: &Control<'_>,
) -> Result<bool, Error> {
    let matching = round.compiled.matching;
    let level = Front::level_of(&matching.aim, criterion);
    let graph = round.graph.adjusted(|mentee, mentor| {
        let (lowest, highest) = pairs.get(&(mentee, mentor))?;
        let points = if most { *highest } else { *lowest };
        let now = round.criteria.points(mentee, mentor).nth(criterion)?;
        let more = points - now;
        let weight = round.criteria.weight(mentee, criterion);
        let of_mentor = round.criteria.mentor_weight(mentee, criterion);
        let fit = round.criteria.fit(mentee, mentor) + weight * more;
        let stands = round.criteria.reach(fit, round.criteria.mentor_fit(mentee, mentor) + of_mentor * more);
        Some(Adjustment { fit: weight * more, stands, front: level.map(|level| (level, points)) })
    });
    Ok(solve(round.compiled, &graph, control)?.assignment != round.assignment)
}

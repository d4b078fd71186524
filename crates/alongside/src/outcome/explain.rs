//! Why this pair, why not that one, why nobody.

use super::write::{Standing, fixed_pair, held, proposal, unmatched};
use super::{Explanation, PairExplanation, RuleVerdict};
use crate::control::Control;
use crate::criteria::strongest_against;
use crate::domain::{PersonId, Side};
use crate::error::Error;
use crate::round::{Round, levels, refused};

/// Explains a mentee's place in the round and, when a mentor is named, the pair of the two.
pub(crate) fn explain(
    round: &Round<'_>,
    mentee: &PersonId,
    mentor: Option<&PersonId>,
    control: &Control<'_>,
) -> Result<Explanation, Error> {
    let matching = round.compiled.matching;
    let unknown = |side, id: &PersonId| Error::UnknownPerson { side, id: id.clone() };
    let at = matching.mentees.binary_search_by(|one| one.person.id.cmp(mentee));
    let at = at.map_err(|_| unknown(Side::Mentee, mentee))?;
    let pair = match mentor {
        None => None,
        Some(id) => {
            let mentor = matching.mentors.binary_search_by(|one| one.person.id.cmp(id));
            Some(pair(round, at, mentor.map_err(|_| unknown(Side::Mentor, id))?, control)?)
        }
    };
    let (kept, urgent) = match fixed_pair(round, at) {
        Some(Standing::Kept(kept)) => (Some(kept), None),
        Some(Standing::Urgent(urgent)) => (None, Some(urgent)),
        None => (None, None),
    };
    Ok(Explanation {
        mentee: mentee.clone(),
        proposal: proposal(round, at),
        kept,
        urgent,
        held: held(round).into_iter().filter(|one| one.mentee.as_ref() == Some(mentee)).collect(),
        unmatched: unmatched(round, at),
        candidates: round.ranked(at).into_iter().map(|(_, alternative)| alternative).collect(),
        pair: pair.flatten(),
    })
}

fn pair(
    round: &Round<'_>,
    mentee: usize,
    mentor: usize,
    control: &Control<'_>,
) -> Result<Option<PairExplanation>, Error> {
    let matching = round.compiled.matching;
    let Some(person) = matching.mentors.get(mentor) else { return Ok(None) };
    let verdicts = round.rules.verdicts(mentee, mentor).zip(&matching.rules).map(|(verdict, rule)| RuleVerdict {
        rule: rule.id.clone(),
        kind: rule.kind.name().to_owned(),
        answer: verdict.answered(),
        obstacle: verdict.hurdle().map(|hurdle| hurdle.obstacle),
        about: verdict.hurdle().and_then(|hurdle| hurdle.about.cloned()),
    });
    let contributions = round.criteria.contributions(mentee, mentor);
    let fit = contributions.iter().map(|part| part.contribution).sum();
    let fixed = &round.compiled.fixed;
    let holds = |at: usize| {
        let here = Some(mentor);
        round.mentor_of(at) == here
            || fixed.mentor_of.get(at) == Some(&here)
            || fixed.held_pairs.contains(&(at, mentor))
    };
    let holders = matching.mentees.iter().enumerate().filter(|(at, _)| holds(*at));
    let problem = round.graph.problem(round.compiled)?;
    let column = u32::try_from(mentor).ok();
    let if_made = match column.and_then(|column| problem.with_row_forced(mentee, column)) {
        None => None,
        Some(forced) => {
            let solution = control.unheard().solving(|control| forced.solve(control)).map_err(refused)?;
            Some(levels(round.compiled, &solution))
        }
    };
    Ok(Some(PairExplanation {
        mentor: person.person.id.clone(),
        proposed: round.mentor_of(mentee) == Some(mentor),
        verdicts: verdicts.collect(),
        fit,
        against: strongest_against(&contributions),
        contributions,
        wishes: round.wishes(mentee, mentor),
        below_floor: fit < matching.aim.floor,
        capacity: person.capacity,
        places_open: round.compiled.fixed.free(mentor),
        holders: holders.map(|(_, one)| one.person.id.clone()).collect(),
        if_made,
        as_proposed: round.levels(),
    }))
}

//! Why this pair, why not that one, why nobody.

use super::write::{Standing, fixed_pair, for_staff, held, priority, proposal, unmatched};
use super::{
    Answered, Explanation, FloorOf, FurtherObjection, Level, LevelName, MissedFloor, NominationNotMet, Objection,
    PairExplanation, RuleVerdict, Within,
};
use crate::candidates::CandidateGraph;
use crate::compile::Compiled;
use crate::control::Control;
use crate::criteria::{both_fits, strongest_against};
use crate::domain::{Aim, Answer, AttributeKey, Matching, Mentor, Nominations, PersonId, Side};
use crate::eligibility::Verdict;
use crate::error::Error;
use crate::round::{Round, with_pair, without_pair};
use std::sync::Arc;

/// Explains a mentee's place in the round and, when a mentor is named, the pair of the two.
pub(crate) fn explain(
    round: &Round<'_>,
    mentee: &PersonId,
    mentor: Option<&PersonId>,
    control: &Control<'_>,
) -> Result<Explanation, Error> {
    let matching = round.compiled.matching;
    let unknown = |side, id: &PersonId| Error::UnknownPerson { side, id: id.clone() };
    let at = round.compiled.mentee_at(mentee).ok_or_else(|| unknown(Side::Mentee, mentee))?;
    let pair = match mentor {
        None => None,
        Some(id) => {
            let mentor = round.compiled.mentor_at(id).ok_or_else(|| unknown(Side::Mentor, id))?;
            Some(pair(round, at, mentor, control)?)
        }
    };
    let (kept, urgent) = match fixed_pair(round, at) {
        Some(Standing::Kept(kept)) => (Some(kept), None),
        Some(Standing::Urgent(urgent)) => (None, Some(urgent)),
        None => (None, None),
    };
    Ok(Explanation {
        mentee: mentee.clone(),
        ground: matching.mentees.get(at).and_then(|one| priority(round).into_iter().nth(one.tier_by?)),
        programme: matching.mentees.get(at).and_then(|one| matching.programme_id(&one.person)),
        nomination: nomination(round, at),
        proposal: proposal(round, at),
        kept,
        urgent,
        held: held(round).into_iter().filter(|one| one.mentee.as_ref() == Some(mentee)).collect(),
        unmatched: unmatched(round, at),
        candidates: round.ranked(at).into_iter().map(|(_, alternative)| alternative).collect(),
        pair: pair.flatten(),
    })
}

/// Why the mentee does not have the mentor whom they nominated.
fn nomination(round: &Round<'_>, mentee: usize) -> Option<NominationNotMet> {
    let matching = round.compiled.matching;
    let id = matching.mentees.get(mentee)?.nominated_mentor.as_ref()?;
    let mentor = round.compiled.mentor_at(id)?;
    let fixed = round.compiled.fixed.mentor_of.get(mentee).copied().flatten();
    if round.mentor_of(mentee) == Some(mentor) || fixed == Some(mentor) {
        return None;
    }
    let role = matching.mentors.get(mentor)?.person.answers.get(&AttributeKey::new("role_type"));
    let objections = round.rules.verdicts(mentee, mentor).zip(&matching.rules).filter_map(|(verdict, rule)| {
        let hurdle = verdict.hurdle()?;
        let (answer, about) = (verdict.answered(), hurdle.about.cloned());
        Some(Objection { rule: rule.id.clone(), answer, obstacle: hurdle.obstacle, about })
    });
    let mut objections: Vec<Objection> = objections.collect();
    // A refusal says more than what has to be found out.
    objections.sort_by_key(|one| one.answer != Answered::Refused);
    Some(NominationNotMet {
        mentor: id.clone(),
        natural: matches!(role, Some(Answer::OneOf(role)) if &**role == "natural"),
        first: matching.nominations == Nominations::First,
        objections,
        full_supervisor: supervisor(round, mentor).filter(|(_, room)| *room == 0).map(|(id, _)| id),
        holders: holders(round, mentor),
    })
}

/// The mentor's supervisor, and how many more relationships of this mentor's their caseload has room for.
fn supervisor(round: &Round<'_>, mentor: usize) -> Option<(PersonId, u32)> {
    let supervision = &round.compiled.supervision;
    let at = supervision.of(mentor)?;
    let id = round.compiled.matching.supervisors.get(at)?.id.clone();
    Some((id, supervision.room(at) / supervision.weight(mentor).max(1)))
}

/// The mentees who have a place of the mentor's.
fn holders(round: &Round<'_>, mentor: usize) -> Vec<PersonId> {
    let fixed = &round.compiled.fixed;
    let here = Some(mentor);
    let holds = |at: usize| {
        round.mentor_of(at) == here
            || fixed.mentor_of.get(at) == Some(&here)
            || fixed.held_pairs.contains(&(at, mentor))
    };
    let mentees = round.compiled.matching.mentees.iter().enumerate();
    mentees.filter(|(at, _)| holds(*at)).map(|(_, one)| one.person.id.clone()).collect()
}

fn pair(
    round: &Round<'_>,
    mentee: usize,
    mentor: usize,
    control: &Control<'_>,
) -> Result<Option<PairExplanation>, Error> {
    let matching = round.compiled.matching;
    let Some(person) = matching.mentors.get(mentor) else { return Ok(None) };
    let asked = round.rules.verdicts(mentee, mentor).zip(round.rules.further(mentee, mentor)).zip(&matching.rules);
    let verdicts = asked.map(|((verdict, further), rule)| RuleVerdict {
        rule: rule.id.clone(),
        kind: rule.kind.name().to_owned(),
        answer: verdict.answered(),
        obstacle: verdict.hurdle().map(|hurdle| hurdle.obstacle),
        about: verdict.hurdle().and_then(|hurdle| hurdle.about.cloned()),
        further: further
            .iter()
            .filter_map(Verdict::hurdle)
            .map(|hurdle| FurtherObjection { obstacle: hurdle.obstacle, about: hurdle.about.cloned() })
            .collect(),
    });
    let contributions = round.criteria.contributions(mentee, mentor);
    let fit = contributions.iter().map(|part| part.contribution).sum();
    let (mentee_fit, mentor_fit) = both_fits(&contributions);
    let places = u32::try_from(mentor).ok().map(|mentor| (mentee, mentor));
    let asked = |ask: Supposing| places.map_or(Ok(None), |pair| ask(round.compiled, &round.graph, pair, control));
    let (if_made, if_barred) = (asked(with_pair)?, asked(without_pair)?);
    let both = if_made.as_deref().zip(if_barred.as_deref());
    let within = both.filter(|_| round.is_optimal()).map(|(made, barred)| within(&round.levels(), made, barred));
    Ok(Some(PairExplanation {
        mentor: person.person.id.clone(),
        proposed: round.mentor_of(mentee) == Some(mentor),
        shared_by: shared_by(matching, mentee, person),
        verdicts: verdicts.collect(),
        fit,
        mentee_fit,
        mentor_fit,
        against: strongest_against(&contributions),
        contributions,
        wishes: round.wishes(mentee, mentor),
        ways: round.ways.told(mentee, mentor),
        for_staff: for_staff(round, mentee, mentor),
        below_floor: !round.criteria.reach(fit, mentor_fit),
        missed_floors: missed_floors(&matching.aim, fit, mentor_fit),
        capacity: person.capacity,
        places_open: round.compiled.fixed.free(mentor),
        supervisor: supervisor(round, mentor).map(|(id, _)| id),
        supervisor_room: supervisor(round, mentor).map(|(_, room)| room),
        holders: holders(round, mentor),
        if_made,
        if_barred,
        within,
        as_proposed: round.levels(),
    }))
}

/// The floors above what a pair reaches.
fn missed_floors(aim: &Aim, fit: i64, mentor_fit: i64) -> Vec<MissedFloor> {
    let all = [
        (FloorOf::Pair, fit, aim.floor),
        (FloorOf::Mentee, fit - mentor_fit, aim.mentee_floor),
        (FloorOf::Mentor, mentor_fit, aim.mentor_floor),
    ];
    let missed = all.into_iter().filter(|(_, reached, floor)| reached < floor);
    missed.map(|(of, reached, floor)| MissedFloor { of, reached, floor }).collect()
}

/// The programmes that share the mentor with the mentee's.
fn shared_by(matching: &Matching, mentee: usize, mentor: &Mentor) -> Vec<Arc<str>> {
    let mentee = matching.mentees.get(mentee);
    mentee.map_or_else(Vec::new, |mentee| matching.shared_by(&mentee.person, &mentor.person))
}

/// A way to solve the round anew with something supposed of a pair.
type Supposing = fn(&Compiled<'_>, &CandidateGraph, (usize, u32), &Control<'_>) -> Result<Option<Vec<Level>>, Error>;

/// A pair is in all of the best matchings if without it none is as good, and in none if with it none is.
fn within(best: &[Level], made: &[Level], barred: &[Level]) -> Within {
    let worth = |levels: &[Level]| -> Vec<i64> {
        levels.iter().filter(|level| level.level != LevelName::Seed).map(|level| level.value).collect()
    };
    match (worth(made) == worth(best), worth(barred) == worth(best)) {
        (true, true) => Within::Some,
        (true, false) => Within::All,
        (false, _) => Within::None,
    }
}

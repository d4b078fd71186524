//! Mentors with nobody proposed.

use super::reasons::{asked, refusals};
use crate::domain::Side;
use crate::eligibility::{Crew, Crowd, Verdicts};
use crate::outcome::Idle;
use crate::round::Round;
use rayon::prelude::*;

/// All mentees as those who are idle see them.
struct Mentees<'a> {
    crowd: Crowd<'a>,
    /// Those who take part in the matching.
    taking_part: Crew,
    /// Those who are proposed to somebody.
    served: Crew,
}

/// Everybody idle, by id.
pub(super) fn idle(round: &Round<'_>) -> Vec<Idle> {
    let idle = |(mentor, used): (usize, &u32)| (*used == 0 && !round.compiled.fixed.is_busy(mentor)).then_some(mentor);
    let idle: Vec<usize> = round.used.iter().enumerate().filter_map(idle).collect();
    if idle.is_empty() {
        return Vec::new();
    }
    let crowd = Crowd::new(round.compiled, round.rules, Side::Mentor);
    let taking_part = crowd.crew(|mentee| !round.compiled.fixed.is_out(mentee));
    let served = crowd.crew(|mentee| round.mentor_of(mentee).is_some());
    let mentees = Mentees { crowd, taking_part, served };
    idle.into_par_iter()
        .map_init(|| mentees.crowd.verdicts(), |verdicts, mentor| one(round, &mentees, verdicts, mentor))
        .flatten_iter()
        .collect()
}

fn one<'a>(round: &Round<'a>, mentees: &Mentees<'a>, verdicts: &mut Verdicts<'a>, mentor: usize) -> Option<Idle> {
    let matching = round.compiled.matching;
    let person = matching.mentors.get(mentor)?;
    mentees.crowd.ask(mentor, verdicts);
    let mut asked = asked(verdicts);
    let allowed = asked.all - asked.refused - asked.needs_check;
    let has_place = round.compiled.fixed.free(mentor) > 0;
    // Of those who take part: how many, and how many of them are served.
    let (open, served);
    if round.can_fall_below_floor() || !round.compiled.company.is_empty() {
        let reached = mentees.crowd.allowed(verdicts);
        let reached = reached.filter(|mentee| round.reaches(*mentee, mentor));
        let reached: Vec<usize> = reached.collect();
        let part: Vec<usize> = reached.iter().copied().filter(|mentee| !round.compiled.fixed.is_out(*mentee)).collect();
        let (part, without): (Vec<usize>, Vec<usize>) =
            part.into_iter().partition(|mentee| !has_place || round.compiled.has_place(*mentee, mentor));
        (open, served) = (part.len(), part.iter().filter(|mentee| round.mentor_of(**mentee).is_some()).count());
        asked.without_place = without.len();
        asked.settled = reached.len() - open - without.len();
        asked.below_floor = allowed - reached.len();
    } else {
        open = verdicts.allowed_among(&mentees.taking_part);
        served = verdicts.allowed_among_both(&mentees.taking_part, &mentees.served);
        asked.settled = allowed - open;
    }
    *(if has_place { &mut asked.candidates } else { &mut asked.without_place }) = open;
    let served = if has_place { served } else { 0 };
    let weight = round.compiled.supervision.weight(mentor);
    let supervisor = round.compiled.supervision.of(mentor).filter(|at| round.room_left(*at) < weight);
    let held_back_by = supervisor.filter(|_| served < asked.candidates).and_then(|at| matching.supervisors.get(at));
    Some(Idle {
        mentor: person.person.id.clone(),
        capacity: person.capacity,
        reasons: refusals(matching, verdicts),
        asked,
        served_elsewhere: served,
        held_back_by: held_back_by.map(|one| one.id.clone()),
    })
}

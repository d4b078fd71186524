//! Mentees left waiting.

use super::reasons::{asked, refusals};
use crate::domain::{Shortage, Side, days_from_epoch};
use crate::eligibility::{Crew, Crowd, Verdicts};
use crate::outcome::{Asked, HeldBack, Refusals, ShortOf, Unmatched};
use crate::round::Round;
use rayon::prelude::*;

/// All mentors as those who wait see them.
struct Mentors<'a> {
    crowd: Crowd<'a>,
    /// Those with a place left before the matching.
    with_place: Crew,
    /// Those without one after it.
    full: Crew,
    /// Those with a place of their own after it whose supervisor has no room left; none where there are none such.
    held_back: Option<Crew>,
}

impl<'a> Mentors<'a> {
    /// Time linear in people for each rule.
    fn new(round: &Round<'a>) -> Self {
        let crowd = Crowd::new(round.compiled, round.rules, Side::Mentee);
        let with_place = crowd.crew(|mentor| round.compiled.fixed.free(mentor) > 0);
        let full = crowd.crew(|mentor| round.places_free(mentor) == 0);
        let is_back = |mentor: usize| round.own_places_free(mentor) > 0 && round.places_free(mentor) == 0;
        let any = (0..round.compiled.mentors()).any(is_back);
        let held_back = any.then(|| crowd.crew(is_back));
        Self { crowd, with_place, full, held_back }
    }
}

/// Everybody left waiting: by tier, then longest waiting (an unknown day last), then id.
pub(super) fn all_unmatched(round: &Round<'_>) -> Vec<Unmatched> {
    if (0..round.compiled.mentees()).all(|mentee| !waits(round, mentee)) {
        return Vec::new();
    }
    let mentors = Mentors::new(round);
    let mut waiting: Vec<Unmatched> = (0..round.compiled.mentees())
        .into_par_iter()
        .map_init(|| mentors.crowd.verdicts(), |verdicts, mentee| one(round, &mentors, verdicts, mentee))
        .flatten_iter()
        .collect();
    waiting.sort_by(|a, b| {
        let key = |one: &Unmatched| (one.tier, one.waiting_since.is_none(), one.waiting_since);
        key(a).cmp(&key(b)).then_with(|| a.mentee.cmp(&b.mentee))
    });
    waiting
}

/// Why a mentee waits, if they do.
pub(crate) fn unmatched(round: &Round<'_>, mentee: usize) -> Option<Unmatched> {
    if !waits(round, mentee) {
        return None;
    }
    let mentors = Mentors::new(round);
    one(round, &mentors, &mut mentors.crowd.verdicts(), mentee)
}

/// What the rules said of every mentor to each of these mentees, who take part in the matching, and the mentors divided.
pub(crate) fn reasons_of(round: &Round<'_>, mentees: &[usize]) -> Vec<(Asked, Vec<Refusals>)> {
    if mentees.is_empty() {
        return Vec::new();
    }
    let mentors = Mentors::new(round);
    let asked = mentees.par_iter().map_init(
        || mentors.crowd.verdicts(),
        |verdicts, mentee| {
            let (asked, _) = divided(round, &mentors, verdicts, *mentee);
            (asked, refusals(round.compiled.matching, verdicts))
        },
    );
    asked.collect()
}

fn waits(round: &Round<'_>, mentee: usize) -> bool {
    round.mentor_of(mentee).is_none() && !round.compiled.fixed.is_out(mentee)
}

fn one<'a>(round: &Round<'a>, mentors: &Mentors<'a>, verdicts: &mut Verdicts<'a>, mentee: usize) -> Option<Unmatched> {
    let matching = round.compiled.matching;
    let person = matching.mentees.get(mentee)?;
    if !waits(round, mentee) {
        return None;
    }
    let (asked, needed_elsewhere) = divided(round, mentors, verdicts, mentee);
    let held_back = held_back(round, mentors, verdicts, mentee);
    let short_of = short_of(round, mentee);
    Some(Unmatched {
        mentee: person.person.id.clone(),
        tier: person.tier,
        tier_by: matching.tier_by(person),
        programme: matching.programme_id(&person.person),
        waiting_since: person.waiting_since,
        waiting_days: person
            .waiting_since
            .map(|since| (days_from_epoch(matching.as_of) - days_from_epoch(since)).max(0)),
        reasons: refusals(matching, verdicts),
        asked,
        needed_elsewhere: needed_elsewhere + short_of.iter().map(|one| one.candidates).sum::<usize>(),
        held_back,
        short_of,
        servable: asked.candidates > 0,
    })
}

/// Candidates with a place of their own whom a full caseload holds back, by supervisor; the verdicts are the mentee's.
fn held_back<'a>(round: &Round<'a>, mentors: &Mentors<'a>, verdicts: &Verdicts<'a>, mentee: usize) -> Vec<HeldBack> {
    let Some(crew) = &mentors.held_back else { return Vec::new() };
    if verdicts.allowed_among(crew) == 0 {
        return Vec::new();
    }
    let supervisors = &round.compiled.matching.supervisors;
    let mut counts = vec![0; supervisors.len()];
    for (mentor, _) in round.row(mentee) {
        if round.own_places_free(mentor) > 0
            && round.places_free(mentor) == 0
            && let Some(at) = round.compiled.supervision.of(mentor)
        {
            counts.get_mut(at).into_iter().for_each(|count| *count += 1);
        }
    }
    let named = supervisors.iter().zip(counts).filter(|(_, count)| *count > 0);
    named.map(|(one, candidates)| HeldBack { supervisor: one.id.clone(), candidates }).collect()
}

/// Candidates with a place and room in their supervisor's caseload who have too little of something else left, by what.
fn short_of(round: &Round<'_>, mentee: usize) -> Vec<ShortOf> {
    if round.compiled.company.is_empty() {
        return Vec::new();
    }
    let row = round.row(mentee);
    let short = row.iter().filter(|(mentor, _)| round.places_free(*mentor) > 0);
    let short: Vec<Shortage> = short.filter_map(|(mentor, _)| round.shortage(mentee, *mentor)).collect();
    let kinds = [Shortage::Hours, Shortage::Contact, Shortage::Dedicated, Shortage::SeveralMentees].into_iter();
    kinds
        .map(|of| ShortOf { of, candidates: short.iter().filter(|one| **one == of).count() })
        .filter(|one| one.candidates > 0)
        .collect()
}

/// All mentors divided, and the candidates whose places all went to others; the verdicts are the mentee's afterwards.
fn divided<'a>(round: &Round<'a>, mentors: &Mentors<'a>, verdicts: &mut Verdicts<'a>, mentee: usize) -> (Asked, usize) {
    mentors.crowd.ask(mentee, verdicts);
    let mut asked = asked(verdicts);
    let allowed = asked.all - asked.refused - asked.needs_check;
    let needed;
    if round.can_fall_below_floor() || !round.compiled.company.is_empty() {
        let row = round.row(mentee);
        let without = mentors.crowd.allowed(verdicts).filter(|mentor| !round.compiled.has_place(mentee, *mentor));
        let reached = without.filter(|mentor| round.reaches(mentee, *mentor));
        (asked.candidates, asked.without_place) = (row.len(), reached.count());
        needed = row.into_iter().filter(|(mentor, _)| round.places_free(*mentor) == 0).count();
    } else {
        asked.candidates = verdicts.allowed_among(&mentors.with_place);
        asked.without_place = allowed - asked.candidates;
        needed = verdicts.allowed_among_both(&mentors.with_place, &mentors.full);
    }
    asked.below_floor = allowed - asked.candidates - asked.without_place;
    (asked, needed)
}

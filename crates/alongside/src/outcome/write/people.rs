//! Mentees left waiting.

use super::reasons::{Allowed, Tally};
use crate::domain::days_from_epoch;
use crate::outcome::Unmatched;
use crate::round::Round;
use rayon::prelude::*;

/// Everybody left waiting: by tier, then longest waiting (an unknown day last), then id.
pub(super) fn all_unmatched(round: &Round<'_>) -> Vec<Unmatched> {
    let mut waiting: Vec<Unmatched> =
        (0..round.compiled.mentees()).into_par_iter().filter_map(|mentee| unmatched(round, mentee)).collect();
    waiting.sort_by(|a, b| {
        let key = |one: &Unmatched| (one.tier, one.waiting_since.is_none(), one.waiting_since);
        key(a).cmp(&key(b)).then_with(|| a.mentee.cmp(&b.mentee))
    });
    waiting
}

/// Why a mentee waits, if they do.
pub(crate) fn unmatched(round: &Round<'_>, mentee: usize) -> Option<Unmatched> {
    let matching = round.compiled.matching;
    let person = matching.mentees.get(mentee)?;
    if round.mentor_of(mentee).is_some() || round.compiled.fixed.is_out(mentee) {
        return None;
    }
    let mut tally = Tally::new(matching, round.rules);
    for at in 0..matching.mentors.len() {
        tally.ask(mentee, at, || match round.criteria.fit(mentee, at) {
            fit if fit < matching.aim.floor => Allowed::BelowFloor,
            _ if round.compiled.fixed.free(at) == 0 => Allowed::WithoutPlace,
            _ => Allowed::Candidate,
        });
    }
    let needed = round.row(mentee).into_iter().filter(|(mentor, _)| round.places_free(*mentor) == 0).count();
    let asked = tally.asked;
    Some(Unmatched {
        mentee: person.person.id.clone(),
        tier: person.tier,
        waiting_since: person.waiting_since,
        waiting_days: person
            .waiting_since
            .map(|since| (days_from_epoch(matching.as_of) - days_from_epoch(since)).max(0)),
        reasons: tally.refusals(),
        asked,
        needed_elsewhere: needed,
        servable: asked.candidates > 0,
    })
}

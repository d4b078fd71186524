//! Mentors with nobody proposed.

use super::reasons::{Allowed, Tally};
use crate::outcome::Idle;
use crate::round::Round;
use rayon::prelude::*;

/// Everybody idle, by id.
pub(super) fn idle(round: &Round<'_>) -> Vec<Idle> {
    let mentors: Vec<usize> = round
        .used
        .iter()
        .enumerate()
        .filter(|(_, used)| **used == 0)
        .map(|(mentor, _)| mentor)
        .filter(|mentor| !round.compiled.fixed.is_busy(*mentor))
        .collect();
    mentors.into_par_iter().filter_map(|mentor| one(round, mentor)).collect()
}

fn one(round: &Round<'_>, mentor: usize) -> Option<Idle> {
    let matching = round.compiled.matching;
    let person = matching.mentors.get(mentor)?;
    let mut tally = Tally::new(matching, round.rules);
    let mut served_elsewhere = 0;
    for mentee in 0..matching.mentees.len() {
        tally.ask(mentee, mentor, || match round.criteria.fit(mentee, mentor) {
            fit if fit < matching.aim.floor => Allowed::BelowFloor,
            _ if round.compiled.fixed.is_out(mentee) => Allowed::Settled,
            _ if round.compiled.fixed.free(mentor) == 0 => Allowed::WithoutPlace,
            _ => {
                served_elsewhere += usize::from(round.mentor_of(mentee).is_some());
                Allowed::Candidate
            }
        });
    }
    let asked = tally.asked;
    Some(Idle {
        mentor: person.person.id.clone(),
        capacity: person.capacity,
        reasons: tally.refusals(),
        asked,
        served_elsewhere,
    })
}

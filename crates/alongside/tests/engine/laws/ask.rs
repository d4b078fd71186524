//! Asking the engine about single pairs.

use alongside::domain::PersonId;
use alongside::outcome::PairExplanation;
use alongside::{Engine, Programme};

/// What the engine says of one pair.
pub(super) fn pair(programme: &Programme, mentee: &PersonId, mentor: &PersonId) -> PairExplanation {
    Engine::new().explain(programme, mentee, Some(mentor)).unwrap().pair.unwrap()
}

/// What it says of all pairs, mentees outside.
pub(super) fn pairs(programme: &Programme) -> Vec<(PersonId, PairExplanation)> {
    let matching = programme.matching();
    let ids = matching
        .mentees
        .iter()
        .flat_map(|mentee| matching.mentors.iter().map(move |mentor| (&mentee.person.id, &mentor.person.id)));
    ids.map(|(mentee, mentor)| (mentee.clone(), pair(programme, mentee, mentor))).collect()
}

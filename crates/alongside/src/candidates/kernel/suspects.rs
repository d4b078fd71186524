//! Pairs that stand out from their columns, because somebody named the other: asked of the reference one by one.

use crate::compile::Compiled;
use crate::domain::{CriterionKind, DecisionKind, Mentee, Mentor, Person, PersonId};
use rayon::prelude::*;

/// For each mentee the mentors, ascending, with whom anything at all is recorded: ids that either named, nominations,
/// choices, relationships, decisions, supplied scores, and themselves. Linear in records.
pub(super) fn suspects(compiled: &Compiled<'_>) -> Vec<Vec<u32>> {
    let matching = compiled.matching;
    let of_mentee = |mentee: &Mentee| -> Vec<u32> {
        let own = [&mentee.person.id].into_iter().chain(&mentee.nominated_mentor).chain(&mentee.choices);
        let ids = own.chain(named(&mentee.person));
        ids.filter_map(|id| compiled.mentor_at(id)).map(|mentor| mentor as u32).collect()
    };
    let of_mentor = |(at, mentor): (usize, &Mentor)| -> Vec<(usize, usize)> {
        named(&mentor.person).filter_map(|id| Some((compiled.mentee_at(id)?, at))).collect()
    };
    let (mut of, mut pairs): (Vec<Vec<u32>>, Vec<(usize, usize)>) = rayon::join(
        || matching.mentees.par_iter().map(of_mentee).collect(),
        || matching.mentors.par_iter().enumerate().flat_map_iter(of_mentor).collect(),
    );
    pairs.extend(matching.relationships.iter().filter_map(|one| compiled.places(&one.mentee, &one.mentor)));
    for decision in &matching.decisions {
        match &decision.kind {
            DecisionKind::Bar { mentee, mentor }
            | DecisionKind::Keep { mentee, mentor }
            | DecisionKind::AllowCloseFriend { mentee, mentor }
            | DecisionKind::Hold { mentee: Some(mentee), mentor: Some(mentor) } => {
                pairs.extend(compiled.places(mentee, mentor));
            }
            DecisionKind::Hold { .. } | DecisionKind::Honour { .. } => {}
        }
    }
    for criterion in &matching.criteria {
        if let CriterionKind::Supplied { scores, .. } = &criterion.kind {
            pairs.extend(scores.iter().filter_map(|score| compiled.places(&score.mentee, &score.mentor)));
        }
    }
    for (mentee, mentor) in pairs {
        of[mentee].push(mentor as u32);
    }
    of.par_iter_mut().for_each(|row| {
        row.sort_unstable();
        row.dedup();
    });
    of
}

/// Whom a person names as excluded or known.
fn named(person: &Person) -> impl Iterator<Item = &PersonId> {
    person.exclusions.iter().chain(person.known_to.keys())
}

/// Mentors whom only suspects may meet: held by a decision, or natural ones, whom a mentee has to nominate.
pub(super) fn set_apart(compiled: &Compiled<'_>) -> Vec<bool> {
    use crate::domain::{Answer, AttributeKey};
    let key = AttributeKey::new("role_type");
    let natural =
        |person: &Person| matches!(person.answers.get(&key), Some(Answer::OneOf(role)) if &**role == "natural");
    let mut apart: Vec<bool> = compiled.matching.mentors.iter().map(|mentor| natural(&mentor.person)).collect();
    for decision in &compiled.matching.decisions {
        if let DecisionKind::Hold { mentee: None, mentor: Some(mentor) } = &decision.kind
            && let Some(at) = compiled.mentor_at(mentor)
        {
            apart[at] = true;
        }
    }
    apart
}

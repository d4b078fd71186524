//! Pairs that stand out from their columns, because somebody named the other: asked of the reference one by one.

use crate::compile::Compiled;
use crate::domain::{CriterionKind, DecisionKind, Person, PersonId};

/// For each mentee the mentors, ascending, with whom anything at all is recorded: ids that either named, nominations,
/// choices, relationships, decisions, supplied scores, and themselves. Linear in records, but for finding people by id.
pub(super) fn suspects(compiled: &Compiled<'_>) -> Vec<Vec<u32>> {
    let matching = compiled.matching;
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    let named = |person: &Person| -> Vec<PersonId> {
        person.exclusions.iter().cloned().chain(person.known_to.keys().cloned()).collect()
    };
    for (at, mentee) in matching.mentees.iter().enumerate() {
        let ids = named(&mentee.person);
        let own = [&mentee.person.id].into_iter().chain(&mentee.nominated_mentor).chain(&mentee.choices).chain(&ids);
        pairs.extend(own.filter_map(|id| Some((at, compiled.mentor_at(id)?))));
    }
    for (at, mentor) in matching.mentors.iter().enumerate() {
        pairs.extend(named(&mentor.person).iter().filter_map(|id| Some((compiled.mentee_at(id)?, at))));
    }
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
    let mut of = vec![Vec::new(); compiled.mentees()];
    for (mentee, mentor) in pairs {
        of[mentee].push(mentor as u32);
    }
    for row in &mut of {
        row.sort_unstable();
        row.dedup();
    }
    of
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

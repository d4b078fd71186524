//! Proposed pairs.

use super::meetings::meeting;
use super::staff::for_staff;
use crate::criteria::{both_fits, strongest_against};
use crate::outcome::{MAX_ALTERNATIVES, Proposal};
use crate::round::Round;
use rayon::prelude::*;

/// All proposals, by mentee.
pub(super) fn proposals(round: &Round<'_>) -> Vec<Proposal> {
    (0..round.compiled.mentees()).into_par_iter().filter_map(|mentee| proposal(round, mentee)).collect()
}

/// A mentee's proposal, if they have one.
pub(crate) fn proposal(round: &Round<'_>, mentee: usize) -> Option<Proposal> {
    let matching = round.compiled.matching;
    let mentor = round.mentor_of(mentee)?;
    let (person, proposed) = (matching.mentees.get(mentee)?, matching.mentors.get(mentor)?);
    let contributions = round.criteria.contributions(mentee, mentor);
    let (mentee_fit, mentor_fit) = both_fits(&contributions);
    // The proposed mentor may be among them.
    let others = round.best(mentee, MAX_ALTERNATIVES + 1).into_iter().filter(|(other, _)| *other != mentor);
    Some(Proposal {
        mentee: person.person.id.clone(),
        mentor: proposed.person.id.clone(),
        tier: person.tier,
        tier_by: matching.tier_by(person),
        programme: matching.programme_id(&person.person),
        shared_by: matching.shared_by(&person.person, &proposed.person),
        fit: contributions.iter().map(|part| part.contribution).sum(),
        mentee_fit,
        mentor_fit,
        against: strongest_against(&contributions),
        contributions,
        wishes: round.wishes(mentee, mentor),
        ways: round.ways.told(mentee, mentor),
        for_staff: for_staff(round, mentee, mentor),
        meeting: meeting(round, mentee, mentor),
        alternatives: others.take(MAX_ALTERNATIVES).map(|(_, alternative)| alternative).collect(),
    })
}

//! People as read become the programme's, in order of id and in no more memory than they take: they stay for the run.

use super::person::ReadPerson;
use crate::domain::{Mentee, Mentor, Person};

/// The mentors of these.
pub(crate) fn sorted_mentors(read: Vec<ReadPerson>) -> Vec<Mentor> {
    let of = |mut read: ReadPerson| {
        read.person.shrink();
        read.checks.shrink_to_fit();
        read.training.shrink_to_fit();
        Mentor {
            person: read.person,
            capacity: read.capacity,
            supervisor: read.supervisor,
            checks: read.checks,
            training: read.training,
        }
    };
    sorted(read, of, |mentor| &mentor.person)
}

/// The mentees of these.
pub(crate) fn sorted_mentees(read: Vec<ReadPerson>) -> Vec<Mentee> {
    let of = |mut read: ReadPerson| {
        read.person.shrink();
        read.choices.shrink_to_fit();
        read.carer_preferences.shrink_to_fit();
        Mentee {
            waiting_since: read.waiting_since,
            person: read.person,
            tier: read.tier,
            stated_tier: read.stated_tier,
            tier_by: read.tier_by,
            choices: read.choices,
            own_weights: read.own_weights,
            nominated_mentor: read.nominated_mentor,
            not_together_with: read.not_together_with,
            carer_preferences: read.carer_preferences,
        }
    };
    sorted(read, of, |mentee| &mentee.person)
}

fn sorted<P>(read: Vec<ReadPerson>, of: impl FnMut(ReadPerson) -> P, person: impl Fn(&P) -> &Person) -> Vec<P> {
    let mut people: Vec<P> = read.into_iter().map(of).collect();
    // What was read stood in the same memory, with nearly twice the size.
    people.shrink_to_fit();
    people.sort_by(|one, other| person(one).id.cmp(&person(other).id));
    people
}

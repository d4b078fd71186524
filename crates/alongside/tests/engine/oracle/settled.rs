//! What stands before the matching: pairs that meet or are kept, holds, and the places they take.

use super::answers::{Pair, Side};
use super::verdicts::{Verdict, verdict};
use alongside::domain::{
    Answer, AttributeKey, DecisionKind, Matching, Mentee, Nominations, PersonId, RelationshipStatus, Rule,
};

/// Who takes part, and with how many places.
#[derive(Debug, Clone)]
pub(crate) struct Settled {
    /// The mentor of each mentee's current or kept pair.
    pub(crate) fixed: Vec<Option<usize>>,
    /// Whether something is held for the mentee, who has no such pair.
    pub(crate) held: Vec<bool>,
    /// Places of each mentor that are left.
    pub(crate) free: Vec<u32>,
    /// Mentors with a pair or a reserved place.
    pub(crate) busy: Vec<bool>,
    /// The supervisor of each mentor.
    pub(crate) supervisor: Vec<Option<usize>>,
    /// What is left of each supervisor's caseload.
    pub(crate) room: Vec<u32>,
    /// What a pair of each mentor counts in a caseload.
    pub(crate) weight: Vec<u32>,
    /// Mentee and mentor of pairs that are held.
    pub(crate) reserved: Vec<(usize, usize)>,
}

impl Settled {
    pub(crate) fn out(&self, mentee: usize) -> bool {
        self.fixed[mentee].is_some() || self.held[mentee]
    }
}

pub(crate) fn settled(matching: &Matching) -> Settled {
    let is = |id: &PersonId, other: &Option<PersonId>| other.as_ref() == Some(id);
    let stands = |mentee: &PersonId, mentor: &PersonId| stands(matching, mentee, mentor);
    let holds = || {
        matching.decisions.iter().filter_map(|one| match &one.kind {
            DecisionKind::Hold { mentee, mentor } => Some((mentee, mentor)),
            _ => None,
        })
    };
    let mentees = || matching.mentees.iter().map(|one| &one.person.id);
    let mentors = || matching.mentors.iter().map(|one| &one.person.id);
    let mut fixed: Vec<_> = mentees().map(|mentee| mentors().position(|mentor| stands(mentee, mentor))).collect();
    let held = mentees().zip(&fixed).map(|(id, fixed)| fixed.is_none() && holds().any(|(mentee, _)| is(id, mentee)));
    let taken = |mentor: &PersonId| {
        let pairs = mentees().filter(|mentee| stands(mentee, mentor)).count();
        let reserved = holds().filter(|(of_mentee, of_mentor)| of_mentee.is_some() && is(mentor, of_mentor)).count();
        u32::try_from(pairs + reserved).unwrap()
    };
    let mut free: Vec<u32> =
        matching.mentors.iter().map(|one| one.capacity.saturating_sub(taken(&one.person.id))).collect();
    let held: Vec<bool> = held.collect();
    let mut busy: Vec<bool> = mentors().map(|mentor| taken(mentor) > 0).collect();
    let whose = |one: &alongside::domain::Mentor| {
        one.supervisor.as_ref().map(|id| matching.supervisors.iter().position(|other| other.id == *id).unwrap())
    };
    let supervisor: Vec<Option<usize>> = matching.mentors.iter().map(whose).collect();
    let weights = &matching.caseload_weights;
    let weigh = |one: &alongside::domain::Mentor| match one.person.answers.get(&AttributeKey::new("role_type")) {
        Some(Answer::OneOf(role)) if **role == *"peer" => weights.peer,
        Some(Answer::OneOf(role)) if **role == *"paid" => weights.paid,
        Some(Answer::OneOf(role)) if **role == *"natural" => weights.natural,
        Some(Answer::OneOf(role)) if **role == *"volunteer" => weights.volunteer,
        _ => 1,
    };
    let weight: Vec<u32> = matching.mentors.iter().map(weigh).collect();
    let room = matching.supervisors.iter().enumerate().map(|(at, one)| {
        let own = mentors().zip(&supervisor).zip(&weight).filter(|((_, whose), _)| **whose == Some(at));
        one.caseload.saturating_sub(own.map(|((mentor, _), weight)| taken(mentor) * weight).sum())
    });
    let mut room: Vec<u32> = room.collect();
    let mut by_tier: Vec<usize> = (0..matching.mentees.len()).filter(|at| fixed[*at].is_none() && !held[*at]).collect();
    by_tier.sort_by_key(|at| matching.mentees[*at].tier);
    for mentee in by_tier {
        let fits = |mentor: &usize| {
            free[*mentor] > 0 && supervisor[*mentor].is_none_or(|whose| room[whose] >= weight[*mentor])
        };
        if let Some(mentor) = nominated(matching, &matching.mentees[mentee]).filter(fits) {
            (fixed[mentee], busy[mentor]) = (Some(mentor), true);
            free[mentor] -= 1;
            supervisor[mentor].into_iter().for_each(|whose| room[whose] -= weight[mentor]);
        }
    }
    let place = |of: &Option<PersonId>, mut all: Box<dyn Iterator<Item = &PersonId> + '_>| {
        all.position(|id| of.as_ref() == Some(id))
    };
    let reserved = holds().filter_map(|(mentee, mentor)| {
        Some((place(mentee, Box::new(mentees()))?, place(mentor, Box::new(mentors()))?))
    });
    let reserved = reserved.collect();
    Settled { fixed, held, free, busy, supervisor, room, weight, reserved }
}

/// The natural mentor whom the mentee nominated, if time and papers are all that the two need.
fn nominated(matching: &Matching, mentee: &Mentee) -> Option<usize> {
    let at = matching.mentors.iter().position(|one| Some(&one.person.id) == mentee.nominated_mentor.as_ref())?;
    let pair = Pair { matching, mentee, mentor: &matching.mentors[at] };
    let natural = pair.answer(Side::Mentor, "role_type") == Some(&Answer::OneOf("natural".into()));
    let waits = |rule: &Rule| match rule.kind.name() {
        // Goals refuse nobody, and are not asked of a pair that stands, as this one may come to.
        "goals" => true,
        name => match (name, verdict(rule, pair)) {
            (_, Verdict::Eligible) | ("checks" | "activity_checks" | "training", _) => true,
            ("decisions", _) | (_, Verdict::Refused(..)) => false,
            (_, Verdict::NeedsCheck(..)) => true,
        },
    };
    let first = matching.nominations == Nominations::First;
    (first && natural && matching.rules.iter().all(waits)).then_some(at)
}

/// Whether the pair meets, is kept, or stands because the mentee nominated the mentor.
pub(super) fn is_fixed(pair: Pair<'_>) -> bool {
    let (mentee, mentor) = (&pair.mentee.person.id, &pair.mentor.person.id);
    let named = pair.mentee.nominated_mentor.as_ref() == Some(mentor);
    if stands(pair.matching, mentee, mentor) || !named {
        return stands(pair.matching, mentee, mentor);
    }
    let at = pair.matching.mentees.iter().position(|one| one.person.id == *mentee).unwrap();
    let with = pair.matching.mentors.iter().position(|one| one.person.id == *mentor);
    settled(pair.matching).fixed[at] == with
}

/// Whether the pair meets or is kept.
pub(super) fn stands(matching: &Matching, mentee: &PersonId, mentor: &PersonId) -> bool {
    matching
        .relationships
        .iter()
        .any(|one| one.status == RelationshipStatus::Current && one.mentee == *mentee && one.mentor == *mentor)
        || matching.decisions.iter().any(|one| {
            matches!(&one.kind, DecisionKind::Keep { mentee: of, mentor: with } if of == mentee && with == mentor)
        })
}

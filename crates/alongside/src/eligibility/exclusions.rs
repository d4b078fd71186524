//! `exclusions`: nobody meets a person whom either of them excludes.

use super::named_pairs::NamedPairs;
use super::{Looks, Records, Rule, Verdict};
use crate::compile::Compiled;
use crate::outcome::Obstacle;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "exclusions",
    looks_at: "The ids in `exclusions`, on either side, and not the reasons.",
    why: "Mentoring and befriending are support from somebody outside family and close friends (NCVO, on what \
        mentoring and befriending are), and some people must not meet at all: a relative, a former partner, the \
        pupil who bullied somebody. Only people know, so what they say holds without discussion.",
    effect: "Refused as `excluded` where either of the two names the other's id. It is enough that one side says so. A \
        reason may stand beside the id, as `ID: REASON`: `explain` shows it to the coordinator who asks about the pair, and \
        the outcome where the two meet already; no text for anybody else has it.",
    settings: &[],
    example: r#"[[mentees]]
id = "e1"
exclusions = ["m1", "m2: she was his neighbour"]"#,
    cannot_know: "People whom nobody named: the brother of somebody excluded has to be \
        named himself. An excluded id that nobody has is refused as `dangling-id`, since a mistyped exclusion \
        protects nobody.",
};

/// Whoever is excluded by either.
pub(super) struct Exclusions(NamedPairs);

impl Exclusions {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let (mentees, mentors) = (&compiled.matching.mentees, &compiled.matching.mentors);
        let place_of = |id, people: &[&crate::domain::PersonId]| people.binary_search(&id).ok();
        let mentor_ids: Vec<_> = mentors.iter().map(|mentor| &mentor.person.id).collect();
        let mentee_ids: Vec<_> = mentees.iter().map(|mentee| &mentee.person.id).collect();
        let by_mentees = mentees.iter().enumerate().flat_map(|(at, mentee)| {
            let named = mentee.person.exclusions.iter().filter_map(|id| place_of(id, &mentor_ids));
            named.map(move |mentor| (at, mentor))
        });
        let by_mentors = mentors.iter().enumerate().flat_map(|(at, mentor)| {
            let named = mentor.person.exclusions.iter().filter_map(|id| place_of(id, &mentee_ids));
            named.map(move |mentee| (mentee, at))
        });
        Self(NamedPairs::new(mentees.len(), by_mentees.chain(by_mentors)))
    }
}

impl Rule for Exclusions {
    fn looks(&self) -> Looks<'_> {
        Looks::Records(Records::of_pairs(self.0.iter().collect()))
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        if self.0.contains(mentee, mentor) { Verdict::refused(Obstacle::Excluded) } else { Verdict::Eligible }
    }

    fn could_object(&self) -> bool {
        self.0.iter().next().is_some()
    }
}

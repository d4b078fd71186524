//! `exclusions`: nobody meets a person whom either of them excludes.

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

/// For each mentee, the mentors excluded by either, in order.
pub(super) struct Exclusions(Vec<Vec<usize>>);

impl Exclusions {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let (mentees, mentors) = (&compiled.matching.mentees, &compiled.matching.mentors);
        let place_of = |id, people: &[&crate::domain::PersonId]| people.binary_search(&id).ok();
        let mentor_ids: Vec<_> = mentors.iter().map(|mentor| &mentor.person.id).collect();
        let mentee_ids: Vec<_> = mentees.iter().map(|mentee| &mentee.person.id).collect();
        let mut barred: Vec<Vec<usize>> = mentees
            .iter()
            .map(|mentee| mentee.person.exclusions.iter().filter_map(|id| place_of(id, &mentor_ids)).collect())
            .collect();
        for (at, mentor) in mentors.iter().enumerate() {
            for mentee in mentor.person.exclusions.iter().filter_map(|id| place_of(id, &mentee_ids)) {
                if let Some(barred) = barred.get_mut(mentee) {
                    barred.push(at);
                }
            }
        }
        for barred in &mut barred {
            barred.sort_unstable();
        }
        Self(barred)
    }
}

impl Rule for Exclusions {
    fn looks(&self) -> Looks<'_> {
        let barred = self.0.iter().enumerate();
        let pairs = barred.flat_map(|(mentee, barred)| barred.iter().map(move |mentor| (mentee, *mentor)));
        Looks::Records(Records::of_pairs(pairs.collect()))
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        if self.0.get(mentee).is_some_and(|barred| barred.binary_search(&mentor).is_ok()) {
            Verdict::refused(Obstacle::Excluded)
        } else {
            Verdict::Eligible
        }
    }

    fn could_object(&self) -> bool {
        self.0.iter().any(|barred| !barred.is_empty())
    }
}

//! `role`: a natural mentor is only for a mentee who nominated them.

use super::{Looks, Records, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{Answer, AttributeKey};
use crate::outcome::Obstacle;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "role",
    looks_at: "The mentor's `role_type`, and the mentee's `nominated_mentor`.",
    why: "A natural mentor is somebody from a mentee's own network whom they named themselves: an aunt's neighbour, a \
        former teacher. Trials of mentoring that begins so found somewhat larger effects than programmes find on \
        average (van Dam and others, 2021). Such a person comes for one mentee. To hand them a stranger would \
        misread why they came, and nobody would notice it in a list, so the rule is always in force. Volunteers, peers and \
        paid mentors are candidates alike: evidence does not show that one kind does better, so none has a bonus, and a \
        mentee's wish for one of them counts as any wish.",
    effect: "Refused as `not_nominated` where the mentor's `role_type` is `natural` and the mentee's \
        `nominated_mentor` is another id or blank. Volunteers, peers, paid mentors and mentors whose role is blank \
        are not touched. A nomination allows nothing that another rule refuses: a natural mentor needs the same \
        checks as everybody.",
    settings: &[],
    example: r#"[[mentors]]
id = "m1"
role_type = "natural"

[[mentees]]
id = "e1"
nominated_mentor = "m1"     # m1 can be proposed to e1, and to nobody else"#,
    cannot_know: "Whether the nominated person was asked, and whether the mentee still wants them. A natural mentor whose \
        `role_type` is left blank is taken for one like any other.",
};

/// Which mentors are natural ones, and whom each mentee nominated.
pub(super) struct Role {
    natural: Vec<bool>,
    nominated: Vec<Option<usize>>,
}

impl Role {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let (mentees, mentors) = (&compiled.matching.mentees, &compiled.matching.mentors);
        let key = AttributeKey::new("role_type");
        let natural = mentors
            .iter()
            .map(|mentor| matches!(mentor.person.answers.get(&key), Some(Answer::OneOf(role)) if &**role == "natural"));
        let place_of = |id| compiled.mentor_at(id);
        let nominated = mentees.iter().map(|mentee| mentee.nominated_mentor.as_ref().and_then(place_of));
        Self { natural: natural.collect(), nominated: nominated.collect() }
    }
}

impl Rule for Role {
    fn looks(&self) -> Looks<'_> {
        let nominated = self.nominated.iter().enumerate();
        Looks::Records(Records {
            mentees: Vec::new(),
            mentors: self.natural.iter().enumerate().filter(|(_, natural)| **natural).map(|(at, _)| at).collect(),
            usual: Verdict::refused(Obstacle::NotNominated),
            pairs: nominated.filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?))).collect(),
        })
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let natural = self.natural.get(mentor).copied().unwrap_or(false);
        if natural && self.nominated.get(mentee) != Some(&Some(mentor)) {
            Verdict::refused(Obstacle::NotNominated)
        } else {
            Verdict::Eligible
        }
    }

    fn could_object(&self) -> bool {
        self.natural.contains(&true)
    }
}

//! `self`: nobody is matched with themselves.

use super::{Looks, Records, Rule, Verdict};
use crate::compile::Compiled;
use crate::outcome::Obstacle;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "self",
    looks_at: "The ids of the two. One person may stand on both sheets: somebody who gives time in one way and is \
        supported in another.",
    why: "The same id on both sides is the same person. Without the rule, the best company for somebody would often \
        be themselves: nobody shares more.",
    effect: "Refused as `same_person` where both carry the same id.",
    settings: &[],
    example: r#"[[mentors]]
id = "p7"

[[mentees]]
id = "p7"                   # the same person, who may still be matched with others"#,
    cannot_know: "That two different ids belong to one person. Ids that differ only in capital letters are told as \
        `lookalike-id`; others are for you to see.",
};

/// For each mentee, the mentor who is the same person.
pub(super) struct Themselves(Vec<Option<usize>>);

impl Themselves {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let mentees = compiled.matching.mentees.iter();
        Self(mentees.map(|mentee| compiled.mentor_at(&mentee.person.id)).collect())
    }
}

impl Rule for Themselves {
    fn looks(&self) -> Looks<'_> {
        let same = self.0.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)));
        Looks::Records(Records::of_pairs(same.collect()))
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        if self.0.get(mentee) == Some(&Some(mentor)) {
            Verdict::refused(Obstacle::SamePerson)
        } else {
            Verdict::Eligible
        }
    }

    fn could_object(&self) -> bool {
        self.0.iter().any(Option::is_some)
    }
}

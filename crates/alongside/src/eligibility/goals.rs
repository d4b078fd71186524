//! `goals`: in a formal programme nobody is matched before it is known what they want to reach.

use super::{Hurdle, Looks, Records, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::AttributeKey;
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "goals",
    looks_at: "The mentee's `goals`.",
    why: "Mentoring is purposeful: the two meet so that something changes, and know what. A mentor cannot be chosen to \
        help with goals that nobody has talked over yet, and a match without any tends to drift. So in a formal \
        programme the talk about goals comes first, and whoever has not had it is named as somebody to talk to, not \
        dropped.",
    effect: "Needs a check as `blank` where the mentee's `goals` are blank, unless the pair is current or kept. In force \
        where `formality` is `formal`, as it is with the preset `mentoring` unless the file says `informal`.",
    settings: &[("formality", "`formal` puts the rule in force, `informal` does not")],
    example: r#"preset = "mentoring"

[[mentees]]
id = "e1"
goals = ["a first job"]

[[mentees]]
id = "e2"     # waits until goals are agreed"#,
    cannot_know: "Whether the goals are the mentee's own, and whether they still hold.",
};

/// Which mentees named no goal.
pub(super) struct Goals {
    blank: Vec<bool>,
    /// The mentor of each mentee's current or kept pair.
    fixed: Vec<Option<usize>>,
    about: Arc<str>,
}

impl Goals {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let column = compiled.mentees.column(&AttributeKey::new("goals"));
        Self {
            blank: (0..compiled.mentees()).map(|mentee| column.is_blank(mentee)).collect(),
            fixed: compiled.fixed.mentor_of.clone(),
            about: "goals".into(),
        }
    }

    fn open(&self) -> Verdict<'_> {
        Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::Blank, about: Some(&self.about) })
    }
}

impl Rule for Goals {
    fn looks(&self) -> Looks<'_> {
        let fixed = self.fixed.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)));
        Looks::Records(Records {
            mentees: self.blank.iter().enumerate().filter(|(_, blank)| **blank).map(|(at, _)| at).collect(),
            mentors: Vec::new(),
            usual: self.open(),
            pairs: fixed.collect(),
        })
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let blank = self.blank.get(mentee).copied().unwrap_or(false);
        if blank && self.fixed.get(mentee) != Some(&Some(mentor)) { self.open() } else { Verdict::Eligible }
    }

    fn could_object(&self) -> bool {
        self.blank.contains(&true)
    }
}

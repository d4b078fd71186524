//! `decisions`: what coordinators barred or hold is not proposed.

use super::named_pairs::NamedPairs;
use super::{Hurdle, Looks, Records, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::DecisionKind;
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::collections::BTreeSet;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "decisions",
    looks_at: "The recorded decisions `bar` and `hold`.",
    why: "A named person decides, and knows what no sheet holds. What was decided, by whom and why, stands on record \
        and in the outcome, so that nothing is decided twice or in silence.",
    effect: "Refused as `barred` where a decision bars the pair. Otherwise needs a check as `on_hold` where a decision \
        holds the pair, its mentee or its mentor, unless the pair is current or kept. In force where there is such a \
        decision.",
    settings: &[(
        "decisions",
        "`bar` names a mentor and a mentee; `hold` names both, or one of them; `by`, `on` and `reason` are \
            required",
    )],
    example: r#"[[decisions]]
decision = "bar"
mentor = "m1"
mentee = "e1"
by = "the coordinator"
on = 2026-10-12
reason = "They are neighbours, and both asked not to be."

[[decisions]]
decision = "hold"
mentee = "e2"
by = "the coordinator"
on = 2026-10-19
reason = "In hospital until the spring.""#,
    cannot_know: "Whether the reason still holds. A decision stands until somebody takes it out.",
};

/// What was barred and what is held.
pub(super) struct Decisions {
    barred: NamedPairs,
    held: NamedPairs,
    held_mentees: BTreeSet<usize>,
    held_mentors: BTreeSet<usize>,
    /// The mentor of each mentee's current or kept pair.
    fixed: Vec<Option<usize>>,
}

impl Decisions {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let (mut barred, mut held) = (Vec::new(), Vec::new());
        let (mut held_mentees, mut held_mentors) = (BTreeSet::new(), BTreeSet::new());
        for decision in &compiled.matching.decisions {
            match &decision.kind {
                DecisionKind::Bar { mentee, mentor } => barred.extend(compiled.places(mentee, mentor)),
                DecisionKind::Hold { mentee: Some(mentee), mentor: Some(mentor) } => {
                    held.extend(compiled.places(mentee, mentor));
                }
                DecisionKind::Hold { mentee, mentor } => {
                    held_mentees.extend(mentee.as_ref().and_then(|id| compiled.mentee_at(id)));
                    held_mentors.extend(mentor.as_ref().and_then(|id| compiled.mentor_at(id)));
                }
                DecisionKind::Keep { .. } | DecisionKind::Honour { .. } | DecisionKind::AllowCloseFriend { .. } => {}
            }
        }
        let mentees = compiled.matching.mentees.len();
        Self {
            barred: NamedPairs::new(mentees, barred),
            held: NamedPairs::new(mentees, held),
            held_mentees,
            held_mentors,
            fixed: compiled.fixed.mentor_of.clone(),
        }
    }
}

impl Rule for Decisions {
    fn looks(&self) -> Looks<'_> {
        let fixed = self.fixed.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)));
        Looks::Records(Records {
            mentees: self.held_mentees.iter().copied().collect(),
            mentors: self.held_mentors.iter().copied().collect(),
            usual: Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::OnHold, about: None }),
            pairs: self.barred.iter().chain(self.held.iter()).chain(fixed).collect(),
        })
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let held = || {
            self.held.contains(mentee, mentor)
                || self.held_mentees.contains(&mentee)
                || self.held_mentors.contains(&mentor)
        };
        if self.barred.contains(mentee, mentor) {
            Verdict::refused(Obstacle::Barred)
        } else if self.fixed.get(mentee) != Some(&Some(mentor)) && held() {
            Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::OnHold, about: None })
        } else {
            Verdict::Eligible
        }
    }
}

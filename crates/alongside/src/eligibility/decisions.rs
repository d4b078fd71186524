//! `decisions`: what coordinators barred or hold is not proposed.

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
    barred: BTreeSet<(usize, usize)>,
    held: BTreeSet<(usize, usize)>,
    held_mentees: BTreeSet<usize>,
    held_mentors: BTreeSet<usize>,
    /// The mentor of each mentee's current or kept pair.
    fixed: Vec<Option<usize>>,
}

impl Decisions {
    pub(super) fn new(compiled: &Compiled<'_>) -> Self {
        let mut made = Self {
            barred: BTreeSet::new(),
            held: BTreeSet::new(),
            held_mentees: BTreeSet::new(),
            held_mentors: BTreeSet::new(),
            fixed: compiled.fixed.mentor_of.clone(),
        };
        for decision in &compiled.matching.decisions {
            match &decision.kind {
                DecisionKind::Bar { mentee, mentor } => made.barred.extend(compiled.places(mentee, mentor)),
                DecisionKind::Hold { mentee: Some(mentee), mentor: Some(mentor) } => {
                    made.held.extend(compiled.places(mentee, mentor));
                }
                DecisionKind::Hold { mentee, mentor } => {
                    made.held_mentees.extend(mentee.as_ref().and_then(|id| compiled.mentee_at(id)));
                    made.held_mentors.extend(mentor.as_ref().and_then(|id| compiled.mentor_at(id)));
                }
                DecisionKind::Keep { .. } | DecisionKind::Honour { .. } | DecisionKind::AllowCloseFriend { .. } => {}
            }
        }
        made
    }
}

impl Rule for Decisions {
    fn looks(&self) -> Looks<'_> {
        let fixed = self.fixed.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?)));
        Looks::Records(Records {
            mentees: self.held_mentees.iter().copied().collect(),
            mentors: self.held_mentors.iter().copied().collect(),
            usual: Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::OnHold, about: None }),
            pairs: self.barred.union(&self.held).copied().chain(fixed).collect(),
        })
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let pair = (mentee, mentor);
        let held =
            || self.held.contains(&pair) || self.held_mentees.contains(&mentee) || self.held_mentors.contains(&mentor);
        if self.barred.contains(&pair) {
            Verdict::refused(Obstacle::Barred)
        } else if self.fixed.get(mentee) != Some(&Some(mentor)) && held() {
            Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::OnHold, about: None })
        } else {
            Verdict::Eligible
        }
    }
}

//! `training_held`: how much of some training the mentor has, now and through the planned period.

use super::{Blank, Criterion, Points};
use crate::compile::Compiled;
use crate::domain::{Held, POINTS_SCALE, Requirement};
use crate::eligibility::is_held;
use crate::outcome::Because;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "training_held",
    looks_at: "The training that the mentor has completed, against the items listed under `training` of the criterion, \
        from `as_of` to the end of the planned period.",
    why: "Where somebody wants to change how they behave, practice looks for a mentor who was prepared for that: in \
        listening without judging, in trauma, in setting limits. What every mentor needs is for `[safeguarding]`, which \
        refuses; this is for what helps and is not asked of all.",
    effect: "1000 × the items held / the items listed, rounded down. An item is held where a record of that name was \
        issued by `as_of`, or has no day of issue, and is valid to the end of the planned period or has no last day that \
        could be known. For an item that `safeguarding.training` names too, its `valid_months` holds here as well. A \
        mentor without a record holds nothing: no blank earns anything, and nobody is refused.\n\
        The points are the mentor's alone, and the same for every mentee.",
    settings: &[("training", "the names of the items, 1 to 100; required")],
    example: r#"[[criteria]]
criterion = "training_held"
training = ["restorative practice", "trauma awareness"]
weight = 3
why = "Mentors who were prepared for it are easier to trust with hard weeks."

[[mentors]]
id = "m1"
training = ["trauma awareness 2026-02-01"]"#,
    cannot_know: "What somebody learned, in a course or otherwise. Experience counts nowhere here unless it is recorded.",
};

/// For each mentor, which of the items are held.
pub(super) struct TrainingHeld<'a> {
    items: &'a [Requirement],
    held: Vec<Vec<bool>>,
}

impl<'a> TrainingHeld<'a> {
    pub(super) fn new(compiled: &Compiled<'_>, items: &'a [Requirement]) -> Self {
        let matching = compiled.matching;
        let (as_of, until) = (matching.as_of, matching.planned_until);
        let held = |records: &[Held]| items.iter().map(|item| is_held(records, item, as_of, until)).collect();
        Self { items, held: matching.mentors.iter().map(|mentor| held(&mentor.training)).collect() }
    }

    fn of(&self, mentor: usize) -> &[bool] {
        self.held.get(mentor).map_or(&[], Vec::as_slice)
    }
}

impl Criterion for TrainingHeld<'_> {
    fn points(&self, _: usize, mentor: usize) -> Points {
        let held = self.of(mentor).iter().filter(|held| **held).count();
        let share = |number: usize| i64::try_from(number).unwrap_or(0);
        Points::Known(POINTS_SCALE * share(held) / share(self.items.len()).max(1))
    }

    fn because(&self, _: usize, mentor: usize) -> Because {
        let held = self.items.iter().zip(self.of(mentor)).filter(|(_, held)| **held);
        Because::TrainingHeld {
            listed: u32::try_from(self.items.len()).unwrap_or(u32::MAX),
            items: held.map(|(item, _)| item.label.clone()).collect(),
        }
    }

    fn blanks(&self, _: usize, _: usize) -> Vec<Blank> {
        Vec::new()
    }
}

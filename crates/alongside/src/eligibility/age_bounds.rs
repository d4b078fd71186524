//! `age_bounds`: ages lie within bounds, in whole years.

use super::bounds::{Blank, outside};
use super::{Looks, Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, Bounds, UnknownData};
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "age_bounds",
    looks_at: "The ages of both, in whole years on `as_of`, and the mentor's age less the mentee's.",
    why: "Insurers, funders and the aims of a programme set limits of age, and some set a distance, so that a mentor \
        is neither a peer nor a grandparent. Age is a protected characteristic (Equality Act 2010, section 4), so \
        the reason has to stand on record. This is not legal advice.",
    effect: "Asked in this order; both ends of a range are allowed:\n\
        - the mentor's age is known and outside `mentor`: refused, `mentor_out_of_bounds`\n\
        - the mentee's is known and outside `mentee`: refused, `mentee_out_of_bounds`\n\
        - both are known and the difference is outside `difference`: refused, `difference_out_of_bounds`\n\
        - an age that one of the bounds needs is blank: `blank`",
    settings: &[
        (
            "mentor",
            "`min`, `max` or both for the mentor's age; no bound when absent. Whole years from -130 to 130, as for \
                the next two. One of the three is required",
        ),
        ("mentee", "the same for the mentee's age"),
        ("difference", "the same for the mentor's age less the mentee's"),
        (
            "unknown",
            "`needs_check` or `allow`: what happens to a pair where an age that a bound needs is blank; \
                `needs_check` when absent",
        ),
        ("why", "required: the rule bears on a protected characteristic"),
    ],
    example: r#"[[rules]]
rule = "age_bounds"
mentor = { min = 18 }
mentee = { min = 11, max = 17 }
difference = { min = 5 }
why = "Funded for secondary pupils; mentors are adults, and clearly older.""#,
    cannot_know: "How old somebody feels, or how far along they are. Where you mean experience, ask for it, and use \
        `attribute_bounds`.",
};

/// Both sides' ages and their bounds, in thousandths of years as numbers are kept.
pub(super) struct AgeBounds<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    mentor: Bounds,
    mentee: Bounds,
    difference: Bounds,
    unknown: UnknownData,
    about: Arc<str>,
}

impl<'a> AgeBounds<'a> {
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        mentor: Bounds,
        mentee: Bounds,
        difference: Bounds,
        unknown: UnknownData,
    ) -> Self {
        let key = AttributeKey::new("age");
        let (mentees, mentors) = (compiled.mentees.column(&key), compiled.mentors.column(&key));
        Self { mentees, mentors, mentor, mentee, difference, unknown, about: "age".into() }
    }
}

impl Rule for AgeBounds<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Answers(vec![AttributeKey::new("age")])
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let ages = (self.mentees.position(mentee), self.mentors.position(mentor));
        match outside(ages, self.mentor, self.mentee, self.difference) {
            Ok(None) => Verdict::Eligible,
            Ok(Some(obstacle)) => Verdict::refused(obstacle),
            Err(Blank) => Verdict::blank(self.unknown, &self.about),
        }
    }
}

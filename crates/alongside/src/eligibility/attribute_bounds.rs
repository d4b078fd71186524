//! `attribute_bounds`: the two answers to one attribute stand in a declared relation.

use super::bounds::outside;
use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::{Column, Compiled};
use crate::domain::{AttributeKey, Bounds, Relation, UnknownData};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "attribute_bounds",
    looks_at: "The answers of both to one attribute, built in or your own: whether they agree, where each lies, and \
        how far the mentor's is above the mentee's.",
    why: "Some things have to be enough. Mentors who meant to stay for two to four years kept their matches longest, \
        and those who were not sure did worse (STAR project, OJJDP, 2017 and 2018); so it is worth asking, and worth \
        not promising more than is offered. The same rule keeps apart what must be kept apart, such as staff and the \
        residents of one house.",
    effect: "Levels count by their place in the order, numbers by value, dates by day; tags agree with one term in \
        common, all else when equal. About the attribute, in this order:\n\
        - `relation` is given, both answers are known, and it does not hold: refused, `not_same` or `not_different`\n\
        - the mentor's answer is known and outside `mentor`: refused, `mentor_out_of_bounds`\n\
        - the mentee's is known and outside `mentee`: refused, `mentee_out_of_bounds`\n\
        - both are known and the mentor's less the mentee's is outside `difference`: refused, \
        `difference_out_of_bounds`\n\
        - an answer that one of the settings needs is blank: `blank`",
    settings: &[
        ("attribute", "which attribute; required"),
        ("relation", "`same` or `different`; no relation is asked for when absent"),
        (
            "difference",
            "`min`, `max` or both for the mentor's place less the mentee's: levels or days as whole numbers, numbers \
                with up to three decimals. This and the next two are for levels, numbers and dates. One of \
                `relation`, `difference`, `mentor` and `mentee` is required",
        ),
        ("mentor", "`min`, `max` or both for the mentor's answer: a word of the level, a number, a date"),
        ("mentee", "the same for the mentee's answer"),
        (
            "unknown",
            "`needs_check` or `allow`: what happens to a pair where an answer that a setting needs is blank; \
                `needs_check` when absent",
        ),
        ("why", "required where the attribute tells a protected characteristic"),
    ],
    example: r#"[attributes.months_intended]
kind = "number"
sensitivity = "ordinary"

[[rules]]
rule = "attribute_bounds"
id = "long_enough"
attribute = "months_intended"
difference = { min = 0 }    # the mentor means to stay at least as long as is hoped for
unknown = "needs_check"
why = "Nobody should be promised a year by somebody who has half of one.""#,
    cannot_know: "Whether people keep to what they said. Use it for what would really be unsuitable, and a criterion \
        for what would only be less good: each rule keeps people waiting.",
};

/// Both sides' answers and what is asked of them.
pub(super) struct AttributeBounds<'a> {
    mentees: &'a Column,
    mentors: &'a Column,
    relation: Option<Relation>,
    difference: Bounds,
    mentor: Bounds,
    mentee: Bounds,
    unknown: UnknownData,
    about: Arc<str>,
}

impl<'a> AttributeBounds<'a> {
    pub(super) fn new(
        compiled: &'a Compiled<'a>,
        attribute: &AttributeKey,
        relation: Option<Relation>,
        (mentor, mentee, difference): (Bounds, Bounds, Bounds),
        unknown: UnknownData,
    ) -> Self {
        Self {
            mentees: compiled.mentees.column(attribute),
            mentors: compiled.mentors.column(attribute),
            relation,
            difference,
            mentor,
            mentee,
            unknown,
            about: attribute.as_str().into(),
        }
    }
}

impl Rule for AttributeBounds<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Answers(vec![AttributeKey::new(&self.about)])
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        let hurdle = |obstacle| Verdict::Refused(Hurdle { obstacle, about: Some(&self.about) });
        let agree = self.mentees.agree(mentee, self.mentors, mentor);
        match (self.relation, agree) {
            (Some(Relation::Same), Some(false)) => return hurdle(Obstacle::NotSame),
            (Some(Relation::Different), Some(true)) => return hurdle(Obstacle::NotDifferent),
            _ => {}
        }
        let positions = (self.mentees.position(mentee), self.mentors.position(mentor));
        match outside(positions, self.mentor, self.mentee, self.difference) {
            Ok(Some(obstacle)) => hurdle(obstacle),
            Ok(None) if self.relation.is_none() || agree.is_some() => Verdict::Eligible,
            _ => Verdict::blank(self.unknown, &self.about),
        }
    }
}

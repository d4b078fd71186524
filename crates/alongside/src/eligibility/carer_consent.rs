//! `carer_consent`: the carer of a young mentee consents.

use super::kinds::Kinds;
use super::{Hurdle, Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{Answer, AttributeKey};
use crate::outcome::Obstacle;
use crate::reference::Reference;
use std::sync::Arc;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "carer_consent",
    looks_at: "The mentee's `age` and `carer_consent`.",
    why: "Carers who know what is planned can carry a relationship or end it (Foundations practice guide, third key \
        principle). Where a programme needs their consent for young mentees, a blank must not count as one, so no \
        setting lets it pass. What carers would like of a mentor (`carer_preferences`) is kept apart from what the \
        young person wishes: it is shown to staff with the pair, and counts only where the programme lists the \
        criterion of that name.",
    effect: "In this order:\n\
        - the mentee's age is known and `under` or above: eligible\n\
        - `carer_consent` is `yes`: eligible\n\
        - the age is blank: needs a check, `blank` about `age`\n\
        - `carer_consent` is `no`: refused, `carer_refuses`\n\
        - it is blank: needs a check, `blank` about `carer_consent`",
    settings: &[("under", "age in whole years below which consent is needed, 1 to 130; 18 when absent")],
    example: r#"[[rules]]
rule = "carer_consent"
under = 16

[[mentees]]
id = "e1"
age = 14
carer_consent = "yes"
carer_informed_of = ["complaints procedure", "whom to ring"]
carer_preferences = ["prefer gender woman"]     # shown to staff; her own wishes stand in `preferences`"#,
    cannot_know: "Who holds parental responsibility, and whether a young person of that age may decide for themselves. \
        Ask for advice where the two disagree; this is not legal advice.",
};

/// What stands in the way of each mentee, whoever the mentor is.
pub(super) struct CarerConsent {
    said: Vec<Said>,
    kinds: Kinds,
    age: Arc<str>,
    consent: Arc<str>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Said {
    Fine,
    AgeBlank,
    Refuses,
    Blank,
}

impl CarerConsent {
    pub(super) fn new(compiled: &Compiled<'_>, under: i64) -> Self {
        let key = AttributeKey::new("carer_consent");
        let ages = compiled.mentees.column(&AttributeKey::new("age"));
        let said = compiled.matching.mentees.iter().enumerate().map(|(at, mentee)| {
            let consent = match mentee.person.answers.get(&key) {
                Some(Answer::OneOf(word)) => Some(**word == *"yes"),
                _ => None,
            };
            match (ages.position(at), consent) {
                (Some(age), _) if age >= under => Said::Fine,
                (_, Some(true)) => Said::Fine,
                (None, _) => Said::AgeBlank,
                (Some(_), Some(false)) => Said::Refuses,
                (Some(_), None) => Said::Blank,
            }
        });
        let said: Vec<Said> = said.collect();
        let kinds = Kinds::new(said.iter().copied(), (0..compiled.mentors()).map(|_| ()));
        Self { said, kinds, age: "age".into(), consent: "carer_consent".into() }
    }
}

impl Rule for CarerConsent {
    fn looks(&self) -> Looks<'_> {
        Looks::Kinds(&self.kinds)
    }

    fn verdict(&self, mentee: usize, _: usize) -> Verdict<'_> {
        let blank = |about| Verdict::NeedsCheck(Hurdle { obstacle: Obstacle::Blank, about: Some(about) });
        match self.said.get(mentee).copied().unwrap_or(Said::Fine) {
            Said::Fine => Verdict::Eligible,
            Said::AgeBlank => blank(&self.age),
            Said::Refuses => Verdict::refused(Obstacle::CarerRefuses),
            Said::Blank => blank(&self.consent),
        }
    }

    fn could_object(&self) -> bool {
        self.said.iter().any(|said| *said != Said::Fine)
    }
}

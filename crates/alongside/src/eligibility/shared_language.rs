//! `shared_language`: they have a language in common.

use super::in_common::InCommon;
use super::{Looks, Rule, Verdict};
use crate::compile::Compiled;
use crate::domain::{AttributeKey, UnknownData};
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "shared_language",
    looks_at: "The `languages` of both.",
    why: "Talk is most of what mentoring and befriending are. Where no interpreter is at hand, as in much work with \
        refugees, a common language comes before everything else.",
    effect: "Either answer blank: `blank`. No language in common: refused as `none_shared`. Capital letters and \
        white space do not count.",
    settings: &[(
        "unknown",
        "`needs_check` or `allow`: what happens to a pair where either answer is blank; `needs_check` when \
                absent",
    )],
    example: r#"[[rules]]
rule = "shared_language"
unknown = "allow"           # here a blank means English
why = "We have no interpreters.""#,
    cannot_know: "How well somebody speaks, whether two names mean one language, and whether somebody would \
        interpret.",
};

/// Both sides' answers.
pub(super) struct SharedLanguage<'a>(InCommon<'a>);

impl<'a> SharedLanguage<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, unknown: UnknownData) -> Self {
        Self(InCommon::new(compiled, "languages", unknown))
    }
}

impl Rule for SharedLanguage<'_> {
    fn looks(&self) -> Looks<'_> {
        Looks::Answers(vec![AttributeKey::new("languages")])
    }

    fn verdict(&self, mentee: usize, mentor: usize) -> Verdict<'_> {
        self.0.verdict(mentee, mentor)
    }
}

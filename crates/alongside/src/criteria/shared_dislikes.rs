//! `shared_dislikes`: what both would rather not do or talk about.

use super::shared_tags::SharedTags;
use super::{Blank, Criterion, Points};
use crate::compile::Compiled;
use crate::domain::AttributeKey;
use crate::outcome::{Because, CountedAs};
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "shared_dislikes",
    looks_at: "The `dislikes` of both: what each said they would rather not do or talk about.",
    why: "In a study of more than 9,000 matches, pairs who disliked the same things stayed together longer than pairs \
        who liked the same things or disagreed (Raposa and others, 2019, on matching by interests and \
        characteristics). One study, and an association: give it a small weight.",
    effect: "As `shared_tags` over `dislikes`: a blank on either side is unknown. Otherwise each shared dislike is \
        worth 1000; the sum is divided by `full_at`, rounded down, and is at most 1000. With `rare_counts_more`, a \
        dislike is worth 500 + 500 × (N − n) / N, rounded down, where N people of both sides together answered and n \
        of them named it.",
    settings: &[
        ("full_at", "how many shared dislikes, each worth 1000, earn full points, 1 to 100; 2 when absent"),
        (
            "rare_counts_more",
            "`true` where rare shared dislikes count up to twice as much as common ones; `false` when absent",
        ),
    ],
    example: r#"[[criteria]]
criterion = "shared_dislikes"
full_at = 2
weight = 1
why = "Two people who both dread bingo have something to laugh about.""#,
    cannot_know: "What somebody did not say. An interest that is not named is no dislike, and a person who named no \
        dislikes may have many. Nor does it count what one dislikes and the other loves: who would keep away from that \
        says so in `preferences`, as `avoid interests football`.",
};

/// Terms in common under one attribute.
pub(super) struct SharedDislikes<'a>(SharedTags<'a>);

impl<'a> SharedDislikes<'a> {
    pub(super) fn new(compiled: &'a Compiled<'a>, full_at: u32, rare_counts_more: bool) -> Self {
        Self(SharedTags::new(compiled, &AttributeKey::new("dislikes"), full_at, rare_counts_more))
    }
}

impl Criterion for SharedDislikes<'_> {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        self.0.points(mentee, mentor)
    }

    fn worths(&self) -> Option<(&[i64], i64)> {
        self.0.worths()
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        self.0.because(mentee, mentor)
    }

    fn counted_as(&self, mentee: usize, mentor: usize) -> Vec<CountedAs> {
        self.0.counted_as(mentee, mentor)
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        self.0.blanks(mentee, mentor)
    }
}

//! `motivations`: how much of what a mentor hopes to gain the mentee, or the programme, offers.

use super::covering::Covering;
use crate::compile::Compiled;
use crate::domain::{AttributeKey, Side};
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "motivations",
    looks_at: "What the mentor names in `motivations`, and what the mentee has in `offers`, with what the programme \
        `offers` to everybody.",
    why: "Both people are to gain from it. Most relationships that end early end for reasons on the mentor's side, so what \
        a volunteer came for is worth asking, and worth heeding: somebody who wants to practise a language will stay \
        where it is spoken.",
    effect: "1000 times the share of the mentor's terms that the mentee's answer has, rounded down. A term is had if it is \
        named or stands above one that is, as the programme's `terms` have it. What the programme offers counts as if \
        every mentee had answered it.\n\
        The points count to the mentor's fit, unless `view` says otherwise.",
    settings: &[
        ("mentee_attribute", "what mentees offer, an attribute of kind tags; `offers` when absent"),
        ("mentor_attribute", "what mentors hope for, an attribute of kind tags; `motivations` when absent"),
    ],
    example: r#"offers = ["training"]

[[criteria]]
criterion = "motivations"
weight = 3
why = "Volunteers stay where they find what they came for."

[[mentors]]
id = "m1"
motivations = ["practising Polish", "training"]

[[mentees]]
id = "e1"
offers = ["practising Polish"]"#,
    cannot_know: "Whether somebody says what they really hope for, and whether the hope comes true.",
};

/// What mentors hope for covered by what mentees, or the programme, offer.
pub(super) fn new(compiled: &Compiled<'_>, mentee: &AttributeKey, mentor: &AttributeKey) -> Covering {
    Covering::new(compiled, Side::Mentor, [mentee, mentor])
}

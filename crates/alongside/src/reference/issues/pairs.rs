//! Notes on issues of relationships and decisions.

use super::Note;
use crate::issue::IssueCode;
use crate::reference::Example;

pub(super) const NOTES: &[Note] = &[
    Note {
        code: IssueCode::ContradictingRelationship,
        comes: "A pair was ended in one place and not in another, a mentee moved to a new mentor and the old pair is \
            still called current, or a date was mistyped.",
        mend: "Keep the entry that says how it is now: one current pair for a mentee, `past` for what has ended. A pair \
            that meets again after a break is current, and its earlier time is left out.",
        example: Example::Document(
            r#"[[relationships]]
mentor = "m1"
mentee = "e1"
status = "current"

[[relationships]]
mentor = "m2"
mentee = "e1"
status = "current""#,
        ),
    },
    Note {
        code: IssueCode::ContradictingDecision,
        comes: "A pair was held first and then decided, and the hold was not taken out; or somebody is kept with one \
            mentor while they still meet another.",
        mend: "Keep the decision that holds now. To move somebody to another mentor, end the current pair first.",
        example: Example::Document(
            r#"[[decisions]]
decision = "keep"
mentor = "m1"
mentee = "e1"
by = "the coordinator"
on = 2026-10-12
reason = "They get on."

[[decisions]]
decision = "bar"
mentor = "m1"
mentee = "e1"
by = "the coordinator"
on = 2026-10-19
reason = "They do not.""#,
        ),
    },
    Note {
        code: IssueCode::OverCapacity,
        comes: "Capacity was entered as the places still free, while here it counts current pairs too; or a mentor has \
            agreed to one more for a while.",
        mend: "Raise `capacity` so that it counts every mentee the mentor supports. As it stands the pairs go on and the \
            mentor gets nobody new.",
        example: Example::Document(
            r#"[[relationships]]
mentor = "m1"
mentee = "e1"

[[relationships]]
mentor = "m1"
mentee = "e2""#,
        ),
    },
];

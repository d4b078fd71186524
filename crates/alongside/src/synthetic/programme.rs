//! The programme file of a made-up programme.

use super::{AS_OF, Scheme, Synthetic};
use crate::domain::Side;
use std::fmt::Write;

pub(super) fn text(made: &Synthetic) -> String {
    let scheme = made.scheme;
    let (support, months, rest) = match scheme {
        Scheme::Befriending => ("befriending", 12, include_str!("befriending.toml")),
        Scheme::CareLeavers => ("mentoring", 12, include_str!("care-leavers.toml")),
        Scheme::Workplace => ("mentoring", 9, include_str!("workplace.toml")),
        Scheme::Resettlement => ("mentoring", 6, include_str!("resettlement.toml")),
    };
    let mut text = String::new();
    // Writing to a text cannot fail.
    let _ = writeln!(
        text,
        "# A made-up programme ({scheme}, {} mentees, {} mentors, seed {}): nobody in it is real.\n\n\
         name = \"{}\"\nsupport = \"{support}\"\nas_of = {AS_OF}\nplanned_months = {months}\nseed = {}\n\
         opaque_ids = true\n",
        made.mentees,
        made.mentors,
        made.seed,
        scheme.traits().name,
        made.seed,
    );
    text.push_str(rest);
    let is_hard = |at: &u32| {
        let answers = made.person(Side::Mentor, *at);
        let wishes = answers.iter().find(|answer| answer.field == "preferences");
        wishes.is_some_and(|wishes| wishes.items.iter().any(|wish| wish.starts_with("must gender")))
    };
    // A record about a wish that nobody has would be told as idle.
    if (0..made.mentors).any(|at| is_hard(&at)) {
        text.push_str(
            "\n[[justifications]]\nattribute = \"gender\"\nreason = \"Some women meet only women where they are alone \
             together; agreed by the trustees.\"\n",
        );
    }
    text
}

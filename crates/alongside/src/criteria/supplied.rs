//! `supplied`: scores that were computed elsewhere, pair by pair.

use super::{Blank, Criterion, Points};
use crate::compile::Compiled;
use crate::domain::{POINTS_SCALE, Side, SuppliedScore};
use crate::outcome::Because;
use crate::reference::Reference;

/// What the reference says of it.
pub(super) const REFERENCE: Reference = Reference {
    name: "supplied",
    looks_at: "Scores of pairs that you worked out elsewhere and hand over: a mentee, a mentor, a number.",
    why: "No engine has every criterion. What you can work out in a spreadsheet, by hand or with another program can \
        count beside the others, with a weight and a reason of its own, and it is explained and audited like them. How \
        the number came about stays with you.",
    effect: "The scores stand in `[[scores]]` or in the sheet `sheets.scores`: `mentee`, `mentor`, `points`, and \
        `criterion`, the id, where several criteria are supplied. A pair that is not listed is unknown, with the reason `not_supplied`. Otherwise the points as they were \
        supplied, 0 to 1000.\n\
        With `ranked`, the numbers are ranks, 1 the best: 1000 × (R − r + 1) / R, rounded down, where r is the pair's \
        rank and R the greatest rank that was supplied.\n\
        With `unknown = \"ask\"`, the question about a mentee is named `scores` and stands for all their candidates \
        that are not listed.",
    settings: &[("ranked", "`true` where the numbers are ranks, 1 the best; `false` when absent")],
    example: r#"[[criteria]]
criterion = "supplied"
id = "interview"
weight = 4
unknown = "lowest"
why = "Two coordinators talked to everybody and noted who might suit whom."

[[scores]]
mentee = "e1"
mentor = "m1"
points = 800"#,
    cannot_know: "How the scores came about, whether they rest on something that should not decide, and whether a \
        pair is missing because nobody thought of it. A rank is no score: added to other points as it stands, the \
        worst would count most; such columns are warned of.",
};

/// For each mentee the scored mentors with their numbers, in order.
pub(super) struct Supplied {
    rows: Vec<Vec<(u32, i64)>>,
    ranks: Option<i64>,
}

impl Supplied {
    pub(super) fn new(compiled: &Compiled<'_>, ranks: Option<i64>, scores: &[SuppliedScore]) -> Self {
        let mut rows = vec![Vec::new(); compiled.mentees()];
        for of_mentee in scores.chunk_by(|one, next| one.mentee == next.mentee) {
            let id = of_mentee.first().map(|score| &score.mentee);
            let at = id.and_then(|id| compiled.mentee_at(id));
            let Some(row) = at.and_then(|at| rows.get_mut(at)) else { continue };
            row.extend(of_mentee.iter().filter_map(|score| {
                let mentor = compiled.mentor_at(&score.mentor)?;
                Some((u32::try_from(mentor).ok()?, score.number))
            }));
        }
        Self { rows, ranks }
    }

    fn number(&self, mentee: usize, mentor: usize) -> Option<i64> {
        let row = self.rows.get(mentee)?;
        let at = row.binary_search_by_key(&mentor, |(scored, _)| *scored as usize).ok()?;
        row.get(at).map(|(_, number)| *number)
    }
}

impl Criterion for Supplied {
    fn points(&self, mentee: usize, mentor: usize) -> Points {
        let Some(number) = self.number(mentee, mentor) else { return Points::Unknown };
        Points::Known(self.ranks.map_or(number, |ranks| POINTS_SCALE * (ranks - number + 1) / ranks.max(1)))
    }

    fn because(&self, mentee: usize, mentor: usize) -> Because {
        match (self.number(mentee, mentor), self.ranks) {
            (None, _) => Because::NotSupplied,
            (Some(points), None) => Because::Supplied(points),
            (Some(rank), Some(_)) => Because::SuppliedRank(rank),
        }
    }

    fn blanks(&self, mentee: usize, mentor: usize) -> Vec<Blank> {
        match self.number(mentee, mentor) {
            Some(_) => Vec::new(),
            None => vec![Blank::whole(Side::Mentee, &"scores".into())],
        }
    }
}

//! What made-up programmes have beside people: relationships, decisions, a vocabulary, scores.

use super::dice::Dice;
use super::people::{day, id};
use super::ties::{self, Tie, Tied};
use super::{Answered, Synthetic, words};
use crate::domain::Side;
use crate::input::FurtherKind;
use std::borrow::Cow;

type Row = Vec<Answered>;

/// Fields in the order of their sheets.
pub(super) const fn fields(kind: FurtherKind) -> &'static [&'static str] {
    match kind {
        FurtherKind::Relationships => &["mentor", "mentee", "status", "started", "ended", "again"],
        FurtherKind::Decisions => &["decision", "mentor", "mentee", "attribute", "by", "on", "reason"],
        FurtherKind::Terms => &["term", "synonyms", "parent", "attribute"],
        FurtherKind::Scores => &["mentee", "mentor", "points"],
    }
}

pub(super) fn rows(made: Synthetic, kind: FurtherKind) -> Box<dyn Iterator<Item = Row>> {
    let ties = (0..made.mentees).filter_map(move |at| ties::of(&made, Side::Mentee, at));
    match kind {
        FurtherKind::Relationships => Box::new(ties.filter_map(move |tied| relationship(&made, tied))),
        FurtherKind::Decisions => Box::new(ties.filter_map(move |tied| decision(&made, tied))),
        FurtherKind::Terms => Box::new(made.scheme.vocabulary().iter().map(|term| {
            let mut row = Vec::new();
            put(&mut row, "term", [term.word]);
            put(&mut row, "synonyms", term.synonyms.iter().copied());
            put(&mut row, "parent", term.parent);
            put(&mut row, "attribute", term.fields.iter().copied());
            row
        })),
        FurtherKind::Scores => Box::new((0..made.mentees).flat_map(move |at| scores(&made, at))),
    }
}

fn put<T: Into<Cow<'static, str>>>(row: &mut Row, field: &'static str, items: impl IntoIterator<Item = T>) {
    let items: Vec<_> = items.into_iter().map(Into::into).collect();
    if !items.is_empty() {
        row.push(Answered { field, items });
    }
}

/// A day so long before the programme's.
fn ago(dice: &mut Dice, nearest: u64, furthest: u64) -> i64 {
    -i64::try_from(dice.between(nearest, furthest)).unwrap_or(0)
}

fn relationship(made: &Synthetic, tied: Tied) -> Option<Row> {
    let mut dice = Dice::of(made.seed, 32 + made.scheme as u64, tied.mentee.into());
    let mut row = Vec::new();
    put(&mut row, "mentor", [id(made, Side::Mentor, tied.mentor)]);
    put(&mut row, "mentee", [id(made, Side::Mentee, tied.mentee)]);
    match tied.tie {
        Tie::Current => {
            put(&mut row, "status", ["current"]);
            put(&mut row, "started", [day(ago(&mut dice, 10, 330))]);
        }
        Tie::Past { again } => {
            let ended = ago(&mut dice, 20, 700);
            put(&mut row, "status", ["past"]);
            put(&mut row, "started", [day(ended + ago(&mut dice, 14, 500))]);
            put(&mut row, "ended", [day(ended)]);
            put(&mut row, "again", again.then_some("yes"));
        }
        _ => return None,
    }
    Some(row)
}

fn decision(made: &Synthetic, tied: Tied) -> Option<Row> {
    let (word, mentor, mentee, reasons): (_, _, _, &[&'static str]) = match tied.tie {
        Tie::Keep => ("keep", true, true, words::KEPT),
        Tie::Bar => ("bar", true, true, words::BARRED),
        Tie::HoldPair => ("hold", true, true, words::PAIR_HELD),
        Tie::HoldMentee => ("hold", false, true, words::MENTEE_HELD),
        Tie::HoldMentor => ("hold", true, false, words::MENTOR_HELD),
        Tie::Honour => ("honour", false, true, words::HONOURED),
        // Where neither of them says so there is nothing to decide, but one of them always does.
        Tie::Natural { known_as: Some("close friend") } => ("allow_close_friend", true, true, words::FRIEND_ALLOWED),
        _ => return None,
    };
    let mut dice = Dice::of(made.seed, 40 + made.scheme as u64, tied.mentee.into());
    let mut row = Vec::new();
    put(&mut row, "decision", [word]);
    put(&mut row, "mentor", mentor.then(|| id(made, Side::Mentor, tied.mentor)));
    put(&mut row, "mentee", mentee.then(|| id(made, Side::Mentee, tied.mentee)));
    put(&mut row, "attribute", (tied.tie == Tie::Honour).then_some("age"));
    put(&mut row, "by", [dice.pick(words::COORDINATORS)]);
    put(&mut row, "on", [day(ago(&mut dice, 1, 60))]);
    put(&mut row, "reason", [dice.pick(reasons)]);
    Some(row)
}

/// Scores of the pairs that talked to each other; the first mentee always talked to somebody.
fn scores(made: &Synthetic, mentee: u32) -> Vec<Row> {
    let mut dice = Dice::of(made.seed, 48 + made.scheme as u64, mentee.into());
    let mut met = Vec::new();
    if made.mentors > 0 && (dice.chance(40) || mentee == 0) {
        for _ in 0..dice.between(1, 2) {
            let mentor = u32::try_from(dice.roll(made.mentors.into())).unwrap_or(0);
            if !met.contains(&mentor) {
                met.push(mentor);
            }
        }
    }
    let row = |mentor| {
        let mut row = Vec::new();
        put(&mut row, "mentee", [id(made, Side::Mentee, mentee)]);
        put(&mut row, "mentor", [id(made, Side::Mentor, mentor)]);
        put(&mut row, "points", [(dice.between(2, 20) * 50).to_string()]);
        row
    };
    met.into_iter().map(row).collect()
}

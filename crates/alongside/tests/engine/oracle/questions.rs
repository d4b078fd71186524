//! Whether a blank's answer could change the proposal, by trying every matching twice more.

use super::answers::{Pair, Side};
use super::points::{both_fits, fit, heeded, points, unknown, weights};
use super::search::{Best, Candidates, best};
use alongside::domain::{Criterion, Matching, PersonId, UnknownAnswer, View};
use std::collections::BTreeMap;

/// Criterion, side, person, field.
pub(super) type Key = (String, Side, PersonId, String);

/// Pairs it bears on, and whether the best and the worst answer change the proposal.
pub(super) type Answer = (usize, bool, bool);

pub(super) fn questions(matching: &Matching, candidates: &Candidates, proposed: &Best) -> BTreeMap<Key, Answer> {
    let mut bears: BTreeMap<Key, (usize, Vec<(usize, usize)>)> = BTreeMap::new();
    for (at, criterion) in matching.criteria.iter().enumerate() {
        if criterion.unknown != UnknownAnswer::Ask {
            continue;
        }
        for (mentee, mentor) in pairs(candidates) {
            let pair = pair(matching, mentee, mentor);
            for (side, field) in points(criterion, pair).blanks {
                let key = (criterion.id.to_string(), side, pair.person(side).id.clone(), field);
                bears.entry(key).or_insert_with(|| (at, Vec::new())).1.push((mentee, mentor));
            }
        }
    }
    let answer = |(key, (criterion, pairs)): (Key, (usize, Vec<(usize, usize)>))| {
        let changes = |most: bool| {
            let supposed = supposed(matching, candidates, criterion, &key, &pairs, most);
            best(matching, &supposed).pairs != proposed.pairs
        };
        let answer = (pairs.len(), changes(true), changes(false));
        (key, answer)
    };
    bears.into_iter().map(answer).collect()
}

fn pairs(candidates: &Candidates) -> impl Iterator<Item = (usize, usize)> + '_ {
    let cells =
        candidates.iter().enumerate().flat_map(|(mentee, row)| row.iter().enumerate().map(move |cell| (mentee, cell)));
    cells.filter(|(_, (_, worth))| worth.is_some()).map(|(mentee, (mentor, _))| (mentee, mentor))
}

fn pair(matching: &Matching, mentee: usize, mentor: usize) -> Pair<'_> {
    Pair { matching, mentee: &matching.mentees[mentee], mentor: &matching.mentors[mentor] }
}

/// The candidates as they would be with the most, or the least, that the blank's answer could give.
fn supposed(
    matching: &Matching,
    candidates: &Candidates,
    criterion: usize,
    key: &Key,
    pairs: &[(usize, usize)],
    most: bool,
) -> Candidates {
    let asking = &matching.criteria[criterion];
    let mut supposed = candidates.clone();
    for (mentee, mentor) in pairs {
        let pair = pair(matching, *mentee, *mentor);
        let points_now = points(asking, pair).points;
        let then = answered(asking, pair, key, most);
        let more = then - points_now;
        let weight = weights(pair)[criterion];
        let fit = fit(pair) + weight * more;
        let (mut mentees, mut mentors) = both_fits(pair);
        match asking.view {
            View::Mentee => mentees += weight * more,
            View::Mentor => mentors += weight * more,
            View::Both => {
                mentors += weight / 2 * more;
                mentees += (weight - weight / 2) * more;
            }
        }
        let cell = &mut supposed[*mentee][*mentor];
        if fit < matching.aim.floor || mentees < matching.aim.mentee_floor || mentors < matching.aim.mentor_floor {
            *cell = None;
            continue;
        }
        let worth = cell.as_mut().unwrap();
        for (level, first) in matching.aim.first.iter().enumerate() {
            if *first == criterion {
                worth[level] = then;
            }
        }
        let at = worth.len() - 2;
        worth[at] = fit;
    }
    supposed
}

fn answered(criterion: &Criterion, pair: Pair<'_>, (_, side, _, field): &Key, most: bool) -> i64 {
    let end = if most { 1000 } else { 0 };
    let wishes = heeded(criterion, pair);
    if wishes.is_empty() {
        return end;
    }
    let earned = wishes.iter().map(|wish| match wish.met {
        Some(true) => 1000,
        Some(false) => 0,
        None if wish.attribute == *field && wish.turns_on.contains(side) => end,
        None => unknown(criterion),
    });
    earned.sum::<i64>() / wishes.len() as i64
}

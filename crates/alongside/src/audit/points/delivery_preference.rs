//! How much each likes the way, or the form, that the mentee likes best of those possible for both.

use super::{Blank, FULL, Ground, Score, blanks};
use crate::audit::facts::{answer, counts_as, words};
use crate::audit::pairing::{MENTEE_FIRST, Pair};
use crate::audit::ways::between;
use crate::domain::{AttributeKey, MODELS, Matching, Side, Way};
use crate::outcome::Met;

/// The grade of one side or the mean of both; the blank fields where there are any.
pub(super) fn score<'a>(
    matching: &'a Matching,
    attribute: &'a AttributeKey,
    side: Option<Side>,
    pair: Pair<'a>,
) -> Result<Score<'a>, Vec<Blank<'a>>> {
    let [theirs, ours] = MENTEE_FIRST.map(|side| list(matching, attribute, side, pair));
    if theirs.is_empty() || ours.is_empty() {
        return Err(blanks([attribute.as_str(); 2], [theirs.is_empty(), ours.is_empty()]));
    }
    let possible = |word: &str| Way::of_word(word).is_none_or(|way| between(matching, way, pair).0 != Met::No);
    let Some(taken) = theirs.iter().copied().find(|word| ours.contains(word) && possible(word)) else {
        return Ok(Score { points: 0, ground: Ground::NoWay });
    };
    let grade = |list: &[&str]| {
        let better = list.iter().take_while(|word| **word != taken).count();
        (better + 1, FULL * (list.len() - better) as i128 / list.len() as i128)
    };
    let ((of_mentee, own), (of_mentor, other)) = (grade(&theirs), grade(&ours));
    let points = match side {
        Some(Side::Mentee) => own,
        Some(Side::Mentor) => other,
        None => i128::midpoint(own, other),
    };
    Ok(Score { points, ground: Ground::Liked(taken, of_mentee, of_mentor) })
}

/// The words of one side's list, as they were read, in the order in which they were written.
fn list<'a>(matching: &'a Matching, attribute: &'a AttributeKey, side: Side, pair: Pair<'a>) -> Vec<&'static str> {
    let person = pair.person(side);
    let left: Vec<&str> = answer(person, attribute.as_str())
        .map(|said| words(said).map(|word| &**counts_as(matching, attribute, word)).collect())
        .unwrap_or_default();
    let written: Vec<&'static str> = if attribute.as_str() == "delivery_methods" {
        person.ways.ways().map(Way::word).collect()
    } else {
        person.models.iter().filter_map(|place| MODELS.get(place).copied()).collect()
    };
    written.into_iter().filter(|word| left.contains(word)).collect()
}

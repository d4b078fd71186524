//! When and with whom a pair could meet.

use crate::compile::Way;
use crate::domain::half_hour_words;
use crate::outcome::Meeting;
use crate::round::Round;

/// How the two could meet beside the mentor's other mentees. Time: that of arranging them.
pub(crate) fn meeting(round: &Round<'_>, mentee: usize, mentor: usize) -> Option<Meeting> {
    let matching = round.compiled.matching;
    let half_hours = matching.several?.half_hours;
    let spots = round.spots(mentor)?;
    let own = spots.iter().find(|(other, _)| *other as usize == mentee)?.1;
    let beside = |(other, spot): &&(u32, _)| {
        let spot: &crate::compile::Spot = spot;
        own.way == Way::Together && spot.way == Way::Together && *other as usize != mentee
    };
    let with = spots.iter().filter(beside).filter_map(|(other, _)| matching.mentees.get(*other as usize));
    let mut together_with: Vec<_> = with.map(|other| other.person.id.clone()).collect();
    together_with.sort();
    Some(Meeting {
        begins: own.begins.map(half_hour_words),
        minutes: half_hours.map(|half_hours| half_hours * 30),
        together_with,
    })
}

//! Meetings of one mentor in a week, so that everybody has one.

use crate::domain::{HALF_HOURS, SeveralMentees, Week};

/// The ways open to one mentee, and when both are free.
#[derive(Debug, Clone, Copy)]
pub(super) struct Member {
    /// At a time of their own.
    pub(super) alone: bool,
    /// At one time with others.
    pub(super) together: bool,
    /// At a time of their own, by a mentor who has few others.
    pub(super) dedicated: bool,
    /// None where nobody knows: any time does.
    pub(super) free: Option<Week>,
}

/// How a mentee is met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Spot {
    /// In which way.
    pub(crate) way: Way,
    /// The half hour of the week in which the meeting begins; none where times are not looked at.
    pub(crate) begins: Option<u32>,
}

/// Alone or in company.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Way {
    /// At a time of their own.
    Alone,
    /// With all others of the mentor who are met so.
    Together,
}

/// Where each is met, or none where that is not possible: everybody alone who can be, if that goes. Time: `3^n` for `n` members at worst, of whom there are at most [`crate::domain::MOST_ARRANGED`].
pub(super) fn arrange(
    members: &[Member],
    at_odds: &dyn Fn(usize, usize) -> bool,
    settings: SeveralMentees,
) -> Option<Vec<Spot>> {
    if crowded(members, settings) {
        return None;
    }
    let few = members.len() <= settings.dedicated as usize;
    let alone = |member: &Member| member.alone || member.dedicated && few;
    let bits = |is: &dyn Fn(&Member) -> bool| {
        members.iter().enumerate().filter(|(_, member)| is(member)).map(|(at, _)| 1_u32 << at).sum::<u32>()
    };
    let must = bits(&|member| !alone(member));
    let may = bits(&|member| alone(member) && member.together);
    // Every part of those who may, in the order of numbers.
    let mut extra = 0_u32;
    loop {
        let together = must | extra;
        let in_company: Vec<usize> = (0..members.len()).filter(|at| together >> at & 1 == 1).collect();
        let get_on = in_company
            .iter()
            .enumerate()
            .all(|(at, one)| in_company.get(at + 1..).unwrap_or_default().iter().all(|other| !at_odds(*one, *other)));
        if get_on && let Some(spots) = timed(members, &in_company, settings.half_hours) {
            return Some(spots);
        }
        // The next part of `may`.
        extra = extra.wrapping_sub(may) & may;
        if extra == 0 {
            return None;
        }
    }
}

/// Whether somebody can be met in no other way than by dedicated support, and there are too many for that.
pub(super) fn crowded(members: &[Member], settings: SeveralMentees) -> bool {
    let few = members.len() <= settings.dedicated as usize;
    members.iter().any(|member| !(member.alone || member.together || (member.dedicated && few)))
}

/// A time for each, those in company at one time.
fn timed(members: &[Member], in_company: &[usize], half_hours: Option<u32>) -> Option<Vec<Spot>> {
    let way = |at: usize| if in_company.contains(&at) { Way::Together } else { Way::Alone };
    let Some(long) = half_hours else {
        return Some((0..members.len()).map(|at| Spot { way: way(at), begins: None }).collect());
    };
    let mut always = Week::default();
    always.add(0, HALF_HOURS);
    let free = |at: usize| members.get(at).and_then(|member| member.free).unwrap_or(always);
    let alone: Vec<usize> = (0..members.len()).filter(|at| way(*at) == Way::Alone).collect();
    let mut meetings: Vec<Week> = alone.iter().map(|at| free(*at).beginnings(long)).collect();
    if !in_company.is_empty() {
        let all = in_company.iter().fold(always, |all, at| all.shared(&free(*at)));
        meetings.push(all.beginnings(long));
    }
    let begins = apart(&meetings, long as usize)?;
    let company = begins.last().copied();
    let spots = (0..members.len()).map(|at| {
        let place = alone.iter().position(|own| *own == at);
        let begins = place.map_or(company, |place| begins.get(place).copied());
        Spot { way: way(at), begins: begins.map(|half_hour| half_hour as u32) }
    });
    Some(spots.collect())
}

/// A beginning for each meeting, of those it can have, so that none runs into another; the week goes round.
fn apart(meetings: &[Week], long: usize) -> Option<Vec<usize>> {
    if let Some(begins) = in_turn(meetings, None, 0, HALF_HOURS, long) {
        return Some(begins);
    }
    // One of them runs over the end of the week, and the others lie between its end and its beginning.
    for (at, own) in meetings.iter().enumerate() {
        for begin in (HALF_HOURS + 1).saturating_sub(long)..HALF_HOURS {
            if own.has(begin)
                && let Some(mut begins) = in_turn(meetings, Some(at), begin + long - HALF_HOURS, begin, long)
            {
                begins.get_mut(at).into_iter().for_each(|place| *place = begin);
                return Some(begins);
            }
        }
    }
    None
}

/// Beginnings of all meetings but one between two half hours: of each set of meetings the earliest end, from the smaller
/// sets (Held and Karp 1962). That a set ends early never hurts those that follow.
fn in_turn(meetings: &[Week], without: Option<usize>, from: usize, until: usize, long: usize) -> Option<Vec<usize>> {
    let all = ((1_usize << meetings.len()) - 1) & !without.map_or(0, |at| 1 << at);
    let mut ends: Vec<Option<(usize, usize, usize)>> = vec![None; 1 << meetings.len()];
    *ends.first_mut()? = Some((from, 0, 0));
    for set in 0..ends.len() {
        if set & !all != 0 {
            continue;
        }
        let Some((end, ..)) = ends.get(set).copied().flatten() else { continue };
        for (at, meeting) in meetings.iter().enumerate().filter(|(at, _)| all >> at & 1 == 1 && set >> at & 1 == 0) {
            let Some(begin) = (end..until).find(|half_hour| meeting.has(*half_hour)) else { continue };
            let Some(place) = ends.get_mut(set | 1 << at).filter(|_| begin + long <= until) else { continue };
            if place.is_none_or(|(known, ..)| begin + long < known) {
                *place = Some((begin + long, at, begin));
            }
        }
    }
    let (mut set, mut begins) = (all, vec![0; meetings.len()]);
    ends.get(set).copied().flatten()?;
    while set != 0 {
        let (_, at, begin) = ends.get(set).copied().flatten()?;
        begins.get_mut(at).into_iter().for_each(|place| *place = begin);
        set &= !(1 << at);
    }
    Some(begins)
}

#[cfg(test)]
mod tests;

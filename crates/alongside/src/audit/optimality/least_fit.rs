//! Whether the least fit of a proposal can be greater, and whether anything gains while it stays.

use super::gain::Labels;
use super::residual::Residual;
use super::search::{Search, search};
use crate::audit::book::Book;
use crate::audit::choices;
use crate::audit::survey::Row;

/// The proof for a proposal whose aim is that the least fit be as great as can be: people served, and days waited where
/// they count, first, over all candidates; then whether as many, who have waited as long, can be served with greater fits
/// alone; then everything else, over the candidates that are no worse than the worst.
///
/// A level in the answer is one of the aim's, the least fit being the first after those of people served and days waited.
pub(in crate::audit) fn prove(residual: &Residual<'_>, book: &Book<'_>, steps: &mut u64) -> Search {
    let (served, before) = (residual.served_width, residual.served_width + residual.ahead);
    let zero = |width: usize| Labels::zero(residual.nodes(), width);
    match search(residual, zero(before), residual.every_node(), steps) {
        Search::Settled(_) => {}
        found => return found,
    }
    let least = residual.proposed().filter_map(|own| own.get(residual.fit_at).copied()).min();
    let least = least.unwrap_or(0);
    match all_above(residual, book, least, steps) {
        None => return Search::OutOfSteps,
        Some(true) => return Search::Better(before),
        Some(false) => {}
    }
    let above = residual.above(least);
    match search(&above, zero(served + above.quality_width), above.every_node(), steps) {
        Search::Better(level) if level >= before => Search::Better(level + 1),
        found => found,
    }
}

/// Whether as many of each tier as are served, who have waited as long where that counts, can all be given a greater fit;
/// none where the steps run out.
///
/// Tier by tier, everybody of it who can be served beside all who are (Kuhn 1955), whoever has waited longest first where
/// that counts: people who can be served together are a matroid, on which that is the most of each tier in order, and of
/// all ways to serve so many the one with the most days.
fn all_above(residual: &Residual<'_>, book: &Book<'_>, least: i128, steps: &mut u64) -> Option<bool> {
    let mentees = &book.matching.mentees;
    let served = mentees.iter().enumerate().filter(|(at, _)| residual.mentor_of(*at).is_some()).count();
    if served == 0 {
        return Some(false);
    }
    let mut seated = Seated {
        mentor_of: vec![None; mentees.len()],
        mentees_of: vec![Vec::new(); book.matching.mentors.len()],
        reached: 0,
    };
    for tier in 1..=book.matching.aim.tiers {
        let of_tier = |at: &usize| mentees.get(*at).is_some_and(|mentee| mentee.tier == tier);
        let days = |at: usize| {
            if residual.ahead == 0 { 0 } else { mentees.get(at).map_or(0, |one| choices::waited(book.matching, one)) }
        };
        let mut own: Vec<usize> = (0..mentees.len()).filter(of_tier).collect();
        own.sort_by_key(|at| std::cmp::Reverse(days(*at)));
        let is_served = |at: &&usize| residual.mentor_of(**at).is_some();
        let (wanted, waited) = own.iter().filter(is_served).fold((0, 0), |(n, sum), at| (n + 1, sum + days(*at)));
        let (mut reached, mut of_reached) = (0, 0);
        for mentee in own {
            if reached == wanted {
                break;
            }
            if seated.seat(residual, book, least, mentee, steps)? {
                (reached, of_reached) = (reached + 1, of_reached + days(mentee));
            }
        }
        if reached < wanted || of_reached < waited {
            return Some(false);
        }
        seated.reached += reached;
    }
    Some(seated.reached == served)
}

/// What a mentor was asked for first.
#[derive(Debug, Clone, Copy)]
enum Asked {
    /// A seat, by this mentee.
    ByMentee(usize),
    /// Room in the caseload that they share with this mentor, who has a seat.
    ForRoom(usize),
}

/// Who sits with whom so far.
struct Seated {
    mentor_of: Vec<Option<usize>>,
    mentees_of: Vec<Vec<usize>>,
    reached: usize,
}

impl Seated {
    /// Seats one more, moving others where that helps; none where the steps run out.
    fn seat(
        &mut self,
        residual: &Residual<'_>,
        book: &Book<'_>,
        least: i128,
        mentee: usize,
        steps: &mut u64,
    ) -> Option<bool> {
        let mut asked_by: Vec<Option<Asked>> = vec![None; self.mentees_of.len()];
        let mut asking = std::collections::VecDeque::from([mentee]);
        while let Some(next) = asking.pop_front() {
            for (mentor, own) in residual.rows.get(next).into_iter().flat_map(Row::iter) {
                *steps = steps.checked_sub(1)?;
                let allowed = own.get(residual.fit_at).is_some_and(|fit| *fit > least);
                let Some(asked) = asked_by.get_mut(mentor).filter(|asked| allowed && asked.is_none()) else { continue };
                *asked = Some(Asked::ByMentee(next));
                let sitting = self.mentees_of.get(mentor).map_or(&[][..], Vec::as_slice);
                asking.extend(sitting);
                if sitting.len() >= book.free(mentor) as usize {
                    continue;
                }
                let full = book.supervision.supervisor(mentor);
                let full = full.filter(|at| !book.supervision.fits(book, *at, self.load(book, *at)));
                let Some(supervisor) = full else {
                    self.shift(mentor, &asked_by);
                    return Some(true);
                };
                // There is a place, and a mentee of another mentor of the same supervisor has to make room for it.
                for (other, sitting) in self.mentees_of.iter().enumerate() {
                    *steps = steps.checked_sub(1)?;
                    if book.supervision.supervisor(other) == Some(supervisor)
                        && let Some(asked) = asked_by.get_mut(other).filter(|asked| asked.is_none())
                    {
                        *asked = Some(Asked::ForRoom(mentor));
                        asking.extend(sitting);
                    }
                }
            }
        }
        Some(false)
    }

    /// What mentees who sit with the supervisor's mentors count.
    fn load(&self, book: &Book<'_>, supervisor: usize) -> u32 {
        let own =
            self.mentees_of.iter().enumerate().filter(|(at, _)| book.supervision.supervisor(*at) == Some(supervisor));
        let count = |sitting: &Vec<_>| u32::try_from(sitting.len()).unwrap_or(u32::MAX);
        own.map(|(at, sitting)| count(sitting).saturating_mul(book.supervision.weight(at))).sum()
    }

    /// Everybody on the way moves on to the mentor they asked.
    fn shift(&mut self, mentor: usize, asked_by: &[Option<Asked>]) {
        let mut to = Some(mentor);
        while let Some(mentor) = to {
            let mentee = match asked_by.get(mentor).copied().flatten() {
                Some(Asked::ByMentee(mentee)) => mentee,
                Some(Asked::ForRoom(other)) => {
                    to = Some(other);
                    continue;
                }
                None => return,
            };
            let from = self.mentor_of.get_mut(mentee).and_then(|place| place.replace(mentor));
            if let Some(sitting) = from.and_then(|from| self.mentees_of.get_mut(from)) {
                sitting.retain(|one| *one != mentee);
            }
            self.mentees_of.get_mut(mentor).into_iter().for_each(|sitting| sitting.push(mentee));
            to = from;
        }
    }
}

//! Every other matching, tried in turn, where more than places limits whom a mentor has.
//!
//! No exchange of pairs proves anything then, and no prices: matchings are gone through mentee by mentee, and whatever
//! could not come up to the proposal even at its best is left out (Land and Doig 1960).

use crate::audit::allotment::Allotment;
use crate::audit::book::Book;
use crate::audit::survey::{Row, Survey};

/// Most choices that are looked at. Beyond it the audit does not repeat the search.
const STEPS: u64 = 20_000_000;

/// What came of it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tried {
    /// No matching does better.
    All,
    /// One reaches more, at this level first.
    Better(usize),
    /// There were too many.
    TooMany,
}

/// Tries all matchings. The seed's level is not compared.
pub(super) fn exhaustive(book: &Book<'_>, survey: &Survey<'_>, allotment: &Allotment) -> Tried {
    let matching = book.matching;
    let tiers = usize::from(matching.aim.tiers);
    // Mentors used stand behind the tiers, where they count.
    let counts = usize::from(matching.aim.most_mentors);
    let width = tiers + counts + book.quality_width() - 1;
    let mut order: Vec<usize> = (0..matching.mentees.len()).filter(|at| !book.is_out(*at)).collect();
    order.sort_by_key(|at| matching.mentees.get(*at).map(|one| one.tier));
    let value = |mentee: usize, quality: &[i128]| {
        let mut value = vec![0; width];
        let tier = matching.mentees.get(mentee).map_or(0, |one| usize::from(one.tier) - 1);
        value.get_mut(tier).into_iter().for_each(|place| *place = 1);
        value.iter_mut().skip(tiers + counts).zip(quality).for_each(|(place, own)| *place = *own);
        value
    };
    let mut stated = vec![0; width];
    for (mentee, mentor) in allotment.pairs() {
        let quality = survey.row(mentee).and_then(|row| row.quality(mentor)).unwrap_or_default();
        add(&mut stated, &value(mentee, quality));
    }
    let used = (0..matching.mentors.len()).filter(|mentor| allotment.taken(*mentor) > 0).count();
    stated.iter_mut().skip(tiers).take(counts).for_each(|place| *place = used as i128);
    let options: Vec<Vec<(usize, Vec<i128>)>> = order
        .iter()
        .map(|mentee| {
            let row = survey.row(*mentee).into_iter().flat_map(Row::iter);
            row.map(|(mentor, quality)| (mentor, value(*mentee, quality))).collect()
        })
        .collect();
    // What those from here on could bring at most, level by level.
    let mut hopes = vec![vec![0; width]];
    for row in options.iter().rev() {
        let mut hope = hopes.last().cloned().unwrap_or_default();
        for (level, place) in hope.iter_mut().enumerate() {
            let most = row.iter().filter_map(|(_, value)| value.get(level).copied()).max().unwrap_or(0).max(0);
            // Whoever has a candidate could be the first of some mentor.
            let first = counts == 1 && level == tiers && !row.is_empty();
            *place += most + i128::from(first);
        }
        hopes.push(hope);
    }
    hopes.reverse();
    let mut search = Search {
        book,
        order,
        options,
        hopes,
        stated,
        members: vec![Vec::new(); matching.mentors.len()],
        used: vec![0; book.supervision.len()],
        tiers,
        counts: counts == 1,
        steps: STEPS,
    };
    search.go_on(0, &vec![0; width])
}

struct Search<'s, 'a> {
    book: &'s Book<'a>,
    order: Vec<usize>,
    options: Vec<Vec<(usize, Vec<i128>)>>,
    hopes: Vec<Vec<i128>>,
    stated: Vec<i128>,
    members: Vec<Vec<usize>>,
    used: Vec<u32>,
    /// How many tiers there are, and whether mentors used count behind them.
    tiers: usize,
    counts: bool,
    steps: u64,
}

impl Search<'_, '_> {
    fn go_on(&mut self, at: usize, so_far: &[i128]) -> Tried {
        let Some(steps) = self.steps.checked_sub(1) else { return Tried::TooMany };
        self.steps = steps;
        let mut hope = so_far.to_vec();
        add(&mut hope, self.hopes.get(at).map_or(&[], Vec::as_slice));
        if hope <= self.stated {
            return Tried::All;
        }
        let Some(mentee) = self.order.get(at).copied() else {
            let level = so_far.iter().zip(&self.stated).position(|(one, other)| one != other);
            return Tried::Better(level.unwrap_or(0));
        };
        let options = self.options.get_mut(at).map(std::mem::take).unwrap_or_default();
        let mut outcome = Tried::All;
        for (mentor, value) in &options {
            if outcome == Tried::All && self.takes(mentee, *mentor) {
                let mut reached = so_far.to_vec();
                add(&mut reached, value);
                if self.counts && self.members.get(*mentor).is_some_and(|own| own.len() == 1) {
                    reached.get_mut(self.tiers).into_iter().for_each(|place| *place += 1);
                }
                outcome = self.go_on(at + 1, &reached);
                self.leaves(*mentor);
            }
        }
        if let Some(place) = self.options.get_mut(at) {
            *place = options;
        }
        if outcome == Tried::All { self.go_on(at + 1, so_far) } else { outcome }
    }

    /// Puts the mentee with the mentor, if the mentor can have them beside the others.
    fn takes(&mut self, mentee: usize, mentor: usize) -> bool {
        let book = self.book;
        let Some(members) = self.members.get_mut(mentor) else { return false };
        let weight = book.supervision.weight(mentor);
        let supervisor = book.supervision.supervisor(mentor);
        let room = supervisor.is_none_or(|at| {
            self.used.get(at).copied().unwrap_or(0).saturating_add(weight) <= book.supervision.room(at)
        });
        if !room || members.len() >= book.free(mentor) as usize {
            return false;
        }
        members.push(mentee);
        if book.company.short(book.matching, mentor, members).is_some() {
            members.pop();
            return false;
        }
        supervisor.and_then(|at| self.used.get_mut(at)).into_iter().for_each(|used| *used += weight);
        true
    }

    fn leaves(&mut self, mentor: usize) {
        self.members.get_mut(mentor).into_iter().for_each(|members| {
            members.pop();
        });
        let weight = self.book.supervision.weight(mentor);
        let supervisor = self.book.supervision.supervisor(mentor);
        supervisor.and_then(|at| self.used.get_mut(at)).into_iter().for_each(|used| *used -= weight);
    }
}

fn add(to: &mut [i128], what: &[i128]) {
    to.iter_mut().zip(what).for_each(|(place, own)| *place += own);
}

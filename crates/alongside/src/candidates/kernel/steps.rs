//! What rules and criteria become: steps over blocks of columns, cheap ones first.

use super::classes::{Group, filled, halves, words};
use super::lanes::{
    COUNTS, Journey, Lanes, Nearness, Scale, Term, Word, add_by_class, add_by_count, add_by_distance, add_by_tally,
    add_by_worth, refuse_apart, refuse_far, tally_by_class,
};
use super::place::{Far, Where};
use super::{Kernel, select, select_words};
use crate::domain::{AttributeKey, HALF_HOURS, POINTS_SCALE, UnknownData, Week};
use std::sync::Arc;

/// The columns of one rule or criterion, or of several that one table does for.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Rules and criteria that tell few people apart.
    Classes(Group),
    /// Both have to be free long enough at the same time.
    Time { half_hours: u32, unknown: UnknownData, words: Vec<Lanes<u32>> },
    /// Whoever travels can get there.
    Far(Far),
    /// A rule that is asked pair by pair.
    Rule(usize),
    /// A criterion that is asked pair by pair.
    Criterion { criterion: usize, weight: i32 },
    /// Wishes, tallied by tables.
    Wishes { groups: Vec<Group>, open: i32, weight: i32 },
    /// Terms in common, each with its worth.
    Terms { criterion: usize, attribute: AttributeKey, sets: Sets, scale: Scale },
    /// How much of what is stated is offered.
    Coverage { criterion: usize, sets: Sets, weight: i32, unknown: i32 },
    /// Half hours in common.
    SharedTime { sets: Sets, table: Arc<[i32; COUNTS]>, unknown: i32 },
    /// Points for distance.
    Near { near: u32, far: u32, weight: i32, unknown: i32 },
}

/// Bit sets of mentors in order of columns, and who is blank.
#[derive(Debug, Clone)]
pub(super) struct Sets {
    width: usize,
    words: Vec<Lanes<u32>>,
    /// The last count for a blank, 0 otherwise.
    blanks: Vec<Lanes<u16>>,
}

/// What a count of a blank is.
const BLANK: u16 = COUNTS as u16 - 1;

impl Sets {
    /// From each mentor's set, none for a blank. None if a count could be taken for a blank.
    pub(super) fn new<'s>(columns: &[u32], set: impl Fn(usize) -> Option<&'s [u64]>) -> Option<Self> {
        let most = columns.iter().filter_map(|mentor| Some(count(set(*mentor as usize)?))).max().unwrap_or(0);
        if most >= u32::from(BLANK) {
            return None;
        }
        let width = columns.iter().filter_map(|mentor| Some(set(*mentor as usize)?.len() * 2)).max().unwrap_or(1);
        let bits = |mentor: usize| set(mentor).map_or_else(Vec::new, halves);
        Some(Self {
            width,
            words: words(columns, width, bits),
            blanks: super::classes::lanes(columns, 0, |mentor| if set(mentor).is_none() { BLANK } else { 0 }),
        })
    }

    fn select(&self, columns: &[u32]) -> Self {
        let words = select_words(&self.words, self.width, columns);
        Self { width: self.width, words, blanks: select(&self.blanks, columns) }
    }
}

fn count(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

/// Words of a week with one behind them for those who are excused.
pub(super) const TIME_WORDS: usize = 12;

/// The half hours at which a stretch of so many free ones begins; a stretch may run over the end of the week. Two
/// people have a stretch in common if and only if they have such a beginning in common.
pub(super) fn beginnings(week: &Week, half_hours: u32) -> Vec<u32> {
    let mut words = vec![0; TIME_WORDS];
    let all = (half_hours as usize).min(HALF_HOURS);
    // How many free half hours there are from each on, counted backwards twice round.
    let mut run = 0;
    for slot in (0..2 * HALF_HOURS).rev() {
        run = if week.has(slot % HALF_HOURS) { run + 1 } else { 0 };
        if slot < HALF_HOURS && run >= all {
            words[slot / 32] |= 1 << (slot % 32);
        }
    }
    words
}

/// A step made ready for one mentee.
#[derive(Debug)]
pub(super) enum Ready {
    /// Nothing to do.
    Done,
    Table(Box<[i32; super::lanes::CLASSES]>),
    Words(Vec<Word>),
    Far(Box<Journey>),
    Pairs,
    Tables(Vec<[i32; super::lanes::CLASSES]>),
    Terms(Vec<Term>, Scale),
    Count(Vec<Word>, Arc<[i32; COUNTS]>),
    Near(Box<Nearness>),
}

/// What a step has to say of a mentee before any mentor is seen.
pub(super) enum Outlook {
    /// This is to be done for every mentor.
    Ready(Ready),
    /// Nobody will do.
    Nobody,
    /// Every mentor earns as much.
    Same(i32),
}

impl Step {
    /// Makes the step ready for a mentee.
    pub(super) fn ready(&self, kernel: &Kernel<'_>, mentee: usize) -> Outlook {
        let compiled = kernel.compiled;
        Outlook::Ready(match self {
            Self::Classes(group) => Ready::Table(Box::new(group.table(mentee))),
            Self::Time { half_hours, unknown, .. } => match (compiled.mentees.week(mentee), unknown) {
                (Some(week), _) => {
                    let mut row = filled(&beginnings(week, *half_hours));
                    row.push((TIME_WORDS - 1, EXCUSED));
                    Ready::Words(row)
                }
                (None, UnknownData::Allow) => Ready::Done,
                (None, UnknownData::NeedsCheck) => return Outlook::Nobody,
            },
            Self::Far(far) => match &kernel.places {
                Some(places) => Ready::Far(Box::new(far.journey(compiled, places, mentee))),
                None => Ready::Done,
            },
            Self::Rule(_) | Self::Criterion { .. } => Ready::Pairs,
            Self::Wishes { groups, .. } => Ready::Tables(groups.iter().map(|group| group.table(mentee)).collect()),
            Self::Terms { criterion, attribute, scale, .. } => match kernel.terms(*criterion, attribute, mentee) {
                Some(terms) => Ready::Terms(terms, *scale),
                None => return Outlook::Same(scale.unknown),
            },
            Self::Coverage { criterion, weight, unknown, .. } => {
                let Some(stated) = kernel.criteria.stated(*criterion, mentee) else { return Outlook::Same(*unknown) };
                let all = i64::from(count(stated)).max(1);
                let mut table = [0; COUNTS];
                for (covered, points) in (0..).zip(&mut table) {
                    *points = (POINTS_SCALE * covered / all) as i32 * weight;
                }
                table[usize::from(BLANK)] = *unknown;
                Ready::Count(filled(&halves(stated)), Arc::new(table))
            }
            Self::SharedTime { table, unknown, .. } => match compiled.mentees.week(mentee) {
                Some(week) => Ready::Count(filled(&halves(week.words())), Arc::clone(table)),
                None => return Outlook::Same(*unknown),
            },
            Self::Near { near, far, weight, unknown } => match &kernel.places {
                Some(places) => {
                    let settings = (*near, *far, *weight, *unknown);
                    Ready::Near(Box::new(super::place::nearness(compiled, places, mentee, settings)))
                }
                None => Ready::Done,
            },
        })
    }

    /// Most that the step can add to a pair's sum.
    pub(super) fn most(&self) -> i32 {
        let full = POINTS_SCALE as i32;
        match self {
            Self::Classes(_) | Self::Time { .. } | Self::Far(_) | Self::Rule(_) => 0,
            Self::Criterion { weight, .. } | Self::Wishes { weight, .. } | Self::Coverage { weight, .. } => {
                weight * full
            }
            Self::Terms { scale, .. } => scale.weight * full,
            Self::SharedTime { table, .. } => table.iter().copied().max().unwrap_or(0),
            Self::Near { weight, .. } => weight * full,
        }
    }

    /// Whether it pays to look first which pairs are past hope.
    pub(super) fn is_dear(&self) -> bool {
        matches!(self, Self::Terms { .. } | Self::Coverage { .. } | Self::SharedTime { .. } | Self::Near { .. })
    }

    /// Goes over some blocks, `from` the first of them.
    pub(super) fn run(
        &self,
        ready: &Ready,
        places: Option<&Where>,
        from: usize,
        scratch: &mut [Lanes<i32>],
        sums: &mut [Lanes<i32>],
    ) {
        let many = sums.len();
        let blocks = from..from + many;
        match (self, ready) {
            (Self::Classes(group), Ready::Table(table)) => add_by_class(&group.columns[blocks], table, sums),
            (Self::Time { words, .. }, Ready::Words(row)) => {
                refuse_apart(&words[from * TIME_WORDS..(from + many) * TIME_WORDS], TIME_WORDS, row, sums);
            }
            (Self::Far(far), Ready::Far(journey)) => {
                if let Some(at) = places {
                    let (places, nowhere) = (&at.places[blocks.clone()], &at.nowhere[blocks.clone()]);
                    refuse_far(places, nowhere, &at.classes[blocks.clone()], &far.limits[blocks], journey, sums);
                }
            }
            (Self::Wishes { groups, open, weight }, Ready::Tables(tables)) => {
                let tallies = &mut scratch[..many];
                tallies.fill([0; super::lanes::LANES]);
                for (group, table) in groups.iter().zip(tables) {
                    tally_by_class(&group.columns[blocks.clone()], table, tallies);
                }
                add_by_tally(tallies, *open, *weight, sums);
            }
            (Self::Terms { sets, .. }, Ready::Terms(terms, scale)) => {
                let words = &sets.words[from * sets.width..(from + many) * sets.width];
                add_by_worth(words, sets.width, &sets.blanks[blocks], terms, *scale, sums);
            }
            (Self::Coverage { sets, .. } | Self::SharedTime { sets, .. }, Ready::Count(row, table)) => {
                let words = &sets.words[from * sets.width..(from + many) * sets.width];
                add_by_count(words, sets.width, &sets.blanks[blocks], row, table, sums);
            }
            (Self::Near { .. }, Ready::Near(nearness)) => {
                if let Some(at) = places {
                    let (places, nowhere) = (&at.places[blocks.clone()], &at.nowhere[blocks.clone()]);
                    add_by_distance(places, nowhere, &at.classes[blocks], nearness, sums);
                }
            }
            _ => {}
        }
    }

    /// The same step for some of the columns.
    pub(super) fn select(&self, columns: &[u32]) -> Self {
        let group = |group: &Group| group.select(columns);
        match self {
            Self::Classes(one) => Self::Classes(group(one)),
            Self::Time { half_hours, unknown, words } => {
                let words = select_words(words, TIME_WORDS, columns);
                Self::Time { half_hours: *half_hours, unknown: *unknown, words }
            }
            Self::Far(far) => Self::Far(far.select(columns)),
            Self::Wishes { groups, open, weight } => {
                Self::Wishes { groups: groups.iter().map(group).collect(), open: *open, weight: *weight }
            }
            Self::Terms { criterion, attribute, sets, scale } => {
                let (attribute, sets) = (attribute.clone(), sets.select(columns));
                Self::Terms { criterion: *criterion, attribute, sets, scale: *scale }
            }
            Self::Coverage { criterion, sets, weight, unknown } => {
                let sets = sets.select(columns);
                Self::Coverage { criterion: *criterion, sets, weight: *weight, unknown: *unknown }
            }
            Self::SharedTime { sets, table, unknown } => {
                Self::SharedTime { sets: sets.select(columns), table: Arc::clone(table), unknown: *unknown }
            }
            Self::Rule(_) | Self::Criterion { .. } | Self::Near { .. } => self.clone(),
        }
    }
}

/// The bit that mentors have who are excused from the rule of time.
pub(super) const EXCUSED: u32 = 1;

/// Points for each number of half hours in common.
pub(super) fn time_table(full_at: u32, weight: i32, unknown: i32) -> Arc<[i32; COUNTS]> {
    let mut table = [0; COUNTS];
    for (shared, points) in (0..).zip(&mut table) {
        let shared: u32 = shared;
        *points = (POINTS_SCALE * i64::from(shared.min(full_at)) / i64::from(full_at)) as i32 * weight;
    }
    table[usize::from(BLANK)] = unknown;
    Arc::new(table)
}

//! What criteria become: steps over the mentors that rules leave to a row, telling ones first.

use super::Kernel;
use super::classes::Group;
use super::distance::Nearness;
use super::hopes::Hopes;
use super::points::{
    Blank, Place, Scale, Term, WishRow, WishWords, Word, add_by_count, add_by_days, add_by_few, add_by_share,
    add_by_wishes, add_by_worth, filled, numbers,
};
use super::records::{Parts, Records};
use super::telling::Telling;
use super::{CLASSES, bitmaps::Bitmaps};
use crate::domain::{AttributeKey, POINTS_SCALE};
use std::ops::Range;
use std::sync::Arc;

/// One criterion, or several that one table does for, or a rule that is asked pair by pair.
#[derive(Debug)]
pub(super) enum Step {
    /// A rule that is asked pair by pair.
    Rule(usize),
    /// A criterion that is asked pair by pair, with the most that it weighs for anybody.
    Criterion { criterion: usize, weight: i32 },
    /// Criteria that tell few mentors apart: each mentor's kind, in one word of a record.
    Classes { group: Group, at: usize },
    /// The mean over each side's wishes.
    Wishes { criterion: usize, wishes: Wishes, at: WishWords, open: u32, wishing: u32 },
    /// Terms in common, each with its worth, and where the mentees' column is.
    Terms { criterion: usize, attribute: AttributeKey, place: usize, set: Set, full_at: i32 },
    /// How much of what is stated is offered.
    Coverage { criterion: usize, set: Set },
    /// How much of what mentors hope for is offered: also where records tell how many terms that are.
    Hoped { criterion: usize, set: Set, many: usize },
    /// Half hours in common.
    SharedTime { criterion: usize, set: Set, full_at: i32 },
    /// The share that days that are sure are of days that are wanted: where records tell the former.
    Lasting { criterion: usize, at: usize },
    /// Points for distance.
    Near { criterion: usize, spot: usize, near: u32, far: u32 },
}

/// Both sides' wishes.
#[derive(Debug, Clone)]
pub(super) struct Wishes {
    pub(super) of_mentees: Arc<Hopes>,
    pub(super) of_mentors: Arc<Hopes>,
}

impl Wishes {
    /// Puts what mentors make of wishes, and their own, into records.
    pub(super) fn words(&self, parts: &mut Parts<'_>) -> WishWords {
        let (mine, theirs) = (&self.of_mentees, &self.of_mentors);
        let [met, open, has, many] = [mine, mine, theirs, theirs].map(Arc::clone);
        WishWords {
            met: parts.add(mine.width, move |mentor, words| words.copy_from_slice(met.met(mentor))),
            open: parts.add(mine.width, move |mentor, words| words.copy_from_slice(open.open(mentor))),
            has: parts.add(theirs.width, move |mentor, words| words.copy_from_slice(has.has(mentor))),
            many: parts.add(1, move |mentor, words| words.fill(u64::from(count(many.has(mentor))))),
        }
    }
}

/// Where records have a set, and the sets of columns that have each of its bits.
#[derive(Debug, Clone)]
pub(super) struct Set {
    pub(super) at: usize,
    pub(super) width: usize,
    pub(super) blank: Blank,
    /// A set of columns for each bit, and that of blanks behind them; none where there are too many.
    pub(super) terms: Option<Range<u32>>,
}

/// Most bits of a set that have sets of columns.
const TERMS: usize = 512;

impl Set {
    /// From each mentor's set, none for a blank. None where records have no room.
    pub(super) fn new<'a>(
        columns: &[u32],
        parts: &mut Parts<'a>,
        sets: Option<&mut Bitmaps>,
        of: impl Fn(usize) -> Option<&'a [u64]> + Copy + Sync + 'a,
    ) -> Option<Self> {
        let width = columns.iter().filter_map(|mentor| Some(of(*mentor as usize)?.len())).max().unwrap_or(0);
        let blank = parts.add_flag(move |mentor| of(mentor).is_none())?;
        let at = parts.add(width, move |mentor, words| {
            words.iter_mut().zip(of(mentor).unwrap_or_default()).for_each(|(place, word)| *place = *word);
        });
        let terms = sets.filter(|_| width * 64 <= TERMS).map(|sets| {
            sets.add_all(width * 64 + 1, |column, add| match of(columns[column] as usize) {
                Some(words) => numbers(words).into_iter().for_each(add),
                None => add(width * 64),
            })
        });
        Some(Self { at, width, blank, terms })
    }

    /// The words of a mentee's set that mentors' records have words for.
    fn filled(&self, words: &[u64]) -> Vec<Word> {
        filled(&words[..words.len().min(self.width)], self.at)
    }
}

/// How many terms a set has.
pub(super) fn count(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

/// A step made ready for one mentee.
#[derive(Debug)]
pub(super) enum Ready {
    /// Nothing to do.
    Done,
    Table(Box<[i32; CLASSES]>),
    Pairs,
    Wishes(WishRow),
    Terms(Vec<Term>, Scale),
    /// Where each of a few terms stands, the points for each combination of them, and those for a blank.
    Few(Vec<Place>, Vec<i32>, i32),
    /// The points for each number of bits shared, and those for a blank.
    Count(Vec<Word>, Vec<i32>, i32),
    /// What is offered, the weight, and the points for a blank.
    Share(Vec<Word>, i32, i32),
    /// Days that are wanted, the weight, and the points for whoever said nothing.
    Days(u64, i32, i32),
    Near(Box<Nearness>),
}

/// What a step has to say of a mentee before any mentor is seen.
pub(super) enum Outlook {
    /// This is to be done for every mentor, and what it tells by sets of columns.
    Ready(Ready, Option<Telling>),
    /// Every mentor earns as much.
    Same(i32),
}

impl Step {
    /// Makes the step ready for a mentee.
    pub(super) fn ready(&self, kernel: &Kernel<'_>, mentee: usize) -> Outlook {
        let compiled = kernel.compiled;
        let mut telling = None;
        let ready = match self {
            Self::Classes { group, .. } => {
                let table = group.table(mentee);
                if table == [0; CLASSES] { Ready::Done } else { Ready::Table(Box::new(table)) }
            }
            Self::Rule(_) | Self::Criterion { .. } => Ready::Pairs,
            Self::Wishes { criterion, wishes, open, wishing, .. } => {
                let weight = kernel.weighs.of(mentee, *criterion);
                let row = WishRow {
                    weight,
                    has: filled(wishes.of_mentees.has(mentee), 0),
                    many: count(wishes.of_mentees.has(mentee)),
                    met: filled(wishes.of_mentors.met(mentee), 0),
                    open: filled(wishes.of_mentors.open(mentee), 0),
                };
                // Where neither has any, all that is earned is what an open one does.
                let short = (POINTS_SCALE as i32 - open.cast_signed()) * weight;
                telling = (row.many == 0).then(|| Telling::of_others(*wishing, short));
                Ready::Wishes(row)
            }
            Self::Terms { criterion, place, set, full_at, .. } => {
                let scale = kernel.weighs.scale(mentee, *criterion, *full_at);
                let Some(own) = compiled.mentees.column_at(*place).terms(mentee) else {
                    return Outlook::Same(scale.unknown);
                };
                let terms = kernel.terms(*criterion, *place, mentee, set);
                let worths = || terms.iter().map(|term| i64::from(term.worth));
                let (all, one) = (worths().sum(), worths().max().unwrap_or(0));
                let (ready, all) = match even(&terms) {
                    Some((words, worth)) => (counted(words, worth as i32, scale), all),
                    None if terms.len() <= MOST_FEW => few(&terms, scale),
                    None => (Ready::Terms(terms, scale), all),
                };
                telling = Telling::new(set, own, scale, (all, one));
                ready
            }
            Self::Coverage { criterion, set } => {
                let stated = kernel.criteria.stated(*criterion, mentee);
                let full_at = stated.map_or(0, count).max(1).cast_signed();
                let scale = kernel.weighs.scale(mentee, *criterion, full_at);
                let Some(stated) = stated else { return Outlook::Same(scale.unknown) };
                telling = Telling::new(set, stated, scale, (i64::from(count(stated)) * POINTS_SCALE, POINTS_SCALE));
                counted(set.filled(stated), POINTS_SCALE as i32, scale)
            }
            Self::Hoped { criterion, set, .. } => {
                let Scale { weight, unknown, .. } = kernel.weighs.scale(mentee, *criterion, 1);
                match kernel.criteria.stated(*criterion, mentee) {
                    Some(offered) => Ready::Share(set.filled(offered), weight, unknown),
                    None => return Outlook::Same(unknown),
                }
            }
            Self::SharedTime { criterion, set, full_at } => {
                let scale = kernel.weighs.scale(mentee, *criterion, *full_at);
                match compiled.mentees.week(mentee) {
                    Some(week) => counted(set.filled(week.words()), POINTS_SCALE as i32, scale),
                    None => return Outlook::Same(scale.unknown),
                }
            }
            Self::Lasting { criterion, .. } => {
                let Scale { weight, unknown, .. } = kernel.weighs.scale(mentee, *criterion, 1);
                let wanted = kernel.criteria.days(*criterion).and_then(|(_, wanted)| wanted.get(mentee));
                Ready::Days(wanted.map_or(0, |days| days.cast_unsigned()), weight, unknown)
            }
            Self::Near { criterion, near, far, .. } => match &kernel.laid.places {
                Some(places) => {
                    let Scale { weight, unknown, .. } = kernel.weighs.scale(mentee, *criterion, 1);
                    let settings = (*near, *far, weight, unknown);
                    Ready::Near(Box::new(super::place::nearness(kernel, places, mentee, settings)))
                }
                None => Ready::Done,
            },
        };
        Outlook::Ready(ready, telling)
    }

    /// What the step goes over, for whoever wants to know what a programme became.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Classes { group, .. } => format!("{} kinds that criteria tell apart", group.kinds()),
            Self::Rule(rule) => format!("rule {rule} pair by pair"),
            Self::Criterion { criterion, .. } => format!("criterion {criterion} pair by pair"),
            Self::Wishes { .. } => "wishes".into(),
            Self::Terms { attribute, .. } => attribute.as_str().into(),
            Self::Coverage { .. } => "coverage".into(),
            Self::Hoped { .. } => "hopes of mentors".into(),
            Self::SharedTime { .. } => "shared time".into(),
            Self::Lasting { .. } => "days that are sure".into(),
            Self::Near { .. } => "distance".into(),
        }
    }

    /// Most that the step, ready for a mentee, can add to a pair's sum.
    pub(super) fn most(&self, ready: &Ready) -> i32 {
        let full = POINTS_SCALE as i32;
        match (self, ready) {
            (_, Ready::Count(_, table, unknown)) => table.last().map_or(0, |most| *most).max(*unknown),
            (_, Ready::Few(_, table, unknown)) => table.iter().fold(*unknown, |most, points| most.max(*points)),
            (_, Ready::Terms(terms, scale)) => scale.most(terms.iter().map(|term| i64::from(term.worth)).sum()),
            (_, Ready::Table(table)) => table.iter().copied().max().unwrap_or(0),
            (_, Ready::Wishes(row)) => row.weight * full,
            (_, Ready::Share(_, weight, _) | Ready::Days(_, weight, _))
            | (Self::Criterion { weight, .. }, Ready::Pairs) => weight * full,
            (_, Ready::Near(nearness)) => nearness.weight * full,
            _ => 0,
        }
    }

    /// The first and the last word of a record that the step looks at, if it looks at any.
    pub(super) const fn words(&self) -> Option<(usize, usize)> {
        match self {
            Self::Rule(_) | Self::Criterion { .. } => None,
            Self::Classes { at, .. } | Self::Lasting { at, .. } => Some((*at, *at)),
            Self::Wishes { at, .. } => Some((at.met, at.many)),
            Self::Terms { set, .. }
            | Self::Coverage { set, .. }
            | Self::Hoped { set, .. }
            | Self::SharedTime { set, .. } => Some((set.at, set.at + set.width.saturating_sub(1))),
            Self::Near { spot, .. } => Some((*spot, *spot + 1)),
        }
    }

    /// Adds the points of some columns.
    pub(super) fn run(&self, ready: &Ready, records: &Records, columns: &[u32], sums: &mut [i32]) {
        match (self, ready) {
            (Self::Classes { at, .. }, Ready::Table(table)) => {
                for (sum, column) in sums.iter_mut().zip(columns) {
                    *sum = sum.wrapping_add(table[(records.of(*column)[*at] & 255) as usize]);
                }
            }
            (Self::Wishes { at, open, .. }, Ready::Wishes(row)) => {
                add_by_wishes(records, columns, (row, *at), (*open, row.weight), sums);
            }
            (Self::Terms { set, .. }, Ready::Terms(terms, scale)) => {
                add_by_worth(records, columns, (terms, set.blank), *scale, sums);
            }
            (Self::Terms { set, .. }, Ready::Few(places, table, unknown)) => {
                add_by_few(records, columns, (places, set.blank), (table, *unknown), sums);
            }
            (
                Self::Terms { set, .. } | Self::Coverage { set, .. } | Self::SharedTime { set, .. },
                Ready::Count(row, table, unknown),
            ) => add_by_count(records, columns, (row, set.blank), (table, *unknown), sums),
            (Self::Hoped { set, many, .. }, Ready::Share(row, weight, unknown)) => {
                add_by_share(records, columns, (row, set.blank), (*many, *weight, *unknown), sums);
            }
            (Self::Lasting { at, .. }, Ready::Days(wanted, weight, unknown)) => {
                add_by_days(records, columns, *at, (*wanted, *weight, *unknown), sums);
            }
            (Self::Near { spot, .. }, Ready::Near(nearness)) => nearness.add(records, *spot, columns, sums),
            _ => {}
        }
    }
}

/// Bits that are worth as much each: the points of every number of them.
fn counted(words: Vec<Word>, each: i32, scale: Scale) -> Ready {
    let many: u32 = words.iter().map(|(_, bits)| bits.count_ones()).sum();
    let mut table = Vec::with_capacity(many as usize + 1);
    // Once all there is to earn is earned, the rest is the same.
    let mut points = 0;
    for shared in 0..=many.cast_signed() {
        if shared.wrapping_sub(1).wrapping_mul(each) < scale.full() {
            points = scale.points_of(shared.wrapping_mul(each));
        }
        table.push(points);
    }
    Ready::Count(words, table, scale.unknown)
}

/// Terms of which there is a table of all combinations.
pub(super) const MOST_FEW: usize = 6;

/// The points of every combination of so few terms, and most that one is worth. A term counts where no narrower one of
/// them is shared.
pub(super) fn few(terms: &[Term], scale: Scale) -> (Ready, i64) {
    let mut narrower = [0; MOST_FEW];
    for (narrower, term) in narrower.iter_mut().zip(terms) {
        for (at, other) in terms.iter().enumerate() {
            let is_one = term.narrower.iter().any(|(word, bits)| *word == other.word && bits & other.bit != 0);
            *narrower |= u32::from(is_one) << at;
        }
    }
    let worth = |shared: u32| {
        let counts = |at: &usize| shared >> at & 1 == 1 && shared & narrower[*at] == 0;
        (0..terms.len()).filter(counts).fold(0, |sum: i32, at| sum.wrapping_add(terms[at].worth))
    };
    let (mut most, mut table) = (0, Vec::with_capacity(1 << terms.len()));
    for shared in 0..1_u32 << terms.len() {
        let worth = worth(shared);
        most = worth.max(most);
        table.push(scale.points_of(worth));
    }
    let places = terms.iter().map(|term| (term.word as u32, term.bit.trailing_zeros())).collect();
    (Ready::Few(places, table, scale.unknown), most.into())
}

/// The words of terms that are worth as much each, whatever else is shared, and what that is.
fn even(terms: &[Term]) -> Option<(Vec<Word>, i64)> {
    let worth = terms.first().map_or(0, |term| term.worth);
    if terms.iter().any(|term| term.worth != worth || !term.narrower.is_empty()) {
        return None;
    }
    let mut words: Vec<Word> = Vec::new();
    for term in terms {
        match words.iter_mut().find(|(word, _)| *word == term.word) {
            Some((_, bits)) => *bits |= term.bit,
            None => words.push((term.word, term.bit)),
        }
    }
    Some((words, worth.into()))
}

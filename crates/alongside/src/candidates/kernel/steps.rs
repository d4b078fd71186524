//! What rules and criteria become: steps over blocks of columns, cheap ones first.

use super::classes::{Group, filled, halves, lanes, words};
use super::far::{Journey, Nearness, SHORT_KM, add_by_distance, add_by_short_distance, refuse_far, refuse_far_short};
use super::hopes::Hopes;
use super::lanes::{
    Lanes, Live, Scale, Stay, Term, WishColumns, WishRow, Word, add_by_class, add_by_count, add_by_wishes,
    add_by_worth, refuse_apart, refuse_brief, refuse_sharing,
};
use super::place::{Far, Where, shortened};
use super::{Kernel, select, select_words};
use crate::domain::{AttributeKey, HALF_HOURS, POINTS_SCALE, UnknownData, Week};
use std::sync::Arc;

/// The columns of one rule or criterion, or of several that one table does for.
#[derive(Debug, Clone)]
pub(super) enum Step {
    /// Rules that tell few mentors apart: each mentor's kind as a bit.
    Kinds { group: Arc<Group>, masks: Arc<Vec<Vec<u32>>>, width: usize, words: Vec<Lanes<u32>> },
    /// Criteria that tell few mentors apart: each mentor's kind.
    Classes { group: Arc<Group>, columns: Vec<Lanes<u8>> },
    /// Each side's hard wishes have to be met.
    Wished { wishes: Wishes, unmet: Vec<Lanes<u32>>, has: Vec<Lanes<u32>> },
    /// Both have to be there for so many days together.
    Stays { mentees: Arc<Vec<Stay>>, days: i32, first: Vec<Lanes<i32>>, last: Vec<Lanes<i32>> },
    /// Both have to be free long enough at the same time.
    Time { mentees: Arc<Vec<Option<Vec<Word>>>>, unknown: UnknownData, words: Vec<Lanes<u32>> },
    /// Whoever travels can get there.
    Far(Far),
    /// A rule that is asked pair by pair.
    Rule(usize),
    /// A criterion that is asked pair by pair.
    Criterion { criterion: usize, weight: i32 },
    /// The mean over each side's wishes.
    Wishes { wishes: Wishes, columns: Box<OfMentors>, open: i32, weight: i32 },
    /// Terms in common, each with its worth.
    Terms { criterion: usize, attribute: AttributeKey, sets: Sets, scale: Scale },
    /// How much of what is stated is offered.
    Coverage { criterion: usize, sets: Sets, weight: i32, unknown: i32 },
    /// Half hours in common.
    SharedTime { sets: Sets, scale: Scale },
    /// Points for distance.
    Near { near: u32, far: u32, weight: i32, unknown: i32 },
}

/// Both sides' wishes.
#[derive(Debug, Clone)]
pub(super) struct Wishes {
    pub(super) of_mentees: Arc<Hopes>,
    pub(super) of_mentors: Arc<Hopes>,
}

/// What mentors make of wishes, and their own.
#[derive(Debug, Clone)]
pub(super) struct OfMentors {
    met: Vec<Lanes<u32>>,
    open: Vec<Lanes<u32>>,
    has: Vec<Lanes<u32>>,
    many: Vec<Lanes<u8>>,
}

impl OfMentors {
    pub(super) fn new(wishes: &Wishes, columns: &[u32]) -> Self {
        let (mine, theirs) = (&wishes.of_mentees, &wishes.of_mentors);
        Self {
            met: words(columns, mine.width, |mentor| mine.met(mentor).to_vec()),
            open: words(columns, mine.width, |mentor| mine.open(mentor).to_vec()),
            has: words(columns, theirs.width, |mentor| theirs.has(mentor).to_vec()),
            many: lanes(columns, 0, |mentor| bits(theirs.has(mentor)) as u8),
        }
    }
}

/// Bit sets of mentors in order of columns, and who is blank.
#[derive(Debug, Clone)]
pub(super) struct Sets {
    width: usize,
    words: Vec<Lanes<u32>>,
    /// 1 for a blank.
    blanks: Vec<Lanes<u8>>,
}

impl Sets {
    /// From each mentor's set, none for a blank.
    pub(super) fn new<'s>(columns: &[u32], set: impl Fn(usize) -> Option<&'s [u64]>) -> Self {
        let width = columns.iter().filter_map(|mentor| Some(set(*mentor as usize)?.len() * 2)).max().unwrap_or(1);
        let bits = |mentor: usize| set(mentor).map_or_else(Vec::new, halves);
        Self {
            width: width.max(1),
            words: words(columns, width.max(1), bits),
            blanks: lanes(columns, 0, |mentor| u8::from(set(mentor).is_none())),
        }
    }

    fn select(&self, columns: &[u32]) -> Self {
        let words = select_words(&self.words, self.width, columns);
        Self { width: self.width, words, blanks: select(&self.blanks, columns) }
    }
}

/// How many terms a set has.
pub(super) fn count(words: &[u64]) -> u32 {
    words.iter().map(|word| word.count_ones()).sum()
}

fn bits(words: &[u32]) -> u32 {
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
    /// Bits of which one has to be shared.
    Words(Vec<Word>),
    /// Bits of which none may be shared: with what mentors do not go along with, and with their wishes.
    Neither([Vec<Word>; 2]),
    Stay(Stay),
    /// With the mentee's and everybody's limit in 32 bits.
    Far(Box<Journey>, Option<[u32; 2]>),
    Pairs,
    Wishes(WishRow),
    Terms(Vec<Term>, Scale),
    /// Bits that are worth as much each.
    Count(Vec<Word>, i32, Scale),
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
        let each = POINTS_SCALE as i32;
        Outlook::Ready(match self {
            Self::Kinds { group, masks, .. } => group.wanted(masks, mentee).map_or(Ready::Done, Ready::Words),
            Self::Classes { group, .. } => {
                let table = group.table(mentee);
                if table == [0; super::lanes::CLASSES] { Ready::Done } else { Ready::Table(Box::new(table)) }
            }
            Self::Wished { wishes, .. } => {
                let unmet: Vec<u32> = wishes.of_mentors.met(mentee).iter().map(|met| !met).collect();
                let rows = [filled(wishes.of_mentees.has(mentee)), filled(&unmet)];
                if rows.iter().all(Vec::is_empty) { Ready::Done } else { Ready::Neither(rows) }
            }
            Self::Stays { mentees, .. } => Ready::Stay(mentees[mentee]),
            Self::Time { mentees, unknown, .. } => match (&mentees[mentee], unknown) {
                (Some(row), _) => Ready::Words(row.clone()),
                (None, UnknownData::Allow) => Ready::Done,
                (None, UnknownData::NeedsCheck) => return Outlook::Nobody,
            },
            Self::Far(far) => match &kernel.places {
                Some(places) => {
                    let journey = far.journey(compiled, places, mentee);
                    let short = shortened(journey.own).zip(shortened(journey.everybody));
                    Ready::Far(Box::new(journey), short.map(|(own, everybody)| [own, everybody]))
                }
                None => Ready::Done,
            },
            Self::Rule(_) | Self::Criterion { .. } => Ready::Pairs,
            Self::Wishes { wishes, .. } => Ready::Wishes(WishRow {
                has: filled(wishes.of_mentees.has(mentee)),
                many: bits(wishes.of_mentees.has(mentee)),
                met: filled(wishes.of_mentors.met(mentee)),
                open: filled(wishes.of_mentors.open(mentee)),
            }),
            Self::Terms { criterion, attribute, scale, .. } => match kernel.terms(*criterion, attribute, mentee) {
                Some(terms) => even(&terms).map_or_else(
                    || Ready::Terms(terms.clone(), *scale),
                    |(words, worth)| Ready::Count(words, worth, *scale),
                ),
                None => return Outlook::Same(scale.unknown),
            },
            Self::Coverage { criterion, weight, unknown, .. } => {
                let Some(stated) = kernel.criteria.stated(*criterion, mentee) else { return Outlook::Same(*unknown) };
                let scale = Scale { full_at: count(stated).max(1).cast_signed(), weight: *weight, unknown: *unknown };
                Ready::Count(filled(&halves(stated)), each, scale)
            }
            Self::SharedTime { scale, .. } => match compiled.mentees.week(mentee) {
                Some(week) => Ready::Count(filled(&halves(week.words())), each, *scale),
                None => return Outlook::Same(scale.unknown),
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

    /// What the step goes over, for whoever wants to know what a programme became.
    pub(super) fn name(&self) -> String {
        match self {
            Self::Kinds { group, .. } => format!("{} kinds that rules tell apart", group.kinds()),
            Self::Classes { group, .. } => format!("{} kinds that criteria tell apart", group.kinds()),
            Self::Wished { wishes, .. } => {
                format!("{} and {} words of hard wishes", wishes.of_mentees.width, wishes.of_mentors.width)
            }
            Self::Stays { .. } => "days".into(),
            Self::Time { .. } => "time".into(),
            Self::Far(far) => format!("travel{}", if far.short.is_some() { "" } else { " beyond 65 km" }),
            Self::Rule(rule) => format!("rule {rule} pair by pair"),
            Self::Criterion { criterion, .. } => format!("criterion {criterion} pair by pair"),
            Self::Wishes { wishes, .. } => {
                format!("{} and {} words of wishes", wishes.of_mentees.width, wishes.of_mentors.width)
            }
            Self::Terms { attribute, sets, .. } => format!("{} in {} words", attribute.as_str(), sets.width),
            Self::Coverage { sets, .. } => format!("coverage in {} words", sets.width),
            Self::SharedTime { sets, .. } => format!("shared time in {} words", sets.width),
            Self::Near { .. } => "distance".into(),
        }
    }

    /// Most that the step, ready for a mentee, can add to a pair's sum, for steps at or behind the first dear one.
    pub(super) fn most(&self, ready: &Ready) -> i32 {
        let full = POINTS_SCALE as i32;
        match (self, ready) {
            (_, Ready::Done) => 0,
            (_, Ready::Count(row, each, scale)) => {
                let many: i64 = row.iter().map(|(_, bits)| i64::from(bits.count_ones())).sum();
                scale.most(many * i64::from(*each))
            }
            (_, Ready::Terms(terms, scale)) => scale.most(terms.iter().map(|term| i64::from(term.worth)).sum()),
            (Self::Criterion { weight, .. } | Self::Wishes { weight, .. } | Self::Near { weight, .. }, _) => {
                weight * full
            }
            _ => 0,
        }
    }

    /// Whether it pays to look first which pairs are past hope: looking costs about as much as counting two words.
    pub(super) fn is_dear(&self) -> bool {
        matches!(
            self,
            Self::Wishes { .. }
                | Self::Terms { .. }
                | Self::Near { .. }
                | Self::SharedTime { .. }
                | Self::Criterion { .. }
        )
    }

    /// Whether pairs that stood may stand no longer behind it.
    pub(super) const fn refuses(&self) -> bool {
        matches!(
            self,
            Self::Kinds { .. }
                | Self::Wished { .. }
                | Self::Stays { .. }
                | Self::Time { .. }
                | Self::Far(_)
                | Self::Rule(_)
        )
    }

    /// Goes over some blocks, `from` the first of them: those that are live.
    pub(super) fn run(&self, ready: &Ready, places: Option<&Where>, from: usize, live: Live, sums: &mut [Lanes<i32>]) {
        let many = sums.len();
        let blocks = from..from + many;
        let of = |width: usize| from * width..(from + many) * width;
        match (self, ready) {
            (Self::Kinds { width, words, .. }, Ready::Words(row)) => {
                refuse_apart(live, &words[of(*width)], *width, row, sums);
            }
            (Self::Classes { columns, .. }, Ready::Table(table)) => add_by_class(live, &columns[blocks], table, sums),
            (Self::Wished { wishes, unmet, has }, Ready::Neither([mine, theirs])) => {
                for (words, width, row) in
                    [(unmet, wishes.of_mentees.width, mine), (has, wishes.of_mentors.width, theirs)]
                {
                    if width > 0 && !row.is_empty() {
                        refuse_sharing(live, &words[of(width)], width, row, sums);
                    }
                }
            }
            (Self::Stays { days, first, last, .. }, Ready::Stay(stay)) => {
                refuse_brief(live, &first[blocks.clone()], &last[blocks], *stay, *days, sums);
            }
            (Self::Time { words, .. }, Ready::Words(row)) => {
                refuse_apart(live, &words[of(TIME_WORDS)], TIME_WORDS, row, sums);
            }
            (Self::Far(far), Ready::Far(journey, short)) => {
                let Some(at) = places else { return };
                let spots = &at.places[blocks.clone()];
                if let (Some(short), Some(limits), Some(marks)) = (short, &far.short, &at.marks) {
                    return refuse_far_short(
                        live,
                        spots,
                        &marks[blocks.clone()],
                        &limits[blocks],
                        journey,
                        *short,
                        sums,
                    );
                }
                let (nowhere, ways) = (&at.nowhere[blocks.clone()], &at.classes[blocks.clone()]);
                refuse_far(live, spots, nowhere, ways, &far.limits[blocks], journey, sums);
            }
            (Self::Wishes { wishes, columns, open, weight }, Ready::Wishes(row)) => {
                let (of_mentees, of_mentors) = (wishes.of_mentees.width, wishes.of_mentors.width);
                let columns = WishColumns {
                    met: &columns.met[of(of_mentees)],
                    open: &columns.open[of(of_mentees)],
                    of_mentees,
                    has: &columns.has[of(of_mentors)],
                    of_mentors,
                    many: &columns.many[blocks],
                };
                add_by_wishes(live, columns, row, *open, *weight, sums);
            }
            (Self::Terms { sets, .. }, Ready::Terms(terms, scale)) => {
                add_by_worth(live, &sets.words[of(sets.width)], sets.width, &sets.blanks[blocks], terms, *scale, sums);
            }
            (
                Self::Terms { sets, .. } | Self::Coverage { sets, .. } | Self::SharedTime { sets, .. },
                Ready::Count(row, each, scale),
            ) => {
                let words = &sets.words[of(sets.width)];
                add_by_count(live, words, sets.width, &sets.blanks[blocks], (row, *each), *scale, sums);
            }
            (Self::Near { .. }, Ready::Near(nearness)) => {
                let Some(at) = places else { return };
                let spots = &at.places[blocks.clone()];
                match &at.marks {
                    Some(marks) if nearness.far <= SHORT_KM => {
                        add_by_short_distance(live, spots, &marks[blocks], nearness, sums);
                    }
                    _ => {
                        let (nowhere, ways) = (&at.nowhere[blocks.clone()], &at.classes[blocks]);
                        add_by_distance(live, spots, nowhere, ways, nearness, sums);
                    }
                }
            }
            _ => {}
        }
    }

    /// The same step for some of the columns.
    pub(super) fn select(&self, columns: &[u32]) -> Self {
        let pick = |words: &[Lanes<u32>], width: usize| select_words(words, width, columns);
        match self {
            Self::Kinds { group, masks, width, words } => {
                let (group, masks) = (Arc::clone(group), Arc::clone(masks));
                Self::Kinds { group, masks, width: *width, words: pick(words, *width) }
            }
            Self::Classes { group, columns: classes } => {
                Self::Classes { group: Arc::clone(group), columns: select(classes, columns) }
            }
            Self::Wished { wishes, unmet, has } => Self::Wished {
                wishes: wishes.clone(),
                unmet: pick(unmet, wishes.of_mentees.width),
                has: pick(has, wishes.of_mentors.width),
            },
            Self::Stays { mentees, days, first, last } => Self::Stays {
                mentees: Arc::clone(mentees),
                days: *days,
                first: select(first, columns),
                last: select(last, columns),
            },
            Self::Time { mentees, unknown, words } => {
                Self::Time { mentees: Arc::clone(mentees), unknown: *unknown, words: pick(words, TIME_WORDS) }
            }
            Self::Far(far) => Self::Far(far.select(columns)),
            Self::Wishes { wishes, columns: of_mentors, open, weight } => {
                let of_mentors = OfMentors {
                    met: pick(&of_mentors.met, wishes.of_mentees.width),
                    open: pick(&of_mentors.open, wishes.of_mentees.width),
                    has: pick(&of_mentors.has, wishes.of_mentors.width),
                    many: select(&of_mentors.many, columns),
                };
                let columns = Box::new(of_mentors);
                Self::Wishes { wishes: wishes.clone(), columns, open: *open, weight: *weight }
            }
            Self::Terms { criterion, attribute, sets, scale } => {
                let (attribute, sets) = (attribute.clone(), sets.select(columns));
                Self::Terms { criterion: *criterion, attribute, sets, scale: *scale }
            }
            Self::Coverage { criterion, sets, weight, unknown } => {
                let sets = sets.select(columns);
                Self::Coverage { criterion: *criterion, sets, weight: *weight, unknown: *unknown }
            }
            Self::SharedTime { sets, scale } => Self::SharedTime { sets: sets.select(columns), scale: *scale },
            Self::Rule(_) | Self::Criterion { .. } | Self::Near { .. } => self.clone(),
        }
    }
}

/// The words of terms that are worth as much each, whatever else is shared, and what that is.
fn even(terms: &[Term]) -> Option<(Vec<Word>, i32)> {
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
    Some((words, worth))
}

/// The bit that mentors have who are excused from the rule of time.
pub(super) const EXCUSED: u32 = 1;

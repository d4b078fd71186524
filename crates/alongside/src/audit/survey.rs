//! One pass over all pairs: candidates, reasons of those left over, questions.

use super::allotment::Allotment;
use super::book::Book;
use super::opinions::Opinions;
use super::pairing::Pair;
use super::points::Score;
use super::rules::Verdict;
use super::tally::{Standing, Tally};
use crate::domain::{Side, UnknownAnswer};
use rayon::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

/// Pairs that one thread looks at between two questions whether to give up.
const PAIRS_AT_ONCE: usize = 1 << 19;

/// A blank that a criterion asks about: criterion by place, side, person by place, field.
pub(super) type Asking<'a> = (usize, Side, usize, &'a str);

/// One mentee's candidates, by mentor.
#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    pub(super) mentors: Vec<usize>,
    /// What each adds to the levels after those of people served, one after another.
    quality: Vec<i128>,
    width: usize,
}

impl Row {
    /// The candidates and what each adds to the levels.
    pub(super) fn iter(&self) -> impl Iterator<Item = (usize, &[i128])> {
        self.mentors.iter().copied().zip(self.quality.chunks_exact(self.width.max(1)))
    }

    /// What this mentor adds, where the mentor is a candidate.
    pub(super) fn quality(&self, mentor: usize) -> Option<&[i128]> {
        let at = self.mentors.binary_search(&mentor).ok()?;
        self.quality.get(at * self.width..(at + 1) * self.width)
    }

    /// The same candidates with other numbers, so many each; those for whom there are none are left out.
    pub(super) fn with(&self, width: usize, numbers: impl Fn(&[i128]) -> Option<Vec<i128>>) -> Self {
        let mut row = Self { width, ..Self::default() };
        for (mentor, own) in self.iter() {
            if let Some(numbers) = numbers(own) {
                row.mentors.push(mentor);
                row.quality.extend(numbers);
            }
        }
        row
    }

    /// Puts this mentor in, or changes what they add.
    pub(super) fn put(&mut self, mentor: usize, quality: &[i128]) {
        match self.mentors.binary_search(&mentor) {
            Ok(at) => {
                self.quality.splice(at * self.width..(at + 1) * self.width, quality.iter().copied());
            }
            Err(at) => {
                self.mentors.insert(at, mentor);
                self.quality.splice(at * self.width..at * self.width, quality.iter().copied());
            }
        }
    }

    /// Takes this mentor out.
    pub(super) fn remove(&mut self, mentor: usize) {
        if let Ok(at) = self.mentors.binary_search(&mentor) {
            self.mentors.remove(at);
            self.quality.drain(at * self.width..(at + 1) * self.width);
        }
    }
}

/// What the pass saw.
#[derive(Debug)]
pub(super) struct Survey<'a> {
    /// Pairs asked.
    pub(super) pairs: usize,
    /// Candidates of each mentee.
    pub(super) rows: Vec<Row>,
    /// What the rules said to each waiting mentee.
    pub(super) waiting: BTreeMap<usize, Tally<'a>>,
    /// And to each idle mentor.
    pub(super) idle: BTreeMap<usize, Tally<'a>>,
    /// Blanks that criteria ask about, with the candidate pairs (mentee, mentor) on which they bear.
    pub(super) questions: BTreeMap<Asking<'a>, Vec<(usize, usize)>>,
}

impl<'a> Survey<'a> {
    /// Without giving up.
    #[cfg(test)]
    pub(super) fn of(book: &Book<'a>, allotment: &Allotment) -> Self {
        Self::unless(book, allotment, &|| false)
    }

    /// Asks every rule of every pair, and every criterion of those that all rules allow; given up, what was not asked yet
    /// stays unasked. Some mentees at a time, side by side; that no count depends on how many, and lists are put together
    /// in order of mentees, makes the result the same.
    pub(super) fn unless(book: &Book<'a>, allotment: &Allotment, give_up: &dyn Fn() -> bool) -> Self {
        let mentees = book.matching.mentees.len();
        let opinions = Opinions::of(book);
        let (waiting, idle) = (allotment.waiting().collect(), allotment.idle().collect());
        let looked_at = LookedAt { book, opinions: &opinions, waiting: &waiting, idle: &idle };
        let mut survey = Self::empty(mentees);
        let several = (PAIRS_AT_ONCE / book.matching.mentors.len().max(1)).clamp(1, 512);
        let blocks: Vec<_> = (0..mentees).step_by(several).map(|from| from..mentees.min(from + several)).collect();
        for blocks in blocks.chunks(2 * rayon::current_num_threads()) {
            if give_up() {
                break;
            }
            let parts: Vec<Self> = blocks.par_iter().map(|block| looked_at.part(block.clone())).collect();
            for part in parts {
                survey.add(part);
            }
        }
        // Nobody asked is nobody who objected.
        let empty = || Tally::new(book.matching.rules.len());
        for mentee in waiting {
            survey.waiting.entry(mentee).or_insert_with(empty);
        }
        for mentor in idle {
            survey.idle.entry(mentor).or_insert_with(empty);
        }
        survey
    }

    fn empty(mentees: usize) -> Self {
        Self {
            pairs: 0,
            rows: Vec::with_capacity(mentees),
            waiting: BTreeMap::new(),
            idle: BTreeMap::new(),
            questions: BTreeMap::new(),
        }
    }

    /// Adds what was seen of the next mentees.
    fn add(&mut self, next: Self) {
        self.pairs += next.pairs;
        self.rows.extend(next.rows);
        self.waiting.extend(next.waiting);
        for (mentor, tally) in next.idle {
            match self.idle.get_mut(&mentor) {
                Some(known) => known.add(&tally),
                None => drop(self.idle.insert(mentor, tally)),
            }
        }
        for (asking, pairs) in next.questions {
            self.questions.entry(asking).or_default().extend(pairs);
        }
    }

    /// Finds out where a pair ends up that all rules allow; keeps it and what is asked about it when it is a candidate.
    fn place(&mut self, book: &Book<'a>, places: (usize, usize), pair: Pair<'a>, row: &mut Row) -> Standing {
        let scores = book.scores(pair);
        let fit = book.fit(pair, &scores);
        if !book.reaches_floor(pair, &scores) {
            return Standing::BelowFloor;
        }
        if book.is_out(places.0) {
            return Standing::Settled;
        }
        let short = || book.company.short(book.matching, places.1, &[places.0]).is_some();
        if book.free(places.1) == 0 || short() {
            return Standing::WithoutPlace;
        }
        row.mentors.push(places.1);
        row.quality.extend(book.quality(pair, &scores, fit));
        self.ask(book, places, &scores);
        Standing::Candidate
    }

    /// Notes the blanks of a candidate pair for criteria that ask.
    fn ask(&mut self, book: &Book<'a>, places: (usize, usize), scores: &[Score<'a>]) {
        for (criterion, (scale, score)) in book.scales.iter().zip(scores).enumerate() {
            if scale.criterion.unknown != UnknownAnswer::Ask {
                continue;
            }
            for (side, field) in score.blanks().iter().copied().collect::<BTreeSet<_>>() {
                let person = match side {
                    Side::Mentee => places.0,
                    Side::Mentor => places.1,
                };
                self.questions.entry((criterion, side, person, field)).or_default().push(places);
            }
        }
    }

    /// The mentee's candidates.
    pub(super) fn row(&self, mentee: usize) -> Option<&Row> {
        self.rows.get(mentee)
    }

    /// How many candidate pairs there are.
    pub(super) fn candidates(&self) -> usize {
        self.rows.iter().map(|row| row.mentors.len()).sum()
    }
}

/// What a pass over some mentees needs to know.
struct LookedAt<'b, 'a> {
    book: &'b Book<'a>,
    opinions: &'b Opinions<'b, 'a>,
    waiting: &'b BTreeSet<usize>,
    idle: &'b BTreeSet<usize>,
}

impl<'a> LookedAt<'_, 'a> {
    /// Asks about some mentees and all mentors. Where nobody's reasons are wanted, a pair is asked about until the first
    /// rule objects.
    fn part(&self, mentees: Range<usize>) -> Survey<'a> {
        let (book, mentors) = (self.book, self.book.matching.mentors.len());
        let rules = book.matching.rules.len();
        let mut part = Survey::empty(mentees.len());
        let mut idle: Vec<Option<Tally<'a>>> = Vec::new();
        idle.extend((0..mentors).map(|mentor| self.idle.contains(&mentor).then(|| Tally::new(rules))));
        let mut verdicts = Vec::with_capacity(rules);
        for mentee in mentees {
            let mut row = Row { width: book.quality_width(), ..Row::default() };
            let mut of_mentee = self.waiting.contains(&mentee).then(|| Tally::new(rules));
            for (mentor, of_mentor) in idle.iter_mut().enumerate() {
                let Some(pair) = book.pair(mentee, mentor) else { continue };
                part.pairs += 1;
                let places = (mentee, mentor);
                if of_mentee.is_none() && of_mentor.is_none() {
                    if self.opinions.allow(places, pair) {
                        part.place(book, places, pair, &mut row);
                    }
                    continue;
                }
                verdicts.clear();
                verdicts.extend(self.opinions.verdicts(places, pair));
                let standing = match objections(&verdicts) {
                    Some(standing) => standing,
                    None => part.place(book, places, pair, &mut row),
                };
                for tally in of_mentee.iter_mut().chain(of_mentor) {
                    tally.count(standing, &verdicts);
                }
            }
            part.rows.push(row);
            part.waiting.extend(of_mentee.map(|tally| (mentee, tally)));
        }
        part.idle.extend(idle.into_iter().enumerate().filter_map(|(mentor, tally)| Some((mentor, tally?))));
        part
    }
}

/// Where a pair ends up to which some rule objects.
fn objections(verdicts: &[Verdict<'_>]) -> Option<Standing> {
    if verdicts.iter().any(|verdict| matches!(verdict, Verdict::Refused(_))) {
        return Some(Standing::Refused);
    }
    verdicts.iter().any(|verdict| matches!(verdict, Verdict::NeedsCheck(_))).then_some(Standing::NeedsCheck)
}

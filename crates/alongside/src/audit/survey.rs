//! One pass over all pairs: candidates, reasons of those left over, questions.

use super::allotment::Allotment;
use super::book::Book;
use super::pairing::Pair;
use super::points::Score;
use super::rules::Verdict;
use super::tally::{Standing, Tally};
use crate::domain::{Side, UnknownAnswer};
use std::collections::{BTreeMap, BTreeSet};

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

    /// Asks every rule of every pair, and every criterion of those that all rules allow; given up, what was not asked yet stays unasked.
    pub(super) fn unless(book: &Book<'a>, allotment: &Allotment, give_up: &dyn Fn() -> bool) -> Self {
        let rules = book.matching.rules.len();
        let empty = |at: usize| (at, Tally::new(rules));
        let mut survey = Self {
            pairs: 0,
            rows: Vec::with_capacity(book.matching.mentees.len()),
            waiting: allotment.waiting().map(empty).collect(),
            idle: allotment.idle().map(empty).collect(),
            questions: BTreeMap::new(),
        };
        let mut verdicts = Vec::with_capacity(rules);
        for mentee in 0..book.matching.mentees.len() {
            if give_up() {
                break;
            }
            let mut row = Row { width: book.quality_width(), ..Row::default() };
            let mut of_mentee = survey.waiting.remove(&mentee);
            for mentor in 0..book.matching.mentors.len() {
                let Some(pair) = book.pair(mentee, mentor) else { continue };
                survey.pairs += 1;
                verdicts.clear();
                verdicts.extend(book.verdicts(pair));
                let standing = survey.place(book, (mentee, mentor), pair, &verdicts, &mut row);
                if let Some(tally) = &mut of_mentee {
                    tally.count(standing, &verdicts);
                }
                if let Some(tally) = survey.idle.get_mut(&mentor) {
                    tally.count(standing, &verdicts);
                }
            }
            survey.rows.push(row);
            survey.waiting.extend(of_mentee.map(|tally| (mentee, tally)));
        }
        survey
    }

    /// Finds out where the pair ends up; keeps it and what is asked about it when it is a candidate.
    fn place(
        &mut self,
        book: &Book<'a>,
        places: (usize, usize),
        pair: Pair<'a>,
        verdicts: &[Verdict<'a>],
        row: &mut Row,
    ) -> Standing {
        if verdicts.iter().any(|verdict| matches!(verdict, Verdict::Refused(_))) {
            return Standing::Refused;
        }
        if verdicts.iter().any(|verdict| matches!(verdict, Verdict::NeedsCheck(_))) {
            return Standing::NeedsCheck;
        }
        let scores = book.scores(pair);
        let fit = book.fit(&scores);
        if !book.reaches_floor(fit) {
            return Standing::BelowFloor;
        }
        if book.is_out(places.0) {
            return Standing::Settled;
        }
        if book.free(places.1) == 0 {
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

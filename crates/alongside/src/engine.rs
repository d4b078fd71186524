//! The short call over every stage.

use crate::blocking::{self, BlockingPairs};
use crate::compile::Compiled;
use crate::control::Control;
use crate::criteria::Criteria;
use crate::domain::{OwnCriteria, PersonId, Programme};
use crate::eligibility::Rules;
use crate::error::Error;
use crate::outcome::{Explanation, Outcome, explain, outcome};
use crate::places::{self, Places};
use crate::programmes::{self, Programmes};
use crate::progress::{Part, Progress};
use crate::round::Round;
use crate::shortlist::{self, Request, Shortlists};

/// Matches programmes. Holds only how far a run may go and the embedding program's own criteria; one engine serves any number of programmes and threads.
#[derive(Debug, Clone, Copy, Default)]
pub struct Engine<'a> {
    control: Control<'a>,
    own: OwnCriteria<'a>,
}

/// Questions tried out in one run.
pub const QUESTIONS_TRIED: usize = 200;

impl<'a> Engine<'a> {
    /// An engine with the limits of the reference.
    pub fn new() -> Self {
        Self::default()
    }

    /// Asked now and then while solving; once it answers true, the best found so far is proposed, which serves as many
    /// people but may miss the best quality, and the outcome says so.
    #[must_use]
    pub const fn stop_when(mut self, should_stop: &'a (dyn Fn() -> bool + Sync)) -> Self {
        self.control.should_stop = Some(should_stop);
        self
    }

    /// Asked now and then in every stage; once it answers true, and it has to stay so, nobody wants a result any more
    /// and the run ends with [`Error::GivenUp`] as soon as it can.
    #[must_use]
    pub const fn give_up_when(mut self, give_up: &'a (dyn Fn() -> bool + Sync)) -> Self {
        self.control.give_up = Some(give_up);
        self
    }

    /// Told now and then how far the run is, in counts, from any thread; it should return at once.
    #[must_use]
    pub const fn watch(mut self, progress: &'a (dyn Fn(Progress) + Sync)) -> Self {
        self.control.progress = Some(progress);
        self
    }

    /// Told of each part of a run as soon as it is over; it should return at once.
    #[must_use]
    pub const fn tell_parts(mut self, over: &'a (dyn Fn(Part) + Sync)) -> Self {
        self.control.over = Some(over);
        self
    }

    /// The embedding program's own criteria, for programmes that name them with `criterion = "own"`. An audit of the
    /// outcome needs the same; see [`crate::audit::audit_with`].
    #[must_use]
    pub const fn with_own(mut self, own: OwnCriteria<'a>) -> Self {
        self.own = own;
        self
    }

    /// Matches the programme: screens and scores every pair, solves the aim level by level, and says why.
    ///
    /// Time linear in pairs for screening; see [`crate::solve`] for the rest.
    ///
    /// # Errors
    /// [`Error::GivenUp`]; [`Error::LimitExceeded`] for a programme beyond the solver's limits; [`Error::OwnCriterion`]
    /// and [`Error::OutOfRange`] for criteria of the embedding program's own.
    pub fn run(&self, programme: &Programme) -> Result<Outcome, Error> {
        let compiled = Rules::settle_nominations(Compiled::new(programme.matching()));
        let (rules, criteria) = rayon::join(|| Rules::new(&compiled), || Criteria::with_own(&compiled, self.own));
        self.control.over(|| Part::Columns);
        let round = Round::run(&compiled, &rules, &criteria, &self.control, false)?;
        self.wanted(outcome(&round, QUESTIONS_TRIED, &self.control))
    }

    /// Says why the mentee has the proposal they have, or none, and what speaks for and against a pair.
    ///
    /// # Errors
    /// [`Error::UnknownPerson`], [`Error::GivenUp`], [`Error::LimitExceeded`], [`Error::OwnCriterion`],
    /// [`Error::OutOfRange`].
    pub fn explain(
        &self,
        programme: &Programme,
        mentee: &PersonId,
        mentor: Option<&PersonId>,
    ) -> Result<Explanation, Error> {
        let compiled = Rules::settle_nominations(Compiled::new(programme.matching()));
        let (rules, criteria) = (Rules::new(&compiled), Criteria::with_own(&compiled, self.own));
        let round = Round::run(&compiled, &rules, &criteria, &self.control, true)?;
        self.wanted(explain(&round, mentee, mentor, &self.control))
    }

    /// Lists the pairs who would both rather have each other than what an outcome proposes to them.
    ///
    /// Every candidate pair is listed, so time and memory are in proportion to all of them.
    ///
    /// # Errors
    /// [`Error::AnotherProgramme`], [`Error::GivenUp`], [`Error::LimitExceeded`], [`Error::OwnCriterion`],
    /// [`Error::OutOfRange`].
    pub fn blocking_pairs(&self, programme: &Programme, outcome: &Outcome) -> Result<BlockingPairs, Error> {
        let compiled = Rules::settle_nominations(Compiled::new(programme.matching()));
        let (rules, criteria) = (Rules::new(&compiled), Criteria::with_own(&compiled, self.own));
        self.wanted(blocking::blocking_pairs(&compiled, &rules, &criteria, outcome, &self.control))
    }

    /// Says of every mentor what the best matching would gain with one more place, and lose with one less.
    ///
    /// Every candidate pair is listed, so time and memory are in proportion to all of them.
    ///
    /// # Errors
    /// [`Error::NoPrices`] for aims that do not add up and with supervisors; [`Error::GivenUp`], [`Error::LimitExceeded`],
    /// [`Error::OwnCriterion`], [`Error::OutOfRange`].
    pub fn places(&self, programme: &Programme) -> Result<Places, Error> {
        self.wanted(places::places(programme, self.own, &self.control))
    }

    /// Says of everybody which of several programmes fit them, and why the others do not. Nobody is put into one.
    pub fn programmes(&self, programme: &Programme) -> Programmes {
        programmes::programmes(programme)
    }

    /// Lists several options for each mentee.
    ///
    /// Every candidate pair is listed, so time and memory are in proportion to all of them.
    ///
    /// # Errors
    /// [`Error::UnknownPerson`] and [`Error::NotACandidate`] for answers that cannot be; [`Error::GivenUp`],
    /// [`Error::LimitExceeded`], [`Error::OwnCriterion`], [`Error::OutOfRange`].
    pub fn shortlists(&self, programme: &Programme, request: &Request) -> Result<Shortlists, Error> {
        let decided = {
            let compiled = Rules::settle_nominations(Compiled::new(programme.matching()));
            let (rules, criteria) = (Rules::new(&compiled), Criteria::with_own(&compiled, self.own));
            shortlist::decided(&compiled, &rules, &criteria, request)?
        };
        let decided = Compiled::new(decided.as_ref().unwrap_or(programme.matching()));
        let compiled = Rules::settle_nominations(decided);
        let (rules, criteria) = (Rules::new(&compiled), Criteria::with_own(&compiled, self.own));
        let round = Round::run(&compiled, &rules, &criteria, &self.control, true)?;
        self.wanted(shortlist::shortlists(&round, request, &self.control))
    }

    /// What was worked out while nobody wanted it any more may be half of it.
    fn wanted<T>(&self, result: Result<T, Error>) -> Result<T, Error> {
        if self.control.gives_up() { Err(Error::GivenUp) } else { result }
    }
}

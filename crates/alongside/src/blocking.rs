//! Who would rather have each other than what an outcome proposes to them.
//!
//! An outcome of any aim but a stable one may have such pairs: two people who lose something so that the whole gains. How
//! many they are, and who, is worth knowing where people can arrange things among themselves.

use crate::candidates::CandidateGraph;
use crate::compile::Compiled;
use crate::control::Control;
use crate::criteria::Criteria;
use crate::domain::{PersonId, Support};
use crate::eligibility::Rules;
use crate::error::Error;
use crate::outcome::Outcome;
use crate::round::Sides;
use crate::solve::Problem;
use crate::solve::stable::{Orders, blocking_pairs as blocking};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// All pairs of an outcome who would both rather have each other. Holds ids, fits and ranks of choices, and nothing that
/// anybody answered.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockingPairs {
    /// Candidate pairs looked at.
    pub candidates: usize,
    /// Different mentees among the pairs.
    pub mentees: usize,
    /// Different mentors among them.
    pub mentors: usize,
    /// The pairs, by mentee id, then by mentor id.
    pub pairs: Vec<BlockingPair>,
}

/// A candidate pair that is not proposed, of which both would gain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BlockingPair {
    /// Who would rather have the mentor: mentees prefer whom they chose, the first choice first, then whoever fits better.
    pub mentee: PersonId,
    /// Who would rather have the mentee: mentors prefer whoever fits better.
    pub mentor: PersonId,
    /// Fit of the two.
    pub fit: i64,
    /// Which of the mentee's choices the mentor is, 1 for the first; none if not chosen.
    pub choice: Option<u32>,
    /// The mentor whom the mentee has now; none where they have nobody.
    pub instead_of: Option<Standing>,
    /// Of the mentees whom the mentor has now, the one who fits least; none where the mentor has a place left.
    pub in_place_of: Option<Standing>,
}

/// Somebody proposed to one of the two.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Standing {
    /// Who.
    pub person: PersonId,
    /// Fit of that pair.
    pub fit: i64,
    /// Of a mentor, which of the mentee's choices; none if not chosen, and of a mentee.
    pub choice: Option<u32>,
}

/// Looks over all candidates. Time linear in them.
pub(crate) fn blocking_pairs(
    compiled: &Compiled<'_>,
    rules: &Rules<'_>,
    criteria: &Criteria<'_>,
    outcome: &Outcome,
    control: &Control<'_>,
) -> Result<BlockingPairs, Error> {
    criteria.check()?;
    if !compiled.company.is_empty() {
        return Err(Error::NoFlow { asked: "who would rather have each other" });
    }
    let graph = CandidateGraph::watched(compiled, rules, criteria, control);
    criteria.check()?;
    if control.gives_up() {
        return Err(Error::GivenUp);
    }
    let problem = graph.problem(compiled)?;
    let sides = Sides::new(compiled, &problem, graph.fit_level());
    let pairs = outcome.proposals.iter().map(|one| {
        let (mentee, mentor) = compiled.places(&one.mentee, &one.mentor).ok_or(Error::AnotherProgramme)?;
        problem.edge(mentee, u32::try_from(mentor).unwrap_or(u32::MAX)).ok_or(Error::AnotherProgramme)
    });
    let proposed: Vec<usize> = pairs.collect::<Result<_, Error>>()?;
    let orders =
        Orders::new(&problem, &sides.mentees, &sides.mentors).map_err(|error| Error::Solver(error.to_string()))?;
    let found = blocking(&orders, &proposed, &[]).map_err(|_| Error::AnotherProgramme)?;
    let told = Told::new(compiled, &problem, graph.fit_level(), &proposed);
    let pairs: Vec<BlockingPair> = found.into_iter().filter_map(|pair| told.pair(pair)).collect();
    Ok(BlockingPairs {
        candidates: graph.len(),
        mentees: pairs.iter().map(|pair| &pair.mentee).collect::<BTreeSet<_>>().len(),
        mentors: pairs.iter().map(|pair| &pair.mentor).collect::<BTreeSet<_>>().len(),
        pairs,
    })
}

/// What is told of a pair.
struct Told<'t> {
    compiled: &'t Compiled<'t>,
    problem: &'t Problem,
    fits: &'t [i64],
    /// The mentee of each pair.
    mentees: Vec<u32>,
    /// The pair proposed to each mentee.
    of_mentee: Vec<Option<usize>>,
    /// Of the pairs proposed to each mentor, how many, and the one that fits least.
    of_mentor: Vec<(u32, Option<usize>)>,
}

impl<'t> Told<'t> {
    fn new(compiled: &'t Compiled<'t>, problem: &'t Problem, fit: usize, proposed: &[usize]) -> Self {
        let rows = (0..).take(problem.rows()).flat_map(|row: u32| problem.edges_of(row as usize).map(move |_| row));
        let mut told = Self {
            compiled,
            problem,
            fits: problem.level(fit),
            mentees: rows.collect(),
            of_mentee: vec![None; problem.rows()],
            of_mentor: vec![(0, None); problem.columns()],
        };
        for &pair in proposed {
            let Some((mentee, mentor)) = told.places(pair) else { continue };
            told.of_mentee.get_mut(mentee).into_iter().for_each(|own| *own = Some(pair));
            if let Some((held, least)) = told.of_mentor.get_mut(mentor) {
                *held += 1;
                if least.is_none_or(|least| told.fits.get(pair) < told.fits.get(least)) {
                    *least = Some(pair);
                }
            }
        }
        told
    }

    fn places(&self, pair: usize) -> Option<(usize, usize)> {
        Some((*self.mentees.get(pair)? as usize, *self.problem.edge_columns().get(pair)? as usize))
    }

    fn choice(&self, mentee: usize, mentor: &PersonId) -> Option<u32> {
        let choices = &self.compiled.matching.mentees.get(mentee)?.choices;
        (1..).zip(choices).find(|(_, chosen)| *chosen == mentor).map(|(rank, _)| rank)
    }

    fn pair(&self, pair: usize) -> Option<BlockingPair> {
        let matching = self.compiled.matching;
        let (mentee, mentor) = self.places(pair)?;
        let (one, other) = (&matching.mentees.get(mentee)?.person.id, &matching.mentors.get(mentor)?.person.id);
        let now = self.of_mentee.get(mentee).copied().flatten();
        let instead_of = now.and_then(|now| {
            let person = &matching.mentors.get(self.places(now)?.1)?.person.id;
            Some(Standing { person: person.clone(), fit: *self.fits.get(now)?, choice: self.choice(mentee, person) })
        });
        let (held, least) = *self.of_mentor.get(mentor)?;
        let least = least.filter(|_| held >= self.compiled.fixed.free(mentor));
        let in_place_of = least.and_then(|least| {
            let person = matching.mentees.get(self.places(least)?.0)?.person.id.clone();
            Some(Standing { person, fit: *self.fits.get(least)?, choice: None })
        });
        Some(BlockingPair {
            mentee: one.clone(),
            mentor: other.clone(),
            fit: *self.fits.get(pair)?,
            choice: self.choice(mentee, other),
            instead_of,
            in_place_of,
        })
    }
}

impl BlockingPair {
    /// Why the mentee would rather have this mentor, in a few words; `called` prints whom they have now.
    pub fn of_mentee(&self, called: impl FnOnce(&PersonId) -> String) -> String {
        let worth = |fit: i64, choice: Option<u32>| {
            choice.map_or_else(|| format!("fit {fit}"), |choice| format!("choice {choice}"))
        };
        let gains = worth(self.fit, self.choice);
        match &self.instead_of {
            None => format!("{gains} instead of nobody"),
            // A choice and a fit say nothing beside each other but that the other was not chosen.
            Some(now) if self.choice.is_some() && now.choice.is_none() => {
                format!("{gains} instead of {}, not chosen", called(&now.person))
            }
            Some(now) => format!("{gains} instead of {}, {}", called(&now.person), worth(now.fit, now.choice)),
        }
    }

    /// Why the mentor would rather have this mentee, in a few words; `called` prints who would give way.
    pub fn of_mentor(&self, support: Support, called: impl FnOnce(&PersonId) -> String) -> String {
        match &self.in_place_of {
            None => format!("has a place left for another {}", support.mentee()),
            Some(now) => format!("fit {} instead of {}, fit {}", self.fit, called(&now.person), now.fit),
        }
    }
}

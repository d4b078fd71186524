//! From a solved round to everybody's list.

use super::shorter::shorter;
use super::{Kind, ListedOption, Pair, Request, SHORTLISTS_FORMAT, Shortlist, Shortlists, TierNumbers};
use crate::control::Control;
use crate::criteria::strongest_against;
use crate::error::Error;
use crate::outcome::summary;
use crate::round::Round;
use crate::solve::shortlist::{Lengths, SafeLists, ShortlistError, shortlists as further};
use crate::solve::{Control as SolverControl, Problem, SolveError};
use rayon::prelude::*;
use std::cmp::Reverse;

/// Pairs on the lists, by mentee, best first, and how many of each tier are served.
struct Chosen {
    lists: Vec<Vec<usize>>,
    served: Vec<usize>,
}

/// Everybody's list. Time: one flow, beside what an option's reasons take.
pub(crate) fn shortlists(round: &Round<'_>, request: &Request, control: &Control<'_>) -> Result<Shortlists, Error> {
    let matching = round.compiled.matching;
    if request.kind != Kind::Proposal && !round.compiled.company.is_empty() {
        return Err(Error::NoFlow { asked: "which lists are safe" });
    }
    let problem = round.graph.problem(round.compiled)?;
    let Chosen { lists, served } = match request.kind {
        Kind::Proposal => proposed(round, &problem, request, control)?,
        Kind::OneAfterAnother | Kind::Jointly => safe(&problem, request)?,
    };
    let takes_part = |mentee: &usize| !round.compiled.fixed.is_out(*mentee);
    let mut listed: Vec<(usize, Shortlist)> = (0..round.compiled.mentees())
        .into_par_iter()
        .filter(takes_part)
        .filter_map(|mentee| {
            let pairs = lists.get(mentee).map_or(&[][..], Vec::as_slice);
            let columns = pairs.iter().filter_map(|pair| problem.edge_columns().get(*pair));
            let options = columns.filter_map(|mentor| option(round, mentee, *mentor as usize)).collect();
            let one = matching.mentees.get(mentee)?;
            let list = Shortlist { mentee: one.person.id.clone(), tier: one.tier, turn: None, options, shorter: None };
            Some((mentee, list))
        })
        .collect();
    shorter(round, request, &mut listed);
    let mut lists: Vec<Shortlist> = listed.into_iter().map(|(_, list)| list).collect();
    if request.kind == Kind::OneAfterAnother {
        take_turns(&mut lists, request);
    }
    let picked = |tier: u8| {
        let of_tier = |mentee| matching.mentee(mentee).is_some_and(|one| one.tier == tier);
        request.picked.iter().filter(|(mentee, _)| of_tier(mentee)).count()
    };
    let tiers = (1..=matching.aim.tiers).zip(served);
    let pair = |(mentee, mentor): &(_, _)| Pair { mentee: Clone::clone(mentee), mentor: Clone::clone(mentor) };
    Ok(Shortlists {
        format: SHORTLISTS_FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        programme: summary(round),
        kind: request.kind,
        options: request.options.get(),
        appearances: (request.kind == Kind::Proposal).then_some(request.appearances.get()),
        full_fit: matching.full_fit(),
        criteria: matching.criteria.iter().map(|criterion| criterion.id.clone()).collect(),
        picked: request.picked.iter().map(pair).collect(),
        declined: request.declined.iter().map(pair).collect(),
        tiers: tiers.map(|(tier, served)| TierNumbers { tier, picked: picked(tier), served }).collect(),
        lists,
    })
}

/// What is proposed and the best further options.
fn proposed(round: &Round<'_>, problem: &Problem, request: &Request, control: &Control<'_>) -> Result<Chosen, Error> {
    let rows = round.assignment.iter().enumerate();
    let proposal: Vec<usize> = rows.filter_map(|(row, mentor)| problem.edge(row, (*mentor)?)).collect();
    let lengths = Lengths { options: request.options.get(), appearances: request.appearances.get() };
    let within = SolverControl { give_up: control.give_up, ..SolverControl::default() };
    let found = further(problem, &proposal, lengths, &within).map_err(|error| match error {
        ShortlistError::Solve(error) => refused(error),
        ShortlistError::TooMany => Error::LimitExceeded(error.to_string()),
        error => Error::Solver(error.to_string()),
    })?;
    let mut lists = by_row(problem, found.edges);
    for list in &mut lists {
        let order = |pair: &usize| {
            let worth: Vec<i64> = problem.values(*pair).collect();
            (proposal.binary_search(pair).is_err(), Reverse(worth), *pair)
        };
        list.sort_by_cached_key(order);
    }
    Ok(Chosen { lists, served: round.solution.served.clone() })
}

/// Options that cost nobody a place.
fn safe(problem: &Problem, request: &Request) -> Result<Chosen, Error> {
    let safe = SafeLists::new(problem, request.options.get() as usize).map_err(refused)?;
    let rows: Vec<u32> = (0..u32::try_from(problem.rows()).unwrap_or(u32::MAX)).collect();
    let mut lists = vec![Vec::new(); problem.rows()];
    let found = match request.kind {
        Kind::Jointly => safe.lists_jointly(&rows).map_err(refused)?.lists,
        _ => rows.iter().filter_map(|row| safe.list(*row)).collect(),
    };
    for list in found {
        lists.get_mut(list.row as usize).into_iter().for_each(|own| own.clone_from(&list.options));
    }
    Ok(Chosen { lists, served: safe.served() })
}

fn by_row(problem: &Problem, edges: Vec<usize>) -> Vec<Vec<usize>> {
    let mut edges = edges.into_iter().peekable();
    let row = |row| {
        let end = problem.edges_of(row).end;
        std::iter::from_fn(|| edges.next_if(|edge| *edge < end)).collect()
    };
    (0..problem.rows()).map(row).collect()
}

/// One option with its reasons.
fn option(round: &Round<'_>, mentee: usize, mentor: usize) -> Option<ListedOption> {
    let contributions = round.criteria.contributions(mentee, mentor);
    Some(ListedOption {
        mentor: round.compiled.matching.mentors.get(mentor)?.person.id.clone(),
        proposed: round.mentor_of(mentee) == Some(mentor),
        fit: contributions.iter().map(|part| part.contribution).sum(),
        against: strongest_against(&contributions),
        contributions,
        wishes: round.wishes(mentee, mentor),
    })
}

/// By tier, whoever declined something after the others, then by id; who has no option has no turn.
fn take_turns(lists: &mut [Shortlist], request: &Request) {
    let declined = |list: &Shortlist| request.declined.iter().any(|(mentee, _)| *mentee == list.mentee);
    lists.sort_by_cached_key(|list| (list.options.is_empty(), declined(list), list.tier, list.mentee.clone()));
    for (turn, list) in (1..).zip(lists.iter_mut().take_while(|list| !list.options.is_empty())) {
        list.turn = Some(turn);
    }
}

fn refused(error: SolveError) -> Error {
    match error {
        SolveError::GivenUp => Error::GivenUp,
        error => Error::Solver(error.to_string()),
    }
}

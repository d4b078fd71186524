//! The programmes that share the run: whom each serves, with whose mentors, and what counts how much for its mentees.

use crate::domain::{OneProgramme, Sharing, sharing};
use crate::outcome::{ProgrammeReport, ProgrammeWeight, Urgent};
use crate::round::Round;

/// Every programme, in the file's order. Time linear in people, times the programmes of each.
pub(super) fn programmes(round: &Round<'_>, urgent: &[Urgent]) -> Vec<ProgrammeReport> {
    let matching = round.compiled.matching;
    let all = &matching.programmes;
    if all.is_empty() {
        return Vec::new();
    }
    let mut reports: Vec<ProgrammeReport> = all.iter().enumerate().map(|(at, one)| blank(round, at, one)).collect();
    let of_mentors: Vec<Vec<usize>> =
        matching.mentors.iter().map(|one| matching.programmes_of(&one.person).unwrap_or_default()).collect();
    for (mentor, of) in matching.mentors.iter().zip(&of_mentors) {
        let agreed = sharing(&mentor.person) == Sharing::Agreed;
        let shared_to =
            |at: usize| all.get(at).into_iter().flat_map(|one| &one.shares_with).filter(|to| !of.contains(to));
        for (at, report) in reports.iter_mut().enumerate() {
            if of.contains(&at) {
                report.mentors += 1;
                report.places += u64::from(mentor.capacity);
                report.shared_out += usize::from(agreed && shared_to(at).next().is_some());
            } else {
                let shown = agreed && of.iter().any(|from| shared_to(*from).any(|to| *to == at));
                report.shared_in += usize::from(shown);
            }
        }
    }
    let fixed = &round.compiled.fixed;
    for (at, mentee) in matching.mentees.iter().enumerate() {
        let Some(programme) = matching.programme_of(&mentee.person) else { continue };
        let mentor = round.mentor_of(at);
        if let Some(report) = reports.get_mut(programme) {
            report.mentees += 1;
            let goes_on = fixed.mentor_of.get(at).is_some_and(Option::is_some);
            let stopped = goes_on && urgent.iter().any(|one| one.mentee == mentee.person.id);
            match (mentor, goes_on) {
                (Some(_), _) => report.served += 1,
                (None, true) if stopped => report.urgent += 1,
                (None, true) => report.continuing += 1,
                (None, false) if fixed.is_held(at) => report.held += 1,
                (None, false) => report.waiting += 1,
            }
        }
        let Some(of) = mentor.and_then(|mentor| of_mentors.get(mentor)).filter(|of| !of.contains(&programme)) else {
            continue;
        };
        reports.get_mut(programme).into_iter().for_each(|report| report.served_by_others += 1);
        for from in of.iter().filter(|from| all.get(**from).is_some_and(|one| one.shares_with.contains(&programme))) {
            reports.get_mut(*from).into_iter().for_each(|report| report.lent += 1);
        }
    }
    reports
}

/// What the file says of a programme, nobody counted yet.
fn blank(round: &Round<'_>, at: usize, one: &OneProgramme) -> ProgrammeReport {
    let matching = round.compiled.matching;
    let weights = matching.programme_weights(at).unwrap_or_default();
    let weighed = matching.criteria.iter().zip(weights).zip(matching.weighings_of(at));
    let name = |at: &usize| matching.programmes.get(*at).map(|other| other.id.clone());
    ProgrammeReport {
        programme: one.id.clone(),
        name: one.name.clone(),
        purpose: one.design.purpose,
        sub_goals: one.design.sub_goals.clone(),
        setting: one.design.setting,
        shares_with: one.shares_with.iter().filter_map(name).collect(),
        mentees: 0,
        served: 0,
        continuing: 0,
        urgent: 0,
        held: 0,
        waiting: 0,
        mentors: 0,
        places: 0,
        shared_in: 0,
        shared_out: 0,
        served_by_others: 0,
        lent: 0,
        weights: weighed
            .map(|((criterion, weight), weighing)| ProgrammeWeight {
                criterion: criterion.id.clone(),
                weight,
                weighing,
            })
            .collect(),
    }
}

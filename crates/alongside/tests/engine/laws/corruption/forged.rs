//! Other pairs, with every number that belongs to them: only the rules, or the levels, give them away.

use super::Kind;
use crate::laws::ask;
use crate::support::Dice;
use alongside::domain::{PersonId, tie_break};
use alongside::outcome::{LevelName, Proposal, Status};
use alongside::{Engine, Outcome, Programme};

/// The proposal of that pair as the engine would write it, with alternatives to match.
fn proposal(programme: &Programme, mentee: &PersonId, mentor: &PersonId) -> Proposal {
    let said = ask::pair(programme, mentee, mentor);
    let explained = Engine::new().explain(programme, mentee, None).unwrap();
    let others = explained.candidates.into_iter().filter(|other| other.mentor != *mentor);
    Proposal {
        mentee: mentee.clone(),
        mentor: mentor.clone(),
        tier: programme.matching().mentee(mentee).unwrap().tier,
        tier_by: programme.matching().tier_by(programme.matching().mentee(mentee).unwrap()),
        programme: programme.matching().programme_id(&programme.matching().mentee(mentee).unwrap().person),
        shared_by: said.shared_by,
        fit: said.fit,
        mentee_fit: said.mentee_fit,
        mentor_fit: said.mentor_fit,
        contributions: said.contributions,
        wishes: said.wishes,
        meeting: None,
        ways: said.ways,
        for_staff: said.for_staff,
        against: said.against,
        alternatives: others.take(3).collect(),
    }
}

/// Sums over the proposals, worked out anew.
fn summed(programme: &Programme, outcome: &mut Outcome) {
    let seed = programme.matching().seed;
    outcome.totals.total_fit = outcome.proposals.iter().map(|one| one.fit).sum();
    for (at, criterion) in outcome.criteria.iter_mut().enumerate() {
        criterion.points = outcome.proposals.iter().map(|one| one.contributions[at].points).sum();
    }
    let rank = |one: &Proposal| {
        let choices = &programme.matching().mentee(&one.mentee).unwrap().choices;
        choices.iter().position(|chosen| *chosen == one.mentor).map(|at| at + 1)
    };
    let count = |counts: &dyn Fn(&Proposal) -> bool| outcome.proposals.iter().filter(|one| counts(one)).count() as i64;
    for level in &mut outcome.levels {
        level.value = match &level.level {
            LevelName::DaysWaited => {
                let matching = programme.matching();
                let days = |one: &Proposal| matching.days_waited(matching.mentee(&one.mentee).unwrap());
                outcome.proposals.iter().map(days).sum()
            }
            LevelName::MentorsUsed => {
                let used: std::collections::BTreeSet<_> = outcome.proposals.iter().map(|one| &one.mentor).collect();
                used.len() as i64
            }
            LevelName::LeastFit => outcome.proposals.iter().map(|one| one.fit).min().unwrap_or(0),
            LevelName::FitAtLeast(fit) => count(&|one| one.fit >= *fit),
            LevelName::Choice(which) => count(&|one| rank(one) == Some(usize::from(*which))),
            LevelName::ChoiceWithin(last) => count(&|one| rank(one).is_some_and(|rank| rank <= usize::from(*last))),
            LevelName::TierServed(tier) => outcome.proposals.iter().filter(|one| one.tier == *tier).count() as i64,
            LevelName::PeopleServed => outcome.proposals.len() as i64,
            LevelName::Criterion(id) => outcome.criteria.iter().find(|one| one.id == *id).unwrap().points,
            LevelName::TotalFit => outcome.totals.total_fit,
            LevelName::Seed => outcome.proposals.iter().map(|one| tie_break(seed, &one.mentee, &one.mentor)).sum(),
        };
        level.bound = level.value;
    }
}

/// Two people get each other's mentor; who is served, who is idle and all places stay as they were.
fn swapped(programme: &Programme, outcome: &mut Outcome, dice: &mut Dice, allowed: bool) {
    let proposals = &outcome.proposals;
    let mut swaps = Vec::new();
    for (at, one) in proposals.iter().enumerate() {
        for (other_at, other) in proposals.iter().enumerate().skip(at + 1) {
            let candidate = |mentee: &PersonId, mentor: &PersonId| {
                let said = ask::pair(programme, mentee, mentor);
                said.if_made.is_some()
            };
            let candidates = candidate(&one.mentee, &other.mentor) && candidate(&other.mentee, &one.mentor);
            if one.mentor != other.mentor && candidates == allowed {
                swaps.push((at, other_at));
            }
        }
    }
    if swaps.is_empty() {
        return;
    }
    let (one, other) = dice.pick(&swaps);
    let mentors = (outcome.proposals[one].mentor.clone(), outcome.proposals[other].mentor.clone());
    outcome.proposals[one] = proposal(programme, &outcome.proposals[one].mentee, &mentors.1);
    outcome.proposals[other] = proposal(programme, &outcome.proposals[other].mentee, &mentors.0);
    summed(programme, outcome);
}

pub(super) const KINDS: &[Kind] = &[
    ("two candidates swapped, all numbers along", |programme, outcome, dice| swapped(programme, outcome, dice, true)),
    ("two refused pairs made, all numbers along", |programme, outcome, dice| {
        swapped(programme, outcome, dice, false);
    }),
    ("the best found sold as the best", |programme, outcome, _| {
        let mut found = Engine::new().stop_when(&|| true).run(programme).unwrap();
        // Only what is worse is a corruption.
        if found.proposals == outcome.proposals {
            return;
        }
        found.status = Status::Optimal;
        found.levels.iter_mut().for_each(|level| level.bound = level.value);
        *outcome = found;
    }),
    ("another's seed decided", |programme, outcome, _| {
        let worth = |outcome: &Outcome| {
            outcome.levels.iter().filter(|one| one.level != LevelName::Seed).map(|one| one.value).collect::<Vec<_>>()
        };
        let truth = worth(outcome);
        let pairs: Vec<_> = outcome.proposals.iter().map(|one| (one.mentee.clone(), one.mentor.clone())).collect();
        // Everything the same but one mentee's mentor, an equal candidate with a place to spare.
        for (at, (mentee, mentor)) in pairs.iter().enumerate() {
            let equal = outcome.proposals[at].alternatives.iter().find(|other| other.places_free > 0);
            let Some(other) = equal.map(|other| other.mentor.clone()) else { continue };
            let mut forged = outcome.clone();
            forged.proposals[at] = proposal(programme, mentee, &other);
            summed(programme, &mut forged);
            if worth(&forged) == truth && other != *mentor {
                *outcome = forged;
                return;
            }
        }
    }),
    ("one too many for a mentor, all numbers along", |programme, outcome, dice| {
        let waiting: Vec<_> = outcome.unmatched.iter().filter(|one| one.needed_elsewhere > 0).cloned().collect();
        if waiting.is_empty() {
            return;
        }
        let mentee = dice.pick(&waiting).mentee;
        let explained = Engine::new().explain(programme, &mentee, None).unwrap();
        let Some(full) = explained.candidates.iter().find(|one| one.places_free == 0) else { return };
        outcome.proposals.push(proposal(programme, &mentee, &full.mentor));
        outcome.proposals.sort_by(|one, other| one.mentee.cmp(&other.mentee));
        outcome.unmatched.retain(|one| one.mentee != mentee);
        outcome.totals.served += 1;
        outcome.totals.waiting -= 1;
        let tier = programme.matching().mentee(&mentee).unwrap().tier;
        for one in outcome.totals.tiers.iter_mut().filter(|one| one.tier == tier) {
            one.served += 1;
            one.waiting -= 1;
        }
        summed(programme, outcome);
    }),
    ("somebody sent away, all numbers along", |programme, outcome, dice| {
        if outcome.proposals.is_empty() {
            return;
        }
        let gone = outcome.proposals.remove(dice.roll(outcome.proposals.len()));
        outcome.totals.served -= 1;
        outcome.totals.waiting += 1;
        for one in outcome.totals.tiers.iter_mut().filter(|one| one.tier == gone.tier) {
            one.served -= 1;
            one.waiting += 1;
        }
        summed(programme, outcome);
    }),
];

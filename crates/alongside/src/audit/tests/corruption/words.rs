//! Numbers and words of proposals, totals, levels, registers and questions.

use super::{Spoil, all_are_caught, all_at_once, first, stranger};
use crate::audit::FindingCode as Code;
use crate::outcome::{Because, LevelName, Met, Outcome, Status};
use std::mem::swap;

const PROPOSALS: &[Spoil] = &[
    ("a point more", Code::Points, |it| first(it, |it| Some(it.contributions.first_mut()?.points += 1))),
    ("a point less", Code::Points, |it| first(it, |it| Some(it.contributions.last_mut()?.points -= 1))),
    ("points beyond all bounds", Code::Points, |it| {
        first(it, |it| Some(it.contributions.first_mut()?.points = i64::MIN))
    }),
    ("a weight", Code::Weight, |it| first(it, |it| Some(it.contributions.first_mut()?.weight += 1))),
    ("a contribution", Code::Contribution, |it| {
        first(it, |it| Some(it.contributions.first_mut()?.contribution = i64::MAX / 2))
    }),
    ("contributions that make up for each other", Code::Contribution, |it| {
        first(it, |it| {
            let more = it.contributions.first_mut()?;
            more.contribution = more.contribution.wrapping_add(1);
            let less = it.contributions.last_mut()?;
            less.contribution = less.contribution.wrapping_sub(1);
            Some(())
        })
    }),
    ("a fit", Code::Fit, |it| first(it, |it| Some(it.fit += 1))),
    ("a contribution missing", Code::ContributionList, |it| first(it, |it| it.contributions.pop()).map(drop)),
    ("contributions out of order", Code::ContributionList, |it| first(it, |it| Some(it.contributions.reverse()))),
    ("what points rest on", Code::Because, |it| {
        first(it, |it| Some(it.contributions.first_mut()?.because = Because::Choice(Some(9))))
    }),
    ("a fact that points rest on", Code::Because, |it| {
        first(it, |it| {
            it.contributions.iter_mut().find_map(|it| match &mut it.because {
                Because::Shared(terms) | Because::Covered { terms, .. } => terms.pop().map(drop),
                Because::Difference { by, .. } => Some(*by += 1),
                Because::SharedHalfHours(hours) => Some(*hours += 1),
                Because::DistanceKm(km) => Some(*km += 1),
                Because::Wishes { met, .. } => Some(*met += 1),
                _ => None,
            })
        })
    }),
    ("a blank that points rest on", Code::Because, |it| {
        first(it, |it| {
            it.contributions.iter_mut().find_map(|it| match &mut it.because {
                Because::Unknown(fields) => Some(fields.push("mentor shoes".to_owned())),
                _ => None,
            })
        })
    }),
    ("a fact for staff forged", Code::StaffFacts, |it| {
        first(it, |it| Some(it.for_staff.push(crate::outcome::StaffFact::MoveLikely(crate::domain::Side::Mentor))))
    }),
    ("a way of meeting forged", Code::Ways, |it| {
        first(it, |it| {
            it.ways.insert(
                0,
                crate::outcome::PossibleWay {
                    way: crate::domain::Way::Internet,
                    possible: Met::Yes,
                    missing: vec!["shoes".to_owned()],
                },
            );
            Some(())
        })
    }),
    ("a wish missing", Code::Wishes, |it| first(it, |it| it.wishes.pop()).map(drop)),
    ("a wish met", Code::Wishes, |it| {
        first(it, |it| {
            let wish = it.wishes.first_mut()?;
            wish.met = if wish.met == Met::Yes { Met::No } else { Met::Yes };
            Some(())
        })
    }),
    ("what a wish asks for", Code::Wishes, |it| {
        first(it, |it| Some(it.wishes.first_mut()?.want = "anything".to_owned()))
    }),
    ("the point against", Code::Against, |it| first(it, |it| it.against.take()).map(drop)),
    ("how much is lost", Code::Against, |it| first(it, |it| Some(it.against.as_mut()?.lost += 1))),
    ("the criterion against", Code::Against, |it| {
        first(it, |it| Some(it.against.as_mut()?.criterion = "kindness".into()))
    }),
    ("an alternative missing", Code::Alternatives, |it| first(it, |it| it.alternatives.pop()).map(drop)),
    ("alternatives out of order", Code::Alternatives, |it| {
        first(it, |it| (it.alternatives.len() > 1).then(|| it.alternatives.reverse()))
    }),
    ("fit of an alternative", Code::Alternatives, |it| first(it, |it| Some(it.alternatives.first_mut()?.fit += 1))),
    ("free places of an alternative", Code::Alternatives, |it| {
        first(it, |it| Some(it.alternatives.first_mut()?.places_free += 1))
    }),
    ("an unknown alternative", Code::Alternatives, |it| {
        first(it, |it| Some(it.alternatives.first_mut()?.mentor = stranger()))
    }),
];

const REGISTERS: &[Spoil] = &[
    ("format", Code::FormatVersion, |it| Some(it.format.push('0'))),
    ("engine", Code::EngineVersion, |it| Some(it.engine.push('0'))),
    ("seed", Code::ProgrammeSummary, |it| Some(it.programme.seed ^= 1)),
    ("floor", Code::ProgrammeSummary, |it| Some(it.programme.floor += 1)),
    ("as of", Code::ProgrammeSummary, |it| Some(it.programme.as_of = it.programme.planned_until)),
    ("planned until", Code::ProgrammeSummary, |it| Some(it.programme.planned_until = it.programme.as_of)),
    ("name", Code::ProgrammeSummary, |it| Some(it.programme.name.clear())),
    ("a rule missing", Code::RuleList, |it| it.rules.pop().map(drop)),
    ("rules out of order", Code::RuleList, |it| Some(it.rules.reverse())),
    ("a rule's reason", Code::RuleList, |it| Some(it.rules.first_mut()?.why = Some("why not".to_owned()))),
    ("a criterion missing", Code::CriterionList, |it| it.criteria.pop().map(drop)),
    ("a criterion's weight", Code::CriterionList, |it| Some(it.criteria.first_mut()?.weight += 1)),
    ("a criterion's points", Code::CriterionPoints, |it| Some(it.criteria.first_mut()?.points += 1)),
    ("a record missing", Code::Records, |it| it.records.pop().map(drop)),
    ("records out of order", Code::Order, |it| Some(it.records.reverse())),
    ("a record twice", Code::Records, |it| Some(it.records.push(it.records.first()?.clone()))),
    ("mentees", Code::Totals, |it| Some(it.totals.mentees += 1)),
    ("mentors", Code::Totals, |it| Some(it.totals.mentors += 1)),
    ("places", Code::Totals, |it| Some(it.totals.places = u64::MAX)),
    ("candidates", Code::Totals, |it| Some(it.totals.candidates += 1)),
    ("served and waiting", Code::Totals, |it| {
        (it.totals.served != it.totals.waiting).then(|| swap(&mut it.totals.served, &mut it.totals.waiting))
    }),
    ("total fit", Code::Totals, |it| Some(it.totals.total_fit = i64::MIN)),
    ("full fit", Code::Totals, |it| Some(it.totals.full_fit += 1)),
    ("a tier's count", Code::TierTotals, |it| Some(it.totals.tiers.first_mut()?.served += 1)),
    ("a tier missing", Code::TierTotals, |it| it.totals.tiers.pop().map(drop)),
    ("status", Code::Status, |it| Some(it.status = Status::BestFound)),
    ("a level's value", Code::LevelValue, |it| Some(it.levels.last_mut()?.value += 1)),
    ("a level's value and bound", Code::LevelValue, |it| {
        let level = it.levels.first_mut()?;
        (level.value, level.bound) = (level.value + 1, level.bound + 1);
        Some(())
    }),
    ("a level's bound", Code::LevelBound, |it| Some(it.levels.first_mut()?.bound = i64::MAX)),
    ("a bound below the value", Code::LevelBound, |it| {
        it.status = Status::BestFound;
        Some(it.levels.last_mut()?.bound = -1)
    }),
    ("a level missing", Code::LevelList, |it| it.levels.pop().map(drop)),
    ("levels out of order", Code::LevelList, |it| Some(it.levels.reverse())),
    ("a level of another name", Code::LevelList, |it| Some(it.levels.first_mut()?.level = LevelName::PeopleServed)),
];

const QUESTIONS: &[Spoil] = &[
    ("a question missing", Code::QuestionMissing, |it| it.questions.pop().map(drop)),
    ("a question twice", Code::QuestionUnfounded, |it| Some(it.questions.push(it.questions.first()?.clone()))),
    ("another field asked about", Code::QuestionUnfounded, |it| {
        Some(it.questions.first_mut()?.field = "shoes".to_owned())
    }),
    ("questions out of order", Code::Order, |it| (it.questions.len() > 1).then(|| it.questions.reverse())),
    ("pairs of a question", Code::QuestionPairs, |it| Some(it.questions.first_mut()?.pairs += 1)),
    ("a question not tried", Code::QuestionTried, |it| Some(it.questions.first_mut()?.best_changes = None)),
    ("the best answer", Code::QuestionAnswer, |it| flip(it, |it| &mut it.best_changes)),
    ("the worst answer", Code::QuestionAnswer, |it| flip(it, |it| &mut it.worst_changes)),
];

fn flip(it: &mut Outcome, of: fn(&mut crate::outcome::Question) -> &mut Option<bool>) -> Option<()> {
    let answer = of(it.questions.first_mut()?);
    *answer = answer.map(|answer| !answer);
    Some(())
}

#[test]
fn spoilt_proposals_are_caught() {
    all_are_caught(PROPOSALS);
}

#[test]
fn spoilt_registers_totals_and_levels_are_caught() {
    all_are_caught(REGISTERS);
}

#[test]
fn spoilt_questions_are_caught() {
    all_are_caught(QUESTIONS);
}

#[test]
fn outcomes_spoilt_in_many_ways_cause_no_panic() {
    all_at_once(&[PROPOSALS, REGISTERS, QUESTIONS].concat());
}

//! The outcome of a small programme, found by trying every matching.

use super::super::allotment::Allotment;
use super::super::book::Book;
use super::super::levels;
use super::super::pairing::Pair;
use super::super::points::{FULL, Ground, Scale, Score};
use super::super::proposals::Sums;
use super::super::settled::Standing;
use super::super::survey::{Asking, Survey};
use super::super::{
    alternatives, idle, kept, priority, programmes, questions, reasons, recruitment, registers, supervision, totals,
    waiting, wishes,
};
use crate::domain::Programme;
use crate::outcome::{
    Against, Alternative, Contribution, CriterionReport, Idle, Kept, Level, OUTCOME_FORMAT, Objection, Outcome,
    ProgrammeSummary, Proposal, Question, Status, Totals, Unmatched, Urgent,
};
use std::collections::{BTreeMap, BTreeSet};

/// What a pair adds to the levels after those of people served, by (mentee, mentor).
type Table = BTreeMap<(usize, usize), Vec<i128>>;

/// The mentor of each mentee in the best matching, by trying all.
fn best(book: &Book<'_>, table: &Table) -> Vec<Option<usize>> {
    let matching = book.matching;
    let mut found: Option<(Vec<i128>, Vec<Option<usize>>)> = None;
    let mut free: Vec<u32> = (0..matching.mentors.len()).map(|at| book.free(at)).collect();
    let mut chosen = Vec::new();
    walk(book, table, &mut free, &mut chosen, &mut found);
    found.unwrap().1
}

fn walk(
    book: &Book<'_>,
    table: &Table,
    free: &mut Vec<u32>,
    chosen: &mut Vec<Option<usize>>,
    found: &mut Option<(Vec<i128>, Vec<Option<usize>>)>,
) {
    if chosen.len() == book.matching.mentees.len() {
        let value = value(book, table, chosen);
        if found.as_ref().is_none_or(|(most, _)| value > *most) {
            *found = Some((value, chosen.clone()));
        }
        return;
    }
    chosen.push(None);
    walk(book, table, free, chosen, found);
    chosen.pop();
    for mentor in 0..free.len() {
        if free[mentor] > 0 && table.contains_key(&(chosen.len(), mentor)) {
            free[mentor] -= 1;
            chosen.push(Some(mentor));
            walk(book, table, free, chosen, found);
            chosen.pop();
            free[mentor] += 1;
        }
    }
}

fn value(book: &Book<'_>, table: &Table, chosen: &[Option<usize>]) -> Vec<i128> {
    let tiers = usize::from(book.matching.aim.tiers);
    // Mentors used stand behind the people served, where they count.
    let counts = usize::from(book.matching.aim.most_mentors);
    let mut value = vec![0; tiers + 1 + counts + book.quality_width()];
    for (mentee, mentor) in chosen.iter().enumerate().filter_map(|(mentee, mentor)| Some((mentee, (*mentor)?))) {
        value[usize::from(book.matching.mentees[mentee].tier) - 1] += 1;
        value[tiers] += 1;
        value[tiers + 1 + counts..].iter_mut().zip(&table[&(mentee, mentor)]).for_each(|(sum, part)| *sum += part);
    }
    if counts == 1 {
        value[tiers + 1] = chosen.iter().flatten().collect::<BTreeSet<_>>().len() as i128;
    }
    value
}

fn table(survey: &Survey<'_>) -> Table {
    let rows = survey.rows.iter().enumerate();
    rows.flat_map(|(mentee, row)| row.iter().map(move |(mentor, quality)| ((mentee, mentor), quality.to_vec())))
        .collect()
}

/// Whether another matching is the best one with a blank answered, by trying all again.
fn changes(book: &Book<'_>, survey: &Survey<'_>, asking: &Asking<'_>, highest: bool, now: &[Option<usize>]) -> bool {
    let mut table = table(survey);
    for &(mentee, mentor) in &survey.questions[asking] {
        let pair = book.pair(mentee, mentor).unwrap();
        let mut scores = book.scores(pair);
        let score = &mut scores[asking.0];
        score.points = match &score.ground {
            Ground::Wishes { asked, met, open, blanks, .. } => {
                let here =
                    u32::try_from(blanks.iter().filter(|blank| **blank == (asking.1, asking.3)).count()).unwrap();
                let given = if highest { met + here } else { *met };
                // Criteria that ask count an unknown as 500.
                (FULL * i128::from(given) + 500 * i128::from(open - here)) / i128::from(*asked)
            }
            _ => {
                if highest {
                    FULL
                } else {
                    0
                }
            }
        };
        let fit = book.fit(pair, &scores);
        if book.reaches_floor(pair, &scores) {
            table.insert((mentee, mentor), book.quality(pair, &scores, fit).collect());
        } else {
            table.remove(&(mentee, mentor));
        }
    }
    best(book, &table) != now
}

/// The best outcome of the programme.
pub(in crate::audit) fn solve(programme: &Programme) -> Outcome {
    let book = Book::of(programme.matching(), crate::domain::OwnCriteria::default());
    let nobody = Allotment::of(&book, vec![None; book.matching.mentees.len()]);
    let chosen = best(&book, &table(&Survey::of(&book, &nobody)));
    outcome(programme, &chosen)
}

/// The outcome that proposes these mentors, correct in all but, perhaps, being the best.
pub(in crate::audit) fn outcome(programme: &Programme, chosen: &[Option<usize>]) -> Outcome {
    outcome_answering(programme, chosen, changes)
}

/// The same with the answers to questions found in another way.
pub(in crate::audit) fn outcome_answering(
    programme: &Programme,
    chosen: &[Option<usize>],
    changes: impl Fn(&Book<'_>, &Survey<'_>, &Asking<'_>, bool, &[Option<usize>]) -> bool,
) -> Outcome {
    let matching = programme.matching();
    let book = Book::of(matching, crate::domain::OwnCriteria::default());
    let allotment = Allotment::of(&book, chosen.to_vec());
    let survey = Survey::of(&book, &allotment);
    let sums = Sums::of(&book, &allotment);
    let apart = totals::Apart::of(&book, |_| true);
    let (urgent, standing) = kept::divided(&book);
    let small = |number: i128| i64::try_from(number).unwrap();
    let levels = levels::derive(&book, &sums).into_iter();
    let served = idle::served_elsewhere(&survey, &allotment, matching.mentors.len());
    Outcome {
        certificate: None,
        stability: None,
        format: OUTCOME_FORMAT.to_owned(),
        engine: env!("CARGO_PKG_VERSION").to_owned(),
        programme: ProgrammeSummary {
            name: matching.name.clone(),
            support: matching.support,
            design: None,
            as_of: matching.as_of,
            planned_until: matching.planned_until,
            seed: matching.seed,
            floor: matching.aim.floor,
            mentee_floor: matching.aim.mentee_floor,
            mentor_floor: matching.aim.mentor_floor,
        },
        status: Status::Optimal,
        levels: levels.map(|(level, value)| Level { level, value: small(value), bound: small(value) }).collect(),
        totals: Totals {
            mentees: matching.mentees.len(),
            mentors: matching.mentors.len(),
            places: u64::try_from(totals::places(&book)).unwrap(),
            places_taken: u64::try_from(totals::places_taken(&book)).unwrap(),
            candidates: survey.candidates(),
            served: sums.served,
            continuing: apart.continuing,
            urgent: apart.urgent,
            held: apart.held,
            waiting: matching.mentees.len() - sums.served - apart.sum(),
            total_fit: small(sums.fit),
            full_fit: small(totals::full_fit(&book)),
            tiers: totals::tiers(&book, &sums).collect(),
        },
        rules: registers::rules(matching),
        criteria: registers::criteria(matching)
            .into_iter()
            .zip(&sums.points)
            .map(|(report, &points)| CriterionReport { points: small(points), ..report })
            .collect(),
        priority: priority::grounds(matching),
        records: registers::records(matching),
        recruitment: recruitment::needs(&book, &allotment),
        urgent: urgent.into_iter().map(|(pair, objections)| urgent_pair(&book, pair, objections)).collect(),
        kept: standing.into_iter().map(|(pair, _)| kept_pair(&book, pair)).collect(),
        held: kept::holds(&book),
        proposals: allotment.pairs().map(|places| proposal(&book, &survey, &allotment, places)).collect(),
        unmatched: waiting::in_order(&book, &allotment)
            .into_iter()
            .map(|(at, mentee)| Unmatched {
                mentee: mentee.person.id.clone(),
                tier: mentee.tier,
                tier_by: None,
                programme: programmes::programme(matching, &mentee.person).cloned(),
                waiting_since: mentee.waiting_since,
                waiting_days: waiting::days_waited(mentee.waiting_since, matching.as_of),
                reasons: reasons::derive(&matching.rules, &survey.waiting[&at]),
                asked: survey.waiting[&at].asked,
                held_back: supervision::held_back(&book, &survey, &allotment, at),
                short_of: Vec::new(),
                needed_elsewhere: waiting::needed_elsewhere(&book, &survey, &allotment, at),
                servable: waiting::servable(&survey, at),
            })
            .collect(),
        supervisors: supervision::reports(&book, &allotment),
        programmes: programmes::reports(&book, &allotment),
        idle: idle::in_order(&book, &allotment)
            .into_iter()
            .map(|(at, mentor)| Idle {
                mentor: mentor.person.id.clone(),
                capacity: mentor.capacity,
                reasons: reasons::derive(&matching.rules, &survey.idle[&at]),
                asked: survey.idle[&at].asked,
                served_elsewhere: served[at],
                held_back_by: supervision::held_back_by(&book, &survey, &allotment, (at, served[at])).cloned(),
            })
            .collect(),
        questions: questions::in_order(&book, &survey)
            .into_iter()
            .enumerate()
            .map(|(place, ((criterion, side, person, field), asking))| {
                let tried = |highest| (place < 200).then(|| changes(&book, &survey, &asking, highest, chosen));
                Question {
                    criterion: criterion.into(),
                    side,
                    person: person.clone(),
                    field: field.to_owned(),
                    pairs: survey.questions[&asking].len(),
                    best_changes: tried(true),
                    worst_changes: tried(false),
                }
            })
            .collect(),
    }
}

fn urgent_pair(book: &Book<'_>, pair: Standing<'_>, objections: Vec<Objection>) -> Urgent {
    Urgent {
        mentee: pair.mentee.clone(),
        mentor: pair.mentor.clone(),
        tier: book.matching.mentee(pair.mentee).unwrap().tier,
        tier_by: None,
        current: pair.current,
        since: pair.since,
        decision: kept::decided(pair.decision),
        nominated: pair.nominated,
        for_staff: crate::audit::staff::derive(
            book.matching,
            book.pair(book.mentee_at(pair.mentee).unwrap(), book.mentor_at(pair.mentor).unwrap()).unwrap(),
        ),
        objections,
    }
}

fn kept_pair(book: &Book<'_>, standing: Standing<'_>) -> Kept {
    let places = (book.mentee_at(standing.mentee).unwrap(), book.mentor_at(standing.mentor).unwrap());
    let pair = book.pair(places.0, places.1).unwrap();
    let scores = book.scores(pair);
    Kept {
        mentee: standing.mentee.clone(),
        mentor: standing.mentor.clone(),
        tier: pair.mentee.tier,
        tier_by: None,
        current: standing.current,
        since: standing.since,
        decision: kept::decided(standing.decision),
        nominated: standing.nominated,
        fit: book.fit(pair, &scores) as i64,
        mentee_fit: (book.fit(pair, &scores) - book.mentor_fit(pair, &scores)) as i64,
        mentor_fit: book.mentor_fit(pair, &scores) as i64,
        contributions: contributions(book, pair, &scores),
        wishes: wishes::derive(book.matching, pair),
        ways: crate::audit::ways::derive(book.matching, pair),
        for_staff: crate::audit::staff::derive(book.matching, pair),
        against: against(book, pair, &scores),
    }
}

fn contributions(book: &Book<'_>, pair: Pair<'_>, scores: &[Score<'_>]) -> Vec<Contribution> {
    let contribution = |(at, ((scale, weight), score)): (usize, ((&Scale<'_>, &i128), &Score<'_>))| Contribution {
        criterion: scale.criterion.id.clone(),
        points: score.points as i64,
        weight: *weight as i64,
        own_weight: pair.mentee.own_weights.get(&at).copied(),
        contribution: (score.points * weight) as i64,
        mentee_share: (score.points * (weight - scale.of_mentor(*weight))) as i64,
        mentor_share: (score.points * scale.of_mentor(*weight)) as i64,
        because: score.because(),
        counted_as: scale.counted_as(pair),
    };
    book.scales.iter().zip(book.weights(pair)).zip(scores).enumerate().map(contribution).collect()
}

fn against(book: &Book<'_>, pair: Pair<'_>, scores: &[Score<'_>]) -> Option<Against> {
    let against = crate::audit::told::against(book, pair, scores);
    against.map(|(criterion, lost)| Against { criterion: criterion.into(), lost: lost as i64 })
}

fn proposal(book: &Book<'_>, survey: &Survey<'_>, allotment: &Allotment, places: (usize, usize)) -> Proposal {
    let pair: Pair<'_> = book.pair(places.0, places.1).unwrap();
    let scores = book.scores(pair);
    Proposal {
        mentee: pair.mentee.person.id.clone(),
        mentor: pair.mentor.person.id.clone(),
        tier: pair.mentee.tier,
        tier_by: None,
        programme: programmes::programme(book.matching, &pair.mentee.person).cloned(),
        shared_by: programmes::shared_by(book.matching, &pair.mentee.person, &pair.mentor.person),
        fit: book.fit(pair, &scores) as i64,
        mentee_fit: (book.fit(pair, &scores) - book.mentor_fit(pair, &scores)) as i64,
        mentor_fit: book.mentor_fit(pair, &scores) as i64,
        contributions: contributions(book, pair, &scores),
        wishes: wishes::derive(book.matching, pair),
        meeting: None,
        ways: crate::audit::ways::derive(book.matching, pair),
        for_staff: crate::audit::staff::derive(book.matching, pair),
        against: against(book, pair, &scores),
        alternatives: alternatives::derive(book, survey, allotment, places)
            .into_iter()
            .map(|(mentor, fit, places_free)| Alternative { mentor: mentor.clone(), fit: fit as i64, places_free })
            .collect(),
    }
}

//! Scores that were computed elsewhere, given to the criteria that use them.

use super::FurtherRecord;
use super::further::RecordReader;
use super::positions::number_of;
use super::reader::suggestion;
use crate::domain::{Criterion, CriterionKind, POINTS_SCALE, PersonId, SuppliedScore};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::{BTreeMap, BTreeSet};

/// Worst rank.
const MAX_RANK: i64 = 1_000_000;

/// What is known of the scores of one supplied criterion.
struct Slot<'c> {
    criterion: &'c mut Criterion,
    ranked: bool,
    /// By mentee and mentor, with the number and whose line it is.
    scores: BTreeMap<(PersonId, PersonId), i64>,
    first: Option<Place>,
    /// Whether a line of it could not be read, so that what is missing is no news.
    faulty: bool,
}

/// Reads the scores, checks that they name people and a criterion that there is, and puts them in order. Time n log n.
pub(crate) fn read_scores<'a>(
    records: impl Iterator<Item = &'a FurtherRecord>,
    criteria: &mut [Criterion],
    (mentees, mentors): (&BTreeSet<PersonId>, &BTreeSet<PersonId>),
    issues: &mut Issues,
) {
    let mut slots: Vec<Slot<'_>> = criteria
        .iter_mut()
        .filter_map(|criterion| {
            let CriterionKind::Supplied { ranks, .. } = &criterion.kind else { return None };
            let ranked = ranks.is_some();
            Some(Slot { criterion, ranked, scores: BTreeMap::new(), first: None, faulty: false })
        })
        .collect();
    let (mut idle, mut homeless) = (None, false);
    for record in records {
        let reader = RecordReader { record };
        if slots.is_empty() {
            idle.get_or_insert_with(|| record.place());
            continue;
        }
        let person = |field: &str, ids: &BTreeSet<PersonId>, issues: &mut Issues| {
            let id = reader.required_id(field, issues)?;
            let known = ids.get(&id).cloned();
            if known.is_none() {
                let message = format!("no {field} has this id");
                issues.push(IssueCode::DanglingId, reader.place(field), message, "mend the id, or remove the score");
            }
            known
        };
        let mentee = person("mentee", mentees, issues);
        let mentor = person("mentor", mentors, issues);
        let Some(slot) = slot(reader, &mut slots, issues) else {
            homeless = true;
            continue;
        };
        slot.first.get_or_insert_with(|| record.place());
        let number = number(reader, slot.ranked, issues);
        let (Some(mentee), Some(mentor), Some(number)) = (mentee, mentor, number) else {
            slot.faulty = true;
            continue;
        };
        if slot.scores.insert((mentee, mentor), number).is_some() {
            let message = "the pair has a score under this criterion already";
            issues.push(IssueCode::DuplicateScore, record.place(), message, "keep one of the two lines");
        }
    }
    if let Some(place) = idle {
        let remedy = "add `[[criteria]]` with `criterion = \"supplied\"`, or leave the scores out";
        issues.push(IssueCode::IdleScores, place, "scores are supplied, and no criterion uses them", remedy);
    }
    for slot in slots {
        slot.finish(homeless || mentees.is_empty() || mentors.is_empty(), issues);
    }
}

/// The criterion that a line is for: the one it names, or the only one.
fn slot<'s, 'c>(reader: RecordReader<'_>, slots: &'s mut [Slot<'c>], issues: &mut Issues) -> Option<&'s mut Slot<'c>> {
    match reader.text("criterion", issues) {
        Some(name) => {
            let at = slots.iter().position(|slot| *slot.criterion.id == *name);
            if at.is_none() {
                let remedy = suggestion(&name, slots.iter().map(|slot| &*slot.criterion.id));
                let message = "no supplied criterion has this id";
                issues.push(IssueCode::UnknownValue, reader.place("criterion"), message, remedy);
            }
            slots.get_mut(at?)
        }
        None if reader.node("criterion").is_some() => None,
        None if slots.len() > 1 => {
            let message = "`criterion` is missing, and several criteria are supplied";
            let ids: Vec<&str> = slots.iter().map(|slot| &*slot.criterion.id).collect();
            let remedy = format!("name one of: {}", ids.join(", "));
            issues.push(IssueCode::MissingKey, reader.place("criterion"), message, remedy);
            None
        }
        None => slots.first_mut(),
    }
}

/// The points, or the rank.
fn number(reader: RecordReader<'_>, ranked: bool, issues: &mut Issues) -> Option<i64> {
    let node = reader.required("points", reader.node("points"), issues)?;
    let (low, high) = if ranked { (1, MAX_RANK) } else { (0, POINTS_SCALE) };
    let whole = number_of(node).filter(|number| number.0 % 1000 == 0).map(|number| number.0 / 1000);
    let number = whole.filter(|number| (low..=high).contains(number));
    if number.is_none() {
        let message = format!("not a whole number from {low} to {high}");
        let remedy =
            if ranked { "write the rank, 1 for the best" } else { "write points in that range, 1000 for the best" };
        issues.push(IssueCode::BadNumber, reader.place("points"), message, remedy);
    }
    number
}

impl Slot<'_> {
    /// Says what is odd in the scores as a whole and hands them over; `excused` where none are to be expected.
    fn finish(self, excused: bool, issues: &mut Issues) {
        let id = &self.criterion.id;
        if self.scores.is_empty() && !self.faulty && !excused {
            let place = Place { path: Some("scores".to_owned()), ..Place::default() };
            let message = format!("criterion `{id}` is supplied, and there is no score for it");
            let remedy = "name a sheet under `sheets.scores`, write `[[scores]]`, or leave the criterion out";
            issues.push(IssueCode::BadSetting, place, message, remedy);
        }
        if let Some(place) = self.first.clone().filter(|_| !self.ranked && looks_like_ranks(&self.scores)) {
            let message =
                format!("the points of `{id}` are 1, 2, 3 ... each once, as ranks are: the worst would count most");
            let remedy = "set `ranked = true`, write points from 0 to 1000, or use `choices` and `ranked_choices`";
            issues.push(IssueCode::LooksLikeARank, place, message, remedy);
        }
        let greatest = self.scores.values().copied().max().unwrap_or(1);
        let scores = self.scores.into_iter();
        let scores = scores.map(|((mentee, mentor), number)| SuppliedScore { mentee, mentor, number });
        self.criterion.kind =
            CriterionKind::Supplied { ranks: self.ranked.then_some(greatest), scores: scores.collect() };
    }
}

/// Whether the numbers are 1 to n, each once: of every mentee, of every mentor, or of all together, and three at least
/// once.
fn looks_like_ranks(scores: &BTreeMap<(PersonId, PersonId), i64>) -> bool {
    let counted = |mut numbers: Vec<i64>| {
        numbers.sort_unstable();
        (1..).zip(&numbers).all(|(rank, number)| rank == *number)
    };
    let grouped = |by: &dyn Fn(&(PersonId, PersonId)) -> PersonId| {
        let mut groups: BTreeMap<PersonId, Vec<i64>> = BTreeMap::new();
        for (pair, number) in scores {
            groups.entry(by(pair)).or_default().push(*number);
        }
        groups.values().any(|group| group.len() >= 3) && groups.into_values().all(counted)
    };
    let all = || scores.len() >= 3 && counted(scores.values().copied().collect());
    grouped(&|pair| pair.0.clone()) || grouped(&|pair| pair.1.clone()) || all()
}

//! Weights that mentees may choose: the programme's bounds, and what a mentee says within them.

use super::keys::OWN_WEIGHT;
use super::people::Fields;
use super::people::is_blank;
use super::reader::{Source, TableReader, shown, suggestion};
use super::{Node, Value};
use crate::domain::{Criterion, Matching, Mentee, OwnWeight, POINTS_SCALE};
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeMap;
use std::sync::Arc;

/// Greatest number that a mentee may give a criterion.
pub(crate) const MAX_OWN: i64 = 100;

/// What mentees may weigh, with the ids of the criteria, in order of these.
#[derive(Debug, Default)]
pub(crate) struct OwnBounds(Vec<(Arc<str>, OwnWeight)>);

/// Tells where weights of mentees' own leave a side no part of the fit that reaches its floor, whoever the mentor is.
pub(crate) fn check_floors(source: &Source, matching: &Matching, issues: &mut Issues) {
    let aim = &matching.aim;
    for (of_mentor, floor, key) in [(false, aim.mentee_floor, "mentee_floor"), (true, aim.mentor_floor, "mentor_floor")]
    {
        let most = |mentee: &&Mentee| -> Option<i64> {
            let own = (!mentee.own_weights.is_empty()).then_some(mentee);
            let weights = own.and_then(|mentee| matching.weights_of(mentee))?;
            let parts = weights.iter().zip(&matching.criteria).map(|(weight, criterion)| {
                let theirs = criterion.view.of_mentor(*weight);
                if of_mentor { theirs } else { weight - theirs }
            });
            Some(parts.sum())
        };
        let short = |mentee: &&Mentee| most(mentee).is_some_and(|most| most * POINTS_SCALE < floor);
        let count = matching.mentees.iter().filter(short).count();
        if count > 0 {
            let message = format!("weights of their own leave {count} of the mentees no pair that reaches `{key}`");
            let remedy = "narrow the bounds in `own_weights`, or lower the floor";
            issues.push(IssueCode::FloorOutOfReach, source.place("own_weights", None), message, remedy);
        }
    }
}

/// Tells where the greatest number that mentees may give a criterion lies below what it weighs anyway. Numbers are held
/// against the weights in force of what a mentee says nothing of, so that the greatest would lower it. They are not
/// brought to one scale instead: a number would then mean another thing in each programme and for each purpose.
pub(crate) fn check_maxima(source: &Source, matching: &Matching, issues: &mut Issues) {
    // Of one criterion alone any number leaves it the weight that it has.
    if matching.own_weights.len() < 2 {
        return;
    }
    let of_programmes: Vec<Vec<i64>> =
        (0..matching.programmes.len()).filter_map(|at| matching.programme_weights(at)).collect();
    for bound in &matching.own_weights {
        let Some(criterion) = matching.criteria.get(bound.criterion) else { continue };
        let in_programmes = of_programmes.iter().filter_map(|weights| weights.get(bound.criterion).copied());
        let weight = in_programmes.fold(criterion.weight, i64::max);
        if bound.max < weight {
            let message = format!(
                "`max` lies below what `{}` weighs anyway, {weight}: a mentee who gives it most lets it count less",
                criterion.id
            );
            let remedy = if weight <= MAX_OWN {
                format!("write {weight} or more; factors for purposes are part of what it weighs")
            } else {
                format!("lower the weights of all criteria in proportion, so that none is above {MAX_OWN}")
            };
            let place = source.place(&format!("own_weights.{}", shown(&criterion.id)), None);
            issues.push(IssueCode::LowOwnWeight, place, message, remedy);
        }
    }
}

impl OwnBounds {
    /// Reads the bounds.
    pub(crate) fn read(source: &Source, node: Option<&Node>, criteria: &[Criterion], issues: &mut Issues) -> Self {
        let entries = match node.map(|node| (&node.value, node.line)) {
            None => return Self::default(),
            Some((Value::Table(entries), _)) => entries,
            Some((_, line)) => {
                let (message, remedy) = ("`own_weights` is not a table", "write `[own_weights.CRITERION]` tables");
                issues.push(IssueCode::WrongType, source.place("own_weights", line), message, remedy);
                return Self::default();
            }
        };
        let mut read = Vec::new();
        for (id, node) in entries {
            let path = format!("own_weights.{}", shown(id));
            let Some(table) = TableReader::new(source, path, node, &OWN_WEIGHT, issues) else { continue };
            let Some(criterion) = criteria.iter().position(|one| *one.id == **id) else {
                let remedy = suggestion(id, criteria.iter().map(|one| &*one.id));
                issues.push(IssueCode::UnknownValue, table.own_place(), "an id that no criterion has", remedy);
                continue;
            };
            let min = table.integer("min", 0..=MAX_OWN, issues).unwrap_or(0);
            let Some(max) = table.required_integer("max", 1..=MAX_OWN, issues) else { continue };
            if min > max {
                let message = "`min` lies above `max`";
                issues.push(IssueCode::BadSetting, table.own_place(), message, "exchange the two");
                continue;
            }
            read.push((id.as_str().into(), OwnWeight { criterion, min, max }));
        }
        read.sort_by_key(|(_, one): &(Arc<str>, OwnWeight)| one.criterion);
        Self(read)
    }

    /// The bounds, in order of the criteria.
    pub(crate) fn bounds(&self) -> Vec<OwnWeight> {
        self.0.iter().map(|(_, one)| *one).collect()
    }

    /// What a mentee says, each `CRITERION NUMBER`.
    pub(crate) fn of(&self, record: &Fields<'_>, criteria: &[Criterion], issues: &mut Issues) -> BTreeMap<usize, i64> {
        let field = "own_weights";
        let mut stated = BTreeMap::new();
        let Some(node) = record.field(field).filter(|node| !is_blank(node)) else { return stated };
        let mut bad =
            |code, message: &str, remedy: String| issues.push(code, record.field_place(field), message, remedy);
        let Some(texts) = super::people::texts(node) else {
            bad(IssueCode::WrongType, "not a list of texts", "write `CRITERION NUMBER`, joined by `;`".to_owned());
            return stated;
        };
        for text in texts.iter().map(|text| text.trim()).filter(|text| !text.is_empty()) {
            let Some((id, number)) = text.rsplit_once(char::is_whitespace).map(|(id, number)| (id.trim(), number))
            else {
                bad(IssueCode::BadNumber, "a criterion without a number", "write `CRITERION NUMBER`".to_owned());
                continue;
            };
            let Some((_, one)) = self.0.iter().find(|(known, _)| **known == *id) else {
                let remedy = suggestion(id, self.0.iter().map(|(known, _)| &**known));
                bad(IssueCode::UnknownValue, "an id that no criterion has whose weight mentees may choose", remedy);
                continue;
            };
            match number.parse().ok().filter(|number| (one.min..=one.max).contains(number)) {
                Some(number) if stated.insert(one.criterion, number).is_none() => {}
                Some(_) => {
                    bad(IssueCode::DuplicateName, "a criterion stands there twice", "keep one of the two".to_owned());
                }
                None => {
                    let remedy = format!("write a whole number from {} to {}", one.min, one.max);
                    bad(IssueCode::BadNumber, "a weight outside the programme's bounds", remedy);
                }
            }
        }
        let base = |at: usize| criteria.get(at).map_or(0, |one| one.weight);
        let weighs = |one: &OwnWeight| stated.get(&one.criterion).copied().unwrap_or_else(|| base(one.criterion)) > 0;
        if !stated.is_empty() && !self.0.iter().any(|(_, one)| weighs(one)) {
            let message = "every weight is zero";
            bad(IssueCode::BadNumber, message, "give at least one criterion a weight above zero".to_owned());
            stated.clear();
        }
        stated
    }
}

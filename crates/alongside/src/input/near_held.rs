//! Names of checks and training that are nearly one that is required: a check on record under another name is none.

use super::near::is_near;
use super::people::ReadPerson;
use super::reader::Source;
use super::safeguarding::Safeguarding;
use crate::domain::{CHECK_LEVELS, CheckLevel, Criterion, CriterionKind, Held, Requirement, normalise_term};
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Words that people add to a name without meaning another check or course.
const ADDED: [&str; 10] =
    ["a", "certificate", "check", "checked", "checks", "clear", "completed", "course", "the", "training"];

/// A name that is required, as it is compared and as it is printed.
struct Asked {
    name: Arc<str>,
    label: Arc<str>,
    /// Whether the table of checks asks for it, which knows checks by several names.
    of_table: bool,
    /// Whether a criterion counts it, and nothing requires it.
    counted: bool,
}

impl Asked {
    /// Whether the name held is nearly this one, and not that of a check of its own.
    fn is_nearly(&self, held: &Arc<str>) -> bool {
        let other = match (level(held), level(&self.name)) {
            (Some(held), Some(asked)) => held != asked || self.of_table,
            (Some(_), None) => self.of_table,
            _ => false,
        };
        !other && is_nearly(held, &self.name)
    }
}

/// Tells of each such name once, where it stands first, and of training that a criterion counts under a name that nobody
/// uses.
pub(crate) fn tell_held_names(
    safeguarding: &Safeguarding,
    criteria: &[Criterion],
    (source, mentors): (&Source, &[ReadPerson]),
    issues: &mut Issues,
) {
    let rows = safeguarding.activity.iter().flat_map(|read| &read.activity.rows);
    let of_rows = rows.filter_map(|row| row.check.as_ref());
    let of_rows = of_rows.map(|check| Asked {
        name: normalise_term(check).into(),
        label: check.clone(),
        of_table: true,
        counted: false,
    });
    let asked = |counted: bool| {
        move |one: &Requirement| Asked { name: one.name.clone(), label: one.label.clone(), of_table: false, counted }
    };
    let listed = |list: &[Requirement]| list.iter().map(asked(false)).collect::<Vec<_>>();
    let checks: Vec<Asked> = listed(&safeguarding.checks).into_iter().chain(of_rows).collect();
    let mut training = listed(&safeguarding.training);
    let slips = tell_counted_names(&training, criteria, (source, mentors), issues);
    let counted = criteria.iter().flat_map(counted_items).filter(|one| !slips.contains(&one.name));
    training.extend(counted.map(asked(true)));
    let mut told: BTreeSet<&Arc<str>> = BTreeSet::new();
    for mentor in mentors {
        let lists: [(&str, &[Held], &[Asked]); 2] =
            [("check", &mentor.checks, &checks), ("training item", &mentor.training, &training)];
        for (what, held, required) in lists {
            for one in held.iter().filter(|one| !required.iter().any(|item| item.name == one.name)) {
                let near = required.iter().find(|item| item.is_nearly(&one.name));
                let Some(near) = near.filter(|_| told.insert(&one.name)) else { continue };
                let place = mentor.place_of(if what == "check" { "checks" } else { "training" });
                let asks = if near.counted { "a criterion counts" } else { "is required" };
                let message =
                    format!("a {what} whose name is nearly `{}`, which {asks}: it does not count", near.label);
                let remedy = "if that is meant, write it so; if not, leave it";
                issues.push(IssueCode::NearMissTerm, place, message, remedy);
            }
        }
    }
}

/// What a criterion counts of training.
fn counted_items(criterion: &Criterion) -> &[Requirement] {
    if let CriterionKind::TrainingHeld { items } = &criterion.kind { items } else { &[] }
}

/// Tells of names in criteria that neither anybody holds nor the programme requires, and that are nearly one of these;
/// gives them back.
fn tell_counted_names(
    required: &[Asked],
    criteria: &[Criterion],
    (source, mentors): (&Source, &[ReadPerson]),
    issues: &mut Issues,
) -> BTreeSet<Arc<str>> {
    let mut slips = BTreeSet::new();
    if criteria.iter().all(|one| counted_items(one).is_empty()) {
        return slips;
    }
    let held: BTreeSet<&Arc<str>> = mentors.iter().flat_map(|read| &read.training).map(|one| &one.name).collect();
    for criterion in criteria {
        for item in counted_items(criterion) {
            let known = held.contains(&item.name) || required.iter().any(|one| one.name == item.name);
            let of_programme = required.iter().find(|one| is_nearly(&item.name, &one.name));
            let near = match of_programme {
                Some(one) => format!("`{}`, which is required", one.label),
                None if held.iter().any(|name| is_nearly(&item.name, name)) => "one that mentors hold".to_owned(),
                None => continue,
            };
            if known {
                continue;
            }
            slips.insert(item.name.clone());
            let message = format!(
                "the criterion `{}` counts training whose name, `{}`, is nearly {near}",
                criterion.id, item.label
            );
            let remedy = "if that is meant, write it so: as it is written, nobody holds it";
            issues.push(IssueCode::NearMissTerm, source.place("criteria", None), message, remedy);
        }
    }
    slips
}

/// Whether the one name is a slip of the other, or has only words beside it that mean nothing of their own.
fn is_nearly(held: &Arc<str>, required: &Arc<str>) -> bool {
    let bare = |name: &str| -> Arc<str> {
        let words = name.split(' ').filter(|word| !ADDED.contains(word));
        words.collect::<Vec<_>>().join(" ").into()
    };
    is_near(held, required) || bare(held) == bare(required) || is_near(&bare(held), &bare(required))
}

/// The check of the table that goes by the name.
fn level(name: &str) -> Option<&'static str> {
    let of = |level: &&CheckLevel| normalise_term(level.name) == name || level.also.contains(&name);
    CHECK_LEVELS.iter().find(of).map(|level| level.name)
}

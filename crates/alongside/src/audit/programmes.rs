//! Several programmes in one run: whose programme somebody is, who shares whom, and the counts of each, worked out again.

use super::allotment::Allotment;
use super::book::Book;
use super::facts::{answer, counts_as, position, words};
use super::finding::{Finding, FindingCode};
use super::priority::answers;
use super::{kept, weights};
use crate::domain::{Among, AttributeKey, Eligibility, Matching, Mentor, OneProgramme, Person};
use crate::outcome::{Outcome, ProgrammeReport, ProgrammeWeight};
use std::collections::BTreeSet;
use std::sync::Arc;

/// Whether a word of the field counts as the id of this programme.
pub(super) fn is_named(matching: &Matching, field: &str, word: &Arc<str>, one: &OneProgramme) -> bool {
    **counts_as(matching, &AttributeKey::new(field), word) == *one.term
}

/// Whether the person names this programme in the field.
pub(super) fn names(matching: &Matching, person: &Person, field: &str, one: &OneProgramme) -> bool {
    answer(person, field).is_some_and(|said| words(said).any(|word| is_named(matching, field, word, one)))
}

/// Whether the mentor agrees to be shown to other programmes; none where nothing is said.
pub(super) fn agreed(mentor: &Person) -> Option<bool> {
    let said = answer(mentor, "shared_between_programmes")?;
    Some(words(said).any(|word| &**word == "yes"))
}

/// Whether a programme lets a person in, or which attribute keeps it shut or leaves it unknown.
pub(super) enum Door<'a> {
    Open,
    Shut(&'a str),
    Unknown(&'a str),
}

/// All conditions together: the first that shuts, else the first that is unknown.
pub(super) fn at_door<'a>(matching: &'a Matching, asked: &'a Eligibility, person: &Person) -> Door<'a> {
    let groups: Vec<&'a Among> = asked.groups.iter().collect();
    let area: Vec<&'a Among> = asked.area.iter().collect();
    let purposes: Vec<&'a Among> = asked.purposes.iter().collect();
    let some_of = |among: &[&'a Among]| some_of(matching, among, person);
    let conditions = [ages(asked, person), some_of(&groups), some_of(&area), some_of(&purposes)];
    let mut unknown = None;
    for condition in conditions {
        match condition {
            Door::Shut(about) => return Door::Shut(about),
            Door::Unknown(about) => unknown = unknown.or(Some(about)),
            Door::Open => {}
        }
    }
    unknown.map_or(Door::Open, Door::Unknown)
}

fn ages<'a>(asked: &Eligibility, person: &Person) -> Door<'a> {
    let (least, most) = (asked.ages.min.unwrap_or(i64::MIN), asked.ages.max.unwrap_or(i64::MAX));
    if asked.ages.min.is_none() && asked.ages.max.is_none() {
        return Door::Open;
    }
    match answer(person, "age").and_then(position) {
        Some(age) if (least..=most).contains(&age) => Door::Open,
        Some(_) => Door::Shut("age"),
        None => Door::Unknown("age"),
    }
}

fn some_of<'a>(matching: &Matching, among: &[&'a Among], person: &Person) -> Door<'a> {
    let Some(first) = among.first() else { return Door::Open };
    let mut blank = None;
    for one in among {
        match answer(person, one.attribute.as_str()) {
            Some(said) if answers(matching, &one.attribute, &one.want, said) => return Door::Open,
            Some(_) => {}
            None => blank = blank.or(Some(one.attribute.as_str())),
        }
    }
    blank.map_or(Door::Shut(first.attribute.as_str()), Door::Unknown)
}

/// The mentee's programme, by its id.
pub(super) fn programme<'a>(matching: &'a Matching, mentee: &Person) -> Option<&'a Arc<str>> {
    home(matching, mentee).map(|(_, one)| &one.id)
}

fn home<'a>(matching: &'a Matching, mentee: &Person) -> Option<(usize, &'a OneProgramme)> {
    matching.programmes.iter().enumerate().find(|(_, one)| names(matching, mentee, "programme", one))
}

/// The programmes that show this mentor to the mentee's, by id; none where the mentor is of it or does not agree.
pub(super) fn shared_by(matching: &Matching, mentee: &Person, mentor: &Person) -> Vec<Arc<str>> {
    let Some((at, own)) = home(matching, mentee) else { return Vec::new() };
    if names(matching, mentor, "programmes", own) || agreed(mentor) != Some(true) {
        return Vec::new();
    }
    let theirs = matching.programmes.iter().filter(|one| names(matching, mentor, "programmes", one));
    theirs.filter(|one| one.shares_with.contains(&at)).map(|one| one.id.clone()).collect()
}

/// Compares what is said of the programmes.
pub(super) fn check(findings: &mut Vec<Finding>, book: &Book<'_>, allotment: &Allotment, outcome: &Outcome) {
    if outcome.programmes != reports(book, allotment) {
        let message =
            "what is said of the programmes that share the run is not as the programme file and the pairs have it";
        findings.push(Finding::new(FindingCode::Programmes, message).about("programmes"));
    }
}

/// Compares whose programme somebody is said to be, and who is said to share the mentor.
pub(super) fn check_referral(
    findings: &mut Vec<Finding>,
    matching: &Matching,
    mentee: &Person,
    stated: Option<&Arc<str>>,
    shared: Option<(&Person, &[Arc<str>])>,
) {
    if stated != programme(matching, mentee) {
        let message = "the mentee was referred to another programme, or to none";
        findings.push(Finding::new(FindingCode::Programmes, message).about("programme"));
    }
    if shared.is_some_and(|(mentor, stated)| stated != shared_by(matching, mentee, mentor)) {
        let message = "the programmes that share the mentor are others";
        findings.push(Finding::new(FindingCode::Programmes, message).about("shared_by"));
    }
}

/// The programmes as an outcome has them.
pub(super) fn reports(book: &Book<'_>, allotment: &Allotment) -> Vec<ProgrammeReport> {
    let matching = book.matching;
    let (urgent, standing) = kept::divided(book);
    let urgent: BTreeSet<_> = urgent.iter().map(|(pair, _)| pair.mentee).collect();
    let standing: BTreeSet<_> = standing.iter().map(|(pair, _)| pair.mentee).collect();
    let pairs: Vec<(usize, usize)> = allotment.pairs().collect();
    let people: Vec<(&Person, &Person)> = pairs
        .iter()
        .filter_map(|(mentee, mentor)| {
            Some((&matching.mentees.get(*mentee)?.person, &matching.mentors.get(*mentor)?.person))
        })
        .collect();
    let report = |(at, one): (usize, &OneProgramme)| {
        let referred: Vec<_> = matching
            .mentees
            .iter()
            .filter(|mentee| programme(matching, &mentee.person) == Some(&one.id))
            .map(|mentee| &mentee.person)
            .collect();
        let is_theirs = |mentor: &Person| names(matching, mentor, "programmes", one);
        let own: Vec<&Mentor> = matching.mentors.iter().filter(|mentor| is_theirs(&mentor.person)).collect();
        let others = matching.mentors.iter().filter(|mentor| !is_theirs(&mentor.person));
        let sharers = |mentor: &Person| {
            let mut theirs = matching.programmes.iter().filter(|other| names(matching, mentor, "programmes", other));
            theirs.any(|other| other.shares_with.contains(&at))
        };
        let shown_elsewhere = |mentor: &Person| {
            let mut to = one.shares_with.iter().filter_map(|to| matching.programmes.get(*to));
            to.any(|to| !names(matching, mentor, "programmes", to))
        };
        let served: Vec<_> = people.iter().filter(|(mentee, _)| programme(matching, mentee) == Some(&one.id)).collect();
        let count = |of: &dyn Fn(&Person) -> bool| referred.iter().filter(|person| of(person)).count();
        let continuing = count(&|person| standing.contains(&person.id));
        let stopped = count(&|person| urgent.contains(&person.id));
        let held = count(&|person| {
            let fixed = standing.contains(&person.id) || urgent.contains(&person.id);
            !fixed && book.mentee_at(&person.id).is_some_and(|at| book.is_out(at))
        });
        ProgrammeReport {
            programme: one.id.clone(),
            name: one.name.clone(),
            purpose: one.design.purpose,
            sub_goals: one.design.sub_goals.clone(),
            setting: one.design.setting,
            shares_with: one
                .shares_with
                .iter()
                .map(|to| matching.programmes.get(*to).map(|to| to.id.clone()))
                .collect::<Option<_>>()
                .unwrap_or_default(),
            mentees: referred.len(),
            served: served.len(),
            continuing,
            urgent: stopped,
            held,
            waiting: referred.len().saturating_sub(served.len() + continuing + stopped + held),
            mentors: own.len(),
            places: own.iter().map(|mentor| u64::from(mentor.capacity)).sum(),
            shared_in: others.filter(|one| agreed(&one.person) == Some(true) && sharers(&one.person)).count(),
            shared_out: own
                .iter()
                .filter(|one| agreed(&one.person) == Some(true) && shown_elsewhere(&one.person))
                .count(),
            served_by_others: served.iter().filter(|(_, mentor)| !is_theirs(mentor)).count(),
            lent: people.iter().filter(|(mentee, mentor)| shared_with(matching, (at, one), mentee, mentor)).count(),
            weights: weights_of(matching, one),
        }
    };
    matching.programmes.iter().enumerate().map(report).collect()
}

/// Whether the programme's own mentor is proposed to somebody of another that it shares them with.
fn shared_with(matching: &Matching, (_, one): (usize, &OneProgramme), mentee: &Person, mentor: &Person) -> bool {
    let Some((to, home)) = home(matching, mentee) else { return false };
    names(matching, mentor, "programmes", one)
        && !names(matching, mentor, "programmes", home)
        && one.shares_with.contains(&to)
}

/// What the criteria weigh for a programme's mentees.
fn weights_of(matching: &Matching, one: &OneProgramme) -> Vec<ProgrammeWeight> {
    let Some(weighed) = weights::of_programme(matching, one) else { return Vec::new() };
    let each = matching.criteria.iter().zip(weighed).map(|(criterion, (weight, weighing))| ProgrammeWeight {
        criterion: criterion.id.clone(),
        weight: i64::try_from(weight).unwrap_or(i64::MAX),
        weighing,
    });
    each.collect()
}

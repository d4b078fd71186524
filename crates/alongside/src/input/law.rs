//! What the law's shape asks of the input: bases, justifications, recorded decisions. Research pointers turned into
//! checks, not legal advice.

use super::Node;
use super::attributes::Attributes;
use super::keys::{DECISION, JUSTIFICATION};
use super::people::ReadPerson;
use super::reader::{Source, TableReader};
use super::settings::refuse_idle;
use crate::domain::{
    AttributeKey, Criterion, Decision, FriendDecision, Justification, KnownAs, PersonId, Protected, Rule, Side,
    Strength, Want,
};
use crate::issue::{IssueCode, Issues};
use std::collections::{BTreeMap, BTreeSet};

pub(crate) fn read_justifications(
    source: &Source,
    items: &[Node],
    attributes: &Attributes,
    issues: &mut Issues,
) -> Vec<Justification> {
    let mut read = Vec::new();
    for (index, item) in items.iter().enumerate() {
        let path = format!("justifications[{index}]");
        let Some(table) = TableReader::new(source, path, item, &JUSTIFICATION, issues) else { continue };
        let name = table.required_text("attribute", issues);
        let reason = table.required_text("reason", issues);
        let attribute = name.and_then(|name| attributes.find(name, table.place("attribute"), issues));
        let (Some(attribute), Some(reason)) = (attribute, reason) else { continue };
        if attribute.protected.is_none() {
            let message = format!("`{}` is no protected characteristic: nothing needs justifying", attribute.key);
            issues.push(IssueCode::BadSetting, table.place("attribute"), message, "leave it out");
        }
        read.push(Justification { attribute: attribute.key.clone(), reason: reason.to_owned() });
    }
    read
}

/// What a coordinator can decide, with the settings each has beside those of all.
const DECISIONS: &[(&str, &[&str])] = &[("honour", &["attribute"]), ("allow_close_friend", &["mentor"])];

pub(crate) fn read_decisions(
    source: &Source,
    items: &[Node],
    attributes: &Attributes,
    (mentors, mentees): (&BTreeSet<PersonId>, &BTreeSet<PersonId>),
    issues: &mut Issues,
) -> (Vec<Decision>, Vec<FriendDecision>) {
    let (mut read, mut friends) = (Vec::new(), Vec::new());
    for (index, item) in items.iter().enumerate() {
        let path = format!("decisions[{index}]");
        let Some(table) = TableReader::new(source, path, item, &DECISION, issues) else { continue };
        let words: Vec<(&str, &(&str, &[&str]))> = DECISIONS.iter().map(|decision| (decision.0, decision)).collect();
        let (kind, heeded) = *table.choice("decision", &words, issues).unwrap_or(&("honour", &["attribute"]));
        refuse_idle(&table, kind, &["decision", "mentee", "by", "on", "reason"], heeded, &DECISION, issues);
        let mentee = table.required_text("mentee", issues).and_then(PersonId::new);
        if mentee.as_ref().is_some_and(|mentee| !mentees.contains(mentee)) {
            let message = "no mentee has this id";
            issues.push(IssueCode::DanglingId, table.place("mentee"), message, "mend the id, or remove the decision");
        }
        let by = table.required_text("by", issues);
        let on = table.required_date("on", issues);
        let reason = table.required_text("reason", issues);
        let told = || Some((mentee.clone()?, by?.to_owned(), on?, reason?.to_owned()));
        if kind == "allow_close_friend" {
            let mentor = table.required_text("mentor", issues).and_then(PersonId::new);
            if mentor.as_ref().is_some_and(|mentor| !mentors.contains(mentor)) {
                let message = "no mentor has this id";
                let remedy = "mend the id, or remove the decision";
                issues.push(IssueCode::DanglingId, table.place("mentor"), message, remedy);
            }
            let (Some((mentee, by, on, reason)), Some(mentor)) = (told(), mentor) else { continue };
            friends.push(FriendDecision { mentee, mentor, by, on, reason });
        } else {
            let attribute = table
                .required_text("attribute", issues)
                .and_then(|name| attributes.find(name, table.place("attribute"), issues));
            let (Some((mentee, by, on, reason)), Some(attribute)) = (told(), attribute) else { continue };
            read.push(Decision { mentee, attribute: attribute.key.clone(), by, on, reason });
        }
    }
    read.sort_by(|a, b| (&a.mentee, &a.attribute).cmp(&(&b.mentee, &b.attribute)));
    friends.sort_by(|a, b| (&a.mentee, &a.mentor).cmp(&(&b.mentee, &b.mentor)));
    (read, friends)
}

/// Decisions on close friends where there is nothing to decide.
pub(crate) fn check_friends(
    source: &Source,
    (mentors, mentees): (&[ReadPerson], &[ReadPerson]),
    decisions: &[FriendDecision],
    issues: &mut Issues,
) {
    if decisions.is_empty() {
        return;
    }
    let by_id = |people: &[ReadPerson]| -> BTreeMap<PersonId, usize> {
        people.iter().enumerate().map(|(at, read)| (read.person.id.clone(), at)).collect()
    };
    let (mentor_at, mentee_at) = (by_id(mentors), by_id(mentees));
    for one in decisions {
        // A decision about somebody who is not there is told as that.
        let mentee = mentee_at.get(&one.mentee).and_then(|at| mentees.get(*at));
        let mentor = mentor_at.get(&one.mentor).and_then(|at| mentors.get(*at));
        let (Some(mentee), Some(mentor)) = (mentee, mentor) else { continue };
        let says = |own: &ReadPerson, id: &PersonId| own.person.known_to.get(id) == Some(&KnownAs::CloseFriend);
        let friends = says(mentee, &one.mentor) || says(mentor, &one.mentee);
        if !friends || mentee.nominated_mentor.as_ref() != Some(&one.mentor) {
            let message = "a decision on a close friend whom the mentee does not nominate, or who is said to be none";
            let remedy = "remove it, or mend what it names";
            issues.push(IssueCode::IdleRecord, source.place("decisions", None), message, remedy);
        }
    }
}

/// A sensitive attribute that is answered, wished about, or used by a rule or criterion needs a basis.
pub(crate) fn check_bases(
    source: &Source,
    attributes: &Attributes,
    people: &[(Side, &ReadPerson)],
    rules: &[Rule],
    criteria: &[Criterion],
    issues: &mut Issues,
) {
    let mut used: BTreeSet<&AttributeKey> = people.iter().flat_map(|(_, read)| read.person.answers.keys()).collect();
    let named: Vec<AttributeKey> = rules
        .iter()
        .flat_map(|rule| rule.kind.attributes())
        .chain(criteria.iter().flat_map(|criterion| criterion.kind.attributes()))
        .collect();
    used.extend(&named);
    used.extend(people.iter().flat_map(|(_, read)| read.person.preferences.iter().map(|wish| &wish.attribute)));
    for key in used {
        let Some(attribute) = attributes.all.get(key) else { continue };
        if attribute.sensitivity.needs_basis() && attribute.basis.is_none() {
            let message = format!("`{key}` is sensitive data and no basis is declared for using it");
            let remedy = format!("add `[basis.{key}]` with `basis = \"consent\"` or another, or leave the field out");
            issues.push(IssueCode::MissingBasis, source.place(&format!("basis.{key}"), None), message, remedy);
        }
    }
}

/// Records that allow nothing because nobody has the wish they are about.
pub(crate) fn check_records(
    source: &Source,
    mentors: &[ReadPerson],
    mentees: &[ReadPerson],
    justifications: &[Justification],
    decisions: &[Decision],
    issues: &mut Issues,
) {
    let wished = |people: &[ReadPerson], attribute: &AttributeKey, whose: Option<&PersonId>| {
        let people = people.iter().filter(|read| whose.is_none_or(|id| *id == read.person.id));
        people.flat_map(|read| &read.person.preferences).any(|wish| {
            wish.attribute == *attribute
                && if whose.is_some() { wish.strength == Strength::Never } else { wish.strength.is_hard() }
        })
    };
    let remedy = "remove it, or mend what it names";
    for one in justifications.iter().filter(|one| !wished(mentors, &one.attribute, None)) {
        let message = format!("a justification on `{}`, and no mentor has a hard wish on it", one.attribute);
        issues.push(IssueCode::IdleRecord, source.place("justifications", None), message, remedy);
    }
    // A decision about somebody who is not there is told as that.
    let there = |one: &&Decision| mentees.iter().any(|read| read.person.id == one.mentee);
    for one in decisions.iter().filter(there).filter(|one| !wished(mentees, &one.attribute, Some(&one.mentee))) {
        let message = format!("a decision on `{}`, and its mentee has no `never` on it", one.attribute);
        issues.push(IssueCode::IdleRecord, source.place("decisions", None), message, remedy);
    }
}

/// Hard wishes on protected characteristics: mentors' need a justification, mentees' `never` a decision.
pub(crate) fn check_wishes(
    side: Side,
    people: &[ReadPerson],
    attributes: &Attributes,
    justifications: &[Justification],
    decisions: &[Decision],
    issues: &mut Issues,
) {
    for read in people {
        for wish in &read.person.preferences {
            let protected = attributes.all.get(&wish.attribute).and_then(|attribute| attribute.protected);
            let Some(protected) = protected.filter(|_| wish.strength.is_hard()) else { continue };
            let place = || read.preferences_place.clone();
            match side {
                Side::Mentor if !justifications.iter().any(|one| one.attribute == wish.attribute) => {
                    let message =
                        format!("a hard wish of a mentor on `{}`, a protected characteristic", wish.attribute);
                    let remedy =
                        "make it `prefer` or `avoid`, or record the programme's reason in `[[justifications]]`";
                    issues.push(IssueCode::UnjustifiedWish, place(), message, remedy);
                }
                Side::Mentee
                    if wish.strength == Strength::Never
                        && protected != Protected::Sex
                        && matches!(wish.want, Want::AnyOf(_) | Want::Range { .. })
                        && !decisions
                            .iter()
                            .any(|one| one.mentee == read.person.id && one.attribute == wish.attribute) =>
                {
                    let message = format!("a `never` naming a protected value of `{}`", wish.attribute);
                    let remedy = "make it `avoid`, or record a coordinator's decision with a reason in `[[decisions]]`";
                    issues.push(IssueCode::UndecidedNever, place(), message, remedy);
                }
                _ => {}
            }
        }
    }
}

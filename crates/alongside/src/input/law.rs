//! What the law's shape asks of the input: bases, justifications, recorded decisions. Research pointers turned into
//! checks, not legal advice.

use super::Node;
use super::attributes::Attributes;
use super::decisions::ReadDecision;
use super::keys::JUSTIFICATION;
use super::people::ReadPerson;
use super::reader::{Source, TableReader};
use super::whose::whose;
use crate::domain::{
    Attribute, AttributeKey, Criterion, CriterionKind, Decision, DecisionKind, Ground, Justification, KnownAs,
    PersonId, Protected, Rule, Side, Strength, Want,
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
        if attribute.protected.is_none() && !attribute.sensitivity.needs_basis() {
            let message = format!("`{}` is neither sensitive nor protected: nothing needs justifying", attribute.key);
            issues.push(IssueCode::BadSetting, table.place("attribute"), message, "leave it out");
        }
        read.push(Justification { attribute: attribute.key.clone(), reason: reason.to_owned() });
    }
    read
}

/// Decisions on close friends where there is nothing to decide.
pub(crate) fn check_friends(
    (mentors, mentees): (&[ReadPerson], &[ReadPerson]),
    decisions: &[ReadDecision],
    issues: &mut Issues,
) {
    if !decisions.iter().any(|one| matches!(one.decision.kind, DecisionKind::AllowCloseFriend { .. })) {
        return;
    }
    let by_id = |people: &[ReadPerson]| -> BTreeMap<PersonId, usize> {
        people.iter().enumerate().map(|(at, read)| (read.person.id.clone(), at)).collect()
    };
    let (mentor_at, mentee_at) = (by_id(mentors), by_id(mentees));
    for ReadDecision { decision, place } in decisions {
        let DecisionKind::AllowCloseFriend { mentee: named, mentor: friend } = &decision.kind else { continue };
        // A decision about somebody who is not there is told as that.
        let mentee = mentee_at.get(named).and_then(|at| mentees.get(*at));
        let mentor = mentor_at.get(friend).and_then(|at| mentors.get(*at));
        let (Some(mentee), Some(mentor)) = (mentee, mentor) else { continue };
        let says = |own: &ReadPerson, id: &PersonId| own.person.known_to.get(id) == Some(&KnownAs::CloseFriend);
        let friends = says(mentee, friend) || says(mentor, named);
        if !friends || mentee.nominated_mentor.as_ref() != Some(friend) {
            let message = "a decision on a close friend whom the mentee does not nominate, or who is said to be none";
            let remedy = "remove it, or mend what it names";
            issues.push(IssueCode::IdleRecord, place.clone(), message, remedy);
        }
    }
}

/// A sensitive attribute that is answered, wished about, or used by a rule or criterion needs a basis.
pub(crate) fn check_bases(
    source: &Source,
    attributes: &Attributes,
    people: &[(Side, &ReadPerson)],
    (rules, criteria, priority): (&[Rule], &[Criterion], &[Ground]),
    issues: &mut Issues,
) {
    let lacks = |attribute: &Attribute| attribute.sensitivity.needs_basis() && attribute.basis.is_none();
    let lacking: BTreeSet<&AttributeKey> =
        attributes.all.iter().filter(|(_, attribute)| lacks(attribute)).map(|(key, _)| key).collect();
    if lacking.is_empty() {
        return;
    }
    let named: Vec<AttributeKey> = rules
        .iter()
        .flat_map(|rule| rule.kind.attributes())
        .chain(criteria.iter().flat_map(|criterion| criterion.kind.attributes()))
        .chain(priority.iter().filter_map(|ground| ground.kind.attribute().cloned()))
        .collect();
    let uses = |read: &ReadPerson, key: &AttributeKey| {
        let mut wishes = read.person.preferences.iter().chain(&read.carer_preferences);
        read.person.answers.contains_key(key) || wishes.any(|wish| wish.attribute == *key)
    };
    for key in lacking {
        if named.contains(key) || people.iter().any(|(_, read)| uses(read, key)) {
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
    let wished = |attribute: &AttributeKey| {
        let mut wishes = mentors.iter().flat_map(|read| &read.person.preferences);
        let mut carers = mentees.iter().flat_map(|read| &read.carer_preferences);
        wishes.any(|wish| wish.attribute == *attribute && wish.strength.is_hard())
            || carers.any(|wish| wish.attribute == *attribute)
    };
    let remedy = "remove it, or mend what it names";
    for one in justifications.iter().filter(|one| !wished(&one.attribute)) {
        let message =
            format!("a justification on `{}`, and no mentor has a hard wish on it, nor a carer any", one.attribute);
        issues.push(IssueCode::IdleRecord, source.place("justifications", None), message, remedy);
    }
    // Whether each mentee that such a decision names has such a wish. One about somebody who is not there is told as
    // that.
    let mut never: BTreeMap<&PersonId, Vec<&AttributeKey>> = BTreeMap::new();
    never.extend(decisions.iter().filter_map(honoured).map(|(mentee, _)| (mentee, Vec::new())));
    let mut there: BTreeSet<&PersonId> = BTreeSet::new();
    for read in mentees {
        if let Some(known) = never.get_mut(&read.person.id) {
            there.insert(&read.person.id);
            let wishes = read.person.preferences.iter().filter(|wish| wish.strength == Strength::Never);
            known.extend(wishes.map(|wish| &wish.attribute));
        }
    }
    for one in decisions {
        if let Some((mentee, attribute)) = honoured(one)
            && there.contains(mentee)
            && !never.get(mentee).is_some_and(|wishes| wishes.contains(&attribute))
        {
            let message = format!("a decision on `{attribute}`, and its mentee has no `never` on it");
            issues.push(IssueCode::IdleRecord, source.place("decisions", None), message, remedy);
        }
    }
}

/// Hard wishes: mentors' on protected characteristics and on sensitive answers need a justification, mentees' `never` on
/// protected characteristics a decision.
pub(crate) fn check_wishes(
    side: Side,
    people: &[ReadPerson],
    attributes: &Attributes,
    justifications: &[Justification],
    decisions: &[Decision],
    issues: &mut Issues,
) {
    let honours: BTreeSet<(&PersonId, &AttributeKey)> = decisions.iter().filter_map(honoured).collect();
    for read in people {
        for wish in &read.person.preferences {
            let Some(attribute) = attributes.all.get(&wish.attribute).filter(|_| wish.strength.is_hard()) else {
                continue;
            };
            let (protected, sensitive) = (attribute.protected, attribute.sensitivity.needs_basis());
            let place = || read.place_of("preferences");
            match (side, protected) {
                (Side::Mentor, _)
                    if (protected.is_some() || sensitive)
                        && !justifications.iter().any(|one| one.attribute == wish.attribute) =>
                {
                    let what = if protected.is_some() { "a protected characteristic" } else { "sensitive data" };
                    let message = format!("a hard wish of a mentor on `{}`, {what}", wish.attribute);
                    let remedy =
                        "make it `prefer` or `avoid`, or record the programme's reason in `[[justifications]]`";
                    issues.push(IssueCode::UnjustifiedWish, place(), message, remedy);
                }
                (Side::Mentee, Some(protected))
                    if wish.strength == Strength::Never
                        && protected != Protected::Sex
                        && matches!(wish.want, Want::AnyOf(_) | Want::Range { .. })
                        && !honours.contains(&(&read.person.id, &wish.attribute)) =>
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

/// Carers' wishes on protected characteristics, where a criterion counts them, need a justification.
pub(crate) fn check_carers(
    criteria: &[Criterion],
    mentees: &[ReadPerson],
    attributes: &Attributes,
    justifications: &[Justification],
    issues: &mut Issues,
) {
    if !criteria.iter().any(|one| one.kind == CriterionKind::CarerPreferences) {
        return;
    }
    let reasoned = |key: &AttributeKey| justifications.iter().any(|one| one.attribute == *key);
    for read in mentees {
        let told: BTreeSet<&AttributeKey> = read.carer_preferences.iter().map(|wish| &wish.attribute).collect();
        for key in told {
            if attributes.all.get(key).is_some_and(|one| one.protected.is_some()) && !reasoned(key) {
                let message = format!("a carer's wish on `{key}`, a protected characteristic, counts");
                let remedy =
                    "record the programme's reason in `[[justifications]]`, or take the criterion or the wish out";
                issues.push(IssueCode::UnjustifiedCarerWish, read.place(), message, remedy);
            }
        }
    }
}

/// Somebody who has an Independent Visitor or the like is not refused another relationship; the coordinator should know
/// before one is proposed.
pub(crate) fn check_existing_support(mentees: &[ReadPerson], opaque_ids: bool, issues: &mut Issues) {
    let supported = || mentees.iter().filter(|read| read.person.answers.contains_key("existing_support"));
    let Some(first) = supported().next() else { return };
    let mut place = first.place();
    (place.row, place.line, place.path) = (None, None, Some(Side::Mentee.plural().to_owned()));
    let count = supported().count();
    let (who, have) = if count == 1 { ("mentee", "has") } else { ("mentees", "have") };
    let ids = whose(opaque_ids, supported());
    let message =
        format!("{count} {who} {have} support already, from a visitor, an adviser, a mentor or a befriender{ids}");
    let remedy = "talk with them and with whoever supports them before anybody is proposed; nobody is refused for it";
    issues.push(IssueCode::SupportedAlready, place, message, remedy);
}

/// Whose `never` on which attribute the decision lets hold.
fn honoured(decision: &Decision) -> Option<(&PersonId, &AttributeKey)> {
    match &decision.kind {
        DecisionKind::Honour { mentee, attribute } => Some((mentee, attribute)),
        _ => None,
    }
}

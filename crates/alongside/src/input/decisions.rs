//! What coordinators decided: keep, bar, hold, honour, allow a close friend.

use super::FurtherRecord;
use super::attributes::Attributes;
use super::further::RecordReader;
use super::people::ReadPerson;
use super::relationships::{ReadRelationship, known};
use crate::domain::{Date, Decision, DecisionKind, PersonId, RelationshipStatus, Side};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::{BTreeMap, BTreeSet};

/// A decision, and where it stands.
#[derive(Debug)]
pub(crate) struct ReadDecision {
    pub(crate) decision: Decision,
    pub(crate) place: Place,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Word {
    Keep,
    Bar,
    Hold,
    Honour,
    AllowCloseFriend,
}

pub(crate) const WORDS: &[(&str, Word)] = &[
    ("keep", Word::Keep),
    ("bar", Word::Bar),
    ("hold", Word::Hold),
    ("honour", Word::Honour),
    ("allow_close_friend", Word::AllowCloseFriend),
];

/// What decisions are held against.
pub(crate) struct Known<'a> {
    pub(crate) as_of: Date,
    pub(crate) attributes: &'a Attributes,
    pub(crate) mentors: &'a BTreeSet<PersonId>,
    pub(crate) mentees: &'a BTreeSet<PersonId>,
}

/// Reads every decision and checks it by itself, against the others, and against current pairs.
pub(crate) fn read_decisions<'a>(
    records: impl Iterator<Item = &'a FurtherRecord>,
    programme: &Known<'_>,
    relationships: &[ReadRelationship],
    issues: &mut Issues,
) -> Vec<ReadDecision> {
    let mut read: Vec<ReadDecision> =
        records.filter_map(|record| read_one(RecordReader { record }, programme, issues)).collect();
    check_against_each_other(&read, relationships, issues);
    read.sort_by(|a, b| a.decision.cmp(&b.decision));
    read
}

fn read_one(reader: RecordReader<'_>, programme: &Known<'_>, issues: &mut Issues) -> Option<ReadDecision> {
    let word = match reader.node("decision") {
        Some(_) => reader.choice("decision", WORDS, issues),
        None if reader.node("attribute").is_some() => Some(Word::Honour),
        None => {
            reader.missing("decision", issues);
            None
        }
    };
    let of_mentee = word.is_some_and(|word| word != Word::Hold);
    let mentee = known(reader, Side::Mentee, programme.mentees, of_mentee, issues);
    let of_mentor = matches!(word, Some(Word::Keep | Word::Bar | Word::AllowCloseFriend));
    let mentor = known(reader, Side::Mentor, programme.mentors, of_mentor, issues);
    let attribute = reader
        .text("attribute", issues)
        .and_then(|name| programme.attributes.find(&name, reader.place("attribute"), issues))
        .map(|attribute| attribute.key.clone());
    let by = reader.required_text("by", issues);
    let on = reader.required_date("on", issues);
    let reason = reader.required_text("reason", issues);
    if on.is_some_and(|on| on > programme.as_of) {
        let message = "a decision dated after the programme's day";
        issues.push(IssueCode::BadDate, reader.place("on"), message, "mend the date, or `as_of`");
    }
    let word = word?;
    let mut idle = |field: &str, of: &str| {
        if reader.node(field).is_some() {
            let message = format!("`{field}` does nothing for {of}");
            issues.push(IssueCode::BadSetting, reader.place(field), message, "leave it blank");
        }
    };
    match word {
        Word::Honour => idle("mentor", "a decision to honour a wish"),
        _ => idle("attribute", "a decision on a pair or a person"),
    }
    let kind = match word {
        Word::Honour => {
            reader.required("attribute", attribute.as_ref(), issues);
            DecisionKind::Honour { mentee: mentee?, attribute: attribute? }
        }
        Word::Hold => {
            if mentee.is_none() && mentor.is_none() {
                if reader.node("mentee").is_none() && reader.node("mentor").is_none() {
                    reader.missing("mentee", issues);
                }
                return None;
            }
            DecisionKind::Hold { mentee, mentor }
        }
        Word::Keep => DecisionKind::Keep { mentee: mentee?, mentor: mentor? },
        Word::Bar => DecisionKind::Bar { mentee: mentee?, mentor: mentor? },
        Word::AllowCloseFriend => DecisionKind::AllowCloseFriend { mentee: mentee?, mentor: mentor? },
    };
    let decision = Decision { kind, by: by?, on: on?, reason: reason? };
    Some(ReadDecision { decision, place: reader.record.place() })
}

/// One decision on a pair, one fixed pair of a mentee, and nothing held that is fixed.
fn check_against_each_other(read: &[ReadDecision], relationships: &[ReadRelationship], issues: &mut Issues) {
    let current = relationships.iter().filter(|one| one.relationship.status == RelationshipStatus::Current);
    let mut fixed: BTreeMap<&PersonId, (&PersonId, &Place)> = BTreeMap::new();
    for one in current {
        fixed.entry(&one.relationship.mentee).or_insert((&one.relationship.mentor, &one.place));
    }
    let mut decided: BTreeMap<(Option<&PersonId>, Option<&PersonId>), &Place> = BTreeMap::new();
    let contradicts = |place: &Place, message: String, remedy: &str, issues: &mut Issues| {
        issues.push(IssueCode::ContradictingDecision, place.clone(), message, remedy);
    };
    for ReadDecision { decision, place } in read {
        let kind = &decision.kind;
        // Wishes are honoured attribute by attribute, and a friend who is allowed can be kept as well.
        let one_only = !matches!(kind, DecisionKind::Honour { .. } | DecisionKind::AllowCloseFriend { .. });
        if one_only && let Some(before) = decided.insert((kind.mentee(), kind.mentor()), place) {
            let message = format!("there is another decision on this ({before})");
            contradicts(place, message, "keep the one that holds now", issues);
            continue;
        }
        if let DecisionKind::Keep { mentee, mentor } = kind {
            match fixed.get(mentee) {
                Some((other, before)) if *other != mentor => {
                    let message = format!("the mentee has a current or kept pair with somebody else ({before})");
                    contradicts(place, message, "end the one, or leave the other out", issues);
                }
                Some(_) => {}
                None => {
                    fixed.insert(mentee, (mentor, place));
                }
            }
        }
    }
    for ReadDecision { decision, place } in read {
        let DecisionKind::Hold { mentee: Some(mentee), mentor } = &decision.kind else { continue };
        let Some((_, before)) = fixed.get(mentee) else { continue };
        if mentor.is_some() {
            let message = format!("the mentee has a current or kept pair ({before})");
            contradicts(place, message, "end that pair first, or leave the hold out", issues);
        } else {
            let message = format!("the mentee has a current or kept pair, and nothing is left to hold ({before})");
            issues.push(IssueCode::IdleRecord, place.clone(), message, "leave it out while the pair meets");
        }
    }
}

/// Tells mentors with more current, kept and held pairs than places: it is for practice to settle.
pub(crate) fn check_capacity(
    mentors: &[ReadPerson],
    relationships: &[ReadRelationship],
    decisions: &[ReadDecision],
    issues: &mut Issues,
) {
    let mut pairs: BTreeSet<(&PersonId, &PersonId)> = BTreeSet::new();
    let current = relationships.iter().map(|one| &one.relationship);
    let current = current.filter(|one| one.status == RelationshipStatus::Current);
    pairs.extend(current.map(|one| (&one.mentor, &one.mentee)));
    pairs.extend(decisions.iter().filter_map(|one| match &one.decision.kind {
        DecisionKind::Keep { mentee, mentor } | DecisionKind::Hold { mentee: Some(mentee), mentor: Some(mentor) } => {
            Some((mentor, mentee))
        }
        _ => None,
    }));
    let mut taken: BTreeMap<&PersonId, usize> = BTreeMap::new();
    for (mentor, _) in pairs {
        *taken.entry(mentor).or_default() += 1;
    }
    for read in mentors {
        let (count, capacity) = (taken.get(&read.person.id).copied().unwrap_or(0), read.capacity);
        if count > capacity as usize {
            let message = format!("the mentor has {count} current, kept or held pairs and a capacity of {capacity}");
            let remedy = "raise `capacity`, which counts those pairs too, or end what has ended";
            issues.push(IssueCode::OverCapacity, read.place(), message, remedy);
        }
    }
}

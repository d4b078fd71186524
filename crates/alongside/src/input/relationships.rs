//! Pairs that meet or met.

use super::FurtherRecord;
use super::further::RecordReader;
use crate::domain::{Date, PersonId, Relationship, RelationshipStatus, Side};
use crate::issue::{IssueCode, Issues, Place};
use std::collections::{BTreeMap, BTreeSet};

/// A relationship, and where it stands.
#[derive(Debug)]
pub(crate) struct ReadRelationship {
    pub(crate) relationship: Relationship,
    pub(crate) place: Place,
}

const STATUSES: &[(&str, RelationshipStatus)] =
    &[("current", RelationshipStatus::Current), ("past", RelationshipStatus::Past)];

/// Reads every relationship and checks it by itself and against the others.
pub(crate) fn read_relationships<'a>(
    records: impl Iterator<Item = &'a FurtherRecord>,
    as_of: Date,
    mentors: &BTreeSet<PersonId>,
    mentees: &BTreeSet<PersonId>,
    issues: &mut Issues,
) -> Vec<ReadRelationship> {
    let mut read: Vec<ReadRelationship> =
        records.filter_map(|record| read_one(RecordReader { record }, as_of, mentors, mentees, issues)).collect();
    check_pairs(&read, issues);
    read.sort_by(|a, b| a.relationship.cmp(&b.relationship));
    read
}

fn read_one(
    reader: RecordReader<'_>,
    as_of: Date,
    mentors: &BTreeSet<PersonId>,
    mentees: &BTreeSet<PersonId>,
    issues: &mut Issues,
) -> Option<ReadRelationship> {
    let mentee = known(reader, Side::Mentee, mentees, true, issues);
    let mentor = known(reader, Side::Mentor, mentors, true, issues);
    let started = reader.date("started", issues);
    let ended = reader.date("ended", issues);
    let over = ended.is_some_and(|ended| ended <= as_of);
    let usual = if over { RelationshipStatus::Past } else { RelationshipStatus::Current };
    let status = match reader.node("status") {
        None => usual,
        Some(_) => reader.choice("status", STATUSES, issues)?,
    };
    let again = reader.yes("again", issues);
    let mut contradicts = |field: &str, message: &str, remedy: &str| {
        issues.push(IssueCode::ContradictingRelationship, reader.place(field), message, remedy);
    };
    if started.zip(ended).is_some_and(|(started, ended)| ended < started) {
        contradicts("ended", "the pair ended before it started", "mend one of the two dates");
    } else if status == RelationshipStatus::Current && over {
        let message = "a current pair that ended on or before the programme's day";
        contradicts("ended", message, "make it `past`, or mend the date");
    } else if status == RelationshipStatus::Past && ended.is_some_and(|ended| ended > as_of) {
        let message = "a past pair that ends after the programme's day";
        contradicts("ended", message, "make it `current`, or mend the date");
    }
    if again.is_some() && status == RelationshipStatus::Current {
        let message = "`again` says something of a past pair, and this one is current";
        issues.push(IssueCode::IdleRecord, reader.place("again"), message, "leave it blank until the pair has ended");
    }
    let again = again.unwrap_or(false);
    let relationship = Relationship { mentee: mentee?, mentor: mentor?, status, started, ended, again };
    Some(ReadRelationship { relationship, place: reader.record.place() })
}

/// The id in the side's field; one that is missing although required, or that nobody has on that side, is told.
pub(crate) fn known(
    reader: RecordReader<'_>,
    side: Side,
    people: &BTreeSet<PersonId>,
    required: bool,
    issues: &mut Issues,
) -> Option<PersonId> {
    let (field, nobody) = match side {
        Side::Mentor => ("mentor", "no mentor has this id"),
        Side::Mentee => ("mentee", "no mentee has this id"),
    };
    let id = if required { reader.required_id(field, issues) } else { reader.id(field, issues) }?;
    if !people.contains(&id) {
        let remedy = "mend the id, or remove the entry";
        issues.push(IssueCode::DanglingId, reader.place(field), nobody, remedy);
    }
    Some(id)
}

/// A pair is current or past, and a mentee has one current pair at most.
fn check_pairs(read: &[ReadRelationship], issues: &mut Issues) {
    let mut by_pair: BTreeMap<(&PersonId, &PersonId), &ReadRelationship> = BTreeMap::new();
    let mut current: BTreeMap<&PersonId, &ReadRelationship> = BTreeMap::new();
    for one in read {
        let Relationship { mentee, mentor, status, .. } = &one.relationship;
        let pair_before = by_pair.insert((mentee, mentor), one);
        let both_past = *status == RelationshipStatus::Past
            && pair_before.is_none_or(|before| before.relationship.status == RelationshipStatus::Past);
        if let Some(before) = pair_before.filter(|_| !both_past) {
            let message = format!("the same pair stands here already ({})", before.place);
            let remedy = "keep the entry that says how it is now";
            issues.push(IssueCode::ContradictingRelationship, one.place.clone(), message, remedy);
        } else if *status == RelationshipStatus::Current
            && let Some(before) = current.insert(mentee, one)
        {
            let message = format!("the mentee has a current pair already ({})", before.place);
            let remedy = "make the one that has ended `past`";
            issues.push(IssueCode::ContradictingRelationship, one.place.clone(), message, remedy);
        }
    }
}

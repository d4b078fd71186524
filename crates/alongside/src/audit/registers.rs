//! Rules and criteria in force, and what the programme put on record.

use super::book::Book;
use super::finding::{Finding, FindingCode};
use super::lists::Difference;
use super::priority;
use super::proposals::Sums;
use crate::domain::{
    CheckRow, CriterionKind, DecisionKind, GroundKind, Matching, RuleKind, Sensitivity, WHY_CAPABILITIES,
    WHY_CARER_CONSENT, WHY_HEARING_ACCESS, WHY_SUPERVISION, Way,
};
use crate::outcome::{CriterionReport, Outcome, Record, RuleReport};

/// Compares the lists of rules, criteria (but for their points) and records.
pub(super) fn check(findings: &mut Vec<Finding>, book: &Book<'_>, outcome: &Outcome) {
    let matching = book.matching;
    if outcome.rules != rules(matching) {
        let message = "the rules are not those of the programme, in its order";
        findings.push(Finding::new(FindingCode::RuleList, message).about("rules"));
    }
    let without_points = |report: &CriterionReport| CriterionReport { points: 0, ..report.clone() };
    if !outcome.criteria.iter().map(without_points).eq(criteria(matching)) {
        let message = "the criteria are not those of the programme, in its order";
        findings.push(Finding::new(FindingCode::CriterionList, message).about("criteria"));
    }
    if outcome.priority != priority::grounds(matching) {
        let message = "the grounds of priority are not those of the programme, or hold of others";
        findings.push(Finding::new(FindingCode::Tier, message).about("priority"));
    }
    check_records(findings, &outcome.records, &records(matching));
}

/// Compares the points of each criterion over all proposals.
pub(super) fn check_points(findings: &mut Vec<Finding>, book: &Book<'_>, sums: &Sums, stated: &[CriterionReport]) {
    for ((scale, report), &derived) in book.scales.iter().zip(stated).zip(&sums.points) {
        if i128::from(report.points) != derived {
            let finding =
                Finding::number(FindingCode::CriterionPoints, "points of all proposals", report.points, derived);
            findings.push(finding.about(&*scale.criterion.id));
        }
    }
}

fn check_records(findings: &mut Vec<Finding>, stated: &[Record], derived: &[Record]) {
    // Records have no order of their own: they are compared by how they print.
    let keys = |records: &[Record]| records.iter().map(|record| format!("{record:?}")).collect::<Vec<_>>();
    let difference = Difference::of(keys(stated), keys(derived));
    let mut report = |record: Option<&Record>, message: &str| {
        let about = record.map_or("records", attribute_of);
        findings.push(Finding::new(FindingCode::Records, message).about(about));
    };
    for &at in &difference.missing {
        report(derived.get(at), "something that the programme put on record is missing");
    }
    for _ in &difference.unfounded {
        report(None, "something stands on record that the programme does not have");
    }
    difference.check_order(findings, "records");
}

fn attribute_of(record: &Record) -> &str {
    match record {
        Record::Decision { decision, attribute, .. } => attribute.as_ref().unwrap_or(decision),
        Record::CheckRow { row, .. } => row,
        Record::Basis { attribute, .. }
        | Record::Justification { attribute, .. }
        | Record::Reason { attribute, .. } => attribute,
    }
}

/// The rules in force, as an outcome has them.
pub(super) fn rules(matching: &Matching) -> Vec<RuleReport> {
    let report = |rule: &crate::domain::Rule| RuleReport {
        id: rule.id.clone(),
        rule: rule_word(&rule.kind).to_owned(),
        why: rule.why.clone(),
    };
    matching.rules.iter().map(report).collect()
}

/// The criteria in force, as an outcome has them, without points.
pub(super) fn criteria(matching: &Matching) -> Vec<CriterionReport> {
    let report = |criterion: &crate::domain::Criterion| CriterionReport {
        id: criterion.id.clone(),
        criterion: criterion_word(&criterion.kind).to_owned(),
        weight: i64::try_from(super::weights::weight(matching, criterion)).unwrap_or(i64::MAX),
        weighing: super::weights::weighing(matching, criterion),
        view: criterion.view,
        why: criterion.why.clone(),
        unknown: criterion.unknown,
        points: 0,
    };
    matching.criteria.iter().map(report).collect()
}

/// What the programme put on record: bases by attribute, reasons, justifications, decisions.
pub(super) fn records(matching: &Matching) -> Vec<Record> {
    let bases = matching.attributes.values().filter_map(|attribute| {
        let record = attribute.basis.as_ref()?;
        let attribute = attribute.key.as_str().to_owned();
        Some(Record::Basis { attribute, basis: record.basis, note: record.note.clone() })
    });
    let justifications = matching.justifications.iter().map(|justification| Record::Justification {
        attribute: justification.attribute.as_str().to_owned(),
        reason: justification.reason.clone(),
    });
    let decisions = matching.decisions.iter().map(|decision| Record::Decision {
        decision: decision_word(&decision.kind).to_owned(),
        mentee: decision.kind.mentee().cloned(),
        mentor: decision.kind.mentor().cloned(),
        attribute: decision.kind.attribute().map(|attribute| attribute.as_str().to_owned()),
        by: decision.by.clone(),
        on: decision.on,
        reason: decision.reason.clone(),
    });
    let mut own_rows = Vec::new();
    for rule in &matching.rules {
        let RuleKind::ActivityChecks { activity, .. } = &rule.kind else { continue };
        for CheckRow { row, check, source, own, .. } in &activity.rows {
            if *own {
                own_rows.push(Record::CheckRow { row: row.clone(), check: check.clone(), source: source.clone() });
            }
        }
    }
    bases.chain(reasons(matching)).chain(own_rows).chain(justifications).chain(decisions).collect()
}

/// The written reasons of rules, then of criteria and of grounds of priority, on attributes that tell a protected characteristic.
fn reasons(matching: &Matching) -> Vec<Record> {
    let mut reasons = Vec::new();
    let mut note = |of: &std::sync::Arc<str>, name: &str, reason: &str| {
        let tells =
            |attribute: &crate::domain::Attribute| attribute.key.as_str() == name && attribute.protected.is_some();
        if matching.attributes.values().any(tells) {
            reasons.push(Record::Reason { of: of.clone(), attribute: name.to_owned(), reason: reason.to_owned() });
        }
    };
    for rule in &matching.rules {
        // Rules of which nobody is asked why say it themselves.
        let own = |reason: &'static str| rule.why.as_deref().unwrap_or(reason);
        match &rule.kind {
            RuleKind::Capabilities { .. } => {
                note(&rule.id, "relationship_barriers", own(WHY_CAPABILITIES));
                note(&rule.id, "needs", own(WHY_CAPABILITIES));
            }
            RuleKind::CarerConsent { .. } => note(&rule.id, "age", own(WHY_CARER_CONSENT)),
            _ => {}
        }
        let Some(why) = &rule.why else { continue };
        match &rule.kind {
            RuleKind::AgeBounds { .. } => note(&rule.id, "age", why),
            RuleKind::AttributeBounds { attribute, .. } => note(&rule.id, attribute.as_str(), why),
            RuleKind::Programme { .. } => {
                let mut named: Vec<&str> = Vec::new();
                for side in matching.programmes.iter().flat_map(|one| [&one.mentees, &one.mentors]) {
                    let age = Some("age").filter(|_| side.ages.min.is_some() || side.ages.max.is_some());
                    named.extend(age);
                    named.extend(side.groups.iter().chain(&side.area).map(|one| one.attribute.as_str()));
                }
                let first = |(at, name): (usize, &&str)| named.iter().position(|other| other == name) == Some(at);
                named.iter().enumerate().filter(|one| first(*one)).for_each(|(_, name)| note(&rule.id, name, why));
            }
            _ => {}
        }
    }
    let delivery: std::sync::Arc<str> = "delivery".into();
    if matching.delivery.needs.contains(&(Way::Telephone, "hearing_access")) {
        note(&delivery, "hearing_access", WHY_HEARING_ACCESS);
    }
    if matching.delivery.supervised_under.is_some() {
        note(&delivery, "age", WHY_SUPERVISION);
    }
    for one in &matching.criteria {
        match &one.kind {
            CriterionKind::SharedTags { attribute, .. }
            | CriterionKind::SameValue { attribute, .. }
            | CriterionKind::LevelDistance { attribute, .. }
            | CriterionKind::StatedPreferences { attribute: Some(attribute), .. } => {
                note(&one.id, attribute.as_str(), &one.why);
            }
            CriterionKind::SharedDislikes { .. } => note(&one.id, "dislikes", &one.why),
            CriterionKind::Lookup { mentee_attribute, mentor_attribute, .. }
            | CriterionKind::Motivations { mentee_attribute, mentor_attribute }
            | CriterionKind::Coverage { mentee_attribute, mentor_attribute } => {
                note(&one.id, mentee_attribute.as_str(), &one.why);
                if mentor_attribute != mentee_attribute {
                    note(&one.id, mentor_attribute.as_str(), &one.why);
                }
            }
            _ => {}
        }
    }
    for one in &matching.priority {
        match &one.kind {
            GroundKind::Answer { attribute, .. } | GroundKind::Soon { attribute, .. } => {
                note(&one.id, attribute.as_str(), &one.why);
            }
            GroundKind::Promise { .. } => {}
        }
    }
    for one in &matching.disclosure {
        let asked = |known: &crate::domain::Attribute| {
            known.key == one.what && (known.protected.is_some() || known.sensitivity != Sensitivity::Ordinary)
        };
        if let Some(why) = one.why.as_ref().filter(|_| matching.attributes.values().any(asked)) {
            let attribute = one.what.as_str().to_owned();
            reasons.push(Record::Reason { of: "disclosure".into(), attribute, reason: why.clone() });
        }
    }
    reasons
}

const fn decision_word(kind: &DecisionKind) -> &'static str {
    match kind {
        DecisionKind::Keep { .. } => "keep",
        DecisionKind::Bar { .. } => "bar",
        DecisionKind::Hold { .. } => "hold",
        DecisionKind::Honour { .. } => "honour",
        DecisionKind::AllowCloseFriend { .. } => "allow_close_friend",
    }
}

pub(super) const fn rule_word(kind: &RuleKind) -> &'static str {
    match kind {
        RuleKind::Themselves => "self",
        RuleKind::Exclusions => "exclusions",
        RuleKind::KnownTo => "known_to",
        RuleKind::Role => "role",
        RuleKind::Checks { .. } => "checks",
        RuleKind::ActivityChecks { .. } => "activity_checks",
        RuleKind::Training { .. } => "training",
        RuleKind::Preferences => "preferences",
        RuleKind::PastPairs => "past_pairs",
        RuleKind::Decisions => "decisions",
        RuleKind::Goals => "goals",
        RuleKind::DeliveryMethod { .. } => "delivery_method",
        RuleKind::DeliveryModel { .. } => "delivery_model",
        RuleKind::DatesOverlap { .. } => "dates_overlap",
        RuleKind::TimeOverlap { .. } => "time_overlap",
        RuleKind::Hours { .. } => "hours",
        RuleKind::Contact { .. } => "contact",
        RuleKind::SharedLanguage { .. } => "shared_language",
        RuleKind::Travel { .. } => "travel",
        RuleKind::AgeBounds { .. } => "age_bounds",
        RuleKind::CoLocation { .. } => "co_location",
        RuleKind::CarerConsent { .. } => "carer_consent",
        RuleKind::Capabilities { .. } => "capabilities",
        RuleKind::Programme { .. } => "programme",
        RuleKind::AttributeBounds { .. } => "attribute_bounds",
    }
}

pub(super) const fn criterion_word(kind: &CriterionKind) -> &'static str {
    match kind {
        CriterionKind::SharedTags { .. } => "shared_tags",
        CriterionKind::SharedDislikes { .. } => "shared_dislikes",
        CriterionKind::Coverage { .. } => "coverage",
        CriterionKind::Motivations { .. } => "motivations",
        CriterionKind::SameValue { .. } => "same_value",
        CriterionKind::LevelDistance { .. } => "level_distance",
        CriterionKind::SharedTime { .. } => "shared_time",
        CriterionKind::Distance { .. } => "distance",
        CriterionKind::StatedPreferences { .. } => "stated_preferences",
        CriterionKind::RankedChoices { .. } => "ranked_choices",
        CriterionKind::DeliveryPreference { .. } => "delivery_preference",
        CriterionKind::CarerPreferences => "carer_preferences",
        CriterionKind::Duration => "duration",
        CriterionKind::TrainingHeld { .. } => "training_held",
        CriterionKind::Lookup { .. } => "lookup",
        CriterionKind::Supplied { .. } => "supplied",
        CriterionKind::Own => "own",
    }
}

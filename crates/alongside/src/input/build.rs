//! From a document and the people read beside it to a programme.

use super::aim::read_aim;
use super::attributes::Attributes;
use super::criteria::read_criteria;
use super::decisions::{Known, check_capacity, read_decisions};
use super::delivery::{apply, ask_for_a_way, fill_usual, read_delivery};
use super::design::{read_design, read_factors};
use super::disclosure::read_disclosure;
use super::ethnicity::read_ethnicity;
use super::further::inline_further;
use super::keys::PROGRAMME;
use super::law::{check_friends, read_justifications};
use super::look::Look;
use super::near::tell_near_misses;
use super::own_weights::{OwnBounds, check_floors, check_maxima};
use super::people::{
    Everybody, ReadPerson, check_known, check_unique, inline_people, sorted_mentees, sorted_mentors, take_out_none,
};
use super::priority::{place_in_tiers, read_priority};
use super::programmes::{Drafts, check_programmes};
use super::reader::{Source, TableReader};
use super::relationships::read_relationships;
use super::rules::{Period, read_rules, with_records};
use super::safeguarding::Safeguarding;
use super::scores::read_scores;
use super::several::{check_limits, check_several, read_several};
use super::supervisors::{check_supervisors, read_supervisors, read_weights};
use super::terms::read_terms;
use super::unused::Lookers;
use super::{Document, FurtherKind, FurtherRecord, Notation, PersonRecord, SheetsConfig};
use crate::domain::{
    Answer, AttributeKey, Date, DecisionKind, Design, Formality, Matching, Monitoring, Nominations, PersonId,
    Programme, RelationshipStatus, Rule, RuleKind, Side, Support, UnknownData,
};
use crate::issue::{IssueCode, Issues};
use rayon::prelude::*;
use std::collections::BTreeSet;

/// A programme, and what its coordinator should know of the reading.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Built {
    /// The programme.
    pub programme: Programme,
    /// Warnings; no errors.
    pub warnings: Issues,
}

pub(crate) const PAST_PAIRS: &[(&str, bool)] = &[("refuse", false), ("allow", true)];

pub(crate) const NOMINATIONS: &[(&str, Nominations)] =
    &[("first", Nominations::First), ("candidate", Nominations::Candidate)];

pub(crate) const SUPPORT: &[(&str, Support)] =
    &[("mentoring", Support::Mentoring), ("befriending", Support::Befriending)];

impl Programme {
    /// Reads and checks a programme that stands whole in one JSON document, people inside; see [`build`].
    ///
    /// # Errors
    /// All the problems at once, warnings among them.
    pub fn from_json(text: &str) -> Result<Built, Issues> {
        build(&Document::parse(text, Notation::Json, None)?, Vec::new(), Vec::new())
    }

    /// The same in TOML.
    ///
    /// # Errors
    /// All the problems at once, warnings among them.
    pub fn from_toml(text: &str) -> Result<Built, Issues> {
        build(&Document::parse(text, Notation::Toml, None)?, Vec::new(), Vec::new())
    }
}

/// Checks everything and builds the programme from the document, the people of its sheets and the records of its
/// further sheets; people and records inside the document are read from it. Time grows as n log n with the people and
/// linearly with what they answered.
///
/// # Errors
/// All the problems at once, warnings among them.
pub fn build(document: &Document, people: Vec<PersonRecord>, further: Vec<FurtherRecord>) -> Result<Built, Issues> {
    build_from(document, people, further)
}

/// The same of people whose records are made when they are asked for, such as from a database, so that they never stand in
/// memory all at once: a record takes twice the room of the person it becomes.
///
/// # Errors
/// As [`build`].
pub fn build_from<P>(document: &Document, people: P, further: Vec<FurtherRecord>) -> Result<Built, Issues>
where
    P: IntoParallelIterator<Item = PersonRecord, Iter: IndexedParallelIterator>,
{
    let mut issues = Issues::new();
    let matched = read(document, people.into_par_iter(), further, &mut issues);
    match matched {
        Some(programme) if !issues.has_errors() => Ok(Built { programme, warnings: issues }),
        _ => Err(issues),
    }
}

fn read(
    document: &Document,
    people: impl IndexedParallelIterator<Item = PersonRecord>,
    further: Vec<FurtherRecord>,
    issues: &mut Issues,
) -> Option<Programme> {
    let source = Source { file: document.file.clone() };
    let table = TableReader::new(&source, "", &document.root, &PROGRAMME, issues)?;
    let _ = SheetsConfig::read(document, issues);
    let further = Further::read(document, further, issues);
    let name = table.required_text("name", issues);
    let support = table.required_choice("support", SUPPORT, issues);
    let as_of = table.required_date("as_of", issues);
    let design = read_design(&table, issues);
    let planned = table.integer("planned_months", 1..=120, issues);
    if table.node("planned_months").is_none() && !design.open_ended {
        table.missing("planned_months", issues);
    }
    let months = planned.or(design.review_months.filter(|_| design.open_ended).map(i64::from));
    let seed = table.integer("seed", 0..=i64::MAX, issues).unwrap_or(0);
    let opaque_ids = table.flag("opaque_ids", issues).unwrap_or(false);
    let past_pairs_allowed = table.choice("past_pairs", PAST_PAIRS, issues).unwrap_or(false);
    let offers: Vec<String> = table.texts("offers", issues).into_iter().map(str::to_owned).collect();
    let mut attributes = Attributes::read(&source, table.node("attributes"), table.node("basis"), issues);
    let broad_of = read_ethnicity(&source, table.node("ethnicity"), &mut attributes, issues);
    let disclosure = read_disclosure(&source, table.node("disclosure"), &attributes, issues);
    let nominations = table.choice("nominated_mentors", NOMINATIONS, issues).unwrap_or_default();
    let delivery = read_delivery(&source, table.node("delivery"), issues);
    let safeguarding = Safeguarding::read(&source, table.node("safeguarding"), issues);
    let drafts = Drafts::read(&source, table.list("programmes", issues), &mut attributes, issues);
    let designs: Vec<&Design> = std::iter::once(&design).chain(drafts.designs()).collect();
    let factors = read_factors(&source, table.list("factors", issues), &designs, issues);
    read_terms(further.of(FurtherKind::Terms), &mut attributes, issues);
    let mut criteria = read_criteria(
        &source,
        table.list("criteria", issues),
        (&design, &factors),
        &safeguarding.training,
        &mut attributes,
        issues,
    );
    let programmes = drafts.finish(&mut attributes, (&criteria, &factors), issues);
    let own_bounds = OwnBounds::read(&source, table.node("own_weights"), &criteria, issues);
    let aim = read_aim(&source, table.node("aim"), &criteria, issues);
    let standing = (aim.tiers, aim.standard_priority);
    let priority = read_priority(&source, table.list("priority", issues), standing, &mut attributes, issues);
    let supervisors = read_supervisors(&source, table.list("supervisors", issues), issues);
    if aim.quality.is_stable() && !supervisors.is_empty() {
        let message = "supervisors' caseloads do not go with `quality = \"stable\"`";
        let remedy = "take out `supervisors`, or write another quality, such as total_fit";
        issues.push(IssueCode::BadSetting, source.place("supervisors", None), message, remedy);
    }
    let caseload_weights = read_weights(&source, table.node("caseload_weights"), &supervisors, issues);
    let several = read_several(&source, table.node("several_mentees"), issues);
    let justifications = read_justifications(&source, table.list("justifications", issues), &attributes, issues);

    // Without a day nothing about people can be judged; everything else still is.
    let (day, until) = match (as_of, months) {
        (Some(as_of), Some(months)) => {
            (as_of, as_of.checked_add(jiff::Span::new().months(months)).unwrap_or(Date::MAX))
        }
        (as_of, _) => (as_of.unwrap_or(Date::MAX), Date::MAX),
    };
    let period = Period { from: day, until };
    let mut rules =
        read_rules(&source, table.list("rules", issues), &safeguarding, period, &attributes, &programmes, issues);
    ask_for_a_way(&delivery, &source, &mut rules, issues);

    let Everybody { mut mentors, mut mentees, left_blank, found } = {
        let declared: Vec<String> = attributes.all.keys().map(ToString::to_string).collect();
        let declared: Vec<&str> = declared.iter().map(String::as_str).collect();
        let mut records = inline_people(document, Side::Mentor, &declared, issues);
        records.extend(inline_people(document, Side::Mentee, &declared, issues));
        let records = records.into_par_iter().chain(people);
        let weighing = (&own_bounds, &*criteria);
        Everybody::read(records, (day, aim.tiers, opaque_ids), weighing, &mut attributes, issues)
    };
    offer(&offers, &mut mentees, &mut attributes);
    take_out_none((Side::Mentor, &mut mentors), &mentees, &attributes, issues);
    take_out_none((Side::Mentee, &mut mentees), &mentors, &attributes, issues);
    rayon::join(|| broad_of.fill(&mut mentors, &attributes), || broad_of.fill(&mut mentees, &attributes));
    check_supervisors(&mentors, &supervisors, opaque_ids, issues);
    check_programmes(&source, &programmes, &rules, (&mentors, &mentees), issues);
    place_in_tiers(day, &priority, &attributes, &mut mentees);
    let check = |side: Side, people: &[ReadPerson], issues: &mut Issues| {
        check_unique(side, people, issues);
        if people.is_empty() {
            let message = format!("there is nobody among the {}", side.plural());
            let place = source.place(side.plural(), None);
            issues.push(IssueCode::NobodyOnOneSide, place, message, "name a sheet under `sheets`, or list them");
        }
    };
    both(|told| check(Side::Mentor, &mentors, told), |told| check(Side::Mentee, &mentees, told), issues);
    let lets = |rule: &Rule| matches!(rule.kind, RuleKind::DeliveryMethod { unknown: UnknownData::Allow });
    let blanks_pass = rules.iter().any(lets);
    both(
        |told| fill_usual(&delivery, (Side::Mentor, opaque_ids), &mut mentors, told),
        |told| fill_usual(&delivery, (Side::Mentee, opaque_ids), &mut mentees, told),
        issues,
    );
    both(
        |told| apply(&delivery, (Side::Mentor, blanks_pass, opaque_ids), &mut mentors, &attributes, told),
        |told| apply(&delivery, (Side::Mentee, blanks_pass, opaque_ids), &mut mentees, &attributes, told),
        issues,
    );
    let ids = |people: &[ReadPerson]| people.iter().map(|read| read.person.id.clone()).collect::<BTreeSet<PersonId>>();
    let (mentor_ids, mentee_ids) = rayon::join(|| ids(&mentors), || ids(&mentees));
    both(
        |told| {
            check_limits(&source, several, &rules, (&mentors, &caseload_weights), &aim, told);
            check_several(several, &mentors, &mentees, &mentee_ids, told);
            check_references(mentors.iter().chain(&mentees), &mentor_ids, &mentee_ids, told);
        },
        |told| check_known(&mentors, &mentees, told),
        issues,
    );
    let of_kind = further.of(FurtherKind::Relationships);
    let relationships = read_relationships(of_kind, day, &mentor_ids, &mentee_ids, issues);
    let known = Known { as_of: day, attributes: &attributes, mentors: &mentor_ids, mentees: &mentee_ids };
    let decisions = read_decisions(further.of(FurtherKind::Decisions), &known, &relationships, issues);
    check_capacity(&mentors, &relationships, &decisions, issues);
    let relationships: Vec<_> = relationships.into_iter().map(|read| read.relationship).collect();
    check_friends((&mentors, &mentees), &decisions, issues);
    let decisions: Vec<_> = decisions.into_iter().map(|read| read.decision).collect();
    let barred_again = |one: &crate::domain::Relationship| one.status == RelationshipStatus::Past && !one.again;
    let on_pairs =
        |one: &crate::domain::Decision| matches!(one.kind, DecisionKind::Bar { .. } | DecisionKind::Hold { .. });
    let past_pairs = !past_pairs_allowed && relationships.iter().any(barred_again);
    let goals = design.formality == Some(Formality::Formal);
    with_records(&mut rules, past_pairs, decisions.iter().any(on_pairs), goals);
    read_scores(further.of(FurtherKind::Scores), &mut criteria, (&mentee_ids, &mentor_ids), issues);
    tell_near_misses(&attributes, issues);
    let look = Look {
        source: &source,
        people: (&mentors, &mentees),
        opaque_ids,
        attributes: &attributes,
        safeguarding: &safeguarding,
        justifications: &justifications,
        decisions: &decisions,
        lookers: Lookers {
            rules: &rules,
            criteria: &criteria,
            priority: &priority,
            delivery: &delivery,
            several: several.as_ref(),
            disclosure: &disclosure,
            aim: &aim,
            own_weights: &own_bounds.bounds(),
            programmes: !programmes.is_empty(),
        },
        until: (!design.open_ended).then_some(until),
        longest_waiting_first: aim.longest_waiting_first && !aim.quality.is_stable(),
        left_blank: (&left_blank.0, &left_blank.1),
        found: (&found.0, &found.1),
    };
    look.at_everybody(issues);

    let mut monitoring = Monitoring::default();
    for (side, people) in [(Side::Mentor, &mut mentors), (Side::Mentee, &mut mentees)] {
        for read in people.iter_mut() {
            for (field, answer) in read.monitoring.drain(..) {
                monitoring.record(field, side, read.person.id.clone(), answer);
            }
        }
    }
    let (mentors, mentees) = rayon::join(|| sorted_mentors(mentors), || sorted_mentees(mentees));
    let matching = Matching {
        name: name?.to_owned(),
        support: support?,
        design,
        as_of: as_of?,
        planned_until: months.map(|_| until)?,
        seed: seed.cast_unsigned(),
        opaque_ids,
        attributes: attributes.all,
        supervisors,
        caseload_weights,
        several,
        delivery,
        mentors,
        mentees,
        programmes,
        rules,
        criteria,
        factors,
        own_weights: own_bounds.bounds(),
        disclosure,
        aim,
        priority,
        justifications,
        relationships,
        nominations,
        decisions,
    };
    check_floors(&source, &matching, issues);
    check_maxima(&source, &matching, issues);
    Some(Programme::new(matching, monitoring))
}

/// Asks something of both sides at once, or two things; what the first tells comes first, whichever was quicker.
fn both(one: impl FnOnce(&mut Issues) + Send, other: impl FnOnce(&mut Issues) + Send, issues: &mut Issues) {
    let (mut first, mut second) = (Issues::new(), Issues::new());
    rayon::join(|| one(&mut first), || other(&mut second));
    issues.append(first);
    issues.append(second);
}

/// What the programme offers every mentor counts as if every mentee had answered it.
fn offer(offers: &[String], mentees: &mut [ReadPerson], attributes: &mut Attributes) {
    let key = AttributeKey::new("offers");
    let terms: Vec<_> = offers.iter().filter_map(|word| attributes.term(&key, word)).collect();
    if terms.is_empty() {
        return;
    }
    for mentee in mentees {
        let had = mentee.person.answers.get(&key).into_iter().flat_map(Answer::terms).cloned();
        let all = had.chain(terms.iter().cloned()).collect();
        mentee.person.count_instead(&key, Some(Answer::Tags(all)));
    }
}

/// The records of every kind, those in the document first.
struct Further(Vec<FurtherRecord>);

impl Further {
    fn read(document: &Document, of_sheets: Vec<FurtherRecord>, issues: &mut Issues) -> Self {
        let mut records: Vec<_> =
            FurtherKind::ALL.into_iter().flat_map(|kind| inline_further(document, kind, issues)).collect();
        records.extend(of_sheets);
        Self(records)
    }

    /// The records of one kind, in order.
    fn of(&self, kind: FurtherKind) -> impl Iterator<Item = &FurtherRecord> {
        self.0.iter().filter(move |record| record.kind == kind)
    }
}

/// Exclusions and people known name people of either side, choices and nominations name mentors.
fn check_references<'a>(
    people: impl Iterator<Item = &'a ReadPerson>,
    mentors: &BTreeSet<PersonId>,
    mentees: &BTreeSet<PersonId>,
    issues: &mut Issues,
) {
    for read in people {
        for id in &read.person.exclusions {
            let place = || read.place_of("exclusions");
            if *id == read.person.id {
                let message = "a person is excluded from meeting themselves";
                issues.push(
                    IssueCode::SelfExclusion,
                    place(),
                    message,
                    "leave it out: nobody is matched with themselves",
                );
            } else if !mentors.contains(id) && !mentees.contains(id) {
                let message = "an excluded id that nobody has";
                let remedy = "mend the id: a mistyped exclusion would protect nobody";
                issues.push(IssueCode::DanglingId, place(), message, remedy);
            }
        }
        if read.person.known_to.keys().any(|id| !mentors.contains(id) && !mentees.contains(id)) {
            let message = "somebody is said to be known by an id that nobody has";
            let remedy = "mend the id: a mistyped one would let family be matched";
            issues.push(IssueCode::DanglingId, read.place_of("known_to"), message, remedy);
        }
        if read.nominated_mentor.as_ref().is_some_and(|id| !mentors.contains(id)) {
            let message = "a nominated id that no mentor has";
            let remedy = "mend the id, or add the nominated person to the mentors";
            issues.push(IssueCode::DanglingId, read.place_of("nominated_mentor"), message, remedy);
        }
        for id in &read.choices {
            if !mentors.contains(id) {
                let message = "a chosen id that no mentor has";
                issues.push(
                    IssueCode::DanglingId,
                    read.place_of("choices"),
                    message,
                    "mend the id, or remove the choice",
                );
            }
        }
    }
}

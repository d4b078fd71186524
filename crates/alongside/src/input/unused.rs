//! Answers that people gave and nothing in the programme looks at: a condition that holds back nobody.

use super::people::ReadPerson;
use super::uncounted::tell_uncounted;
use super::whose::whose;
use crate::domain::{
    Aim, Answer, AttributeKey, Criterion, CriterionKind, Delivery, Disclosure, Ground, OwnWeight, PersonId, Rule,
    RuleKind, SeveralMentees, Side, Traveller,
};
use crate::issue::{IssueCode, Issues, Place, Severity};
use std::collections::BTreeSet;

/// An answered field, the rules and the criterion that look at it unasked, and what would.
struct Watched {
    field: &'static str,
    rules: &'static [&'static str],
    /// What the mend says first.
    mend: &'static str,
}

const fn watched(field: &'static str, rules: &'static [&'static str], mend: &'static str) -> Watched {
    Watched { field, rules, mend }
}

const DELIVERY: &str = "say under `[delivery]` which way of meeting needs it";

/// What people answer as a condition or a need.
const WATCHED: &[Watched] = &[
    watched("carer_consent", &["carer_consent"], "list the rule `carer_consent`"),
    watched("relationship_barriers", &["capabilities"], "list the rule `capabilities`"),
    watched("needs", &["capabilities"], "list the rule `capabilities`"),
    watched("barred_from", &["co_location"], "list the rule `co_location`"),
    watched(
        "delivery_models",
        &["delivery_model"],
        "list the rule `delivery_model`, or the criterion `delivery_preference` on it",
    ),
    watched(
        "delivery_methods",
        &["delivery_method", "travel", "activity_checks"],
        "list the rule `delivery_method`, or the criterion `delivery_preference`",
    ),
    watched("hours_per_week", &["hours"], "list the rule `hours`"),
    watched("contacts_per_week", &["contact"], "list the rule `contact`"),
    watched("contact_channels", &["contact"], "list the rule `contact`"),
    watched("contact_times", &["contact"], "list the rule `contact`"),
    watched("max_travel_km", &[], "list the rule `travel`"),
    watched("online_supervision", &[], "write `online_supervision_under` under `[delivery]`"),
    watched("phone", &[], DELIVERY),
    watched("device", &[], DELIVERY),
    watched("hearing_access", &[], DELIVERY),
    watched("interpreter", &[], "write `interpreter_for` under `[delivery.language]`"),
    watched("wants_to_try", &[], "list a criterion on it, such as `coverage` of it by the mentors' `interests`"),
];

const GROUND: &str = "list a ground on it under `priority`, or write `standard_priority` under `aim`";

/// What people answer as a fact that somebody has to look at for it to change anything.
const FACTS: &[Watched] = &[
    watched("care_status", &[], GROUND),
    watched("placement_type", &[], GROUND),
    watched(
        "transition_date",
        &[],
        "list a ground on it under `priority`, or write `before_transition` in the rule `dates_overlap`",
    ),
    watched("purpose", &[], "declare `programmes` that take people by it"),
];

/// Whether an answer to the attribute is a condition that falls away where it is blank: then they are matched as if they
/// had none. Others of the kind wait for an answer.
pub(crate) fn falls_away(key: &AttributeKey) -> bool {
    let waiting = ["wants_to_try", "carer_consent", "online_supervision", "delivery_methods", "delivery_models"];
    !waiting.contains(&key.as_str()) && WATCHED.iter().any(|one| one.field == key.as_str())
}

/// What of a programme can look at answers.
pub(crate) struct Lookers<'p> {
    pub(crate) rules: &'p [Rule],
    pub(crate) criteria: &'p [Criterion],
    pub(crate) priority: &'p [Ground],
    pub(crate) delivery: &'p Delivery,
    pub(crate) several: Option<&'p SeveralMentees>,
    pub(crate) disclosure: &'p [Disclosure],
    pub(crate) aim: &'p Aim,
    /// Criteria whose weights mentees may choose.
    pub(crate) own_weights: &'p [OwnWeight],
    pub(crate) programmes: bool,
}

impl Lookers<'_> {
    fn look_at(&self, watched: &Watched, wished: &BTreeSet<&AttributeKey>) -> bool {
        let key = AttributeKey::new(watched.field);
        let by_rule = self.rules.iter().any(|rule| {
            let travels = matches!(&rule.kind, RuleKind::Travel { who, .. } if *who != Traveller::Nobody);
            let lines = match &rule.kind {
                RuleKind::Capabilities { table, .. } => {
                    table.iter().any(|row| row.attribute.as_ref().is_none_or(|about| *about == key))
                }
                _ => true,
            };
            let before = matches!(rule.kind, RuleKind::DatesOverlap { before_transition: true, .. });
            (watched.rules.contains(&rule.kind.name()) && lines)
                || rule.kind.attributes().contains(&key)
                || (watched.field == "max_travel_km" && travels)
                || (watched.field == "transition_date" && before)
        });
        let by_criterion = self.criteria.iter().any(|one| one.weight > 0 && one.kind.attributes().contains(&key))
            || (watched.field == "delivery_methods"
                && self.criteria.iter().any(|one| matches!(one.kind, CriterionKind::Distance { .. })));
        let by_delivery = match watched.field {
            "online_supervision" => self.delivery.supervised_under.is_some(),
            "interpreter" => !self.delivery.interpreter_for.is_empty(),
            field => self.delivery.needs.iter().any(|(_, needed)| *needed == field),
        };
        let fact = FACTS.iter().any(|one| one.field == watched.field);
        let told = fact || watched.field == "contact_channels";
        let disclosed = told && self.disclosure.iter().any(|one| one.what == key);
        let together = match watched.field {
            "delivery_models" => self.several.is_some(),
            "purpose" => self.programmes,
            _ => false,
        };
        by_rule
            || by_criterion
            || by_delivery
            || disclosed
            || together
            || self.priority.iter().any(|ground| ground.kind.attribute() == Some(&key))
            || wished.contains(&key)
    }
}

/// Tells of each such field how many people answered it, where nothing looks at it; `so_far` was told before.
pub(crate) fn tell_unused(
    lookers: &Lookers<'_>,
    (mentors, mentees, opaque_ids): (&[ReadPerson], &[ReadPerson], bool),
    so_far: &Issues,
    issues: &mut Issues,
) {
    let people = || mentors.iter().chain(mentees);
    let wishes = people().flat_map(|read| read.person.preferences.iter().chain(&read.carer_preferences));
    let wished: BTreeSet<&AttributeKey> = wishes.map(|wish| &wish.attribute).collect();
    // What could not be read might have looked at an answer.
    let parts =
        ["rules", "criteria", "delivery", "several_mentees", "priority", "programmes", "disclosure", "aim", "own"];
    let unread =
        |place: &Place| place.path.as_ref().is_some_and(|path| parts.iter().any(|part| path.starts_with(part)));
    let unsure = so_far.iter().any(|issue| issue.severity == Severity::Error && unread(&issue.place));
    let unwatched = |one: &&Watched| !unsure && !lookers.look_at(one, &wished);
    let unwatched = WATCHED.iter().chain(FACTS).filter(unwatched);
    let unwatched: Vec<_> = unwatched.map(|one| (one, AttributeKey::new(one.field))).collect();
    let in_use = answered(unwatched.iter().map(|(_, key)| key).collect(), people());
    for (one, key) in unwatched.iter().filter(|(_, key)| in_use.contains(key)) {
        let answers = |read: &&ReadPerson| read.person.answers.contains_key(key);
        let answered = |people: &[ReadPerson]| people.iter().filter(answers).count();
        let all = || mentees.iter().chain(mentors).filter(answers);
        let Some(first) = all().next() else { continue };
        let counts = who((answered(mentees), answered(mentors)));
        let ids = whose(opaque_ids, all());
        let message = format!("`{}` is answered by {counts}, and nothing in the programme looks at it{ids}", one.field);
        let remedy = format!("{}, or leave the column out", one.mend);
        issues.push(IssueCode::AnswersUnused, place(first, one.field), message, remedy);
    }
    if !unsure {
        tell_uncounted(lookers, &wished, (mentors, mentees, opaque_ids), issues);
    }
    tell_idle_nominations(mentors, mentees, opaque_ids, issues);
}

/// Which of these attributes anybody answered.
fn answered<'k, 'p: 'k>(
    mut keys: Vec<&'k AttributeKey>,
    people: impl Iterator<Item = &'p ReadPerson>,
) -> BTreeSet<&'k AttributeKey> {
    keys.sort_unstable();
    let mut found = BTreeSet::new();
    for read in people {
        let answers = read.person.answers_to(keys.iter().copied());
        let theirs: Vec<&AttributeKey> =
            keys.iter().copied().zip(answers).filter_map(|(key, answer)| answer.map(|_| key)).collect();
        if !theirs.is_empty() {
            keys.retain(|key| !theirs.contains(key));
            found.extend(theirs);
        }
    }
    found
}

/// A nomination makes a pair by name only where the mentor is a natural one.
fn tell_idle_nominations(mentors: &[ReadPerson], mentees: &[ReadPerson], opaque_ids: bool, issues: &mut Issues) {
    let role = AttributeKey::new("role_type");
    let natural: BTreeSet<&PersonId> = mentors
        .iter()
        .filter(|read| matches!(read.person.answers.get(&role), Some(Answer::OneOf(role)) if **role == *"natural"))
        .map(|read| &read.person.id)
        .collect();
    // A nomination of nobody is told as that.
    let there: BTreeSet<&PersonId> = mentors.iter().map(|read| &read.person.id).collect();
    let idle = |read: &&ReadPerson| {
        read.nominated_mentor.as_ref().is_some_and(|named| there.contains(named) && !natural.contains(named))
    };
    let Some(first) = mentees.iter().find(idle) else { return };
    let count = mentees.iter().filter(idle).count();
    let nominate = if count == 1 { "mentee nominates" } else { "mentees nominate" };
    let message = format!(
        "{count} {nominate} a mentor whose `role_type` is blank or not natural: the nomination makes no pair by \
         name{}",
        whose(opaque_ids, mentees.iter().filter(idle))
    );
    let remedy = "write `natural` where the mentor comes from the mentee's own network; otherwise put the id into \
        `choices`, for the criterion `ranked_choices`";
    issues.push(IssueCode::AnswersUnused, place(first, "nominated_mentor"), message, remedy);
}

/// So many mentees and mentors.
pub(super) fn who((mentees, mentors): (usize, usize)) -> String {
    let of = |count: usize, side: Side| {
        let word = match side {
            Side::Mentor => "mentor",
            Side::Mentee => "mentee",
        };
        format!("{count} {word}{}", if count == 1 { "" } else { "s" })
    };
    match (mentees, mentors) {
        (mentees, 0) => of(mentees, Side::Mentee),
        (0, mentors) => of(mentors, Side::Mentor),
        _ => format!("{} and {}", of(mentees, Side::Mentee), of(mentors, Side::Mentor)),
    }
}

/// The file and the field; whose row it is does not matter.
pub(super) fn place(first: &ReadPerson, field: &str) -> Place {
    Place { file: first.place().file, field: Some(field.into()), ..Place::default() }
}

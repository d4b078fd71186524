//! Wishes, choices, times and languages that no criterion counts and no rule looks at.

use super::people::ReadPerson;
use super::unused::{Lookers, place, who};
use super::whose::whose;
use crate::domain::{Answer, AttributeKey, Criterion, CriterionKind, Date, Side, Way};
use crate::issue::{IssueCode, Issues};
use std::collections::BTreeSet;
use std::sync::Arc;

const LANGUAGES: &str = "languages";
const AVAILABILITY: &str = "availability";

impl Lookers<'_> {
    /// The criteria that can move anybody: those with a weight, first in the aim, or weighed by mentees.
    fn counted(&self) -> impl Iterator<Item = &Criterion> {
        let chosen =
            |at: &usize| self.aim.first.contains(at) || self.own_weights.iter().any(|one| one.criterion == *at);
        let counts = move |(at, one): &(usize, &Criterion)| one.weight > 0 || self.programmes || chosen(at);
        self.criteria.iter().enumerate().filter(counts).map(|(_, one)| one)
    }

    fn heeds(&self, side: Side, wished: &AttributeKey) -> bool {
        self.counted().any(|one| match &one.kind {
            CriterionKind::StatedPreferences { side: heeded, attribute } => {
                heeded.is_none_or(|heeded| heeded == side) && attribute.as_ref().is_none_or(|heeded| heeded == wished)
            }
            _ => false,
        })
    }

    fn counts_choices(&self) -> bool {
        let quality = self.aim.quality;
        quality.ranks() > 0
            || quality.is_stable()
            || self.counted().any(|one| matches!(one.kind, CriterionKind::RankedChoices { .. }))
    }

    /// Whether something looks at the times of both.
    fn compares_times(&self) -> bool {
        self.rules.iter().any(|rule| rule.kind.name() == "time_overlap")
            || self.criteria.iter().any(|one| matches!(one.kind, CriterionKind::SharedTime { .. } | CriterionKind::Own))
            || self.several.is_some_and(|several| several.half_hours.is_some())
            || self.disclosure.iter().any(|one| one.what.as_str() == AVAILABILITY)
    }

    fn compares_languages(&self) -> bool {
        let key = AttributeKey::new(LANGUAGES);
        let language_for: &[Way] = &self.delivery.language_for;
        !language_for.is_empty()
            || self
                .rules
                .iter()
                .any(|rule| rule.kind.name() == "shared_language" || rule.kind.attributes().contains(&key))
            || self.criteria.iter().any(|one| one.kind == CriterionKind::Own || one.kind.attributes().contains(&key))
            || self.disclosure.iter().any(|one| one.what == key)
    }
}

/// Tells of each how many people answered it. A programme without any criterion has no order of pairs at all, which is
/// told as that.
pub(super) fn tell_uncounted(
    lookers: &Lookers<'_>,
    wished: &BTreeSet<&AttributeKey>,
    (mentors, mentees, opaque_ids): (&[ReadPerson], &[ReadPerson], bool),
    issues: &mut Issues,
) {
    if lookers.criteria.is_empty() {
        return;
    }
    let idle = |side: Side| {
        let people = if side == Side::Mentor { mentors } else { mentees };
        let soft = move |read: &&ReadPerson| {
            let mut wishes = read.person.preferences.iter().filter(|wish| !wish.strength.is_hard());
            wishes.any(|wish| !lookers.heeds(side, &wish.attribute))
        };
        people.iter().filter(soft)
    };
    let all = || idle(Side::Mentee).chain(idle(Side::Mentor));
    if let Some(first) = all().next() {
        let counts = who((idle(Side::Mentee).count(), idle(Side::Mentor).count()));
        let ids = whose(opaque_ids, all());
        let message = format!("`prefer` and `avoid` wishes of {counts} are counted by no criterion{ids}");
        let remedy = "list the criterion `stated_preferences`, or leave the wishes out";
        issues.push(IssueCode::AnswersUnused, place(first, "preferences"), message, remedy);
    }
    let chose = || mentees.iter().filter(|read| !read.choices.is_empty());
    if let Some(first) = chose().next().filter(|_| !lookers.counts_choices()) {
        let (counts, ids) = (who((chose().count(), 0)), whose(opaque_ids, chose()));
        let message = format!("`choices` are made by {counts}, and nothing in the programme counts them{ids}");
        let remedy = "list the criterion `ranked_choices`, or leave the column out";
        issues.push(IssueCode::AnswersUnused, place(first, "choices"), message, remedy);
    }
    let told = |field: &str, has: &dyn Fn(&ReadPerson) -> bool, mend: &str, issues: &mut Issues| {
        let count = |people: &[ReadPerson]| people.iter().filter(|read| has(read)).count();
        let Some(first) = mentees.iter().find(|read| has(read)).filter(|_| count(mentors) > 0) else { return };
        let counts = who((count(mentees), count(mentors)));
        let message = format!("`{field}` is answered by {counts}, and nothing in the programme looks at it");
        let remedy = format!("{mend}, or leave the column out");
        issues.push(IssueCode::AnswersUnused, place(first, field), message, remedy);
    };
    if !lookers.compares_times() {
        let has = |read: &ReadPerson| read.person.availability.is_some();
        told(AVAILABILITY, &has, "list the rule `time_overlap` or the criterion `shared_time`", issues);
    }
    let key = AttributeKey::new(LANGUAGES);
    if !lookers.compares_languages() && !wished.contains(&key) && !speak_alike(mentors.iter().chain(mentees)) {
        let has = |read: &ReadPerson| read.person.answers.contains_key(LANGUAGES);
        told(LANGUAGES, &has, "list the rule `shared_language`", issues);
    }
}

/// Whether all who name a language have one in common: then no pair is without one.
fn speak_alike<'p>(people: impl Iterator<Item = &'p ReadPerson>) -> bool {
    let mut common: Option<BTreeSet<&Arc<str>>> = None;
    for answer in people.filter_map(|read| read.person.answers.get(LANGUAGES)) {
        let own: BTreeSet<&Arc<str>> = answer.terms().collect();
        common = Some(common.map_or(own.clone(), |common| common.intersection(&own).copied().collect()));
    }
    common.is_none_or(|common| !common.is_empty())
}

/// Tells of people who can only begin when the planned time is over.
pub(crate) fn tell_too_late(
    until: Date,
    (mentors, mentees, opaque_ids): (&[ReadPerson], &[ReadPerson], bool),
    issues: &mut Issues,
) {
    const FIELD: &str = "available_from";
    let late = |read: &&ReadPerson| matches!(read.person.answers.get(FIELD), Some(Answer::Date(from)) if *from > until);
    let all = || mentees.iter().chain(mentors).filter(late);
    let Some(first) = all().next() else { return };
    let count = |people: &[ReadPerson]| people.iter().filter(late).count();
    let (counts, ids) = (who((count(mentees), count(mentors))), whose(opaque_ids, all()));
    let message = format!("the `available_from` of {counts} lies after the programme's planned end{ids}");
    let remedy = "mend the day, or leave them out of this round";
    issues.push(IssueCode::DateAhead, place(first, FIELD), message, remedy);
}

//! What is told of people once everybody is read: questions that only look, asked side by side.

use super::activity::check_over_checking;
use super::attributes::Attributes;
use super::capabilities::{tell_required_names, tell_unmet_needs};
use super::law::{check_bases, check_carers, check_existing_support, check_records, check_wishes};
use super::near_held::tell_held_names;
use super::people::{Found, LeftBlank, ReadPerson};
use super::reader::Source;
use super::safeguarding::Safeguarding;
use super::uncounted::tell_too_late;
use super::unused::{Lookers, tell_unused};
use super::wishes_told::{Told, tell_liked_and_disliked, tell_wishes};
use crate::domain::{Date, Decision, Justification, Side};
use crate::issue::{IssueCode, Issues};
use rayon::prelude::*;

/// What there is to look at.
pub(super) struct Look<'a> {
    pub(super) source: &'a Source,
    /// Mentors and mentees.
    pub(super) people: (&'a [ReadPerson], &'a [ReadPerson]),
    pub(super) opaque_ids: bool,
    pub(super) attributes: &'a Attributes,
    pub(super) safeguarding: &'a Safeguarding,
    pub(super) justifications: &'a [Justification],
    pub(super) decisions: &'a [Decision],
    /// What of the programme looks at people.
    pub(super) lookers: Lookers<'a>,
    /// The last planned day, where there is one.
    pub(super) until: Option<Date>,
    /// Whether those who wait longest come first.
    pub(super) longest_waiting_first: bool,
    /// What mentors and mentees left blank, and how their places were found.
    pub(super) left_blank: (&'a LeftBlank, &'a LeftBlank),
    pub(super) found: (&'a Found, &'a Found),
}

/// Something that only looks.
type Question<'q> = &'q (dyn Fn(&mut Issues) + Sync);

/// What each question has to tell.
fn told(questions: &[Question<'_>]) -> Vec<Issues> {
    let asked = questions.par_iter().with_max_len(1).map(|ask| {
        let mut told = Issues::new();
        ask(&mut told);
        told
    });
    asked.collect()
}

impl Look<'_> {
    /// Asks everything; what is told stands in the order of the questions, whoever was quicker.
    pub(super) fn at_everybody(&self, issues: &mut Issues) {
        let (mentors, mentees) = self.people;
        let (source, attributes, opaque_ids) = (self.source, self.attributes, self.opaque_ids);
        let (justifications, decisions) = (self.justifications, self.decisions);
        let Lookers { rules, criteria, priority, .. } = self.lookers;
        let all = Told { mentors, mentees, opaque_ids };
        let everyone: Vec<(Side, &ReadPerson)> = mentors
            .iter()
            .map(|read| (Side::Mentor, read))
            .chain(mentees.iter().map(|read| (Side::Mentee, read)))
            .collect();
        let questions: [Question<'_>; 6] = [
            &|issues| {
                if let Some(activity) = &self.safeguarding.activity {
                    check_over_checking(activity, &self.safeguarding.checks, mentors, issues);
                }
            },
            &|issues| {
                check_bases(source, attributes, &everyone, (rules, criteria, priority), issues);
            },
            &|issues| check_wishes(Side::Mentor, mentors, attributes, justifications, decisions, issues),
            &|issues| check_wishes(Side::Mentee, mentees, attributes, justifications, decisions, issues),
            &|issues| check_carers(criteria, mentees, attributes, justifications, issues),
            &|issues| check_existing_support(mentees, opaque_ids, issues),
        ];
        for told in told(&questions) {
            issues.append(told);
        }
        let so_far = &*issues;
        let questions: [Question<'_>; 10] = [
            &|issues| tell_unused(&self.lookers, (mentors, mentees, opaque_ids), so_far, issues),
            &|issues| {
                if let Some(until) = self.until {
                    tell_too_late(until, (mentors, mentees, opaque_ids), issues);
                }
            },
            &|issues| self.waiting(issues),
            &|issues| tell_unmet_needs(rules, (mentees, opaque_ids), attributes, issues),
            &|issues| tell_held_names(self.safeguarding, criteria, (source, mentors), issues),
            &|issues| tell_required_names(rules, (source, mentors), attributes, issues),
            &|issues| check_records(source, mentors, mentees, justifications, decisions, issues),
            &|issues| self.left_or_found(issues),
            &|issues| tell_wishes(all, attributes, issues),
            &|issues| tell_liked_and_disliked(all, attributes, issues),
        ];
        for told in told(&questions) {
            issues.append(told);
        }
    }

    /// That nobody says since when they wait.
    fn waiting(&self, issues: &mut Issues) {
        let (_, mentees) = self.people;
        if self.longest_waiting_first && !mentees.is_empty() && mentees.iter().all(|read| read.waiting_since.is_none())
        {
            let message = "`longest_waiting_first` changes nothing: no mentee has a `waiting_since`";
            let remedy = "fill the column in, or leave the setting out";
            issues.push(IssueCode::IdleSetting, self.source.place("aim.longest_waiting_first", None), message, remedy);
        }
    }

    /// What was left blank, and how places were found.
    fn left_or_found(&self, issues: &mut Issues) {
        let (mentors, mentees) = self.people;
        let file = |people: &[ReadPerson]| people.first().and_then(|read| read.place().file);
        self.left_blank.0.tell(Side::Mentor, file(mentors).as_ref(), issues);
        self.left_blank.1.tell(Side::Mentee, file(mentees).as_ref(), issues);
        self.found.0.tell(Side::Mentor, file(mentors).as_ref(), issues);
        self.found.1.tell(Side::Mentee, file(mentees).as_ref(), issues);
    }
}

//! In which ways two people can meet, all that bears on it taken together: what both accept, what each way needs of either,
//! what the two speak, and the way there.

use super::travel::Travel;
use crate::compile::{Compiled, Meeting};
use crate::domain::{Answer, Matching, Person, RuleKind, Side, Way};
use crate::outcome::{Answered, Met, PossibleWay};

/// A programme's ways of meeting, ready to be asked about pairs.
pub(crate) struct Ways<'a> {
    matching: &'a Matching,
    meeting: Meeting<'a>,
    travels: Vec<Travel<'a>>,
}

impl std::fmt::Debug for Ways<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ways").field("travels", &self.travels.len()).finish_non_exhaustive()
    }
}

impl<'a> Ways<'a> {
    pub(crate) fn new(compiled: &'a Compiled<'a>) -> Self {
        let travels = compiled.matching.rules.iter().filter_map(|rule| match &rule.kind {
            RuleKind::Travel { who, max_km, unknown } => Some(Travel::new(compiled, *who, *max_km, *unknown)),
            _ => None,
        });
        Self { matching: compiled.matching, meeting: Meeting::new(compiled), travels: travels.collect() }
    }

    /// Whether possible ways depend on more than what each of the two accepts.
    pub(crate) fn is_of_pairs(&self) -> bool {
        !self.travels.is_empty() || self.meeting.asks_language()
    }

    /// Whether each way, in the order of [`Way::ALL`], is one that both accept and have what it takes for, and that nothing
    /// known of the pair rules out; none where either side is blank.
    pub(crate) fn open(&self, mentee: usize, mentor: usize) -> Option<[bool; 3]> {
        let mut open = [false; 3];
        for way in self.meeting.shared(mentee, mentor)? {
            let [spoken, near] = self.between(way, mentee, mentor);
            for (one, open) in Way::ALL.into_iter().zip(&mut open) {
                *open |= one == way && spoken != Some(false) && near != Some(false);
            }
        }
        Some(open)
    }

    /// Whether what the two speak, and the way there, let them meet so; none where a blank leaves it open.
    fn between(&self, way: Way, mentee: usize, mentor: usize) -> [Option<bool>; 2] {
        let near = if way == Way::FaceToFace { self.near(mentee, mentor) } else { Some(true) };
        [self.meeting.spoken(way, mentee, mentor), near]
    }

    /// Whether two who both accept a way, and have what it takes, can meet in it, and what is in the way or not known.
    fn possible(&self, way: Way, mentee: usize, mentor: usize) -> (Met, Vec<String>) {
        let both = self.between(way, mentee, mentor).into_iter().zip(["language", "distance"]);
        let of = |met: Option<bool>| -> Vec<String> {
            both.clone().filter(|(said, _)| *said == met).map(|(_, word)| word.to_owned()).collect()
        };
        match (of(Some(false)), of(None)) {
            (no, open) if no.is_empty() && open.is_empty() => (Met::Yes, no),
            (no, open) if no.is_empty() => (Met::Unknown, open),
            (no, _) => (Met::No, no),
        }
    }

    /// Whether every rule of travel would let them meet face to face; none where one needs something found out.
    fn near(&self, mentee: usize, mentor: usize) -> Option<bool> {
        let mut near = Some(true);
        for rule in &self.travels {
            match rule.in_person(mentee, mentor).answered() {
                Answered::Refused => return Some(false),
                Answered::NeedsCheck => near = None,
                Answered::Eligible => {}
            }
        }
        near
    }

    /// Every way that both named, in the mentee's order, and what is missing where it is not possible.
    pub(crate) fn told(&self, mentee: usize, mentor: usize) -> Vec<PossibleWay> {
        let (Some(theirs), Some(ours)) = (self.matching.mentees.get(mentee), self.matching.mentors.get(mentor)) else {
            return Vec::new();
        };
        let (theirs, ours) = (&theirs.person, &ours.person);
        let named = theirs.ways.ways().filter(|way| ours.ways.ways().any(|other| other == *way));
        let told = named.map(|way| {
            let missing: Vec<String> = self.missing(way, theirs, ours);
            let (possible, missing) =
                if missing.is_empty() { self.possible(way, mentee, mentor) } else { (Met::No, missing) };
            PossibleWay { way, possible, missing }
        });
        told.collect()
    }

    /// What either lacks for the way, the mentee first.
    fn missing(&self, way: Way, mentee: &Person, mentor: &Person) -> Vec<String> {
        let delivery = &self.matching.delivery;
        let said = |person: &Person, field: &str, word: &str| matches!(person.answers.get(field), Some(Answer::OneOf(said)) if **said == *word);
        let mut missing = Vec::new();
        for (side, person) in [(Side::Mentee, mentee), (Side::Mentor, mentor)] {
            let word = if side == Side::Mentee { "mentee" } else { "mentor" };
            let needs = delivery.needs.iter().filter(|(of, _)| *of == way);
            let lacking = needs.filter(|(_, field)| said(person, field, "no"));
            missing.extend(lacking.map(|(_, field)| format!("{word} {field}")));
            if side == Side::Mentee && way == Way::Internet {
                let age = person.answers.get("age").and_then(Answer::position);
                let young = delivery.supervised_under.is_some_and(|under| age.is_none_or(|age| age < under));
                if young && !said(person, "online_supervision", "yes") {
                    // Where the age is blank, that is what has to be asked first.
                    missing.push(format!("{word} {}", if age.is_none() { "age" } else { "online_supervision" }));
                }
            }
        }
        missing
    }
}
